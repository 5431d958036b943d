import type { Link, LinkEnd, LinkId, Network, RecordId } from '@weft/domain'
import { byId } from '@weft/domain'
import { nodeOfEnd } from './drawn-as'

/** All cables between the same two nodes; drawn as one line. */
export type CableGroup = {
  readonly id: string
  /** In code-unit order, so that the direction in which a cable was drawn does not matter. */
  readonly nodes: readonly [RecordId, RecordId]
  readonly links: readonly Link[]
  readonly ports: readonly [readonly string[], readonly string[]]
  readonly isPeerLink: boolean
}

export function groupCables(network: Network): readonly CableGroup[] {
  const peerLinkTrunks = new Set<RecordId>(
    Object.values(network.mlagPairs).flatMap((pair) => pair.peerLink.trunks.filter((trunk) => trunk !== undefined)),
  )
  const groups = new Map<
    string,
    { nodes: [RecordId, RecordId]; links: Link[]; ports: [string[], string[]]; isPeerLink: boolean }
  >()
  for (const link of Object.values(network.links).sort(byId)) {
    const nodes = link.ends.map((end) => nodeOfEnd(network, end))
    const [a, b] = nodes
    if (!a || !b || a === b) continue
    const swapped = b < a
    const id = cableGroupId(a, b)
    const group = groups.get(id) ?? { nodes: swapped ? [b, a] : [a, b], links: [], ports: [[], []], isPeerLink: false }
    groups.set(id, group)
    group.links.push(link)
    const [first, second] = swapped ? [link.ends[1], link.ends[0]] : link.ends
    group.ports[0].push(portName(network, first))
    group.ports[1].push(portName(network, second))
    group.isPeerLink ||= link.ends.some((end) => {
      const memberOf = 'interfaceId' in end ? network.interfaces[end.interfaceId]?.memberOf : undefined
      return memberOf !== undefined && peerLinkTrunks.has(memberOf)
    })
  }
  return [...groups].map(([id, group]) => ({ id, ...group }))
}

export function cableGroupId(a: RecordId, b: RecordId): string {
  return a < b ? `cables:${a}|${b}` : `cables:${b}|${a}`
}

/** Which group draws a cable. */
export function groupOfLink(groups: readonly CableGroup[]): ReadonlyMap<LinkId, CableGroup> {
  return new Map(groups.flatMap((group) => group.links.map((link) => [link.id, group])))
}

function portName(network: Network, end: LinkEnd): string {
  if ('interfaceId' in end) return network.interfaces[end.interfaceId]?.name ?? '?'
  if ('hostId' in end) return end.port ?? ''
  return ''
}
