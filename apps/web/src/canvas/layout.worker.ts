import ELK from 'elkjs/lib/elk.bundled.js'
import type { ArrangeAnswer, ArrangeRequest } from './arrange'
import { elkGraph, positionsFrom } from './elk-graph'

type Scope = {
  onmessage: ((event: MessageEvent<ArrangeRequest>) => void) | null
  postMessage(answer: ArrangeAnswer): void
}
/** The global object of a module worker; the DOM library types it as a window. */
const scope = globalThis as unknown as Scope
const elk = new ELK()

async function arrange(request: ArrangeRequest): Promise<ArrangeAnswer> {
  try {
    return { kind: 'arranged', positions: positionsFrom(await elk.layout(elkGraph(request)), request) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

scope.onmessage = ({ data }) => void arrange(data).then((answer) => scope.postMessage(answer))
