import type { AsNumber, IpAddress } from '@weft/net'
import { addressOf, compareIp, ipVersion, networkOf, prefixContains } from '@weft/net'
import type { Peering, PeeringEnd, VrfId } from '../model'
import type { BgpFacts, DeviceFacts, InterfaceFacts, PeerFacts } from './device-facts'
import type { DraftNetwork, JoinedDevice } from './draft-network'
import { othersWith } from './draft-network'
import { withoutAbsent } from './join-interfaces'
import { externalRouter } from './outside-hosts'
import type { Session } from './peering-end'
import { peeringEnd } from './peering-end'

/**
 * One peering for two peers that name each other's addresses. A peer whose address no device has is an external
 * router; one whose device does not answer is a peering that is configured at one end only.
 */
export function joinPeerings(draft: DraftNetwork): void {
  const sessions = draft.devices.flatMap(sessionsOf)
  const byDevice = new Map<JoinedDevice, Session[]>()
  for (const session of sessions) {
    const known = byDevice.get(session.device)
    if (known === undefined) byDevice.set(session.device, [session])
    else known.push(session)
  }
  const joined = new Set<Session>()
  for (const session of sessions) {
    if (joined.has(session)) continue
    joined.add(session)
    const answer = answerTo(session, { draft, byDevice, joined })
    if (answer !== undefined) joined.add(answer)
    addPeering(draft, session, answer)
  }
}

function sessionsOf(device: JoinedDevice): readonly Session[] {
  return processesOf(device.facts).flatMap((process) => sessionsOfProcess(device, process))
}

/** The base process first. */
function processesOf({ bgp, bgpInstances }: DeviceFacts): readonly BgpFacts[] {
  return bgp === undefined ? bgpInstances : [bgp, ...bgpInstances]
}

function sessionsOfProcess(device: JoinedDevice, process: BgpFacts): readonly Session[] {
  const peers = [...process.peers].sort((a, b) => compareIp(a.address, b.address))
  return peers.flatMap((peer) => {
    const vrfId = peer.vrf === undefined ? undefined : device.vrfIds.get(peer.vrf)
    if (peer.vrf !== undefined && vrfId === undefined) return []
    const source = sourceOf(device, peer)
    return [
      { device, process, peer, ...(vrfId === undefined ? {} : { vrfId }), ...(source === undefined ? {} : { source }) },
    ]
  })
}

/** Where a session runs from: the interface that is named, the one with the address, or the one toward the peer. */
function sourceOf({ facts }: JoinedDevice, peer: PeerFacts): Session['source'] {
  const { sourceInterface, sourceAddress, address, vrf } = peer
  const version = ipVersion(address)
  const inTable = [...facts.interfaces.values()].filter((each) => each.vrf === vrf)
  if (sourceInterface !== undefined) {
    const named = facts.interfaces.get(sourceInterface)
    return named && { facts: named, ...addressField(sourceAddress ?? primaryOf(named, version)) }
  }
  if (sourceAddress !== undefined) {
    const owner = inTable.find((each) => addressesOf(each).includes(sourceAddress))
    return owner && { facts: owner, address: sourceAddress }
  }
  const toward = inTable.find((each) =>
    (version === 4 ? each.ipv4 : each.ipv6).some((own) => prefixContains(networkOf(own), address)),
  )
  return toward && { facts: toward, ...addressField(primaryOf(toward, version)) }
}

function addressField(address: IpAddress | undefined): { readonly address?: IpAddress } {
  return address === undefined ? {} : { address }
}

function primaryOf(facts: InterfaceFacts, version: 4 | 6): IpAddress | undefined {
  if (version === 4) {
    const first = facts.mlagIpv4 ?? facts.ipv4[0]
    return first === undefined ? undefined : addressOf(first)
  }
  const first = facts.ipv6[0]
  return first === undefined ? facts.ipv6LinkLocal : addressOf(first)
}

function addressesOf(facts: InterfaceFacts): readonly IpAddress[] {
  return [...facts.ipv4, ...facts.ipv6].map(addressOf)
}

type Sessions = {
  readonly draft: DraftNetwork
  readonly byDevice: ReadonlyMap<JoinedDevice, readonly Session[]>
  readonly joined: ReadonlySet<Session>
}

/** The session of the other device that is meant: it names an address of this one, at best the one this one uses. */
function answerTo(session: Session, { draft, byDevice, joined }: Sessions): Session | undefined {
  const candidates = othersWith(draft, session.device, session.peer.address).flatMap(({ device }) =>
    (byDevice.get(device) ?? []).filter(
      (other) => !joined.has(other) && othersWith(draft, device, other.peer.address).some(isOn(session.device)),
    ),
  )
  const closeness = (other: Session) =>
    (other.peer.address === session.source?.address ? 2 : 0) +
    (other.source?.address === session.peer.address ? 2 : 0) +
    // Of several processes the one that is expected, by its AS number, answers.
    (other.process.asNumber === session.peer.asNumber ? 1 : 0) +
    (other.peer.asNumber === session.process.asNumber ? 1 : 0)
  return candidates
    .filter((other) => ipVersion(other.peer.address) === ipVersion(session.peer.address))
    .reduce<Session | undefined>(
      (best, next) => (best === undefined || closeness(next) > closeness(best) ? next : best),
      undefined,
    )
}

