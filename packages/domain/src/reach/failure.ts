import type { DeviceId, InterfaceId, LinkId } from '../model'
import type { DownPorts, Port, Ports } from './ports'

/**
 * What has failed. A failed thing is still configured, on itself and on its neighbours, but carries nothing: all
 * interfaces of a failed device are down, loopbacks too; a failed Eth-Trunk takes its members along; a failed link is
 * a cable that is cut.
 */
export type Failure = {
  readonly devices: ReadonlySet<DeviceId>
  readonly links: ReadonlySet<LinkId>
  readonly interfaces: ReadonlySet<InterfaceId>
}

export const noFailure: Failure = { devices: new Set(), links: new Set(), interfaces: new Set() }

export function downPorts({ devices, list }: Pick<Ports, 'devices' | 'list'>, failure: Failure): DownPorts {
  const failed = new Set(devices.flatMap(({ device }, index) => (failure.devices.has(device.id) ? [index] : [])))
  const ports = new Set<number>()
  const fails = ({ device, intent }: Port): boolean =>
    failed.has(device) || (intent.interfaceId !== undefined && failure.interfaces.has(intent.interfaceId))
  for (const port of list) {
    const trunk = port.intent.memberOf === undefined ? undefined : list[port.parent ?? -1]
    if (fails(port) || (trunk !== undefined && fails(trunk))) ports.add(port.index)
  }
  return { ports, links: failure.links }
}
