import type { Design, FabricOptions, NetworkRecord, RecordId, RecordKind } from '@weft/domain'
import { applyCommand, collectionOf, newFabric, parseRecord } from '@weft/domain'
import { expect, test } from 'vitest'
import type { FieldPath, FieldSpec } from './fields'
import { draftOf, fieldsWith, shownValue, under, valueAt, valueOfDraft } from './fields'
import { groupsOf } from './specs'

const options: FabricOptions = {
  spines: 2,
  leaves: 4,
  pairs: 1,
  servers: 2,
  underlay: 'ospf',
  bmp: 1,
  evpn: 1,
  seed: 1,
}
const fabric = newFabric(options)

function recordOf(design: Design, id: string): NetworkRecord {
  const collection = collectionOf(id)
  const record = collection && design.network[collection][id]
  if (!record) throw new Error(`no record ${id}`)
  return record
}

/** The fabric with one more record, as a panel adds it. */
function withRecord(record: object): Design {
  const made = applyCommand(fabric, { kind: 'record.create', record: record as NetworkRecord })
  if ('refused' in made) throw new Error(made.refused.what.en)
  return made.design
}

const kindOf = (id: RecordId) => id.slice(0, id.indexOf(':')) as RecordKind

function field(record: NetworkRecord, path: FieldPath, label?: string): FieldSpec {
  const found = groupsOf(kindOf(record.id), record)
    .flatMap(({ fields }) => fields)
    .find((spec) => spec.path.join('.') === path.join('.') && (label === undefined || spec.label.en === label))
  if (!found) throw new Error(`no field ${path.join('.')}`)
  return found
}

/** The design after a draft in a field is applied, as the form applies it. */
function typed(design: Design, id: string, spec: FieldSpec, draft: string): Design {
  const record = recordOf(design, id)
  const fields = fieldsWith(record, spec, valueOfDraft(spec, draft))
  const result = applyCommand(design, { kind: 'record.set', id: record.id, fields })
  if ('refused' in result) throw new Error(result.refused.what.en)
  return result.design
}

const shows = (design: Design, id: string, spec: FieldSpec) => draftOf(spec, shownValue(recordOf(design, id), spec))

test('whatever a row begins with is accepted, rows in rows as well', () => {
  let tried = 0
  const begin = (record: NetworkRecord, spec: FieldSpec): void => {
    if (spec.kind !== 'rows') return
    const before = valueAt(record, spec.path)
    const rows: readonly unknown[] = Array.isArray(before) ? before : []
    const row = spec.template(fabric.network, record, rows)
    if (row === undefined) return
    const next = { ...record, ...fieldsWith(record, spec, [...rows, row]) }
    const collection = collectionOf(record.id)
    const reading = collection && parseRecord(collection, next, [])
    expect(reading?.ok === false ? reading.problems : [], spec.label.en).toEqual([])
    tried++
    for (const inner of under([...spec.path, rows.length], spec.fields(row, fabric.network)))
      begin(next as NetworkRecord, inner)
  }
  for (const collection of Object.values(fabric.network)) {
    for (const record of Object.values<NetworkRecord>(collection)) {
      for (const { fields } of groupsOf(kindOf(record.id), record)) for (const spec of fields) begin(record, spec)
    }
  }
  expect(tried).toBeGreaterThan(100)
})

test('a further BGP process is added, named and taken away; its name stays in the record only while it is there', () => {
  const id = 'device:leaf-1'
  const processes = field(recordOf(fabric, id), ['bgpInstances'])
  if (processes.kind !== 'rows') throw new Error('processes are rows')
  const leaf = recordOf(fabric, id)
  const row = processes.template(fabric.network, leaf, [])
  const added = applyCommand(fabric, {
    kind: 'record.set',
    id: leaf.id,
    fields: fieldsWith(leaf, processes, [row]),
  })
  if ('refused' in added) throw new Error(added.refused.what.en)
  const [name] = under([...processes.path, 0], processes.fields(row, added.design.network))
  if (!name) throw new Error('a process has a name')
  const named = typed(added.design, id, name, 'overlay')
  expect(named.network.devices[id]?.bgpInstances).toEqual([{ name: 'overlay', asNumber: 65000 }])
  const gone = applyCommand(named, {
    kind: 'record.set',
    id: leaf.id,
    fields: fieldsWith(recordOf(named, id), processes, undefined),
  })
  expect('design' in gone && gone.design).toEqual(fabric)
})

test('the kind of next hop follows from address and out-interface', () => {
  const id = 'static-route:default'
  const port = 'interface:leaf-1.LoopBack0'
  const made = withRecord({ id, deviceId: 'device:leaf-1', prefix: '0.0.0.0/0', nextHop: { kind: 'null0' } })
  const route = recordOf(made, id)
  const address = field(route, ['nextHop'], 'Next-hop address')
  const out = field(route, ['nextHop'], 'Out-interface')
  const hop = (design: Design) => design.network.staticRoutes[id]?.nextHop
  const through = typed(made, id, out, port)
  expect(hop(through)).toEqual({ kind: 'interface', interfaceId: port })
  const both = typed(through, id, address, '10.1.1.1')
  expect(hop(both)).toEqual({ kind: 'address', address: '10.1.1.1', interfaceId: port })
  expect(shows(both, id, address)).toBe('10.1.1.1')
  expect(hop(typed(typed(both, id, address, ''), id, out, ''))).toEqual({ kind: 'null0' })
})

test('an end of a channel is emptied without losing its place', () => {
  const id = 'mlag:pair-1'
  const source = field(recordOf(fabric, id), ['dualActiveDetection', 'ends', 0, 'interfaceId'])
  const emptied = typed(fabric, id, source, '')
  expect(emptied.network.mlagPairs[id]?.dualActiveDetection?.ends[0]).toEqual({})
})

test('no address at all is something other than an address nobody gave', () => {
  const id = 'interface:leaf-1.LoopBack0'
  const addresses = field(recordOf(fabric, id), ['ipv4'])
  const without = typed(fabric, id, addresses, 'none')
  expect(without.network.interfaces[id]?.ipv4).toEqual([])
  expect(shows(without, id, addresses)).toBe('none')
})

test('frames of a sub-interface are written as on the device', () => {
  const id = 'interface:leaf-4.sub'
  const made = withRecord({ id, deviceId: 'device:leaf-4', name: '25GE1/0/40.1' })
  const frames = field(recordOf(made, id), ['encapsulation'])
  const untagged = typed(made, id, frames, 'untag')
  expect(untagged.network.interfaces[id]?.encapsulation).toEqual({ kind: 'untag' })
  const tagged = typed(untagged, id, frames, 'dot1q 12')
  expect(tagged.network.interfaces[id]?.encapsulation).toEqual({ kind: 'dot1q', vlan: 12 })
  expect(shows(tagged, id, frames)).toBe('dot1q 12')
  expect(() => typed(tagged, id, frames, 'qinq 12')).toThrow()
})
