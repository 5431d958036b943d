export { ok, problem } from './parsed'
export type { Parsed, Problem } from './parsed'
