import type { IpAddress } from '@weft/net'
import type { NetworkIntent } from '../intent'
import type { DeviceId, Network, VrfId } from '../model'
import { text } from '../model'
import { simulate } from './compute-reach'
import type { Failure } from './failure'
import { noFailure } from './failure'
import { buildIgp } from './igp'
import type { PathVerdict } from './reachability'
import { sessionPairs } from './session-pairs'
import { buildPlane, tableOf } from './tables'
import { walk } from './walk'

/** One packet to follow: from a routing table of a device to an address. */
export type PathQuery = { readonly from: DeviceId; readonly vrfId?: VrfId; readonly to: IpAddress }

/**
 * The way of each packet through the network once its sessions have settled, one verdict per question. Only
 * the way there is answered: ask the other way round for the way back.
 */
export function tracePaths(
  network: Network,
  intent: NetworkIntent,
  queries: readonly PathQuery[],
  failure: Failure = noFailure,
): readonly PathVerdict[] {
  const plane = buildPlane(network, intent, failure)
  const { routing, settled } = simulate(plane, buildIgp(plane, intent), sessionPairs(plane))
  return queries.map(({ from, vrfId, to }) => {
    const table = tableOf(plane, plane.deviceIndex.get(from) ?? -1, vrfId ?? '')
    if (table === undefined) return { kind: 'unknown', why: text('no such routing table', '没有这个路由表') }
    const { verdict, askedBgp } = walk(plane, routing, { from: table, to })
    if (askedBgp && !(settled && routing.settled()))
      return { kind: 'unknown', why: text('the routes of this path never settle', '该路径的路由无法收敛') }
    return verdict
  })
}
