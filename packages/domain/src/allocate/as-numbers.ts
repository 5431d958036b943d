import type { DeviceId, Network, PoolId } from '../model'
import { byId } from '../model'
import type { PoolSpan, Span } from './free-blocks'
import { freeBlocks } from './free-blocks'
import type { Ledger } from './ledger'

/** The two-byte private AS numbers (RFC 6996), used where a network has no AS pool. 65535 is reserved. */
export const defaultAsNumbers = { first: 64512, last: 65534 } as const

/** An AS number of its own for each device that speaks BGP and has none. */
export function allocateAsNumbers(network: Network, ledger: Ledger): void {
  const wanting = bgpSpeakers(network)
    .filter((id) => network.devices[id] !== undefined && network.devices[id].asNumber === undefined)
    .sort()
  if (wanting.length === 0) return
  const pools = asPools(network)
  const { take } = freeBlocks(pools, givenAsNumbers(network))
  for (const id of wanting) {
    const block = take(1n)
    if (block === undefined) ledger.refuse(id, 'asNumber', pools[0]?.poolId)
    else ledger.give(id, 'asNumber', { value: Number(block.first), poolId: block.poolId })
  }
}

function bgpSpeakers(network: Network): DeviceId[] {
  const speakers = new Set<DeviceId>()
  for (const { ends } of Object.values(network.peerings)) {
    for (const { owner } of ends) if ('deviceId' in owner) speakers.add(owner.deviceId)
  }
  for (const underlay of Object.values(network.underlays)) {
    if (underlay.kind === 'ebgp') for (const id of underlay.deviceIds) speakers.add(id)
  }
  for (const device of Object.values(network.devices)) if (device.bgp !== undefined) speakers.add(device.id)
  return [...speakers]
}

function asPools(network: Network): readonly PoolSpan[] {
  const pools: (PoolSpan & { readonly id: PoolId })[] = []
  for (const pool of Object.values(network.pools)) {
    if (pool.kind === 'as')
      pools.push({ id: pool.id, poolId: pool.id, first: BigInt(pool.first), last: BigInt(pool.last) })
  }
  if (pools.length === 0) return [{ first: BigInt(defaultAsNumbers.first), last: BigInt(defaultAsNumbers.last) }]
  return pools.sort(byId)
}

function givenAsNumbers(network: Network): readonly Span[] {
  const numbers = new Set<number | undefined>()
  for (const { asNumber } of Object.values(network.devices)) numbers.add(asNumber)
  for (const { asNumber } of Object.values(network.hosts)) numbers.add(asNumber)
  for (const { ends } of Object.values(network.peerings))
    for (const { remoteAsNumber } of ends) numbers.add(remoteAsNumber)
  return [...numbers]
    .filter((number) => number !== undefined)
    .map((number) => ({ first: BigInt(number), last: BigInt(number) }))
}
