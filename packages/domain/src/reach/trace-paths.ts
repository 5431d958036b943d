import type { IpAddress } from '@weft/net'
import type { NetworkIntent } from '../intent'
import type { DeviceId, Network, VrfId } from '../model'
import { text } from '../model'
import type { Failure } from './failure'
import { noFailure } from './failure'
import type { PathVerdict } from './reachability'
import { settleNetwork } from './settle-network'
import { tableOf } from './tables'
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
  const asked = queries.map(({ vrfId }) => vrfId ?? '')
  const { plane, routing, settled } = settleNetwork(network, intent, failure, asked)
  return queries.map(({ from, vrfId, to }) => {
    const table = tableOf(plane, plane.deviceIndex.get(from) ?? -1, vrfId ?? '')
    if (table === undefined) return { kind: 'unknown', why: text('no such routing table', '没有这个路由表') }
    const { verdict, askedBgp } = walk(plane, routing, { from: table, to })
    if (askedBgp && !(settled && routing.settled()))
      return { kind: 'unknown', why: text('the routes of this path never settle', '该路径的路由无法收敛') }
    return verdict
  })
}
