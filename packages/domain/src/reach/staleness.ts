import type { IpAddress } from '@weft/net'
import type { NetworkChange } from './network-change'
import type { IpPrefix } from './prefix-key'
import type { Reads } from './reads'
import { inSome } from './reads'
import type { Plane } from './tables'

/** Whether what was read may say something else now. */
export type Staleness = {
  readonly of: (reads: Reads) => boolean
  readonly isHit: (address: IpAddress) => boolean
}

export function staleness(
  plane: Plane,
  prefixes: readonly IpPrefix[],
  { devices }: Pick<NetworkChange, 'devices'>,
): Staleness {
  const isHit = inSome(prefixes)
  const seen = new Set<number>()
  for (const { index, device } of plane.tables) if (devices.get(device)?.seen === true) seen.add(index)
  const readsSeen = ({ tables, bgp }: Reads): boolean => {
    if (seen.size === 0) return false
    if (bgp) return true
    for (const table of tables) if (seen.has(table)) return true
    return false
  }
  const readsHit = ({ addresses }: Reads): boolean => {
    if (prefixes.length === 0) return false
    for (const address of addresses) if (isHit(address)) return true
    return false
  }
  return { isHit, of: (reads) => readsSeen(reads) || readsHit(reads) }
}
