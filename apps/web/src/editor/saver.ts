import type { Change } from '@weft/domain'
import type { KeptChanges } from './kept-changes'
import type { QueuedChange, SaveQueue, SendOutcome } from './save-queue'
import { emptyQueue, enqueue, othersWrote, retryDelayMs, saveStateOf, settle, takeBatch } from './save-queue'
import type { SaveState } from './state'

export type SaverOptions = {
  readonly knownSequence: number
  readonly kept: KeptChanges
  /** Changes kept from an earlier visit; they are sent first. */
  readonly unsent: readonly QueuedChange[]
  readonly send: (knownSequence: number, batch: readonly QueuedChange[]) => Promise<SendOutcome>
  readonly onState: (state: SaveState) => void
  /** Somebody else changed the design since this client last saw it. */
  readonly onBehind: () => void
}

export type Saver = {
  add(change: Change): void
  retryNow(): void
  /** What the server has not confirmed, oldest first. */
  unconfirmed(): readonly QueuedChange[]
  /** After the design was fetched again. */
  caughtUp(sequence: number): void
  dispose(): void
}

/** Gestures that follow each other closely travel together. */
const GATHER_MS = 120

/** Drives the save queue: gathers, sends one batch at a time, retries, and says where things stand. */
export function createSaver({ knownSequence, kept, unsent, send, onState, onBehind }: SaverOptions): Saver {
  let queue: SaveQueue = enqueue(emptyQueue(knownSequence), unsent)
  let timer: ReturnType<typeof setTimeout> | undefined
  let notKept: string | undefined
  let disposed = false

  function publish() {
    const state = saveStateOf(queue)
    if (state.kind === 'offline' && notKept) onState({ kind: 'failed', pending: state.pending, message: notKept })
    else onState(state)
  }

  function schedule(delayMs: number) {
    if (disposed) return
    clearTimeout(timer)
    timer = setTimeout(() => void attempt(), delayMs)
  }

  async function attempt() {
    const taken = takeBatch(queue)
    if (!taken || disposed) return
    queue = taken
    publish()
    const outcome = await send(taken.knownSequence, taken.inFlight)
    const behind = othersWrote(taken, outcome)
    queue = settle(queue, outcome)
    if (outcome.kind === 'stored') {
      kept.drop(taken.inFlight)
      notKept = undefined
    }
    if (disposed) return
    publish()
    if (outcome.kind === 'stored') {
      schedule(0)
      if (behind) onBehind()
    } else if (outcome.kind === 'unreachable') schedule(retryDelayMs(queue.failures))
  }

  function retryNow() {
    if (queue.waiting.length > 0) schedule(0)
  }

  if (unsent.length > 0) schedule(0)
  publish()
  globalThis.addEventListener?.('online', retryNow)

  return {
    add(change) {
      const item = { clientChangeId: crypto.randomUUID(), change }
      notKept = kept.keep(item) ?? notKept
      queue = enqueue(queue, [item])
      publish()
      // While the server cannot be reached the retry timer is running; a new edit does not hurry it.
      if (!queue.trouble) schedule(GATHER_MS)
    },
    retryNow,
    unconfirmed: () => [...queue.inFlight, ...queue.waiting],
    caughtUp(sequence) {
      queue = { ...queue, knownSequence: Math.max(queue.knownSequence, sequence) }
    },
    dispose() {
      disposed = true
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', retryNow)
    },
  }
}
