import type { DeviceId, HostId, InterfaceIntent, LinkId, Network, NetworkIntent } from '@weft/domain'
import { byId } from '@weft/domain'

/** A port outside Eth-Trunks, or an Eth-Trunk: what cables lead to. */
export type Carrier = { readonly deviceId: DeviceId; readonly intent: InterfaceIntent }
export type StationId = `station:${string}`
export type Far = Carrier | { readonly endId: HostId | StationId }

/** Two carriers, or a carrier and a host, with the live cables between them. */
export type Joint = { readonly near: Carrier; readonly far: Far; readonly links: readonly LinkId[] }

/** Which carriers meet: over live cables, and over attachments of an M-LAG pair for which no cable is drawn. */
export function jointsOf(network: Network, intent: NetworkIntent): readonly Joint[] {
  const carriers = carriersById(intent)
  const joints = new Map<string, { near: Carrier; far: Far; links: LinkId[] }>()
  const cabled = new Set<string>()
  const join = (near: Carrier, far: Far, link?: LinkId): void => {
    const key = `${nameOf(near)} ${nameOf(far)}`
    const joint = joints.get(key) ?? { near, far, links: [] }
    if (link !== undefined) joint.links.push(link)
    joints.set(key, joint)
  }
  for (const { linkId, ends } of intent.cables) {
    const [a, b] = ends.map((end): (Far & { alive: boolean }) | undefined => {
      if (end.kind === 'host') return { endId: end.hostId, alive: true }
      if (end.kind === 'station') return { endId: end.stationId, alive: true }
      const found = end.kind === 'interface' ? carriers.get(end.interfaceId) : undefined
      if (found !== undefined) cabled.add(nameOf(found.carrier))
      return found && { ...found.carrier, alive: !found.port.shutdown && !found.carrier.intent.shutdown }
    })
    if (!a?.alive || !b?.alive || nameOf(a) === nameOf(b)) continue
    if ('intent' in a && ('endId' in b || nameOf(a) < nameOf(b))) join(a, b, linkId)
    else if ('intent' in b) join(b, a, linkId)
  }
  for (const { trunks, attached } of Object.values(network.attachments).sort(byId)) {
    for (const trunkId of trunks) {
      const near = trunkId === undefined ? undefined : carriers.get(trunkId)?.carrier
      if (near === undefined || near.intent.shutdown || cabled.has(nameOf(near))) continue
      const far = 'hostId' in attached ? undefined : carriers.get(attached.interfaceId)?.carrier
      if ('hostId' in attached && network.hosts[attached.hostId]) join(near, { endId: attached.hostId })
      else if (far !== undefined && !far.intent.shutdown && nameOf(far) !== nameOf(near)) join(near, far)
    }
  }
  return [...joints.values()]
}

/** Every interface of the design, with the trunk that carries for it when it is a member of one. */
function carriersById(
  intent: NetworkIntent,
): ReadonlyMap<string, { readonly port: InterfaceIntent; readonly carrier: Carrier }> {
  const carriers = new Map<string, { port: InterfaceIntent; carrier: Carrier }>()
  for (const [deviceId, { interfaces }] of intent.devices) {
    const byName = new Map(interfaces.map((each) => [each.name, each]))
    for (const port of interfaces) {
      const trunk = port.memberOf === undefined ? undefined : byName.get(port.memberOf)
      if (port.interfaceId !== undefined)
        carriers.set(port.interfaceId, { port, carrier: { deviceId, intent: trunk ?? port } })
    }
  }
  return carriers
}

function nameOf(far: Far): string {
  return 'endId' in far ? far.endId : `${far.deviceId} ${far.intent.name}`
}
