import type { Change, Design } from '@weft/domain'

/** A design as the list shows it. */
export type DesignSummary = {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  /** Last edit or rename. */
  readonly updatedAt: Date
  readonly archivedAt: Date | undefined
  readonly sequence: number
  readonly thumbnail: string | undefined
}

/** The newest state of a design. */
export type Head = { readonly sequence: number; readonly design: Design }

/** A change as its author sent it; the id makes sending it twice the same as sending it once. */
export type SentChange = { readonly clientChangeId: string; readonly change: Change }

/** A change in its place in the log. */
export type LoggedChange = SentChange & {
  readonly sequence: number
  readonly author: string
  readonly createdAt: Date
}
