import type { InterfaceName } from '@weft/net'
import { interfaceKind, parseInterfaceName } from '@weft/net'
import type { Device, DeviceId, InterfaceId, Link, LinkEnd, LinkId } from '../model'
import { text } from '../model'
import type { Command, EndChoice, Refusal } from './command'
import type { Draft } from './draft'
import type { Towards } from './propose-ports'
import { proposeFabricPorts, proposePort } from './propose-ports'
import { missing, nameOf, refusal } from './refusal'
import { addRecord } from './set-record'

type DrawLink = Extract<Command, { readonly kind: 'link.draw' }>
type Pair<T> = readonly [T, T]

/** A cable between two things; ports that were not named are proposed. */
export function drawLink(draft: Draft, command: DrawLink): Refusal | undefined {
  const chosen: Pair<EndChoice> = [command.from, command.to]
  const ports = choosePorts(draft, chosen)
  if ('refused' in ports) return ports.refused
  const ends: LinkEnd[] = []
  for (const side of [0, 1] as const) {
    const end = resolveEnd(draft, chosen[side], {
      port: ports.names[side],
      newId: command.newInterfaceIds[side],
      mode: command.mode,
    })
    if ('refused' in end) return end.refused
    ends.push(end.end)
  }
  const [a, b] = ends
  if (a === undefined || b === undefined) return missing(command.id)
  return connect(draft, command.id, [a, b])
}

/** Adds the link record after the checks every cable needs. */
export function connect(draft: Draft, id: LinkId, ends: Pair<LinkEnd>): Refusal | undefined {
  const [a, b] = ends.map((end) => ('interfaceId' in end ? draft.network.interfaces[end.interfaceId] : undefined))
  if (a !== undefined && a.deviceId === b?.deviceId) {
    return refusal(
      text('both ends are on the same device', '两端在同一台设备上'),
      text('Draw the link to another device.', '请连接到另一台设备。'),
      a.deviceId,
    )
  }
  if (a === undefined && b === undefined) {
    return refusal(
      text('a link needs a device at one end at least', '链路至少有一端应为设备'),
      text('Draw it from a switch.', '请从交换机开始连接。'),
    )
  }
  const link: Link = { id, ends: [ends[0], ends[1]] }
  return addRecord(draft, link)
}

type ChosenPorts = { readonly names: Pair<InterfaceName | undefined> } | { readonly refused: Refusal }

/** The port of each end that is a device; undefined for the others and for an interface that is there already. */
function choosePorts(draft: Draft, [from, to]: Pair<EndChoice>): ChosenPorts {
  const devices = [openDevice(draft, from), openDevice(draft, to)] as const
  const [a, b] = devices
  if (a !== undefined && b !== undefined) {
    const names = a.id === b.id ? undefined : proposeFabricPorts(draft, [a, b])
    return names === undefined ? { refused: noPort(a, b) } : { names }
  }
  const named = [givenPort(from), givenPort(to)] as const
  for (const name of named) if (name !== undefined && 'refused' in name) return name
  const names = ([0, 1] as const).map((side): InterfaceName | undefined => {
    const given = named[side]
    if (given !== undefined && 'name' in given) return given.name
    const device = devices[side]
    return device === undefined ? undefined : proposePort(draft, device, towards(draft, side === 0 ? to : from))
  })
  const full = devices.find((device, side) => device !== undefined && names[side] === undefined)
  return full === undefined ? { names: [names[0], names[1]] } : { refused: noPort(full) }
}

/** The device of an end whose port is to be proposed. */
function openDevice(draft: Draft, end: EndChoice): Device | undefined {
  return end.kind === 'device' && end.portName === undefined ? draft.network.devices[end.deviceId] : undefined
}

function givenPort(end: EndChoice): { readonly name: InterfaceName } | { readonly refused: Refusal } | undefined {
  if (end.kind !== 'device' || end.portName === undefined) return undefined
  const parsed = parseInterfaceName(end.portName)
  if (parsed.ok) return { name: parsed.value }
  const message = parsed.problems.map((problem) => problem.message).join('; ')
  return {
    refused: refusal(
      text(message, `端口名称无效：${message}`),
      text('Choose a port of the device.', '请选择设备的一个端口。'),
      end.deviceId,
    ),
  }
}

