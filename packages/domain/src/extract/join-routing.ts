import type { Device, VrfId } from '../model'
import type { BgpFacts } from './device-facts'
import type { DraftNetwork, JoinedDevice } from './draft-network'
import { joinIgp } from './join-igp'
import { withoutAbsent } from './join-interfaces'

/** What the routing processes of a device say: underlays, AS number, router IDs, announcements. */
export function joinRouting(draft: DraftNetwork): void {
  joinIgp(draft)
  for (const device of draft.devices) {
    const record = draft.records.devices[device.id]
    if (record === undefined) continue
    draft.records.devices[device.id] = withoutAbsent<Device>({
      ...record,
      ...routerIds(device),
      asNumber: device.facts.bgp?.asNumber,
      bgp: device.facts.bgp === undefined ? undefined : baseProcess(device, device.facts.bgp),
      bgpInstances: bgpInstances(device),
    })
  }
}

/**
 * The router ID of the device is the one its OSPF processes say, else that of the system, else that of BGP; and it
 * is written in those places only that say it.
 */
function routerIds({ facts }: JoinedDevice): Pick<Device, 'routerId' | 'routerIdIn'> {
  const { bgp, bgpInstances: instances, ospf, routerId: ofSystem } = facts
  const ofOspf = ospf[0]?.routerId
  const everyProcess = ofOspf !== undefined && ospf.every((process) => process.routerId === ofOspf)
  const routerId = (everyProcess ? ofOspf : undefined) ?? ofSystem ?? bgp?.routerId
  const speaks = bgp !== undefined || instances.length > 0 || ospf.length > 0 || ofSystem !== undefined
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

function baseProcess(device: JoinedDevice, facts: BgpFacts): Device['bgp'] {
  const { routerId, ...record } = bgpRecord(device, facts)
  return withoutAbsent({
    ...record,
    keepAllRoutes: facts.keepAllRoutes ? true : undefined,
    routerId: routerId === routerIds(device).routerId ? undefined : routerId,
  })
}

function bgpInstances(device: JoinedDevice): Device['bgpInstances'] {
  const { bgpInstances: instances } = device.facts
  if (instances.length === 0) return undefined
  return instances.map((facts) => ({
    name: facts.instance ?? '',
    asNumber: facts.asNumber,
    ...bgpRecord(device, facts),
  }))
}

/** What base and further processes have in common. */
function bgpRecord(device: JoinedDevice, facts: BgpFacts): Omit<NonNullable<Device['bgp']>, 'keepAllRoutes'> {
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
  const familySettings = inTable(facts.familySettings)
  return withoutAbsent({
    announce: announce.length === 0 ? undefined : announce,
    importRoutes: importRoutes.length === 0 ? undefined : importRoutes,
    advertiseEvpn: advertiseEvpn.length === 0 ? undefined : advertiseEvpn,
    familySettings: familySettings.length === 0 ? undefined : familySettings,
    clusterId: facts.clusterId,
    privateFourByteAs: facts.privateFourByteAs ? true : undefined,
    routerId: facts.routerId,
    vpnTargetPolicy: facts.vpnTargetPolicy,
  })
}

function vrfField(vrfId: VrfId | undefined): { readonly vrfId?: VrfId } {
  return vrfId === undefined ? {} : { vrfId }
}
