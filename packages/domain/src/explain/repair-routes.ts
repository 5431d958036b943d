import type { IpAddress } from '@weft/net'
import { addressOf, ipVersion, networkOf } from '@weft/net'
import type { Fix } from '../check'
import { setFields } from '../check'
import type { DeviceIntent, InterfaceIntent } from '../intent'
import type { DeviceId, StaticRoute } from '../model'
import { byId, text } from '../model'
import type { PathVerdict } from '../reach'
import type { Patient } from './patient'

type Unreachable = Extract<PathVerdict, { kind: 'unreachable' }>
type Owner = { readonly device: DeviceIntent; readonly item: InterfaceIntent; readonly address: IpAddress }

/** Routes to addresses that packets of the session do not reach: by the underlay, by BGP `network`, by hand. */
export function routeRepairs(patient: Patient): readonly Fix[] {
  const { forward, back } = patient.entry.verdict
  return [forward, back].flatMap((path) => {
    if (path?.kind !== 'unreachable' || path.reason !== 'no-route') return []
    const owner = ownerOf(patient, path.missing)
    return owner === undefined
      ? []
      : [...underlayRepairs(patient, path, owner), ...announceRepair(owner), ...staticRepair(patient, path, owner)]
  })
}

function ownerOf({ compilation }: Patient, address: IpAddress): Owner | undefined {
  for (const device of compilation.intent.devices.values()) {
    const item = device.interfaces.find((each) => addressesOf(each).includes(address))
    if (item !== undefined) return { device, item, address }
  }
  return undefined
}

function addressesOf({ ipv4, ipv6 }: InterfaceIntent): readonly IpAddress[] {
  return [...ipv4, ...ipv6].map(({ value }) => addressOf(value))
}

/** The device where the way ends, and the one it should lead to, in the underlay the others are in. */
function underlayRepairs({ network, entry }: Patient, { stoppedAt }: Unreachable, { device }: Owner): readonly Fix[] {
  const wanted = new Set<DeviceId>([stoppedAt, device.device.id, ...entry.devices])
  return Object.values(network.underlays)
    .sort(byId)
    .flatMap((underlay) => {
      const missing = [...wanted].filter((id) => !underlay.deviceIds.includes(id))
      if (missing.length === 0 || missing.length === wanted.size) return []
      const names = missing.map((id) => network.devices[id]?.name ?? id)
      const label = text(`Take ${names.join(', ')} into the underlay`, `将 ${names.join('、')} 加入 underlay`)
      return [setFields(label, underlay.id, { deviceIds: [...underlay.deviceIds, ...missing] })]
    })
}

function announceRepair({ device, item, address }: Owner): readonly Fix[] {
  const { device: record, bgp } = device
  const own = [...item.ipv4, ...item.ipv6].find(({ value }) => addressOf(value) === address)
  if (bgp === undefined || own === undefined || item.vrfId !== undefined) return []
  const prefix = networkOf(own.value)
  const label = text(`Let ${record.name} announce ${prefix} in BGP`, `${record.name} 在 BGP 中发布 ${prefix}`)
  return [
    setFields(label, record.id, { bgp: { ...record.bgp, announce: [...(record.bgp?.announce ?? []), { prefix }] } }),
  ]
}

/** A static route where the owner of the address is at the other end of a cable. */
function staticRepair({ network, compilation }: Patient, { stoppedAt }: Unreachable, owner: Owner): readonly Fix[] {
  const { address, device, item } = owner
  const name = network.devices[stoppedAt]?.name ?? stoppedAt
  for (const { ends } of compilation.intent.cables) {
    const here = ends.find((end) => end.kind === 'interface' && end.deviceId === stoppedAt)
    const there = ends.find((end) => end.kind === 'interface' && end.deviceId === device.device.id && end !== here)
    if (here?.kind !== 'interface' || there?.kind !== 'interface') continue
    const far = device.interfaces.find(({ interfaceId }) => interfaceId === there.interfaceId)
    const nextHop =
      far === undefined ? undefined : addressesOf(far).find((each) => ipVersion(each) === ipVersion(address))
    if (far === undefined || nextHop === undefined || far.shutdown || far.vrfId !== item.vrfId) continue
    const id: StaticRoute['id'] = `static-route:${stoppedAt.slice('device:'.length)}-to-${address.replace(/[^0-9a-f]/g, '-')}`
    if (network.staticRoutes[id] !== undefined) return []
    const prefix = hostPrefix(address)
    const record: StaticRoute = {
      id,
      deviceId: stoppedAt,
      prefix,
      nextHop: { kind: 'address', address: nextHop },
      ...(item.vrfId === undefined ? {} : { vrfId: item.vrfId }),
    }
    const label = text(
      `Give ${name} a static route to ${prefix} via ${nextHop}`,
      `在 ${name} 上添加到 ${prefix} 的静态路由，下一跳 ${nextHop}`,
    )
    return [{ label, command: { kind: 'record.create', record } }]
  }
  return []
}

function hostPrefix(address: IpAddress): StaticRoute['prefix'] {
  // A host route of an address that was parsed.
  return `${address}/${ipVersion(address) === 4 ? 32 : 128}` as StaticRoute['prefix']
}