function isOn(device: JoinedDevice): (owner: { readonly device: JoinedDevice }) => boolean {
  return (owner) => owner.device === device
}

function addPeering(draft: DraftNetwork, session: Session, answer: Session | undefined): void {
  const others = answer === undefined ? othersWith(draft, session.device, session.peer.address) : []
  const [silent] = others
  const configured = answer === undefined ? [session] : [session, answer]
  const families = [...new Set(configured.flatMap(({ peer }) => enabledFamilies(peer)))].sort()
  const ends: readonly [PeeringEnd, PeeringEnd] = [
    peeringEnd(session, { other: answer, families }),
    answer !== undefined
      ? peeringEnd(answer, { other: session, families })
      : silent === undefined
        ? { owner: { hostId: externalRouter(draft, session.peer.address, session.peer.asNumber) } }
        : {
            owner: { deviceId: silent.device.id },
            ...instanceField(silentProcess(silent.device, session)),
            interfaceId: silent.interfaceId,
            address: session.peer.address,
            notConfigured: true,
            ...vrfField(silent.facts.vrf === undefined ? undefined : silent.device.vrfIds.get(silent.facts.vrf)),
          },
  ]
  const vrfId = sharedVrf(session, answer)
  const otherName = answer?.device.facts.name ?? silent?.device.facts.name ?? session.peer.address
  const id = draft.makeId('peering', session.device.facts.name.slice(0, 28), otherName.slice(0, 28))
  for (const { device, process, peer } of configured) {
    const key = `${device.id} ${peer.vrf ?? ''} ${peer.address}`
    if (process.instance === undefined || !draft.peeringOf.has(key)) draft.peeringOf.set(key, id)
  }
  draft.records.peerings[id] = withoutAbsent({
    id,
    ends: [
      withAs(
        ends[0],
        session,
        silent === undefined
          ? (answer?.process.asNumber ?? session.peer.asNumber)
          : silentProcess(silent.device, session)?.asNumber,
      ),
      answer === undefined ? ends[1] : withAs(ends[1], answer, session.process.asNumber),
    ],
    families,
    ...(vrfId === undefined ? {} : { vrfId }),
    ...common(configured),
  } satisfies Peering)
  if (vrfId === undefined) keepOwnTables(draft, id, [session.vrfId, answer?.vrfId])
}

function vrfField(vrfId: VrfId | undefined): { readonly vrfId?: VrfId } {
  return vrfId === undefined ? {} : { vrfId }
}

function sharedVrf(session: Session, answer: Session | undefined): VrfId | undefined {
  return answer === undefined || session.vrfId === answer.vrfId ? session.vrfId : undefined
}

/** Two ends in different routing tables: each says its own. */
function keepOwnTables(draft: DraftNetwork, id: string, tables: readonly (VrfId | undefined)[]): void {
  const record = draft.records.peerings[id]
  if (record === undefined || tables.every((table) => table === undefined)) return
  const [first, second] = record.ends
  draft.records.peerings[id] = {
    ...record,
    ends: [
      { ...first, ...vrfField(tables[0]) },
      { ...second, ...vrfField(tables[1]) },
    ],
  }
}

export function enabledFamilies({ families }: PeerFacts): readonly Peering['families'][number][] {
  return [...families].filter(([, { enabled }]) => enabled).map(([family]) => family)
}

/** The process that would have to answer, on a device that does not: the one in the expected AS, else the base one. */
function silentProcess({ facts }: JoinedDevice, { peer }: Session): BgpFacts | undefined {
  return processesOf(facts).find(({ asNumber }) => asNumber === peer.asNumber) ?? facts.bgp
}

function instanceField(process: BgpFacts | undefined): { readonly instance?: string } {
  return process?.instance === undefined ? {} : { instance: process.instance }
}

function withAs(end: PeeringEnd, { peer }: Session, others: AsNumber | undefined): PeeringEnd {
  return others === peer.asNumber ? end : { ...end, remoteAsNumber: peer.asNumber }
}

/** What a peering says once for both ends: only what both ends say. */
function common(sessions: readonly Session[]): Partial<Peering> {
  const [first, second] = sessions.map(({ peer }) => peer)
  if (first === undefined) return {}
  const same = <Key extends keyof PeerFacts>(key: Key) =>
    second === undefined || second[key] === first[key] ? first[key] : undefined
  return withoutAbsent({
    description: same('description'),
    keepaliveSeconds: same('keepaliveSeconds'),
    holdSeconds: same('holdSeconds'),
    bfd: same('bfd') === true ? true : undefined,
    keychain: same('keychain'),
  })
}
