import type { BridgeDomainIntent, DeviceIntent, HeadEndIntent, NveIntent } from '../intent'
import { reoriginates } from '../intent'
import type { BridgeDomainId, DeviceId, InterfaceId } from '../model'
import type { RuleContext } from './context'

/** A bridge domain on one device, and where the NVE of that device sends its broadcast traffic. */
export type DomainPlace = {
  readonly device: DeviceIntent
  readonly domain: BridgeDomainIntent
  readonly headEnd?: HeadEndIntent
}

export type DrawnNve = { readonly device: DeviceIntent; readonly nveId: InterfaceId; readonly nve: NveIntent }

export function* nves({ devices }: RuleContext): Iterable<DrawnNve> {
  for (const device of devices) {
    for (const { nve, interfaceId } of device.interfaces) {
      if (nve !== undefined && interfaceId !== undefined) yield { device, nveId: interfaceId, nve }
    }
  }
}

/** Bridge domains by VNI, those of the devices in the order of ids. */
export function domainsByVni({ devices }: RuleContext): ReadonlyMap<number, readonly DomainPlace[]> {
  const found = new Map<number, DomainPlace[]>()
  for (const device of devices) {
    if (device.bridgeDomains.length === 0) continue
    const headEnds = new Map<BridgeDomainId, HeadEndIntent>()
    for (const { nve } of device.interfaces) {
      for (const headEnd of nve?.headEnds ?? []) headEnds.set(headEnd.bridgeDomainId, headEnd)
    }
    for (const domain of device.bridgeDomains) {
      const vni = domain.vni?.value
      if (vni === undefined) continue
      const place = { device, domain, headEnd: headEnds.get(domain.bridgeDomainId) }
      const known = found.get(vni)
      if (known === undefined) found.set(vni, [place])
      else known.push(place)
    }
  }
  return found
}

/**
 * The island of EVPN sessions each device is on; undefined for an island with a device whose sessions are not all
 * known, or that makes routes anew on their way. Routes are passed on along sessions, so devices on different islands learn nothing of each other.
 */
export function evpnIslands({ devices, sessions }: RuleContext): (deviceId: DeviceId) => DeviceId | undefined {
  const parent = new Map<DeviceId, DeviceId>()
  const rootOf = (id: DeviceId): DeviceId => {
    let root = id
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next
    for (let at = id; at !== root; ) {
      const next = parent.get(at) ?? root
      parent.set(at, root)
      at = next
    }
    return root
  }
  for (const { device, session, otherDevice } of sessions) {
    if (otherDevice === undefined || session.ignore || !session.families.includes('evpn')) continue
    const [a, b] = [rootOf(device.device.id), rootOf(otherDevice.device.id)]
    if (a !== b) parent.set(a, b)
  }
  const open = new Set(
    devices.flatMap((each) => (each.peersKnown && !reoriginates(each) ? [] : [rootOf(each.device.id)])),
  )
  return (deviceId) => {
    const root = rootOf(deviceId)
    return open.has(root) ? undefined : root
  }
}
