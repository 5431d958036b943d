import { interfaceKind, interfaceNumber } from '@weft/net'
import { isRouter } from '../catalog'
import type { Device, DeviceId, DeviceInterface, InterfaceId, RecordId, VlanifLinkId } from '../model'
import type { BridgeDomainPlan } from './bridge-domains'
import type { Because, CableIntent, InterfaceIntent, VlanIntent } from './network-intent'
import type { RecordIndex } from './record-index'
import { trunkOf } from './record-index'
import type { TrunkRoles } from './trunk-roles'

type Switching = NonNullable<InterfaceIntent['switching']>
type CarriedVlan = { readonly vlan: number; readonly because: VlanifLinkId }

/** VLANs of a network: which exist on a device and which pass through a port. */
export type VlanPlan = {
  readonly ofDevice: ReadonlyMap<DeviceId, readonly VlanIntent[]>
  readonly ofPort: ReadonlyMap<InterfaceId, Switching>
}

/** Ethernet ports of switches are Layer 2 until told otherwise, those of routers are Layer 3. */
export function interfaceMode(device: Device, record: DeviceInterface): 'switched' | 'routed' {
  const kind = interfaceKind(record.name)
  if (kind === 'subinterface') return record.mode ?? 'routed'
  if (kind !== 'ethernet' && kind !== 'eth-trunk') return 'routed'
  return record.mode ?? (isRouter(device) ? 'routed' : 'switched')
}

export function deriveVlans(
  index: RecordIndex,
  cables: readonly CableIntent[],
  { roles, placed }: { readonly roles: TrunkRoles; readonly placed: BridgeDomainPlan },
): VlanPlan {
  const carried = carriedVlans(index, cables)
  const ofPort = new Map<InterfaceId, Switching>()
  const ofDevice = new Map<DeviceId, readonly VlanIntent[]>()
  const linkVlans = vlansOfVlanifLinks(index, cables)
  for (const device of index.devices) {
    const reasons = new Map<number, Set<RecordId>>()
    const add = (vlan: number, because: Because) => {
      const known = reasons.get(vlan) ?? new Set()
      for (const id of because) known.add(id)
      reasons.set(vlan, known)
    }
    for (const vlan of device.extraVlans ?? []) add(vlan, [device.id])
    for (const { vlan } of device.vlanViews ?? []) add(vlan, [device.id])
    for (const { record } of placed.get(device.id) ?? [])
      if (record.boundVlan !== undefined) add(record.boundVlan, [record.id])
    for (const { vlan, because } of linkVlans.get(device.id) ?? []) add(vlan, [because])
    for (const { gateway } of index.gatewaysOf.get(device.id) ?? []) add(gateway.vlan, [gateway.id])
    for (const record of index.interfacesOf.get(device.id) ?? []) {
      const kind = interfaceKind(record.name)
      if (kind === 'vlanif') add(interfaceNumber(record.name) ?? 1, [record.id])
      const isPort =
        (kind === 'ethernet' || kind === 'eth-trunk') &&
        interfaceMode(device, record) === 'switched' &&
        trunkOf(index.network, record) === undefined
      if (!isPort || roles.peerLinks.has(record.id)) continue
      const switching = portVlans(record, roles, carried.get(record.id) ?? [])
      if (switching === undefined) continue
      ofPort.set(record.id, switching)
      for (const vlan of switching.allowedVlans) add(vlan, switching.because)
      for (const vlan of switching.untaggedVlans) add(vlan, switching.because)
      if (switching.vlan !== undefined) add(switching.vlan, switching.because)
    }
    ofDevice.set(device.id, listed(reasons))
  }
  return { ofDevice, ofPort }
}

