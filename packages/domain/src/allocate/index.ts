export { allocate } from './allocate'
export type { AllocatedField, Allocation, AllocationEntry, AllocationKey } from './allocation'
export { allocatedValue, allocationKey } from './allocation'
