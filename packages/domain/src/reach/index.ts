export { computeReach } from './compute-reach'
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
