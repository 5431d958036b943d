import type { Command, Design, JudgedFinding, Network, RecordId, Refusal, Severity } from '@weft/domain'
import type { Digest } from './compiler'

/** Where the newest edits are. `saved` means: the server answered after its database committed. */
export type SaveState =
  | { readonly kind: 'saved'; readonly pending: 0 }
  | { readonly kind: 'saving'; readonly pending: number }
  /** The server cannot be reached; the changes are kept in this browser and will be sent again. */
  | { readonly kind: 'offline'; readonly pending: number; readonly message?: string }
  /** The server answered and refused, or the changes cannot be kept: a person has to act. */
  | { readonly kind: 'failed'; readonly pending: number; readonly message: string }

/** Asks the canvas to bring a record into view. The serial tells two requests for one record apart. */
export type FocusRequest = { readonly recordId: RecordId; readonly serial: number }

/** A command that was refused, until the person dismisses it or the next command succeeds. */
export type ShownRefusal = { readonly refusal: Refusal; readonly serial: number }

export type EditorState = {
  readonly designId: string
  readonly name: string
  readonly design: Design
  /** The network of the design with its intents expanded: what is drawn, searched and inspected. */
  readonly fabric: Network
  /** Absent until the first compile has come back. May be one edit behind while `compiling`. */
  readonly digest?: Digest
  readonly compiling: boolean
  /** The compile worker crashed: what it said. Shown to people, never silent. */
  readonly compileError?: string
  /** All of them, as they count on the day they were found. */
  readonly findings: readonly JudgedFinding[]
  /** Those nobody waived, or no longer: what colours the drawing and stands before an export. */
  readonly openFindings: readonly JudgedFinding[]
  readonly findingsByRecord: ReadonlyMap<RecordId, readonly JudgedFinding[]>
  readonly selection: ReadonlySet<RecordId>
  readonly saveState: SaveState
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly focusRequest?: FocusRequest
  readonly refusal?: ShownRefusal
}

export type SelectMode = 'replace' | 'add' | 'toggle'

export type EditorActions = {
  /** Applies a command at once, queues its change for saving and compiles. A refusal is returned and shown. */
  dispatch(command: Command): Refusal | undefined
  undo(): void
  redo(): void
  select(ids: Iterable<RecordId>, mode?: SelectMode): void
  /** Selects the record and asks the canvas to pan to it. */
  focus(recordId: RecordId): void
  copy(): void
  paste(): void
  deleteSelection(): void
  dismissRefusal(): void
  /** Tries at once what waits for a retry. */
  retrySaving(): void
  /** Starts the compile worker again after a crash. */
  restartCompiling(): void
}

/** Worst severity and number of findings of one record, for badges. */
export type FindingSummary = ReadonlyMap<RecordId, { readonly worst: Severity; readonly count: number }>
