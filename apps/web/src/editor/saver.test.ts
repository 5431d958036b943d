import type { Change } from '@weft/domain'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { KeptChanges } from './kept-changes'
import type { QueuedChange, SendOutcome } from './save-queue'
import { createSaver } from './saver'
import type { SaveState } from './state'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const change = (name: string): Change => ({ label: { en: name, zh: name }, edits: [] })

/** A saver against a server that gives these outcomes, the last one for ever. */
function against(...outcomes: readonly SendOutcome[]) {
  const sent: string[] = []
  const states: SaveState[] = []
  const stored = new Map<string, QueuedChange>()
  const kept: KeptChanges = {
    load: () => ({ changes: [], unreadable: 0 }),
    keep: (item) => void stored.set(item.clientChangeId, item),
    drop: (items) => {
      for (const { clientChangeId } of items) stored.delete(clientChangeId)
    },
  }
  let attempt = 0
  const saver = createSaver({
    knownSequence: 0,
    kept,
    unsent: [],
    send: async (_, batch) => {
      sent.push(batch.map((each) => each.change.label.en).join(' '))
      const outcome = outcomes[Math.min(attempt, outcomes.length - 1)]
      attempt += 1
      if (!outcome) throw new Error('no outcome given')
      return outcome
    },
    onState: (state) => states.push(state),
    onBehind: () => states.push({ kind: 'failed', pending: 0, message: 'behind' }),
  })
  return { saver, sent, states, stored }
}

test('gestures that follow closely travel together, and are kept until they are stored', async () => {
  const { saver, sent, states, stored } = against({ kind: 'stored', sequence: 2 })
  saver.add(change('a'))
  saver.add(change('b'))
  expect(stored.size).toBe(2)
  await vi.advanceTimersByTimeAsync(500)
  expect(sent).toEqual(['a b'])
  expect(stored.size).toBe(0)
  expect(states.at(-1)).toEqual({ kind: 'saved', pending: 0 })
})

test('offline: kept, retried later and longer, and stored when the server is back', async () => {
  const gone: SendOutcome = { kind: 'unreachable', message: 'no answer' }
  const { saver, sent, states, stored } = against(gone, gone, { kind: 'stored', sequence: 1 })
  saver.add(change('a'))
  await vi.advanceTimersByTimeAsync(200)
  expect(states.at(-1)).toEqual({ kind: 'offline', pending: 1, message: 'no answer' })
  expect(stored.size).toBe(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toEqual(['a', 'a'])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(sent).toEqual(['a', 'a', 'a'])
  expect(states.at(-1)).toEqual({ kind: 'saved', pending: 0 })
  expect(stored.size).toBe(0)
})

test('a refusal is not repeated by itself, only when a person asks', async () => {
  const { saver, sent, states } = against({ kind: 'refused', message: 'archived' }, { kind: 'stored', sequence: 1 })
  saver.add(change('a'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toEqual(['a'])
  expect(states.at(-1)).toMatchObject({ kind: 'failed', message: 'archived' })
  saver.retryNow()
  await vi.advanceTimersByTimeAsync(10)
  expect(states.at(-1)).toEqual({ kind: 'saved', pending: 0 })
})

test('a change made while a batch is under way follows in the next one', async () => {
  const { saver, sent } = against({ kind: 'stored', sequence: 1 }, { kind: 'stored', sequence: 2 })
  saver.add(change('a'))
  await vi.advanceTimersByTimeAsync(120)
  saver.add(change('b'))
  await vi.advanceTimersByTimeAsync(500)
  expect(sent).toEqual(['a', 'b'])
})
