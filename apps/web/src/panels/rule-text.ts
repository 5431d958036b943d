import { rules } from '@weft/domain'

const byRuleId = new Map(rules.map((rule) => [rule.id, rule]))

/** The words of a rule: why it matters, what to do, where it is written. */
export function ruleText(ruleId: string) {
  return byRuleId.get(ruleId)
}
