import type {
  BlamedLine,
  Change,
  DeviceId,
  LinkSuggestion,
  LocalText,
  Network,
  NumberLedger,
  NumberRow,
  PoolId,
  Progress,
  RecordId,
  RenumberPlan,
  RenumberScope,
  SessionFix,
  Sweep,
} from '@weft/domain'
import type { DigestChanges } from './digest-changes'
import type { FailureOutcome } from './failure-outcome'
import type { SessionDetails, SessionRow } from './session-rows'

// The compilation stays in the worker: tens of megabytes at a thousand devices. The page gets a digest
// of every compile, and asks for the rest when somebody looks at it.

/** To the worker. The network travels once; afterwards only changes do. */
export type CompileRequest =
  | { readonly kind: 'open'; readonly network: Network; readonly version: number }
  | { readonly kind: 'change'; readonly change: Change; readonly version: number }
  | { readonly kind: 'ask'; readonly question: Question; readonly serial: number }
  /** Nobody waits for this answer any more. */
  | { readonly kind: 'cancel'; readonly serial: number }

/** From the worker. A version that is not the newest one requested is already out of date. */
export type CompileAnswer =
  /** What differs from the digest before it; the first one after `open` differs from none. */
  | { readonly kind: 'compiled'; readonly changes: DigestChanges; readonly version: number }
  | { readonly kind: 'step'; readonly step: Step; readonly serial: number }
  | { readonly kind: 'answer'; readonly answer: Answer; readonly serial: number }
  | { readonly kind: 'crashed'; readonly message: string }

/** What the page asks about the design as it was when it asked. */
export type Question =
  | { readonly kind: 'lines'; readonly deviceId: DeviceId }
  | { readonly kind: 'line-counts'; readonly records: readonly RecordId[] }
  | { readonly kind: 'sessions' }
  | { readonly kind: 'session'; readonly id: SessionRow['id'] }
  /** The smallest set of edits that brings a session up. */
  | { readonly kind: 'session-fix'; readonly id: SessionRow['id'] }
  | { readonly kind: 'ledger'; readonly filter: LedgerFilter }
  | { readonly kind: 'renumber'; readonly what: RenumberScope }
  /** What happens while these devices, links, interfaces and peer-links (named by their pair) are down. */
  | { readonly kind: 'what-if'; readonly failed: readonly RecordId[] }
  /** Every failure of one device or link, and with order 2 of every two. */
  | { readonly kind: 'sweep'; readonly order: 1 | 2 }
  /** Links that would mend what a sweep of this design found. */
  | { readonly kind: 'suggest-links'; readonly sweep: Sweep }
  | {
      readonly kind: 'export'
      readonly designName: string
      /** Absent: every device. A single chosen device makes a single file. */
      readonly deviceIds?: readonly DeviceId[]
      readonly errorsAcknowledged: boolean
      /** The day that decides which waivers hold. */
      readonly today: string
    }

export type Answer =
  /** Empty when the device is not there. */
  | { readonly kind: 'lines'; readonly lines: readonly BlamedLine[] }
  /** Only devices with such lines, in the order of their ids. */
  | { readonly kind: 'line-counts'; readonly counts: readonly LineCount[] }
  /** What needs attention comes first. */
  | { readonly kind: 'sessions'; readonly rows: readonly SessionRow[] }
  /** Absent when the session is not there. */
  | { readonly kind: 'session'; readonly details: SessionDetails | undefined }
  /** Absent when no set of edits is known that brings the session up. */
  | { readonly kind: 'session-fix'; readonly fix: SessionFix | undefined }
  /** The first rows that pass the filter, and how many do. */
  | { readonly kind: 'ledger'; readonly ledger: NumberLedger; readonly matching: number }
  | { readonly kind: 'renumber'; readonly plan: RenumberPlan }
  | { readonly kind: 'what-if'; readonly outcome: FailureOutcome }
  | { readonly kind: 'sweep'; readonly sweep: Sweep }
  | { readonly kind: 'suggest-links'; readonly suggestions: readonly LinkSuggestion[] }
  | { readonly kind: 'export'; readonly outcome: ExportOutcome }

/** Absent parts let everything through. `text` is looked for in numbers, fields and names. */
export type LedgerFilter = {
  readonly text?: string
  readonly poolId?: PoolId | undefined
  readonly from?: NumberRow['from'] | undefined
}

/** How many lines of a device are there because of the records asked for. */
export type LineCount = { readonly deviceId: DeviceId; readonly count: number }

/** Where a question that takes long is. */
export type Step = ExportStep | Progress
export type StepOf<Kind extends Question['kind']> = Kind extends 'export' ? ExportStep : Progress

export type ExportStep = 'compiling' | 'writing' | 'packing'

export type ExportOutcome =
  | { readonly kind: 'refused'; readonly what: LocalText }
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly content: Uint8Array<ArrayBuffer> }

export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>
export type AnswerOf<Kind extends Question['kind']> = Extract<Answer, { kind: Kind }>
