import type { IpAddress } from '@weft/net'
import type { WholeState } from './failed-state'
import type { Relied } from './footing'
import { hasStatic } from './footing'
import { hostPrefix } from './prefix-key'
import type { PairFindings, SessionPair } from './session-pairs'
import type { SessionSide, SideFindings } from './session-sides'
import type { Plane, Table } from './tables'
import { tableOf } from './tables'
import type { Walk } from './walk'
import type { Elements } from './witness'

/** Elements without which an interface is down: its device, and what is behind its only cable. */
export function boundToPorts(
  plane: Plane,
  elements: Elements,
  ports: readonly (number | undefined)[],
): ReadonlySet<number> {
  const bound = new Set<number>()
  for (const index of ports) {
    const port = plane.ports.list[index ?? -1]
    if (port === undefined) continue
    bound.add(port.device)
    const carrier = port.subInterface ? plane.ports.list[port.parent ?? -1] : port
    const [cable, ...others] = carrier?.live ?? []
    if (cable === undefined || others.length > 0) continue
    const link = cable.linkId === undefined ? undefined : elements.ofLink.get(cable.linkId)
    const far = plane.ports.list[cable.far ?? -1]?.device
    if (link !== undefined) bound.add(link)
    if (far !== undefined) bound.add(far)
  }
  return bound
}

/** A session ends on the interfaces that own its two addresses: nothing reaches an address whose interface is down. */
export function boundToPair(plane: Plane, elements: Elements, pair: SessionPair): ReadonlySet<number> {
  const owners = pair.flatMap((side) => {
    const address = side?.session.remoteAddress?.value
    const all = address === undefined ? [] : plane.owners(address)
    return all.length === 1 ? all : []
  })
  const bound = new Set(boundToPorts(plane, elements, owners))
  for (const side of pair) {
    const device = side === undefined ? undefined : plane.deviceIndex.get(side.session.deviceId)
    if (device !== undefined) bound.add(device)
  }
  return bound
}

/** The same for anything else that asked for walks or for interfaces to be up, when it always asks the same. */
export function boundToWalks(
  plane: Plane,
  elements: Elements,
  { ends, relied: { walks, ports, countsExit } }: { readonly ends: readonly number[]; readonly relied: Relied },
): ReadonlySet<number> {
  // The source follows the outgoing interface: another way asks for another address.
  if (countsExit) return new Set(ends)
  const owners = walks.flatMap(({ to }) => (plane.owners(to).length === 1 ? plane.owners(to) : []))
  return new Set([...ends, ...boundToPorts(plane, elements, [...ports, ...owners])])
}

export type BackboneLink = { readonly ends: readonly [number, number]; readonly element: number }

/**
 * Cables between two devices that each are one router of the interior protocol. A cable that shares its port with others, or that VLANs
 * cross, is left out: who is connected without it is connected with it too.
 */
export function backboneLinks(
  { plane, igp, oneRouter, tunnelled }: WholeState,
  elements: Elements,
): readonly BackboneLink[] {
  if (tunnelled || plane.segments.overlap || !igp.isPlain) return []
  return (igp.backbone?.neighbours ?? []).flatMap(([a, b]): readonly BackboneLink[] => {
    const element = cableBetween(plane, elements, [a, b])
    const [from, to] = [plane.ports.list[a]?.device, plane.ports.list[b]?.device]
    if (element === undefined || from === undefined || to === undefined) return []
    if (!oneRouter.has(from) || !oneRouter.has(to)) return []
    return [{ ends: [from, to], element }]
  })
}

/** The element that is all there is between two routed interfaces: a cable of its own, which no VLAN crosses. */
export function cableBetween(plane: Plane, elements: Elements, [a, b]: readonly [number, number]): number | undefined {
  const [from, to] = [plane.ports.list[a], plane.ports.list[b]]
  const [cable, ...others] = from?.live ?? []
  if (from === undefined || to === undefined || others.length > 0 || to.live.length !== 1) return undefined
  if (from.subInterface || to.subInterface || !from.routed || !to.routed) return undefined
  if (cable?.neighbour.kind !== 'port' || cable.neighbour.port !== b) return undefined
  if (from.intent.kind === 'vlanif' || to.intent.kind === 'vlanif') return undefined
  return cable.linkId === undefined ? undefined : elements.ofLink.get(cable.linkId)
}

/**
 * The two devices of a session that is up whenever the interior protocol joins them: between loopbacks that one router each announces
 * and no static route leads to, without tracked interfaces and whatever the number of hops.
 */
export function joinedBySession(
  whole: WholeState,
  pair: SessionPair,
  { sides, askedBgp }: PairFindings,
): readonly [number, number] | undefined {
  const [first, second] = pair
  if (second === undefined || askedBgp) return undefined
  return joined(
    whole,
    ([0, 1] as const).map((side) => joinedSide(whole, pair[side] ?? first, sides[side])),
  )
}

/** The same of the ways between two loopbacks, from each of two devices to the other. */
export function joinedByWalks(
  whole: WholeState,
  ends: readonly number[],
  { walks }: Relied,
): readonly [number, number] | undefined {
  if (walks.length !== 2 || walks.some(({ walk }) => walk.askedBgp)) return undefined
  return joined(
    whole,
    walks.map(({ walk, to }, side) => {
      const table = tableOf(whole.plane, ends[side] ?? -1, '')
      return table && joinedWay(whole, { table, walk, to })
    }),
  )
}

function joined(
  { plane, igp, tunnelled }: WholeState,
  [a, b]: readonly (number | undefined)[],
): readonly [number, number] | undefined {
  if (tunnelled || plane.segments.overlap || !igp.isPlain) return undefined
  return a === undefined || b === undefined || a === b ? undefined : [a, b]
}

function joinedSide(
  whole: WholeState,
  { session, table }: SessionSide,
  found: SideFindings | undefined,
): number | undefined {
  const { plane } = whole
  const walk = found?.toRemote
  const to = session.remoteAddress?.value
  const source = plane.ports.list[found?.source.port ?? -1]
  if (walk === undefined || to === undefined || table === undefined || source?.intent.kind !== 'loopback')
    return undefined
  const { type, ebgpMaxHop, validTtlHops } = session
  const hops = validTtlHops ?? (type === 'ebgp' ? (ebgpMaxHop?.value ?? 1) : undefined)
  if (hops !== undefined && hops < plane.devices.length) return undefined
  if (session.relyStateInterfaces.length > 0 || session.source.connectInterface === 'none') return undefined
  return joinedWay(whole, { table, walk, to })
}

/** The device of the table, where nothing but the interior protocol leads from it to the loopback of one router. */
function joinedWay(
  { plane, igp, oneRouter }: WholeState,
  { table, walk, to }: { readonly table: Table; readonly walk: Walk; readonly to: IpAddress },
): number | undefined {
  const [owner, ...more] = plane.owners(to)
  if (owner === undefined || more.length > 0 || plane.ports.list[owner]?.intent.kind !== 'loopback') return undefined
  const [entry, ...others] = new Set(walk.used.map(({ found: { igp: route } }) => route?.entry))
  if (entry === undefined || others.length > 0 || walk.crossed.length !== walk.used.length) return undefined
  if (walk.used.some(({ found: { protocol } }) => protocol !== igp.backbone?.protocol)) return undefined
  const [advertiser] = entry.advertisers
  if (entry.prefix !== hostPrefix(to) || entry.advertisers.length !== 1 || advertiser?.port !== owner) return undefined
  if (hasStatic(plane, { table: table.index, to, from: 32 })) return undefined
  return oneRouter.has(table.device) ? table.device : undefined
}
