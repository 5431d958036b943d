import { TRPCClientError } from '@trpc/client'
import type { AppRouter } from '@weft/api'
import type { EditorTransport } from '../../../editor'
import { trpcClient } from '../../trpc'

/** The editor's way to the server: two procedures, and what their failures mean for saving. */
export const transport: EditorTransport = {
  async open(designId) {
    const { name, sequence, document } = await trpcClient.designs.open.query({ id: designId })
    return { name, sequence, design: document }
  },
  async append(designId, knownSequence, changes) {
    try {
      const { sequence } = await trpcClient.changes.append.mutate({ designId, knownSequence, changes: [...changes] })
      return { kind: 'stored', sequence }
    } catch (error) {
      return outcomeOf(error)
    }
  },
}

/** Which change gave which number, for the ledger. */
export function givenNumbers(designId: string) {
  return trpcClient.changes.givenNumbers.query({ designId })
}

const TOO_MANY_REQUESTS = 429
const FIRST_SERVER_FAULT = 500

function outcomeOf(error: unknown): { readonly kind: 'unreachable' | 'refused'; readonly message: string } {
  if (!(error instanceof TRPCClientError)) return { kind: 'unreachable', message: String(error) }
  const { data, message }: TRPCClientError<AppRouter> = error
  // Without data nobody answered, or something on the way did.
  const status = data?.httpStatus ?? FIRST_SERVER_FAULT
  const later = status >= FIRST_SERVER_FAULT || status === TOO_MANY_REQUESTS
  return { kind: later ? 'unreachable' : 'refused', message }
}
