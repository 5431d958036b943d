import type { LinkEnd, Network, PeeringEnd, RecordId } from '@weft/domain'

/** The node a cable end is drawn on. Undefined when the record it names is gone. */
export function nodeOfEnd(network: Network, end: LinkEnd): RecordId | undefined {
  if ('interfaceId' in end) return present(network, network.interfaces[end.interfaceId]?.deviceId)
  if ('hostId' in end) return present(network, end.hostId)
  return present(network, end.stationId)
}

export function nodeOfOwner(network: Network, { owner }: PeeringEnd): RecordId | undefined {
  return present(network, 'deviceId' in owner ? owner.deviceId : owner.hostId)
}

function present(network: Network, id: RecordId | undefined): RecordId | undefined {
  if (id === undefined) return undefined
  return id in network.devices || id in network.hosts || id in network.stations ? id : undefined
}

/**
 * The nodes on which a record can be seen: what the canvas brings into view for it, and where
 * findings about records without a drawing of their own show.
 */
export function nodesOfRecord(network: Network, id: RecordId): readonly RecordId[] {
  const drawn = (...ids: readonly (RecordId | undefined)[]) => ids.filter((each) => each !== undefined)
  if (present(network, id)) return [id]
  const found = {
    interface: network.interfaces[id],
    link: network.links[id],
    vlanifLink: network.vlanifLinks[id],
    pair: network.mlagPairs[id],
    attachment: network.attachments[id],
    gateway: network.gateways[id],
    peering: network.peerings[id],
    bmpSession: network.bmpSessions[id],
    staticRoute: network.staticRoutes[id],
    members: network.underlays[id] ?? network.overlays[id] ?? network.bmpMonitorings[id],
  }
  if (found.interface) return drawn(present(network, found.interface.deviceId))
  if (found.link) return drawn(...found.link.ends.map((end) => nodeOfEnd(network, end)))
  if (found.vlanifLink) {
    return drawn(...found.vlanifLink.ends.map((end) => present(network, network.interfaces[end]?.deviceId)))
  }
  if (found.pair) return drawn(...found.pair.members.map((member) => present(network, member)))
  if (found.attachment) {
    const { attached } = found.attachment
    return drawn(nodeOfEnd(network, attached))
  }
  if (found.gateway) return drawn(...(network.mlagPairs[found.gateway.pairId]?.members ?? []))
  if (found.peering) return drawn(...found.peering.ends.map((end) => nodeOfOwner(network, end)))
  if (found.bmpSession) {
    return drawn(present(network, found.bmpSession.deviceId), present(network, found.bmpSession.stationId))
  }
  if (found.staticRoute) return drawn(present(network, found.staticRoute.deviceId))
  if (found.members) return drawn(...(found.members.deviceIds ?? []).map((device) => present(network, device)))
  return []
}

/** The drawn things that carry the badge of a finding about this record. */
export function badgesOf(network: Network, id: RecordId): readonly RecordId[] {
  if (id in network.interfaces || id in network.staticRoutes || id in network.attachments) {
    return nodesOfRecord(network, id)
  }
  const gateway = network.gateways[id]
  return gateway ? [gateway.pairId] : [id]
}
