import { describe, expect, test } from 'vitest'
import { danglingReferences, emptyDesign } from '../document'
import type { Design, DeviceId, HostId, InterfaceId, LinkId } from '../model'
import { applyChange, invertChange } from './apply-change'
import { applyCommand } from './apply-command'
import type { Command } from './command'

const leafModel = 'CE6866-48S8CQ-P'
const at = { x: 0, y: 0 }

function done(design: Design, ...commands: readonly Command[]): Design {
  return commands.reduce((current, command) => {
    const result = applyCommand(current, command)
    if ('refused' in result) throw new Error(result.refused.what.en)
    expect(danglingReferences(result.design.network)).toEqual([])
    return result.design
  }, design)
}

function refusalOf(design: Design, command: Command) {
  const result = applyCommand(design, command)
  return 'refused' in result ? result.refused : undefined
}

const device = (name: string, model = leafModel): Command => ({
  kind: 'device.add',
  id: `device:${name}`,
  model,
  name,
  at,
})
const server = (name: string): Command => ({ kind: 'host.add', id: `host:${name}`, hostKind: 'server', name, at })
const link = (
  name: string,
  from: DeviceId | HostId,
  to: DeviceId | HostId,
  mode: 'routed' | 'switched' = 'routed',
): Command => {
  const end = (id: string) =>
    id.startsWith('host:')
      ? ({ kind: 'host', hostId: id as HostId } as const)
      : ({ kind: 'device', deviceId: id as DeviceId } as const)
  return {
    kind: 'link.draw',
    id: `link:${name}`,
    from: end(String(from)),
    to: end(to),
    newInterfaceIds: [`interface:${name}.1`, `interface:${name}.2`],
    mode,
  }
}
const two = done(emptyDesign(), device('a'), device('b'))
const pairOf = (id = 'p', members: readonly [DeviceId, DeviceId] = ['device:a', 'device:b']): Command => ({
  kind: 'mlag.pair',
  id: `mlag:${id}`,
  members,
  freshIds: ['t', 'c1', 'c2', 'd'],
})

describe('adding things', () => {
  test('names are proposed and unique', () => {
    const design = done(
      emptyDesign(),
      { kind: 'device.add', id: 'device:1', model: leafModel, at },
      { kind: 'device.add', id: 'device:2', model: leafModel, at: { x: 5, y: 6 } },
      { kind: 'device.add', id: 'device:3', model: leafModel, role: 'spine', at },
      { kind: 'host.add', id: 'host:1', hostKind: 'server', at },
      { kind: 'station.add', id: 'station:1', at },
    )
    const { devices, hosts, stations } = design.network
    expect(Object.values(devices).map(({ name }) => name)).toEqual(['leaf-1', 'leaf-2', 'spine-1'])
    expect(hosts['host:1']?.name).toBe('server-1')
    expect(stations['station:1']).toMatchObject({ name: 'bmp-1', address: '192.0.2.1' })
    expect(design.layout.positions['device:2']).toEqual({ x: 5, y: 6 })
  })

  test('a loopback has its address in the record, and keeps it when a smaller id arrives', () => {
    const first = done(two, { kind: 'loopback.add', id: 'interface:m', deviceId: 'device:a' })
    expect(first.network.interfaces['interface:m']).toMatchObject({ name: 'LoopBack0', ipv4: ['10.0.0.1/32'] })
    const second = done(first, { kind: 'loopback.add', id: 'interface:a', deviceId: 'device:a' })
    expect(second.network.interfaces['interface:m']?.ipv4).toEqual(['10.0.0.1/32'])
    expect(second.network.interfaces['interface:a']).toMatchObject({ name: 'LoopBack1', ipv4: ['10.0.0.2/32'] })
  })

  test('a station whose address is no address is refused with the reason', () => {
    const refused = refusalOf(two, { kind: 'station.add', id: 'station:1', address: 'fe80::1%eth0', at })
    expect(refused?.what.en).toContain('zone id')
  })

  test('an id that is taken is refused', () => {
    expect(refusalOf(two, device('a'))?.what.en).toContain('used by another record')
  })
})

