import type { InterfaceName } from '@weft/net'
import { interfaceNumber, parentInterface } from '@weft/net'
import type { DeviceIntent, InterfaceIntent, NetworkIntent } from '../intent'
import type { DeviceId, HostId, InterfaceId, LinkId, Network, StationId } from '../model'
import { byId } from '../model'

/** What is at the other end of a live cable of a port or Eth-Trunk. */
export type Neighbour =
  | { readonly kind: 'port'; readonly port: number; readonly linkId?: LinkId }
  | { readonly kind: 'end'; readonly id: HostId | StationId; readonly linkId?: LinkId }

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

type Draft = { -readonly [Key in keyof Port]: Port[Key] } & { neighbours: Neighbour[]; cabled: boolean; live: boolean }

/** Numbers every interface, follows the cables, and tells which interfaces are up. */
export function buildPorts(network: Network, intent: NetworkIntent): Ports {
  const devices = [...intent.devices.values()].sort((a, b) => byId(a.device, b.device))
  const list: Draft[] = []
  const byInterfaceId = new Map<InterfaceId, number>()
  const byName = devices.map((device, deviceNumber) => {
    const names = new Map<InterfaceName, number>()
    for (const item of device.interfaces) {
      const index = list.length
      const subInterface = parentInterface(item.name) !== undefined
      const routed = isRouted(item, subInterface)
      const line = { neighbours: [], up: false, cabled: false, live: false }
      list.push({ index, device: deviceNumber, intent: item, routed, subInterface, ...line })
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
  joinCables(list, byInterfaceId, intent)
  joinAttachments(list, byInterfaceId, network)
  raisePorts(list)
  const deviceIndex = new Map(devices.map(({ device }, index) => [device.id, index]))
  return { devices, deviceIndex, list, byId: byInterfaceId, byName }
}

/** The trunk of a member port; any other port itself. */
function carrierOf(list: readonly Draft[], port: Draft): Draft {
  if (port.intent.memberOf === undefined || port.parent === undefined) return port
  return list[port.parent] ?? port
}

function joinCables(
  list: readonly Draft[],
  byInterfaceId: ReadonlyMap<InterfaceId, number>,
  intent: NetworkIntent,
): void {
  for (const { linkId, ends } of intent.cables) {
    const ports = ends.map((end) =>
      end.kind === 'interface' ? list[byInterfaceId.get(end.interfaceId) ?? -1] : undefined,
    )
    for (const port of ports) if (port !== undefined) port.cabled = true
    const alive = ends.every((end, side) => {
      if (end.kind === 'host' || end.kind === 'station') return true
      const port = ports[side]
      return port !== undefined && !port.intent.shutdown && !carrierOf(list, port).intent.shutdown
    })
    if (!alive || ports[0] === ports[1]) continue
    for (const side of [0, 1] as const) {
      const port = ports[side]
      if (port === undefined) continue
      port.live = true
      addNeighbour(carrierOf(list, port), otherEnd(list, { end: ends[1 - side], port: ports[1 - side], linkId }))
    }
  }
}

function otherEnd(
  list: readonly Draft[],
  far: {
    readonly end: NetworkIntent['cables'][number]['ends'][number] | undefined
    readonly port: Draft | undefined
    readonly linkId: LinkId
  },
): Neighbour | undefined {
  const { end, port, linkId } = far
  if (port !== undefined) return { kind: 'port', port: carrierOf(list, port).index, linkId }
  if (end?.kind === 'host') return { kind: 'end', id: end.hostId, linkId }
  return end?.kind === 'station' ? { kind: 'end', id: end.stationId, linkId } : undefined
}

function addNeighbour(port: Draft, neighbour: Neighbour | undefined): void {
  if (neighbour === undefined) return
  const known = port.neighbours.some((other) =>
    other.kind === 'port'
      ? neighbour.kind === 'port' && other.port === neighbour.port
      : neighbour.kind === 'end' && other.id === neighbour.id,
  )
  if (!known) port.neighbours.push(neighbour)
}

/** An attachment whose trunk has no cable drawn says itself who is at the other end. */
function joinAttachments(
  list: readonly Draft[],
  byInterfaceId: ReadonlyMap<InterfaceId, number>,
  network: Network,
): void {
  const cabledTrunks = new Set(list.filter((port) => port.cabled).map((port) => carrierOf(list, port).index))
  for (const attachment of Object.values(network.attachments).sort(byId)) {
    const far =
      'interfaceId' in attachment.attached ? list[byInterfaceId.get(attachment.attached.interfaceId) ?? -1] : undefined
    for (const trunkId of attachment.trunks) {
      const trunk = trunkId === undefined ? undefined : list[byInterfaceId.get(trunkId) ?? -1]
      if (trunk === undefined || trunk.intent.shutdown || cabledTrunks.has(trunk.index)) continue
      if ('hostId' in attachment.attached) {
        if (network.hosts[attachment.attached.hostId] === undefined) continue
        trunk.live = true
        addNeighbour(trunk, { kind: 'end', id: attachment.attached.hostId })
      } else if (far !== undefined && far !== trunk && !far.intent.shutdown) {
        trunk.live = true
        far.live = true
        addNeighbour(trunk, { kind: 'port', port: far.index })
        addNeighbour(far, { kind: 'port', port: trunk.index })
      }
    }
  }
}

function raisePorts(list: readonly Draft[]): void {
  const isUp = (port: Draft): boolean => {
    if (port.intent.shutdown) return false
    switch (port.intent.kind) {
      case 'ethernet':
        return port.live
      case 'eth-trunk':
        return port.live || port.neighbours.length > 0
      case 'meth':
        // The management network is rarely drawn; a management port without a cable is taken to be in it.
        return port.live || !port.cabled
      case 'vlanif':
      case 'loopback':
      case 'nve':
      case 'other':
        return true
    }
  }
  for (const port of list) if (!port.subInterface) port.up = isUp(port)
  for (const port of list) {
    if (!port.subInterface) continue
    const parent = port.parent === undefined ? undefined : list[port.parent]
    port.up = !port.intent.shutdown && parent?.up === true
  }
}

function isRouted({ kind, mode, memberOf }: InterfaceIntent, subInterface: boolean): boolean {
  if (memberOf !== undefined || kind === 'nve') return false
  return mode === 'routed' || subInterface || kind === 'vlanif' || kind === 'loopback' || kind === 'meth'
}

/** The VLAN of a Vlanif. */
export function vlanOf(port: Port): number | undefined {
  return port.intent.kind === 'vlanif' ? interfaceNumber(port.intent.name) : undefined
}
