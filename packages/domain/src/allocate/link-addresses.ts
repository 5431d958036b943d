import type { DeviceInterface, VlanifLink } from '../model'
import type { AddressFamily, Subnet } from './address-family'
import { hostOf, subnetOf } from './address-family'
import type { AddressWork } from './address-work'
import type { Block } from './free-blocks'

type Ends = readonly [DeviceInterface, DeviceInterface]

/**
 * A subnet for two ends without addresses, or the other address of the subnet when one end has one.
 * The cables of an Eth-Trunk all lead to the same two trunks, which are addressed once.
 */
export function allocateCable([a, b]: Ends, work: AddressWork): void {
  if (work.planned.has(a.id) || work.planned.has(b.id)) return
  if (work.wants(a) && work.wants(b)) allocateSubnet([a, b], work)
  else if (work.wants(a)) completeSubnet(a, b, work)
  else completeSubnet(b, a, work)
}

function allocateSubnet(ends: Ends, work: AddressWork): void {
  const { family, pools, blocks, ledger } = work
  const [firstPool] = pools
  if (firstPool === undefined) return
  const block = blocks.take(ends[0].id, 1n << BigInt(family.bits - family.linkLength))
  ends.forEach((end, side) => {
    if (block === undefined) ledger.refuse(end.id, family.field, firstPool.poolId)
    else plan(end, block.first + BigInt(side), { ...block, length: family.linkLength }, work)
  })
}

function completeSubnet(end: DeviceInterface, other: DeviceInterface, work: AddressWork): void {
  const [primary] = work.family.addresses(other) ?? []
  if (primary === undefined) return
  const host = sibling(work.family, primary)
  if (host === undefined || isTaken(host, work)) return
  plan(end, host, { length: subnetOf(work.family, primary).length }, work)
}

/** The one other address of a subnet for two; undefined when the subnet is larger. */
function sibling(family: AddressFamily, text: string): bigint | undefined {
  const { first, length } = subnetOf(family, text)
  const offset = hostOf(family, text) - first
  if (length === family.bits - 1) return first + 1n - offset
  if (length === family.bits - 2 && (offset === 1n || offset === 2n)) return first + 3n - offset
  return undefined
}

/** The subnet of a VLANIF link and the addresses of its Vlanifs, where they are missing. */
export function allocateVlanifLink(link: VlanifLink, ends: Ends, work: AddressWork): void {
  const { family, pools, blocks, ledger } = work
  const wanting = ends.filter((end) => work.wants(end) && !work.planned.has(end.id))
  const known =
    family.subnet(link) ?? ends.map((end) => work.planned.get(end.id) ?? family.addresses(end)?.[0]).find(Boolean)
  if (known !== undefined) {
    for (const end of wanting) planInSubnet(end, subnetOf(family, known), work)
    return
  }
  const [firstPool] = pools
  if (wanting.length === 0 || firstPool === undefined) return
  const size = 1n << BigInt(family.bits - family.vlanifLength)
  const block = blocks.take(link.id, size)
  if (block === undefined) {
    ledger.refuse(link.id, family.subnetField, firstPool.poolId)
    for (const end of wanting) ledger.refuse(end.id, family.field, firstPool.poolId)
    return
  }
  const subnet: Subnet = { first: block.first, last: block.first + size - 1n, length: family.vlanifLength }
  ledger.give(link.id, family.subnetField, { ...block, value: `${family.toText(subnet.first)}/${subnet.length}` })
  for (const end of wanting) planInSubnet(end, subnet, work)
}

/** The lowest free address of the subnet. */
function planInSubnet(end: DeviceInterface, subnet: Subnet, work: AddressWork): void {
  const { family } = work
  const edge = subnet.length >= family.bits - 1 ? 0n : 1n
  const key = `${subnet.first}/${subnet.length}`
  let host = work.hostCursors.get(key) ?? subnet.first + edge
  while (host <= subnet.last - edge && isTaken(host, work)) host += 1n
  work.hostCursors.set(key, host)
  if (host > subnet.last - edge) work.ledger.refuse(end.id, family.field)
  else plan(end, host, { length: subnet.length }, work)
}

function isTaken(host: bigint, { given, plannedHosts }: AddressWork): boolean {
  return given.hosts.has(host) || plannedHosts.has(host)
}

type From = Partial<Block> & { readonly length: number }

function plan(end: DeviceInterface, host: bigint, { length, poolId, after }: From, work: AddressWork): void {
  const value = `${work.family.toText(host)}/${length}`
  work.planned.set(end.id, value)
  work.plannedHosts.add(host)
  work.ledger.give(end.id, work.family.field, { value, poolId, after })
}
