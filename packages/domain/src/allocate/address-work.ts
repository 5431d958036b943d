import type { DeviceInterface } from '../model'
import type { AddressFamily } from './address-family'
import type { FreeBlocks, PoolSpan } from './free-blocks'
import type { GivenAddresses } from './given-addresses'
import type { Ledger } from './ledger'

/** What the parts that give addresses of one family share. */
export type AddressWork = {
  readonly family: AddressFamily
  readonly ledger: Ledger
  readonly wants: (record: DeviceInterface) => boolean
  readonly given: GivenAddresses
  readonly pools: readonly PoolSpan[]
  readonly blocks: FreeBlocks
  /** Address text by interface, and the addresses themselves, given in this run. */
  readonly planned: Map<string, string>
  readonly plannedHosts: Set<bigint>
  /** Where to go on looking for a free address of a subnet. */
  readonly hostCursors: Map<string, bigint>
}
