import { ipVersion } from '@weft/net'
import type { DeviceId, Effective, Peering } from '../model'
import { derived, given } from './effective'
import type { HopDistance } from './hop-distance'
import type { InterfaceDirectory } from './interface-directory'
import { interfaceToward } from './interface-directory'
import type { SessionEnd } from './session-ends'

/** Hops of a peering: how far its ends are apart and what its EBGP sides allow. */
export type HopBudget = {
  readonly distance?: number
  /** Absent: the ends are directly connected and the command is not needed. */
  readonly needed?: number
}

/** What a device itself takes for `peer … ebgp-max-hop` without a number. */
const unlimited = 255

/** Counts of peerings by device: the search for a path starts where most of them meet. */
export type Popularity = ReadonlyMap<DeviceId, number>

export function hopBudget(
  ends: readonly [SessionEnd, SessionEnd],
  {
    directory,
    hopDistance,
    popularity,
  }: { readonly directory: InterfaceDirectory; readonly hopDistance: HopDistance; readonly popularity: Popularity },
): HopBudget {
  const [a, b] = ends
  const overLoopback = ends.some(({ deviceInterface }) => deviceInterface?.kind === 'loopback')
  const direct = !overLoopback && isDirect(a, b, directory) && isDirect(b, a, directory)
  if (direct) return { distance: 1 }
  const distance = distanceBetween(a, b, { directory, hopDistance, popularity })
  const bothDrawn = a.deviceId !== undefined && b.deviceId !== undefined
  return { distance, needed: Math.max(2, distance ?? (bothDrawn ? 2 : unlimited)) }
}

/** @returns what one EBGP side prints; nothing together with a TTL limit, which the device refuses beside it */
export function ebgpMaxHop({ end }: SessionEnd, budget: HopBudget, peering: Peering): Effective<number> | undefined {
  if (end.ebgpMaxHop === 'none') return undefined
  if (end.ebgpMaxHop !== undefined) return given(end.ebgpMaxHop, peering.id)
  if (budget.needed === undefined || end.validTtlHops !== undefined) return undefined
  return derived(budget.needed, peering.id)
}

/** The other end's address is in a subnet of this device, or needs no routing at all. */
function isDirect(own: SessionEnd, other: SessionEnd, directory: InterfaceDirectory): boolean {
  const { deviceId, vrfId } = own
  const remote = own.end.remoteAddress ?? other.address?.value
  if (deviceId === undefined || remote === undefined) return true
  if (ipVersion(remote) === 6 && remote.startsWith('fe80:')) return true
  return interfaceToward(directory, { deviceId, vrfId }, remote) !== undefined
}

function distanceBetween(
  a: SessionEnd,
  b: SessionEnd,
  {
    directory,
    hopDistance,
    popularity,
  }: { readonly directory: InterfaceDirectory; readonly hopDistance: HopDistance; readonly popularity: Popularity },
): number | undefined {
  if (a.deviceId !== undefined && b.deviceId !== undefined) {
    const first = { deviceId: a.deviceId, vrfId: a.vrfId }
    const second = { deviceId: b.deviceId, vrfId: b.vrfId }
    const countFirst = popularity.get(first.deviceId) ?? 0
    const countSecond = popularity.get(second.deviceId) ?? 0
    return countFirst >= countSecond ? hopDistance(first, second) : hopDistance(second, first)
  }
  const drawn = a.deviceId === undefined ? b : a
  const remote = drawn.end.remoteAddress ?? (drawn === a ? b : a).address?.value
  if (drawn.deviceId === undefined || remote === undefined) return undefined
  return interfaceToward(directory, { deviceId: drawn.deviceId, vrfId: drawn.vrfId }, remote) === undefined
    ? undefined
    : 1
}
