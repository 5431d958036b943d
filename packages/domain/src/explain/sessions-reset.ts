import type { BmpSessionIntent, DfsGroupIntent, NveIntent, SessionKey } from '../intent'
import { bgpSessions } from '../intent'
import type { BmpSessionId, DeviceId, InterfaceId, MlagPairId } from '../model'
import { text } from '../model'
import type { Compilation } from './compilation'
import type { BgpSide, IgpEnd, ResetCause } from './reset-causes'
import { bgpAspects, bmpAspects, changedAspects, channelAspects, igpAspects, vxlanAspects } from './reset-causes'
import type { SessionEntry, SessionRef } from './session-list'
import { listSessions, sessionId } from './session-list'

/** What a change does to a session. */
export type SessionReset = {
  readonly session: SessionRef
  readonly name: string
  readonly devices: readonly DeviceId[]
  /**
   * `starts` and `ends`: it is up only after, or only before. `re-establishes`: it drops and comes back by itself.
   * `needs-reset`: the device keeps the old values until somebody resets the session.
   */
  readonly effect: 'starts' | 'ends' | 're-establishes' | 'needs-reset'
  readonly causes: readonly ResetCause[]
}

/**
 * The sessions a change touches, in the order of the session list; those that end without a trace come last.
 * A session that is up neither before nor after has nothing to lose and is left out.
 */
export function sessionsReset(before: Compilation, after: Compilation): readonly SessionReset[] {
  const [old, now] = [indexSessions(before), indexSessions(after)]
  const earlier = new Map(listSessions(before).map((entry) => [sessionId(entry.session), entry]))
  const later = listSessions(after)
  const kept = new Set(later.map(({ session }) => sessionId(session)))
  const gone = [...earlier].flatMap(([id, entry]) =>
    kept.has(id) || !mayBeUp(entry) ? [] : [touched(entry, 'ends', [removed])],
  )
  return [...later.flatMap((entry) => compared(earlier.get(sessionId(entry.session)), entry, [old, now])), ...gone]
}

const removed: ResetCause = {
  takesEffect: 'at-once',
  what: text('the session is removed', '会话被删除'),
  source: 'inferred: its configuration is taken away',
}

function compared(
  before: SessionEntry | undefined,
  after: SessionEntry,
  indexes: readonly [SessionIndex, SessionIndex],
): readonly SessionReset[] {
  const [wasUp, isUp] = [before !== undefined && mayBeUp(before), mayBeUp(after)]
  if (!wasUp) return isUp ? [touched(after, 'starts', [])] : []
  const causes = causesOf(after.session, indexes)
  if (!isUp) return [touched(after, 'ends', [...causes, ...whatFails(after)])]
  if (causes.length === 0) return []
  const atOnce = causes.some(({ takesEffect }) => takesEffect === 'at-once')
  return [touched(after, atOnce ? 're-establishes' : 'needs-reset', causes)]
}

/** What is not known to be down may carry traffic. */
function mayBeUp({ verdict }: SessionEntry): boolean {
  return verdict.status !== 'down'
}

function whatFails({ verdict }: SessionEntry): readonly ResetCause[] {
  return verdict.proof.flatMap(({ holds, says }): readonly ResetCause[] =>
    holds === 'no' ? [{ takesEffect: 'at-once', what: says, source: 'the proof of the session' }] : [],
  )
}

function touched(entry: SessionEntry, effect: SessionReset['effect'], causes: readonly ResetCause[]): SessionReset {
  const { session, name, devices } = entry
  const seen = new Set<string>()
  return {
    session,
    name,
    devices,
    effect,
    causes: causes.filter(({ what }) => !seen.has(what.en) && seen.add(what.en)),
  }
}

type SessionIndex = {
  readonly bgp: ReadonlyMap<SessionKey, BgpSide>
  readonly bmp: ReadonlyMap<BmpSessionId, BmpSessionIntent>
  readonly interfaces: ReadonlyMap<InterfaceId, IgpEnd>
  readonly groups: ReadonlyMap<MlagPairId, readonly DfsGroupIntent[]>
  readonly nves: ReadonlyMap<DeviceId, NveIntent>
}

function indexSessions({ intent }: Compilation): SessionIndex {
  const bgp = new Map<SessionKey, BgpSide>()
  const bmp = new Map<BmpSessionId, BmpSessionIntent>()
  const interfaces = new Map<InterfaceId, IgpEnd>()
  const groups = new Map<MlagPairId, readonly DfsGroupIntent[]>()
  const nves = new Map<DeviceId, NveIntent>()
  for (const device of intent.devices.values()) {
    const { dfsGroup } = device
    for (const session of bgpSessions(device)) bgp.set(session.key, { session, device })
    for (const session of device.bmp?.sessions ?? []) bmp.set(session.bmpSessionId, session)
    for (const each of device.interfaces) {
      const runs = each.ospf !== undefined || each.ospfv3 !== undefined || each.isis !== undefined
      if (each.nve !== undefined) nves.set(device.device.id, each.nve)
      if (runs && each.interfaceId !== undefined) interfaces.set(each.interfaceId, { intent: each, device })
    }
    if (dfsGroup !== undefined) groups.set(dfsGroup.pairId, [...(groups.get(dfsGroup.pairId) ?? []), dfsGroup])
  }
  return { bgp, bmp, interfaces, groups, nves }
}

function causesOf(session: SessionRef, [old, now]: readonly [SessionIndex, SessionIndex]): readonly ResetCause[] {
  switch (session.kind) {
    case 'bgp': {
      const keys = [session.key, now.bgp.get(session.key)?.session.otherKey]
      return keys.flatMap((key) => {
        const [was, is] = key === undefined ? [] : [old.bgp.get(key), now.bgp.get(key)]
        return was === undefined || is === undefined ? [] : changedAspects(bgpAspects, was, is)
      })
    }
    case 'bmp': {
      const [was, is] = [old.bmp.get(session.id), now.bmp.get(session.id)]
      return was === undefined || is === undefined ? [] : changedAspects(bmpAspects, was, is)
    }
    case 'ospf':
    case 'ospfv3':
    case 'isis':
      return session.ends.flatMap((end) => {
        const [was, is] = [old.interfaces.get(end), now.interfaces.get(end)]
        return was === undefined || is === undefined ? [] : changedAspects(igpAspects[session.kind], was, is)
      })
    case 'vxlan':
      return session.ends.flatMap((end) => {
        const [was, is] = [old.nves.get(end), now.nves.get(end)]
        return was === undefined || is === undefined ? [] : changedAspects(vxlanAspects, was, is)
      })
    case 'dfs-pairing':
    case 'dual-active-detection':
    case 'sync-channel': {
      const aspects = channelAspects[session.kind]
      const before = old.groups.get(session.pairId) ?? []
      return (now.groups.get(session.pairId) ?? []).flatMap((is) => {
        const was = before.find(({ side }) => side === is.side)
        return was === undefined ? [] : changedAspects(aspects, was, is)
      })
    }
  }
}