/** Servers and stations go to access ports, routers outside to uplinks, a named port to one of its own type. */
function towards(draft: Draft, other: EndChoice): Towards {
  switch (other.kind) {
    case 'host': {
      const kind = draft.network.hosts[other.hostId]?.kind
      return kind === 'router' || kind === 'external' ? 'router' : 'server'
    }
    case 'station':
      return 'server'
    case 'device': {
      const given = givenPort(other)
      return likePort(given !== undefined && 'name' in given ? given.name : undefined)
    }
    case 'interface':
      return likePort(draft.network.interfaces[other.interfaceId]?.name)
  }
}

/** An end that is no port at all is refused when it is its turn. */
function likePort(name: InterfaceName | undefined): Towards {
  return name !== undefined && interfaceKind(name) === 'ethernet' ? { port: name } : 'router'
}

function noPort(...devices: readonly Device[]): Refusal {
  const names = devices.map(({ name }) => name).join(', ')
  return refusal(
    text(`no free port for this link on ${names}`, `${names} 上没有可用于此链路的空闲端口`),
    text(
      'Remove a link, name a port yourself, or choose a model with more ports.',
      '请删除一条链路、自行指定端口，或选择端口更多的型号。',
    ),
    ...devices.map(({ id }) => id),
  )
}

type EndWork = {
  readonly port: InterfaceName | undefined
  readonly newId: InterfaceId
  readonly mode: DrawLink['mode']
}
type ResolvedEnd = { readonly end: LinkEnd } | { readonly refused: Refusal }

function resolveEnd(draft: Draft, choice: EndChoice, work: EndWork): ResolvedEnd {
  switch (choice.kind) {
    case 'host':
      return {
        end: choice.port === undefined ? { hostId: choice.hostId } : { hostId: choice.hostId, port: choice.port },
      }
    case 'station':
      return { end: { stationId: choice.stationId } }
    case 'interface':
      return takeInterface(draft, choice.interfaceId, work)
    case 'device': {
      if (!draft.has(choice.deviceId)) return { refused: missing(choice.deviceId) }
      if (work.port === undefined) return { refused: missing(choice.deviceId) }
      const existing = interfaceNamed(draft, choice.deviceId, work.port)
      if (existing !== undefined) return takeInterface(draft, existing, work)
      return newPort(draft, { ...work, deviceId: choice.deviceId, port: work.port })
    }
  }
}

function interfaceNamed(draft: Draft, deviceId: DeviceId, name: InterfaceName): InterfaceId | undefined {
  if (!draft.interfaceNames(deviceId).has(name)) return undefined
  return Object.values(draft.network.interfaces).find((record) => record.deviceId === deviceId && record.name === name)
    ?.id
}

function newPort(
  draft: Draft,
  work: EndWork & { readonly deviceId: DeviceId; readonly port: InterfaceName },
): ResolvedEnd {
  const { newId: id, deviceId, port: name } = work
  if (interfaceKind(name) !== 'ethernet') return { refused: notAPort(name, deviceId) }
  const mode = work.mode === 'routed' ? { mode: 'routed' as const } : {}
  const refused = addRecord(draft, { id, deviceId, name, ...mode })
  return refused === undefined ? { end: { interfaceId: id } } : { refused }
}

/** A port that has a record already: it must be free, and becomes routed if the link is. */
function takeInterface(draft: Draft, id: InterfaceId, { mode }: EndWork): ResolvedEnd {
  const record = draft.network.interfaces[id]
  if (record === undefined) return { refused: missing(id) }
  if (interfaceKind(record.name) !== 'ethernet') return { refused: notAPort(record.name, record.deviceId) }
  if (draft.cabled().has(id)) {
    const name = nameOf(draft.network, id)
    return {
      refused: refusal(
        text(`${name} has a cable already`, `${name} 已连接线缆`),
        text('Choose a free port.', '请选择空闲端口。'),
        id,
      ),
    }
  }
  if (mode === 'routed' && record.mode !== 'routed' && record.memberOf === undefined) {
    const { switching: _, ...rest } = record
    draft.put({ ...rest, mode: 'routed' })
  }
  return { end: { interfaceId: id } }
}

function notAPort(name: InterfaceName, deviceId: DeviceId): Refusal {
  return refusal(
    text(`a cable cannot be plugged into ${name}`, `${name} 不能连接线缆`),
    text('Choose an Ethernet port such as 100GE1/0/1.', '请选择以太网端口，例如 100GE1/0/1。'),
    deviceId,
  )
}
