import type { Change, Compilation, Network } from '@weft/domain'
import type { CompileAnswer, CompileRequest } from './compile-messages'

export type CompilerEvents = {
  onCompiled(compilation: Compilation, newest: boolean): void
  onCrashed(message: string): void
}

export type Compiler = {
  open(network: Network): void
  /** Changes that only move things are ignored: positions are never compiled. */
  change(change: Change): void
  dispose(): void
}

/** Owns the compile worker. After a crash `open` starts a new one. */
export function createCompiler({ onCompiled, onCrashed }: CompilerEvents): Compiler {
  let worker: Worker | undefined
  let version = 0

  function start(): Worker {
    const started = new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module' })
    started.onmessage = ({ data }: MessageEvent<CompileAnswer>) => {
      if (data.kind === 'crashed') fail(data.message)
      else onCompiled(data.compilation, data.version === version)
    }
    started.onerror = (event) => fail(event.message || 'the compile worker could not be loaded')
    started.onmessageerror = () => fail('the compile worker sent something that could not be read')
    return started
  }

  function fail(message: string) {
    stop()
    onCrashed(message)
  }

  function stop() {
    worker?.terminate()
    worker = undefined
  }

  function post(request: CompileRequest) {
    worker?.postMessage(request)
  }

  return {
    open(network) {
      worker ??= start()
      version += 1
      post({ kind: 'open', network, version })
    },
    change(change) {
      if (!touchesNetwork(change)) return
      version += 1
      post({ kind: 'change', change, version })
    },
    dispose: stop,
  }
}

export function touchesNetwork(change: Change): boolean {
  return change.edits.some((edit) => edit.collection !== 'positions')
}
