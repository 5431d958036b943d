import type { Change, Network } from '@weft/domain'
import type { Digest } from './digest'
import { noDigest, withChanges } from './digest-changes'
import type { Answer, AnswerOf, CompileAnswer, CompileRequest, Question, QuestionOf, Step, StepOf } from './protocol'

export type CompilerEvents = {
  onCompiled(digest: Digest, newest: boolean): void
  onCrashed(message: string): void
}

export type AskOptions<AnyStep = Step> = {
  /** Aborted when nobody waits any more. */
  readonly signal?: AbortSignal
  readonly onStep?: (step: AnyStep) => void
}

/** Asks the worker. Rejects when the question was aborted, or when the worker is not there to answer it. */
export type Ask = <Kind extends Question['kind']>(
  question: QuestionOf<Kind>,
  options?: AskOptions<StepOf<Kind>>,
) => Promise<AnswerOf<Kind>>

export type Compiler = {
  open(network: Network): void
  /** Changes that only move things are ignored: positions are never compiled. */
  change(change: Change): void
  readonly ask: Ask
  dispose(): void
}

/** The part of a worker that is needed here. */
export type CompileWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>

type Waiting = {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
  readonly onStep: AskOptions['onStep']
}

function startWorker(): CompileWorker {
  return new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module' })
}

/** Owns the compile worker. After a crash `open` starts a new one. */
export function createCompiler({ onCompiled, onCrashed }: CompilerEvents, start = startWorker): Compiler {
  let worker: CompileWorker | undefined
  let version = 0
  let digest = noDigest
  let serial = 0
  const waiting = new Map<number, Waiting>()

  function begin(): CompileWorker {
    const begun = start()
    digest = noDigest
    begun.onmessage = ({ data }: MessageEvent<CompileAnswer>) => receive(data)
    begun.onerror = (event) => fail(event.message || 'the compile worker could not be loaded')
    begun.onmessageerror = () => fail('the compile worker sent something that could not be read')
    return begun
  }

  function receive(answer: CompileAnswer) {
    switch (answer.kind) {
      case 'compiled':
        digest = withChanges(digest, answer.changes)
        return onCompiled(digest, answer.version === version)
      case 'step':
        return waiting.get(answer.serial)?.onStep?.(answer.step)
      case 'answer':
        waiting.get(answer.serial)?.resolve(answer.answer)
        waiting.delete(answer.serial)
        return
      case 'crashed':
        return fail(answer.message)
    }
  }

  function fail(message: string) {
    stop(message)
    onCrashed(message)
  }

  function stop(why: string) {
    worker?.terminate()
    worker = undefined
    for (const { reject } of waiting.values()) reject(new Error(why))
    waiting.clear()
  }

  function post(request: CompileRequest) {
    worker?.postMessage(request)
  }

  function ask(question: Question, { signal, onStep }: AskOptions = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      if (!worker) return reject(new Error('the compile worker is not running'))
      serial += 1
      const mine = serial
      waiting.set(mine, { resolve, reject, onStep })
      signal?.addEventListener('abort', () => {
        if (!waiting.delete(mine)) return
        post({ kind: 'cancel', serial: mine })
        reject(signal.reason)
      })
      post({ kind: 'ask', question, serial: mine })
    })
  }

  return {
    open(network) {
      worker ??= begin()
      version += 1
      post({ kind: 'open', network, version })
    },
    change(change) {
      if (!touchesNetwork(change)) return
      version += 1
      post({ kind: 'change', change, version })
    },
    ask: ask as Ask, // the answer to a question, and its steps, have the kind of the question
    dispose: () => stop('the design was closed'),
  }
}

export function touchesNetwork(change: Change): boolean {
  return change.edits.some((edit) => edit.collection !== 'positions')
}
