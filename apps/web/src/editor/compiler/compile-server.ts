import type { Change, Compilation, LiveCompilation, Network } from '@weft/domain'
import {
  compile,
  composeChanges,
  openCompilation,
  planRenumber,
  searchSessionFix,
  suggestLinks,
  sweepFailures,
} from '@weft/domain'
import { countLines, linesOf } from './config-lines'
import type { Digest } from './digest'
import { digestOf } from './digest'
import { digestChanges, noDigest } from './digest-changes'
import { exportSteps } from './export-steps'
import { failureOutcome } from './failure-outcome'
import { ledgerRows } from './ledger-rows'
import type { Answer, CompileAnswer, CompileRequest, Question, Step } from './protocol'
import { sessionDetails, sessionOfRow, sessionRows } from './session-rows'

export type ServerSurroundings = {
  readonly post: (answer: CompileAnswer) => void
  /** Runs something after the messages that have already arrived. */
  readonly later: (run: () => void) => void
}

type Compiled = {
  readonly version: number
  readonly live: LiveCompilation
  readonly network: Network
  readonly compilation: Compilation
  readonly digest: Digest
}

/** So long the worker is deaf at most while it works on something that has steps. */
const longestTurnMs = 50

/**
 * The worker's side. It keeps its own copy of the network; changes that arrive while it compiles are
 * applied together afterwards and compiled once. A question is answered about the design as it was when
 * it was asked: what is not compiled yet is compiled first.
 */
export function createCompileServer({ post, later }: ServerSurroundings): (request: CompileRequest) => void {
  /** What came and is not compiled: a network, or changes of the one that is. */
  let opened: Network | undefined
  let change: Change | undefined
  let newest = 0
  let compiled: Compiled | undefined
  let scheduled = false
  const running = new Set<number>()

  function upToDate(): Compiled {
    const before = compiled
    if (before?.version === newest) return before
    const live = opened === undefined ? before?.live : openCompilation(opened)
    if (live === undefined) throw new Error('a question came before the network')
    const compilation = change === undefined ? live.current() : live.edit(change)
    const digest = digestOf(compilation, before)
    compiled = { version: newest, live, network: live.network(), compilation, digest }
    opened = undefined
    change = undefined
    post({ kind: 'compiled', changes: digestChanges(before?.digest ?? noDigest, digest), version: newest })
    return compiled
  }

  /** What leaves the house follows from the design alone, and not from the edits that led to it. */
  function fromScratch(): Pick<Compiled, 'network' | 'compilation'> {
    const { network } = upToDate()
    return { network, compilation: compile(network) }
  }

  function compileSoon() {
    if (scheduled) return
    scheduled = true
    later(
      guarded(() => {
        scheduled = false
        upToDate()
      }),
    )
  }

  function answer(question: Question, serial: number) {
    switch (question.kind) {
      case 'lines':
        post({
          kind: 'answer',
          serial,
          answer: { kind: 'lines', lines: linesOf(upToDate().compilation, question.deviceId) },
        })
        return
      case 'line-counts': {
        const counts = countLines(upToDate().compilation, question.records)
        post({ kind: 'answer', serial, answer: { kind: 'line-counts', counts } })
        return
      }
      case 'sessions':
        post({ kind: 'answer', serial, answer: { kind: 'sessions', rows: sessionRows(upToDate().compilation) } })
        return
      case 'session': {
        const details = sessionDetails(upToDate().compilation, question.id)
        post({ kind: 'answer', serial, answer: { kind: 'session', details } })
        return
      }
      case 'session-fix': {
        const { network, compilation } = upToDate()
        const session = sessionOfRow(compilation, question.id)?.session
        if (session === undefined)
          return post({ kind: 'answer', serial, answer: { kind: 'session-fix', fix: undefined } })
        const steps = searchSessionFix({ network, layout: { positions: {} } }, session, compilation)
        return inSteps(steps, serial, (fix) => ({ kind: 'session-fix', fix }))
      }
      case 'ledger': {
        const { compilation } = upToDate()
        post({ kind: 'answer', serial, answer: ledgerRows(compilation, question.filter) })
        return
      }
      case 'renumber': {
        const { network, compilation } = upToDate()
        const plan = planRenumber(network, question.what, compilation)
        post({ kind: 'answer', serial, answer: { kind: 'renumber', plan } })
        return
      }
      case 'what-if': {
        const outcome = failureOutcome(upToDate().compilation, question.failed)
        post({ kind: 'answer', serial, answer: { kind: 'what-if', outcome } })
        return
      }
      case 'sweep': {
        const { compilation } = upToDate()
        const steps = sweepFailures(compilation.network, compilation.intent, { order: question.order })
        return inSteps(steps, serial, (sweep) => ({ kind: 'sweep', sweep }))
      }
      case 'suggest-links': {
        const { network, compilation } = upToDate()
        const steps = suggestLinks(network, compilation.intent, question.sweep)
        return inSteps(steps, serial, (suggestions) => ({ kind: 'suggest-links', suggestions }))
      }
      case 'export':
        return inSteps(exportSteps(question, fromScratch), serial, (outcome) => ({ kind: 'export', outcome }))
    }
  }

  /** One step at a time; between two the worker hears edits and whether anybody still waits. */
  function inSteps<Result>(steps: Generator<Step, Result>, serial: number, answerOf: (result: Result) => Answer) {
    running.add(serial)
    // The design as it was when it was asked, whatever is edited meanwhile.
    compiled?.live.keep()
    let told = 0
    const next = guarded(() => {
      if (!running.has(serial)) return
      const until = Date.now() + longestTurnMs
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) {
          running.delete(serial)
          return post({ kind: 'answer', serial, answer: answerOf(step.value) })
        }
        const now = Date.now()
        if (typeof step.value === 'object' && now < until) continue
        if (typeof step.value === 'string' || now - told >= longestTurnMs) {
          told = now
          post({ kind: 'step', step: step.value, serial })
        }
        return later(next)
      }
    })
    next()
  }

  /** What breaks in here is said, whoever called. */
  function guarded(run: () => void): () => void {
    return () => {
      try {
        run()
      } catch (error) {
        post({ kind: 'crashed', message: describe(error) })
      }
    }
  }

  function receive(request: CompileRequest) {
    switch (request.kind) {
      case 'open':
        newest = request.version
        opened = request.network
        change = undefined
        return compileSoon()
      case 'change':
        if (!opened && !compiled) throw new Error('a change came before the network')
        newest = request.version
        change = change === undefined ? request.change : composeChanges(change, request.change)
        return compileSoon()
      case 'ask':
        return answer(request.question, request.serial)
      case 'cancel':
        running.delete(request.serial)
    }
  }

  return (request) => guarded(() => receive(request))()
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
