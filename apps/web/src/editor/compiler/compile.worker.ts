import { createCompileServer } from './compile-server'
import type { CompileAnswer, CompileRequest } from './protocol'

type Scope = {
  onmessage: ((event: MessageEvent<CompileRequest>) => void) | null
  postMessage(answer: CompileAnswer): void
}
/** The global object of a module worker; the DOM library types it as a window. */
const scope = globalThis as unknown as Scope

const receive = createCompileServer({
  post: (answer) => scope.postMessage(answer),
  later: (run) => setTimeout(run, 0),
})
scope.onmessage = ({ data }) => receive(data)
