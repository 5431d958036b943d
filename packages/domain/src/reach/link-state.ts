import type { NetworkIntent } from '../intent'
import type { IgpAdjacency, Routers } from './igp-joints'
import { carries, igpPort, interfaceIds, joinSegments, readRouters } from './igp-joints'
import type { IgpPart } from './igp-routes'
import { igpPart } from './igp-routes'
import type { LinkStateProtocol } from './link-state-protocol'
import type { Plane } from './tables'

export type LinkState = { readonly adjacencies: readonly IgpAdjacency[]; readonly parts: readonly IgpPart[] }

/** Finds the neighbours of a protocol and what they tell each other; nothing where nobody runs it. */
export function buildLinkState(plane: Plane, intent: NetworkIntent, protocol: LinkStateProtocol): LinkState {
  const routers = readRouters(plane, protocol)
  if (routers.running.size === 0) return { adjacencies: [], parts: [] }
  const joined = joinSegments(plane, protocol, routers)
  const versions = protocol.versions.filter((version) =>
    [...routers.ofPort.keys()].some((port) => carries(plane, protocol, { port, version })),
  )
  return {
    adjacencies: [...joined.adjacencies, ...adjacenciesThatAreDown(plane, intent, { protocol, routers })],
    parts: versions.map((version) => igpPart(plane, protocol, { routers, joined, version })),
  }
}

/** Cables between two interfaces of which one is down share no segment, yet somebody expects neighbours there. */
export function adjacenciesThatAreDown(
  plane: Plane,
  intent: NetworkIntent,
  { protocol, routers }: { readonly protocol: LinkStateProtocol; readonly routers: Routers },
): readonly IgpAdjacency[] {
  return intent.cables.flatMap(({ ends: [a, b] }) => {
    if (a.kind !== 'interface' || b.kind !== 'interface') return []
    const portA = plane.ports.byId.get(a.trunkId ?? a.interfaceId)
    const portB = plane.ports.byId.get(b.trunkId ?? b.interfaceId)
    if (portA === undefined || portB === undefined || portA === portB) return []
    if (routers.ofPort.has(portA) && routers.ofPort.has(portB)) return []
    if (!routers.running.has(portA) || !routers.running.has(portB)) return []
    const ends = interfaceIds(plane, portA, portB)
    const facts = protocol.facts(igpPort(plane, portA), igpPort(plane, portB), 0)
    return ends === undefined ? [] : [{ protocol: protocol.name, ends, ports: [portA, portB], others: 0, facts }]
  })
}
