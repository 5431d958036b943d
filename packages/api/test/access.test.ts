import { TRPCError } from '@trpc/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Access, Caller, Context, NetworkPolicy } from '../src/access'
import { createCallerFactory, identifyCaller, loopbackOnly, readNetworkPolicy } from '../src/access'
import { appRouter } from '../src/router'
import type { ChangeStore, DesignStore } from '../src/store'

type Procedures = { readonly [path: string]: { readonly _def: { readonly meta?: { readonly access?: Access } } } }
const procedures = Object.entries(appRouter._def.procedures as unknown as Procedures)

/** A store that must not be reached. */
const noStore = new Proxy(
  {},
  {
    get() {
      throw new Error('the store was reached')
    },
  },
) as ChangeStore & DesignStore

/** Every kind of caller, and whether it may use a procedure of each access. */
const callers: readonly { readonly caller: Caller; readonly may: { readonly [A in Access]: boolean } }[] = [
  { caller: { kind: 'local-owner' }, may: { 'local-owner': true } },
  {
    caller: { kind: 'stranger', what: { en: 'who', zh: '谁' }, remedy: { en: 'leave', zh: '离开' } },
    may: { 'local-owner': false },
  },
]

/** The code with which a call without usable input ends. */
async function outcome(path: string, caller: Caller): Promise<string> {
  const context: Context = { store: { designs: noStore, changes: noStore }, caller, logFault: () => undefined }
  const call = path
    .split('.')
    .reduce<unknown>(
      (owner, key) => (owner as { readonly [key: string]: unknown })[key],
      createCallerFactory(appRouter)(context),
    ) as (input: unknown) => Promise<unknown>
  try {
    await call({ surely: 'not an input' })
    return 'OK'
  } catch (error) {
    if (error instanceof TRPCError) return error.code
    throw error
  }
}

describe('every procedure', () => {
  it('is seen by these tests', () => {
    expect(procedures.map(([path]) => path).sort()).toEqual([
      'changes.append',
      'changes.givenNumbers',
      'changes.since',
      'designs.archive',
      'designs.create',
      'designs.duplicate',
      'designs.importDocument',
      'designs.list',
      'designs.open',
      'designs.rename',
      'designs.restore',
      'designs.saveThumbnail',
    ])
  })

  it.each(procedures)('%s declares who may call it', (_path, procedure) => {
    expect(procedure._def.meta?.access).toBe('local-owner')
  })

  it.each(procedures)(
    '%s answers whom it names and refuses everybody else before reading the input',
    async (path, procedure) => {
      const access = procedure._def.meta?.access
      if (access === undefined) throw new Error(`${path} declares no access`)
      for (const { caller, may } of callers) {
        expect(await outcome(path, caller)).toBe(may[access] ? 'BAD_REQUEST' : 'FORBIDDEN')
      }
    },
  )
})

it('a fault of the program is written to the log, and the caller gets only where to find it', async () => {
  const logged: { readonly reference: string; readonly error: unknown }[] = []
  const logFault = (reference: string, error: unknown) => void logged.push({ reference, error })
  const context: Context = { store: { designs: noStore, changes: noStore }, caller: { kind: 'local-owner' }, logFault }
  const call = createCallerFactory(appRouter)(context).designs.list({})
  const failure: unknown = await call.catch((error: unknown) => error)
  expect(logged).toMatchObject([{ error: { message: 'the store was reached' } }])
  expect(failure).toMatchObject({
    code: 'INTERNAL_SERVER_ERROR',
    message: `Weft made a mistake and did not do this. The server's log has the details under ${logged[0]?.reference}.`,
  })
})

describe('the caller', () => {
  const remote: NetworkPolicy = { allowRemote: true, allowedHosts: ['weft.example.com'] }
  const own = { 'sec-fetch-site': 'same-origin' }

  it.each([
    ['a loopback name', loopbackOnly, { host: 'localhost:3000' }],
    ['a loopback address', loopbackOnly, { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', ...own }],
    ['a loopback IPv6 address', loopbackOnly, { host: '[::1]:3000', origin: 'http://[::1]:3000' }],
    ['a page typed into the address bar', loopbackOnly, { host: 'localhost', 'sec-fetch-site': 'none' }],
    ['an address, where the network may', remote, { host: '192.0.2.7:3000', origin: 'http://192.0.2.7:3000' }],
    [
      'an allowed name, where the network may',
      remote,
      { host: 'Weft.Example.com', origin: 'https://weft.example.com' },
    ],
  ])('through %s is the owner', (_how, policy, headers) => {
    expect(identifyCaller(new Headers(headers), policy)).toEqual({ kind: 'local-owner' })
  })

  it.each([
    ['no host', loopbackOnly, {}],
    [
      'a name that was rebound to this machine',
      loopbackOnly,
      { host: 'evil.example:3000', origin: 'http://evil.example:3000', ...own },
    ],
    ['a name that only begins like a loopback name', loopbackOnly, { host: 'localhost.evil.example' }],
    ['a name that only begins like a loopback address', loopbackOnly, { host: '127.0.0.1.evil.example' }],
    ['a host with something before it', loopbackOnly, { host: 'localhost@evil.example' }],
    ['an address, where only loopback may', loopbackOnly, { host: '192.0.2.7:3000' }],
    ['an allowed name, where only loopback may', { ...remote, allowRemote: false }, { host: 'weft.example.com' }],
    ['another name, where the network may', remote, { host: 'evil.example' }],
    ['another site', loopbackOnly, { host: 'localhost:3000', origin: 'https://evil.example' }],
    ['another port of this machine', loopbackOnly, { host: 'localhost:3000', origin: 'http://localhost:8080' }],
    ['a sandboxed frame or a file', loopbackOnly, { host: 'localhost:3000', origin: 'null' }],
    ['an image or script tag elsewhere', loopbackOnly, { host: 'localhost:3000', 'sec-fetch-site': 'cross-site' }],
    ['another port, without an origin', loopbackOnly, { host: 'localhost:3000', 'sec-fetch-site': 'same-site' }],
  ])('through %s is a stranger', (_how, policy, headers) => {
    expect(identifyCaller(new Headers(headers as Record<string, string>), policy).kind).toBe('stranger')
  })

  it('is never the owner through any name that is not a loopback name', () => {
    fc.assert(
      fc.property(fc.domain(), (host) => {
        expect(identifyCaller(new Headers({ host }), loopbackOnly).kind).toBe('stranger')
      }),
    )
  })
})

it('the policy is read from two variables and is closed without them', () => {
  expect(readNetworkPolicy({})).toEqual(loopbackOnly)
  expect(readNetworkPolicy({ WEFT_OPEN_TO_NETWORK: '0', WEFT_ALLOWED_HOSTS: 'a.example' }).allowRemote).toBe(false)
  expect(readNetworkPolicy({ WEFT_OPEN_TO_NETWORK: '1', WEFT_ALLOWED_HOSTS: ' A.example, b.example,' })).toEqual({
    allowRemote: true,
    allowedHosts: ['a.example', 'b.example'],
  })
})
