import type { Change } from '@weft/domain'
import type { SaveState } from './state'

/** One change on its way to the server. The id makes sending it twice the same as sending it once. */
export type QueuedChange = { readonly clientChangeId: string; readonly change: Change }

/** What is not yet known to be stored. A value: the saver moves it along, tests read it. */
export type SaveQueue = {
  /** Newest sequence of the server this client has seen. */
  readonly knownSequence: number
  /** Sent and not answered. A batch that failed goes back to the front of `waiting`. */
  readonly inFlight: readonly QueuedChange[]
  readonly waiting: readonly QueuedChange[]
  /** Failures in a row; zero after every answer. */
  readonly failures: number
  readonly trouble?: { readonly kind: 'offline' | 'failed'; readonly message: string }
}

/** What became of one attempt to send a batch. */
export type SendOutcome =
  | { readonly kind: 'stored'; readonly sequence: number }
  /** No answer, or one that asks to come again: the same batch is sent again later. */
  | { readonly kind: 'unreachable'; readonly message: string }
  /** An answer that will not change by itself: a person has to act. */
  | { readonly kind: 'refused'; readonly message: string }

const MOST_CHANGES_PER_BATCH = 100
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000

export function emptyQueue(knownSequence: number): SaveQueue {
  return { knownSequence, inFlight: [], waiting: [], failures: 0 }
}

export function enqueue(queue: SaveQueue, items: readonly QueuedChange[]): SaveQueue {
  return { ...queue, waiting: [...queue.waiting, ...items] }
}

/** Takes the next batch, oldest first. Undefined while one is in flight or nothing waits. */
export function takeBatch(queue: SaveQueue): SaveQueue | undefined {
  if (queue.inFlight.length > 0 || queue.waiting.length === 0) return undefined
  return {
    ...queue,
    inFlight: queue.waiting.slice(0, MOST_CHANGES_PER_BATCH),
    waiting: queue.waiting.slice(MOST_CHANGES_PER_BATCH),
  }
}

export function settle(queue: SaveQueue, outcome: SendOutcome): SaveQueue {
  const { inFlight, waiting } = queue
  switch (outcome.kind) {
    case 'stored':
      return { knownSequence: outcome.sequence, inFlight: [], waiting, failures: 0 }
    case 'unreachable':
      return {
        ...queue,
        inFlight: [],
        waiting: [...inFlight, ...waiting],
        failures: queue.failures + 1,
        trouble: { kind: 'offline', message: outcome.message },
      }
    case 'refused':
      return {
        ...queue,
        inFlight: [],
        waiting: [...inFlight, ...waiting],
        failures: queue.failures + 1,
        trouble: { kind: 'failed', message: outcome.message },
      }
  }
}

/** Whether others have written since the sequence this client knew: its copy has to be brought up to date. */
export function othersWrote(before: SaveQueue, outcome: SendOutcome): boolean {
  return outcome.kind === 'stored' && outcome.sequence > before.knownSequence + before.inFlight.length
}

/** Doubles from one second to half a minute. */
export function retryDelayMs(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, failures - 1), LONGEST_RETRY_MS)
}

export function saveStateOf(queue: SaveQueue): SaveState {
  const pending = queue.inFlight.length + queue.waiting.length
  if (pending === 0) return { kind: 'saved', pending: 0 }
  if (queue.trouble) return { kind: queue.trouble.kind, pending, message: queue.trouble.message }
  return { kind: 'saving', pending }
}
