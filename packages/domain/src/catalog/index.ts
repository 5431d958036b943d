export { commandSupport } from './command-support'
export { catalogEntries, catalogModels } from './entries'
export type { FeatureKey } from './feature-support'
export { featureKeys, featureSupport, featureTitle } from './feature-support'
export type { FoundModel } from './find-model'
export { findModel, modelOf } from './find-model'
export { isRouter } from './is-router'
export type { PairingVerdict } from './pairing'
export { pairingVerdict } from './pairing'
export type { PaletteGroup } from './palette'
export { paletteModels } from './palette'
export type { PortFit } from './port-fits'
export { portFits } from './port-fits'
export { portsOf, vlanRange } from './ports'
export { sourceKeys } from './sources'
export type {
  CatalogEntry,
  CatalogModel,
  CatalogPort,
  Certainty,
  ForwardingMode,
  HardwareModel,
  ModelChoice,
  PortBlock,
  ResolvedModel,
  Support,
} from './types'
