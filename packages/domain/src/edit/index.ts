export type { Change, Command, EndChoice, Point, RecordEdit, Refusal } from './command'
export { fabricProblems, newFabric } from './new-fabric'
export type { FabricOptions } from './new-fabric'
export { sampleDesign } from './sample-design'
