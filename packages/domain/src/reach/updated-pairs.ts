import type { BgpSessionIntent, SessionKey } from '../intent'
import { bgpSessions } from '../intent'
import type { Simulated } from './compute-reach'
import type { NetworkChange } from './network-change'
import type { PairFindings, SessionPair } from './session-pairs'
import { inTables, sessionPairs } from './session-pairs'
import type { SessionSide } from './session-sides'
import type { Plane } from './tables'
import { tableOf } from './tables'

export type UpdatedPair = {
  readonly pair: SessionPair
  /** Its number before; -1: it is new. */
  readonly was: number
  /** It is a session of a device that differs. */
  readonly isOwn: boolean
}

export type UpdatedPairs = {
  readonly list: readonly UpdatedPair[]
  /** Pairs that came or went, or may stand in another order. */
  readonly rebuilt: boolean
  readonly gone: readonly { readonly pair: SessionPair; readonly findings: PairFindings }[]
}

/** The pairs over a changed plane; those of other devices keep their object. */
export function updatedPairs(
  before: Pick<Simulated, 'pairs' | 'findings'>,
  plane: Plane,
  { devices, intents, ends }: NetworkChange,
): UpdatedPairs {
  const ids = new Map([...intents].map(([index, { device }]) => [device.id, devices.get(index)]))
  const isOther = ({ session: { deviceId, key } }: SessionSide): boolean => {
    const change = ids.get(deviceId)
    return change?.own === true || change?.renewed.has(key) === true
  }
  const isOwn = ([a, b]: SessionPair): boolean =>
    isOther(a) || (b !== undefined ? isOther(b) : ends && a.session.remote.hostId !== undefined)
  if ([...devices.values()].some(({ sessions }) => sessions)) return rebuiltPairs(before, plane, isOwn)
  const sides = new Map<SessionKey, SessionSide>()
  for (const [index, device] of intents) {
    for (const session of bgpSessions(device))
      sides.set(session.key, { session, device, ...tableOfSession(plane, index, session) })
  }
  const now = <Side extends SessionSide | undefined>(side: Side): Side | SessionSide =>
    (side && sides.get(side.session.key)) ?? side
  const list = before.pairs.map((pair, was): UpdatedPair => {
    if (!isOwn(pair)) return { pair: inTables(plane, pair), was, isOwn: false }
    return { pair: [now(pair[0]), now(pair[1])], was, isOwn: true }
  })
  return { list, rebuilt: false, gone: [] }
}

function tableOfSession(plane: Plane, device: number, { vrfId }: BgpSessionIntent): Pick<SessionSide, 'table'> {
  const table = tableOf(plane, device, vrfId ?? '')
  return table === undefined ? {} : { table }
}

function rebuiltPairs(
  { pairs, findings }: Pick<Simulated, 'pairs' | 'findings'>,
  plane: Plane,
  isOwn: (pair: SessionPair) => boolean,
): UpdatedPairs {
  const keyOf = ([a, b]: SessionPair): string => `${a.session.key} ${b?.session.key ?? ''}`
  const numbers = new Map(pairs.map((pair, at) => [keyOf(pair), at]))
  const list = sessionPairs(plane).map((pair): UpdatedPair => {
    const was = numbers.get(keyOf(pair)) ?? -1
    numbers.delete(keyOf(pair))
    const known = pairs[was]
    return known === undefined || isOwn(pair)
      ? { pair, was, isOwn: true }
      : { pair: inTables(plane, known), was, isOwn: false }
  })
  const gone = [...numbers.values()].flatMap((at) => {
    const [pair, found] = [pairs[at], findings[at]]
    return pair === undefined || found === undefined ? [] : [{ pair, findings: found }]
  })
  return { list, rebuilt: true, gone }
}
