import type {
  Command,
  Device,
  DeviceId,
  DeviceInterface,
  HostId,
  LinkId,
  MlagPairId,
  Network,
  RecordId,
} from '@weft/domain'
import { text } from '@weft/domain'
import { freshId, freshSuffix, kindOf } from '../editor'
import { nodeOfEnd } from './drawn-as'

/** What the selection makes possible. Pure but for fresh ids: the canvas, the palette and the keyboard all ask here. */
export type SelectionActions = {
  readonly addLoopbacks?: Command
  readonly connect?: readonly [RecordId, RecordId]
  readonly peer?: Command
  readonly pair?: Command
  readonly drawVlanif?: Command
  readonly attach?: Command
}

const drawnKinds: ReadonlySet<string> = new Set(['device', 'host', 'station'])

export function selectionActions(network: Network, selection: ReadonlySet<RecordId>): SelectionActions {
  const ids = [...selection]
  const devices = ids.filter((id): id is DeviceId => kindOf(id) === 'device' && id in network.devices)
  const ends = ids.filter((id) => drawnKinds.has(kindOf(id)))
  const links = ids.filter((id): id is LinkId => kindOf(id) === 'link' && id in network.links)
  const hosts = ids.filter((id): id is HostId => kindOf(id) === 'host' && id in network.hosts)
  const [first, second] = devices
  const twoDevices = devices.length === 2 && ends.length === 2 && first && second
  const [endA, endB] = ends
  const attach = hosts.length === 1 && hosts[0] ? attachCommand(network, hosts[0]) : undefined
  return {
    ...(devices.length > 0 ? { addLoopbacks: addLoopbacks(devices) } : {}),
    ...(ends.length === 2 && endA && endB && (twoDevices || devices.length === 1)
      ? { connect: [endA, endB] as const }
      : {}),
    ...(twoDevices ? { peer: peerCommand(network, first, second) } : {}),
    ...(twoDevices && !pairOf(network, first) && !pairOf(network, second)
      ? { pair: pairCommand([first, second]) }
      : {}),
    ...(links[0] && onlyBetweenDevices(network, links[0]) && sameGroup(network, links)
      ? { drawVlanif: vlanifCommand(links[0]) }
      : {}),
    ...(attach ? { attach } : {}),
  }
}

export function addLoopbacks(deviceIds: readonly DeviceId[]): Command {
  const commands = deviceIds.map((deviceId): Command => ({ kind: 'loopback.add', id: freshId('interface'), deviceId }))
  const [only] = commands
  if (commands.length === 1 && only) return only
  return { kind: 'batch', label: text('Add loopbacks', '添加环回接口'), commands }
}

const SUFFIXES_FOR_A_PAIR = 24

export function pairCommand(members: readonly [DeviceId, DeviceId]): Command {
  return { kind: 'mlag.pair', id: freshId('mlag'), members, freshIds: freshSuffixes(SUFFIXES_FOR_A_PAIR) }
}

export function vlanifCommand(over: LinkId): Command {
  return {
    kind: 'vlanif-link.draw',
    id: freshId('vlanif-link'),
    over,
    newInterfaceIds: [freshId('interface'), freshId('interface')],
  }
}

/** A BGP peering between loopbacks; a device without one gets one in the same step. */
function peerCommand(network: Network, a: DeviceId, b: DeviceId): Command {
  const sources = [a, b].map((deviceId) => {
    const existing = lowestLoopback(network, deviceId)
    return { deviceId, interfaceId: existing?.id ?? freshId('interface'), missing: !existing }
  })
  const ends = sources.map(({ deviceId, interfaceId }) => ({ owner: { deviceId }, interfaceId }))
  const [left, right] = ends
  if (!left || !right) throw new Error('invariant violated: a peering has two ends')
  return {
    kind: 'batch',
    label: text('Peer two devices', '建立对等体'),
    commands: [
      ...sources
        .filter(({ missing }) => missing)
        .map(({ deviceId, interfaceId }): Command => ({ kind: 'loopback.add', id: interfaceId, deviceId })),
      {
        kind: 'record.create',
        record: { id: freshId('peering'), ends: [left, right], families: ['ipv4-unicast'] },
      },
    ],
  }
}

function lowestLoopback(network: Network, deviceId: DeviceId): DeviceInterface | undefined {
  const numberOf = ({ name }: DeviceInterface) => Number(name.slice('LoopBack'.length))
  return Object.values(network.interfaces)
    .filter((each) => each.deviceId === deviceId && each.name.startsWith('LoopBack'))
    .sort((x, y) => numberOf(x) - numberOf(y))[0]
}

export function pairOf(network: Network, deviceId: Device['id']): MlagPairId | undefined {
  return Object.values(network.mlagPairs).find(({ members }) => members.includes(deviceId))?.id
}

/** A host cabled to both members of a pair can be attached to it as one. */
function attachCommand(network: Network, hostId: HostId): Command | undefined {
  const attached = Object.values(network.attachments).some(
    (each) => 'hostId' in each.attached && each.attached.hostId === hostId,
  )
  if (attached) return undefined
  const cabledTo = new Set(
    Object.values(network.links)
      .filter(({ ends }) => ends.some((end) => 'hostId' in end && end.hostId === hostId))
      .flatMap(({ ends }) => ends.map((end) => nodeOfEnd(network, end))),
  )
  const pair = Object.values(network.mlagPairs).find(({ members }) => members.every((member) => cabledTo.has(member)))
  if (!pair) return undefined
  return {
    kind: 'mlag.attach',
    id: freshId('attachment'),
    pairId: pair.id,
    hostId,
    freshIds: freshSuffixes(SUFFIXES_FOR_A_PAIR),
  }
}

function onlyBetweenDevices(network: Network, linkId: LinkId): boolean {
  return network.links[linkId]?.ends.every((end) => 'interfaceId' in end) ?? false
}

/** Parallel cables are selected together; the VLAN goes over the first of them. */
function sameGroup(network: Network, linkIds: readonly LinkId[]): boolean {
  const nodesOf = (id: LinkId) =>
    (network.links[id]?.ends ?? [])
      .map((end) => nodeOfEnd(network, end) ?? '')
      .sort()
      .join(' ')
  return new Set(linkIds.map(nodesOf)).size === 1
}

function freshSuffixes(count: number): readonly string[] {
  return Array.from({ length: count }, freshSuffix)
}
