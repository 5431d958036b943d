import type { IpAddress } from '@weft/net'
import type { ChangedLinks } from './igp-change'
import type { NetworkChange } from './network-change'
import type { IpPrefix } from './prefix-key'
import type { Reads } from './reads'
import { inSome } from './reads'
import type { Plane } from './tables'

/** Whether what was read may say something else now. */
export type Staleness = {
  readonly of: (reads: Reads) => boolean
  readonly isHit: (address: IpAddress) => boolean
  /** Whether something differs at a line of the device. */
  readonly isAround: (device: number) => boolean
}

export type Moved = {
  /** Addresses in these may be answered otherwise. */
  readonly prefixes: readonly IpPrefix[]
  /** Ports whose state differs, or behind which others meet. */
  readonly ports: ReadonlySet<number>
  /** Tables between which links of an interior gateway protocol came, went or cost otherwise. */
  readonly links: ChangedLinks
}

export function staleness(
  plane: Plane,
  { prefixes, ports, links }: Moved,
  { devices }: Pick<NetworkChange, 'devices'>,
): Staleness {
  const isHit = inSome(prefixes)
  const seen = new Set<number>()
  for (const { index, device } of plane.tables) if (devices.get(device)?.seen === true) seen.add(index)
  const readsSeen = ({ tables, bgp }: Reads): boolean => seen.size > 0 && (bgp || meets(tables, seen))
  const readsHit = ({ addresses }: Reads): boolean => {
    if (prefixes.length === 0) return false
    for (const address of addresses) if (isHit(address)) return true
    return false
  }
  const readsLinks = (read: Reads): boolean => (links === 'all' ? read.links.size > 0 : meets(read.links, links))
  const around = new Set([...ports].map((port) => plane.ports.list[port]?.device ?? -1))
  return {
    isHit,
    isAround: (device) => around.has(device),
    of: (reads) => readsSeen(reads) || readsHit(reads) || meets(reads.ports, ports) || readsLinks(reads),
  }
}

function meets(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  if (others.size === 0) return false
  for (const each of some) if (others.has(each)) return true
  return false
}
