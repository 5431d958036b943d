import { compile } from '@weft/domain'
import { networkFromText } from '@weft/domain/testing'
import { describe, expect, it } from 'vitest'
import { buildLab, expectationsOf } from '../../src'

const pair = `
  a CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32 2001:db8::1/128
  b CE6881H-48S6CQ as 65001 lo0 10.0.0.2/32 2001:db8::2/128
  link a 100GE1/0/1 10.1.0.0/31 2001:db8:1::/127 -- b 100GE1/0/1 10.1.0.1/31 2001:db8:1::1/127
  peering a lo0 -- b lo0`

function labOf(text: string) {
  const network = networkFromText(`${pair}\n${text}`)
  const compilation = compile(network)
  const lab = buildLab(network, compilation.intent)
  const losses = lab.losses.filter(({ changesRoutes }) => changesRoutes).map(({ feature }) => feature)
  return { lab, losses, expected: expectationsOf(network, compilation, lab) }
}

const own = (device: string, fields: object): string =>
  `set device:${device} ${JSON.stringify({ igp: [{ underlayId: 'underlay:isis', ...fields }] })}`

describe('the interior gateway protocols of a lab', () => {
  it('are those of the design', () => {
    const { lab, losses } = labOf('underlay isis all ipv6Topology ipv6\nunderlay ospfv3 all')
    const frr = lab.nodes[0]?.frr
    expect(losses).toEqual([])
    expect(frr?.daemons).toEqual(['zebra', 'ospf6d', 'isisd', 'bgpd'])
    expect(frr?.config).toContain(' net 49.0001.0100.0000.0001.00\n')
    expect(frr?.config).toContain(' topology ipv6-unicast\n')
    expect(frr?.config).toMatch(/interface eth1\n ipv6 ospf6 area 0\n ipv6 ospf6 network point-to-point\n/)
  })

  it('keep the order of VRP among static routes and IS-IS', () => {
    const routes = 'static a 10.9.0.0/16 null0 preference 5\nstatic a 10.8.0.0/16 null0 preference 16'
    const config = labOf(`underlay isis all\n${routes}`).lab.nodes[0]?.frr?.config
    expect(config).toContain('ip route 10.9.0.0/16 Null0 5\n')
    expect(config).toContain('ip route 10.8.0.0/16 Null0 116\n')
  })

  it('take a network entity with short groups, and name one they cannot take', () => {
    const short = labOf(`underlay isis all\n${own('a', { networkEntity: '49.1.100.0.1.00' })}`)
    expect(short.lab.nodes[0]?.frr?.config).toContain(' net 49.0001.0100.0000.0001.00\n')
    expect(labOf(`underlay isis all\n${own('a', { networkEntity: '49.01.00' })}`).losses).toEqual(['isis-net'])
  })

  it.each([
    [
      'levels that do not tell each other',
      `underlay isis all\n${own('a', { level: 'level-1' })}\n${own('b', { level: 'level-1-2' })}`,
      'isis-levels',
    ],
    [
      'styles of costs that FRR has not',
      `underlay isis all\n${own('a', { costStyle: 'wide-compatible' })}`,
      'isis-cost-style',
    ],
    ['a second process', 'underlay isis all\nunderlay isis all process 2 id second', 'isis-process'],
    [
      'routes of another protocol',
      `underlay isis all\n${own('a', { importRoutes: [{ protocol: 'ospf' }] })}`,
      'isis-import',
    ],
  ])('predict nothing that hangs on %s', (_, text, feature) => {
    const { losses, expected } = labOf(text)
    expect(new Set(losses)).toEqual(new Set([feature]))
    expect(new Set(expected.sessions.map((each) => each.expected))).toEqual(new Set(['unknown']))
    expect(new Set(expected.pairs.map((each) => each.expected))).toEqual(new Set(['unknown']))
  })

  it('predict no neighbours where FRR has another notion of them', () => {
    const nbma = labOf('underlay ospfv3 all\ninterface a 100GE1/0/1 ospfv3 {"networkType":"nbma"}')
    expect(nbma.losses).toEqual(['ospfv3-network-type'])
    expect(nbma.expected.adjacencies.map((each) => each.expected)).toEqual(['unknown', 'unknown'])
    const differing = labOf('underlay isis all\ninterface b 100GE1/0/1 isis {"level":"level-1"}')
    expect(differing.expected.adjacencies.map((each) => each.expected)).toEqual(['down', 'down'])
  })
})
