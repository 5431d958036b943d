import { catalogEntries, catalogModels } from './entries'
import type { CatalogEntry, CatalogModel, ForwardingMode, ModelChoice, ResolvedModel } from './types'

export type FoundModel =
  | {
      readonly kind: 'documented'
      /** Several when a short name stands for several boxes: ask for the order name. */
      readonly models: readonly [CatalogModel, ...CatalogModel[]]
      /** Set when the text itself names the mode. */
      readonly forwardingMode?: ForwardingMode
    }
  | { readonly kind: 'undocumented'; readonly model: CatalogModel }
  | { readonly kind: 'unknown' }

/**
 * Looks a model up by order name or short name. Exact match after normalising, never by prefix:
 * `CE6863E-48S6CQ` and `CE6863E-48S8CQ` are different boxes and only one is documented.
 */
export function findModel(text: string): FoundModel {
  return found.get(text) ?? found.get(normaliseModelName(text)) ?? { kind: 'unknown' }
}

/** Entry, mode and candidates of a device, or undefined for a model nobody knows. */
export function modelOf(device: ModelChoice): ResolvedModel | undefined {
  const match = findModel(device.model)
  if (match.kind === 'unknown') return undefined
  if (match.kind === 'undocumented') return { entry: match.model.entries[0], candidates: [match.model] }
  const entry = entryIn(match, device)
  const { forwardingMode } = entry
  return { entry, candidates: match.models, ...(forwardingMode === undefined ? {} : { forwardingMode }) }
}

/** The entry alone, which is what thousands of ports ask for. */
export function entryOf(device: ModelChoice): CatalogEntry | undefined {
  const match = findModel(device.model)
  if (match.kind === 'unknown') return undefined
  return match.kind === 'undocumented' ? match.model.entries[0] : entryIn(match, device)
}

function entryIn(match: Extract<FoundModel, { readonly kind: 'documented' }>, device: ModelChoice): CatalogEntry {
  const { entries } = match.models[0]
  const wanted = device.forwardingMode ?? match.forwardingMode
  for (const entry of entries) if (entry.forwardingMode === wanted) return entry
  return entries[0]
}

/** Trimmed upper case, `Huawei` dropped, `CloudEngine 6866` and `CE 6866` as `CE6866`, no part number in brackets. */
export function normaliseModelName(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .replace(/^HUAWEI /, '')
    .replace(/^CLOUDENGINE ?(?:CE ?)?(?=\d)/, 'CE')
    .replace(/^CE (?=\d)/, 'CE')
    .replace(/ ?\((?:PART )?\d{4}[0-9A-Z]{4}\)$/, '')
}

const found: ReadonlyMap<string, FoundModel> = indexNames()

/** Order names win over short names, documented models over the others. */
function indexNames(): ReadonlyMap<string, FoundModel> {
  const index = new Map<string, FoundModel>()
  const add = (name: string, match: FoundModel) => {
    const key = normaliseModelName(name)
    if (!index.has(key)) index.set(key, match)
  }
  const documented = catalogModels.filter(({ status }) => status === 'documented')
  for (const model of documented) add(model.name, { kind: 'documented', models: [model] })
  for (const entry of catalogEntries) {
    const [first, ...rest] = documented.filter(({ entries }) => entries.includes(entry))
    if (first === undefined) continue
    const { forwardingMode } = entry
    if (forwardingMode === undefined) {
      add(entry.name, { kind: 'documented', models: [first, ...rest] })
    } else {
      add(entry.name, { kind: 'documented', models: [first, ...rest], forwardingMode })
      add(`${first.name}${modeSuffix(entry)}`, { kind: 'documented', models: [first, ...rest], forwardingMode })
      add(entry.name.slice(0, -modeSuffix(entry).length), { kind: 'documented', models: [first, ...rest] })
    }
  }
  for (const model of catalogModels) {
    if (model.status === 'documented') continue
    add(model.name, { kind: 'undocumented', model })
    add(model.entries[0].name, { kind: 'undocumented', model })
  }
  return index
}

/** ` (low latency mode)` of `CE6885-LL (low latency mode)`. */
function modeSuffix(entry: CatalogEntry): string {
  return entry.name.slice(entry.name.indexOf(' ('))
}
