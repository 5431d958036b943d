import { randomUUID } from 'node:crypto'
import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import type { Store } from '../store'
import { Refusal } from '../store'
import type { Caller } from './caller'
import { refusalData, transportError } from './errors'

/** Who may call a procedure. More kinds come with accounts. */
export type Access = 'local-owner'

export type Context = {
  readonly store: Pick<Store, 'designs' | 'changes'>
  readonly caller: Caller
  /** Where faults of the program are written; the answer carries only the reference. */
  readonly logFault: (reference: string, error: unknown) => void
}

const t = initTRPC
  .context<Context>()
  .meta<{ readonly access: Access }>()
  .create({
    transformer: superjson,
    isDev: false,
    errorFormatter: ({ shape, error }) => ({ ...shape, data: { ...shape.data, refusal: refusalData(error.cause) } }),
  })

export const { router, createCallerFactory } = t

/** Gives refusals their transport code, and keeps what went wrong inside the program inside the program. */
const spoken = t.middleware(async ({ ctx, next }) => {
  const result = await next()
  if (result.ok) return result
  const { cause, code } = result.error
  if (cause instanceof Refusal) throw transportError(cause)
  if (code !== 'INTERNAL_SERVER_ERROR') return result
  const reference = randomUUID().slice(0, 8)
  ctx.logFault(reference, cause ?? result.error)
  throw new TRPCError({
    code,
    message: `Weft made a mistake and did not do this. The server's log has the details under ${reference}.`,
  })
})

/**
 * There is no procedure without a declared access: the bare builder does not leave this file, and what
 * leaves it refuses everybody it does not name.
 */
export const localOwner = t.procedure
  .meta({ access: 'local-owner' })
  .use(spoken)
  .use(({ ctx: { caller }, next }) => {
    if (caller.kind === 'stranger') throw new Refusal('forbidden', caller)
    return next({ ctx: { author: 'local-owner' } })
  })
