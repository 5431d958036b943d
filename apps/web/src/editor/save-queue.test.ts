import { expect, test } from 'vitest'
import type { QueuedChange, SaveQueue } from './save-queue'
import { emptyQueue, enqueue, othersWrote, retryDelayMs, saveStateOf, settle, takeBatch } from './save-queue'

const item = (id: string): QueuedChange => ({ clientChangeId: id, change: { label: { en: id, zh: id }, edits: [] } })
const queued = (...ids: readonly string[]) => enqueue(emptyQueue(7), ids.map(item))
const ids = (items: readonly QueuedChange[]) => items.map(({ clientChangeId }) => clientChangeId).join(' ')

function sending(queue: SaveQueue): SaveQueue {
  const taken = takeBatch(queue)
  if (!taken) throw new Error('nothing to send')
  return taken
}

test('one batch at a time, oldest first', () => {
  const first = sending(queued('a', 'b'))
  expect(ids(first.inFlight)).toBe('a b')
  const more = enqueue(first, [item('c')])
  expect(takeBatch(more)).toBeUndefined()
  const stored = settle(more, { kind: 'stored', sequence: 9 })
  expect(stored.knownSequence).toBe(9)
  expect(ids(sending(stored).inFlight)).toBe('c')
})

test('a batch the server never answered is sent again, in front of newer changes', () => {
  const lost = settle(enqueue(sending(queued('a', 'b')), [item('c')]), { kind: 'unreachable', message: 'no route' })
  expect(ids(lost.waiting)).toBe('a b c')
  expect(saveStateOf(lost)).toEqual({ kind: 'offline', pending: 3, message: 'no route' })
  const retried = settle(sending(lost), { kind: 'stored', sequence: 10 })
  expect(saveStateOf(retried)).toEqual({ kind: 'saved', pending: 0 })
})

test('a refusal keeps the changes and says so', () => {
  const refused = settle(sending(queued('a')), { kind: 'refused', message: 'archived' })
  expect(saveStateOf(refused)).toEqual({ kind: 'failed', pending: 1, message: 'archived' })
})

test('saved only when nothing waits and nothing is under way', () => {
  expect(saveStateOf(emptyQueue(7))).toEqual({ kind: 'saved', pending: 0 })
  expect(saveStateOf(queued('a'))).toEqual({ kind: 'saving', pending: 1 })
  expect(saveStateOf(sending(queued('a')))).toEqual({ kind: 'saving', pending: 1 })
})

test('a sequence that jumps tells that others wrote', () => {
  const sent = sending(queued('a', 'b'))
  expect(othersWrote(sent, { kind: 'stored', sequence: 9 })).toBe(false)
  expect(othersWrote(sent, { kind: 'stored', sequence: 10 })).toBe(true)
})

test('a large backlog travels in batches', () => {
  const many = enqueue(
    emptyQueue(0),
    Array.from({ length: 250 }, (_, index) => item(String(index))),
  )
  const first = sending(many)
  expect([first.inFlight.length, first.waiting.length]).toEqual([100, 150])
})

test('retries wait longer, up to half a minute', () => {
  expect([1, 2, 3, 6, 50].map(retryDelayMs)).toEqual([1_000, 2_000, 4_000, 30_000, 30_000])
})
