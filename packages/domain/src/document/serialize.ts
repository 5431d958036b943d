import type { Design } from '../model'
import { currentDocumentVersion } from './migrations'
import { collectionNames } from './parse-record'

/**
 * The text of a design file: canonical, so that equal designs are equal files and a version control
 * diff shows what changed. Collections in the order of the model, records by id, fields by name with
 * `id` first; two blanks of indentation; a newline at the end.
 */
export function serializeDesign(design: Design, name?: string): string {
  return `${JSON.stringify(toFile(design, name), undefined, 2)}\n`
}

/** The JSON value of a design file. @see parseDesign for the way back */
export function toFile(design: Design, name?: string): { readonly [field: string]: unknown } {
  const network: { [collection: string]: unknown } = {}
  for (const collection of collectionNames) network[collection] = ordered(design.network[collection])
  return {
    weft: { documentVersion: currentDocumentVersion },
    ...(name === undefined ? {} : { name }),
    network,
    layout: ordered(design.layout),
  }
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([a], [b]) => (a === b ? 0 : a === 'id' || (b !== 'id' && a < b) ? -1 : 1))
  return Object.fromEntries(entries.map(([field, inner]) => [field, ordered(inner)]))
}
