import type { Network } from '../model'
import type { AddressFamily } from './address-family'
import { poolSpans } from './address-family'
import type { AddressWork } from './address-work'
import type { PoolSpan } from './free-blocks'
import { freeBlocks } from './free-blocks'
import { givenAddresses } from './given-addresses'
import type { Ledger } from './ledger'
import { allocateCable, allocateVlanifLink } from './link-addresses'
import { routedCables, vlanifEnds } from './routed-ends'
import { wantingInterfaces } from './wanting-interfaces'

/** Addresses of loopbacks, routed cables and VLANIF links; loopbacks first, each in the order of ids. */
export function allocateAddresses(family: AddressFamily, network: Network, ledger: Ledger): void {
  const loopbackPools = loopbackSpans(family, network)
  const linkPools = poolSpans(family, network, family.linkPool)
  // Nobody asked for IPv6 on links until there is a pool for it or a VLANIF link has an IPv6 subnet.
  const onGivenSubnetsOnly = family.version === 6 && linkPools.length === 0
  if (onGivenSubnetsOnly && loopbackPools.length === 0 && !hasSubnets(family, network)) return

  const wanting = wantingInterfaces(family, network)
  const loopbacks = loopbackPools.length === 0 ? [] : wanting.loopbacks
  const cables = onGivenSubnetsOnly ? [] : routedCables(network, wanting.ports)
  const vlanifs = vlanifEnds(network, wanting.vlanifs).filter(
    ({ link }) => !onGivenSubnetsOnly || family.subnet(link) !== undefined,
  )
  if (loopbacks.length + cables.length + vlanifs.length === 0) return

  const given = givenAddresses(family, network, ledger.avoided)
  const loopbackBlocks = freeBlocks(loopbackPools, given.spans)
  for (const { id } of loopbacks) {
    const block = loopbackBlocks.take(id)
    if (block === undefined) ledger.refuse(id, family.field, loopbackPools[0]?.poolId)
    else ledger.give(id, family.field, { ...block, value: `${family.toText(block.first)}/${family.bits}` })
  }
  const work: AddressWork = {
    family,
    ledger,
    wants: ({ id }) => wanting.ports.has(id) || wanting.vlanifs.has(id),
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

function hasSubnets(family: AddressFamily, network: Network): boolean {
  return Object.values(network.vlanifLinks).some((link) => family.subnet(link) !== undefined)
}

/** Pools of loopbacks. A host route for the network or broadcast address of the pool reads like a mistake, so both are left out. */
export function loopbackSpans(family: AddressFamily, network: Network): readonly PoolSpan[] {
  return poolSpans(family, network, family.loopbackPool).map((pool) =>
    pool.last - pool.first < 3n ? pool : { ...pool, first: pool.first + 1n, last: pool.last - 1n },
  )
}
