import type { BmpMonitoring, BmpSession, Device, Network, Overlay, Peering } from '../model'
import { byId } from '../model'
import { expandedId } from './intent-ids'
import type { Loopbacks } from './members'
import { loopbacksOf, membersOf } from './members'
import type { PlannedPair } from './overlay-plan'
import { overlayPlan, pairKey } from './overlay-plan'

/**
 * The network with one peering for each pair of devices an overlay joins, and one BMP session for each device a
 * monitoring is about. What somebody detached is a record of the network and stays as it is; of two overlays that
 * join a pair over the same LoopBacks the first by id counts. A network without such intents is returned unchanged.
 */
export function expandIntents(network: Network): Network {
  const overlays = Object.values(network.overlays).sort(byId)
  const monitorings = Object.values(network.bmpMonitorings).sort(byId)
  if (overlays.length === 0 && monitorings.length === 0) return network
  const loopbacks = loopbacksOf(network)
  return {
    ...network,
    peerings: { ...network.peerings, ...expandOverlays(network, overlays, loopbacks) },
    bmpSessions: { ...network.bmpSessions, ...expandMonitorings(network, monitorings, loopbacks) },
  }
}

function expandOverlays(network: Network, overlays: readonly Overlay[], loopbacks: Loopbacks) {
  const taken = new Set<string>()
  for (const { overlayId, ends } of Object.values(network.peerings)) {
    const [a, b] = ends.map(({ owner }) => ('deviceId' in owner ? owner.deviceId : undefined))
    if (overlayId !== undefined && a && b) taken.add(`${overlayId} ${pairKey([a, b])}`)
  }
  const expanded: { [id: string]: Peering } = {}
  for (const overlay of overlays) {
    for (const pair of overlayPlan(network, overlay, loopbacks).pairs) {
      const key = pairKey(pair.ends)
      const session = `${key} ${overlay.loopback ?? 0} ${overlay.instance ?? ''}`
      const id = expandedId('peering', [overlay.id, ...pair.ends])
      const isDrawn = taken.has(`${overlay.id} ${key}`) || Object.hasOwn(network.peerings, id)
      if (!isDrawn && !taken.has(session)) expanded[id] = peeringOf(overlay, pair, id)
      taken.add(session)
    }
  }
  return expanded
}

function peeringOf(overlay: Overlay, { ends: [a, b], sources, isServed }: PlannedPair, id: Peering['id']): Peering {
  const { instance } = overlay
  const process = instance === undefined ? {} : { instance }
  const serves = !isServed
    ? {}
    : overlay.kind === 'ibgp'
      ? { reflectClient: true }
      : overlay.families.includes('evpn') && overlay.nextHopInvariable !== false
        ? { nextHopInvariable: true }
        : {}
  return {
    id,
    overlayId: overlay.id,
    ends: [
      { owner: { deviceId: a }, ...process, interfaceId: sources[0] },
      { owner: { deviceId: b }, ...process, interfaceId: sources[1], ...serves },
    ],
    families: overlay.families,
  }
}

function expandMonitorings(network: Network, monitorings: readonly BmpMonitoring[], loopbacks: Loopbacks) {
  const taken = new Set<string>()
  for (const { monitoringId, deviceId } of Object.values(network.bmpSessions))
    if (monitoringId !== undefined) taken.add(`${monitoringId} ${deviceId}`)
  const expanded: { [id: string]: BmpSession } = {}
  for (const monitoring of monitorings) {
    const excepted = new Set(monitoring.exceptIds)
    for (const deviceId of membersOf(network, monitoring)) {
      const id = expandedId('bmp-session', [monitoring.id, deviceId])
      const isDrawn = taken.has(`${monitoring.id} ${deviceId}`) || Object.hasOwn(network.bmpSessions, id)
      if (!isDrawn && !excepted.has(deviceId)) expanded[id] = sessionOf(monitoring, deviceId, { id, loopbacks })
    }
  }
  return expanded
}

function sessionOf(
  { id: monitoringId, stationId, vrfId, loopback, monitor }: BmpMonitoring,
  deviceId: Device['id'],
  { id, loopbacks }: { readonly id: BmpSession['id']; readonly loopbacks: Loopbacks },
): BmpSession {
  const interfaceId = loopback === undefined ? undefined : loopbacks(deviceId, loopback)
  return {
    id,
    monitoringId,
    deviceId,
    stationId,
    ...(vrfId === undefined ? {} : { vrfId }),
    ...(interfaceId === undefined ? {} : { source: { interfaceId } }),
    monitor,
  }
}
