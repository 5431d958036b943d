import type { trpcClient } from '../trpc'

/** One design as the list shows it. */
export type DesignRow = Awaited<ReturnType<typeof trpcClient.designs.list.query>>[number]
