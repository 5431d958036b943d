import type { LinkId, VlanifLinkId } from '../model'
import type { InterfaceDirectory } from './interface-directory'
import type { CableIntent, InterfaceIntent } from './network-intent'
import type { RecordIndex } from './record-index'

/** Two Layer 3 interfaces of different devices that share a link. */
export type RoutedLink = {
  readonly linkId: LinkId | VlanifLinkId
  readonly ends: readonly [InterfaceIntent, InterfaceIntent]
}

/** Routed cables (one for all cables of an Eth-Trunk) and VLANIF links, in the order of ids. */
export function routedLinks(
  index: Pick<RecordIndex, 'vlanifLinks'>,
  cables: readonly CableIntent[],
  directory: InterfaceDirectory,
): readonly RoutedLink[] {
  const links: RoutedLink[] = []
  const joined = new Set<string>()
  for (const cable of cables) {
    const [a, b] = cable.ends
    if (a.kind !== 'interface' || b.kind !== 'interface' || a.deviceId === b.deviceId) continue
    const first = directory.byId.get(a.trunkId ?? a.interfaceId)
    const second = directory.byId.get(b.trunkId ?? b.interfaceId)
    if (first?.mode !== 'routed' || second?.mode !== 'routed') continue
    const key = [first.interfaceId, second.interfaceId].sort().join(' ')
    if (joined.has(key)) continue
    joined.add(key)
    links.push({ linkId: cable.linkId, ends: [first, second] })
  }
  for (const link of index.vlanifLinks) {
    const first = directory.byId.get(link.ends[0])
    const second = directory.byId.get(link.ends[1])
    if (first?.kind !== 'vlanif' || second?.kind !== 'vlanif' || first.deviceId === second.deviceId) continue
    links.push({ linkId: link.id, ends: [first, second] })
  }
  return links
}
