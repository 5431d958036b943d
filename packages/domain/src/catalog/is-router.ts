import type { Device } from '../model'
import { entryOf } from './find-model'

/**
 * Whether a device is a router, whose ports are Layer 3 without a word and which has VPNv4 and VPNv6. The model
 * decides; of a model nobody knows the role of a router does.
 */
export function isRouter(device: Pick<Device, 'model' | 'forwardingMode' | 'role'>): boolean {
  const entry = entryOf(device)
  return entry === undefined ? device.role === 'pe-router' || device.role === 'asbr' : entry.kind === 'router'
}
