import type { IpAddress } from '@weft/net'
import { ipVersion } from '@weft/net'
import { carriesRoutes } from './bgp-graph'
import type { BackboneLink } from './bound'
import { cableBetween } from './bound'
import type { WholeState } from './failed-state'
import { hasStatic } from './footing'
import { destination, hostPrefix } from './prefix-key'
import type { PairFindings, SessionPair } from './session-pairs'
import type { Plane, Table } from './tables'
import { tableOf } from './tables'
import type { Elements } from './witness'

/**
 * What a way between two loopbacks stands on while elements are down; `falls`: it is down; undefined: only a
 * simulation knows.
 */
export type WayWhile = (down: ReadonlySet<number>) => ReadonlySet<number> | 'falls' | undefined

/** A network whose routes all come over EBGP sessions between the two ends of one cable. */
export type EbgpFabric = {
  readonly wayBetween: (
    ends: readonly [number, number],
    addresses: readonly [IpAddress, IpAddress],
  ) => WayWhile | undefined
  /** Cables that carry IPv4 routes, where no two routers share an AS number: whom they join reaches each other. */
  readonly backbone: readonly BackboneLink[]
}

/**
 * Tells ways between loopbacks from the sessions next to their ends. A neighbour hands its own loopback over, and the
 * second but one gets it unless it is in the AS the loopback comes from: an offer over one or two sessions does not
 * depend on what others choose. A router whose neighbours are all in the AS of the destination gets it from none of
 * them, because each refuses a path with its own AS number in it.
 *
 * @source routing.md B11
 */
export function ebgpFabric(whole: WholeState, elements: Elements): EbgpFabric | undefined {
  const { plane } = whole
  if (whole.tunnelled || whole.entangled || !whole.shortestWins || plane.segments.overlap) return undefined
  const links: { readonly 4: BackboneLink[]; readonly 6: BackboneLink[] } = { 4: [], 6: [] }
  for (const [at, pair] of whole.pairs.entries()) {
    if (!mayCarry(pair)) continue
    const found = whole.findings[at]
    if (found?.live !== undefined && !carriesRoutes(found.live)) continue
    const link = found && sessionCable(plane, elements, { pair, found })
    if (link === undefined) return undefined
    links[link.version].push(link)
  }
  const around = { 4: byEnd(plane, links[4]), 6: byEnd(plane, links[6]) }
  const asOf = plane.devices.map(({ bgp }) => bgp?.asNumber.value)
  const isLoopback = loopbackTest(whole)
  const speakers = plane.devices.flatMap((_, at) => ((around[4][at]?.length ?? 0) > 0 ? [asOf[at]] : []))
  const wayBetween: EbgpFabric['wayBetween'] = ([a, b], addresses) => {
    const version = ipVersion(addresses[0])
    if (version !== ipVersion(addresses[1]) || asOf[a] === asOf[b]) return undefined
    const [own, far] = [isLoopback(a, addresses[0]), isLoopback(b, addresses[1])]
    if (own === undefined || far === undefined) return undefined
    const [atA, atB] = [around[version][a] ?? [], around[version][b] ?? []]
    return (down) => {
      const live = ({ to, element }: Step): boolean => !down.has(to) && !down.has(element)
      const [fromA, fromB] = [atA.filter(live), atB.filter(live)]
      const direct = fromA.find(({ to }) => to === b)
      if (direct !== undefined) return new Set([a, b, direct.element])
      for (const { to, element } of fromA) {
        const second = fromB.find((each) => each.to === to)
        if (second !== undefined) return new Set([a, b, to, element, second.element])
      }
      const refused =
        (far.only && fromA.every(({ to }) => asOf[to] === asOf[b])) ||
        (own.only && fromB.every(({ to }) => asOf[to] === asOf[a]))
      return refused ? 'falls' : undefined
    }
  }
  return { wayBetween, backbone: new Set(speakers).size === speakers.length ? links[4] : [] }
}

type Step = { readonly to: number; readonly element: number }

