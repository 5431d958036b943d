import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import { allocate, notesOf, numberLedger, numbersOf, poolHolds } from '../allocate'
import { danglingReferences, emptyDesign, parseDesignText, serializeDesign } from '../document'
import type {
  Design,
  DeviceId,
  HostId,
  InterfaceId,
  LinkId,
  MlagPairId,
  Network,
  NetworkRecord,
  PoolId,
  RecordId,
} from '../model'
import { withMappedIds } from '../model'
import { applyChange, composeChanges, invertChange } from './apply-change'
import { applyCommand } from './apply-command'
import type { Change, Command } from './command'
import { commandLabel } from './command-label'
import { newFabric } from './new-fabric'
import { parseChange } from './parse-change'

type Dice = readonly [what: number, first: number, second: number, third: number]
const at = { x: 1, y: 2 }
const models = ['CE6866-48S8CQ-P', 'CE8851-32CQ8DQ-P', 'CE6885-LL-56F', 'CE6863E', 'Nobody 1']

function pick<T>(items: readonly T[], dice: number): T | undefined {
  return items.length === 0 ? undefined : items[dice % items.length]
}

function allRecords(network: Network): readonly NetworkRecord[] {
  return Object.values(network).flatMap((records) => Object.values<NetworkRecord>(records))
}

/** What a person might do to the design, chosen by the dice; many of the choices are refused, as with people. */
function commandFor(design: Design, [what, first, second, third]: Dice, fresh: string): Command {
  const { network } = design
  // The keys of a collection are ids of its kind.
  const devices = Object.keys(network.devices) as DeviceId[]
  const hosts = Object.keys(network.hosts) as HostId[]
  const device = pick(devices, first) ?? 'device:none'
  const other = pick(devices, second) ?? 'device:none'
  const host = pick(hosts, second) ?? 'host:none'
  const link = (pick(Object.keys(network.links), first) ?? 'link:none') as LinkId
  const pair = (pick(Object.keys(network.mlagPairs), first) ?? 'mlag:none') as MlagPairId
  const interfaceId = (pick(Object.keys(network.interfaces), first) ?? 'interface:none') as InterfaceId
  const any = pick(allRecords(network), first * 31 + second)?.id ?? 'device:none'
  const pools = Object.keys(network.pools) as PoolId[]
  const newInterfaceIds = [`interface:${fresh}.x`, `interface:${fresh}.y`] as const
  const mode = third % 2 === 0 ? 'routed' : 'switched'
  const from = { kind: 'device', deviceId: device } as const
  const choices: readonly (() => Command)[] = [
    () => ({ kind: 'device.add', id: `device:${fresh}`, model: pick(models, first) ?? '', at }),
    () => ({ kind: 'host.add', id: `host:${fresh}`, hostKind: 'server', at }),
    () => ({ kind: 'station.add', id: `station:${fresh}`, at }),
    () => ({ kind: 'loopback.add', id: `interface:${fresh}`, deviceId: device }),
    () => ({
      kind: 'link.draw',
      id: `link:${fresh}`,
      from,
      to: { kind: 'device', deviceId: other },
      newInterfaceIds,
      mode,
    }),
    () => ({ kind: 'link.draw', id: `link:${fresh}`, from, to: { kind: 'host', hostId: host }, newInterfaceIds, mode }),
    () => ({
      kind: 'link.draw',
      id: `link:${fresh}`,
      from: { kind: 'interface', interfaceId },
      to: { kind: 'device', deviceId: other },
      newInterfaceIds,
      mode,
    }),
    () => ({ kind: 'vlanif-link.draw', id: `vlanif-link:${fresh}`, over: link, newInterfaceIds }),
    () => ({
      kind: 'mlag.pair',
      id: `mlag:${fresh}`,
      members: [device, other],
      freshIds: ['a', 'b', 'c', 'd'].map((one) => `${fresh}${one}`),
    }),
    () => ({
      kind: 'mlag.attach',
      id: `attachment:${fresh}`,
      pairId: pair,
      hostId: host,
      freshIds: [`${fresh}t`, `${fresh}c`],
      vlans: [10 + (third % 3)],
    }),
    () => ({
      kind: 'record.create',
      record: {
        id: `peering:${fresh}`,
        ends: [{ owner: { deviceId: device } }, { owner: { deviceId: other } }],
        families: [],
      },
    }),
    () => ({ kind: 'record.create', record: { id: `underlay:${fresh}`, kind: 'ebgp', deviceIds: devices } }),
    () => ({ kind: 'record.create', record: { id: `gateway:${fresh}`, pairId: pair, vlan: 1 + (third % 600) } }),
    () => ({
      kind: 'record.set',
      id: interfaceId,
      fields: pick([{ mode }, { ipv4: undefined }, { description: 'x' }, { ipv4: [] }], third) ?? {},
    }),
    () => ({
      kind: 'record.set',
      id: device,
      fields: pick([{ asNumber: undefined }, { asNumber: 64512 + (second % 9) }, { bgp: {} }], third) ?? {},
    }),
    () => ({ kind: 'records.delete', ids: [any] }),
    () => ({ kind: 'records.delete', ids: [device, link].filter((id) => id.slice(-4) !== 'none') }),
    () => pasteOf(design, device, fresh),
    () => ({ kind: 'numbers.renumber', what: { kind: 'record', recordId: any } }),
    () => ({
      kind: 'numbers.renumber',
      what: { kind: 'pool', poolId: pick(pools, first) ?? 'pool:none', withGiven: third % 2 === 0 },
    }),
    () => ({ kind: 'layout.move', positions: { [device]: { x: first, y: -second } } }),
    () => ({
      kind: 'batch',
      label: { en: 'Both', zh: '两者' },
      commands: [
        commandFor(design, [first % 20, second, third, what], `${fresh}p`),
        commandFor(design, [second % 20, third, what, first], `${fresh}q`),
      ],
    }),
  ]
  return (pick(choices, what) ?? choices[0] ?? (() => ({ kind: 'layout.move', positions: {} })))()
}

