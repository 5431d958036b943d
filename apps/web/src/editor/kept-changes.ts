import superjson from 'superjson'
import type { QueuedChange } from './save-queue'

/** Changes the server has not confirmed, kept in this browser so that closing the page loses nothing. */
export type KeptChanges = {
  /** Oldest first. */
  load(): readonly QueuedChange[]
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
      const entries: KeptEntry[] = []
      for (let index = 0; index < storage.length; index += 1) {
        const key = storage.key(index)
        if (!key?.startsWith(prefix)) continue
        const value = storage.getItem(key)
        if (value !== null) entries.push(superjson.parse<KeptEntry>(value)) // written only by keep() below
      }
      entries.sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1])
      return entries.map(({ clientChangeId, change }) => ({ clientChangeId, change }))
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
