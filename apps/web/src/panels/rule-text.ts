import type { Rule } from '@weft/domain'
import { rules } from '@weft/domain'

const byRuleId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]))

/** The words of a rule: why it matters, what to do, where it is written. */
export function ruleText(ruleId: string): Rule | undefined {
  return byRuleId.get(ruleId)
}
