'use client'

import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import type { AppRouter } from '@weft/api'
import superjson from 'superjson'

/** The procedures of the server, for code outside React. */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/api/trpc', transformer: superjson })],
})

export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>()
