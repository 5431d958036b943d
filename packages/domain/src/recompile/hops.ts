import type { NetworkIntent } from '../intent'
import { bgpSessions } from '../intent'
import type { DeviceId } from '../model'
import { seenByOthers } from './seen-by-others'

/** Whether some session was told how many routed links its ends are apart. */
export function measuresHops({ devices }: NetworkIntent): boolean {
  for (const device of devices.values()) {
    for (const { underlayId, type, validTtlHops, source, hopDistance } of bgpSessions(device)) {
      if (underlayId !== undefined || (type === 'ibgp' && validTtlHops === undefined)) continue
      if (hopDistance !== 1 || source.interfaceName?.startsWith('LoopBack') !== false) return true
    }
  }
  return false
}

/** Whether edits moved an interface of a touched device, or its addresses, for others to see. */
export function movesPlaces(
  before: NetworkIntent,
  { intent, touched }: { readonly intent: NetworkIntent; readonly touched: ReadonlySet<DeviceId> },
): boolean {
  return [...touched].some((id) => {
    const { everything, interfaces } = seenByOthers(before.devices.get(id), intent.devices.get(id))
    return everything || interfaces.length > 0
  })
}
