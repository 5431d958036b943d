import type { SessionKey } from '../intent'
import type { BmpSessionId, DeviceId, MlagPairId, VrfId } from '../model'
import { text } from '../model'
import { bmpVerdict } from './bmp-verdict'
import type { IgpAdjacency } from './igp-joints'
import type { MlagMembers, MlagVerdicts } from './mlag-verdict'
import { mlagMembers, mlagVerdicts } from './mlag-verdict'
import type { IpPrefix } from './prefix-key'
import type { Reachability, Route, SessionVerdict, VtepVerdict } from './reachability'
import type { Answer } from './reads'
import { answer, joinedReads } from './reads'
import { listRoutes, ownRoutes } from './route-list'
import type { Routing } from './routing'
import type { Found } from './routing-layer'
import type { PairFindings, SessionPair } from './session-pairs'
import type { Judged } from './session-verdict'
import { pairVerdicts, verdictOf } from './session-verdict'
import type { Plane, Table } from './tables'
import type { VtepQuestion } from './vtep-verdict'
import { vtepQuestions } from './vtep-verdict'

/** A network whose sessions have come up as far as they do. */
export type Settled = {
  readonly plane: Plane
  readonly routing: Routing
  /** False: sessions still changed when the rounds ended. */
  readonly settled: boolean
}

type KeyedVerdicts = readonly (readonly [SessionKey, SessionVerdict])[]

/** Every answer with what it comes from. Pairs are as many as there are, tables too; the rest has its ends with it. */
export type Answers = {
  readonly pairs: readonly Answer<KeyedVerdicts>[]
  readonly bmp: ReadonlyMap<BmpSessionId, Answer<SessionVerdict> & { readonly device: number }>
  readonly mlag: ReadonlyMap<MlagPairId, Answer<MlagVerdicts> & { readonly devices: readonly [number, number] }>
  readonly vteps: readonly (Answer<VtepVerdict> & { readonly devices: readonly [number, number] })[]
  readonly adjacencies: Reachability['igpAdjacencies']
  readonly ownRoutes: readonly Answer<ReadonlyMap<IpPrefix, Route>>[]
}

export function isSteady({ settled, routing }: Settled): boolean {
  return settled && routing.settled()
}

export function pairAnswer(
  state: Settled,
  { pair, findings }: { readonly pair: SessionPair; readonly findings: PairFindings },
): Answers['pairs'][number] {
  const { value, reads } = answer(state.routing, () => pairVerdicts(state.plane, state.routing, { pair, findings }))
  const doubt = findings.askedBgp && !isSteady(state)
  return {
    value: doubt ? value.map(([key, verdict]) => [key, doubted(verdict)] as const) : value,
    reads: joinedReads(findings.reads, reads),
  }
}

export function bmpAnswers(
  { plane, routing, ...state }: Settled,
  index: number,
): readonly (readonly [BmpSessionId, Answer<SessionVerdict> & { readonly device: number }])[] {
  const device = plane.devices[index]
  return (device?.bmp?.sessions ?? []).flatMap((session) => {
    if (device === undefined) return []
    const ask = () => bmpVerdict(plane, routing, { device, index, session })
    const judged = answer(routing, () => judgeIn({ plane, routing, ...state })(ask))
    return [[session.bmpSessionId, { ...judged, device: index }] as const]
  })
}

export function mlagAnswer(state: Settled, members: MlagMembers) {
  const { plane, routing } = state
  const devices = [members[0].index, members[1].index] as const
  return { ...answer(routing, () => mlagVerdicts(plane, routing, { members, judged: judgeIn(state) })), devices }
}

export function vtepAnswer(state: Settled, { devices, vnis, ask }: VtepQuestion): Answers['vteps'][number] {
  const { plane, routing } = state
  const { value: verdict, reads } = answer(routing, () => judgeIn(state)(() => ask(routing)))
  const numbers = [plane.deviceIndex.get(devices[0]) ?? -1, plane.deviceIndex.get(devices[1]) ?? -1] as const
  return { value: { devices, vnis, verdict }, reads, devices: numbers }
}