describe('record.set', () => {
  test('merges fields, removes those that are undefined, and keeps untouched records', () => {
    const design = done(two, {
      kind: 'record.set',
      id: 'device:a',
      fields: { description: 'rack 7', asNumber: '1.10' },
    })
    expect(design.network.devices['device:a']).toMatchObject({ description: 'rack 7', asNumber: 65546, name: 'a' })
    expect(design.network.devices['device:b']).toBe(two.network.devices['device:b'])
    const again = done(design, { kind: 'record.set', id: 'device:a', fields: { description: undefined } })
    expect(Object.keys(again.network.devices['device:a'] ?? {})).not.toContain('description')
  })

  test.each([
    [{ asNumber: 0 }, 'asNumber'],
    [{ name: 'a\nb' }, 'name'],
    [{ colour: 'red' }, 'colour'],
    [{ name: undefined }, 'name'],
    [{ id: 'device:z' }, 'id'],
  ])('%o is refused and the field is named', (fields, field) => {
    const refused = refusalOf(two, { kind: 'record.set', id: 'device:a', fields })
    expect(refused?.what.en).toContain(field)
    expect(refused?.remedy.zh).not.toBe('')
    expect(refused?.records).toContain('device:a')
  })

  test('a reference to nothing is refused', () => {
    const design = done(two, { kind: 'loopback.add', id: 'interface:l', deviceId: 'device:a' })
    expect(
      refusalOf(design, { kind: 'record.set', id: 'interface:l', fields: { vrfId: 'vrf:none' } })?.what.en,
    ).toContain('vrf:none')
  })

  test('the same value again changes nothing', () => {
    const result = applyCommand(two, { kind: 'record.set', id: 'device:a', fields: { name: 'a' } })
    expect('design' in result && result.design).toBe(two)
    expect('change' in result && result.change.edits).toEqual([])
  })
})

