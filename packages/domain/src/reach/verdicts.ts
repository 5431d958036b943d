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
  readonly turning: readonly SessionKey[]
}

type KeyedVerdicts = readonly (readonly [SessionKey, SessionVerdict])[]

/** Every answer with what it comes from, in the order of what was asked. */
export type Answers = {
  readonly pairs: readonly Answer<KeyedVerdicts>[]
  /** Of each device. */
  readonly bmp: readonly (readonly (Answer<SessionVerdict> & { readonly id: BmpSessionId })[])[]
  readonly mlag: readonly (Answer<MlagVerdicts> & { readonly id: MlagPairId; readonly devices: readonly number[] })[]
  readonly vteps: readonly (Answer<VtepVerdict> & { readonly devices: readonly number[] })[]
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

export function bmpAnswers(state: Settled, index: number): Answers['bmp'][number] {
  const { plane, routing } = state
  const device = plane.devices[index]
  if (device?.bmp === undefined) return noBmp
  return device.bmp.sessions.map((session) => {
    const ask = () => bmpVerdict(plane, routing, { device, index, session })
    return { id: session.bmpSessionId, ...answer(routing, () => judgeIn(state)(ask)) }
  })
}

export const noBmp: Answers['bmp'][number] = []

export function mlagAnswer(state: Settled, members: MlagMembers): Answers['mlag'][number] {
  const { plane, routing } = state
  const found = answer(routing, () => mlagVerdicts(plane, routing, { members, judged: judgeIn(state) }))
  return { ...found, id: members[0].group.pairId, devices: members.map(({ index }) => index) }
}

export function vtepAnswer(state: Settled, { devices, vnis, ask }: VtepQuestion): Answers['vteps'][number] {
  const { plane, routing } = state
  const { value: verdict, reads } = answer(routing, () => judgeIn(state)(() => ask(routing)))
  return { value: { devices, vnis, verdict }, reads, devices: devices.map((id) => plane.deviceIndex.get(id) ?? -1) }
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
    bmp: plane.devices.map((_, index) => bmpAnswers(state, index)),
    mlag: mlagMembers(plane).map((members) => mlagAnswer(state, members)),
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
    bgpSessions: pairVerdictsOf(answers.pairs),
    bmpSessions: bmpVerdictsOf(answers.bmp),
    mlagChannels: mlagVerdictsOf(answers.mlag),
    vteps: answers.vteps.map(({ value }) => value),
    igpAdjacencies: answers.adjacencies,
    settled: isSteady(state),
    turning: state.turning,
  }
}

export function pairVerdictsOf(answers: Answers['pairs']): Reachability['bgpSessions'] {
  return new Map(answers.flatMap(({ value }) => value))
}

export function bmpVerdictsOf(answers: Answers['bmp']): Reachability['bmpSessions'] {
  return new Map(answers.flatMap((ofDevice) => ofDevice.map(({ id, value }) => [id, value] as const)))
}

export function mlagVerdictsOf(answers: Answers['mlag']): Reachability['mlagChannels'] {
  return new Map(answers.map(({ id, value }) => [id, value]))
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
