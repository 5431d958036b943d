import { describe, expect, test } from 'vitest'
import { danglingReferences, emptyDesign } from '../document'
import type { Design, NetworkRecord } from '../model'
import { withMappedIds } from '../model'
import { applyCommand } from './apply-command'
import type { Command } from './command'

const at = { x: 0, y: 0 }
const model = 'CE6866-48S8CQ-P'

function done(design: Design, ...commands: readonly Command[]): Design {
  return commands.reduce((current, command) => {
    const result = applyCommand(current, command)
    if ('refused' in result) throw new Error(result.refused.what.en)
    return result.design
  }, design)
}

const cable = (name: string, a: `device:${string}`, b: `device:${string}`): Command => ({
  kind: 'link.draw',
  id: `link:${name}`,
  from: { kind: 'device', deviceId: a },
  to: { kind: 'device', deviceId: b },
  newInterfaceIds: [`interface:${name}.1`, `interface:${name}.2`],
  mode: 'routed',
})

const original = done(
  emptyDesign(),
  ...['a', 'b', 'c'].map(
    (name): Command => ({ kind: 'device.add', id: `device:${name}`, model, name: `leaf-${name}`, at }),
  ),
  { kind: 'device.add', id: 'device:1', model, at },
  cable('ab', 'device:a', 'device:b'),
  cable('bc', 'device:b', 'device:c'),
  { kind: 'loopback.add', id: 'interface:a.lo', deviceId: 'device:a' },
  {
    kind: 'record.create',
    record: {
      id: 'peering:ab',
      ends: [{ owner: { deviceId: 'device:a' }, interfaceId: 'interface:a.lo' }, { owner: { deviceId: 'device:b' } }],
      families: ['ipv4-unicast'],
    },
  },
)

function paste(design: Design, ids: readonly string[], suffix: string): Command {
  const chosen = Object.values(design.network)
    .flatMap((records) => Object.values<NetworkRecord>(records))
    .filter(({ id }) => ids.includes(id))
  const records = chosen.map((record) => withMappedIds(record, (id) => (ids.includes(id) ? `${id}${suffix}` : id)))
  return { kind: 'records.paste', records, positions: { [`${ids[0]}${suffix}`]: { x: 7, y: 8 } } }
}

describe('records.paste', () => {
  const ids = [
    'device:a',
    'device:b',
    'interface:ab.1',
    'interface:ab.2',
    'interface:bc.1',
    'link:ab',
    'link:bc',
    'interface:a.lo',
    'peering:ab',
  ]
  const pasted = done(original, paste(original, ids, '-copy'))
  const { devices, interfaces, links, peerings } = pasted.network

  test('gives copies names and numbers of their own', () => {
    expect(devices['device:a-copy']).toMatchObject({ name: 'leaf-a-1', asNumber: 64514 })
    expect(devices['device:b-copy']).toMatchObject({ name: 'leaf-b-1', asNumber: 64515 })
    expect(interfaces['interface:a.lo-copy']).toMatchObject({ name: 'LoopBack0', ipv4: ['10.0.0.2/32'] })
    expect(interfaces['interface:ab.1-copy']).toMatchObject({ name: '100GE1/0/1', ipv4: ['10.1.0.4/31'] })
    expect(peerings['peering:ab-copy']?.ends[0]).toEqual({
      owner: { deviceId: 'device:a-copy' },
      interfaceId: 'interface:a.lo-copy',
    })
    expect(pasted.layout.positions['device:a-copy']).toEqual({ x: 7, y: 8 })
  })

  test('takes a cable along with both ends only', () => {
    expect(links['link:ab-copy']).toBeDefined()
    expect(links['link:bc-copy']).toBeUndefined()
    expect(danglingReferences(pasted.network)).toEqual([])
  })

  test('leaves the originals alone', () => {
    for (const id of ids) {
      const before = Object.values(original.network).find((records) => Object.hasOwn(records, id))
      const after = Object.values(pasted.network).find((records) => Object.hasOwn(records, id))
      expect(after?.[id]).toEqual(before?.[id])
    }
  })

  test('counts on a name that ends in a number', () => {
    const twice = done(original, paste(original, ['device:1'], '-x'), paste(original, ['device:1'], '-y'))
    expect([twice.network.devices['device:1-x']?.name, twice.network.devices['device:1-y']?.name]).toEqual([
      'leaf-2',
      'leaf-3',
    ])
  })

  test('keeps an AS number that several devices share', () => {
    const shared = done(
      original,
      { kind: 'record.set', id: 'device:a', fields: { asNumber: 65000 } },
      { kind: 'record.set', id: 'device:b', fields: { asNumber: 65000 } },
    )
    expect(done(shared, paste(shared, ids, '-copy')).network.devices['device:a-copy']?.asNumber).toBe(65000)
  })

  test.each<readonly [string, unknown, string]>([
    ['a record with a field nobody knows', { id: 'device:n', name: 'n', model, role: 'leaf', colour: 'red' }, 'colour'],
    ['a name that would break a line', { id: 'device:n', name: 'n\nundo bgp', model, role: 'leaf' }, 'name'],
    ['something else', { id: '__proto__' }, 'not a record'],
    ['an id that is taken', { id: 'device:a', name: 'n', model, role: 'leaf' }, 'used by another'],
  ])('refuses %s', (_, record, says) => {
    // What a clipboard holds is not typed.
    const result = applyCommand(original, { kind: 'records.paste', records: [record as NetworkRecord], positions: {} })
    expect('refused' in result && result.refused.what.en).toContain(says)
  })
})
