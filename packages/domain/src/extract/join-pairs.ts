import type { IpAddress } from '@weft/net'
import { addressOf } from '@weft/net'
import type { InterfaceId, MlagPair, VrfId } from '../model'
import type { ChannelFacts, InterfaceFacts } from './device-facts'
import type { DraftNetwork, JoinedDevice } from './draft-network'
import { withoutAbsent } from './join-interfaces'
import { addCables, memberPorts } from './join-links'
import { pairSpanningTree } from './pair-spanning-tree'

export type Members = readonly [JoinedDevice, JoinedDevice]
export type JoinedPair = { readonly id: MlagPair['id']; readonly members: Members }

/**
 * M-LAG pairs of devices whose DFS groups name each other. Without a named peer two groups belong together when they
 * are the only two left and have an M-LAG id in common. A member without its partner keeps its lines.
 */
export function joinPairs(draft: DraftNetwork): readonly JoinedPair[] {
  const waiting = draft.devices.filter(({ facts }) => facts.dfsGroup !== undefined)
  const pairs: JoinedPair[] = []
  const join = (first: JoinedDevice, second: JoinedDevice) => {
    for (const each of [first, second]) waiting.splice(waiting.indexOf(each), 1)
    pairs.push(addPair(draft, [first, second]))
  }
  for (const first of [...waiting]) {
    const second = waiting.find((other) => waiting.includes(first) && other !== first && name(first, other))
    if (second !== undefined) join(first, second)
  }
  const [first, second, ...more] = waiting
  if (first !== undefined && second !== undefined && more.length === 0 && haveMemberInCommon(first, second)) {
    join(first, second)
  }
  return pairs
}

/** The source of each is the peer of the other, in one of the channels. */
function name({ facts: { dfsGroup: a } }: JoinedDevice, { facts: { dfsGroup: b } }: JoinedDevice): boolean {
  return (
    mirrors(a?.dualActiveDetection, b?.dualActiveDetection) === true || mirrors(a?.syncChannel, b?.syncChannel) === true
  )
}

function mirrors(a: ChannelFacts | undefined, b: ChannelFacts | undefined): boolean | undefined {
  if (a === undefined || b === undefined) return undefined
  return a.peer === b.source && b.peer === a.source
}

function haveMemberInCommon(a: JoinedDevice, b: JoinedDevice): boolean {
  const ids = new Set([...a.facts.interfaces.values()].flatMap(({ mlagMember }) => mlagMember?.id ?? []))
  return [...b.facts.interfaces.values()].some(({ mlagMember }) => mlagMember !== undefined && ids.has(mlagMember.id))
}

function addPair(draft: DraftNetwork, members: Members): JoinedPair {
  const id = draft.makeId('mlag', ...members.map(({ facts }) => facts.name.slice(0, 30)))
  const [first, second] = members.map(({ facts }) => facts.dfsGroup)
  const same = <Key extends 'password' | 'consistencyCheck' | 'upDelaySeconds' | 'electionPackets'>(key: Key) =>
    JSON.stringify(first?.[key]) === JSON.stringify(second?.[key]) ? first?.[key] : undefined
  const hasPriority = first?.priority !== undefined || second?.priority !== undefined
  draft.records.mlagPairs[id] = withoutAbsent<MlagPair>({
    id,
    members: [members[0].id, members[1].id],
    peerLink: peerLinkOf(members),
    dualActiveDetection: detectionOf(members),
    dfs: {
      priorities: hasPriority ? [first?.priority, second?.priority] : undefined,
      password: same('password'),
      consistencyCheck: same('consistencyCheck'),
      upDelaySeconds: same('upDelaySeconds'),
      electionPackets: same('electionPackets'),
    },
    syncChannel: syncChannelOf(members),
    spanningTree: pairSpanningTree(members[0].facts.spanningTree, members[1].facts.spanningTree),
  })
  return { id, members }
}

