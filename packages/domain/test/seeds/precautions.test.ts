import { describe, expect, test } from 'vitest'
import type { RuleId } from '../../src/check'
import { configTexts } from '../compiled-configs'
import { networkFromText } from '../fabric-text'
import { judge } from '../rules/judge'
import { bmpSourcePage, connectInterfacePage, relyStatePage, syncChannelPage } from './precautions'

type Precaution = readonly [inOurWords: string, rule: RuleId, about: string]

/** A page of the manual, a design that takes none of its advice, and what is said about it. */
const pages: readonly (readonly [page: string, design: string, precautions: readonly Precaution[]])[] = [
  [
    '000 peer connect-interface',
    connectInterfacePage,
    [
      [
        'the peer is created with an AS number before anything else is said about it',
        'bgp/as-missing',
        'peering:no-as',
      ],
      ['a port with several addresses leaves the source open', 'bgp/source-ambiguous', 'peering:two-addresses'],
      [
        'a session bound to one of several links goes down with it; a LoopBack survives',
        'bgp/ibgp-physical-source',
        'peering:one-of-two-links',
      ],
      ['the LoopBack of the peer must be reachable', 'bgp/loopback-unreachable', 'peering:no-route'],
      ['EBGP between LoopBacks is not direct and needs ebgp-max-hop', 'bgp/ebgp-hops-missing', 'peering:no-hops'],
      [
        'a borrowed address that changes is used only after the session is set up again',
        'bgp/source-unnumbered',
        'peering:borrowed',
      ],
      ['a source that is switched to Layer 2 takes its service with it', 'bgp/source-layer2', 'peering:layer2'],
      ['trap: the example peers with the device’s own address', 'bgp/peer-is-self', 'peering:self'],
      ['trap: an IPv6 session from a LoopBack with an IPv4 address only', 'bgp/source-no-address', 'peering:ipv4-only'],
      ['both ends name the source', 'bgp/source-one-sided', 'peering:one-sided'],
      ['the interface is one of the device', 'bgp/source-interface-missing', 'peering:gone'],
    ],
  ],
  [
    '001 connect-interface of a BMP session',
    bmpSourcePage,
    [
      [
        'without a source the station may take the device for another one',
        'bmp/source-missing',
        'bmp-session:no-source',
      ],
      [
        'the BMP view serves IPv4 sessions only: an IPv6 session still has no source',
        'bmp/source-missing',
        'bmp-session:no-ipv6-source',
      ],
      ['a source in both views: the one of the session counts', 'bmp/source-both', 'bmp-session:both'],
      ['of two settings for one session the later one stays', 'bmp/duplicate-session', 'bmp-session:second'],
      ['a source that is switched to Layer 2 cannot send', 'bmp/source-unusable', 'bmp-session:layer2'],
      [
        'trap: the example uses the address of the station as its own source',
        'bmp/source-not-local',
        'bmp-session:address-of-station',
      ],
      ['the source has the IP version of the station', 'bmp/source-version', 'bmp-session:version'],
      ['the TCP connection needs a way to the station', 'bmp/station-unreachable', 'bmp-session:no-route'],
      ['there is BGP to report about', 'bmp/no-bgp', 'device:idle'],
    ],
  ],
  [
    '002 peer rely-state interface',
    relyStatePage,
    [
      ['only listed models have the command for IPv6 peers', 'platform/feature-unsupported', 'peering:low-latency'],
      ['the tracked interface is a physical one', 'bgp/rely-state-not-physical', 'peering:vlanif'],
      ['while the tracked port is down there is no session', 'bgp/rely-state-down', 'peering:no-cable'],
      ['a tracked port that is shut down keeps the session down', 'bgp/rely-state-down', 'peering:shut-down'],
      ['the tracked port belongs to the VLAN of the server', 'bgp/rely-state-vlan', 'peering:wrong-vlan'],
      ['the function is for servers behind a Vlanif', 'bgp/rely-state-no-vlanif', 'peering:routed'],
      ['a Layer 3 port that is switched to Layer 2 loses its service', 'bgp/source-layer2', 'peering:layer2'],
      ['the VPN instance has the family of the peer', 'vpn/family-missing', 'vrf:shop'],
      ['trap: the example names a VPN instance that was not created', 'document/dangling-reference', 'peering:no-vrf'],
    ],
  ],
  [
    '003 peer-link source … tcp-port',
    syncChannelPage,
    [
      ['the port is a TCP port', 'mlag/sync-port-range', 'mlag:range'],
      ['the port is not well-known', 'mlag/sync-port-well-known', 'mlag:well-known'],
      ['the port is not used by another module', 'mlag/sync-port-taken', 'mlag:taken'],
      ['IPv4 and IPv6 are not mixed', 'mlag/sync-families-differ', 'mlag:mixed'],
      ['the two addresses differ', 'mlag/sync-equal-addresses', 'mlag:equal'],
      ['the addresses are of class A, B or C', 'mlag/sync-address-class', 'mlag:class-d'],
      ['the addresses are no loopback addresses', 'mlag/sync-address-class', 'mlag:loopback'],
      ['a LoopBack interface may be meant by that too', 'mlag/sync-on-loopback', 'mlag:loopback-interface'],
      ['the addresses are those of Layer 3 interfaces of the members', 'mlag/sync-source-not-local', 'mlag:foreign'],
      ['without an address the channel does not exist', 'mlag/sync-source-missing', 'mlag:no-address'],
      ['the two addresses reach each other', 'mlag/sync-unreachable', 'mlag:loopback-interface'],
      ['the VPN instance has a name a device takes', 'vpn/name-reserved', 'vrf:reserved'],
    ],
  ],
]

describe.each(pages)('precautions of page %s', (_, design, precautions) => {
  const findings = judge(design)

  test.each(precautions)('%s: %s', (_words, rule, about) => {
    const subjects = findings.filter(({ ruleId }) => ruleId === rule).map(({ subjects: [main] }) => main)
    expect(subjects).toContain(about)
  })
})

test('one precaution cannot be ignored: both members have the same port, because it is stored once', () => {
  const channels = [...configTexts(networkFromText(syncChannelPage)).values()].flatMap(
    (text) => text.match(/peer-link source ip .*/g) ?? [],
  )
  const ports = new Map<string, Set<string>>()
  for (const line of channels) {
    const [source = '', peer = '', port = ''] = line.replace(/vpn-instance \S+ /, '').match(/\d+(\.\d+){3}|\d+$/g) ?? []
    const pair = [source, peer].sort().join(' ')
    ports.set(pair, (ports.get(pair) ?? new Set()).add(port))
  }
  expect(ports.size).toBeGreaterThan(3)
  expect([...ports.values()].map(({ size }) => size)).toEqual([...ports].map(() => 1))
})