describe('link.draw', () => {
  test('joins uplinks of the fastest speed both have, with a /31', () => {
    const design = done(two, link('x', 'device:a', 'device:b'))
    expect(design.network.interfaces['interface:x.1']).toMatchObject({
      name: '100GE1/0/1',
      mode: 'routed',
      ipv4: ['10.1.0.0/31'],
    })
    expect(design.network.interfaces['interface:x.2']).toMatchObject({
      name: '100GE1/0/1',
      mode: 'routed',
      ipv4: ['10.1.0.1/31'],
    })
    const next = done(design, link('y', 'device:a', 'device:b'))
    expect(next.network.interfaces['interface:y.1']).toMatchObject({ name: '100GE1/0/2', ipv4: ['10.1.0.2/31'] })
  })

  test('a spine whose uplinks are faster takes its access ports of the speed of the leaf', () => {
    const design = done(two, device('s', 'CE8851-32CQ8DQ-P'), link('x', 'device:a', 'device:s'))
    expect(design.network.interfaces['interface:x.1']?.name).toBe('100GE1/0/1')
    expect(design.network.interfaces['interface:x.2']?.name).toMatch(/^100GE/)
  })

  test('a server goes to an access port; switched ports stay as they are', () => {
    const design = done(two, server('s'), link('x', 'device:a', 'host:s', 'switched'))
    expect(design.network.interfaces['interface:x.1']).toEqual({
      id: 'interface:x.1',
      deviceId: 'device:a',
      name: '25GE1/0/1',
    })
    expect(design.network.links['link:x']?.ends).toEqual([{ interfaceId: 'interface:x.1' }, { hostId: 'host:s' }])
  })

  test('models nobody knows count ports on', () => {
    const design = done(
      emptyDesign(),
      device('a', 'Fancy 9000'),
      device('b', 'Fancy 9000'),
      server('s'),
      link('x', 'device:a', 'device:b'),
      link('y', 'device:a', 'device:b'),
      link('z', 'device:a', 'host:s'),
    )
    const names = ['x.1', 'y.2', 'z.1'].map((id) => design.network.interfaces[`interface:${id}`]?.name)
    expect(names).toEqual(['100GE1/0/1', '100GE1/0/2', '10GE1/0/1'])
  })

  test('a port that is named is taken, and the other end gets one of its type', () => {
    const command = link('x', 'device:a', 'device:b') as Extract<Command, { kind: 'link.draw' }>
    const design = done(two, { ...command, from: { kind: 'device', deviceId: 'device:a', portName: '25ge 1/0/7' } })
    expect(design.network.interfaces['interface:x.1']?.name).toBe('25GE1/0/7')
    expect(design.network.interfaces['interface:x.2']?.name).toBe('25GE1/0/1')
  })

  test('is refused on a port with a cable, on one device, on a LoopBack, and when all ports are used', () => {
    const design = done(two, link('x', 'device:a', 'device:b'), server('s'), {
      kind: 'loopback.add',
      id: 'interface:l',
      deviceId: 'device:a',
    })
    const from = (end: object): Command => ({ ...(link('y', 'device:a', 'host:s') as object), from: end }) as Command
    expect(refusalOf(design, from({ kind: 'interface', interfaceId: 'interface:x.1' }))?.what.en).toContain(
      'a 100GE1/0/1 has a cable',
    )
    expect(refusalOf(design, from({ kind: 'interface', interfaceId: 'interface:l' }))?.what.en).toContain('LoopBack0')
    expect(refusalOf(design, from({ kind: 'device', deviceId: 'device:a', portName: 'nonsense' }))?.what.en).toContain(
      'nonsense',
    )
    expect(refusalOf(design, link('y', 'device:a', 'device:a'))).toBeDefined()
    const full = Array.from({ length: 56 }, (_, index) => link(`f${index}`, 'device:a', 'host:s'))
    expect(
      refusalOf(two, {
        kind: 'batch',
        label: { en: 'fill', zh: 'fill' },
        commands: [server('s'), ...full, link('more', 'device:a', 'host:s')],
      })?.what.en,
    ).toContain('no free port')
  })
})

describe('VLANIF links', () => {
  const cabled = done(two, link('x', 'device:a', 'device:b', 'switched'))
  const vlanif = (name: string, vlan?: number): Command => ({
    kind: 'vlanif-link.draw',
    id: `vlanif-link:${name}`,
    over: 'link:x',
    newInterfaceIds: [`interface:${name}.a`, `interface:${name}.b`],
    ...(vlan === undefined ? {} : { vlan }),
  })

  test('get a free VLAN, two Vlanifs and a subnet', () => {
    const design = done(cabled, vlanif('v'), vlanif('w'))
    expect(design.network.vlanifLinks['vlanif-link:v']).toMatchObject({
      vlan: 501,
      ipv4Subnet: '10.1.0.0/30',
      carriedBy: ['link:x'],
    })
    expect(design.network.interfaces['interface:v.a']).toMatchObject({ name: 'Vlanif501', ipv4: ['10.1.0.1/30'] })
    expect(design.network.vlanifLinks['vlanif-link:w']).toMatchObject({ vlan: 502, ipv4Subnet: '10.1.0.4/30' })
  })

  test('change their VLAN together with the names of the Vlanifs', () => {
    const design = done(cabled, vlanif('v'), { kind: 'vlanif-link.set-vlan', id: 'vlanif-link:v', vlan: 77 })
    expect(design.network.interfaces['interface:v.b']).toMatchObject({ name: 'Vlanif77', ipv4: ['10.1.0.2/30'] })
    expect(
      refusalOf(done(design, vlanif('w')), { kind: 'vlanif-link.set-vlan', id: 'vlanif-link:w', vlan: 77 })?.what.en,
    ).toContain('Vlanif77')
    expect(refusalOf(design, { kind: 'vlanif-link.set-vlan', id: 'vlanif-link:v', vlan: 5000 })?.what.en).toContain(
      '5000',
    )
  })

  test('are refused over routed ports and to servers', () => {
    expect(refusalOf(done(two, link('x', 'device:a', 'device:b')), vlanif('v'))?.what.en).toContain('routed')
    expect(
      refusalOf(done(two, server('s'), link('x', 'device:a', 'host:s', 'switched')), vlanif('v'))?.what.en,
    ).toContain('two devices')
  })

  test('go with their cable, and take their Vlanifs along', () => {
    const design = done(cabled, vlanif('v'), { kind: 'records.delete', ids: ['link:x'] })
    expect(design.network.interfaces).toEqual({})
    expect(design.network.vlanifLinks).toEqual({})
  })
})