function pasteOf({ network }: Design, device: DeviceId, fresh: string): Command {
  const own = allRecords(network).filter(
    (record) => record.id === device || ('deviceId' in record && record.deviceId === device),
  )
  const ids = new Map<string, string>(
    own.map(({ id }, index) => [id, `${id.slice(0, id.indexOf(':'))}:${fresh}.${index}`]),
  )
  return {
    kind: 'records.paste',
    records: own.map((record) => withMappedIds(record, (id) => ids.get(id) ?? id)),
    positions: {},
  }
}

/** Every number a person sees on a record, given or allocated. */
function shownNumbers(network: Network): ReadonlyMap<string, string> {
  const shown = new Map<string, string>()
  for (const record of allRecords(network)) {
    for (const field of ['asNumber', 'ipv4', 'ipv6', 'ipv4Subnet', 'mlagId', 'macAddress']) {
      const value: unknown = Reflect.get(record, field)
      if (value !== undefined) shown.set(`${record.id}/${field}`, String(value))
    }
  }
  for (const { key, value } of allocate(network).entries.values()) shown.set(key, String(value))
  return shown
}

const fabric = newFabric({ spines: 2, leaves: 3, pairs: 1, servers: 3, underlay: 'ebgp', seed: 1 })
/** As somebody writes it by hand: no number that Weft could give. */
const handWritten: Design = {
  ...fabric,
  network: {
    ...fabric.network,
    pools: { ...emptyDesign().network.pools, ...fabric.network.pools },
    devices: without(fabric.network.devices, 'asNumber'),
    interfaces: without(fabric.network.interfaces, 'ipv4'),
    attachments: without(fabric.network.attachments, 'mlagId'),
    gateways: without(fabric.network.gateways, 'macAddress'),
  },
}

function without<R extends object>(records: { readonly [id: string]: R }, field: string): { readonly [id: string]: R } {
  return Object.fromEntries(
    // Only optional fields are named above.
    Object.entries(records).map(([id, record]) => [
      id,
      Object.fromEntries(Object.entries(record).filter(([name]) => name !== field)) as R,
    ]),
  )
}

