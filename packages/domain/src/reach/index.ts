export { computeReach } from './compute-reach'
export { denialText } from './denial-text'
export { endlessLoops } from './endless-loops'
export type { FailingElement } from './failed-state'
export type { Failure } from './failure'
export { noFailure } from './failure'
export type { FailureProbe } from './failure-probe'
export { failureProbe, questionCost } from './failure-probe'
export type { Footing } from './footing'
export { hasRoute } from './has-route'
export { areaAddressOf, circuitLevels, systemIdOf } from './isis-adjacency'
export { understand } from './isis-protocol'
export { loopbackAddress } from './loopback-address'
export type {
  Assurance,
  PathVerdict,
  ProofFact,
  Reachability,
  Route,
  RouteDenial,
  SessionStatus,
  SessionVerdict,
  VtepVerdict,
} from './reachability'
export { splitBrain } from './split-brain'
export type { Subject } from './subject'
export type { PathQuery } from './trace-paths'
export { tracePaths } from './trace-paths'
export type { ReachSimulation, ReachUpdate } from './update-reach'
export { simulateReach, updateReach } from './update-reach'
