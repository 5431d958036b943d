import type { RuleId } from '../../src/check'

/**
 * A design that breaks a rule and one, as close to it as possible, that does not.
 * `at` is what the rule says about the first: severity, subjects and key of each finding, in their order.
 */
export type RuleCase = {
  readonly rule: RuleId
  readonly fails: string
  readonly at: readonly string[]
  readonly passes: string
}
