export type { LiveCompilation } from './open-compilation'
export { openCompilation } from './open-compilation'
