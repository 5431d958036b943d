import type { DeviceIntent, ImportedRoutes, InterfaceIntent, NetworkIntent } from '../intent'
import type { VrfId } from '../model'
import { statusOf } from './facts'
import type { ChangedLinks, IgpChange } from './igp-change'
import { changedLinkState } from './igp-change'
import type { IgpAdjacency } from './igp-joints'
import { igpPort } from './igp-joints'
import type { IgpPart, IgpRoutes, IgpRouting, LessPlane } from './igp-routes'
import { isis } from './isis-protocol'
import { buildLinkState } from './link-state'
import type { IgpName } from './link-state-protocol'
import { ospfv2, ospfv3 } from './ospf-protocol'
import type { IpPrefix } from './prefix-key'
import { routingLayer, sortedLengths } from './routing-layer'
import type { Plane, Table } from './tables'
import { tableOf } from './tables'

/** The interior gateway protocols of a network. */
export type Igp = IgpRouting & {
  readonly adjacencies: readonly IgpAdjacency[]
  /** All links of each protocol cost the same and join two routers of one area. */
  readonly isUniform: boolean
  /** A route hangs on the links of its path alone: each protocol has one area and imports nothing. */
  readonly isPlain: boolean
  /** Processes import routes from elsewhere. */
  readonly imports: boolean
  /** The protocol that joins most routers over IPv4. */
  readonly backbone?: Pick<IgpPart, 'protocol' | 'version' | 'neighbours' | 'routersOf'>
  /** The routes after some ports went down; undefined where they have to be built anew. */
  readonly less: (change: LessPlane) => IgpRouting | undefined
  /** The same where some ports differ; undefined where more comes or goes with them. */
  readonly changed: (
    change: IgpChange,
    adjacencies: Igp['adjacencies'],
  ) => { readonly igp: Igp; readonly links: ChangedLinks } | undefined
}

export function buildIgp(plane: Plane, intent: NetworkIntent): Igp {
  const built = Object.values(protocols).map((protocol) => buildLinkState(plane, intent, protocol))
  const parts = built.flatMap((each) => each.parts)
  const imports = [...plane.devices.entries()].flatMap(([index, device]) => importsOf(plane, index, device))
  const routing = inOrder(parts.flatMap(({ routes }) => routes))
  importRoutes(plane, { routing, parts, imports })
  const adjacencies = built.flatMap((each) => each.adjacencies)
  return igpOver(parts, { adjacencies, imports: imports.length > 0 })
}

function igpOver(parts: readonly IgpPart[], rest: Pick<Igp, 'adjacencies' | 'imports'>): Igp {
  const { imports } = rest
  const isPlain = !imports && parts.every(({ severalAreas }) => !severalAreas)
  const [backbone] = parts
    .filter(({ version }) => version === 4)
    .sort((a, b) => b.neighbours.length - a.neighbours.length)
  return {
    ...inOrder(parts.flatMap(({ routes }) => routes)),
    ...rest,
    ...(backbone === undefined ? {} : { backbone }),
    isUniform: parts.every((part) => part.isUniform),
    isPlain,
    less: (change) => {
      const left = isPlain ? parts.map((part) => part.less(change)) : [undefined]
      const routes = left.flatMap((each) => each ?? [])
      return left.every((each) => each !== undefined) ? inOrder(routes) : undefined
    },
    changed: (change, adjacencies) => {
      if (imports) return undefined
      const all = Object.values(protocols)
      const changed = all.flatMap((protocol) => {
        const isOwn = (each: IgpPart | IgpAdjacency): boolean => each.protocol === protocol.name
        const before = { adjacencies: adjacencies.filter(isOwn), parts: parts.filter(isOwn) }
        return changedLinkState(before, protocol, change) ?? []
      })
      if (changed.length < all.length) return undefined
      const links = changed.map((each) => each.links)
      const left = changed.flatMap((each) => each.adjacencies)
      return {
        igp: igpOver(
          changed.flatMap((each) => each.parts),
          { adjacencies: left, imports },
        ),
        links: links.includes('all') ? 'all' : new Set(links.flatMap((each) => [...each].map(Number))),
      }
    },
  }
}

const protocols = { ospf: ospfv2, ospfv3, isis } as const

/**
 * Adjacencies as other intents of some devices word them.
 *
 * @param besides ports whose adjacencies are found anew
 * @returns undefined where neighbours come or go
 */
export function rewordedAdjacencies(
  { adjacencies }: Pick<Igp, 'adjacencies'>,
  plane: Plane,
  { devices, besides }: { readonly devices: ReadonlySet<number>; readonly besides: ReadonlySet<number> },
): readonly IgpAdjacency[] | undefined {
  const isTouched = (port: number): boolean => devices.has(plane.ports.list[port]?.device ?? -1)
  const worded = adjacencies.slice()
  for (const [at, each] of adjacencies.entries()) {
    const [a, b] = each.ports
    if ((!isTouched(a) && !isTouched(b)) || besides.has(a) || besides.has(b)) continue
    const facts = protocols[each.protocol].facts(igpPort(plane, a), igpPort(plane, b), each.others)
    if ((statusOf(facts) === 'down') !== (statusOf(each.facts) === 'down')) return undefined
    worded[at] = { ...each, facts }
  }
  return worded
}