describe('M-LAG', () => {
  const paired = done(two, pairOf())

  test('a pair has a peer-link of two cables and a routed heartbeat cable with addresses', () => {
    const { mlagPairs, interfaces, links } = paired.network
    expect(mlagPairs['mlag:p']).toEqual({
      id: 'mlag:p',
      members: ['device:a', 'device:b'],
      peerLink: { kind: 'physical', trunks: ['interface:t.1', 'interface:t.2'] },
      dualActiveDetection: {
        ends: [{ interfaceId: 'interface:d.1' }, { interfaceId: 'interface:d.2' }],
        udpPort: 1025,
      },
      dfs: { priorities: [150, 120] },
      spanningTree: { mode: 'v-stp', stpMode: 'rstp' },
    })
    expect(interfaces['interface:t.1']?.name).toBe('Eth-Trunk0')
    expect(['c1.1', 'c2.2'].map((id) => interfaces[`interface:${id}`])).toMatchObject([
      { name: '100GE1/0/1', memberOf: 'interface:t.1' },
      { name: '100GE1/0/2', memberOf: 'interface:t.2' },
    ])
    expect(interfaces['interface:d.1']).toMatchObject({
      name: '25GE1/0/48',
      mode: 'routed',
      unpairedPortReserved: true,
      outsideUnderlay: true,
      ipv4: ['10.1.0.0/31'],
    })
    expect(Object.keys(links)).toEqual(['link:c1', 'link:c2', 'link:d'])
  })

  test('a device is in one pair only', () => {
    const third = done(paired, device('c'))
    expect(refusalOf(third, pairOf('q', ['device:c', 'device:b']))?.what.en).toContain('b is in an M-LAG pair')
  })

  test('a server is attached with Eth-Trunks, cables and an M-LAG id; cables that are there are used', () => {
    const design = done(paired, server('s'), link('x', 'device:a', 'host:s', 'switched'), {
      kind: 'mlag.attach',
      id: 'attachment:s',
      pairId: 'mlag:p',
      hostId: 'host:s',
      freshIds: ['ht', 'hc'],
      vlans: [10],
    })
    expect(design.network.attachments['attachment:s']).toMatchObject({
      mlagId: 1,
      linkType: 'access',
      vlans: [10],
      edgePort: true,
    })
    expect(design.network.interfaces['interface:x.1']?.memberOf).toBe('interface:ht.1')
    expect(design.network.interfaces['interface:hc.2']).toMatchObject({ name: '25GE1/0/1', memberOf: 'interface:ht.2' })
    expect(Object.keys(design.network.links)).toContain('link:hc.2')
    expect(Object.keys(design.network.links)).not.toContain('link:hc.1')
    expect(design.network.interfaces['interface:ht.2']?.name).toBe('Eth-Trunk1')
    const gone = done(design, { kind: 'records.delete', ids: ['attachment:s'] })
    expect(gone.network.interfaces['interface:ht.1']).toBeUndefined()
    expect(gone.network.interfaces['interface:x.1']).toEqual({
      id: 'interface:x.1',
      deviceId: 'device:a',
      name: '25GE1/0/1',
    })
  })

  test('deleting a pair takes peer-link, heartbeat and their cables along and leaves the devices', () => {
    const design = done(paired, { kind: 'records.delete', ids: ['mlag:p'] })
    expect(design.network).toEqual(two.network)
  })

  test('the synchronisation port is set where there is a channel', () => {
    const set: Command = { kind: 'mlag.set-sync-port', pairId: 'mlag:p', tcpPort: 5200 }
    expect(refusalOf(paired, set)?.what.en).toContain('no synchronisation channel')
    const withChannel = done(
      paired,
      { kind: 'record.set', id: 'mlag:p', fields: { syncChannel: { ends: [{}, {}], tcpPort: 80 } } },
      set,
    )
    expect(withChannel.network.mlagPairs['mlag:p']?.syncChannel?.tcpPort).toBe(5200)
  })
})

