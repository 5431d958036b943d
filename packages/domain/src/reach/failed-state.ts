import type { NetworkIntent } from '../intent'
import type { DeviceId, LinkId, Network } from '../model'
import type { LiveSession } from './bgp-graph'
import { carriesRoutes } from './bgp-graph'
import type { Failure } from './failure'
import { noFailure } from './failure'
import type { Igp } from './igp'
import { buildIgp } from './igp'
import { raisePorts } from './ports'
import type { Routing, RoutingBase } from './routing'
import { createRouting, lessBase, routingBase } from './routing'
import type { PairFindings, SessionPair } from './session-pairs'
import { inTables } from './session-pairs'
import { settleNetwork } from './settle-network'
import { settle } from './settle-sessions'
import type { Plane } from './tables'
import { buildPlane, lessPlane } from './tables'

/** A network that somebody asks about. */
export type NetworkState = { readonly plane: Plane; readonly routing: Routing; readonly sessionsSettled: () => boolean }

/** What depends on routes that never settle is not known to be up. */
export function isSettled({ routing, sessionsSettled }: NetworkState): boolean {
  return sessionsSettled() && routing.settled()
}

/** The network while nothing has failed, with what it takes to let things fail. */
export type WholeState = NetworkState & {
  readonly network: Network
  readonly intent: NetworkIntent
  readonly igp: Igp
  readonly base: RoutingBase
  readonly pairs: readonly SessionPair[]
  readonly findings: readonly PairFindings[]
  /** Segments over tunnels matter to sessions: what fails may take tunnels down, and all that hangs on them. */
  readonly tunnelled: boolean
  /** Sessions are up only because of routes that other sessions carry. */
  readonly entangled: boolean
  /** Only EBGP carries routes and nothing filters them: the shortest AS path wins. */
  readonly shortestWins: boolean
  readonly elements: readonly FailingElement[]
  /** Devices that are a single router of the backbone's protocol: one table, process and area. */
  readonly oneRouter: ReadonlySet<number>
  readonly portsOf: readonly (readonly number[])[]
  readonly subInterfaces: ReadonlyMap<number, readonly number[]>
}

export type FailingElement =
  | { readonly kind: 'device'; readonly id: DeviceId }
  | { readonly kind: 'link'; readonly id: LinkId }

/** The network while something has failed; asked only about what somebody wants to know. */
export type FailedState = NetworkState & {
  /** What became of sessions that carry routes and may be hit. Worked out when it is first needed. */
  readonly carriers: () => { readonly pairs: ReadonlyMap<number, PairFindings>; readonly settled: boolean }
}

export function wholeState(network: Network, intent: NetworkIntent): WholeState {
  const settledNow = settleNetwork(network, intent, noFailure)
  const { plane, igp, base, pairs, routing, findings, settled } = settledNow.bare ?? settledNow
  const portsOf: number[][] = plane.devices.map(() => [])
  const subInterfaces = new Map<number, number[]>()
  for (const { device, index, parent, subInterface } of plane.ports.list) {
    portsOf[device]?.push(index)
    if (subInterface && parent !== undefined) subInterfaces.set(parent, [...(subInterfaces.get(parent) ?? []), index])
  }
  for (const { ends } of intent.cables)
    portsOf.push(ends.flatMap((end) => (end.kind === 'interface' ? (plane.ports.byId.get(end.interfaceId) ?? []) : [])))
  const routers = plane.devices.map(() => 0)
  for (const { index, device } of plane.tables)
    routers[device] = (routers[device] ?? 0) + (igp.backbone?.routersOf(index) ?? 0)
  return {
    network,
    intent,
    plane,
    igp,
    base,
    pairs,
    findings,
    routing,
    sessionsSettled: () => settled,
    tunnelled: settledNow.bare === undefined,
    entangled: findings.some(({ live, askedBgp }) => live !== undefined && carriesRoutes(live) && askedBgp),
    shortestWins:
      Object.keys(network.routePolicies).length + Object.keys(network.prefixLists).length === 0 &&
      Object.keys(network.asPathFilters).length === 0 &&
      !findings.some(({ live }) => live !== undefined && carriesRoutes(live) && live.sessions[0].type === 'ibgp'),
    elements: [
      ...plane.devices.map(({ device }) => ({ kind: 'device', id: device.id }) as const),
      ...intent.cables.map(({ linkId }) => ({ kind: 'link', id: linkId }) as const),
    ],
    portsOf,
    oneRouter: new Set([...plane.devices.keys()].filter((device) => routers[device] === 1)),
    subInterfaces,
  }
}

