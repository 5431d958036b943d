import type { AppRouter } from '@weft/api'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import superjson from 'superjson'

/** The only way from the browser to the server. */
export const api = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/api/trpc', transformer: superjson, maxURLLength: 2000 })],
})