export function ownRoutesAnswer({ plane, routing }: Settled, table: Table): Answers['ownRoutes'][number] {
  return answer(routing, () => ownRoutes(plane, routing, table))
}

export function adjacencyVerdict({ facts, protocol, ends }: IgpAdjacency): Reachability['igpAdjacencies'][number] {
  return { protocol, ends, verdict: verdictOf(facts, {}) }
}

/** Asks everything there is to ask. */
export function allAnswers(
  state: Settled,
  {
    pairs,
    findings,
    adjacencies,
  }: {
    readonly pairs: readonly SessionPair[]
    readonly findings: readonly PairFindings[]
    readonly adjacencies: readonly IgpAdjacency[]
  },
): Answers {
  const { plane } = state
  return {
    pairs: pairs.flatMap((pair, at) => {
      const found = findings[at]
      return found === undefined ? [] : [pairAnswer(state, { pair, findings: found })]
    }),
    bmp: new Map([...plane.devices.keys()].flatMap((index) => bmpAnswers(state, index))),
    mlag: new Map(mlagMembers(plane).map((members) => [members[0].group.pairId, mlagAnswer(state, members)] as const)),
    vteps: vtepQuestions(plane).map((question) => vtepAnswer(state, question)),
    adjacencies: adjacencies.map(adjacencyVerdict),
    ownRoutes: plane.tables.map((table) => ownRoutesAnswer(state, table)),
  }
}

/** The routes that paths needed, by table. @param only the tables that matter */
export function usedRoutes(
  findings: readonly PairFindings[],
  only?: ReadonlySet<number>,
): ReadonlyMap<number, readonly Found[]> {
  const byTable = new Map<number, Found[]>()
  for (const { sides } of findings) {
    for (const side of sides) {
      for (const { table, found } of side?.toRemote?.used ?? []) {
        if (only?.has(table) === false) continue
        const known = byTable.get(table)
        if (known === undefined) byTable.set(table, [found])
        else known.push(found)
      }
    }
  }
  return byTable
}

export function reachabilityOf(state: Settled, answers: Answers, findings: readonly PairFindings[]): Reachability {
  const { plane } = state
  const used = usedRoutes(findings)
  const routes = new Map<DeviceId, Map<VrfId | '', readonly Route[]>>()
  for (const { index, device, name } of plane.tables) {
    const id = plane.devices[device]?.device.id
    const own = answers.ownRoutes[index]
    if (id === undefined || own === undefined) continue
    const tables = routes.get(id) ?? new Map<VrfId | '', readonly Route[]>()
    routes.set(id, tables.set(name, listRoutes(plane, own.value, used.get(index) ?? [])))
  }
  return {
    routes,
    bgpSessions: new Map(answers.pairs.flatMap(({ value }) => value)),
    bmpSessions: new Map([...answers.bmp].map(([id, { value }]) => [id, value])),
    mlagChannels: new Map([...answers.mlag].map(([id, { value }]) => [id, value])),
    vteps: answers.vteps.map(({ value }) => value),
    igpAdjacencies: answers.adjacencies,
    settled: isSteady(state),
  }
}

/** What depends on routes that never settle is not known, however the last round ended. */
export function judgeIn(state: Settled): Judged {
  return (judge) => {
    const before = state.routing.askedBgp()
    const verdict = judge()
    return isSteady(state) || state.routing.askedBgp() === before ? verdict : doubted(verdict)
  }
}

function doubted(verdict: SessionVerdict): SessionVerdict {
  const says = text(
    'The routes of this path never settle: sessions take turns.',
    '该路径的路由无法收敛：会话交替通断。',
  )
  const proof = [...verdict.proof, { fact: 'forward-path', holds: 'unknown', says, records: [] } as const]
  return { ...verdict, status: 'unknown', assurance: 'unknown', proof }
}
