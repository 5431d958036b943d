export type { Allocation, AllocationEntry, AllocationKey } from './allocation'
