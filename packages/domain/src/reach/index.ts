export { computeReach } from './compute-reach'
export type { Failure } from './failure'
export { noFailure } from './failure'
export { hasRoute } from './has-route'
export type {
  Assurance,
  PathVerdict,
  ProofFact,
  Reachability,
  Route,
  SessionStatus,
  SessionVerdict,
} from './reachability'
export type { PathQuery } from './trace-paths'
export { tracePaths } from './trace-paths'