/** What an attachment says wins over the trunk's own record, because it is stored once for both members. */
function portVlans(record: DeviceInterface, roles: TrunkRoles, carried: readonly CarriedVlan[]): Switching | undefined {
  const own = record.switching
  const attachment = roles.attachments.get(record.id)
  const linkType =
    ownTypeOnly(own) ?? attachment?.linkType ?? own?.linkType ?? (carried.length > 0 ? 'trunk' : undefined)
  if (linkType === undefined) return undefined
  const ownOfType = own?.linkType === linkType ? own : undefined
  const because: RecordId[] = []
  if (attachment !== undefined) because.push(attachment.id)
  if (ownOfType !== undefined) because.push(record.id)
  const edgePort = attachment?.edgePort ?? own?.edgePort ?? false
  if (linkType === 'access' || linkType === 'dot1q-tunnel') {
    const passing = carried[0]
    const vlan = attachment?.vlans[0] ?? ownOfType?.vlan ?? passing?.vlan
    if (passing !== undefined && passing.vlan === vlan) because.push(passing.because)
    return {
      linkType,
      vlan,
      allowedVlans: [],
      untaggedVlans: [],
      edgePort,
      because: because.length > 0 ? because : [record.id],
    }
  }
  const allowed = new Set([...(ownOfType?.allowedVlans ?? []), ...(attachment?.vlans ?? [])])
  for (const passing of carried) {
    allowed.add(passing.vlan)
    because.push(passing.because)
  }
  return {
    linkType,
    vlan: ownOfType?.vlan,
    allowedVlans: ascending(allowed),
    untaggedVlans: linkType === 'hybrid' ? ascending(new Set(ownOfType?.untaggedVlans)) : [],
    edgePort,
    because,
  }
}

/** Link types an attachment cannot ask for, so that one to it leaves them as they are. */
function ownTypeOnly(own: DeviceInterface['switching']): Switching['linkType'] | undefined {
  return own?.linkType === 'hybrid' || own?.linkType === 'dot1q-tunnel' ? own.linkType : undefined
}

function ascending(vlans: ReadonlySet<number>): readonly number[] {
  return [...vlans].sort((a, b) => a - b)
}

/** VLANs of VLANIF links by the port that carries them: the Eth-Trunk when the cable ends on a member. */
function carriedVlans(
  index: RecordIndex,
  cables: readonly CableIntent[],
): ReadonlyMap<InterfaceId, readonly CarriedVlan[]> {
  const carried = new Map<InterfaceId, CarriedVlan[]>()
  for (const { link, cable } of carryingCables(index, cables)) {
    for (const end of cable.ends) {
      if (end.kind !== 'interface') continue
      const carrier = end.trunkId ?? end.interfaceId
      const list = carried.get(carrier) ?? []
      if (list.some((known) => known.because === link.id)) continue
      list.push({ vlan: link.vlan, because: link.id })
      carried.set(carrier, list)
    }
  }
  return carried
}

/** A VLANIF link needs its VLAN on the devices of both Vlanifs and on every device a carrying cable touches. */
function vlansOfVlanifLinks(
  index: RecordIndex,
  cables: readonly CableIntent[],
): ReadonlyMap<DeviceId, readonly CarriedVlan[]> {
  const vlans = new Map<DeviceId, CarriedVlan[]>()
  const add = (deviceId: DeviceId, vlan: number, because: VlanifLinkId) => {
    const list = vlans.get(deviceId)
    if (list === undefined) vlans.set(deviceId, [{ vlan, because }])
    else list.push({ vlan, because })
  }
  for (const link of index.vlanifLinks) {
    for (const vlanifId of link.ends) {
      const vlanif = index.network.interfaces[vlanifId]
      if (vlanif !== undefined) add(vlanif.deviceId, link.vlan, link.id)
    }
  }
  for (const { link, cable } of carryingCables(index, cables)) {
    for (const end of cable.ends) if (end.kind === 'interface') add(end.deviceId, link.vlan, link.id)
  }
  return vlans
}

function* carryingCables(index: RecordIndex, cables: readonly CableIntent[]) {
  const byLink = new Map(cables.map((cable) => [cable.linkId, cable]))
  for (const link of index.vlanifLinks) {
    for (const linkId of link.carriedBy) {
      const cable = byLink.get(linkId)
      if (cable !== undefined) yield { link, cable }
    }
  }
}

/** VLAN 1 always exists and is never created. */
function listed(reasons: ReadonlyMap<number, ReadonlySet<RecordId>>): readonly VlanIntent[] {
  return [...reasons]
    .filter(([vlan]) => vlan !== 1)
    .sort(([a], [b]) => a - b)
    .map(([vlan, because]) => ({ vlan, because: [...because] }))
}
