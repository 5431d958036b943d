import type { TRPCClient } from '@trpc/client'
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import superjson from 'superjson'
import type { Api, AppRouter } from '../src/index'

export type Client = TRPCClient<AppRouter>

/** A real client over real requests, without a socket in between. */
export function clientOf(api: Api, headers: { readonly [name: string]: string } = { host: 'localhost:3000' }): Client {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: 'http://localhost:3000/api/trpc',
        transformer: superjson,
        headers,
        fetch: (url, options) => api.handle(new Request(url.toString(), options as RequestInit)),
      }),
    ],
  })
}

/** What a refused call says to its caller. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<NonNullable<TRPCClientError<AppRouter>['data']> & { readonly message: string }> {
  try {
    await call
  } catch (error) {
    if (error instanceof TRPCClientError && error.data) return { ...error.data, message: error.message }
    throw error
  }
  throw new Error('the call was expected to be refused')
}
