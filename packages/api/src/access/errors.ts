import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import type { DocumentProblem, LocalText } from '@weft/domain'
import superjson from 'superjson'
import type { RefusalKind } from '../store'
import { Refusal } from '../store'

/** The one table from refusals to transport codes. */
const transportCodes: { readonly [Kind in RefusalKind]: TRPC_ERROR_CODE_KEY } = {
  archived: 'PRECONDITION_FAILED',
  forbidden: 'FORBIDDEN',
  invalid: 'BAD_REQUEST',
  'newer-version': 'PRECONDITION_FAILED',
  'not-found': 'NOT_FOUND',
  'too-large': 'PAYLOAD_TOO_LARGE',
}

/** A refusal as the client gets it, in both languages. */
export type RefusalData = {
  readonly kind: RefusalKind
  readonly what: LocalText
  readonly remedy: LocalText
  readonly problems: readonly DocumentProblem[]
}

export function refusalData(cause: unknown): RefusalData | undefined {
  if (!(cause instanceof Refusal)) return undefined
  const { kind, what, remedy, problems } = cause
  return { kind, what, remedy, problems }
}

export function transportError(refusal: Refusal): TRPCError {
  return new TRPCError({ code: transportCodes[refusal.kind], message: refusal.message, cause: refusal })
}

/** The answer to a request that is refused before any procedure is looked up, in the words of the protocol. */
export function refusedResponse(refusal: Refusal): Response {
  const { code, message } = transportError(refusal)
  const httpStatus = getHTTPStatusCodeFromError(transportError(refusal))
  const data = { code, httpStatus, refusal: refusalData(refusal) }
  const error = superjson.serialize({ message, code: TRPC_ERROR_CODES_BY_KEY[code], data })
  return Response.json({ error }, { status: httpStatus })
}
