import { describe, expect, it } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import { allocate } from '../allocate'
import { newFabric } from '../edit'
import { deriveIntent } from '../intent'
import type { Network } from '../model'
import { computeReach } from './compute-reach'
import type { Reachability } from './reachability'

const reachOf = (network: Network): Reachability => computeReach(network, deriveIntent(network, allocate(network)))

/** Every leaf on every spine, and each leaf peers from its loopback with two route servers behind the spines. */
function leafSpine(leaves: number, spines: number, underlay: 'ospf' | 'ebgp'): Network {
  const lines: string[] = []
  const as = (number: number): number => (underlay === 'ospf' ? 65000 : number)
  const loopback = (number: number): string =>
    `10.${Math.floor(number / 65536)}.${Math.floor(number / 256) % 256}.${number % 256}`
  let loopbacks = 1
  let links = 0
  const device = (name: string, asNumber: number): void => {
    lines.push(`${name} CE6881H as ${asNumber} lo0 ${loopback(loopbacks)}/32 router-id ${loopback(loopbacks)}`)
    loopbacks += 1
  }
  const link = (leaf: string, leafPort: number, spine: string, spinePort: number): void => {
    const address = (value: number): string =>
      `172.${16 + Math.floor(value / 65536)}.${Math.floor(value / 256) % 256}.${value % 256}/31`
    lines.push(
      `link ${leaf} 100GE1/0/${leafPort} ${address(links)} -- ${spine} 100GE1/0/${spinePort} ${address(links + 1)}`,
    )
    links += 2
  }
  const spineNames = Array.from({ length: spines }, (_, index) => `spine${index}`)
  for (const name of spineNames) device(name, as(64600))
  const leafNames = [...Array.from({ length: leaves }, (_, index) => `leaf${index}`), 'server0', 'server1']
  for (const [index, name] of leafNames.entries()) {
    device(name, as(4200000000 + index))
    for (const [spine, spineName] of spineNames.entries()) link(name, spine + 1, spineName, index + 1)
  }
  lines.push(`underlay ${underlay} all`)
  for (const leaf of leafNames.slice(0, leaves)) {
    for (const server of ['server0', 'server1'])
      lines.push(`peering ${server} lo0 -- ${leaf} lo0 families ipv4-unicast,evpn rr left hops 3`)
  }
  return networkFromText(lines.join('\n').replaceAll(underlay === 'ospf' ? ' hops 3' : ' rr left', ''))
}

function unestablished({ bgpSessions }: Reachability): readonly string[] {
  return [...bgpSessions]
    .filter(([, { status }]) => status !== 'established')
    .map(
      ([key, { proof }]) =>
        `${key} ${proof
          .filter(({ holds }) => holds !== 'yes')
          .map(({ says }) => says.en)
          .join(' ')}`,
    )
}

describe.each(['ospf', 'ebgp'] as const)('a fabric over %s', (underlay) => {
  it.each([[125], [250], [500], [984]])('of %i leaves and four spines has every session up', (leaves) => {
    const network = leafSpine(leaves, 4, underlay)
    const reach = reachOf(network)
    expect(unestablished(reach)).toEqual([])
    expect(reach.settled).toBe(true)
  })

  it('made by the generator has every session between devices up', () => {
    const { network } = newFabric({ spines: 4, leaves: 800, pairs: 100, servers: 400, underlay, seed: 1 })
    const reach = reachOf(network)
    expect(unestablished(reach)).toEqual([])
    expect(reach.igpAdjacencies.every(({ verdict }) => verdict.status === 'established')).toBe(true)
    expect(
      [...reach.mlagChannels.values()]
        .flatMap((channels) => Object.values(channels))
        .every(({ status }) => status === 'established'),
    ).toBe(true)
  })
})
