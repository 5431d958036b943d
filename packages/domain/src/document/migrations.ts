/** A file as JSON, before any of its fields was looked at. */
export type RawDocument = { readonly [field: string]: unknown }

/**
 * The step at index i turns document version i + 1 into i + 2. Append-only: files of every version
 * exist in people's folders, so a step that was released never changes. Each has a fixture in
 * `test/documents/` that is read by every later Weft.
 */
export const migrations: readonly ((file: RawDocument) => RawDocument)[] = []

/** The version this Weft writes, and the newest it reads. */
export const currentDocumentVersion = migrations.length + 1

export function migrate(file: RawDocument, fromVersion: number): RawDocument {
  return migrations.slice(fromVersion - 1).reduce((document, step) => step(document), file)
}
