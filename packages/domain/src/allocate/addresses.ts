import { interfaceKind } from '@weft/net'
import { featureSupport } from '../catalog'
import type { DeviceInterface, Network } from '../model'
import { byId } from '../model'
import type { AddressFamily } from './address-family'
import { poolSpans } from './address-family'
import type { AddressWork } from './address-work'
import type { PoolSpan } from './free-blocks'
import { freeBlocks } from './free-blocks'
import { givenAddresses } from './given-addresses'
import type { Ledger } from './ledger'
import { allocateCable, allocateVlanifLink } from './link-addresses'
import { routedCables, vlanifEnds } from './routed-ends'

/** Addresses of loopbacks, routed cables and VLANIF links; loopbacks first, each in the order of ids. */
export function allocateAddresses(family: AddressFamily, network: Network, ledger: Ledger): void {
  const loopbackPools = poolSpans(family, network, family.loopbackPool).map((pool) => withoutEdges(pool))
  const linkPools = poolSpans(family, network, family.linkPool)
  const wants = (record: DeviceInterface) => wantsAddress(record, family, network)

  const loopbacks = loopbackPools.length === 0 ? [] : loopbacksWanting(network, wants)
  // Nobody asked for IPv6 on links until there is a pool for it or a subnet was given.
  const idle = family.version === 6 && linkPools.length === 0
  const cables = idle ? [] : routedCables(network, wants)
  const vlanifs = vlanifEnds(network, (link) => !idle && family.subnet(link) === undefined, wants).filter(
    ({ link }) => !idle || family.subnet(link) !== undefined,
  )
  if (loopbacks.length + cables.length + vlanifs.length === 0) return

  const given = givenAddresses(family, network)
  const loopbackBlocks = freeBlocks(loopbackPools, given.spans)
  for (const { id } of loopbacks) {
    const block = loopbackBlocks.take(1n)
    if (block === undefined) ledger.refuse(id, family.field, loopbackPools[0]?.poolId)
    else ledger.give(id, family.field, { value: `${family.toText(block.first)}/${family.bits}`, poolId: block.poolId })
  }
  const work: AddressWork = {
    family,
    ledger,
    wants,
    given,
    pools: linkPools,
    blocks: freeBlocks(linkPools, loopbackBlocks.used()),
    planned: new Map(),
    plannedHosts: new Set(),
    hostCursors: new Map(),
  }
  for (const cable of cables) allocateCable(cable.ends, work)
  for (const { link, ends } of vlanifs) allocateVlanifLink(link, ends, work)
}

function wantsAddress(record: DeviceInterface, family: AddressFamily, network: Network): boolean {
  if (family.addresses(record) !== undefined) return false
  if (family.version === 4) return record.unnumberedFrom === undefined
  const device = network.devices[record.deviceId]
  return device !== undefined && featureSupport(device, 'ipv6').answer !== 'unsupported'
}

function loopbacksWanting(network: Network, wants: AddressWork['wants']): readonly DeviceInterface[] {
  return Object.values(network.interfaces)
    .filter((record) => interfaceKind(record.name) === 'loopback' && wants(record))
    .sort(byId)
}

/** A host route for the network or broadcast address of the pool reads like a mistake, so both are left out. */
function withoutEdges(pool: PoolSpan): PoolSpan {
  return pool.last - pool.first < 3n ? pool : { ...pool, first: pool.first + 1n, last: pool.last - 1n }
}
