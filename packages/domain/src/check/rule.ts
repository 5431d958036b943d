import type { LocalText, RecordId } from '../model'
import type { Aspect } from './aspects'
import type { RuleContext } from './context'
import type { Finding, Severity } from './finding'

/** `family/fault`, permanent: people suppress and link rules by it. */
export type RuleId = `${string}/${string}`

/** One place where a rule is broken. The rule says why it matters; the violation says what and where. */
export type Violation = {
  /** First is the main one. */
  readonly subjects: readonly [RecordId, ...RecordId[]]
  readonly what: LocalText
  /** Where this one weighs less or more than the rule in general. */
  readonly severity?: Severity
  /** Tells violations of one rule with the same subjects apart. */
  readonly key?: string
  /** Offered only where carrying it out clears the finding. */
  readonly fix?: Finding['fix']
}

/**
 * Data and one small function. A rule reads; it draws nothing and changes nothing.
 *
 * `source` cites what the rule rests on: `CR` and `CG` are the command reference and the configuration
 * guide of CloudEngine 6800/8800 V300R023C00, `inferred` is what follows from documented facts, and
 * `undocumented` is our judgement, which is never an error.
 */
export type Rule = {
  readonly id: RuleId
  readonly severity: Severity
  readonly title: LocalText
  readonly why: LocalText
  readonly remedy: LocalText
  readonly source: string
  /** Findings of the rule may carry a command that clears them. */
  readonly offersFix?: true
  /**
   * What it reads of the whole design; `always` where that may be the name of any record. Absent for most rules: whether and how they are broken follows from the devices
   * and records a violation names and from what faces these.
   */
  readonly wide?: readonly Aspect[] | 'always'
  /** What it reads only to say what it found. */
  readonly words?: readonly Aspect[]
  /** Each violation is about one device, the first it names or the one of the first record; other records are only named. */
  readonly perDevice?: true
  readonly run: (context: RuleContext) => Iterable<Violation>
  /** What only all findings together show. */
  readonly review?: (
    context: RuleContext,
    found: { readonly has: (key: Finding['key']) => boolean },
  ) => Iterable<Violation>
}
