import { router } from '../access'
import { changesRouter } from './changes'
import { designsRouter } from './designs'

export const appRouter = router({ designs: designsRouter, changes: changesRouter })
export type AppRouter = typeof appRouter