/**
 * The same as building everything anew with these elements down, at the price of what they touch: segments,
 * adjacencies and tables that no failed element reaches are those of the whole network.
 *
 * @param mayFall numbers of the pairs whose session these elements can take down
 */
export function failedState(whole: WholeState, down: readonly number[], mayFall: () => Iterable<number>): FailedState {
  if (whole.tunnelled) return anew(whole, down)
  const { plane, igp } = withoutElements(whole, down)
  const imports = whole.plane.devices.some(({ bgp }) => (bgp?.importRoutes.length ?? 0) > 0)
  const base = imports ? routingBase(plane, igp) : lessBase(whole.base, plane, igp)
  let known: ReturnType<FailedState['carriers']> | undefined
  let steady: readonly LiveSession[] = []
  const carriers = (): ReturnType<FailedState['carriers']> => {
    if (known !== undefined) return known
    const asked = whole.entangled ? whole.pairs.map((_, index) => index) : [...new Set([...mayFall(), ...idle(whole)])]
    const again = new Set(asked)
    steady = whole.findings.flatMap(({ live }, index) =>
      live !== undefined && !again.has(index) && carriesRoutes(live) ? live : [],
    )
    const pairs = asked.flatMap((index) => {
      const pair = whole.pairs[index]
      return pair === undefined ? [] : [inTables(plane, pair)]
    })
    const { findings, settled } = settle(plane, base, { pairs, steady })
    known = {
      pairs: new Map(asked.flatMap((index, at) => (findings[at] === undefined ? [] : [[index, findings[at]]]))),
      settled,
    }
    return known
  }
  const live = (): readonly LiveSession[] => {
    const { pairs } = carriers()
    return [...steady, ...[...pairs.values()].flatMap((found) => found.live ?? []).filter(carriesRoutes)]
  }
  return { plane, routing: createRouting(base, live), carriers, sessionsSettled: () => carriers().settled }
}

function anew(whole: WholeState, down: readonly number[]): FailedState {
  const now = settleNetwork(whole.network, whole.intent, failureOf(whole, down))
  const { plane, routing, findings, settled } = now
  const pairs = new Map(findings.entries())
  return { plane, routing, carriers: () => ({ pairs, settled }), sessionsSettled: () => settled }
}

/** Pairs with two sides that are down in the whole network: a failure might bring one of them up. */
function idle({ pairs, findings }: WholeState): readonly number[] {
  return pairs.flatMap(([, other], index) =>
    other !== undefined && findings[index]?.live === undefined ? [index] : [],
  )
}

function withoutElements(whole: WholeState, down: readonly number[]) {
  const { plane, igp, intent, network } = whole
  if (plane.segments.overlap) {
    const failed = buildPlane(network, intent, failureOf(whole, down))
    return { plane: failed, igp: buildIgp(failed, intent) }
  }
  const { list } = plane.ports
  const ports = new Set<number>()
  const links = new Set<LinkId>()
  const touched = new Set<number>()
  const touch = (index: number | undefined): void => {
    if (index === undefined) return
    touched.add(index)
    for (const part of whole.subInterfaces.get(index) ?? []) touched.add(part)
  }
  for (const number of down) {
    const element = whole.elements[number]
    if (element?.kind === 'link') links.add(element.id)
    for (const index of whole.portsOf[number] ?? []) {
      if (element?.kind === 'device') ports.add(index)
      touch(index)
      touch(list[index]?.parent)
      if (element?.kind === 'link') continue
      for (const { far } of list[index]?.cables ?? []) {
        touch(far)
        touch(list[far ?? -1]?.parent)
      }
    }
  }
  const change = lessPlane(plane, raisePorts(list, { ports, links }, touched), touched)
  return { plane: change.plane, igp: igp.less(change) ?? buildIgp(change.plane, intent) }
}

export function failureOf({ elements }: WholeState, down: readonly number[]): Failure {
  const failed = down.flatMap((number) => elements[number] ?? [])
  return {
    ...noFailure,
    devices: new Set(failed.flatMap((each) => (each.kind === 'device' ? each.id : []))),
    links: new Set(failed.flatMap((each) => (each.kind === 'link' ? each.id : []))),
  }
}
