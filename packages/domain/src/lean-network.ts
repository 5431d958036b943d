import { addressOf, prefixContains } from '@weft/net'
import type { DeviceConfigs } from './config'
import type { Derived } from './derive-configs'
import { deriveConfigs } from './derive-configs'
import type { DeviceId, DeviceInterface, Network } from './model'

type Statement = NonNullable<ReturnType<DeviceConfigs['get']>>['sections'][number][number]

/**
 * The network without statements of interior gateway protocols that only repeat what is derived anyway. A device keeps
 * its own only where they say something else; where they do not, what is drawn later joins the underlay by itself.
 */
export function withoutRepeatedStatements(network: Network): Derived {
  const configs = deriveConfigs(network).configs
  const ids = statingDevices(network)
  if (ids.length === 0) return { network, configs }
  const derived = deriveConfigs(without(network, ids)).configs
  const repeated = ids.filter((id) => sortedLines(configs, id) === sortedLines(derived, id))
  return {
    network: without(network, repeated),
    configs: new Map([...configs, ...repeated.flatMap((id) => entryOf(derived, id))]),
  }
}

/** Devices that say themselves which of their interfaces a protocol has. */
function statingDevices(network: Network): readonly DeviceId[] {
  const stating = new Set<DeviceId>()
  for (const { id, ospfNetworks } of Object.values(network.devices)) if (ospfNetworks !== undefined) stating.add(id)
  for (const { deviceId, ospfv3, isis } of Object.values(network.interfaces)) {
    if (ospfv3?.enabled === true || isis?.ipv4 === true || isis?.ipv6 === true) stating.add(deviceId)
  }
  return [...stating].sort()
}

function entryOf(configs: DeviceConfigs, id: DeviceId) {
  const tree = configs.get(id)
  return tree === undefined ? [] : [[id, tree] as const]
}

/** Every line with the views around it; the order of statements means nothing to a device. */
function sortedLines(configs: DeviceConfigs, id: DeviceId): string {
  const lines: string[] = []
  const visit = ({ text, children }: Statement, views: string): void => {
    lines.push(`${views}${text}`)
    for (const child of children) visit(child, `${views}${text}\n`)
  }
  for (const statement of configs.get(id)?.sections.flat() ?? []) visit(statement, '')
  return lines.sort().join('\n\n')
}

/** The network with these devices left to be derived; what no statement of theirs matches stays out of the underlay. */
function without(network: Network, ids: readonly DeviceId[]): Network {
  const dropped = new Set<string>(ids)
  const devices = Object.entries(network.devices).map(([id, device]) => {
    const { ospfNetworks: _repeated, ...rest } = device
    return [id, dropped.has(id) ? rest : device] as const
  })
  const interfaces = Object.entries(network.interfaces).map(([id, record]) => {
    if (!dropped.has(record.deviceId)) return [id, record] as const
    const statements = network.devices[record.deviceId]?.ospfNetworks
    const [primary] = record.ipv4 ?? []
    const isOutside =
      statements !== undefined &&
      primary !== undefined &&
      !statements.some(({ prefix }) => prefixContains(prefix, addressOf(primary)))
    const plain = withoutEnabling(record)
    return [id, isOutside ? { ...plain, outsideUnderlay: true } : plain] as const
  })
  return { ...network, devices: Object.fromEntries(devices), interfaces: Object.fromEntries(interfaces) }
}

function withoutEnabling(record: DeviceInterface): DeviceInterface {
  const { ospfv3, isis, ...rest } = record
  const bare = <Fields extends object>(fields: Fields | undefined, flags: readonly (keyof Fields)[]) => {
    const kept = Object.entries(fields ?? {}).filter(
      ([name, value]) => value !== true || !flags.includes(name as keyof Fields),
    )
    return kept.length === 0 ? undefined : Object.fromEntries(kept)
  }
  const ospfv3Kept = bare(ospfv3, ['enabled'])
  const isisKept = bare(isis, ['ipv4', 'ipv6'])
  return {
    ...rest,
    ...(ospfv3Kept === undefined ? {} : { ospfv3: ospfv3Kept }),
    ...(isisKept === undefined ? {} : { isis: isisKept }),
  }
}
