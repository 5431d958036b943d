import type { DeviceId, HostId, InterfaceIntent, LinkId, Network, NetworkIntent } from '@weft/domain'
import type { Carrier, StationId } from './carriers'
import { jointsOf } from './carriers'

/** Where a frame is after it arrived: in a VLAN of a device, at a routed interface, at a host, on the management network. */
export type Place =
  | { readonly kind: 'vlan'; readonly deviceId: DeviceId; readonly vlan: number }
  | { readonly kind: 'port'; readonly deviceId: DeviceId; readonly intent: InterfaceIntent }
  | { readonly kind: 'end'; readonly endId: HostId | StationId }
  | { readonly kind: 'management' }

/** One VLAN of one connection. `via` names the port at each end for people. */
export type Lane = {
  readonly ends: readonly [Place, Place]
  readonly via: readonly [string, string]
  readonly links: readonly LinkId[]
}

/** How frames leave a carrier: the tag is the VLAN, the suffix of a sub-interface, or none. */
type Exit = { readonly tag: string; readonly place: Place }

/**
 * Every way a frame can pass between two places, derived from link types, PVIDs and allowed VLANs at both
 * ends: a frame that leaves tagged with VLAN 10 arrives only where VLAN 10 is carried tagged.
 * Lanes of VLANs in which nothing has an address are left out.
 *
 * @source IEEE 802.1Q-2018, 6.9 (ingress and egress of tagged and untagged frames)
 */
export function lanesOf(network: Network, intent: NetworkIntent): readonly Lane[] {
  const lanes = [...cableLanes(network, intent), ...virtualPeerLanes(intent), ...managementLanes(intent)]
  return withoutIdleVlans(lanes, intent)
}

function cableLanes(network: Network, intent: NetworkIntent): readonly Lane[] {
  return jointsOf(network, intent).flatMap(({ near, far, links }) => {
    const exits = exitsOf(near, intent)
    if ('endId' in far) {
      const place: Place = { kind: 'end', endId: far.endId }
      const untagged = exits.filter(({ tag }) => tag === '')
      // A server on a trunk speaks all its VLANs; with an untagged one that is the one it has an address in.
      const spoken = untagged.length > 0 ? untagged : exits
      return spoken.map((exit): Lane => ({ ends: [exit.place, place], via: [viaName(near, exit.tag), ''], links }))
    }
    const arrivals = new Map(exitsOf(far, intent).map(({ tag, place }) => [tag, place]))
    return exits.flatMap(({ tag, place }): readonly Lane[] => {
      const arrival = arrivals.get(tag)
      if (arrival === undefined) return []
      return [{ ends: [place, arrival], via: [viaName(near, tag), viaName(far, tag)], links }]
    })
  })
}

function viaName({ intent }: Carrier, tag: string): string {
  return tag === '' || tag.startsWith('.') ? `${intent.name}${tag}` : `${intent.name} VLAN ${tag}`
}

function exitsOf({ deviceId, intent: port }: Carrier, intent: NetworkIntent): readonly Exit[] {
  const device = intent.devices.get(deviceId)
  if (device === undefined) return []
  if (port.mode === 'routed' || port.kind === 'meth') {
    const parts = device.interfaces.filter(({ name, shutdown }) => name.startsWith(`${port.name}.`) && !shutdown)
    return [port, ...parts].map((part) => ({
      tag: tagOf(part) ?? part.name.slice(port.name.length),
      place: { kind: 'port', deviceId, intent: part },
    }))
  }
  return [1, ...device.vlans.map(({ vlan }) => vlan)].flatMap((vlan): readonly Exit[] => {
    const carriage = carriageOf(port, vlan)
    if (carriage === undefined) return []
    return [{ tag: carriage === 'tagged' ? String(vlan) : '', place: { kind: 'vlan', deviceId, vlan } }]
  })
}

/** The VLAN of the frames of a sub-interface; without one, two that have the same number meet. */
function tagOf({ encapsulation }: InterfaceIntent): string | undefined {
  return encapsulation?.kind === 'dot1q' && encapsulation.vlan !== undefined ? String(encapsulation.vlan) : undefined
}

