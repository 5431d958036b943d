import { describe, expect, it } from 'vitest'
import { networkFromText } from './fabric-text'

describe('networkFromText', () => {
  it('reads devices, routed links and loopback peerings', () => {
    const network = networkFromText(`
      leaf1 CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32 2001:db8::1/128 router-id 10.0.0.1   # the first
      spine1 CE6881H-48S6CQ role spine as 65000 lo0 10.0.0.2/32 announce 10.0.0.2/32
      link leaf1 100GE1/0/1 10.1.0.0/31 -- spine1 100GE1/0/1 10.1.0.1/31
      peering leaf1 lo0 -- spine1 lo0 families ipv4-unicast,evpn hops 2 rr right holdSeconds 30 left.openMode listen-only
      underlay ospf all area 1
    `)
    expect(network.devices['device:leaf1']).toMatchObject({ role: 'leaf', asNumber: 65001, routerId: '10.0.0.1' })
    expect(network.interfaces['interface:leaf1.LoopBack0']).toMatchObject({
      ipv4: ['10.0.0.1/32'],
      ipv6: ['2001:db8::1/128'],
    })
    expect(network.interfaces['interface:leaf1.100GE1-0-1']).toMatchObject({ mode: 'routed', ipv4: ['10.1.0.0/31'] })
    expect(Object.keys(network.links)).toEqual(['link:leaf1.100GE1-0-1--spine1.100GE1-0-1'])
    expect(network.peerings['peering:leaf1-spine1']).toMatchObject({
      families: ['ipv4-unicast', 'evpn'],
      holdSeconds: 30,
      ends: [
        { openMode: 'listen-only', ebgpMaxHop: 2 },
        { reflectClient: true, ebgpMaxHop: 2 },
      ],
    })
    expect(network.underlays['underlay:ospf']).toMatchObject({ area: 1, deviceIds: ['device:leaf1', 'device:spine1'] })
  })

  it('reads an M-LAG pair with its trunks, VLANs, gateway and server', () => {
    const network = networkFromText(`
      leaf1 CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32
      leaf2 CE6881H-48S6CQ as 65002 lo0 10.0.0.2/32
      host srv1 10.102.0.20 as 65120
      eth-trunk leaf1 Eth-Trunk0 100GE1/0/1 100GE1/0/2
      eth-trunk leaf2 Eth-Trunk0 100GE1/0/1 100GE1/0/2
      link leaf1 100GE1/0/1 -- leaf2 100GE1/0/1
      vlanif-link leaf1 leaf2 vlan 100 over leaf1:100GE1/0/1 10.9.0.0/30
      mlag pair1 leaf1 leaf2 trunk Eth-Trunk0 exclude 300 dad lo0 sync 10.9.0.1 10.9.0.2 port 61000
      attach att1 pair1 Eth-Trunk10 -- srv1 vlans 102
      gateway gw102 pair1 vlan 102 10.102.0.1/24
      port leaf1 10GE1/0/5 access 102
      link leaf1 10GE1/0/5 -- srv1 eth0
      peering leaf1 Vlanif102 -- srv1 rely leaf1 10GE1/0/5
    `)
    expect(network.interfaces['interface:leaf1.100GE1-0-1']).toEqual({
      id: 'interface:leaf1.100GE1-0-1',
      deviceId: 'device:leaf1',
      name: '100GE1/0/1',
      memberOf: 'interface:leaf1.Eth-Trunk0',
    })
    expect(network.vlanifLinks['vlanif-link:leaf1-leaf2-100']?.carriedBy).toEqual([
      'link:leaf1.100GE1-0-1--leaf2.100GE1-0-1',
    ])
    expect(network.mlagPairs['mlag:pair1']).toMatchObject({
      peerLink: { trunks: ['interface:leaf1.Eth-Trunk0', 'interface:leaf2.Eth-Trunk0'], excludedVlans: [300] },
      syncChannel: { tcpPort: 61000, ends: [{ address: '10.9.0.1' }, { address: '10.9.0.2' }] },
    })
    expect(network.attachments['attachment:att1']).toMatchObject({ vlans: [102], attached: { hostId: 'host:srv1' } })
    expect(network.interfaces['interface:leaf1.10GE1-0-5']).toMatchObject({
      switching: { linkType: 'access', vlan: 102 },
    })
    expect(network.peerings['peering:leaf1-srv1']?.ends[0].relyStateInterfaceIds).toEqual(['interface:leaf1.10GE1-0-5'])
  })

  it('reads stations, BMP sessions, static routes, VPN instances and pools', () => {
    const network = networkFromText(`
      leaf1 CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32
      vrf red rt 100:1
      station bmp1 192.0.2.10 port 5000
      bmp leaf1 -- bmp1 source lo0 port 5001
      static leaf1 192.0.2.0/24 via 10.1.0.1 vrf red
      static leaf1 10.99.0.0/16 null0
      pool link-ipv4 10.1.0.0/16
      set device:leaf1 {"description": "two words"}
      set interface:leaf1.LoopBack0 {"ipv4": null}
    `)
    expect(network.bmpSessions['bmp-session:leaf1-bmp1']).toMatchObject({
      tcpPort: 5001,
      source: { interfaceId: 'interface:leaf1.LoopBack0' },
    })
    expect(network.staticRoutes['static-route:leaf1-1']).toMatchObject({
      vrfId: 'vrf:red',
      nextHop: { kind: 'address', address: '10.1.0.1' },
    })
    expect(network.staticRoutes['static-route:leaf1-2']?.nextHop).toEqual({ kind: 'null0' })
    expect(network.pools['pool:link-ipv4']).toMatchObject({ prefix: '10.1.0.0/16' })
    expect(network.devices['device:leaf1']?.description).toBe('two words')
    expect(network.interfaces['interface:leaf1.LoopBack0']).not.toHaveProperty('ipv4')
  })

  it.each([
    ['an unknown device', 'link leaf1 100GE1/0/1 -- spine1 100GE1/0/1', /line 1.*no device leaf1/],
    ['a missing end', 'leaf1 CE6881H\nlink leaf1 100GE1/0/1', /line 2.*-- is expected/],
    ['a field no record has', 'leaf1 CE6881H colour blue', /device:leaf1.*colour/],
    ['a bad address', 'leaf1 CE6881H lo0 10.0.0.300/32', /10\.0\.0\.300/],
  ])('says where a fixture is wrong: %s', (_, text, message) => {
    expect(() => networkFromText(text)).toThrow(message)
  })
})
