import type { NetworkIntent } from '../intent'
import type { DeviceId, InterfaceId, LinkId, MlagPairId, Network } from '../model'
import { byId, recordName } from '../model'
import type { Failure } from '../reach'

/**
 * The failure that words name. A word is the id or name of a device, the id of a link, `leaf-1--spine-1` for all
 * links between two devices, `leaf-1:10GE1/0/1` for a port or Eth-Trunk, `peer-link:leaf-1--leaf-2` or
 * `dad:leaf-1--leaf-2` for what joins the members of an M-LAG pair.
 *
 * The DAD link is the interface on each member that detection runs from. A LoopBack is none: it never goes down, so
 * that one has to name what its packets cross.
 *
 * @returns or the word that names nothing, or more than one thing
 */
export function failureNamed(
  network: Network,
  intent: NetworkIntent,
  words: readonly string[],
): Failure | { readonly unknown: string } {
  const devices = new Set<DeviceId>()
  const links = new Set<LinkId>()
  const interfaces = new Set<InterfaceId>()
  const byName = new Map<string, DeviceId | undefined>()
  for (const { id, name } of Object.values(network.devices)) {
    for (const called of new Set([id, name, recordName(network, id)]))
      byName.set(called, byName.has(called) ? undefined : id)
  }
  for (const word of words) {
    const device = byName.get(word)
    const found = device === undefined ? thingsNamed(network, intent, { word, byName }) : []
    if (device !== undefined) devices.add(device)
    else if (found.length === 0) return { unknown: word }
    for (const id of found) {
      if (id.startsWith('link:')) links.add(id as LinkId)
      else interfaces.add(id as InterfaceId)
    }
  }
  return { devices, links, interfaces }
}

function thingsNamed(
  network: Network,
  intent: NetworkIntent,
  { word, byName }: { readonly word: string; readonly byName: ReadonlyMap<string, DeviceId | undefined> },
): readonly (LinkId | InterfaceId)[] {
  const [kind, rest] = splitAt(word, ':')
  if (word in network.links) return [word as LinkId]
  if (word in network.interfaces) return [word as InterfaceId]
  if (kind === 'peer-link' || kind === 'dad') return ofPair(network, intent, { kind, members: bothOf(rest, byName) })
  const owner = byName.get(kind)
  if (owner !== undefined) {
    const port = intent.devices.get(owner)?.interfaces.find(({ name }) => name.toLowerCase() === rest.toLowerCase())
    return port?.interfaceId === undefined ? [] : [port.interfaceId]
  }
  const both = bothOf(word, byName)
  if (both === undefined) return []
  return intent.cables.flatMap(({ linkId, ends }) => {
    const [a, b] = ends.map((end) => (end.kind === 'interface' ? end.deviceId : undefined))
    return (a === both[0] && b === both[1]) || (a === both[1] && b === both[0]) ? [linkId] : []
  })
}

function ofPair(
  network: Network,
  intent: NetworkIntent,
  {
    kind,
    members,
  }: { readonly kind: 'peer-link' | 'dad'; readonly members: readonly [DeviceId, DeviceId] | undefined },
): readonly InterfaceId[] {
  const pair = Object.values(network.mlagPairs)
    .sort(byId)
    .find((each) => members?.every((member) => each.members.includes(member)) === true)
  return pair === undefined ? [] : kind === 'peer-link' ? peerLinkOf(intent, pair.id) : dadOf(intent, pair.id)
}

function peerLinkOf(intent: NetworkIntent, pairId: MlagPairId): readonly InterfaceId[] {
  return [...intent.devices.values()].flatMap(({ interfaces }) =>
    interfaces.flatMap(({ peerLink, interfaceId }) => (peerLink?.pairId === pairId ? (interfaceId ?? []) : [])),
  )
}

function dadOf(intent: NetworkIntent, pairId: MlagPairId): readonly InterfaceId[] {
  return [...intent.devices.values()].flatMap(({ interfaces, dfsGroup }) => {
    if (dfsGroup?.pairId !== pairId) return []
    const { source, sourceInterfaceId } = dfsGroup.dualActiveDetection ?? {}
    const port = interfaces.find(
      ({ interfaceId, ipv4, ipv6 }) =>
        interfaceId !== undefined &&
        (interfaceId === sourceInterfaceId ||
          [...ipv4, ...ipv6].some(({ value }) => value.split('/')[0] === source?.value)),
    )
    return port?.interfaceId === undefined || port.kind === 'loopback' ? [] : [port.interfaceId]
  })
}

function bothOf(
  word: string,
  byName: ReadonlyMap<string, DeviceId | undefined>,
): readonly [DeviceId, DeviceId] | undefined {
  for (let at = word.indexOf('--'); at >= 0; at = word.indexOf('--', at + 1)) {
    const [a, b] = [byName.get(word.slice(0, at)), byName.get(word.slice(at + 2))]
    if (a !== undefined && b !== undefined) return [a, b]
  }
  return undefined
}

function splitAt(word: string, mark: string): readonly [string, string] {
  const at = word.indexOf(mark)
  return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + mark.length)]
}
