import type { IpAddress } from '@weft/net'
import type { BmpSession, PeeringId, StationId } from '../model'
import type { BmpSessionFacts, MonitorFacts } from './device-facts'
import type { DraftNetwork, JoinedDevice } from './draft-network'
import { withoutAbsent } from './join-interfaces'

/** BMP of each device; a station is known by its address. */
export function joinBmp(draft: DraftNetwork): void {
  const stations = new Map<IpAddress, StationId>()
  for (const device of draft.devices) {
    const { bmp } = device.facts
    const record = draft.records.devices[device.id]
    if (bmp === undefined || record === undefined) continue
    const { sessions, ...settings } = bmp
    draft.records.devices[device.id] = { ...record, bmp: settings }
    // Sessions are printed in the order of their ids, which is that of the file.
    for (const [index, session] of sessions.entries())
      addSession(draft, device, { session, stations, place: index + 1 })
  }
}

type Work = {
  readonly session: BmpSessionFacts
  readonly stations: Map<IpAddress, StationId>
  readonly place: number
}

function addSession(draft: DraftNetwork, device: JoinedDevice, { session, stations, place }: Work): void {
  const { address, alias, vrf, tcpPort, sourceInterface, sourceAddress } = session
  const vrfId = vrf === undefined ? undefined : device.vrfIds.get(vrf)
  if (vrf !== undefined && vrfId === undefined) return
  const stationId = stations.get(address) ?? draft.makeId('station', alias ?? address)
  stations.set(address, stationId)
  draft.records.stations[stationId] ??= { id: stationId, name: alias ?? `station-${address}`, address }
  const interfaceId = sourceInterface === undefined ? undefined : device.interfaceIds.get(sourceInterface)
  const hasSource = interfaceId !== undefined || sourceAddress !== undefined
  const id = draft.makeId('bmp-session', device.facts.name.slice(0, 32), `bmp-${String(place).padStart(3, '0')}`)
  draft.records.bmpSessions[id] = withoutAbsent<BmpSession>({
    id,
    deviceId: device.id,
    stationId,
    alias,
    vrfId,
    tcpPort,
    source: hasSource ? { interfaceId, address: sourceAddress } : undefined,
    monitor: session.monitor.flatMap((each) => {
      const target = targetOf(draft, device, each.target)
      return target === undefined ? [] : [{ ...each, target }]
    }),
  })
}

function targetOf(
  draft: DraftNetwork,
  device: JoinedDevice,
  target: MonitorFacts['target'],
): BmpSession['monitor'][number]['target'] | undefined {
  switch (target.kind) {
    case 'public':
    case 'all-vpn-instance':
      return { kind: target.kind }
    case 'vpn-instance': {
      const vrfId = device.vrfIds.get(target.vrf)
      return vrfId === undefined ? undefined : { kind: 'vpn-instance', vrfId }
    }
    case 'peer': {
      const peeringId = peeringTo(draft, device, target)
      return peeringId === undefined ? undefined : { kind: 'peer', peeringId }
    }
  }
}

/** The peering in which the device has the address configured for the other end. */
function peeringTo(
  draft: DraftNetwork,
  device: JoinedDevice,
  { address, vrf }: Extract<MonitorFacts['target'], { kind: 'peer' }>,
): PeeringId | undefined {
  return draft.peeringOf.get(`${device.id} ${vrf ?? ''} ${address}`)
}
