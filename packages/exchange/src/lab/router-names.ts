import type { DeviceIntent, VrfId } from '@weft/domain'
import type { LinuxName } from './lab'
import { linuxNames } from './names'

/** What the parts of a device are called on Linux. */
export type RouterNames = {
  /** Of an interface the device does not have: a name nothing has. */
  readonly linux: (deviceInterface: string) => LinuxName
  readonly vrf: (vrfId: VrfId) => LinuxName
  readonly vrfs: ReadonlyMap<VrfId, LinuxName>
}

export function routerNames(device: DeviceIntent): RouterNames {
  const interfaces = linuxNames(device)
  const vrfs = new Map(device.vrfs.map(({ vrfId }, index) => [vrfId, `vrf${index + 1}`]))
  return { linux: (name) => interfaces.get(name) ?? 'absent', vrf: (vrfId) => vrfs.get(vrfId) ?? 'absent', vrfs }
}
