import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseDesignText } from './parse-design'

const folder = fileURLToPath(new URL('../../test/bad-files/', import.meta.url))

/** File, path of its first problem, and a word of the English message. */
const expectations: readonly (readonly [file: string, path: string, says: string])[] = [
  ['a-list.json', '', 'not a Weft design'],
  ['as-fraction.json', 'network.devices["device:leaf-1"].asNumber', 'integer'],
  ['as-out-of-range.json', 'network.devices["device:leaf-1"].asNumber', '4294967296'],
  ['as-zero.json', 'network.devices["device:leaf-1"].asNumber', 'AS number'],
  ['broken-escape.json', 'name', 'line 1, column 47'],
  ['byte-order-mark-and-nothing.json', '', 'ends before'],
  ['collection-is-a-list.json', 'network.devices', 'object with records'],
  ['constructor-key.json', 'network.constructor', 'never part'],
  ['dangling-in-a-list.json', 'network.underlays["underlay:main"].deviceIds[1]', 'device:leaf-9'],
  ['dangling-reference.json', 'network.interfaces["interface:leaf-1.lo0"].deviceId', 'does not exist'],
  ['description-with-newline.json', 'network.devices["device:leaf-1"].description', 'one line'],
  ['duplicate-field.json', 'network.devices["device:leaf-1"].name', 'twice'],
  ['duplicate-id.json', 'network.devices["device:leaf-1"]', 'twice'],
  ['empty.json', '', 'ends before'],
  ['escaped-proto-key.json', 'network.__proto__', 'never part'],
  ['id-with-blank.json', 'network.devices["device:leaf 1"].id', 'device:name'],
  ['interface-name.json', 'network.interfaces["interface:leaf-1.lo0"].name', 'ethernet-one'],
  ['ipv4-leading-zero.json', 'network.interfaces["interface:leaf-1.lo0"].ipv4[0]', 'leading zeros'],
  ['ipv4-mapped-ipv6.json', 'network.interfaces["interface:leaf-1.lo0"].ipv6[0]', 'maps an IPv4'],
  ['key-is-not-the-id.json', 'network.devices["device:leaf-2"].id', 'another id'],
  ['name-with-bidi.json', 'network.devices["device:leaf-1"].name', 'direction'],
  ['name-with-control.json', 'network.devices["device:leaf-1"].name', 'control'],
  ['name-with-hash.json', 'network.devices["device:leaf-1"].name', '#'],
  ['name-with-line-separator.json', 'network.devices["device:leaf-1"].name', 'one line'],
  ['name-with-newline.json', 'network.devices["device:leaf-1"].name', 'one line'],
  ['name-with-quote.json', 'network.devices["device:leaf-1"].name', 'quotes'],
  ['newer-version.json', 'weft.documentVersion', '99'],
  ['no-network.json', 'network', 'object with records'],
  ['not-a-design.json', '', 'not a Weft design'],
  ['not-json.json', '', 'line 1, column 1'],
  ['number-overflow.json', 'network.devices["device:leaf-1"].asNumber', 'number'],
  ['pool-of-no-kind.json', 'network.pools["pool:a"].kind', 'mac'],
  ['pool-without-last.json', 'network.pools["pool:a"].last', 'missing'],
  ['position-not-a-number.json', 'layout.positions["device:leaf-1"].x', 'number'],
  ['position-of-nothing.json', 'layout.positions.here', 'record id'],
  ['prefix-with-host-bits.json', 'network.pools["pool:a"].prefix', '10.0.0.0/8'],
  ['proto-in-record.json', 'network.devices["device:leaf-1"].__proto__', 'never part'],
  ['proto-key.json', 'network.devices.__proto__', 'never part'],
  ['raw-newline-in-text.json', 'name', 'line 1'],
  ['record-is-a-list.json', 'network.devices["device:leaf-1"]', 'object'],
  ['trailing-comma.json', 'weft', 'key in double quotes'],
  ['trailing-text.json', '', 'line 2, column 1'],
  ['truncated.json', 'network.devices["device:leaf-1"].id', 'ends before'],
  ['unknown-collection.json', 'network.firewalls', 'no field'],
  ['unknown-field.json', 'network.devices["device:leaf-1"].colour', 'no field'],
  ['unknown-nested-field.json', 'network.devices["device:leaf-1"].bgp.announcements', 'no field'],
  ['unknown-top-field.json', 'password', 'no field'],
  ['version-as-text.json', 'weft.documentVersion', '"1"'],
  ['version-zero.json', 'weft.documentVersion', '0'],
  ['vlan-out-of-range.json', 'network.devices["device:leaf-1"].extraVlans[1]', '4094'],
  ['wrong-choice.json', 'network.devices["device:leaf-1"].role', 'superspine'],
  ['wrong-kind-of-id.json', 'network.devices["host:leaf-1"].id', 'device:name'],
  ['wrong-type.json', 'network.devices["device:leaf-1"].name', 'text'],
  ['zone-id.json', 'network.interfaces["interface:leaf-1.lo0"].ipv6LinkLocal', 'zone id'],
]

describe('bad files', () => {
  test('every file of the folder is expected here', () => {
    const known = new Set([...expectations.map(([file]) => file), 'deep.json'])
    expect(readdirSync(folder).filter((file) => !known.has(file))).toEqual([])
  })

  test.each(expectations)('%s is refused at %s', (file, path, says) => {
    const reading = parseDesignText(readFileSync(folder + file, 'utf8'))
    expect(reading.ok).toBe(false)
    if (reading.ok) return
    const [first] = reading.problems
    expect(first?.path).toBe(path)
    expect(first?.message.en).toContain(says)
    for (const { message, remedy } of reading.problems) {
      for (const sentence of [message.en, message.zh, remedy.en, remedy.zh]) expect(sentence.length).toBeGreaterThan(2)
    }
  })

  test('nesting is refused before it can exhaust a stack', () => {
    const reading = parseDesignText(readFileSync(`${folder}deep.json`, 'utf8'))
    expect(reading.ok ? '' : reading.problems[0]?.message.en).toContain('deeper than 64')
  })
})
