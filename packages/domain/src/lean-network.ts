import { addressOf, prefixContains } from '@weft/net'
import { allocate } from './allocate'
import type { DeviceConfigs } from './config'
import { configText, renderConfigs } from './config'
import { deriveIntent } from './intent'
import type { DeviceId, Network } from './model'

type Derived = { readonly network: Network; readonly configs: DeviceConfigs }

/**
 * The network without OSPF statements that only repeat what is derived anyway. A device keeps its own statements
 * only where they say something else; where they do not, what is drawn later joins the underlay by itself.
 */
export function withoutRepeatedStatements(network: Network): Derived {
  const configs = configsOf(network)
  const stated = Object.values(network.devices).filter(({ ospfNetworks }) => ospfNetworks !== undefined)
  if (stated.length === 0) return { network, configs }
  const ids = stated.map(({ id }) => id)
  const derived = configsOf(without(network, ids))
  const repeated = ids.filter((id) => sortedLines(configs, id) === sortedLines(derived, id))
  return {
    network: without(network, repeated),
    configs: new Map([...configs, ...repeated.flatMap((id) => entryOf(derived, id))]),
  }
}

function configsOf(network: Network): DeviceConfigs {
  return renderConfigs(deriveIntent(network, allocate(network)))
}

function entryOf(configs: DeviceConfigs, id: DeviceId) {
  const tree = configs.get(id)
  return tree === undefined ? [] : [[id, tree] as const]
}

/** The order of statements means nothing to a device. */
function sortedLines(configs: DeviceConfigs, id: DeviceId): string {
  const tree = configs.get(id)
  return tree === undefined ? '' : configText(tree).split('\n').sort().join('\n')
}

/** The network with these devices left to be derived; what no statement of theirs matches stays out of the underlay. */
function without(network: Network, ids: readonly DeviceId[]): Network {
  const dropped = new Set<string>(ids)
  const devices = Object.entries(network.devices).map(([id, device]) => {
    const { ospfNetworks: _repeated, ...rest } = device
    return [id, dropped.has(id) ? rest : device] as const
  })
  const interfaces = Object.entries(network.interfaces).map(([id, record]) => {
    const statements = dropped.has(record.deviceId) ? network.devices[record.deviceId]?.ospfNetworks : undefined
    const [primary] = record.ipv4 ?? []
    const isOutside =
      statements !== undefined &&
      primary !== undefined &&
      !statements.some(({ prefix }) => prefixContains(prefix, addressOf(primary)))
    return [id, isOutside ? { ...record, outsideUnderlay: true } : record] as const
  })
  return { ...network, devices: Object.fromEntries(devices), interfaces: Object.fromEntries(interfaces) }
}
