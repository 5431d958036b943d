import type { IpAddress, Ipv4Address } from '@weft/net'
import type { BridgeDomainId, DeviceId, DeviceInterface, Effective, InterfaceId } from '../model'
import type { BridgeDomainPlan } from './bridge-domains'
import { given } from './effective'
import type { InterfaceDirectory } from './interface-directory'
import { ownerOf, preferredAddress } from './interface-directory'
import type { HeadEndIntent, NveIntent } from './overlay-intent'
import type { RecordIndex } from './record-index'

type Nve = { readonly record: DeviceInterface; readonly source: Source }
type Source = Pick<NveIntent, 'source' | 'sourceInterfaceId'>

/** The NVE of each device that has one: its tunnel source, and where each VNI of the device is replicated to. */
export function deriveNves(
  index: RecordIndex,
  directory: InterfaceDirectory,
  placed: BridgeDomainPlan,
): ReadonlyMap<InterfaceId, NveIntent> {
  const nves: Nve[] = []
  for (const { id } of index.devices) {
    for (const record of index.interfacesOf.get(id) ?? []) {
      if (record.nve !== undefined) nves.push({ record, source: sourceOf(record, directory) })
    }
  }
  if (nves.length === 0) return new Map()
  const sourcesOf = tunnelSources(nves, placed)
  const bypassSources = new Map(nves.map(({ record }) => [record.deviceId, record.nve?.bypass?.source]))
  return new Map(
    nves.map(({ record, source }) => [
      record.id,
      {
        ...source,
        headEnds: headEnds(record, source, { placed, sourcesOf }),
        bypass: bypassOf(record, index, bypassSources),
      },
    ]),
  )
}

function sourceOf({ deviceId, nve, id }: DeviceInterface, directory: InterfaceDirectory): Source {
  if (nve?.sourceAddress !== undefined) {
    const owner = ownerOf(directory, { deviceId }, nve.sourceAddress)
    return { source: given(nve.sourceAddress, id), sourceInterfaceId: owner?.interfaceId }
  }
  const named = nve?.sourceInterfaceId === undefined ? undefined : directory.byId.get(nve.sourceInterfaceId)
  if (named === undefined || named.deviceId !== deviceId) return {}
  return { source: preferredAddress(directory, named), sourceInterfaceId: named.interfaceId }
}

/** The peer of one member is the source of the other. */
function bypassOf(
  { deviceId, nve }: DeviceInterface,
  { pairOf }: RecordIndex,
  sources: ReadonlyMap<DeviceId, Ipv4Address | undefined>,
): NveIntent['bypass'] {
  if (nve?.bypass === undefined) return undefined
  const other = pairOf.get(deviceId)?.pair.members.find((member) => member !== deviceId)
  return {
    source: nve.bypass.source,
    peer: nve.bypass.peer ?? (other === undefined ? undefined : sources.get(other)),
  }
}

type SourcesOf = ReadonlyMap<BridgeDomainId, ReadonlyMap<DeviceId, Effective<IpAddress>>>

/** The tunnel sources of the devices that have a bridge domain. */
function tunnelSources(nves: readonly Nve[], placed: BridgeDomainPlan): SourcesOf {
  const found = new Map<BridgeDomainId, Map<DeviceId, Effective<IpAddress>>>()
  for (const { record, source } of nves) {
    if (source.source === undefined) continue
    for (const { record: domain } of placed.get(record.deviceId) ?? []) {
      const known = found.get(domain.id) ?? new Map<DeviceId, Effective<IpAddress>>()
      known.set(record.deviceId, source.source)
      found.set(domain.id, known)
    }
  }
  return found
}

/** What the device says of a bridge domain itself comes before what follows from the others that have it. */
function headEnds(
  { id, deviceId, nve }: DeviceInterface,
  { source }: Source,
  { placed, sourcesOf }: { readonly placed: BridgeDomainPlan; readonly sourcesOf: SourcesOf },
): readonly HeadEndIntent[] {
  return (placed.get(deviceId) ?? [])
    .flatMap(({ record }): readonly HeadEndIntent[] => {
      if (record.vni === undefined) return []
      const base = { bridgeDomainId: record.id, vni: record.vni, because: [id, record.id] }
      const own = nve?.headEnd?.find(({ bridgeDomainId }) => bridgeDomainId === record.id)
      if (own !== undefined) return [{ ...base, peers: own.peers }]
      if (record.evpn !== undefined) return [{ ...base, peers: 'bgp' }]
      const others = [...(sourcesOf.get(record.id)?.values() ?? [])].map(({ value }) => value)
      // The members of an M-LAG pair may share one tunnel source, and nobody sends to himself.
      return [{ ...base, peers: [...new Set(others)].filter((address) => address !== source?.value) }]
    })
    .sort((a, b) => a.vni - b.vni)
}
