import { takeNumber } from '../allocate'
import { isRouter } from '../catalog'
import type { Device, DeviceId, DeviceInterface, InterfaceId, LinkId, NetworkRecord, VlanifLink } from '../model'
import { text } from '../model'
import { withNumber } from './allocation-notes'
import type { Command, Refusal } from './command'
import type { Draft } from './draft'
import { missing, nameOf, refusal } from './refusal'
import { addRecord } from './set-record'
import { devicesWithVlanif } from './vlanif-holders'

type Of<Kind extends Command['kind']> = Extract<Command, { readonly kind: Kind }>
type Carrier = { readonly ports: readonly [DeviceInterface, DeviceInterface] } | { readonly refused: Refusal }

/** Two Vlanifs in one VLAN over a cable. The VLAN is added to the ports by derivation. */
export function drawVlanifLink(draft: Draft, command: Of<'vlanif-link.draw'>): Refusal | undefined {
  const carrier = carrierOf(draft, command.over)
  if ('refused' in carrier) return carrier.refused
  const taken = command.vlan === undefined ? takeNumber(draft.network, 'vlan', command.id) : undefined
  const vlan = command.vlan ?? Number(taken?.value)
  if (Number.isNaN(vlan)) return noVlan()
  const [a, b] = carrier.ports
  const refused = vlanInUse(draft, vlan, [a.deviceId, b.deviceId])
  if (refused !== undefined) return refused
  const [first, second] = command.newInterfaceIds
  const link: VlanifLink = { id: command.id, vlan, ends: [first, second], carriedBy: [command.over] }
  return (
    addVlanif(draft, { id: first, deviceId: a.deviceId, vlan }) ??
    addVlanif(draft, { id: second, deviceId: b.deviceId, vlan }) ??
    addRecord(draft, taken === undefined ? link : withNumber(link, taken))
  )
}

/** Another VLAN for a VLANIF link: its Vlanifs are renamed, addresses stay. */
export function setVlanOfLink(draft: Draft, { id, vlan }: Of<'vlanif-link.set-vlan'>): Refusal | undefined {
  const link = draft.network.vlanifLinks[id]
  if (link === undefined) return missing(id)
  if (link.vlan === vlan) return undefined
  const ends = link.ends.map((end) => draft.network.interfaces[end])
  const devices = ends.flatMap((end) => (end === undefined ? [] : [end.deviceId]))
  if (!Number.isInteger(vlan) || vlan < 1 || vlan > 4094) return outOfRange(vlan, id)
  const refused = vlanInUse(draft, vlan, devices)
  if (refused !== undefined) return refused
  // 1 to 4094, checked above: the name is the one a device prints.
  for (const end of ends) if (end !== undefined) draft.put({ ...end, name: `Vlanif${vlan}` } as NetworkRecord)
  draft.put({ ...link, vlan })
  return undefined
}

function carrierOf(draft: Draft, over: LinkId): Carrier {
  const link = draft.network.links[over]
  if (link === undefined) return { refused: missing(over) }
  const [a, b] = link.ends.map((end) => ('interfaceId' in end ? draft.network.interfaces[end.interfaceId] : undefined))
  if (a === undefined || b === undefined) {
    return {
      refused: refusal(
        text(
          'a VLANIF link joins two devices, this cable has another end',
          'VLANIF 链路连接两台设备，而此线缆的另一端不是设备',
        ),
        text('Choose a cable between two switches.', '请选择两台交换机之间的线缆。'),
        over,
      ),
    }
  }
  const routed = [a, b].find((port) => isRouted(draft, port))
  return routed === undefined ? { ports: [a, b] } : { refused: routedCarrier(draft, routed, over) }
}

/** The port, or the Eth-Trunk it is in, works at Layer 3 and carries no VLANs. */
function isRouted(draft: Draft, port: DeviceInterface): boolean {
  const { interfaces, devices } = draft.network
  const carrier = port.memberOf === undefined ? port : (interfaces[port.memberOf] ?? port)
  const device: Device | undefined = devices[carrier.deviceId]
  return carrier.mode === undefined ? device !== undefined && isRouter(device) : carrier.mode === 'routed'
}

function routedCarrier(draft: Draft, port: DeviceInterface, over: LinkId): Refusal {
  const name = nameOf(draft.network, port.id)
  return refusal(
    text(`${name} is a routed port, which carries no VLAN`, `${name} 是三层端口，不承载 VLAN`),
    text('Set both ports to switched first, or choose another cable.', '请先将两端端口设为二层，或选择其他线缆。'),
    over,
    port.id,
  )
}

function addVlanif(
  draft: Draft,
  { id, deviceId, vlan }: { id: InterfaceId; deviceId: DeviceId; vlan: number },
): Refusal | undefined {
  // `addRecord` reads the name with the schema before anything is kept.
  return addRecord(draft, { id, deviceId, name: `Vlanif${vlan}` } as NetworkRecord)
}

function vlanInUse(draft: Draft, vlan: number, devices: readonly DeviceId[]): Refusal | undefined {
  const hasVlanif = devicesWithVlanif(draft.network, vlan, (deviceId, name) => draft.interfaceNames(deviceId).has(name))
  const holder = devices.find(hasVlanif)
  if (holder === undefined) return undefined
  const name = nameOf(draft.network, holder)
  return refusal(
    text(`${name} has a Vlanif${vlan} already`, `${name} 已有 Vlanif${vlan}`),
    text('Choose another VLAN.', '请选择其他 VLAN。'),
    holder,
  )
}

function noVlan(): Refusal {
  return refusal(
    text('every VLAN of the pool is in use', 'VLAN 池已用尽'),
    text('Give the VLAN yourself, or widen the VLAN pool.', '请自行指定 VLAN，或扩大 VLAN 池。'),
  )
}

function outOfRange(vlan: number, id: NetworkRecord['id']): Refusal {
  return refusal(
    text(`${vlan} is not a VLAN`, `${vlan} 不是有效的 VLAN`),
    text('Give a number from 1 to 4094.', '请给出 1 至 4094 的数字。'),
    id,
  )
}