/** A pool of every kind, small and partly reserved, so that they run out. */
function pooled(): Design {
  const text = networkFromText(`
    a CE6866-48S8CQ-P
    b CE6866-48S8CQ-P
    c CE6866-48S8CQ-P
    interface a LoopBack0
    interface b LoopBack0
    pool loopback-ipv4 10.0.0.0/28 reserved ["10.0.0.0/30"]
    pool loopback-ipv6 2001:db8::/120
    pool link-ipv4 10.0.0.8/29
    pool link-ipv4 10.1.0.0/26
    pool link-ipv6 2001:db8:1::/120
    pool as 64512 64514
    pool as 4200000000 4200000002
    pool vlan 100 103
    pool mlag-id 5 7
    pool tcp-port 10000 10001
    link a 100GE1/0/1 -- b 100GE1/0/1
    link b 100GE1/0/2 -- c 100GE1/0/2 switched
    peering a lo0 -- b lo0`)
  return { network: text, layout: { positions: {} } }
}

type Step = { readonly before: Design; readonly command: Command; readonly after: Design; readonly change: Change }

function steps(start: Design, dice: readonly Dice[]): readonly Step[] {
  const taken: Step[] = []
  let before = start
  dice.forEach((each, index) => {
    const command = commandFor(before, each, `n${index}`)
    const result = applyCommand(before, command)
    if ('refused' in result) {
      expect(result.refused.what.en).not.toBe('')
      expect(result.refused.remedy.zh).not.toBe('')
      return
    }
    taken.push({ before, command, after: result.design, change: result.change })
    before = result.design
  })
  return taken
}

const number = fc.nat({ max: 1000 })
const dice = fc.array(fc.tuple(number, number, number, number), { minLength: 3, maxLength: 24 })
const starts: readonly (readonly [string, Design])[] = [
  ['a small design with pools of every kind', pooled()],
  ['an empty design', emptyDesign()],
  ['a complete fabric', fabric],
  ['a fabric without numbers', handWritten],
]

describe.each(starts)('any commands on %s', (_, start) => {
  const law = (check: (taken: readonly Step[]) => void) =>
    fc.assert(
      fc.property(dice, (thrown) => check(steps(start, thrown))),
      { numRuns: 60 },
    )

  test('a change leads to the design, and its inverse leads back', () => {
    law((taken) => {
      for (const { before, after, change } of taken) {
        expect(applyChange(before, change)).toEqual(after)
        expect(applyChange(after, invertChange(change))).toEqual(before)
      }
    })
  })

  test('changes in a row compose to one', () => {
    law((taken) => {
      const [first, ...rest] = taken
      if (first === undefined) return
      const whole = rest.reduce((sum, { change }) => composeChanges(sum, change), first.change)
      const end = taken.at(-1)?.after ?? first.after
      expect(applyChange(start, whole)).toEqual(end)
      expect(applyChange(end, invertChange(whole))).toEqual(start)
      expect(new Set(whole.edits.map(({ collection, id }) => `${collection} ${id}`)).size).toBe(whole.edits.length)
    })
  })

  test('nothing dangles, and the design is a file that can be read again', () => {
    law((taken) => {
      for (const { after } of taken) expect(danglingReferences(after.network)).toEqual([])
      const last = taken.at(-1)?.after
      if (last !== undefined) expect(parseDesignText(serializeDesign(last))).toEqual({ ok: true, design: last })
    })
  })

  test('a number that was shown stays until somebody edits its record', () => {
    law((taken) => {
      for (const { before, after, command } of taken) {
        if (renumbers(command)) continue
        const [was, is] = [shownNumbers(before.network), shownNumbers(after.network)]
        const edited: ReadonlySet<string> = editedBy(command)
        const left = new Set<string>(allRecords(after.network).map(({ id }) => id))
        for (const [key, value] of was) {
          const id = key.slice(0, key.indexOf('/'))
          if (left.has(id) && !edited.has(id)) expect([key, is.get(key)]).toEqual([key, value])
        }
      }
    })
  })

  test('after a command that makes or removes things every number is in its record', () => {
    law((taken) => {
      for (const { after, command } of taken) {
        if (command.kind === 'layout.move' || command.kind === 'record.set' || command.kind === 'batch') continue
        expect([...allocate(after.network).entries.keys()]).toEqual([])
      }
    })
  })

  test('a number that a pool gave says so for as long as the record has it', () => {
    law((taken) => {
      for (const { before, after, command } of taken) {
        const edited: ReadonlySet<string> = editedBy(command)
        const was = new Map(allRecords(before.network).map((record) => [record.id, notesOf(record)]))
        for (const record of allRecords(after.network)) {
          const notes = notesOf(record)
          if ('allocations' in record) expect(record.allocations).toEqual(notes)
          if (edited.has(record.id) || renumbers(command)) continue
          for (const note of was.get(record.id) ?? []) {
            if (numbersOf(record, note.field).includes(note.value)) expect(notes).toContainEqual(note)
          }
        }
      }
    })
  })

  test('whatever a command gives is noted with the pool that has it', () => {
    law((taken) => {
      for (const { before, after } of taken) {
        const { rows } = numberLedger(after.network, allocate(after.network))
        const known = new Map(numberLedger(before.network, allocate(before.network)).rows.map((row) => [row.key, row]))
        for (const row of rows) {
          const earlier = known.get(row.key)
          if (row.poolId === undefined || (earlier?.poolId === row.poolId && earlier.value === row.value)) continue
          expect([row, poolHolds(after.network, row.poolId, row)]).toEqual([row, true])
        }
      }
    })
  })

  test('a change survives a wire', () => {
    law((taken) => {
      for (const { before, after, change } of taken) {
        const reading = parseChange(JSON.parse(JSON.stringify(change)))
        expect(reading).toEqual({ ok: true, change })
        if (reading.ok) expect(applyChange(before, reading.change)).toEqual(after)
      }
    })
  })
})

