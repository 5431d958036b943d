import type { CableIntent, InterfaceIntent } from '../intent'
import type { RecordId, VlanifLink } from '../model'
import type { InterfaceLookup } from './interface-lookup'

/** Two interfaces that are neighbours on Layer 3, and the record that makes them so. */
export type Layer3Link = { readonly id: RecordId; readonly ends: readonly [InterfaceIntent, InterfaceIntent] }

/** Routed cables (one for all cables between two trunks) and VLANIF links whose both ends are there. */
export function layer3Links(
  { cables, vlanifLinks }: { readonly cables: readonly CableIntent[]; readonly vlanifLinks: readonly VlanifLink[] },
  interfaceById: InterfaceLookup,
): readonly Layer3Link[] {
  const carrier = (end: CableIntent['ends'][number]) =>
    end.kind === 'interface' ? interfaceById.get(end.trunkId ?? end.interfaceId) : undefined
  const links: Layer3Link[] = []
  const seen = new Set<string>()
  for (const { linkId, ends } of cables) {
    const [a, b] = [carrier(ends[0]), carrier(ends[1])]
    if (a?.mode !== 'routed' || b?.mode !== 'routed' || a === b) continue
    const key = `${a.interfaceId} ${b.interfaceId}`
    if (seen.has(key)) continue
    seen.add(key)
    links.push({ id: linkId, ends: [a, b] })
  }
  for (const link of vlanifLinks) {
    const [a, b] = [interfaceById.get(link.ends[0]), interfaceById.get(link.ends[1])]
    if (a === undefined || b === undefined || a === b) continue
    links.push({ id: link.id, ends: [a, b] })
  }
  return links
}
