import { wordHash } from '../expand'
import type { RecordId } from '../model'
import { weighed } from './carried-evidence'
import type { CheckInput, RuleContext } from './context'
import { buildContext } from './context'
import { designIndex } from './design-index'
import type { Finding, Severity } from './finding'
import { leavesDangling } from './fixes'
import { rules } from './registry'
import type { Rule, Violation } from './rule'

const rank: { readonly [S in Severity]: number } = { error: 0, warning: 1, info: 2 }

/**
 * Everything a person should look at, the worst first and then by rule and key: the same design gives
 * the same list in the same order, whatever the order of its records.
 *
 * @param index where it is kept for what is edited next
 */
export function runChecks(input: CheckInput, index = designIndex(input.intent)): readonly Finding[] {
  const context = buildContext(input, index)
  const findings = rules.flatMap((rule) => findingsOf(rule, context))
  return [...findings, ...reviewed(context, findings)].sort(byWeight)
}

/** What a rule finds, each thing once. */
export function findingsOf(rule: Rule, context: RuleContext): readonly Finding[] {
  return toFindings(rule, context, rule.run(context))
}

/** What rules find about the findings of all. */
export function reviewed(context: RuleContext, findings: Iterable<Finding>): readonly Finding[] {
  let known: ReadonlySet<string> | undefined
  const found = {
    has(key: string) {
      known ??= new Set([...findings].map((finding) => finding.key))
      return known.has(key)
    },
  }
  return rules.flatMap((rule) =>
    rule.review === undefined ? [] : toFindings(rule, context, rule.review(context, found)),
  )
}

export function byWeight(a: Finding, b: Finding): number {
  return rank[a.severity] - rank[b.severity] || byText(a.ruleId, b.ruleId) || byText(a.key, b.key)
}

function toFindings(rule: Rule, context: RuleContext, violations: Iterable<Violation>): readonly Finding[] {
  const findings = new Map<string, Finding>()
  for (const found of violations) {
    const violation = weighed(context, rule.id, found)
    const isOffered = violation.fix !== undefined && !leavesDangling(context, violation.fix.command)
    const finding = toFinding(rule, isOffered ? violation : { ...violation, fix: undefined })
    if (!findings.has(finding.key)) findings.set(finding.key, finding)
  }
  return [...findings.values()]
}

function toFinding(rule: Rule, { what, severity, key, fix, ...violation }: Violation): Finding {
  const subjects = [...new Set(violation.subjects)]
  return {
    ruleId: rule.id,
    severity: severity ?? rule.severity,
    subjects,
    what,
    ...(fix === undefined ? {} : { fix }),
    key: [rule.id, ...briefly(subjects), ...(key === undefined ? [] : [key])].join(' '),
  }
}

/** Records that a key names; of more the rest is one number made of them, so that people can waive any finding. */
const mostInKey = 12

function briefly(subjects: readonly RecordId[]): readonly string[] {
  if (subjects.length <= mostInKey) return subjects
  const rest = subjects.slice(mostInKey)
  return [...subjects.slice(0, mostInKey), `+${rest.length}`, wordHash(rest.join(' '))]
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
