export type {
  ConfigNode,
  ConfigProblem,
  ConfigTree,
  ParsedConfig,
  Statement,
  Token,
  TokenKind,
  TypedInput,
  TypedProblem,
} from '@weft/vrp'
export { formatConfig, parseConfig, parseTyped, printText, tokenizeLine, walkConfig } from '@weft/vrp'
export type { BlamedLine, LineStanding } from './blame'
export { blame, configText } from './blame'
export type { Derivation } from './derivation'
export type { DerivationId } from './derivations'
export { derivations } from './derivations'
export type { Origin } from './origin'
export { policyDefinition } from './policies'
export type { DeviceConfigs } from './render-configs'
export { renderConfig, renderConfigs } from './render-configs'
