export type { RecordGraph } from './record-graph'
export { recordGraph } from './record-graph'
export { sliceAround } from './slice-around'
export { devicesAbout, isWide } from './touched-devices'
