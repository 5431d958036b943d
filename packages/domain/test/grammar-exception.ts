import type { ViewForms } from '@weft/vrp/testing'
import { parseForm } from '@weft/vrp/testing'
import type { DerivationId } from '../src/config'

/**
 * Lines of one derivation that no collected page of the reference has. Each row brings the form that the line has
 * to keep to instead, and says where that form is from.
 */
export type GrammarException = {
  readonly derivation: DerivationId
  readonly views: readonly string[]
  readonly forms: readonly string[]
  /** Absent: the page that the derivation itself names; it is not among the collected ones. */
  readonly source?: string
  /** Whether a published script has a line of one of the forms in one of the views. */
  readonly inScripts: boolean
}

/** Their forms for an acceptor, each row by its views. */
export function formsOf({ views, forms }: GrammarException): readonly ViewForms[] {
  const parsed = forms.map(parseForm)
  return views.map((view) => ({ view, forms: parsed }))
}
