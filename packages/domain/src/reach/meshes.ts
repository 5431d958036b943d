import type { BridgeDomainIntent } from '../intent'
import type { LearnsEvpn } from './evpn-routes'
import type { Plane } from './tables'
import type { Mesh, Tunnels } from './tunnels'
import { tunnelsFrom } from './tunnels'
import type { VniMember, Vtep } from './vteps'
import { areOneVtep, membersByVni, vtepsOf } from './vteps'

/** Whether frames cross between two; `open`: nobody knows. */
export type Crosses = 'yes' | 'no' | 'open'

/** Whether the VTEPs of a VNI reach each other's source; asked for pairs of them. */
export type Underlay = (members: readonly Vtep[]) => (a: Vtep, b: Vtep) => Crosses

/**
 * Which bridge domains tunnels join: those of a VNI whose VTEPs know each other, by EVPN or by a list of peers, and
 * reach each other's source. Both have to: a VTEP takes packets only from those it sends to.
 */
export function tunnelsBetween(plane: Plane, learns: LearnsEvpn, underlay: Underlay): Tunnels {
  const { layer2 } = plane.segments
  const numberOf = new Map(layer2.domains.map(({ device, id }, number) => [`${device} ${id}`, number]))
  const known = new Map<string, readonly Group[]>()
  const meshes: Mesh[] = []
  for (const [vni, members] of membersByVni(plane, vtepsOf(plane))) {
    if (members.length < 2) continue
    const takes = takingOf(members)
    const same = `${takes.told}|${members.map((member) => signature(member, takes)).join('|')}`
    const groups = known.get(same) ?? groupsOf(members, crossing(plane, { members, takes, learns, underlay }))
    known.set(same, groups)
    for (const { of, open } of groups) {
      const domains = of.flatMap((at) => {
        const member = members[at]
        return numberOf.get(`${member?.vtep.device} ${member?.domain.bridgeDomainId}`) ?? []
      })
      meshes.push({ vni, domains, open })
    }
  }
  return tunnelsFrom(meshes)
}

/** Two VNIs whose members have the same one have the same tunnels. */
function signature({ vtep, headEnd: { peers }, domain }: VniMember, { kindOf }: Taking): string {
  return `${vtep.device} ${peers === 'bgp' ? kindOf(domain) : peers.join()}`
}

/** Which bridge domains of a VNI take the routes of which: asked once for every two records, not for every two devices. */
type Taking = {
  readonly kindOf: (domain: BridgeDomainIntent) => number
  readonly takes: (into: BridgeDomainIntent, from: BridgeDomainIntent) => boolean
  readonly told: string
}

function takingOf(members: readonly VniMember[]): Taking {
  const kinds = [...new Map(members.map(({ domain }) => [domain.bridgeDomainId, domain])).values()]
  const kindOf = ({ bridgeDomainId }: BridgeDomainIntent) =>
    kinds.findIndex((each) => each.bridgeDomainId === bridgeDomainId)
  const found = kinds.map((into) => kinds.map((from) => imports(into, from)))
  return { kindOf, takes: (into, from) => found[kindOf(into)]?.[kindOf(from)] === true, told: found.join(';') }
}

type Between = (a: VniMember, b: VniMember) => Crosses

function crossing(
  plane: Plane,
  {
    members,
    takes,
    learns,
    underlay,
  }: {
    readonly members: readonly VniMember[]
    readonly takes: Taking
    readonly learns: LearnsEvpn
    readonly underlay: Underlay
  },
): Between {
  const reaches = underlay(members.map(({ vtep }) => vtep))
  const knows: Between = (a, b) => {
    if (a.headEnd.peers !== 'bgp') return a.headEnd.peers.includes(b.vtep.source) ? 'yes' : 'no'
    return takes.takes(a.domain, b.domain) ? learns(a.vtep.device, b.vtep.device) : 'no'
  }
  return (a, b) => {
    if (areOneVtep(plane, a.vtep, b.vtep)) return reaches(a.vtep, b.vtep)
    return least(knows(a, b), knows(b, a), reaches(a.vtep, b.vtep))
  }
}

export function least(...all: readonly Crosses[]): Crosses {
  return all.includes('no') ? 'no' : all.includes('open') ? 'open' : 'yes'
}

/** Targets that a device makes itself are the same where the VNI is. */
function imports(into: BridgeDomainIntent, from: BridgeDomainIntent): boolean {
  const exported = new Set(from.evpn?.exportTargets)
  return into.evpn?.importTargets.some((target) => exported.has(target)) === true
}

type Group = { readonly of: readonly number[]; readonly open: boolean }

/** Members that all cross to each other, in as few groups as that takes where nothing is amiss. */
function groupsOf(members: readonly VniMember[], between: Between): readonly Group[] {
  const found = members.map((a, at) =>
    members.map((b, other) => (other < at ? 'no' : at === other ? 'yes' : between(a, b))),
  )
  const crosses = (a: number, b: number): Crosses => found[Math.min(a, b)]?.[Math.max(a, b)] ?? 'no'
  const standing = cliques(members.length, (a, b) => crosses(a, b) === 'yes')
  const covered = new Set(standing.map((group) => group.join()))
  const perhaps = cliques(members.length, (a, b) => crosses(a, b) !== 'no').filter(
    (group) => !covered.has(group.join()) && group.some((a) => group.some((b) => crosses(a, b) === 'open')),
  )
  return [...standing.map((of) => ({ of, open: false })), ...perhaps.map((of) => ({ of, open: true }))]
}

/** Those with the same neighbours are one group when they are these neighbours; all other neighbours are pairs. */
function cliques(count: number, joined: (a: number, b: number) => boolean): readonly (readonly number[])[] {
  const all = Array.from({ length: count }, (_, at) => at)
  const near = all.map((a) => all.filter((b) => joined(a, b)))
  const alike = new Map<string, number[]>()
  for (const [at, neighbours] of near.entries()) {
    const key = neighbours.join()
    const same = alike.get(key)
    if (same === undefined) alike.set(key, [at])
    else same.push(at)
  }
  const whole = [...alike].flatMap(([key, members]) => (members.length > 1 && members.join() === key ? [members] : []))
  const inWhole = new Set(whole.flat())
  const pairs = all.flatMap((a) => (near[a] ?? []).flatMap((b) => (b > a && !inWhole.has(a) ? [[a, b]] : [])))
  return [...whole, ...pairs]
}