function byEnd({ devices }: Plane, links: readonly BackboneLink[]): readonly (readonly Step[])[] {
  const around: Step[][] = devices.map(() => [])
  for (const {
    ends: [a, b],
    element,
  } of links) {
    around[a]?.push({ to: b, element })
    around[b]?.push({ to: a, element })
  }
  return around
}

function mayCarry([a, b]: SessionPair): boolean {
  if (b === undefined || (a.table?.name !== '' && b.table?.name !== '')) return false
  return [a, b].every(({ session }) => session.families.some((family) => family.endsWith('-unicast')))
}

/** The cable a session lives and falls with, where nothing else counts. */
function sessionCable(
  plane: Plane,
  elements: Elements,
  { pair: [a, b], found }: { readonly pair: SessionPair; readonly found: PairFindings },
): (BackboneLink & { readonly version: 4 | 6 }) | undefined {
  const { live, sides } = found
  if (live === undefined || b === undefined || a.table?.name !== '' || b.table?.name !== '') return undefined
  const plain = [a, b].every(
    ({ session: { type, relyStateInterfaces, allowAsLoop, instance, unknownFilters = [] } }) =>
      type === 'ebgp' &&
      relyStateInterfaces.length + unknownFilters.length === 0 &&
      allowAsLoop === undefined &&
      instance === undefined,
  )
  const [out, back] = sides.map((side) => side?.toRemote)
  const [crossing] = out?.crossed ?? []
  const [return_] = back?.crossed ?? []
  if (!plain || crossing === undefined || typeof crossing.into !== 'number') return undefined
  if (return_?.out !== crossing.into || return_.into !== crossing.out) return undefined
  const isDirect = [out, back].every((walk) => walk?.crossed.length === 1 && walk.used.length === 0)
  const isOwn = sides[0].source.port === crossing.out && sides[1]?.source.port === crossing.into
  const element = cableBetween(plane, elements, [crossing.out, crossing.into])
  if (!isDirect || !isOwn || element === undefined) return undefined
  return { ends: [a.table.device, b.table.device], element, version: ipVersion(live.addresses[0]) }
}

/** Whether an address is a loopback that only its router announces; `only`: no shorter prefix leads there either. */
function loopbackTest({ plane, base, igp }: WholeState) {
  const direct = new Set(
    plane.tables.flatMap(({ name, direct: prefixes }: Table) => (name === '' ? [...prefixes.keys()] : [])),
  )
  const known = new Map<IpAddress, { readonly only: boolean } | undefined>()
  const judge = (device: number, address: IpAddress): { readonly only: boolean } | undefined => {
    const version = ipVersion(address)
    const [port, ...others] = plane.owners(address)
    const table = tableOf(plane, device, '')
    if (port === undefined || others.length > 0 || table?.own.get(address) !== port) return undefined
    if (plane.ports.list[port]?.intent.kind !== 'loopback' || plane.segments.up[port] !== true) return undefined
    const target = destination(address)
    const bits = version === 4 ? 32 : 128
    const origin = base.origin('', target.keyAt(bits))
    if (origin?.prefix !== hostPrefix(address) || origin.doubtful.length + origin.given.size > 0) return undefined
    if (origin.tables.length !== 1 || origin.tables[0] !== table.index || origin.instances?.has(table.index) === true)
      return undefined
    const ledTo = (length: number): boolean =>
      igp.routes[version].some(({ entry }) => entry('', target.keyAt(length)) !== undefined)
    if (ledTo(bits) || hasStatic(plane, { table: table.index, to: address, from: bits })) return undefined
    const shorter = base.lengths[version].filter((length) => length < bits)
    const only =
      !hasStatic(plane, { table: table.index, to: address, from: 0 }) &&
      shorter.every((length) => {
        const key = target.keyAt(length)
        return !direct.has(key) && base.origin('', key) === undefined && !ledTo(length)
      })
    return { only }
  }
  return (device: number, address: IpAddress) => {
    if (!known.has(address)) known.set(address, judge(device, address))
    return known.get(address)
  }
}
