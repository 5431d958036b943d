import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { sampleDesign } from '@weft/domain'
import type { Context, NetworkPolicy } from './access'
import { identifyCaller, loopbackOnly, refusedResponse } from './access'
import { withLimitedBody } from './body-limit'
import { appRouter } from './router'
import type { StoreOptions } from './store'
import { openStore, Refusal } from './store'

export type ApiOptions = StoreOptions & {
  /** Absent: loopback only. */
  readonly policy?: NetworkPolicy
  readonly logFault?: Context['logFault']
}

export type Api = {
  /** For messages: which database, and where. */
  readonly database: string
  /** Answers one request below `/api/trpc`. */
  handle(request: Request): Promise<Response>
  close(): Promise<void>
}

const ENDPOINT = '/api/trpc'
const MOST_CALLS_PER_REQUEST = 32

/**
 * Opens the ledger and answers requests over it. A ledger that has never held a design gets the sample.
 *
 * @throws LedgerRefusal when the ledger cannot be opened; its message says what to do
 */
export async function createApi({
  policy = loopbackOnly,
  logFault = logToConsole,
  ...options
}: ApiOptions): Promise<Api> {
  const store = await openStore(options)
  await store.designs.createFirst({ id: 'sample-fabric', name: 'Sample fabric', design: sampleDesign() })

  async function handle(request: Request): Promise<Response> {
    const caller = identifyCaller(request.headers, policy)
    // Every procedure refuses strangers by itself; here their request is not even read.
    if (caller.kind === 'stranger') return refusedResponse(new Refusal('forbidden', caller))
    const limited = await withLimitedBody(request)
    if (limited instanceof Refusal) return refusedResponse(limited)
    return fetchRequestHandler({
      endpoint: ENDPOINT,
      router: appRouter,
      req: limited,
      createContext: (): Context => ({ store, caller, logFault }),
      maxBatchSize: MOST_CALLS_PER_REQUEST,
    })
  }
  return { database: store.database, handle, close: () => store.close() }
}

function logToConsole(reference: string, error: unknown): void {
  console.error(`Weft fault ${reference}:`, error)
}
