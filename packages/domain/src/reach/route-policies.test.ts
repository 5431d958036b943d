import { describe, expect, it } from 'vitest'
import { brief, reachOf, reasons } from '../../test/reach-of'

/** Loopbacks of two leaves are announced through one spine, or through two. */
const leaf = (number: number) => `
  leaf${number} CE6881H-48S6CQ as 6500${number} lo0 10.0.0.${number}/32 router-id 10.0.0.${number} announce 10.0.0.${number}/32
  link leaf${number} 100GE1/0/1 10.1.${number}.0/31 -- spine1 100GE1/0/${number} 10.1.${number}.1/31
  peering leaf${number} 100GE1/0/1 -- spine1 100GE1/0/${number}`
const fabric = `
  spine1 CE6881H-48S6CQ role spine as 65100 lo0 10.0.0.11/32 router-id 10.0.0.11
  ${leaf(1)} ${leaf(2)}
  peering leaf1 lo0 -- leaf2 lo0 families evpn hops 5`
const overlay = (lines: string) => reachOf(`${fabric}\n${lines}`).bgpSessions.get('peering:leaf1-leaf2/0')

describe('a session over loopbacks that BGP announces', () => {
  it('needs no policy', () => {
    expect(brief(overlay(''))).toBe('established simulated')
  })

  it.each([
    ['permits everything', 'route-policy P permit 10'],
    ['permits the loopbacks', 'prefix-list LO permit 10.0.0.0/24 ge 32\n route-policy P permit 10 prefixes LO'],
    [
      'denies something else first',
      'prefix-list X permit 10.9.0.0/16 le 32\n route-policy P deny 10 prefixes X\n route-policy P permit 20',
    ],
    ['permits local routes by AS path', 'as-path-filter OWN permit ^$\n route-policy P permit 10 as-path OWN'],
    ['sets a community', 'route-policy P permit 10 other "apply community 65001:1"'],
  ])('comes up when the export policy %s', (_, lines) => {
    expect(brief(overlay(`${lines}\n filter leaf1-spine1 left export route-policy P`))).toBe('established simulated')
  })

  it.each([
    [
      'denies everything',
      'route-policy P deny 20',
      '10.0.0.1/32 is denied by route-policy P node 20 at leaf1 on export to spine1',
    ],
    [
      'has no node for the prefix',
      'prefix-list LO permit 10.0.0.2/32\n route-policy P permit 10 prefixes LO',
      '10.0.0.1/32 is denied by route-policy P at leaf1 on export to spine1',
    ],
    [
      'has the wrong length',
      'prefix-list LO permit 10.0.0.0/24\n route-policy P permit 10 prefixes LO',
      '10.0.0.1/32 is denied by route-policy P at leaf1 on export to spine1',
    ],
    [
      'has an unknown condition between two denials',
      'route-policy P deny 10 other "if-match tag 1"\n route-policy P deny 20',
      '10.0.0.1/32 is denied by route-policy P node 20 at leaf1 on export to spine1',
    ],
  ])('stays down when the export policy %s, and the node is named', (_, lines, why) => {
    const reach = reachOf(`${fabric}\n${lines}\n filter leaf1-spine1 left export route-policy P`)
    const fromLeaf2 = reach.bgpSessions.get('peering:leaf1-leaf2/1')
    expect(fromLeaf2?.status).toBe('down')
    expect(reasons(fromLeaf2)).toContain(`leaf2 does not reach 10.0.0.1: ${why}.`)
    expect(reach.bgpSessions.get('peering:leaf1-spine1/0')?.status).toBe('established')
  })

  it.each([
    [
      'prefix-list LO deny 10.0.0.1/32\n filter leaf1-spine1 right import prefix-list LO',
      'ip-prefix LO at spine1 on import from leaf1',
    ],
    [
      'as-path-filter A permit ^65009_\n filter leaf2-spine1 left import as-path-filter A',
      'as-path-filter A at leaf2 on import from spine1',
    ],
  ])('stays down when the receiver filters: %s', (lines, where) => {
    const verdict = reachOf(`${fabric}\n${lines}`).bgpSessions.get('peering:leaf1-leaf2/1')
    expect(reasons(verdict)).toContain(`leaf2 does not reach 10.0.0.1: 10.0.0.1/32 is denied by ${where}.`)
  })

  it('stays down when the policy of `network` denies the prefix', () => {
    const verdict = reachOf(`${fabric}
      route-policy P deny 10
      set device:leaf1 {"bgp":{"announce":[{"prefix":"10.0.0.1/32","routePolicyId":"route-policy:P"}]}}`).bgpSessions.get(
      'peering:leaf1-leaf2/1',
    )
    expect(reasons(verdict)).toContain(
      'leaf2 does not reach 10.0.0.1: 10.0.0.1/32 is denied by route-policy P node 10 at leaf1 where it would be announced.',
    )
  })

  it.each([
    ['is named and not defined', 'route-policy P'],
    ['names a prefix list that is not defined', 'prefix-list LO\n route-policy P permit 10 prefixes LO'],
    ['matches what is not simulated', 'route-policy P permit 10 other "if-match tag 1"'],
    ['changes what is not simulated', 'route-policy P permit 10 other "apply ip-address next-hop 10.9.9.9"'],
    ['matches IPv6', 'prefix-list V6 permit 2001:db8::/32\n route-policy P permit 10 prefixes V6'],
  ])('is unknown when the export policy %s', (_, lines) => {
    const verdict = overlay(`${lines}\n filter leaf1-spine1 left export route-policy P`)
    expect(verdict?.status).toBe('unknown')
  })

  it('is unknown when a line that is carried filters', () => {
    const carried = {
      view: ['bgp 65001', 'ipv4-family unicast'],
      lines: [{ text: 'peer 10.1.1.1 filter-policy 2000 export' }],
    }
    expect(overlay(`set device:leaf1 ${JSON.stringify({ carried: [carried] })}`)?.status).toBe('unknown')
  })
})

