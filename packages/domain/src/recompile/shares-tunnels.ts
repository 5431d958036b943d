import type { NetworkIntent } from '../intent'
import type { DeviceId } from '../model'

/** Whether VTEPs are touched that are told of one another by their drawn bridge domains and not by EVPN. */
export function sharesTunnels(
  before: NetworkIntent,
  { intent, touched }: { readonly intent: NetworkIntent; readonly touched: ReadonlySet<DeviceId> },
): boolean {
  return [...touched].some((id) =>
    [before.devices.get(id), intent.devices.get(id)].some(
      (device) =>
        device?.interfaces.some(({ kind }) => kind === 'nve') === true &&
        device.bridgeDomains.some(({ vni, evpn }) => vni !== undefined && evpn === undefined),
    ),
  )
}
