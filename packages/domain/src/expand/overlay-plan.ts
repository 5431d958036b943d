import type { DeviceId, InterfaceId, Network, Overlay } from '../model'
import type { Loopbacks } from './members'
import { membersOf } from './members'

/** Two members that have a session. */
export type PlannedPair = {
  readonly ends: readonly [DeviceId, DeviceId]
  readonly sources: readonly [InterfaceId, InterfaceId]
  /** The second one is the route reflector or hub of the first. */
  readonly isServed: boolean
}

/** Which pairs of devices an overlay joins, and what it names in vain. */
export type OverlayPlan = {
  readonly members: readonly DeviceId[]
  readonly pairs: readonly PlannedPair[]
  /** Reflectors and hubs that are no members. */
  readonly strangers: readonly DeviceId[]
  /** Members that do not have the LoopBack sessions run from. */
  readonly withoutSource: readonly DeviceId[]
  /** So many sessions that none of them is expanded. */
  readonly tooMany?: number
}

/** Members of an overlay without reflectors or hubs: more of them would be thousands of sessions. */
export const mostMeshed = 64

/** Sessions of one overlay: what ten thousand routers with five reflectors need. */
export const mostSessions = 50_000

export function overlayPlan(network: Network, overlay: Overlay, loopbacks: Loopbacks): OverlayPlan {
  const members = membersOf(network, overlay)
  const isMember = new Set(members)
  const chosen = centresOf(overlay)
  const named = [...new Set(chosen)].filter((id) => network.devices[id] !== undefined).sort()
  const centres = named.filter((id) => isMember.has(id))
  const sources = new Map<DeviceId, InterfaceId>()
  for (const id of members) {
    const source = loopbacks(id, overlay.loopback ?? 0)
    if (source !== undefined) sources.set(id, source)
  }
  const excepted = new Set(overlay.exceptPairs?.map(pairKey))
  const pairs: PlannedPair[] = []
  const add = (a: DeviceId, b: DeviceId, isServed: boolean) => {
    const [sourceA, sourceB] = [sources.get(a), sources.get(b)]
    if (sourceA === undefined || sourceB === undefined || excepted.has(pairKey([a, b]))) return
    pairs.push({ ends: [a, b], sources: [sourceA, sourceB], isServed })
  }
  const isCentre = new Set(centres)
  // Reflectors are ordinary neighbours of each other; hubs have nothing to tell each other.
  const mesh = chosen === undefined ? members : overlay.kind === 'ibgp' ? centres : []
  const sessions = (members.length - centres.length) * centres.length + (mesh.length * (mesh.length - 1)) / 2
  const isTooLarge = sessions > mostSessions || (chosen === undefined && members.length > mostMeshed)
  if (!isTooLarge) {
    for (const member of members) if (!isCentre.has(member)) for (const centre of centres) add(member, centre, true)
    for (const [at, member] of mesh.entries()) for (const other of mesh.slice(at + 1)) add(member, other, false)
  }
  return {
    members,
    pairs,
    strangers: named.filter((id) => !isMember.has(id)),
    withoutSource: members.filter((id) => !sources.has(id)),
    ...(isTooLarge ? { tooMany: sessions } : {}),
  }
}

/** The members all others peer with; absent where each peers with each. */
export function centresOf(overlay: Overlay): readonly DeviceId[] | undefined {
  return overlay.kind === 'ibgp' ? overlay.reflectorIds : overlay.hubIds
}

/** The same for both orders of a pair. */
export function pairKey([a, b]: readonly [DeviceId, DeviceId]): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
