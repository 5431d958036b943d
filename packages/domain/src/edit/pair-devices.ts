import type { InterfaceName } from '@weft/net'
import type { Device, DeviceInterface, InterfaceId, LinkId, NetworkRecord, RecordId } from '../model'
import { text } from '../model'
import type { Command, Refusal } from './command'
import type { Draft } from './draft'
import { connect } from './draw-link'
import type { PortPair } from './propose-ports'
import { proposeFabricPorts, proposeHeartbeatPorts } from './propose-ports'
import { missing, nameOf, refusal } from './refusal'
import { addRecord, setRecord } from './set-record'

type Of<Kind extends Command['kind']> = Extract<Command, { readonly kind: Kind }>
type Members = readonly [Device, Device]

/** The higher priority becomes master; equal ones would leave it to the MAC addresses. */
const priorities: [number, number] = [150, 120]
/** The smallest Eth-Trunk that people leave to the peer-link. */
const peerLinkTrunk = 0
/** Lowest of 1025 to 2048. Set on both, because two automatic choices may differ and split the pair (fabric.md section 2). */
const heartbeatUdpPort = 1025

/**
 * Makes two devices an M-LAG pair: an Eth-Trunk of two cables as peer-link, and a routed cable of its
 * own for dual-active detection, the variant the guide recommends and the only one that needs no
 * address a person would have to invent. The DFS password is left out: nobody but people makes secrets.
 */
export function pairDevices(draft: Draft, command: Of<'mlag.pair'>): Refusal | undefined {
  const members = membersOf(draft, command.members)
  if ('refused' in members) return members.refused
  const [trunkId, firstCable, secondCable, heartbeat] = command.freshIds
  if (trunkId === undefined || firstCable === undefined || secondCable === undefined || heartbeat === undefined) {
    return tooFewIds(command.id)
  }
  const trunks = interfaceIds(trunkId)
  const reserved = interfaceIds(heartbeat)
  return (
    addTrunks(draft, members.devices, { ids: trunks, from: peerLinkTrunk }) ??
    addCable(draft, members.devices, { suffix: firstCable, propose: proposeFabricPorts, fields: memberOf(trunks) }) ??
    addCable(draft, members.devices, { suffix: secondCable, propose: proposeFabricPorts, fields: memberOf(trunks) }) ??
    addCable(draft, members.devices, {
      suffix: heartbeat,
      propose: proposeHeartbeatPorts,
      fields: () => heartbeatPort,
    }) ??
    addRecord(draft, {
      id: command.id,
      members: [members.devices[0].id, members.devices[1].id],
      peerLink: { kind: 'physical', trunks },
      dualActiveDetection: {
        ends: [{ interfaceId: reserved[0] }, { interfaceId: reserved[1] }],
        udpPort: heartbeatUdpPort,
      },
      dfs: { priorities },
      spanningTree: { mode: 'v-stp', stpMode: 'rstp' },
    })
  )
}

/** Source: fabric.md section 5. The heartbeat must not become a way for other traffic, so no routing runs over it. */
const heartbeatPort: Partial<DeviceInterface> = { mode: 'routed', unpairedPortReserved: true, outsideUnderlay: true }

function memberOf(trunks: readonly [InterfaceId, InterfaceId]): (side: 0 | 1) => Partial<DeviceInterface> {
  return (side) => ({ memberOf: trunks[side] })
}

export function setSyncPort(draft: Draft, { pairId, tcpPort }: Of<'mlag.set-sync-port'>): Refusal | undefined {
  const pair = draft.network.mlagPairs[pairId]
  if (pair === undefined) return missing(pairId)
  if (pair.syncChannel === undefined) {
    return refusal(
      text('the pair has no synchronisation channel', '该 M-LAG 组没有同步通道'),
      text(
        'Add one first and choose the interface it runs from on each member.',
        '请先添加同步通道，并为每台成员选择源接口。',
      ),
      pairId,
    )
  }
  return setRecord(draft, { kind: 'record.set', id: pairId, fields: { syncChannel: { ...pair.syncChannel, tcpPort } } })
}

