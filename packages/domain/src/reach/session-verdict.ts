import type { IpAddress } from '@weft/net'
import type { SessionKey } from '../intent'
import type { Fact } from './facts'
import { leastSure, statusOf } from './facts'
import { loopFacts } from './loops'
import { pathFact } from './path-fact'
import type { Assurance, PathVerdict, SessionStatus, SessionVerdict } from './reachability'
import type { Routing } from './routing'
import type { PairFindings, SessionPair } from './session-pairs'
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
  { pair: [a, b], findings }: { readonly pair: SessionPair; readonly findings: PairFindings },
): readonly (readonly [SessionKey, SessionVerdict])[] {
  const [foundA, foundB] = findings.sides
  const [ownFacts, otherFacts] = findings.facts
  if (b === undefined || foundB === undefined) {
    const forward = foundA.toRemote?.verdict
    return [[a.session.key, verdictOf(ownFacts, forward === undefined ? {} : { forward })]]
  }
  const sideVerdict = (
    own: SessionSide,
    other: SessionSide,
    [mine, theirs]: readonly [readonly Fact[], readonly Fact[]],
  ) => {
    const found = own === a ? foundA : foundB
    const source = localAddress(mine, { found, other })
    const back = returnPath(plane, routing, { other, otherFound: own === a ? foundB : foundA, source })
    const returning =
      back === undefined || source === undefined
        ? []
        : [
            pathFact(plane, 'return-path', {
              from: other.device.device.name,
              to: source,
              verdict: back,
              endsAt: own.session.deviceId,
              records: own.session.because,
            }),
          ]
    const sameWay = other.session.remoteAddress?.value === source
    const rest = theirs.filter(({ fact, holds }) => holds !== 'yes' && !(fact === 'forward-path' && sameWay))
    const forward = found.toRemote?.verdict
    return verdictOf([...mine, ...returning, ...findings.shared, ...rest], {
      ...(forward === undefined ? {} : { forward }),
      ...(back === undefined ? {} : { back }),
    })
  }
  return [
    [a.session.key, sideVerdict(a, b, [ownFacts, otherFacts])],
    [b.session.key, sideVerdict(b, a, [otherFacts, ownFacts])],
  ]
}

/** Where the session ends on this side: its source, or the address at which only the other one can open it. */
function localAddress(
  mine: readonly Fact[],
  { found, other }: { readonly found: SideFindings; readonly other: SessionSide },
): IpAddress | undefined {
  const opensNothing = mine.some(({ fact, holds }) => fact === 'source-expected' && holds === 'unknown')
  return opensNothing ? other.session.remoteAddress?.value : found.source.address
}

/** The other side answers to where the packets came from, which need not be the address it expects. */
function returnPath(
  plane: Plane,
  routing: Routing,
  side: {
    readonly other: SessionSide
    readonly otherFound: SideFindings
    readonly source: IpAddress | undefined
  },
): PathVerdict | undefined {
  const { other, source } = side
  if (source === undefined) return undefined
  if (other.session.remoteAddress?.value === source) return side.otherFound.toRemote?.verdict
  return other.table === undefined ? undefined : walk(plane, routing, { from: other.table, to: source }).verdict
}

/** Facts and paths as one verdict. What the configuration alone refutes is proved; the rest is as sure as its paths. */
export function verdictOf(
  facts: readonly Fact[],
  paths: { readonly forward?: PathVerdict; readonly back?: PathVerdict },
): SessionVerdict {
  const { forward, back } = paths
  const all = isOverTree(forward) || isOverTree(back) ? [...facts, ...loopFacts('broken')] : facts
  const status = statusOf(all)
  return withProof({ status, assurance: assuranceOf(status, all, paths), ...paths }, all)
}

function isOverTree(path: PathVerdict | undefined): boolean {
  return path?.kind === 'reachable' && path.spanningTree === true
}

const pathFacts: ReadonlySet<Fact['fact']> = new Set(['forward-path', 'return-path', 'hop-budget'])

function assuranceOf(
  status: SessionStatus,
  facts: readonly Fact[],
  { forward, back }: { readonly forward?: PathVerdict; readonly back?: PathVerdict },
): Assurance {
  const ofPaths = leastSure(assuranceOfPath(forward), assuranceOfPath(back))
  switch (status) {
    case 'unknown':
      return 'unknown'
    case 'established':
      return facts.reduce(
        (least, { assurance }) => (assurance === undefined ? least : leastSure(least, assurance)),
        ofPaths,
      )
    case 'down':
      return facts.some(({ fact, holds }) => holds === 'no' && !pathFacts.has(fact)) ? 'proved' : ofPaths
  }
}

function assuranceOfPath(path: PathVerdict | undefined): Assurance {
  return path === undefined || path.kind === 'unknown' ? 'proved' : path.assurance
}
