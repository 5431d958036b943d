import { parseChange } from '@weft/domain'
import superjson from 'superjson'
import type { QueuedChange } from './save-queue'

/** Changes the server has not confirmed, kept in this browser so that closing the page loses nothing. */
export type KeptChanges = {
  /** Oldest first. Entries that cannot be read (another version wrote them) stay where they are and are counted. */
  load(): { readonly changes: readonly QueuedChange[]; readonly unreadable: number }
  /** Returns what went wrong when the browser has no room left. */
  keep(item: QueuedChange): string | undefined
  drop(items: readonly QueuedChange[]): void
}

type KeptEntry = QueuedChange & { readonly order: readonly [time: number, count: number] }

/**
 * One storage entry per change, so that two tabs of one design never overwrite each other's list.
 * `localStorage` because it is synchronous: the entry is there before the page can be closed.
 */
export function keptInStorage(storage: Storage, designId: string): KeptChanges {
  const prefix = `weft.unsent.${designId}.`
  let count = 0

  return {
    load() {
      const values = Array.from({ length: storage.length }, (_, index) => storage.key(index))
        .filter((key) => key?.startsWith(prefix))
        .map((key) => storage.getItem(key ?? ''))
      const entries = values.map((value) => (value === null ? undefined : readEntry(value)))
      const changes = entries
        .filter((entry) => entry !== undefined)
        .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1])
        .map(({ clientChangeId, change }) => ({ clientChangeId, change }))
      return { changes, unreadable: entries.length - changes.length }
    },
    keep(item) {
      count += 1
      const entry: KeptEntry = { ...item, order: [Date.now(), count] }
      try {
        storage.setItem(prefix + item.clientChangeId, superjson.stringify(entry))
        return undefined
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
    },
    drop(items) {
      for (const item of items) storage.removeItem(prefix + item.clientChangeId)
    },
  }
}

/** Undefined when the text is not an entry this version understands. */
function readEntry(value: string): KeptEntry | undefined {
  let entry: unknown
  try {
    entry = superjson.parse(value)
  } catch {
    return undefined
  }
  if (typeof entry !== 'object' || entry === null) return undefined
  const { clientChangeId, change, order } = entry as { readonly [Key in keyof KeptEntry]?: unknown }
  if (typeof clientChangeId !== 'string' || !Array.isArray(order)) return undefined
  const reading = parseChange(change)
  if (!reading.ok) return undefined
  return { clientChangeId, change: reading.change, order: [Number(order[0]), Number(order[1])] }
}
