import type { InterfaceName } from '@weft/net'
import { interfaceNumber, parentInterface } from '@weft/net'
import type { DeviceIntent, InterfaceIntent, NetworkIntent } from '../intent'
import type { DeviceId, HostId, InterfaceId, LinkId, MlagAttachment, Network, StationId } from '../model'
import { byId } from '../model'
import type { Failure } from './failure'

/** What is at the other end of a live cable of a port or Eth-Trunk. */
export type Neighbour =
  | { readonly kind: 'port'; readonly port: number; readonly linkId?: LinkId }
  | { readonly kind: 'end'; readonly id: HostId | StationId; readonly linkId?: LinkId }

/** A cable in a port, or an attachment that stands for one, while nobody shut it down. */
export type Cable = {
  /** Where it is plugged in: the port itself, or a member of the trunk. */
  readonly own: number
  /** Where it is plugged in at the other end; absent at a host or station. */
  readonly far?: number
  readonly linkId?: LinkId
  /** Who is there, as the carrier of the cable sees it. */
  readonly neighbour: Neighbour
}

/** One interface of one device; ports are numbered by device id, then by name. */
export type Port = {
  readonly index: number
  readonly device: number
  readonly intent: InterfaceIntent
  /** The Eth-Trunk it belongs to, or the interface a sub-interface is part of. */
  readonly parent?: number
  /** Layer 3 interfaces have addresses and a routing table; members and switched ports do not. */
  readonly routed: boolean
  readonly subInterface: boolean
  /** A trunk has those of its members too. */
  readonly cables: readonly Cable[]
  /** A cable is drawn, dead or alive. */
  readonly cabled: boolean
  /** Those of its cables that have not failed. */
  readonly live: readonly Cable[]
  /** Of a port outside trunks, or of a trunk. Members have none: their trunk has them. */
  readonly neighbours: readonly Neighbour[]
  /** Of a Vlanif this is only "not shut down" until its VLAN has been followed. */
  readonly up: boolean
}

export type Ports = {
  readonly devices: readonly DeviceIntent[]
  readonly deviceIndex: ReadonlyMap<DeviceId, number>
  readonly list: readonly Port[]
  readonly byId: ReadonlyMap<InterfaceId, number>
  /** Ports of each device by name. */
  readonly byName: readonly ReadonlyMap<InterfaceName, number>[]
}

export type DraftPort = Omit<Port, 'parent' | 'cables' | 'cabled'> & {
  parent?: number
  cables: Cable[]
  cabled: boolean
}

/** How a port is before anybody looked at its cables. */
export const dead: Pick<DraftPort, 'cables' | 'cabled' | 'live' | 'neighbours' | 'up'> = {
  cables: [],
  cabled: false,
  live: [],
  neighbours: [],
  up: false,
}

/** Numbers every interface, follows the cables, and tells which interfaces are up. */
export function buildPorts(network: Network, intent: NetworkIntent, failure: Failure): Ports {
  const devices = [...intent.devices.values()].sort((a, b) => byId(a.device, b.device))
  const list: DraftPort[] = []
  const byInterfaceId = new Map<InterfaceId, number>()
  const byName = devices.map((device, deviceNumber) => {
    const names = new Map<InterfaceName, number>()
    for (const item of device.interfaces) {
      const index = list.length
      const subInterface = parentInterface(item.name) !== undefined
      const routed = isRouted(item)
      list.push({ index, device: deviceNumber, intent: item, routed, subInterface, ...dead })
      names.set(item.name, index)
      if (item.interfaceId !== undefined) byInterfaceId.set(item.interfaceId, index)
    }
    return names
  })
  for (const port of list) {
    const parentName = port.intent.memberOf ?? parentInterface(port.intent.name)
    const parent = parentName === undefined ? undefined : byName[port.device]?.get(parentName)
    if (parent !== undefined && parent !== port.index) port.parent = parent
  }
  const sockets: Sockets = { list, byInterfaceId, takes: () => true }
  joinCables(sockets, intent.cables)
  joinAttachments(sockets, Object.values(network.attachments), network)
  const deviceIndex = new Map(devices.map(({ device }, index) => [device.id, index]))
  const raised = raisePorts(list, downPorts({ devices, list }, failure))
  return { devices, deviceIndex, list: raised, byId: byInterfaceId, byName }
}

