import type { DeviceIntent, InterfaceIntent } from '../intent'
import type { InterfaceId } from '../model'
import { sameValue } from '../model'

/** What neighbours of a device can see of a difference between what it was and what it is. */
export type SeenByOthers = {
  /** An AS number, or the device itself. */
  readonly everything: boolean
  /** Interfaces whose address, mode or state differs. */
  readonly interfaces: readonly InterfaceId[]
}

/** What the intent of another device is derived from. */
const seenFields = [
  'kind',
  'mode',
  'name',
  'vrfId',
  'ipv4',
  'ipv6',
  'ipv6LinkLocal',
  'mlagIpv4',
  'unnumberedFrom',
  'shutdown',
  'memberOf',
  'outsideUnderlay',
] as const satisfies readonly (keyof InterfaceIntent)[]

export function seenByOthers(before: DeviceIntent | undefined, after: DeviceIntent | undefined): SeenByOthers {
  if (before === undefined || after === undefined) return { everything: before !== after, interfaces: [] }
  const everything =
    before.bgp?.asNumber.value !== after.bgp?.asNumber.value ||
    before.device.asNumber !== after.device.asNumber ||
    !sameValue(before.device.bgpInstances, after.device.bgpInstances) ||
    before.dfsGroup?.pairId !== after.dfsGroup?.pairId
  const known = byId(before)
  const interfaces: InterfaceId[] = []
  for (const [id, intent] of byId(after)) {
    const old = known.get(id)
    known.delete(id)
    if (old === undefined || !seenFields.every((field) => sameValue(old[field], intent[field]))) interfaces.push(id)
  }
  return { everything, interfaces: [...interfaces, ...known.keys()] }
}

function byId({ interfaces }: DeviceIntent): Map<InterfaceId, InterfaceIntent> {
  return new Map(interfaces.flatMap((each) => (each.interfaceId === undefined ? [] : [[each.interfaceId, each]])))
}
