import type { IpAddress } from '@weft/net'
import { ipVersion } from '@weft/net'
import type { DeviceIntent, DfsGroupIntent } from '../intent'
import type { DeviceId, MlagPairId, RecordId } from '../model'
import { text } from '../model'
import type { Fact } from './facts'
import { fact } from './facts'
import { frameWay } from './flood'
import { pairingVerdictOf } from './mlag-pairing'
import { pathFact } from './path-fact'
import type { SessionVerdict } from './reachability'
import type { Routing } from './routing'
import type { Judged } from './session-verdict'
import { verdictOf } from './session-verdict'
import type { Plane, Table, TableName } from './tables'
import { framesOf, tableOf } from './tables'
import { walk } from './walk'

export type Channel = 'dualActiveDetection' | 'syncChannel'
type Member = { readonly device: DeviceIntent; readonly index: number; readonly group: DfsGroupIntent }
export type MlagMembers = readonly [Member, Member]
type ChannelEnd = {
  readonly name: string
  readonly deviceId: DeviceId
  readonly table?: Table
  readonly source?: IpAddress
  readonly sourcePort?: number
}

export type MlagVerdicts = {
  readonly pairing: SessionVerdict
  readonly dualActiveDetection?: SessionVerdict
  readonly syncChannel?: SessionVerdict
}

/** Pairing and both channels of a pair; `forward` goes from the first member to the second. */
export function mlagVerdicts(
  plane: Plane,
  routing: Routing,
  { members, judged }: { readonly members: MlagMembers; readonly judged: Judged },
): MlagVerdicts {
  const judge = (channel: Channel): SessionVerdict | undefined =>
    hasChannel(members, channel) ? judged(() => channelVerdict(plane, routing, { members, channel })) : undefined
  const dualActiveDetection = judge('dualActiveDetection')
  const syncChannel = judge('syncChannel')
  return {
    pairing: pairingVerdictOf(
      plane,
      members,
      dualActiveDetection && {
        status: dualActiveDetection.status,
        crossesPeerLink: crossesPeerLink(plane, routing, members),
      },
    ),
    ...(dualActiveDetection === undefined ? {} : { dualActiveDetection }),
    ...(syncChannel === undefined ? {} : { syncChannel }),
  }
}

/** The members of every pair that has two. */
export function mlagMembers(plane: Plane): readonly MlagMembers[] {
  const members = new Map<MlagPairId, { 0?: Member; 1?: Member }>()
  for (const [index, device] of plane.devices.entries()) {
    const group = device.dfsGroup
    if (group === undefined) continue
    members.set(group.pairId, { ...members.get(group.pairId), [group.side]: { device, index, group } })
  }
  return [...members.values()].flatMap((pair) =>
    pair[0] === undefined || pair[1] === undefined ? [] : [[pair[0], pair[1]] as const],
  )
}

export function hasChannel(members: MlagMembers, channel: Channel): boolean {
  return members.every(({ group }) => group[channel] !== undefined)
}

/**
 * @source fabric.md sections 2, 3 and 5: local addresses in one VPN instance, different from each
 * other, of one version, and reachable both ways
 */
export function channelVerdict(
  plane: Plane,
  routing: Routing,
  { members, channel }: { readonly members: MlagMembers; readonly channel: Channel },
): SessionVerdict {
  const ends = [channelEnd(plane, members[0], channel), channelEnd(plane, members[1], channel)] as const
  const records: readonly RecordId[] = [members[0].group.pairId]
  const facts: Fact[] = ends.map((end) => localFact(plane, end, records))
  const [first, second] = ends
  if (first.source !== undefined && second.source !== undefined)
    facts.push(differFact(first.source, second.source, records))
  const tcpPort = members[0].group.syncChannel?.tcpPort
  if (channel === 'syncChannel' && tcpPort !== undefined) facts.push(portFact(tcpPort, records))
  const forward = pathBetween(plane, routing, [first, second])
  const back = pathBetween(plane, routing, [second, first])
  if (forward !== undefined) facts.push(pathFact(plane, 'forward-path', { from: first.name, ...forward, records }))
  if (back !== undefined) facts.push(pathFact(plane, 'return-path', { from: second.name, ...back, records }))
  return verdictOf(facts, {
    ...(forward === undefined ? {} : { forward: forward.verdict }),
    ...(back === undefined ? {} : { back: back.verdict }),
  })
}

