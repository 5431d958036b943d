import type { Network } from '../model'
import type { HopDistance } from './hop-distance'
import { hopDistances } from './hop-distance'
import { interfaceDirectory } from './interface-directory'
import type { NetworkIntent } from './network-intent'
import { routedLinks } from './routed-links'

/** How far the places of a network are apart, from what was derived of it. */
export function distancesOf(network: Network, { devices, cables }: NetworkIntent): HopDistance {
  const directory = interfaceDirectory(new Map([...devices].map(([id, { interfaces }]) => [id, interfaces])))
  return hopDistances(routedLinks({ vlanifLinks: Object.values(network.vlanifLinks) }, cables, directory))
}