describe('a prefix with two ways', () => {
  const two = `${fabric}
    spine2 CE6881H-48S6CQ role spine as 65200 lo0 10.0.0.12/32 router-id 10.0.0.1
    set device:spine2 {"routerId":"10.0.0.9"}
    link leaf1 100GE1/0/2 10.2.1.0/31 -- spine2 100GE1/0/1 10.2.1.1/31
    link leaf2 100GE1/0/2 10.2.2.0/31 -- spine2 100GE1/0/2 10.2.2.1/31
    peering leaf1 100GE1/0/2 -- spine2 100GE1/0/1
    peering leaf2 100GE1/0/2 -- spine2 100GE1/0/2`
  const wayOf = (lines: string) => reachOf(`${two}\n${lines}`).bgpSessions.get('peering:leaf1-leaf2/1')?.forward

  it.each([
    ['', 'spine2'],
    ['route-policy P permit 10 prepend 65200,65200\n filter leaf2-spine2 left import route-policy P', 'spine1'],
    ['route-policy P permit 10 local-preference 200\n filter leaf2-spine1 left import route-policy P', 'spine1'],
    ['route-policy P permit 10 local-preference 200\n filter leaf2-spine2 left import route-policy P', 'spine2'],
    ['route-policy P permit 10 local-preference 50\n filter leaf2-spine2 left import route-policy P', 'spine1'],
    ['route-policy P permit 10 preferred-value 1\n filter leaf2-spine1 left import route-policy P', 'spine1'],
    ['route-policy P deny 10\n filter leaf2-spine2 left import route-policy P', 'spine1'],
  ])('takes the one that policies prefer: %s', (lines, spine) => {
    expect(wayOf(lines)).toMatchObject({ path: ['device:leaf2', `device:${spine}`, 'device:leaf1'] })
  })

  it('does not hang on a policy that only the worse way has to pass', () => {
    expect(
      wayOf('route-policy P permit 10 other "if-match tag 1"\n filter leaf2-spine1 left import route-policy P'),
    ).toMatchObject({
      kind: 'reachable',
      path: ['device:leaf2', 'device:spine2', 'device:leaf1'],
    })
  })
})
