import type { DeviceIntent } from '../intent'
import type { VrfId } from '../model'

/** Names of the VPN instances a device has; lines about any other one are left out. */
export type VrfNames = ReadonlyMap<VrfId, string>

export function vrfNames({ vrfs }: DeviceIntent): VrfNames {
  return new Map(vrfs.map(({ vrfId, name }) => [vrfId, name]))
}
