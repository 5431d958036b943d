export type { AppRouter } from './app-router'
export { appRouter } from './app-router'
