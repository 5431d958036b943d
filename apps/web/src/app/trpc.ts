import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { AppRouter } from '@weft/api'
import superjson from 'superjson'

/** The only way from the browser to the server. */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/api/trpc', transformer: superjson, maxURLLength: 2000 })],
})
