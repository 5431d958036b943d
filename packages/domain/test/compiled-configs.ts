import { configText } from '../src/config'
import { deriveConfigs } from '../src/derive-configs'
import type { Network } from '../src/model'

/** Configurations as text by device name, in the order of names. */
export function configTexts(network: Network): ReadonlyMap<string, string> {
  const texts = [...deriveConfigs(network).configs].map(([deviceId, tree]): [string, string] => [
    network.devices[deviceId]?.name ?? deviceId,
    configText(tree),
  ])
  return new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1)))
}
