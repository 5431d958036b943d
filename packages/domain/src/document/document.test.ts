import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newFabric } from '../edit'
import { collections, referenceFields } from '../model'
import { emptyDesign } from './empty'
import { designJsonSchema } from './json-schema'
import { currentDocumentVersion } from './migrations'
import { parseDesign, parseDesignText } from './parse-design'
import { readJson } from './read-json'
import { serializeDesign, toFile } from './serialize'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const fabric = newFabric({ spines: 2, leaves: 4, pairs: 1, servers: 2, underlay: 'ebgp', seed: 3 })

/** What JSON.parse says; a minus zero, which `JSON.stringify` writes as 0, counts as zero. */
function parsed(source: string): unknown {
  return JSON.parse(source, (_, value: unknown) => (typeof value === 'number' ? value + 0 : value))
}

describe('readJson', () => {
  test('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const source = JSON.stringify(value, undefined, indent)
        const reading = readJson(source)
        fc.pre(!/"(__proto__|constructor|prototype)"/.test(source))
        expect(reading).toEqual({ ok: true, value: parsed(source) })
      }),
    )
  })

  test('refuses what JSON.parse refuses', () => {
    const near = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', '"', '{', ']', ',', ':', '\\', '0', '-', '\n', '\u0001'),
    )
    fc.assert(
      fc.property(near, ([source, at, inserted]) => {
        const place = at % (source.length + 1)
        const broken = source.slice(0, place) + inserted + source.slice(place + 1)
        let accepted = true
        try {
          JSON.parse(broken)
        } catch {
          accepted = false
        }
        if (!accepted) expect(readJson(broken).ok).toBe(false)
        else if (readJson(broken).ok) expect(readJson(broken)).toEqual({ ok: true, value: parsed(broken) })
      }),
      { numRuns: 1000 },
    )
  })
})

describe('design files', () => {
  test('a fabric comes back as it was written', () => {
    const source = serializeDesign(fabric, 'My fabric')
    expect(parseDesignText(source)).toEqual({ ok: true, design: fabric, name: 'My fabric' })
  })

  test('the text does not depend on the order of records or fields', () => {
    const reversed = JSON.parse(JSON.stringify(toFile(fabric)), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    )
    const reading = parseDesign(reversed)
    expect(reading.ok && serializeDesign(reading.design)).toBe(serializeDesign(fabric))
  })

  test('a new design is a valid file with pools', () => {
    expect(parseDesignText(serializeDesign(emptyDesign()))).toEqual({ ok: true, design: emptyDesign() })
  })

  test.each(Array.from({ length: currentDocumentVersion }, (_, index) => index + 1))(
    'a file of version %i is read',
    (version) => {
      const reading = parseDesignText(readFileSync(here(`../../test/documents/version-${version}.json`), 'utf8'))
      expect(reading).toMatchObject({ ok: true, name: 'Two leaves' })
      if (!reading.ok) return
      const { devices, interfaces, mlagPairs } = reading.design.network
      expect(devices['device:leaf-1']?.asNumber).toBe(65546)
      expect(interfaces['interface:leaf-1.p1']).toMatchObject({ name: '100GE1/0/1', ipv6: ['2001:db8::1/64'] })
      expect(mlagPairs['mlag:one']?.peerLink.trunks).toEqual(['interface:leaf-1.t0', undefined])
      expect(parseDesignText(serializeDesign(reading.design))).toEqual({ ok: true, design: reading.design })
    },
  )

  test('any value gives a design or problems, never an exception', () => {
    const hostile = fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true })
    fc.assert(fc.property(hostile, (value) => !parseDesign(value).ok))
    fc.assert(
      fc.property(hostile, hostile, (network, layout) => {
        const reading = parseDesign({ weft: { documentVersion: 1 }, network, layout })
        expect(reading.ok || reading.problems.length > 0).toBe(true)
      }),
    )
  })

  test('a valid file with one place changed is read or refused with a path', () => {
    const file = toFile(fabric)
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 2, maxLength: 7 }), fc.jsonValue(), (steps, value) => {
        const reading = parseDesign(changedAt(file, steps, value))
        if (reading.ok) return
        expect(reading.problems.length).toBeGreaterThan(0)
        for (const problem of reading.problems) expect(problem.remedy.en).not.toBe('')
        expect(
          reading.problems.some(({ path, message }) => path !== '' || message.en.includes('not a Weft design')),
        ).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('no more than 50 problems are told', () => {
    const devices = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`device:${index}`, {}]))
    const reading = parseDesign({ weft: { documentVersion: 1 }, network: { devices } })
    expect(reading.ok ? 0 : reading.problems.length).toBe(50)
  })

  test('what Weft stored itself is read although a record of it is gone', () => {
    const { 'device:spine-1': _, ...devices } = fabric.network.devices
    const file = toFile({ ...fabric, network: { ...fabric.network, devices } })
    expect(parseDesign(file).ok).toBe(false)
    expect(parseDesign(file, { references: 'tolerate' }).ok).toBe(true)
  })

  test('50 MB are answered, and so are 70 MB', () => {
    const half = `"${'x'.repeat(1000)}"`
    const large = `{"weft":{"documentVersion":1},"network":{"devices":{}},"extra":[${Array.from({ length: 50_000 }, () => half).join(',')}]}`
    expect(large.length).toBeGreaterThan(50_000_000)
    const reading = parseDesignText(large)
    expect(reading.ok ? '' : reading.problems[0]?.path).toBe('extra')
    expect(parseDesignText('x'.repeat(70 * 1024 * 1024))).toMatchObject({ ok: false })
  })
})

/** The JSON value with what a walk of numbered steps leads to replaced. */
function changedAt(value: unknown, steps: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined || typeof value !== 'object' || value === null) return replacement
  const keys = Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return replacement
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    name === key ? changedAt(inner, rest, replacement) : inner,
  ])
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}

describe('the published schema', () => {
  test('is the one of the code (npx tsx packages/domain/scripts/write-schema.ts)', () => {
    const committed = readFileSync(here('../../../../docs/design.schema.json'), 'utf8')
    expect(JSON.parse(committed)).toEqual(designJsonSchema())
  })

  test('says the same as referenceFields about which fields name other records', () => {
    const idFields = new Set<string>()
    const otherFields = new Set<string>()
    visitFields(designJsonSchema(), (field, schema) => {
      const pattern = (schema as { readonly pattern?: string }).pattern ?? ''
      ;(/^\^[a-z-]+:\[/.test(pattern) ? idFields : otherFields).add(field)
    })
    idFields.delete('id')
    expect([...idFields].sort()).toEqual([...referenceFields].sort())
    expect([...otherFields].filter((field) => referenceFields.has(field))).toEqual([])
    expect(Object.keys(collections).length).toBe(24)
  })
})

/** Calls `visit` for every text that can stand in a field, through lists and unions. */
function visitFields(schema: unknown, visit: (field: string, schema: unknown) => void, field?: string): void {
  if (typeof schema !== 'object' || schema === null) return
  const { properties, items, prefixItems, anyOf, additionalProperties, type } = schema as {
    readonly [key: string]: unknown
  }
  if (field !== undefined && type !== undefined && type !== 'object' && type !== 'array' && type !== 'null')
    visit(field, schema)
  for (const inner of [items, additionalProperties]) visitFields(inner, visit, field)
  for (const list of [prefixItems, anyOf])
    if (Array.isArray(list)) for (const inner of list) visitFields(inner, visit, field)
  for (const [name, inner] of Object.entries((properties ?? {}) as object)) visitFields(inner, visit, name)
}
