import { allocate } from '../src/allocate'
import { configText, renderConfigs } from '../src/config'
import { deriveIntent } from '../src/intent'
import type { Network } from '../src/model'

/** Configurations as text by device name, in the order of names. */
export function configTexts(network: Network): ReadonlyMap<string, string> {
  const intent = deriveIntent(network, allocate(network))
  const texts = [...renderConfigs(intent)].map(([deviceId, tree]): [string, string] => [
    network.devices[deviceId]?.name ?? deviceId,
    configText(tree),
  ])
  return new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1)))
}
