import type { Network } from '@weft/domain'
import { recordName } from '@weft/domain'
import type { Lab, Wire } from '@weft/exchange'
import { UnusableInput } from './command'

/** Links and devices that are down, and the network as it then is. */
export type Failure = {
  readonly title: string
  readonly links: ReadonlySet<string>
  readonly devices: ReadonlySet<string>
  readonly network: Network
}

/**
 * Reads the names after `--down`: ids of links and devices, or names of devices, with commas between them.
 * In the network of the failure the ports of what is down are shut down, so every number stays as it is.
 */
export function readFailure(words: string, network: Network): Failure {
  const ids = words.split(',').map((word) => idOf(word.trim(), network))
  const links = new Set<string>(ids.filter((id) => id in network.links))
  const devices = new Set<string>(ids.filter((id) => id in network.devices))
  const dead = new Set<string>(
    Object.values(network.links)
      .filter(({ id }) => links.has(id))
      .flatMap(({ ends }) => ends.flatMap((end) => ('interfaceId' in end ? [end.interfaceId] : []))),
  )
  const interfaces = Object.fromEntries(
    Object.entries(network.interfaces).map(([id, each]) =>
      dead.has(id) || devices.has(each.deviceId) ? [id, { ...each, shutdown: true }] : [id, each],
    ),
  )
  return { title: `Down: ${ids.join(', ')}`, links, devices, network: { ...network, interfaces } }
}

function idOf(word: string, network: Network): string {
  if (word in network.links || word in network.devices) return word
  const named = Object.values(network.devices).filter(
    (device) => recordName(network, device.id) === word || device.name === word,
  )
  const [device] = named
  if (device !== undefined && named.length === 1) return device.id
  throw new UnusableInput(`nothing to take down is called "${word}"; name a device, or the id of a device or link`)
}

/** A wire is cut with its last cable, and with the device at either end. */
export function wiresDown({ nodes, wires }: Lab, { links, devices }: Failure): readonly Wire[] {
  const dead = new Set(
    nodes.filter(({ recordId }) => recordId !== undefined && devices.has(recordId)).map(({ name }) => name),
  )
  return wires.filter(
    (wire) =>
      wire.ends.some(({ node }) => dead.has(node)) ||
      (wire.links.length > 0 && wire.links.every((id) => links.has(id))),
  )
}
