import type { DeviceId, InterfaceId, LinkId } from '../model'

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
