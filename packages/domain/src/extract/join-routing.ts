import type { Device, Underlay, UnderlayId, VrfId } from '../model'
import type { BgpFacts } from './device-facts'
import type { DraftNetwork, JoinedDevice } from './draft-network'
import { withoutAbsent } from './join-interfaces'

/** What the routing processes of a device say: AS number, router IDs, announcements, OSPF statements. */
export function joinRouting(draft: DraftNetwork): void {
  const underlays = joinOspf(draft)
  for (const device of draft.devices) {
    const record = draft.records.devices[device.id]
    if (record === undefined) continue
    draft.records.devices[device.id] = withoutAbsent<Device>({
      ...record,
      ...routerIds(device),
      asNumber: device.facts.bgp?.asNumber,
      bgp: device.facts.bgp === undefined ? undefined : bgpRecord(device, device.facts.bgp),
      ospfNetworks: ospfNetworks(device, underlays),
    })
  }
}

/**
 * The router ID of the device is the one its OSPF processes say, else that of the system, else that of BGP; and it
 * is written in those places only that say it.
 */
function routerIds({ facts }: JoinedDevice): Pick<Device, 'routerId' | 'routerIdIn'> {
  const { bgp, ospf, routerId: ofSystem } = facts
  const ofOspf = ospf[0]?.routerId
  const everyProcess = ofOspf !== undefined && ospf.every((process) => process.routerId === ofOspf)
  const routerId = (everyProcess ? ofOspf : undefined) ?? ofSystem ?? bgp?.routerId
  const speaks = bgp !== undefined || ospf.length > 0 || ofSystem !== undefined
  if (!speaks) return {}
  return {
    routerId,
    routerIdIn: [
      ...(ofSystem !== undefined && ofSystem === routerId ? (['system'] as const) : []),
      ...(bgp?.routerId !== undefined ? (['bgp'] as const) : []),
      ...(everyProcess ? (['ospf'] as const) : []),
    ],
  }
}

function bgpRecord(device: JoinedDevice, facts: BgpFacts): Device['bgp'] {
  const main = routerIds(device).routerId
  const inTable = <Item extends { readonly vrf?: string; readonly policy?: string }>(items: readonly Item[]) =>
    items.flatMap(({ vrf, policy, ...item }) => {
      const vrfId = vrf === undefined ? undefined : device.vrfIds.get(vrf)
      const routePolicyId = device.policies.routePolicy(policy)
      const isUnknown = (vrf !== undefined && vrfId === undefined) || (policy !== undefined && !routePolicyId)
      return isUnknown ? [] : [{ ...item, ...vrfField(vrfId), ...(routePolicyId ? { routePolicyId } : {}) }]
    })
  const announce = inTable(facts.announce)
  const importRoutes = inTable(facts.importRoutes)
  const advertiseEvpn = facts.advertiseEvpn.flatMap(({ family, vrf }) => {
    const vrfId = device.vrfIds.get(vrf)
    return vrfId === undefined ? [] : [{ vrfId, family }]
  })
  return withoutAbsent({
    announce: announce.length === 0 ? undefined : announce,
    importRoutes: importRoutes.length === 0 ? undefined : importRoutes,
    advertiseEvpn: advertiseEvpn.length === 0 ? undefined : advertiseEvpn,
    clusterId: facts.clusterId,
    keepAllRoutes: facts.keepAllRoutes ? true : undefined,
    routerId: facts.routerId === main ? undefined : facts.routerId,
    vpnTargetPolicy: facts.vpnTargetPolicy,
  })
}

function vrfField(vrfId: VrfId | undefined): { readonly vrfId?: VrfId } {
  return vrfId === undefined ? {} : { vrfId }
}

type Underlays = ReadonlyMap<string, UnderlayId>

function underlayKey(processId: number, vrfId: VrfId | undefined): string {
  return `${processId} ${vrfId ?? ''}`
}

/** One underlay for the processes that have the same number and VPN instance. */
function joinOspf(draft: DraftNetwork): Underlays {
  const ids = new Map<string, UnderlayId>()
  for (const { id: deviceId, facts, vrfIds } of draft.devices) {
    for (const { processId, vrf, networks } of facts.ospf) {
      const vrfId = vrf === undefined ? undefined : vrfIds.get(vrf)
      if (vrf !== undefined && vrfId === undefined) continue
      const key = underlayKey(processId, vrfId)
      const id =
        ids.get(key) ?? draft.makeId('underlay', 'ospf', String(processId), ...(vrf === undefined ? [] : [vrf]))
      ids.set(key, id)
      const known = draft.records.underlays[id]
      const fresh: Underlay = {
        id,
        kind: 'ospf',
        deviceIds: [],
        processId,
        area: networks[0]?.area ?? 0,
        networkType: 'broadcast',
        ...vrfField(vrfId),
      }
      const underlay = known ?? fresh
      draft.records.underlays[id] = { ...underlay, deviceIds: [...underlay.deviceIds, deviceId] }
    }
  }
  return ids
}

function ospfNetworks({ facts, vrfIds }: JoinedDevice, underlays: Underlays): Device['ospfNetworks'] {
  if (facts.ospf.length === 0) return undefined
  return facts.ospf.flatMap(({ processId, vrf, networks }) => {
    const vrfId = vrf === undefined ? undefined : vrfIds.get(vrf)
    const underlayId = underlays.get(underlayKey(processId, vrfId))
    if (underlayId === undefined || (vrf !== undefined && vrfId === undefined)) return []
    return networks.map(({ area, prefix }) => ({ underlayId, area, prefix }))
  })
}
