export { catalogEntries, catalogModels } from './entries'
export { findModel, modelOf } from './find-model'
export type { FoundModel } from './find-model'
export { featureKeys, featureSupport, featureTitle } from './feature-support'
export type { FeatureKey } from './feature-support'
export { commandSupport } from './command-support'
export { portsOf, vlanRange } from './ports'
export { portFits } from './port-fits'
export type { PortFit } from './port-fits'
export { pairingVerdict } from './pairing'
export type { PairingVerdict } from './pairing'
export { paletteModels } from './palette'
export type { PaletteGroup } from './palette'
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