/** The one command that is for giving other numbers. */
function renumbers(command: Command): boolean {
  return command.kind === 'batch' ? command.commands.some(renumbers) : command.kind === 'numbers.renumber'
}

function editedBy(command: Command): ReadonlySet<RecordId> {
  if (command.kind === 'batch') return new Set(command.commands.flatMap((each) => [...editedBy(each)]))
  return new Set(command.kind === 'record.set' ? [command.id] : [])
}

test('every command has a label in both languages', () => {
  for (let what = 0; what < 22; what += 1) {
    const label = commandLabel(commandFor(fabric, [what, 1, 2, 3], 'n'))
    expect(label.en).not.toBe('')
    expect(label.zh).toMatch(/[\u4e00-\u9fff]/)
  }
})

describe('parseChange', () => {
  test('answers anything with a change or with problems', () => {
    const hostile = fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true })
    fc.assert(fc.property(hostile, (value) => !parseChange(value).ok))
    const edit = fc.record({
      collection: fc.constantFrom('devices', 'positions', '__proto__'),
      id: fc.constantFrom('device:a', '__proto__'),
      before: hostile,
      after: hostile,
    })
    fc.assert(
      fc.property(fc.array(edit), (edits) => {
        const reading = parseChange({ label: { en: 'x', zh: 'x' }, edits })
        expect(reading.ok || reading.problems.length > 0).toBe(true)
      }),
    )
  })

  test.each([
    [{ collection: 'devices', id: 'host:a' }, 'edits[0].id'],
    [
      { collection: 'devices', id: 'device:a', after: { id: 'device:b', name: 'b', model: 'm', role: 'leaf' } },
      'edits[0].after.id',
    ],
    [
      { collection: 'devices', id: 'device:a', after: { id: 'device:a', name: 'a\n', model: 'm', role: 'leaf' } },
      'edits[0].after.name',
    ],
    [{ collection: 'positions', id: '__proto__', after: { x: 1, y: 1 } }, 'edits[0].id'],
    [{ collection: 'positions', id: 'device:a', after: { x: 1e99, y: 1 } }, 'edits[0].after.x'],
  ])('refuses %o and says where', (edit, path) => {
    const reading = parseChange({ label: { en: 'x', zh: 'x' }, edits: [edit] })
    expect(reading.ok ? '' : reading.problems[0]?.path).toBe(path)
  })
})
