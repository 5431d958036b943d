import type { IpAddress } from '@weft/net'
import { reoriginates } from '../intent'
import type { DeviceId, RecordId } from '../model'
import { text } from '../model'
import type { Fact } from './facts'
import { fact } from './facts'
import { pathFact } from './path-fact'
import type { SessionVerdict, VtepVerdict } from './reachability'
import type { Routing } from './routing'
import { verdictOf } from './session-verdict'
import type { Plane } from './tables'
import { tableOf } from './tables'
import type { Vtep } from './vteps'
import { vtepsOf } from './vteps'
import { walk } from './walk'

/** Up to this many VTEPs of a VNI every pair is tried; of more, each with the next one, in the order of ids. */
const mostInFull = 16

/** Two VTEPs that share VNIs, and everybody who has one of their tunnel sources. */
export type VtepPair = {
  readonly ends: readonly [Vtep, Vtep]
  /** Ascending. */
  readonly vnis: readonly number[]
  readonly sharers: ReadonlyMap<IpAddress, ReadonlySet<DeviceId>>
}

/** Two VTEPs that share VNIs, and whether they reach each other. */
export type VtepQuestion = Omit<VtepVerdict, 'verdict'> & { readonly ask: (routing: Routing) => SessionVerdict }

/**
 * Whether the VTEPs that share a VNI reach each other's tunnel source, both ways. What then crosses the tunnels is
 * assumed. Of a VNI with many VTEPs a chain of them is tried: that finds a source nobody knows and a fabric that is
 * in two, at a cost that grows with the fabric and not with its square.
 */
export function vtepQuestions(plane: Plane): readonly VtepQuestion[] {
  return vtepPairs(plane).map((pair) => ({
    devices: [pair.ends[0].deviceId, pair.ends[1].deviceId],
    vnis: pair.vnis,
    ask: (routing) => tunnelVerdict(plane, routing, pair),
  }))
}

/** The pairs that are asked about, whatever has failed. */
export function vtepPairs(plane: Plane): readonly VtepPair[] {
  const vteps = vtepsOf(plane)
  const sharers = sharersOf(vteps)
  const pairs = new Map<string, { readonly ends: readonly [Vtep, Vtep]; readonly vnis: number[] }>()
  for (const [vni, members] of askedByVni(plane, vteps)) {
    for (const ends of pairsOf(members)) {
      const key = ends.map(({ deviceId }) => deviceId).join(' ')
      const known = pairs.get(key)
      if (known === undefined) pairs.set(key, { ends, vnis: [vni] })
      else known.vnis.push(vni)
    }
  }
  return [...pairs.values()].map(({ ends, vnis }) => ({ ends, vnis: vnis.sort((a, b) => a - b), sharers }))
}

export function sharersOf(vteps: readonly Vtep[]): VtepPair['sharers'] {
  const sharers = new Map<IpAddress, Set<DeviceId>>()
  for (const { source, deviceId } of vteps) sharers.set(source, (sharers.get(source) ?? new Set()).add(deviceId))
  return sharers
}

/** A tunnel that only sessions nobody knows would ask for is not asked for here. */
function askedByVni(plane: Plane, vteps: readonly Vtep[]): ReadonlyMap<number, readonly Vtep[]> {
  const found = new Map<number, Vtep[]>()
  // Between two overlays tunnels end at the gateways, so the VTEPs of both sides need not reach each other.
  const inSegments = vteps.length > 0 && plane.devices.some(reoriginates)
  for (const vtep of vteps) {
    const peersKnown = plane.devices[vtep.device]?.peersKnown === true
    const asked = vtep.headEnds.filter(({ peers }) => peers !== 'bgp' || (peersKnown && !inSegments))
    for (const vni of new Set(asked.map((each) => each.vni))) {
      const known = found.get(vni)
      if (known === undefined) found.set(vni, [vtep])
      else known.push(vtep)
    }
  }
  return found
}

export function* pairsOf(members: readonly Vtep[]): Iterable<readonly [Vtep, Vtep]> {
  const isFull = members.length <= mostInFull
  for (const [at, a] of members.entries()) {
    for (const b of members.slice(at + 1, isFull ? undefined : at + 2)) {
      // The members of an M-LAG pair are one VTEP.
      if (a.deviceId !== b.deviceId && a.source !== b.source) yield [a, b]
    }
  }
}

export function tunnelVerdict(
  plane: Plane,
  routing: Routing,
  { ends: [a, b], sharers }: Pick<VtepPair, 'ends' | 'sharers'>,
): SessionVerdict {
  const records: readonly RecordId[] = [a.nveId, b.nveId]
  const tableNow = ({ device, table }: Vtep) => tableOf(plane, device, '') ?? table
  const forward = walk(plane, routing, { from: tableNow(a), to: b.source }).verdict
  const back = walk(plane, routing, { from: tableNow(b), to: a.source }).verdict
  const endOf = (verdict: typeof forward, wanted: Vtep): DeviceId => {
    const end = verdict.kind === 'reachable' ? verdict.path.at(-1) : undefined
    return end !== undefined && sharers.get(wanted.source)?.has(end) === true ? end : wanted.deviceId
  }
  const facts = [
    localFact(plane, a),
    localFact(plane, b),
    pathFact(plane, 'forward-path', {
      from: a.name,
      to: b.source,
      verdict: forward,
      endsAt: endOf(forward, b),
      records,
    }),
    pathFact(plane, 'return-path', { from: b.name, to: a.source, verdict: back, endsAt: endOf(back, a), records }),
  ]
  return verdictOf(facts, { forward, back })
}

function localFact(plane: Plane, { name, source, table, nveId }: Vtep): Fact {
  const owner = table.own.get(source)
  const up = owner !== undefined && plane.segments.up[owner] === true
  return fact('local-address', up ? 'yes' : 'no', [nveId], () =>
    up
      ? text(`${name} owns the tunnel source ${source}.`, `${name} 拥有隧道源地址 ${source}。`)
      : text(
          `${name} has no interface that is up with the tunnel source ${source}.`,
          `${name} 没有处于 Up 状态且地址为隧道源 ${source} 的接口。`,
        ),
  )
}
