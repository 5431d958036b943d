import { interfaceKind, interfaceNumber } from '@weft/net'
import type { Gateway } from '../model'
import type { InterfaceFacts } from './device-facts'
import type { DraftNetwork } from './draft-network'
import { amendInterface } from './draft-network'
import { withoutAbsent } from './join-interfaces'
import type { JoinedPair } from './join-pairs'

/** The Vlanifs of both members of a pair that share address and MAC are one dual-active gateway. */
export function joinGateways(draft: DraftNetwork, { id: pairId, members }: JoinedPair): void {
  const [first, second] = members
  for (const own of first.facts.interfaces.values()) {
    const other = second.facts.interfaces.get(own.name)
    if (other === undefined || interfaceKind(own.name) !== 'vlanif' || !isShared(own, other)) continue
    const vrfId = own.vrf === undefined ? undefined : first.vrfIds.get(own.vrf)
    if (own.vrf !== undefined && second.vrfIds.get(own.vrf) !== vrfId) continue
    const vlan = interfaceNumber(own.name) ?? 1
    const id = draft.makeId('gateway', ...members.map(({ facts }) => facts.name.slice(0, 26)), String(vlan))
    draft.records.gateways[id] = withoutAbsent<Gateway>({
      id,
      pairId,
      vlan,
      ipv4: own.ipv4[0] === other.ipv4[0] ? own.ipv4[0] : undefined,
      ipv6: own.ipv6[0] === other.ipv6[0] ? own.ipv6[0] : undefined,
      macAddress: own.macAddress,
      vrfId,
      mlagIpv4: own.mlagIpv4 && other.mlagIpv4 && [own.mlagIpv4, other.mlagIpv4],
      arpProxy: own.arpProxy === other.arpProxy ? (own.arpProxy ?? false) : undefined,
      description: own.description === other.description ? own.description : undefined,
    })
    for (const { facts, interfaceIds } of members) {
      const interfaceId = interfaceIds.get(own.name)
      const vlanif = facts.interfaces.get(own.name)
      // The gateway says the MAC; the addresses of the Vlanif are what it has beside the shared ones.
      if (interfaceId === undefined || vlanif === undefined) continue
      amendInterface(draft, interfaceId, {
        ipv4: own.ipv4[0] === other.ipv4[0] ? vlanif.ipv4.slice(1) : vlanif.ipv4,
        ipv6: own.ipv6[0] === other.ipv6[0] ? vlanif.ipv6.slice(1) : vlanif.ipv6,
      })
      const record = draft.records.interfaces[interfaceId]
      if (record !== undefined)
        draft.records.interfaces[interfaceId] = withoutAbsent({ ...record, macAddress: undefined })
    }
  }
}

function isShared(a: InterfaceFacts, b: InterfaceFacts): boolean {
  if (a.macAddress === undefined || a.macAddress !== b.macAddress) return false
  const ipv4 = a.ipv4[0] !== undefined && a.ipv4[0] === b.ipv4[0]
  return ipv4 || (a.ipv6[0] !== undefined && a.ipv6[0] === b.ipv6[0])
}
