import type { Change } from '@weft/domain'
import { applyChange } from '@weft/domain'
import type { Head } from './types'

export type HeadCache = {
  get(designId: string): Head | undefined
  put(designId: string, head: Head): void
  /** After a commit: the head moved from `from` by these changes. */
  advance(designId: string, from: number, changes: readonly Change[]): void
}

/**
 * Designs that were used lately, parsed, so that opening one again costs no replay.
 * Never the truth: every reader compares the sequence with the row.
 */
export function createHeadCache(mostHeads: number): HeadCache {
  const heads = new Map<string, Head>()

  function put(designId: string, head: Head) {
    heads.delete(designId)
    heads.set(designId, head)
    const [oldest] = heads.keys()
    if (heads.size > mostHeads && oldest !== undefined) heads.delete(oldest)
  }

  return {
    get: (designId) => heads.get(designId),
    put(designId, head) {
      // A slow reader must not replace what a later commit has put here.
      if ((heads.get(designId)?.sequence ?? -1) <= head.sequence) put(designId, head)
    },
    advance(designId, from, changes) {
      const head = heads.get(designId)
      // Commits can be reported out of order, or come from another server: then the next reader replays the log.
      if (head?.sequence !== from) return
      put(designId, { sequence: from + changes.length, design: changes.reduce(applyChange, head.design) })
    },
  }
}
