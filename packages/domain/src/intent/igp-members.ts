import type { DeviceId, IgpProcess, InterfaceId, RecordId, Underlay, UnderlayId } from '../model'
import type { AreaIntent } from './igp-intent'
import type { InterfaceDirectory } from './interface-directory'
import type { InterfaceIntent } from './network-intent'
import type { RecordIndex } from './record-index'
import type { RoutedLink } from './routed-links'

type Igp = Exclude<Underlay, { kind: 'ebgp' }>

/** The devices of an underlay that exist, in order, and the routed interfaces on links between two of them. */
export type IgpMembers = {
  readonly devices: readonly DeviceId[]
  readonly linked: ReadonlyMap<InterfaceId, RecordId>
}

export function igpMembers(underlay: Igp, index: RecordIndex, links: readonly RoutedLink[]): IgpMembers {
  const members = new Set(underlay.deviceIds.filter((id) => index.network.devices[id] !== undefined))
  const linked = new Map<InterfaceId, RecordId>()
  for (const { linkId, ends } of links) {
    if (!ends.every(({ deviceId, outsideUnderlay }) => members.has(deviceId) && !outsideUnderlay)) continue
    for (const { interfaceId } of ends) if (interfaceId !== undefined) linked.set(interfaceId, linkId)
  }
  return { devices: [...members].sort(), linked }
}

/** What the process of an underlay has of its own on a device. */
export function ownProcess({ network }: RecordIndex, id: DeviceId, underlayId: UnderlayId): IgpProcess | undefined {
  return network.devices[id]?.igp?.find((process) => process.underlayId === underlayId)
}

type DrawnInterface = InterfaceIntent & { readonly interfaceId: InterfaceId }

/** Routed interfaces of a device that no process has yet. */
export function freeInterfaces(
  { ofDevice }: InterfaceDirectory,
  deviceId: DeviceId,
  taken: ReadonlyMap<InterfaceId, unknown>,
): readonly DrawnInterface[] {
  return (ofDevice.get(deviceId) ?? []).filter(
    (intent): intent is DrawnInterface =>
      intent.interfaceId !== undefined && intent.mode !== 'switched' && !taken.has(intent.interfaceId),
  )
}

/** Whether an interface belongs to a process: one it asked for, else one of its own VPN instance. */
export function fits(underlay: Igp, intent: InterfaceIntent, wanted: UnderlayId | undefined): boolean {
  if (wanted !== undefined) return wanted === underlay.id
  return !intent.outsideUnderlay && intent.vrfId === underlay.vrfId
}

/** The areas of a process on a device: those of its interfaces and those it says itself. */
export function areasOf(own: IgpProcess | undefined, used: Iterable<number>): readonly AreaIntent[] {
  const given = own?.areas ?? []
  return [...new Set([...used, ...given.map(({ area }) => area)])]
    .sort((a, b) => a - b)
    .map((area) => {
      const known = given.find((each) => each.area === area)
      return { area, type: known?.type ?? 'normal', options: known?.options ?? [] }
    })
}
