import type { DeviceId, Network } from '@weft/domain'
import { portsOf } from '@weft/domain'

export type PortChoice = { readonly name: string; readonly speedGbps?: number; readonly taken: boolean }

/** Ports of a device a cable can end on: those of its model and those drawn on it, taken ones marked. */
export function portChoices(network: Network, deviceId: DeviceId): readonly PortChoice[] {
  const device = network.devices[deviceId]
  if (!device) return []
  const taken = takenPorts(network, deviceId)
  const known = portsOf(device).map(({ name, speedGbps }) => ({
    name: name as string,
    speedGbps,
    taken: taken.has(name),
  }))
  const names = new Set(known.map(({ name }) => name))
  const drawn = Object.values(network.interfaces)
    .filter((each) => each.deviceId === deviceId && isEthernet(each.name) && !names.has(each.name))
    .map(({ name }) => ({ name: name as string, taken: taken.has(name) }))
  return [...known, ...drawn]
}

function takenPorts(network: Network, deviceId: DeviceId): ReadonlySet<string> {
  const cabled = new Set(
    Object.values(network.links).flatMap(({ ends }) =>
      ends.flatMap((end) => ('interfaceId' in end ? [end.interfaceId] : [])),
    ),
  )
  return new Set(
    Object.values(network.interfaces)
      .filter((each) => each.deviceId === deviceId && cabled.has(each.id))
      .map(({ name }) => name),
  )
}

function isEthernet(name: string): boolean {
  return /GE\d/.test(name)
}
