import type { LocalText, Network, NetworkRecord, RecordId } from '@weft/domain'

/** Where a value stands in a record: `['dfs', 'priorities', 0]`. */
export type FieldPath = readonly [string | number, ...(string | number)[]]

export type Choice = { readonly value: string; readonly label: LocalText }
type Candidates = (network: Network, record: NetworkRecord) => readonly RecordId[]

export type FieldSpec = {
  readonly path: FieldPath
  readonly label: LocalText
  readonly hint?: LocalText
  /** Too long to stand beside another one. */
  readonly wide?: boolean
  /** How the value of the record is shown, and what a typed or chosen one becomes, where the two differ. */
  readonly as?: {
    readonly read: (stored: unknown) => unknown
    readonly write: (typed: unknown, stored: unknown) => unknown
  }
} & (
  | { readonly kind: 'text'; readonly mono?: boolean }
  /** Several lines that the domain prints and reads. */
  | { readonly kind: 'policy' }
  | { readonly kind: 'number' }
  | { readonly kind: 'flag' }
  /** Words or numbers separated by commas or blanks; `vlans` also takes `10-20`. */
  | { readonly kind: 'list'; readonly item: 'text' | 'vlans' }
  | {
      readonly kind: 'choice'
      readonly choices: readonly Choice[] | ((network: Network, record: NetworkRecord) => readonly Choice[])
      readonly unset?: LocalText
    }
  /** Any number of a few words. */
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'reference'; readonly candidates: Candidates; readonly unset?: LocalText }
  /** Any number of other records. */
  | { readonly kind: 'references'; readonly candidates: Candidates }
  /** Any number of things, each with fields of its own whose paths begin at the thing. */
  | {
      readonly kind: 'rows'
      readonly fields: (row: unknown, network: Network) => readonly FieldSpec[]
      /** What a new one begins with; undefined while the design has nothing to make one of. */
      readonly template: (network: Network, record: NetworkRecord, rows: readonly unknown[]) => unknown
    }
)
export type FieldSpecOf<Kind extends FieldSpec['kind']> = Extract<FieldSpec, { readonly kind: Kind }>

export type FieldGroup = {
  readonly title?: LocalText
  /** The group edits one optional part of the record: what to add when it is wanted. */
  readonly optional?: { readonly field: string; readonly template: unknown }
  readonly fields: readonly FieldSpec[]
  /** Short fields stand two in a row. */
  readonly dense?: boolean
}

export function valueAt(record: NetworkRecord, path: FieldPath): unknown {
  let value: unknown = record
  for (const segment of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as { readonly [key: string | number]: unknown })[segment]
  }
  return value
}

/** What a field shows of a record. */
export function shownValue(record: NetworkRecord, { path, as }: FieldSpec): unknown {
  const stored = valueAt(record, path)
  return as === undefined ? stored : as.read(stored)
}

/** The top-level field of a record with what was typed put in, ready for `record.set`. An empty inner object goes away. */
export function fieldsWith(
  record: NetworkRecord,
  { path, as }: FieldSpec,
  typed: unknown,
): { readonly [field: string]: unknown } {
  const [field, ...inner] = path
  const value = as === undefined ? typed : as.write(typed, valueAt(record, path))
  return { [field]: put((record as unknown as { readonly [key: string]: unknown })[field], inner, value) }
}

/** Fields one level further in: of the base BGP process, of the third row. */
export function under(path: FieldPath, fields: readonly FieldSpec[]): readonly FieldSpec[] {
  return fields.map((field) => ({ ...field, path: [...path, ...field.path] }))
}

function put(target: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [segment, ...rest] = path
  if (segment === undefined) return value
  if (typeof segment === 'number') {
    const list = Array.isArray(target) ? [...(target as readonly unknown[])] : []
    // An end or row stays, even with nothing in it.
    list[segment] = put(list[segment], rest, value) ?? (rest.length > 0 ? {} : undefined)
    return list
  }
  const object = typeof target === 'object' && target !== null ? (target as { readonly [key: string]: unknown }) : {}
  const entries = Object.entries({ ...object, [segment]: put(object[segment], rest, value) }).filter(
    ([, inner]) => inner !== undefined,
  )
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** Text of a field while it is edited. */
export function draftOf(spec: FieldSpec, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (spec.kind === 'list' && Array.isArray(value))
    return spec.item === 'vlans' ? formatVlans(value as readonly number[]) : value.join(', ')
  return String(value)
}

/** The value a draft stands for; text that is no number stays text, so that the schema says what is wrong. */
export function valueOfDraft(spec: FieldSpec, draft: string): unknown {
  const trimmed = draft.trim()
  if (spec.kind === 'list')
    return trimmed === ''
      ? undefined
      : spec.item === 'vlans'
        ? parseVlans(trimmed)
        : trimmed.split(/[\s,，;]+/).filter(Boolean)
  if (trimmed === '') return undefined
  if (spec.kind === 'number') return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed
  return trimmed
}

function parseVlans(draft: string): readonly unknown[] {
  return draft
    .split(/[\s,，;]+/)
    .filter(Boolean)
    .flatMap((part): readonly unknown[] => {
      const range = /^(\d{1,4})-(\d{1,4})$/.exec(part)
      if (!range) return [/^\d+$/.test(part) ? Number(part) : part]
      const [first, last] = [Number(range[1]), Number(range[2])]
      return last < first ? [part] : Array.from({ length: last - first + 1 }, (_, index) => first + index)
    })
}

function formatVlans(vlans: readonly number[]): string {
  const sorted = [...new Set(vlans)].sort((a, b) => a - b)
  const parts: string[] = []
  for (let index = 0; index < sorted.length; ) {
    let end = index
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end++
    parts.push(end > index ? `${sorted[index]}-${sorted[end]}` : String(sorted[index]))
    index = end + 1
  }
  return parts.join(', ')
}
