import type { BridgeDomain, BridgeDomainId, Device, DeviceId, DeviceInterface } from '../model'
import type { BridgeDomainFacts, DeviceFacts, InterfaceFacts } from './device-facts'
import type { DraftNetwork } from './draft-network'

type Distinguishers = NonNullable<Device['evpnDistinguishers']>
/** Bridge domains of one device by number, and the distinguishers that are its own. */
export type DeviceBridgeDomains = {
  readonly byNumber: ReadonlyMap<number, BridgeDomain>
  readonly distinguishers: Distinguishers
}

/** One record for bridge domains that are the same but for their distinguishers; those that differ have one each. */
export function joinBridgeDomains(
  draft: DraftNetwork,
  devices: readonly DeviceFacts[],
): ReadonlyMap<string, DeviceBridgeDomains> {
  const groups = new Map<string, { readonly id: BridgeDomainId; readonly all: BridgeDomainFacts[] }>()
  for (const { bridgeDomains } of devices) {
    for (const facts of bridgeDomains) {
      const key = contentOf(facts)
      const group = groups.get(key) ?? { id: draft.makeId('bridge-domain', String(facts.number)), all: [] }
      group.all.push(facts)
      groups.set(key, group)
    }
  }
  for (const { id, all } of groups.values()) draft.records.bridgeDomains[id] = recordOf(id, all)
  return new Map(
    devices.map(({ name, bridgeDomains }) => {
      const byNumber = new Map<number, BridgeDomain>()
      const distinguishers: Distinguishers[number][] = []
      for (const facts of bridgeDomains) {
        const id = groups.get(contentOf(facts))?.id
        const record = id === undefined ? undefined : draft.records.bridgeDomains[id]
        if (record === undefined) continue
        byNumber.set(facts.number, record)
        const own = facts.evpn?.routeDistinguisher
        if (own === undefined || record.evpn?.routeDistinguisher !== undefined) continue
        distinguishers.push({ bridgeDomainId: record.id, routeDistinguisher: own })
      }
      return [name, { byNumber, distinguishers }]
    }),
  )
}

/** What has to be the same for one record. */
function contentOf({ number, description, vni, boundVlan, evpn }: BridgeDomainFacts): string {
  return JSON.stringify([number, description, vni, boundVlan, evpn && [evpn.importTargets, evpn.exportTargets]])
}

function recordOf(id: BridgeDomainId, all: readonly BridgeDomainFacts[]): BridgeDomain {
  const [first] = all
  const { evpn, ...facts } = first ?? { number: 1, evpn: undefined }
  if (evpn === undefined) return { id, ...facts }
  const { routeDistinguisher, ...targets } = evpn
  const isSame = all.every((each) => each.evpn?.routeDistinguisher === routeDistinguisher)
  return { id, ...facts, evpn: isSame ? evpn : targets }
}

/** Names the device in the bridge domains it has without a sub-interface in them. */
export function placeOn(draft: DraftNetwork, deviceId: DeviceId, facts: DeviceFacts, own: DeviceBridgeDomains): void {
  const bound = new Set([...facts.interfaces.values()].map(({ bridgeDomain }) => bridgeDomain))
  for (const [number, { id }] of own.byNumber) {
    const record = draft.records.bridgeDomains[id]
    if (record === undefined || bound.has(number)) continue
    draft.records.bridgeDomains[id] = { ...record, deviceIds: [...(record.deviceIds ?? []), deviceId] }
  }
}

/** Where each VNI of the device goes, as far as its bridge domain does not say the same. */
export function headEndsOf(
  { headEnds }: NonNullable<InterfaceFacts['nve']>,
  { byNumber }: DeviceBridgeDomains,
): NonNullable<DeviceInterface['nve']>['headEnd'] {
  const stated = [...byNumber.values()].flatMap(({ id, vni, evpn }) => {
    const peers = vni === undefined ? undefined : headEnds.get(vni)
    if (vni === undefined || (peers === 'bgp' && evpn !== undefined)) return []
    return [{ bridgeDomainId: id, peers: peers ?? [] }]
  })
  return stated.length === 0 ? undefined : stated
}