describe('changes', () => {
  test('a batch is one change, and a refusal in it leaves nothing behind', () => {
    const label = { en: 'Build', zh: '构建' }
    const batch: Command = { kind: 'batch', label, commands: [device('c'), link('x', 'device:a', 'device:c')] }
    const result = applyCommand(two, batch)
    expect('change' in result && result.change.label).toEqual(label)
    const refused = applyCommand(two, { kind: 'batch', label, commands: [device('c'), device('a')] })
    expect('refused' in refused).toBe(true)
    expect(Object.keys(two.network.devices)).toEqual(['device:a', 'device:b'])
  })

  test('moving touches the layout only', () => {
    const result = applyCommand(two, {
      kind: 'layout.move',
      positions: { 'device:a': { x: 9, y: 9 }, 'device:nobody': at },
    })
    if ('refused' in result) throw new Error(result.refused.what.en)
    expect(result.design.network).toBe(two.network)
    expect(result.design.layout.positions).toEqual({ 'device:a': { x: 9, y: 9 }, 'device:b': at })
    expect(applyChange(result.design, invertChange(result.change))).toEqual(two)
  })

  test('deleting a device that everything hangs on leaves no reference to it', () => {
    const peering: Command = {
      kind: 'record.create',
      record: {
        id: 'peering:ab',
        ends: [{ owner: { deviceId: 'device:a' } }, { owner: { deviceId: 'device:b' } }],
        families: [],
      },
    }
    const underlay: Command = {
      kind: 'record.create',
      record: { id: 'underlay:u', kind: 'ebgp', deviceIds: ['device:a', 'device:b'] },
    }
    const design = done(
      two,
      pairOf(),
      peering,
      underlay,
      { kind: 'station.add', id: 'station:b', at },
      {
        kind: 'record.create',
        record: { id: 'bmp-session:a', deviceId: 'device:a', stationId: 'station:b', monitor: [] },
      },
    )
    expect(design.network.devices['device:a']?.asNumber).toBe(64512)
    const left = done(design, { kind: 'records.delete', ids: ['device:a'] }).network
    expect(Object.keys(left.devices)).toEqual(['device:b'])
    expect([left.interfaces, left.links, left.mlagPairs, left.peerings, left.bmpSessions]).toEqual([{}, {}, {}, {}, {}])
    expect(left.underlays['underlay:u']).toMatchObject({ deviceIds: ['device:b'] })
  })
})

test('numbers of a link that is deleted are free again, others stay', () => {
  const design = done(two, link('x', 'device:a', 'device:b'), link('y', 'device:a', 'device:b'))
  const ids: readonly [LinkId, InterfaceId] = ['link:x', 'interface:y.1']
  const after = done(design, { kind: 'records.delete', ids: [ids[0]] }, link('z', 'device:a', 'device:b'))
  expect(after.network.interfaces[ids[1]]?.ipv4).toEqual(['10.1.0.2/31'])
  expect(after.network.interfaces['interface:z.1']).toMatchObject({ name: '100GE1/0/1', ipv4: ['10.1.0.0/31'] })
})
