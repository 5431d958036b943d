import { addressOf, networkOf } from '@weft/net'
import type { PoolTally } from '../allocate'
import { poolTally } from '../allocate'
import type { DeviceIntent, NetworkIntent } from '../intent'
import type { DeviceId } from '../model'

/** What one device may have alone, or a link: what of a device is compared with all others. */
const compared = {
  names: ({ device }: DeviceIntent): readonly string[] => [device.name],
  /** Without their lengths, in any VPN instance. */
  addresses: ({ interfaces }: DeviceIntent): readonly string[] =>
    interfaces.flatMap((item) => {
      const held: string[] = []
      for (const { value } of item.ipv4) held.push(addressOf(value))
      for (const { value } of item.ipv6) held.push(addressOf(value))
      if (item.mlagIpv4 !== undefined) held.push(addressOf(item.mlagIpv4.value))
      return held
    }),
  /** Of IPv4, each as often as an interface has an address there. */
  subnets: ({ interfaces }: DeviceIntent): readonly string[] =>
    interfaces.flatMap(({ ipv4, unnumberedFrom }) =>
      unnumberedFrom === undefined ? ipv4.map(({ value }) => networkOf(value)) : [],
    ),
} as const

export type Compared = keyof typeof compared

/** Who has what, counted when a rule first asks and then kept up to date edit by edit. */
export type DesignIndex = {
  /** What several devices have, or one of them several times, with these. */
  readonly shared: (what: Compared) => ReadonlyMap<string, readonly DeviceId[]>
  /** Whether any device has it. */
  readonly isHeld: (what: Compared, value: string) => boolean
  readonly pools: PoolTally
  readonly edit: (
    before: NetworkIntent,
    after: NetworkIntent,
    what: { readonly touched: Iterable<DeviceId>; readonly edits: Parameters<PoolTally['edit']>[0] },
  ) => void
}

export function designIndex(intent: NetworkIntent): DesignIndex {
  const holders = new Map<Compared, Holders>()
  const pools = poolTally()
  let { devices } = intent
  const holdersOf = (what: Compared): Holders => {
    const known = holders.get(what)
    if (known !== undefined) return known
    const counted = countHolders()
    for (const device of devices.values())
      for (const value of compared[what](device)) counted.add(value, device.device.id)
    holders.set(what, counted)
    return counted
  }
  return {
    shared: (what) => holdersOf(what).shared,
    isHeld: (what, value) => holdersOf(what).isHeld(value),
    pools,
    edit(before, after, { touched, edits }) {
      pools.edit(edits)
      devices = after.devices
      for (const id of touched) {
        const [old, now] = [before.devices.get(id), devices.get(id)]
        if (old === now) continue
        for (const [what, counted] of holders) {
          for (const value of old === undefined ? [] : compared[what](old)) counted.drop(value, id)
          for (const value of now === undefined ? [] : compared[what](now)) counted.add(value, id)
        }
      }
    },
  }
}

type Holders = ReturnType<typeof countHolders>

function countHolders() {
  /** Those who have something alone; most things are. */
  const only = new Map<string, DeviceId>()
  const shared = new Map<string, DeviceId[]>()
  return {
    shared,
    isHeld: (value: string): boolean => only.has(value) || shared.has(value),
    add(value: string, id: DeviceId): void {
      const list = shared.size === 0 ? undefined : shared.get(value)
      if (list !== undefined) {
        list.push(id)
        return
      }
      const first = only.get(value)
      if (first === undefined) only.set(value, id)
      else {
        only.delete(value)
        shared.set(value, [first, id])
      }
    },
    drop(value: string, id: DeviceId): void {
      const list = shared.get(value)
      if (list === undefined) {
        only.delete(value)
        return
      }
      list.splice(list.indexOf(id), 1)
      const [first, second] = list
      if (first === undefined || second !== undefined) return
      shared.delete(value)
      only.set(value, first)
    },
  }
}