/** Ports and links that have failed; a trunk is listed together with its members. */
export type DownPorts = { readonly ports: ReadonlySet<number>; readonly links: ReadonlySet<LinkId> }

function downPorts({ devices, list }: Pick<Ports, 'devices' | 'list'>, failure: Failure): DownPorts {
  if (failure.devices.size + failure.interfaces.size === 0) return { ports: new Set(), links: failure.links }
  const failed = new Set(devices.flatMap(({ device }, index) => (failure.devices.has(device.id) ? [index] : [])))
  const ports = new Set<number>()
  const fails = ({ device, intent }: Port): boolean =>
    failed.has(device) || (intent.interfaceId !== undefined && failure.interfaces.has(intent.interfaceId))
  for (const port of list) {
    const trunk = port.intent.memberOf === undefined ? undefined : list[port.parent ?? -1]
    if (fails(port) || (trunk !== undefined && fails(trunk))) ports.add(port.index)
  }
  return { ports, links: failure.links }
}

/** The same ports while some have failed. @param only where anything can differ; all of them unless given */
export function raisePorts(list: readonly Port[], down: DownPorts, only?: Iterable<number>): readonly Port[] {
  const raised = list.slice()
  const parts: number[] = []
  for (const index of only ?? list.keys()) {
    const port = list[index]
    if (port?.subInterface === true) parts.push(index)
    else if (port !== undefined) raised[index] = raisePort(port, down)
  }
  for (const index of parts) {
    const port = list[index]
    if (port === undefined) continue
    const shut = port.intent.shutdown || down.ports.has(index)
    raised[index] = { ...port, up: !shut && raised[port.parent ?? -1]?.up === true }
  }
  return raised
}

function raisePort(port: Port, down: DownPorts): Port {
  const isWhole = down.ports.size === 0 && down.links.size === 0
  const isLive = ({ own, far, linkId }: Cable): boolean =>
    !down.ports.has(own) &&
    (far === undefined || !down.ports.has(far)) &&
    (linkId === undefined || !down.links.has(linkId))
  const live = isWhole ? port.cables : port.cables.filter(isLive)
  const isMember = port.intent.memberOf !== undefined && port.parent !== undefined
  const up = !port.intent.shutdown && !down.ports.has(port.index) && isUp(port, live.length > 0)
  return { ...port, up, live, neighbours: isMember ? nobody : neighboursOver(live) }
}

function isUp({ intent, cabled }: Port, live: boolean): boolean {
  switch (intent.kind) {
    case 'ethernet':
      return live
    case 'eth-trunk':
      // A virtual peer-link runs in a tunnel that is not drawn.
      return live || intent.peerLink?.virtual === true
    case 'meth':
      // The management network is rarely drawn; a management port without a cable is taken to be in it.
      return live || !cabled
    case 'vlanif':
    case 'vbdif':
    case 'subinterface':
    case 'loopback':
    case 'nve':
    case 'other':
      return true
  }
}

const nobody: readonly Neighbour[] = []

function neighboursOver(cables: readonly Cable[]): readonly Neighbour[] {
  const [only] = cables
  if (only === undefined) return nobody
  if (cables.length === 1) return [only.neighbour]
  const neighbours: Neighbour[] = []
  for (const { neighbour } of cables) {
    const known = neighbours.some((other) =>
      other.kind === 'port'
        ? neighbour.kind === 'port' && other.port === neighbour.port
        : neighbour.kind === 'end' && other.id === neighbour.id,
    )
    if (!known) neighbours.push(neighbour)
  }
  return neighbours
}

/** Where cables go; only ports that take them are drafts. */
export type Sockets = {
  readonly list: readonly DraftPort[]
  readonly byInterfaceId: ReadonlyMap<InterfaceId, number>
  readonly takes: (port: number) => boolean
}

/** The trunk of a member port; any other port itself. */
function carrierOf(list: readonly DraftPort[], port: DraftPort): DraftPort {
  if (port.intent.memberOf === undefined || port.parent === undefined) return port
  return list[port.parent] ?? port
}

