export type { Allocation, AllocationEntry, AllocationKey, NumberLedger, NumberRow, PoolUsage } from './allocate'
export { allocate, allocatedValue, numberLedger } from './allocate'
export { paletteModels, portsOf } from './catalog'
export type { Finding, JudgedFinding, Rule, Severity } from './check'
export { judgeFindings, rules } from './check'
export { compile } from './compile'
export type {
  BlamedLine,
  ConfigNode,
  ConfigProblem,
  Derivation,
  DerivationId,
  LineStanding,
  Origin,
  ParsedConfig,
  Statement,
  TypedInput,
  TypedProblem,
} from './config'
export {
  blame,
  configText,
  derivations,
  formatConfig,
  parseConfig,
  parseTyped,
  printText,
  tokenizeLine,
  walkConfig,
} from './config'
export type { DesignedLine, DeviceDrift, DriftLine, DriftResult, RunningLine } from './config-drift'
export { configDrift } from './config-drift'
export type { DesignReading, DocumentProblem, ParseOptions, RecordReading } from './document'
export {
  collectionOf,
  currentDocumentVersion,
  danglingReferences,
  designJsonSchema,
  designNameSchema,
  emptyDesign,
  emptyNetwork,
  explainIssues,
  parseDesign,
  parseDesignText,
  parseRecord,
  serializeDesign,
  toFile,
} from './document'
export type {
  Change,
  ChangeReading,
  Command,
  CommandResult,
  EndChoice,
  FabricOptions,
  FabricProblem,
  Point,
  RecordEdit,
  Refusal,
  RenumberScope,
} from './edit'
export {
  applyChange,
  applyCommand,
  commandLabel,
  composeChanges,
  fabricProblems,
  interAsProblems,
  invertChange,
  newFabric,
  newInterAs,
  parseChange,
  sampleDesign,
  unusedName,
} from './edit'
export { expandIntents } from './expand'
export type {
  Compilation,
  ExplainedFact,
  ExplainedSide,
  MappedLine,
  ResetCause,
  SessionEntry,
  SessionExplanation,
  SessionRef,
  SessionReset,
  SourceMap,
} from './explain'
export { explainSession, listSessions, sessionId, sessionsNamed, sessionsReset, sourceMap } from './explain'
export type {
  ChangedPath,
  ChangedSession,
  FailureClass,
  MlagOutcome,
  Noticed,
  Progress,
  SinglePoint,
  Sweep,
  SweepOptions,
  WhatIf,
} from './failures'
export { failureNamed, subjectKey, sweepFailures, whatIf } from './failures'
export type {
  ConfigFile,
  ImportedDevice,
  ImportOptions,
  ImportProblem,
  ImportReport,
  ImportResult,
} from './import-configs'
export { importConfigs } from './import-configs'
export type {
  AnnouncementIntent,
  BgpSessionIntent,
  BmpSessionIntent,
  CableIntent,
  DeviceIntent,
  DfsGroupIntent,
  InterfaceIntent,
  NetworkIntent,
  SessionKey,
} from './intent'
export type {
  AllocatedField,
  BmpMonitoring,
  BmpSession,
  CollectionName,
  Design,
  Device,
  DeviceId,
  DeviceInterface,
  Effective,
  Family,
  Gateway,
  Host,
  HostId,
  InterfaceId,
  Language,
  Layout,
  Link,
  LinkEnd,
  LinkId,
  LocalText,
  MlagAttachment,
  MlagPair,
  MlagPairId,
  Network,
  NetworkRecord,
  Overlay,
  Peering,
  PeeringEnd,
  Pool,
  PoolId,
  PrefixList,
  RecordId,
  RecordKind,
  Reference,
  Requirement,
  RoleDefaults,
  RoutePolicy,
  StaticRoute,
  Station,
  Underlay,
  VlanifLink,
  Vrf,
  VrfId,
  Waiver,
} from './model'
export {
  byId,
  collections,
  idSchema,
  kindOfCollection,
  recordKinds,
  recordName,
  referencesOf,
  requirementText,
  sameValue,
  text,
  withMappedIds,
} from './model'
export type { NumberChange, RenumberPlan } from './plan-renumber'
export { planRenumber } from './plan-renumber'
export { policyText, readPolicyText } from './policy-text'
export type {
  Assurance,
  FailingElement,
  Failure,
  PathQuery,
  PathVerdict,
  ProofFact,
  Reachability,
  Route,
  SessionStatus,
  SessionVerdict,
  Subject,
} from './reach'
export { tracePaths } from './reach'
export type { LiveCompilation } from './recompile'
export { openCompilation } from './recompile'
export type { SessionFix } from './session-fix'
export { fixSession, searchSessionFix } from './session-fix'
export type { LinkSuggestion } from './suggest-links'
export { suggestLinks } from './suggest-links'
export type { TakeResult, Taking } from './take-running'
export { takeRunning } from './take-running'
