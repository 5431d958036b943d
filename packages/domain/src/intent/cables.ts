import type { LinkEnd, LinkId, Network } from '../model'
import type { CableEndIntent, CableIntent } from './network-intent'
import type { RecordIndex } from './record-index'
import { trunkOf } from './record-index'

/** Every cable with both ends looked up, in the order of link ids. */
export function deriveCables(index: RecordIndex): readonly CableIntent[] {
  return index.links.map((link) => ({
    linkId: link.id as LinkId,
    ends: [resolveEnd(index.network, link.ends[0]), resolveEnd(index.network, link.ends[1])],
  }))
}

/** Where the cable of a link is, or would be, among those of a network. */
export function cablePlace(cables: readonly CableIntent[], linkId: string): number {
  let [from, to] = [0, cables.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((cables[middle]?.linkId ?? '') < linkId) from = middle + 1
    else to = middle
  }
  return from
}

export function cableOf(cables: readonly CableIntent[], linkId: string): CableIntent | undefined {
  const cable = cables[cablePlace(cables, linkId)]
  return cable?.linkId === linkId ? cable : undefined
}

function resolveEnd(network: Network, end: LinkEnd): CableEndIntent {
  if ('hostId' in end)
    return network.hosts[end.hostId] === undefined ? { kind: 'missing' } : { kind: 'host', hostId: end.hostId }
  if ('stationId' in end) {
    return network.stations[end.stationId] === undefined
      ? { kind: 'missing' }
      : { kind: 'station', stationId: end.stationId }
  }
  const port = network.interfaces[end.interfaceId]
  if (port === undefined || network.devices[port.deviceId] === undefined) return { kind: 'missing' }
  const trunk = trunkOf(network, port)
  return {
    kind: 'interface',
    deviceId: port.deviceId,
    interfaceId: port.id,
    name: port.name,
    ...(trunk === undefined ? {} : { trunkId: trunk.id }),
  }
}