/** Plugs a cable into a port, and into the trunk that carries what goes through it. */
function plug(sockets: Sockets, port: DraftPort, cable: Omit<Cable, 'own'>): void {
  const carrier = carrierOf(sockets.list, port)
  const plugged = { own: port.index, ...cable }
  addCable(sockets, port, plugged)
  if (carrier !== port) addCable(sockets, carrier, plugged)
}

function addCable({ takes }: Sockets, port: DraftPort, cable: Cable): void {
  if (!takes(port.index)) return
  // Nearly all ports have one cable, and none of them the empty list they share.
  if (port.cables.length === 0) port.cables = [cable]
  else port.cables.push(cable)
}

export function joinCables(sockets: Sockets, cables: NetworkIntent['cables']): void {
  const { list, byInterfaceId, takes } = sockets
  for (const { linkId, ends } of cables) {
    const ports = ends.map((end) =>
      end.kind === 'interface' ? list[byInterfaceId.get(end.interfaceId) ?? -1] : undefined,
    )
    for (const port of ports) if (port !== undefined && takes(port.index)) port.cabled = true
    const alive = ends.every((end, side) => {
      if (end.kind === 'host' || end.kind === 'station') return true
      const port = ports[side]
      return port !== undefined && !port.intent.shutdown && !carrierOf(list, port).intent.shutdown
    })
    if (!alive || ports[0] === ports[1]) continue
    for (const side of [0, 1] as const) {
      const port = ports[side]
      const far = ports[1 - side]
      const neighbour = otherEnd(list, { end: ends[1 - side], port: far, linkId })
      if (port === undefined || neighbour === undefined) continue
      plug(sockets, port, { linkId, neighbour, ...(far === undefined ? {} : { far: far.index }) })
    }
  }
}

function otherEnd(
  list: readonly DraftPort[],
  far: {
    readonly end: NetworkIntent['cables'][number]['ends'][number] | undefined
    readonly port: DraftPort | undefined
    readonly linkId: LinkId
  },
): Neighbour | undefined {
  const { end, port, linkId } = far
  if (port !== undefined) return { kind: 'port', port: carrierOf(list, port).index, linkId }
  if (end?.kind === 'host') return { kind: 'end', id: end.hostId, linkId }
  return end?.kind === 'station' ? { kind: 'end', id: end.stationId, linkId } : undefined
}

/** An attachment whose trunk has no cable drawn says itself who is at the other end. */
export function joinAttachments(sockets: Sockets, attachments: readonly MlagAttachment[], { hosts }: Network): void {
  if (attachments.length === 0) return
  const { list, byInterfaceId } = sockets
  const cabledTrunks = new Set(list.filter((port) => port.cabled).map((port) => carrierOf(list, port).index))
  for (const attachment of attachments.toSorted(byId)) {
    const far =
      'interfaceId' in attachment.attached ? list[byInterfaceId.get(attachment.attached.interfaceId) ?? -1] : undefined
    for (const trunkId of attachment.trunks) {
      const trunk = trunkId === undefined ? undefined : list[byInterfaceId.get(trunkId) ?? -1]
      if (trunk === undefined || trunk.intent.shutdown || cabledTrunks.has(trunk.index)) continue
      if ('hostId' in attachment.attached) {
        if (hosts[attachment.attached.hostId] === undefined) continue
        addCable(sockets, trunk, { own: trunk.index, neighbour: { kind: 'end', id: attachment.attached.hostId } })
      } else if (far !== undefined && far !== trunk && !far.intent.shutdown) {
        addCable(sockets, trunk, { own: trunk.index, far: far.index, neighbour: { kind: 'port', port: far.index } })
        addCable(sockets, far, { own: far.index, far: trunk.index, neighbour: { kind: 'port', port: trunk.index } })
      }
    }
  }
}

function isRouted({ kind, mode, memberOf }: InterfaceIntent): boolean {
  if (memberOf !== undefined || kind === 'nve') return false
  return mode === 'routed' || kind === 'vlanif' || kind === 'loopback' || kind === 'meth'
}

/** The VLAN of a Vlanif. */
export function vlanOf(port: Port): number | undefined {
  return port.intent.kind === 'vlanif' ? interfaceNumber(port.intent.name) : undefined
}
