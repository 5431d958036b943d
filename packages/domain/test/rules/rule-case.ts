import type { RuleId } from '../../src/check'

/** A design that breaks a rule and one, as close to it as possible, that does not. */
export type RuleCase = {
  readonly rule: RuleId
  readonly fails: string
  /** What the rule says about the first design: severity, subjects and key of each finding, in their order. */
  readonly at: readonly string[]
  /** Other rules that rightly have errors or warnings about the first design. */
  readonly also?: readonly RuleId[]
  readonly passes: string
  /** Other rules that the second design cannot do without breaking. */
  readonly passesWith?: readonly RuleId[]
}