function carriageOf({ switching, peerLink }: InterfaceIntent, vlan: number): 'tagged' | 'untagged' | undefined {
  if (peerLink !== undefined) return peerLink.excludedVlans.includes(vlan) ? undefined : 'tagged'
  if (switching?.linkType === 'hybrid') {
    if (vlan === 1 || switching.untaggedVlans.includes(vlan)) return 'untagged'
    return switching.allowedVlans.includes(vlan) ? 'tagged' : undefined
  }
  const native = switching?.vlan ?? 1
  if (switching?.linkType !== 'trunk') return vlan === native ? 'untagged' : undefined
  if (vlan !== 1 && !switching.allowedVlans.includes(vlan)) return undefined
  return vlan === native ? 'untagged' : switching.allowedVlans.includes(vlan) ? 'tagged' : undefined
}

/** A virtual peer-link has no cable: its VXLAN tunnel becomes one wire per VLAN that both members have. */
function virtualPeerLanes(intent: NetworkIntent): readonly Lane[] {
  return [...intent.devices].flatMap(([deviceId, { interfaces, dfsGroup, vlans }]) => {
    const peerLink = interfaces.find(({ peerLink }) => peerLink?.virtual === true)?.peerLink
    const other = dfsGroup?.side === 0 ? intent.devices.get(dfsGroup.otherDeviceId) : undefined
    if (peerLink === undefined || other === undefined) return []
    const theirs = new Set(other.vlans.map(({ vlan }) => vlan))
    return vlans
      .filter(({ vlan }) => theirs.has(vlan) && !peerLink.excludedVlans.includes(vlan))
      .map(({ vlan }): Lane => {
        const place = (id: DeviceId): Place => ({ kind: 'vlan', deviceId: id, vlan })
        const via = `virtual peer-link VLAN ${vlan}`
        return { ends: [place(deviceId), place(other.device.id)], via: [via, via], links: [] }
      })
  })
}

/** Management ports without a cable are taken to meet in one network that nobody drew. */
function managementLanes(intent: NetworkIntent): readonly Lane[] {
  const cabled = new Set(
    intent.cables.flatMap(({ ends }) => ends.map((end) => 'interfaceId' in end && end.interfaceId)),
  )
  return [...intent.devices].flatMap(([deviceId, { interfaces }]) =>
    interfaces
      .filter((each) => each.kind === 'meth' && !each.shutdown && !cabled.has(each.interfaceId ?? false))
      .map(
        (each): Lane => ({
          ends: [{ kind: 'port', deviceId, intent: each }, { kind: 'management' }],
          via: [each.name, each.name],
          links: [],
        }),
      ),
  )
}

function withoutIdleVlans(lanes: readonly Lane[], intent: NetworkIntent): readonly Lane[] {
  const parent = new Map<string, string>()
  const root = (place: string): string => {
    let at = place
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up
    return at
  }
  for (const { ends } of lanes) {
    const [a, b] = [root(placeKey(ends[0])), root(placeKey(ends[1]))]
    if (a !== b) parent.set(a, b)
  }
  const busy = new Set<string>()
  for (const place of lanes.flatMap(({ ends }) => ends)) {
    if (place.kind === 'port' || (place.kind === 'vlan' && vlanifOf(intent, place) !== undefined))
      busy.add(root(placeKey(place)))
  }
  return lanes.filter(({ ends }) => busy.has(root(placeKey(ends[0]))))
}

export function vlanifOf(
  intent: NetworkIntent,
  { deviceId, vlan }: { readonly deviceId: DeviceId; readonly vlan: number },
): InterfaceIntent | undefined {
  return intent.devices.get(deviceId)?.interfaces.find(({ name }) => name === `Vlanif${vlan}`)
}

export function placeKey(place: Place): string {
  switch (place.kind) {
    case 'vlan':
      return `${place.deviceId} vlan ${place.vlan}`
    case 'port':
      return `${place.deviceId} ${place.intent.name}`
    case 'end':
      return place.endId
    case 'management':
      return 'management'
  }
}
