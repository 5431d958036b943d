import type { Device } from '../model'

/** Whether the configuration of a device says the router ID in this place. */
export function writesRouterId({ routerIdIn }: Device, place: NonNullable<Device['routerIdIn']>[number]): boolean {
  return routerIdIn === undefined || routerIdIn.includes(place)
}