function inOrder(routes: readonly IgpRoutes[]): IgpRouting {
  const sorted = routes.toSorted((a, b) => a.preference - b.preference)
  return {
    routes: { 4: sorted.filter(({ version }) => version === 4), 6: sorted.filter(({ version }) => version === 6) },
  }
}

type Import = {
  readonly table: Table
  readonly protocol: IgpName
  readonly processId: number
  readonly from: ImportedRoutes
}

/**
 * Carries routes from one source into another. What is imported may be imported again elsewhere, so that is done
 * until nothing is new; every round adds announcements, and there are finitely many.
 */
function importRoutes(
  plane: Plane,
  {
    routing,
    parts,
    imports,
  }: { readonly routing: IgpRouting; readonly parts: readonly IgpPart[]; readonly imports: readonly Import[] },
): void {
  for (let changed = imports.length > 0; changed; ) {
    changed = false
    const layer = routingLayer(plane, routing, { lengths: sortedLengths(plane) })
    for (const { table, protocol, processId, from } of imports) {
      const version = versionOf(protocol, from)
      const into = parts.find((part) => part.protocol === protocol && part.version === version)
      const cost = costOf(protocol, from)
      for (const prefix of into === undefined ? [] : prefixesOf(routing, { table, from, version })) {
        const found = layer.exact(table, prefix)
        const isOwn =
          found?.protocol === 'direct' && found.hops.some(({ port }) => runs(plane.ports.list[port]?.intent, from))
        const isActive = found !== undefined && (found.protocol === from.protocol || isOwn)
        if (isActive && into?.originate({ table: table.index, processId, cost }, prefix) === true) changed = true
      }
    }
  }
}

function importsOf(plane: Plane, index: number, { ospf, ospfv3, isis }: DeviceIntent): readonly Import[] {
  const of = (
    protocol: IgpName,
    processes: readonly {
      readonly processId: number
      readonly vrfId?: VrfId
      readonly importRoutes: readonly ImportedRoutes[]
    }[],
  ): readonly Import[] =>
    processes.flatMap(({ processId, vrfId, importRoutes }) => {
      const table = tableOf(plane, index, vrfId ?? '')
      return table === undefined ? [] : importRoutes.map((from) => ({ table, protocol, processId, from }))
    })
  return [...of('ospf', ospf), ...of('ospfv3', ospfv3), ...of('isis', isis)]
}

function versionOf(protocol: IgpName, { ipv6 }: ImportedRoutes): 4 | 6 {
  return protocol === 'ospf' || (protocol === 'isis' && ipv6 !== true) ? 4 : 6
}

/** External costs of type 2 count before every cost inside; those of type 1, and those of IS-IS, add to it. */
function costOf(protocol: IgpName, { cost, type }: ImportedRoutes): number {
  if (protocol === 'isis') return cost ?? 0
  return type === 1 ? (cost ?? 1) : Math.min(cost ?? 1, 2 ** 20) * 2 ** 18
}

function prefixesOf(
  igp: IgpRouting,
  { table, from, version }: { readonly table: Table; readonly from: ImportedRoutes; readonly version: 4 | 6 },
): readonly IpPrefix[] {
  const ofVersion = (prefix: IpPrefix): boolean =>
    prefix.includes(':') === (version === 6) && !prefix.startsWith('fe80:')
  switch (from.protocol) {
    case 'direct':
      return [...table.direct.values()].map(({ prefix }) => prefix).filter(ofVersion)
    case 'static':
      return [...table.statics.values()].flatMap(([first]) => first?.prefix ?? []).filter(ofVersion)
    case 'ospf':
    case 'ospfv3':
    case 'isis':
      return igpPrefixes(igp, { protocol: from.protocol, table: table.index, version })
    case 'bgp':
      // What BGP knows follows from the routes that are built here; whoever hears of it is not sure of its routes.
      return []
  }
}

/** Prefixes in a table that a protocol announces, whether the table takes them from it or not. */
export function igpPrefixes(
  { routes }: IgpRouting,
  { protocol, table, version }: { readonly protocol: IgpName; readonly table: number; readonly version: 4 | 6 },
): readonly IpPrefix[] {
  return routes[version]
    .filter((each) => each.protocol === protocol)
    .flatMap((each) => each.entriesOf(table))
    .filter(({ kind }) => kind !== 'default')
    .map(({ prefix }) => prefix)
}

function runs(intent: InterfaceIntent | undefined, { protocol, processId = 1 }: ImportedRoutes): boolean {
  switch (protocol) {
    case 'ospf':
    case 'ospfv3':
    case 'isis':
      return intent?.[protocol]?.processId === processId
    case 'direct':
    case 'static':
    case 'bgp':
      return false
  }
}
