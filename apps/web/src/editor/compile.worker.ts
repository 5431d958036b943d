import type { Design } from '@weft/domain'
import { applyChange, compile } from '@weft/domain'
import type { CompileAnswer, CompileRequest } from './compile-messages'

// The worker keeps its own copy of the network. Requests that arrive while it compiles are applied
// together afterwards and compiled once: the latest one wins.

type Scope = {
  onmessage: ((event: MessageEvent<CompileRequest>) => void) | null
  postMessage(answer: CompileAnswer): void
}
/** The global object of a module worker; the DOM library types it as a window. */
const scope = globalThis as unknown as Scope

let design: Design | undefined
let newest = 0
let scheduled = false

function compileNewest() {
  scheduled = false
  if (!design) return
  try {
    const version = newest
    scope.postMessage({ kind: 'compiled', compilation: compile(design.network), version })
  } catch (error) {
    scope.postMessage({ kind: 'crashed', message: describe(error) })
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

scope.onmessage = ({ data }) => {
  newest = data.version
  if (data.kind === 'open') design = { network: data.network, layout: { positions: {} } }
  else if (design) design = applyChange(design, data.change)
  if (scheduled) return
  scheduled = true
  setTimeout(compileNewest, 0)
}
