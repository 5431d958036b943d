import type { CableIntent, InterfaceIntent, NetworkIntent } from '../intent'
import type { InterfaceId, Network, RecordId } from '../model'
import { byId } from '../model'

/** Two interfaces that are neighbours on Layer 3, and the record that makes them so. */
export type Layer3Link = { readonly id: RecordId; readonly ends: readonly [InterfaceIntent, InterfaceIntent] }

/** Routed cables (one for all cables between two trunks) and VLANIF links whose both ends are there. */
export function layer3Links(
  network: Network,
  intent: NetworkIntent,
  interfaceById: ReadonlyMap<InterfaceId, InterfaceIntent>,
): readonly Layer3Link[] {
  const carrier = (end: CableIntent['ends'][number]) =>
    end.kind === 'interface' ? interfaceById.get(end.trunkId ?? end.interfaceId) : undefined
  const links: Layer3Link[] = []
  const seen = new Set<string>()
  for (const { linkId, ends } of intent.cables) {
    const [a, b] = [carrier(ends[0]), carrier(ends[1])]
    if (a?.mode !== 'routed' || b?.mode !== 'routed' || a === b) continue
    const key = `${a.interfaceId} ${b.interfaceId}`
    if (seen.has(key)) continue
    seen.add(key)
    links.push({ id: linkId, ends: [a, b] })
  }
  for (const link of Object.values(network.vlanifLinks).sort(byId)) {
    const [a, b] = [interfaceById.get(link.ends[0]), interfaceById.get(link.ends[1])]
    if (a === undefined || b === undefined || a === b) continue
    links.push({ id: link.id, ends: [a, b] })
  }
  return links
}
