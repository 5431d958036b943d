import type { CollectionName, Network, NetworkRecord } from '@weft/domain'
import { collections, designJsonSchema, emptyNetwork, kindOfCollection } from '@weft/domain'
import { expect, test } from 'vitest'
import type { FieldSpec } from './fields'
import { groupsOf } from './specs'

/** Fields of the model that no panel shows, each with the reason. Whatever lies below a field goes with it. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^\w+\.id$/, 'never changes'],
  [/^\w+\.allocations$/, 'what the allocation ledger says; people renumber there'],
  [/^devices\.carried$/, 'imported lines, shown and edited as the configuration they are'],
  [/^(interfaces|staticRoutes|bmpSessions)\.deviceId$/, 'what belongs to a device is made there, and never moves'],
  [/^(gateways|attachments)\.pairId$/, 'what belongs to a pair is made there, and never moves'],
  [/^links\.ends$/, 'a cable is drawn on the canvas'],
  [/^vlanifLinks\.ends$/, 'drawn on the canvas: its two Vlanifs belong to it'],
  [/^mlagPairs\.members$/, 'a pair is made of two devices on the canvas'],
  [/^attachments\.attached$/, 'a host is attached on the canvas'],
  [/^peerings\.ends\.\*\.owner$/, 'a peering is drawn on the canvas'],
  [/^peerings\.ends\.\*\.fromGroup$/, 'how an imported configuration says it; what holds is in the other fields'],
  [/^(peerings\.overlayId|bmpSessions\.monitoringId)$/, 'shown above the fields, with the way out of it'],
  [/^(underlays|overlays|pools)\.kind$/, 'one of another kind is another record'],
  [/^requirements\.(subject|survives|whileDown)$/, 'the requirement form'],
]

/** One record for each form that a panel looks different for; a panel reads no more of a record than this. */
const forms: { readonly [name in CollectionName]?: readonly object[] } = {
  interfaces: ['LoopBack0', '100GE1/0/1', 'Nve1', 'Vbdif10', '100GE1/0/1.1'].map((name) => ({ name })),
  underlays: ['ospf', 'ospfv3', 'isis', 'ebgp'].map((kind) => ({ kind })),
  overlays: [{ kind: 'ibgp' }, { kind: 'ebgp' }],
  pools: [
    { kind: 'loopback-ipv4', prefix: '' },
    { kind: 'as', first: 1 },
  ],
}
const underlayKinds = ['ospf', 'ospfv3', 'isis'] as const
const network = {
  ...emptyNetwork(),
  underlays: Object.fromEntries(underlayKinds.map((kind) => [`underlay:${kind}`, { kind }])),
} as unknown as Network // of underlays a panel asks for their kind alone
const rows = underlayKinds.map((kind) => ({ underlayId: `underlay:${kind}` }))

type Schema = {
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: { readonly [field: string]: Schema }
  readonly items?: Schema | readonly Schema[]
  readonly prefixItems?: readonly Schema[]
  readonly additionalProperties?: Schema
}

function modelFields(schema: Schema, path: readonly string[]): readonly string[] {
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives) return alternatives.flatMap((each) => modelFields(each, path))
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([field, inner]) => modelFields(inner, [...path, field]))
  const [first] = schema.prefixItems ?? []
  const item = first ?? (Array.isArray(schema.items) ? undefined : (schema.items as Schema | undefined))
  // A list of plain values is one field.
  if (item && (first || item.prefixItems || item.properties || item.anyOf || item.oneOf))
    return modelFields(item, [...path, '*'])
  return [path.join('.')]
}

/** The fields a panel edits; those that write a value of several parts with everything below. */
function shownFields(specs: readonly FieldSpec[], above: readonly string[]): readonly string[] {
  return specs.flatMap((spec) => {
    const path = [...above, ...spec.path.map((segment) => (typeof segment === 'number' ? '*' : segment))]
    if (spec.kind !== 'rows') return [path.join('.')]
    return rows.flatMap((row) => shownFields(spec.fields(row, network), [...path, '*']))
  })
}

const schema = designJsonSchema() as unknown as {
  readonly properties: { readonly network: { readonly properties: { readonly [name: string]: Schema } } }
}
const names = Object.keys(collections) as readonly CollectionName[]
const all = [
  ...new Set(
    names.flatMap((name) =>
      modelFields(schema.properties.network.properties[name]?.additionalProperties ?? {}, [name]),
    ),
  ),
]
const shown = new Set(
  names.flatMap((name) =>
    (forms[name] ?? [{}]).flatMap((form) =>
      shownFields(
        groupsOf(kindOfCollection[name], form as NetworkRecord).flatMap(({ fields }) => fields),
        [name],
      ),
    ),
  ),
)
const upTo = (field: string) => field.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'))
const isShown = (field: string) => upTo(field).some((part) => shown.has(part))
const isElsewhere = (field: string) => upTo(field).some((part) => elsewhere.some(([pattern]) => pattern.test(part)))

test('every field of the model has a panel, or a reason to have none', () => {
  expect(all.length).toBeGreaterThan(300)
  expect(all.filter((field) => !isShown(field) && !isElsewhere(field))).toEqual([])
})

test('nothing is shown that is said to be elsewhere, and nothing is said to be elsewhere that the model does not have', () => {
  expect(all.filter((field) => isShown(field) && isElsewhere(field))).toEqual([])
  const unused = elsewhere.filter(([pattern]) => !all.some((field) => upTo(field).some((part) => pattern.test(part))))
  expect(unused).toEqual([])
})

test('a panel shows only what the model has', () => {
  const known = new Set(all.flatMap(upTo))
  expect([...shown].filter((field) => !known.has(field))).toEqual([])
})