function peerLinkTrunk({ facts }: JoinedDevice): InterfaceFacts | undefined {
  return [...facts.interfaces.values()].find(({ peerLink }) => peerLink !== undefined)
}

/** The cables of a physical peer-link: the ports of the two trunks, in order. */
export function joinPeerLink(draft: DraftNetwork, { members }: JoinedPair): void {
  const [a = [], b = []] = members.map((device) => {
    const trunk = peerLinkTrunk(device)
    return trunk === undefined ? [] : memberPorts(device, trunk.name)
  })
  addCables(draft, a, b)
}

function peerLinkOf(members: Members): MlagPair['peerLink'] {
  const trunks = members.map(peerLinkTrunk)
  const idOf = (side: 0 | 1): InterfaceId | undefined => {
    const trunk = trunks[side]
    return trunk === undefined ? undefined : members[side].interfaceIds.get(trunk.name)
  }
  const [first, second] = trunks.map((trunk) => [...new Set(trunk?.excludedVlans)].sort((a, b) => a - b))
  const isSame = JSON.stringify(first) === JSON.stringify(second)
  return withoutAbsent({
    kind: trunks.some((trunk) => trunk?.peerLink?.virtual) ? ('virtual' as const) : ('physical' as const),
    trunks: [idOf(0), idOf(1)] as const,
    excludedVlans: isSame && first !== undefined && first.length > 0 ? first : undefined,
  })
}

/** What both sides say of a channel, or nothing when they do not agree: then each keeps its line. */
function agreed(
  members: Members,
  channels: readonly [ChannelFacts | undefined, ChannelFacts | undefined],
): { readonly ends: readonly [End, End]; readonly vrfId?: VrfId } | undefined {
  const [first, second] = channels
  if (first === undefined || second === undefined) return undefined
  const hasPeers = first.peer !== undefined || second.peer !== undefined
  if (hasPeers && mirrors(first, second) !== true) return undefined
  const options = ({ vrf, udpPort, timeoutSeconds, tcpPort, dialect }: ChannelFacts) =>
    JSON.stringify([vrf, udpPort, timeoutSeconds, tcpPort, dialect])
  if (options(first) !== options(second)) return undefined
  const vrfId = first.vrf === undefined ? undefined : members[0].vrfIds.get(first.vrf)
  if (first.vrf !== undefined && (vrfId === undefined || !members[1].vrfIds.has(first.vrf))) return undefined
  const ends = [endOf(members[0], first), endOf(members[1], second)] as const
  return { ends, ...(vrfId === undefined ? {} : { vrfId }) }
}

type End = { readonly interfaceId?: InterfaceId; readonly address?: IpAddress }

/** The interface whose primary address it is, as far as the table is the same; else the address. */
function endOf({ facts, interfaceIds }: JoinedDevice, { source, vrf }: ChannelFacts): End {
  const owner = [...facts.interfaces.values()].find((each) => {
    const primary = each.ipv4[0] ?? each.ipv6[0]
    return primary !== undefined && addressOf(primary) === source && each.vrf === vrf
  })
  const interfaceId = owner === undefined ? undefined : interfaceIds.get(owner.name)
  return interfaceId === undefined ? { address: source } : { interfaceId }
}

function detectionOf(members: Members): MlagPair['dualActiveDetection'] {
  const first = members[0].facts.dfsGroup?.dualActiveDetection
  const shared = agreed(members, [first, members[1].facts.dfsGroup?.dualActiveDetection])
  if (shared === undefined || first === undefined) return undefined
  return {
    ...shared,
    withPeer: first.peer !== undefined,
    udpPort: first.udpPort,
    timeoutSeconds: first.timeoutSeconds,
    dialect: first.dialect,
  }
}

function syncChannelOf(members: Members): MlagPair['syncChannel'] {
  const first = members[0].facts.dfsGroup?.syncChannel
  const shared = agreed(members, [first, members[1].facts.dfsGroup?.syncChannel])
  if (shared === undefined || first?.tcpPort === undefined) return undefined
  return { ...shared, tcpPort: first.tcpPort }
}
