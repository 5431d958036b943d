export type { Assurance, PathVerdict, ProofFact, Reachability, Route, SessionStatus, SessionVerdict } from './reachability'
