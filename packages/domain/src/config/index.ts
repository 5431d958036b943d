export type { Origin } from './origin'
