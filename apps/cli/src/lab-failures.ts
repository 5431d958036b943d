import type { Network } from '@weft/domain'
import { compile, failureNamed } from '@weft/domain'
import type { Lab, Wire } from '@weft/exchange'
import { UnusableInput } from './command'
import { nothingCalled } from './what-if'

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
  const names = words.split(',').map((word) => word.trim())
  const named = failureNamed(network, compile(network).intent, names)
  if ('unknown' in named) throw new UnusableInput(nothingCalled(named.unknown))
  if (named.interfaces.size > 0) throw new UnusableInput('a lab takes down devices and links; name the links of a port')
  const { links, devices } = named
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
  return { title: `Down: ${names.join(', ')}`, links, devices, network: { ...network, interfaces } }
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
