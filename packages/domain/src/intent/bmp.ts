import { ipVersion } from '@weft/net'
import type { Allocation } from '../allocate'
import type { BmpSession, Device, Station } from '../model'
import { allocated, given, stored } from './effective'
import type { InterfaceDirectory } from './interface-directory'
import { ownerOf, primaryAddress } from './interface-directory'
import type { BgpSessionIntent, BmpIntent, BmpSessionIntent } from './network-intent'
import type { RecordIndex } from './record-index'

type Sources = {
  readonly index: RecordIndex
  readonly allocation: Allocation
  readonly directory: InterfaceDirectory
  readonly bgpSessions: readonly BgpSessionIntent[]
}

/** BMP of a device. A session to a station that is not there is left out; the dangling reference is reported. */
export function deriveBmp(device: Device, sources: Sources): BmpIntent | undefined {
  const records = sources.index.bmpSessionsOf.get(device.id) ?? []
  if (device.bmp === undefined && records.length === 0) return undefined
  const sessions = records.flatMap((record) => {
    const station = sources.index.network.stations[record.stationId]
    return station === undefined ? [] : [bmpSession(device, record, { ...sources, station })]
  })
  return {
    sourceIpv4: device.bmp?.sourceIpv4,
    statisticsTimerSeconds: device.bmp?.statisticsTimerSeconds,
    sessions,
    because: device.bmp === undefined ? records.map(({ id }) => id) : [device.id],
  }
}

function bmpSession(
  device: Device,
  record: BmpSession,
  sources: Sources & { readonly station: Station },
): BmpSessionIntent {
  const { station, index } = sources
  const { monitoringId } = record
  const isExpanded = monitoringId !== undefined && index.network.bmpMonitorings[monitoringId] !== undefined
  return {
    bmpSessionId: record.id,
    stationId: station.id,
    address: station.address,
    alias: record.alias,
    vrfId: record.vrfId,
    tcpPort: tcpPort(record, station, sources.allocation),
    ...sourceOf(device, record, sources),
    monitor: record.monitor.flatMap((each) => {
      const target = monitorTarget(each.target, sources)
      return target === undefined ? [] : [{ ...each, target }]
    }),
    because: [record.id, station.id, ...(isExpanded ? [monitoringId] : [])],
  }
}

function tcpPort(record: BmpSession, station: Station, allocation: Allocation): BmpSessionIntent['tcpPort'] {
  if (record.tcpPort !== undefined) return given(record.tcpPort, record.id)
  if (station.tcpPort !== undefined) return stored(station.tcpPort, station, 'tcpPort')
  const port = allocated(allocation, station.id, 'tcpPort')
  return port === undefined ? undefined : { ...port, value: Number(port.value) }
}

/**
 * The session view wins over the BMP view, which has an IPv4 address only and serves only IPv4 sessions.
 *
 * @source CloudEngine V300R023C00 command reference, "connect-interface (BMP session view)"
 */
function sourceOf(
  device: Device,
  record: BmpSession,
  { station, directory }: Sources & { readonly station: Station },
): Pick<BmpSessionIntent, 'source' | 'effectiveSource'> {
  const version = ipVersion(station.address)
  const at = { deviceId: device.id, vrfId: record.vrfId }
  const named = record.source?.interfaceId === undefined ? undefined : directory.byId.get(record.source.interfaceId)
  const own = named?.deviceId === device.id ? named : undefined
  const address = record.source?.address
  if (own !== undefined || address !== undefined) {
    const owner = own ?? (address === undefined ? undefined : ownerOf(directory, at, address))
    return {
      source: { interfaceName: own?.name, interfaceId: own?.interfaceId, address },
      effectiveSource: {
        from: 'bmp-session-view',
        address: address ?? (own === undefined ? undefined : primaryAddress(directory, own, version)?.value),
        interfaceId: owner?.interfaceId,
      },
    }
  }
  const viewSource = device.bmp?.sourceIpv4
  if (viewSource === undefined || version === 6) return { effectiveSource: { from: 'device-default' } }
  const interfaceId = ownerOf(directory, at, viewSource)?.interfaceId
  return { effectiveSource: { from: 'bmp-view', address: viewSource, interfaceId } }
}

function monitorTarget(
  target: BmpSession['monitor'][number]['target'],
  { index, bgpSessions }: Sources,
): BmpSessionIntent['monitor'][number]['target'] | undefined {
  switch (target.kind) {
    case 'public':
    case 'all-vpn-instance':
      return { kind: target.kind }
    case 'peer': {
      const session = bgpSessions.find(({ peeringId }) => peeringId === target.peeringId)
      return { kind: 'peer', peeringId: target.peeringId, address: session?.remoteAddress?.value }
    }
    case 'vpn-instance': {
      const vrf = index.network.vrfs[target.vrfId]
      return vrf === undefined ? undefined : { kind: 'vpn-instance', vrfName: vrf.name }
    }
  }
}
