import type { Device, DeviceId, PeeringEnd } from '../model'
import type { Draft } from './draft'

/** Ends of peerings name a BGP process of their device: where it gets another name, they say that one. */
export function followProcessNames(draft: Draft, before: Device | undefined, after: Device | undefined): void {
  const renamed = renamedProcess(before, after)
  if (renamed === undefined) return
  const follow = (end: PeeringEnd): PeeringEnd =>
    end.instance === renamed.from && 'deviceId' in end.owner && end.owner.deviceId === renamed.deviceId
      ? { ...end, instance: renamed.to }
      : end
  for (const peering of Object.values(draft.network.peerings)) {
    const [a, b] = peering.ends
    const ends = [follow(a), follow(b)] as const
    if (ends[0] !== a || ends[1] !== b) draft.put({ ...peering, ends })
  }
}

type Renamed = { readonly deviceId: DeviceId; readonly from: string; readonly to: string }

/** The one process that stands where it stood under a name no other one has or had. */
function renamedProcess(before: Device | undefined, after: Device | undefined): Renamed | undefined {
  const [old, now] = [before?.bgpInstances ?? [], after?.bgpInstances ?? []]
  if (before === undefined || old === now || old.length !== now.length) return undefined
  const changed = old.flatMap(({ name }, index) => {
    const to = now[index]?.name
    return to === undefined || to === name ? [] : [{ deviceId: before.id, from: name, to }]
  })
  const [renamed] = changed
  const has = (processes: typeof old, name: string) => processes.some((process) => process.name === name)
  if (changed.length !== 1 || renamed === undefined) return undefined
  return has(now, renamed.from) || has(old, renamed.to) ? undefined : renamed
}