function membersOf(
  draft: Draft,
  ids: Of<'mlag.pair'>['members'],
): { readonly devices: Members } | { readonly refused: Refusal } {
  const [a, b] = ids.map((id) => draft.network.devices[id])
  if (a === undefined || b === undefined) return { refused: missing(a === undefined ? ids[0] : ids[1]) }
  if (a === b) {
    return {
      refused: refusal(
        text('a device cannot be paired with itself', '设备不能与自身组成 M-LAG'),
        text('Choose two devices.', '请选择两台设备。'),
        a.id,
      ),
    }
  }
  const paired = Object.values(draft.network.mlagPairs).find(
    ({ members }) => members.includes(a.id) || members.includes(b.id),
  )
  if (paired === undefined) return { devices: [a, b] }
  const member = paired.members.includes(a.id) ? a : b
  return {
    refused: refusal(
      text(
        `${member.name} is in an M-LAG pair already; a device has one DFS group`,
        `${member.name} 已属于一个 M-LAG 组；一台设备只有一个 DFS 组`,
      ),
      text('Delete that pair first, or choose another device.', '请先删除该组，或选择其他设备。'),
      member.id,
      paired.id,
    ),
  }
}

export function tooFewIds(id: RecordId): Refusal {
  return refusal(
    text('the command came with too few fresh ids', '命令附带的新 ID 不足'),
    text('Try again.', '请重试。'),
    id,
  )
}

export function interfaceIds(suffix: string): [InterfaceId, InterfaceId] {
  return [`interface:${suffix}.1`, `interface:${suffix}.2`]
}

type Trunks = { readonly ids: readonly [InterfaceId, InterfaceId]; readonly from: number }

/** An Eth-Trunk (static LACP, the default of the model) on both devices, with the lowest number from `from` that is free on both. */
export function addTrunks(draft: Draft, [a, b]: Members, { ids, from }: Trunks): Refusal | undefined {
  const [onA, onB] = [draft.interfaceNames(a.id), draft.interfaceNames(b.id)]
  let number = from
  while (onA.has(`Eth-Trunk${number}`) || onB.has(`Eth-Trunk${number}`)) number += 1
  const name = `Eth-Trunk${number}`
  // `addRecord` reads the name with the schema before anything is kept.
  return (
    addRecord(draft, { id: ids[0], deviceId: a.id, name } as NetworkRecord) ??
    addRecord(draft, { id: ids[1], deviceId: b.id, name } as NetworkRecord)
  )
}

type Cable = {
  readonly suffix: string
  readonly propose: (draft: Draft, devices: Members) => PortPair | undefined
  readonly fields: (side: 0 | 1) => Partial<DeviceInterface>
}

function addCable(draft: Draft, devices: Members, { suffix, propose, fields }: Cable): Refusal | undefined {
  const ports = propose(draft, devices)
  if (ports === undefined) return noPorts(draft, devices)
  const ids = interfaceIds(suffix)
  const linkId: LinkId = `link:${suffix}`
  return (
    addPort(draft, { id: ids[0], deviceId: devices[0].id, name: ports[0], ...fields(0) }) ??
    addPort(draft, { id: ids[1], deviceId: devices[1].id, name: ports[1], ...fields(1) }) ??
    connect(draft, linkId, [{ interfaceId: ids[0] }, { interfaceId: ids[1] }])
  )
}

export function addPort(draft: Draft, port: DeviceInterface & { readonly name: InterfaceName }): Refusal | undefined {
  return addRecord(draft, port)
}

function noPorts(draft: Draft, devices: Members): Refusal {
  const names = devices.map(({ id }) => nameOf(draft.network, id)).join(', ')
  return refusal(
    text(
      `a pair needs three free ports on each member: two for the peer-link, one for dual-active detection (${names})`,
      `每台成员需要三个空闲端口：两个用于 peer-link，一个用于双主检测（${names}）`,
    ),
    text('Remove a link, or choose a model with more ports.', '请删除一条链路，或选择端口更多的型号。'),
    ...devices.map(({ id }) => id),
  )
}
