import { describe, expect, test } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import { allocate } from '../allocate'
import type { Network } from '../model'
import { deriveIntent } from './derive-intent'
import type { BgpSessionIntent, DeviceIntent, InterfaceIntent } from './network-intent'

const model = 'CE6866-48S8CQ-P'

function intentOf(network: Network) {
  return deriveIntent(network, allocate(network))
}

function deviceOf(text: string, name: string): DeviceIntent {
  return found(intentOf(networkFromText(text)).devices.get(`device:${name}`), name)
}

function interfaceOf(text: string, device: string, name: string): InterfaceIntent {
  return found(
    deviceOf(text, device).interfaces.find((intent) => intent.name === name),
    name,
  )
}

function sessionOf(text: string, key: string): BgpSessionIntent {
  const devices = [...intentOf(networkFromText(text)).devices.values()]
  return found(
    devices.flatMap(({ bgp }) => bgp?.sessions ?? []).find((session) => session.key === key),
    key,
  )
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the fixture has no ${what}`)
  return value
}

const line = `
  a ${model} as 65001 lo0 10.0.0.1/32
  b ${model} as 65002 lo0 10.0.0.2/32
  c ${model} as 65003 lo0 10.0.0.3/32
  d ${model} as 65004 lo0 10.0.0.4/32
  link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31
  link b 100GE1/0/2 10.1.0.2/31 -- c 100GE1/0/1 10.1.0.3/31
  link c 100GE1/0/2 10.1.0.4/31 -- d 100GE1/0/1 10.1.0.5/31
`

describe('VLANs', () => {
  const pair = `
    a ${model} vlans 1,5
    b ${model}
    c ${model}
    eth-trunk a Eth-Trunk0 100GE1/0/7
    eth-trunk b Eth-Trunk0 100GE1/0/7
    link a 100GE1/0/7 -- b 100GE1/0/7 switched
    eth-trunk a Eth-Trunk2 100GE1/0/2 100GE1/0/3
    eth-trunk c Eth-Trunk2 100GE1/0/2 100GE1/0/3
    link a 100GE1/0/2 -- c 100GE1/0/2 switched
    link a 100GE1/0/3 -- c 100GE1/0/3 switched
    mlag p a b trunk Eth-Trunk0
    host s
    eth-trunk a Eth-Trunk10 25GE1/0/1
    eth-trunk b Eth-Trunk10 25GE1/0/1
    attach s p Eth-Trunk10 -- s trunk vlans 20,30
    gateway g p vlan 20 10.20.0.1/24
    vlanif-link a b vlan 40 over a:100GE1/0/7 10.40.0.0/30
    vlanif-link a c vlan 50 over a:100GE1/0/3 10.50.0.0/30
    port a 25GE1/0/2 access 60
  `

  test('come from everything that uses one; VLAN 1 is never listed', () => {
    const { vlans } = deviceOf(pair, 'a')
    expect(vlans.map(({ vlan }) => vlan)).toEqual([5, 20, 30, 40, 50, 60])
    expect(vlans.find(({ vlan }) => vlan === 20)?.because).toEqual(['gateway:g', 'attachment:s'])
    expect(deviceOf(pair, 'c').vlans.map(({ vlan }) => vlan)).toEqual([50])
  })

  test('of a VLANIF link pass the Eth-Trunk of the carrying port, but are not added to a peer-link', () => {
    expect(interfaceOf(pair, 'a', 'Eth-Trunk2').switching).toMatchObject({ linkType: 'trunk', allowedVlans: [50] })
    expect(interfaceOf(pair, 'c', 'Eth-Trunk2').switching).toMatchObject({ linkType: 'trunk', allowedVlans: [50] })
    expect(interfaceOf(pair, 'a', '100GE1/0/3').switching).toBeUndefined()
    expect(interfaceOf(pair, 'a', 'Eth-Trunk0').switching).toBeUndefined()
  })

  test('of an attachment pass both member trunks', () => {
    for (const device of ['a', 'b']) {
      expect(interfaceOf(pair, device, 'Eth-Trunk10').switching).toMatchObject({ allowedVlans: [20, 30] })
    }
  })

  test('a gateway makes the Vlanif on both members, or joins a drawn one', () => {
    const drawn = `${pair}\ninterface b Vlanif20 10.20.0.9/24`
    expect(interfaceOf(drawn, 'a', 'Vlanif20')).toMatchObject({
      ipv4: [{ value: '10.20.0.1/24' }],
      gatewayId: 'gateway:g',
    })
    expect(interfaceOf(drawn, 'a', 'Vlanif20').interfaceId).toBeUndefined()
    const merged = interfaceOf(drawn, 'b', 'Vlanif20')
    expect(merged.interfaceId).toBe('interface:b.Vlanif20')
    expect(merged.ipv4.map(({ value }) => value)).toEqual(['10.20.0.1/24', '10.20.0.9/24'])
    expect(merged.macAddress).toEqual(interfaceOf(drawn, 'a', 'Vlanif20').macAddress)
  })
})

describe('hops of EBGP sessions', () => {
  test.each([
    ['neighbours over LoopBacks', 'peering a lo0 -- b lo0', 2, 1],
    ['one router between', 'peering a lo0 -- c lo0', 2, 2],
    ['two routers between', 'peering a lo0 -- d lo0', 3, 3],
    ['directly connected', 'peering a 100GE1/0/1 -- b 100GE1/0/1', undefined, 1],
    ['interface addresses of a far link', 'peering a 100GE1/0/1 -- c 100GE1/0/2', 2, 2],
    ['a given number stays', 'peering a lo0 -- d lo0 hops 9', 9, 3],
    ['none leaves it out', 'peering a lo0 -- d lo0 hops none', undefined, 3],
    ['a TTL limit excludes it', 'peering a lo0 -- d lo0 gtsm 3', undefined, 3],
  ])('%s', (_what, peering, budget, distance) => {
    const ends = /peering (\w) \S+ -- (\w)/.exec(peering)?.slice(1).join('-')
    for (const side of [0, 1]) {
      const session = sessionOf(`${line}\n${peering}`, `peering:${ends}/${side}`)
      expect([session.ebgpMaxHop?.value, session.hopDistance]).toEqual([budget, distance])
    }
  })

  test('a LoopBack on one end is enough for both ends to need them', () => {
    const text = `${line}\nset interface:b.LoopBack0 {"ipv4":["10.0.0.2/32"]}\npeering a lo0 -- b 100GE1/0/1`
    expect(sessionOf(text, 'peering:a-b/0').ebgpMaxHop?.value).toBe(2)
    expect(sessionOf(text, 'peering:a-b/1').ebgpMaxHop?.value).toBe(2)
  })

  test('a link that is shut down is no path', () => {
    const text = `${line}\nset interface:b.100GE1-0-2 {"shutdown":true}\npeering a lo0 -- c lo0`
    expect(sessionOf(text, 'peering:a-c/0')).toMatchObject({ ebgpMaxHop: { value: 2 } })
    expect(sessionOf(text, 'peering:a-c/0').hopDistance).toBeUndefined()
  })

  test('a host beyond the drawing may be any number of hops away, one in a subnet is not', () => {
    const hosts = `${line}\nhost far 203.0.113.9 as 65099\nhost near 10.5.0.9 as 65098\ninterface a Vlanif5 10.5.0.1/24`
    expect(sessionOf(`${hosts}\npeering a lo0 -- far`, 'peering:a-far/0').ebgpMaxHop?.value).toBe(255)
    expect(sessionOf(`${hosts}\npeering a lo0 -- near`, 'peering:a-near/0').ebgpMaxHop?.value).toBe(2)
    expect(sessionOf(`${hosts}\npeering a -- near`, 'peering:a-near/0').ebgpMaxHop).toBeUndefined()
  })

  test('IBGP has no hop command', () => {
    const text = line.replaceAll(/as 6500\d/g, 'as 65000')
    expect(sessionOf(`${text}\npeering a lo0 -- d lo0`, 'peering:a-d/0')).toMatchObject({ type: 'ibgp' })
    expect(sessionOf(`${text}\npeering a lo0 -- d lo0`, 'peering:a-d/0').ebgpMaxHop).toBeUndefined()
  })
})

describe('the source of a session', () => {
  test.each([
    ['a LoopBack is named', 'peering a lo0 -- b lo0', 'interface', '10.0.0.1'],
    ['a port is not', 'peering a 100GE1/0/1 -- b 100GE1/0/1', 'none', '10.1.0.0'],
    ['the outgoing interface decides', 'peering a -- b 100GE1/0/1', 'none', '10.1.0.0'],
    ['a LoopBack by its address', 'peering a -- b lo0 left.address 10.0.0.1', 'interface', '10.0.0.1'],
    ['a chosen form stays', 'peering a lo0 -- b lo0 left.connectInterface address', 'address', '10.0.0.1'],
    ['a secondary address', 'peering a 100GE1/0/1 -- b lo0 left.address 10.7.0.1', 'interface-and-address', '10.7.0.1'],
  ])('%s', (_what, peering, form, address) => {
    const text = `${line}\nset interface:a.100GE1-0-1 {"ipv4":["10.1.0.0/31","10.7.0.1/24"]}\n${peering}`
    const { source } = sessionOf(text, 'peering:a-b/0')
    expect([source.connectInterface, source.address?.value]).toEqual([form, address])
    // The two ends agree by construction: what one runs from is what the other expects.
    expect(sessionOf(text, 'peering:a-b/1').remoteAddress?.value).toBe(address)
  })

  test('IPv6 only when just IPv6 routes are wanted and both ends have it', () => {
    const six = line
      .replace('10.0.0.1/32', '10.0.0.1/32 2001:db8::1/128')
      .replace('10.0.0.2/32', '10.0.0.2/32 2001:db8::2/128')
    const remote = (peering: string) => sessionOf(`${six}\n${peering}`, 'peering:x/0').remoteAddress?.value
    expect(remote('peering a lo0 -- b lo0 id x')).toBe('10.0.0.2')
    expect(remote('peering a lo0 -- b lo0 id x families ipv6-unicast')).toBe('2001:db8::2')
    expect(remote('peering a lo0 -- c lo0 id x families ipv6-unicast')).toBe('10.0.0.3')
  })

  test('remembers that an address was allocated', () => {
    const text = `
      a ${model} as 65001
      b ${model} as 65001 lo0 10.0.0.2/32
      interface a LoopBack0
      pool loopback-ipv4 10.9.0.0/24
      peering a lo0 -- b lo0`
    expect(sessionOf(text, 'peering:a-b/1').remoteAddress).toMatchObject({
      value: '10.9.0.1',
      from: 'allocated',
      allocation: 'interface:a.LoopBack0/ipv4',
    })
    expect(deviceOf(text, 'a').routerId).toMatchObject({
      value: '10.9.0.1',
      from: 'derived',
      allocation: 'interface:a.LoopBack0/ipv4',
    })
  })
})

test.each([
  ['one value gives the other', 'holdSeconds 30', [10, 30]],
  ['a short keepalive keeps the usual hold time', 'keepaliveSeconds 5', [5, 180]],
  ['a long keepalive raises it', 'keepaliveSeconds 100', [100, 300]],
  ['both stay', 'keepaliveSeconds 7 holdSeconds 40', [7, 40]],
  ['neither', '', [undefined, undefined]],
])('timers: %s', (_what, options, expected) => {
  const session = sessionOf(`${line}\npeering a lo0 -- b lo0 ${options}`, 'peering:a-b/0')
  expect([session.keepaliveSeconds, session.holdSeconds]).toEqual(expected)
})

describe('an EBGP underlay', () => {
  const underlay = `${line}\nunderlay ebgp a b c`

  test('has a session for each routed link between two of its devices', () => {
    const { devices } = intentOf(networkFromText(underlay))
    const keys = [...devices.values()].flatMap(({ bgp }) => bgp?.sessions.map(({ key }) => key) ?? [])
    expect(keys).toEqual([
      'link:a.100GE1-0-1--b.100GE1-0-1/0',
      'link:a.100GE1-0-1--b.100GE1-0-1/1',
      'link:b.100GE1-0-2--c.100GE1-0-1/0',
      'link:b.100GE1-0-2--c.100GE1-0-1/1',
    ])
    expect(deviceOf(underlay, 'a').bgp?.announcements).toMatchObject([{ prefix: '10.0.0.1/32', from: 'underlay' }])
    expect(deviceOf(underlay, 'd').bgp).toBeUndefined()
  })

  test('leaves a peering somebody drew on the same addresses alone', () => {
    const text = `${underlay}\npeering a 100GE1/0/1 -- b 100GE1/0/1 description mine`
    expect(deviceOf(text, 'a').bgp?.sessions.map(({ key }) => key)).toEqual(['peering:a-b/0'])
  })

  test('members of a pair with one AS number accept it in paths', () => {
    const text = `
      a ${model} as 65001 lo0 10.0.0.1/32
      b ${model} as 65001 lo0 10.0.0.2/32
      s ${model} as 65000 lo0 10.0.0.3/32
      link a 100GE1/0/1 -- s 100GE1/0/1
      link b 100GE1/0/1 -- s 100GE1/0/2
      mlag p a b
      pool link-ipv4 10.1.0.0/24
      underlay ebgp all`
    expect(deviceOf(text, 'a').bgp?.sessions.map(({ allowAsLoop }) => allowAsLoop)).toEqual([1])
    expect(deviceOf(text, 's').bgp?.sessions.map(({ allowAsLoop }) => allowAsLoop)).toEqual([undefined, undefined])
    expect(deviceOf(text.replace('mlag p a b', ''), 'a').bgp?.sessions[0]?.allowAsLoop).toBeUndefined()
  })
})

describe('an OSPF underlay', () => {
  test('takes LoopBacks and the links between its devices, and nothing else', () => {
    const text = `${line}\ninterface a Vlanif9 10.9.0.1/24\nunderlay ospf a b c`
    expect(deviceOf(text, 'a').ospf[0]?.areas).toMatchObject([{ area: 0, interfaces: ['100GE1/0/1', 'LoopBack0'] }])
    expect(deviceOf(text, 'c').ospf[0]?.areas).toMatchObject([{ area: 0, interfaces: ['100GE1/0/1', 'LoopBack0'] }])
    expect(deviceOf(text, 'd').ospf).toEqual([])
  })

  test('an interface may ask for it, choose its area, or stay outside', () => {
    const text = `${line}
      interface a Vlanif9 10.9.0.1/24
      underlay ospf all
      set interface:a.Vlanif9 {"ospf":{"silent":true,"area":7}}
      set interface:b.100GE1-0-2 {"outsideUnderlay":true}`
    expect(deviceOf(text, 'a').ospf[0]?.areas).toMatchObject([
      { area: 0, interfaces: ['100GE1/0/1', 'LoopBack0'] },
      { area: 7, interfaces: ['Vlanif9'] },
    ])
    // A link that is outside on one end has no neighbour on the other.
    expect(deviceOf(text, 'c').ospf[0]?.areas[0]?.interfaces).toEqual(['100GE1/0/2', 'LoopBack0'])
  })
})

describe('VPN instances', () => {
  const text = `
    a ${model} as 65001 lo0 10.0.0.1/32
    b ${model} as 65001 lo0 10.0.0.2/32
    vrf red rt 1:1 ipv6
    vrf blue rt 1:2
    interface a Vlanif5 10.5.0.1/24 vrf red
    static b 0.0.0.0/0 null0 vrf blue`

  test('exist where something uses them', () => {
    expect(deviceOf(text, 'a').vrfs.map(({ name }) => name)).toEqual(['red'])
    expect(deviceOf(text, 'b').vrfs.map(({ name }) => name)).toEqual(['blue'])
  })

  test('get a route distinguisher from the router ID that no other VPN instance changes', () => {
    const distinguisher = (fixture: string) => {
      const red = deviceOf(fixture, 'a').vrfs.find(({ name }) => name === 'red')
      return [red?.ipv4?.routeDistinguisher?.value, red?.ipv6?.routeDistinguisher?.value]
    }
    const [four, six] = distinguisher(text)
    expect(four).toMatch(/^10\.0\.0\.1:\d+$/)
    expect(six).not.toBe(four)
    expect(distinguisher(`${text}\nvrf amber rt 1:3\ninterface a Vlanif6 10.6.0.1/24 vrf amber`)).toEqual([four, six])
  })

  test('a record without a family stays on the device, with the families its interfaces need', () => {
    const local = `${text}\nset vrf:red {"ipv4":null,"ipv6":null}\nset interface:a.Vlanif5 {"ipv6":["2001:db8::1/64"],"ipv4":[]}`
    expect(deviceOf(local, 'a').vrfs[0]).toMatchObject({ ipv4: undefined, ipv6: { importTargets: [] } })
    expect(deviceOf(local, 'a').vrfs[0]?.ipv6?.routeDistinguisher).toBeUndefined()
  })
})

describe('an M-LAG pair', () => {
  const text = `
    a ${model} lo0 10.0.0.1/32
    b ${model} lo0 10.0.0.2/32
    interface a MEth0/0/0 172.16.0.1/24
    interface b MEth0/0/0 172.16.0.2/24
    mlag p a b dad MEth0/0/0 sync lo0 port 6400`

  test('the peer of one side is the source of the other', () => {
    const [a, b] = [deviceOf(text, 'a').dfsGroup, deviceOf(text, 'b').dfsGroup]
    expect([a?.dualActiveDetection?.source?.value, a?.dualActiveDetection?.peer?.value]).toEqual([
      '172.16.0.1',
      '172.16.0.2',
    ])
    expect([b?.dualActiveDetection?.source?.value, b?.dualActiveDetection?.peer?.value]).toEqual([
      '172.16.0.2',
      '172.16.0.1',
    ])
    expect([a?.syncChannel?.source?.value, b?.syncChannel?.peer?.value]).toEqual(['10.0.0.1', '10.0.0.1'])
  })

  test('a channel runs in the VPN instance of its interface', () => {
    const bound = `${text}\nvrf dad rt 1:1\nset interface:a.MEth0-0-0 {"vrfId":"vrf:dad"}`
    expect(deviceOf(bound, 'a').dfsGroup?.dualActiveDetection?.vrfName).toBe('dad')
    expect(deviceOf(bound, 'b').dfsGroup?.dualActiveDetection?.vrfName).toBeUndefined()
  })

  test('a device is in the first of two pairs, and in one side of a pair with itself', () => {
    const twice = `${text}\nmlag q a b\nmlag own b b`
    expect(deviceOf(twice, 'b').dfsGroup?.pairId).toBe('mlag:own')
    expect(deviceOf(twice, 'a').dfsGroup?.pairId).toBe('mlag:p')
  })
})

test('references to missing records are listed and do no harm', () => {
  const { dangling, devices } = intentOf(
    networkFromText(`${line}\npeering a lo0 -- b lo0\nremove interface:b.LoopBack0`),
  )
  expect(dangling).toEqual([{ recordId: 'peering:a-b', field: 'ends.1.interfaceId', missing: 'interface:b.LoopBack0' }])
  expect(devices.size).toBe(4)
})
