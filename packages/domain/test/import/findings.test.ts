import { describe, expect, test } from 'vitest'
import type { ConfigFile } from '../../src/import-configs'
import { importConfigs } from '../../src/import-configs'
import { judgeNetwork } from '../rules/judge'
import { examplesOf, hasCorpus, sayCorpusIsMissing } from './corpus-examples'

sayCorpusIsMissing()

function findingsOn(files: readonly ConfigFile[]) {
  const result = importConfigs(files)
  return result.ok ? judgeNetwork(result.design.network) : []
}

/** `bgp/router-id-missing device:A`: the errors of an import. */
function errorsOn(files: readonly ConfigFile[]): readonly string[] {
  return findingsOn(files).flatMap(({ severity, key }) => (severity === 'error' ? [key] : []))
}

function file(name: string, body: string): ConfigFile {
  return { name: `${name}.cfg`, text: `#\nsysname ${name}\n#\n${body}#\nreturn\n` }
}

const port = (host: number) => `interface 100GE1/0/1\n undo portswitch\n ip address 10.1.0.${host} 255.255.255.252\n#\n`
const loopback = (host: number) => `interface LoopBack0\n ip address 10.0.0.${host} 255.255.255.255\n#\n`
const process = (peer: number) =>
  `bgp 65000\n router-id 10.0.0.${3 - peer}\n peer 10.0.0.${peer} as-number 65000\n` +
  ` peer 10.0.0.${peer} connect-interface LoopBack0\n #\n ipv4-family unicast\n  peer 10.0.0.${peer} enable\n#\n`

describe('what an import does not show is unknown, not wrong', () => {
  const device = (own: number, routing: string) => {
    const peer = 3 - own
    return file(`d${own}`, `${port(own)}${loopback(own)}${process(peer)}${routing}`)
  }

  test('a LoopBack nobody announces is an error, in both directions', () => {
    expect(errorsOn([device(1, ''), device(2, '')])).toEqual([
      'bgp/loopback-unreachable peering:d1.d2 device:d1',
      'bgp/loopback-unreachable peering:d1.d2 device:d2',
    ])
  })

  test('a protocol whose lines are carried may announce it', () => {
    const rip = 'rip 1\n network 10.0.0.0\n#\n'
    expect(errorsOn([device(1, rip), device(2, rip)])).toEqual([])
  })

  test('a device known in part only may announce it too', () => {
    const part = (own: number) => ({ ...device(own, ''), text: device(own, '').text.replace('return\n', '') })
    expect(errorsOn([part(1), part(2)])).toEqual([])
  })

  test('a password that is a cipher text is there, and no password is an error', () => {
    const member = (own: number, secret: string) =>
      file(
        `m${own}`,
        `dfs-group 1\n dual-active detection source ip 10.9.0.${own} peer 10.9.0.${3 - own}\n${secret}#\n` +
          `interface MEth0/0/0\n ip address 10.9.0.${own} 255.255.255.0\n#\n`,
      )
    const secret = ' authentication-mode hmac-sha256 password %+%##!!!!xyz!!!!%+%#\n'
    const missing = 'mlag/authentication-missing mlag:m1.m2'
    expect(errorsOn([member(1, ''), member(2, '')])).toContain(missing)
    const found = findingsOn([member(1, secret), member(2, secret)]).find(({ key }) => key === missing)
    expect(found).toMatchObject({ severity: 'info' })
    expect(found?.what.en).toContain('unknown: m1 carries lines that may say it')
  })
})

/**
 * Errors on complete examples of the vendor, each looked at: networks that are announced and not there, one address
 * on two devices, an AS number that contradicts the other side, BGP and OSPFv3 without any router ID, OSPFv3 areas that
 * differ on a link, a static route to itself, a trunk member that is Layer 3, EBGP between LoopBacks three links apart
 * without a hop budget, one VNI whose devices share no target, and the one DFS group without the password that the
 * release demands.
 */
const realFaults: { readonly [example: string]: readonly string[] } = {
  'a-bfd-for-link-bundle-session-to-monitor-layer-3-eth-trunk-member-link': ['interface/member-with-service'],
  'association-between-vrrp-and-route-status-to-monitor-an-uplink': ['address/duplicate', 'address/duplicate'],
  'basic-igmp-snooping-over-vxlan-functions-access-through-an-evc-sub-int': ['vxlan/target-mismatch'],
  'bgp-route-dampening': ['bgp/network-not-in-table', 'bgp/network-not-in-table'],
  'bgp-to-advertise-the-default-route': ['bgp/network-not-in-table', 'bgp/network-not-in-table'],
  'bgp4-hierarchical-routing': ['bgp/as-mismatch', 'bgp/ebgp-hops-on-ibgp'],
  'bgp4-soo': ['bgp/router-id-missing', 'bgp/router-id-missing', 'bgp/router-id-missing', 'bgp/router-id-missing'],
  'dual-homing-of-a-device-to-a-layer-3-network-through-an-m-lag-in-v-stp-2': [
    'ospfv3/no-router-id',
    'ospfv3/no-router-id',
    'ospfv3/no-router-id',
  ],
  'e2e-vxlan-to-implement-dci': ['bgp/ebgp-hops-missing', 'bgp/ebgp-hops-missing'],
  'igmp-snooping-proxy-over-vxlan': ['vxlan/target-mismatch'],
  'interface-based-vlan-assignment-to-implement-inter-vlan-communication': ['static/next-hop-is-self'],
  'ipv6-frr': ['ospfv3/link-settings-differ'],
  'ipv6-vxlan-tunnels-in-bgp-evpn-mode-distributed-vxlan-gateway': ['bgp/router-id-missing'],
  'm-lag-devices-as-dhcp-servers': ['mlag/authentication-missing'],
  'mutual-access-between-local-ipv6-l3vpns': ['bgp/router-id-missing'],
}

describe.skipIf(!hasCorpus)('no false alarm on complete examples of the vendor', () => {
  test.each(examplesOf('ce6800'))('$name', ({ name, files }) => {
    expect(errorsOn(files).map((key) => key.split(' ')[0])).toEqual(realFaults[name] ?? [])
  })
})
