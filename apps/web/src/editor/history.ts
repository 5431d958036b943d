import type { Change } from '@weft/domain'

/** What can be undone and redone. Newest last in both lists. */
export type History = { readonly past: readonly Change[]; readonly future: readonly Change[] }

export const emptyHistory: History = { past: [], future: [] }

/** Older steps are forgotten: a day of work fits, memory stays bounded. */
const MOST_STEPS = 500

/** Remembers a change that was just made; what had been undone before it is gone. */
export function remember(history: History, change: Change): History {
  return { past: [...history.past, change].slice(-MOST_STEPS), future: [] }
}

/** The change to take back, and the history after it was taken back. */
export function stepBack(history: History): { readonly change: Change; readonly history: History } | undefined {
  const change = history.past.at(-1)
  if (!change) return undefined
  return { change, history: { past: history.past.slice(0, -1), future: [...history.future, change] } }
}

/** The change to make again, and the history after it was made again. */
export function stepForward(history: History): { readonly change: Change; readonly history: History } | undefined {
  const change = history.future.at(-1)
  if (!change) return undefined
  return { change, history: { past: [...history.past, change], future: history.future.slice(0, -1) } }
}
