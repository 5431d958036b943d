import type { BgpSessionIntent, NetworkIntent, SessionKey } from '../intent'
import type { Failure } from '../reach'
import { bfdSeconds } from './bfd-seconds'

/**
 * How a session learns that it is down, and after how many seconds at most.
 *
 * @source routing.md B7 (hold timer), B8 (BFD; `ebgp-interface-sensitive` on
 * by default), B14 (`rely-state`)
 */
export type Noticed =
  | { readonly by: 'tracked-interface' | 'interface'; readonly seconds: 0 }
  /** `seconds` is absent where lines that no record says may set other timers. */
  | { readonly by: 'bfd'; readonly seconds?: number }
  | { readonly by: 'hold-timer'; readonly seconds: number }
  /** A hold time of 0: nobody sends keepalives. */
  | { readonly by: 'nothing' }

const defaultHold = 180

/** The quicker of both sides; a side whose device has failed notices nothing. */
export function noticedBy(intent: NetworkIntent, failure: Failure, sides: readonly BgpSessionIntent[]): Noticed {
  const alive = sides.filter(({ deviceId }) => !failure.devices.has(deviceId))
  const dead = deadInterfaces(intent, failure)
  const tracked = alive.some(({ relyStateInterfaces }) =>
    relyStateInterfaces.some(({ interfaceId }) => dead.has(interfaceId)),
  )
  if (tracked) return { by: 'tracked-interface', seconds: 0 }
  const direct = alive.some(
    ({ type, source, hopDistance }) =>
      type === 'ebgp' && hopDistance === 1 && source.interfaceId !== undefined && dead.has(source.interfaceId),
  )
  if (direct) return { by: 'interface', seconds: 0 }
  if (sides.length > 0 && sides.every(({ bfd }) => bfd)) {
    const seconds = bfdSeconds(intent, sides, alive)
    return { by: 'bfd', ...(seconds === undefined ? {} : { seconds }) }
  }
  const hold = Math.min(...sides.map(({ holdSeconds }) => holdSeconds ?? defaultHold))
  return hold === 0 ? { by: 'nothing' } : { by: 'hold-timer', seconds: hold }
}

/** Interfaces that are down because they, their device or their cable failed. */
function deadInterfaces(intent: NetworkIntent, failure: Failure): ReadonlySet<string> {
  const dead = new Set<string>(failure.interfaces)
  for (const { linkId, ends } of intent.cables) {
    const farFails = ends.map((end) => end.kind === 'interface' && failure.devices.has(end.deviceId))
    for (const [side, end] of ends.entries()) {
      if (end.kind !== 'interface' || end.trunkId !== undefined) continue
      if (failure.links.has(linkId) || farFails[1 - side] === true) dead.add(end.interfaceId)
    }
  }
  return dead
}

/** Sessions of both sides by the key of either. */
export function sessionSides(intent: NetworkIntent): (key: SessionKey) => readonly BgpSessionIntent[] {
  const sessions = new Map<SessionKey, BgpSessionIntent>()
  for (const { bgp } of intent.devices.values())
    for (const session of bgp?.sessions ?? []) sessions.set(session.key, session)
  return (key) => {
    const own = sessions.get(key)
    const other = own === undefined ? undefined : sessions.get(own.otherKey)
    return [own, other].flatMap((session) => session ?? [])
  }
}