function channelEnd(plane: Plane, { device, index, group }: Member, channel: Channel): ChannelEnd {
  const { source, sourceInterfaceId, vrfName } = group[channel] ?? {}
  const tableName: TableName | undefined =
    vrfName === undefined ? '' : device.vrfs.find(({ name }) => name === vrfName)?.vrfId
  const table = tableName === undefined ? undefined : tableOf(plane, index, tableName)
  const sourcePort = sourceInterfaceId === undefined ? undefined : plane.ports.byId.get(sourceInterfaceId)
  return {
    name: device.device.name,
    deviceId: device.device.id,
    ...(table === undefined ? {} : { table }),
    ...(source === undefined ? {} : { source: source.value }),
    ...(sourcePort === undefined ? {} : { sourcePort }),
  }
}

function localFact(plane: Plane, { name, table, source, sourcePort }: ChannelEnd, records: readonly RecordId[]): Fact {
  if (source === undefined)
    return fact('local-address', 'no', records, () =>
      text(`${name} has no source address for the channel.`, `${name} 没有该通道的源地址。`),
    )
  const owner = table?.own.get(source)
  if (owner === undefined) {
    return fact('local-address', 'no', records, () =>
      text(
        `${name} does not own ${source} in the VPN instance of the channel.`,
        `${name} 在该通道的 VPN 实例中不拥有 ${source}。`,
      ),
    )
  }
  const port =
    sourcePort !== undefined && plane.addresses[sourcePort]?.some(({ address }) => address === source) === true
      ? sourcePort
      : owner
  const interfaceName = plane.ports.list[port]?.intent.name ?? ''
  const up = plane.segments.up[port] === true
  return fact('local-address', up ? 'yes' : 'no', records, () =>
    up
      ? text(`${name} owns ${source} on ${interfaceName}.`, `${name} 的 ${interfaceName} 拥有 ${source}。`)
      : text(
          `${interfaceName} of ${name}, which has ${source}, is down.`,
          `${name} 拥有 ${source} 的 ${interfaceName} 为 Down。`,
        ),
  )
}

function differFact(a: IpAddress, b: IpAddress, records: readonly RecordId[]): Fact {
  if (ipVersion(a) !== ipVersion(b)) {
    return fact('family', 'no', records, () =>
      text(`${a} and ${b} are of different IP versions.`, `${a} 与 ${b} 的 IP 版本不同。`),
    )
  }
  return fact('source-expected', a === b ? 'no' : 'yes', records, () =>
    a === b
      ? text(
          `Both members use ${a}; local and peer address must differ.`,
          `两台成员均使用 ${a}；本端与对端地址必须不同。`,
        )
      : text(
          `Each member has the address of the other as its peer: ${a} and ${b}.`,
          `两台成员互以对方地址为对端：${a} 与 ${b}。`,
        ),
  )
}

function portFact(tcpPort: number, records: readonly RecordId[]): Fact {
  const usable = tcpPort >= 1 && tcpPort <= 65535
  return fact('tcp-port', usable ? 'yes' : 'no', records, () =>
    usable
      ? text(`Both members use TCP port ${tcpPort}.`, `两台成员均使用 TCP 端口 ${tcpPort}。`)
      : text(`${tcpPort} is not a TCP port.`, `${tcpPort} 不是有效的 TCP 端口。`),
  )
}

function pathBetween(plane: Plane, routing: Routing, [from, to]: readonly [ChannelEnd, ChannelEnd]) {
  if (from.table === undefined || to.source === undefined) return undefined
  return {
    to: to.source,
    endsAt: to.deviceId,
    verdict: walk(plane, routing, { from: from.table, to: to.source }).verdict,
  }
}

/** Whether packets of dual-active detection take the link whose loss it has to tell of. */
function crossesPeerLink(plane: Plane, routing: Routing, members: MlagMembers): boolean {
  const [from, to] = members.map((member) => channelEnd(plane, member, 'dualActiveDetection'))
  if (from?.table === undefined || to?.source === undefined) return false
  const isPeerLink = (port: number | undefined): boolean => plane.ports.list[port ?? -1]?.intent.peerLink !== undefined
  return walk(plane, routing, { from: from.table, to: to.source }).crossed.some(({ out, into }) =>
    frameWay(framesOf(plane), { from: out, to: into })?.some((step) => isPeerLink(step.outOf) || isPeerLink(step.into)),
  )
}
