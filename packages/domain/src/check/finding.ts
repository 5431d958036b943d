import type { Command } from '../edit'
import type { LocalText, RecordId } from '../model'

export type Severity = 'error' | 'warning' | 'info'

/** Something a person should look at. The rule says why it matters; the finding says what and where. */
export type Finding = {
  readonly ruleId: string
  readonly severity: Severity
  /** First is the main one. */
  readonly subjects: readonly RecordId[]
  readonly what: LocalText
  /** Command that provably clears the finding. */
  readonly fix?: { readonly label: LocalText; readonly command: Command }
  /** Stable identity within a design: rule and what it is about, not the wording. */
  readonly key: string
}
