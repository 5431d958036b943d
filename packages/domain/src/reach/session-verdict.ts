import type { IpAddress } from '@weft/net'
import type { SessionKey } from '../intent'
import type { Fact } from './facts'
import { leastSure, leastSureOf, statusOf } from './facts'
import { loopFacts } from './loops'
import { pathFact } from './path-fact'
import type { Assurance, PathVerdict, SessionStatus, SessionVerdict } from './reachability'
import type { Routing } from './routing'
import type { PairFacts, PairFindings, SessionPair } from './session-pairs'
import { pairFacts } from './session-pairs'
import type { SessionSide, SideFindings } from './session-sides'
import type { Plane } from './tables'
import { walk } from './walk'
import { withProof } from './written-proof'

/** Weighs a verdict by whether the routes it came from have settled. */
export type Judged = (judge: () => SessionVerdict) => SessionVerdict

/** The verdict of a pair as each configured side sees it: same status, own facts first. */
export function pairVerdicts(
  plane: Plane,
  routing: Routing,
  { pair, findings }: { readonly pair: SessionPair; readonly findings: PairFindings },
): readonly (readonly [SessionKey, SessionVerdict])[] {
  const [a, b] = pair
  // Of an established session the facts are known to hold: they are read off again only where a path says otherwise.
  const facts = findings.sure === undefined ? pairFacts(plane, pair, findings.sides) : undefined
  if (b === undefined || findings.sides[1] === undefined) {
    const forward = findings.sides[0].toRemote?.verdict
    return [[a.session.key, verdictOf(facts?.own[0] ?? [], pathsOf(forward, undefined))]]
  }
  const sideVerdict = (own: SessionSide, other: SessionSide, side: 0 | 1): SessionVerdict => {
    const [found, otherFound] = [findings.sides[side], findings.sides[1 - side]]
    const source = localAddress(facts?.own[side] ?? [], { found, other })
    const back = returnPath(plane, routing, { other, otherFound, source })
    const seen: Seen = { plane, pair, findings, own, other, side, source, back }
    const [paths, again] = [pathsOf(found?.toRemote?.verdict, back), seenAgain(seen)]
    const sure = returnFact(seen)?.holds === 'yes' ? findings.sure?.[side] : undefined
    if (sure === undefined || isOverTree(paths.forward) || isOverTree(back))
      return verdictOf(factsSeen(facts ?? pairFacts(plane, pair, findings.sides), seen), paths, again)
    return withProof({ status: 'established', assurance: leastSure(sure, assuranceOfPaths(paths)), ...paths }, again)
  }
  return [
    [a.session.key, sideVerdict(a, b, 0)],
    [b.session.key, sideVerdict(b, a, 1)],
  ]
}

type Paths = { readonly forward?: PathVerdict; readonly back?: PathVerdict }

function pathsOf(forward: PathVerdict | undefined, back: PathVerdict | undefined): Paths {
  if (forward === undefined) return back === undefined ? {} : { back }
  return back === undefined ? { forward } : { forward, back }
}

/** A pair as one of its sides sees it. */
type Seen = {
  readonly plane: Plane
  readonly pair: SessionPair
  readonly findings: PairFindings
  readonly own: SessionSide
  readonly other: SessionSide
  readonly side: 0 | 1
  readonly source: IpAddress | undefined
  readonly back: PathVerdict | undefined
}

/** A function of its own, for it keeps alive whatever was found around it. */
function seenAgain(seen: Seen): () => readonly Fact[] {
  return () => factsSeen(pairFacts(seen.plane, seen.pair, seen.findings.sides), seen)
}

function factsSeen({ own: ofSides, shared }: PairFacts, seen: Seen): readonly Fact[] {
  const { other, side, source } = seen
  const facts = [...ofSides[side]]
  const returns = returnFact(seen)
  if (returns !== undefined) facts.push(returns)
  facts.push(...shared)
  const sameWay = other.session.remoteAddress?.value === source
  for (const each of ofSides[side === 0 ? 1 : 0])
    if (each.holds !== 'yes' && !(each.fact === 'forward-path' && sameWay)) facts.push(each)
  return facts
}

function returnFact({ plane, own, other, source, back }: Seen): Fact | undefined {
  if (back === undefined || source === undefined) return undefined
  const [from, endsAt, records] = [other.device.device.name, own.session.deviceId, own.session.because]
  return pathFact(plane, 'return-path', { from, to: source, verdict: back, endsAt, records })
}

/** Where the session ends on this side: its source, or the address at which only the other one can open it. */
function localAddress(
  mine: readonly Fact[],
  { found, other }: { readonly found: SideFindings | undefined; readonly other: SessionSide },
): IpAddress | undefined {
  const opensNothing = mine.some(({ fact, holds }) => fact === 'source-expected' && holds === 'unknown')
  return opensNothing ? other.session.remoteAddress?.value : found?.source.address
}

/** The other side answers to where the packets came from, which need not be the address it expects. */
function returnPath(
  plane: Plane,
  routing: Routing,
  side: {
    readonly other: SessionSide
    readonly otherFound: SideFindings | undefined
    readonly source: IpAddress | undefined
  },
): PathVerdict | undefined {
  const { other, source } = side
  if (source === undefined) return undefined
  if (other.session.remoteAddress?.value === source) return side.otherFound?.toRemote?.verdict
  return other.table === undefined ? undefined : walk(plane, routing, { from: other.table, to: source }).verdict
}

/**
 * Facts and paths as one verdict. What the configuration alone refutes is proved; the rest is as sure as its paths.
 *
 * @param again finds the same facts once more, where they are too many to keep
 */
export function verdictOf(
  facts: readonly Fact[],
  paths: Paths,
  again: () => readonly Fact[] = keeping(facts),
): SessionVerdict {
  const { forward, back } = paths
  const loops = isOverTree(forward) || isOverTree(back) ? loopFacts('broken') : []
  const all = loops.length === 0 ? facts : [...facts, ...loops]
  const status = statusOf(all)
  return withProof(
    { status, assurance: assuranceOf(status, all, paths), ...paths },
    loops.length === 0 ? again : keeping(all),
  )
}

function keeping(facts: readonly Fact[]): () => readonly Fact[] {
  return () => facts
}

function isOverTree(path: PathVerdict | undefined): boolean {
  return path?.kind === 'reachable' && path.spanningTree === true
}

const pathFacts: ReadonlySet<Fact['fact']> = new Set(['forward-path', 'return-path', 'hop-budget'])

function assuranceOf(status: SessionStatus, facts: readonly Fact[], paths: Paths): Assurance {
  const ofPaths = assuranceOfPaths(paths)
  switch (status) {
    case 'unknown':
      return 'unknown'
    case 'established':
      return leastSureOf(facts, ofPaths)
    case 'down':
      return facts.some(({ fact, holds }) => holds === 'no' && !pathFacts.has(fact)) ? 'proved' : ofPaths
  }
}

function assuranceOfPaths({ forward, back }: Paths): Assurance {
  return leastSure(assuranceOfPath(forward), assuranceOfPath(back))
}

function assuranceOfPath(path: PathVerdict | undefined): Assurance {
  return path === undefined || path.kind === 'unknown' ? 'proved' : path.assurance
}
