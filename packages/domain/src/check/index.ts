export type { Finding, Severity } from './finding'
export { rules } from './registry'
export type { Rule } from './rule'
export { runChecks } from './run-checks'
