import { wordHash } from '../expand'
import type { RecordId } from '../model'
import { weighed } from './carried-evidence'
import type { CheckInput } from './context'
import { buildContext } from './context'
import type { Finding, Severity } from './finding'
import { leavesDangling } from './fixes'
import { rules } from './registry'
import type { Rule, Violation } from './rule'

const rank: { readonly [S in Severity]: number } = { error: 0, warning: 1, info: 2 }

/**
 * Everything a person should look at, the worst first and then by rule and key: the same design gives
 * the same list in the same order, whatever the order of its records.
 */
export function runChecks(input: CheckInput): readonly Finding[] {
  const context = buildContext(input)
  const findings = new Map<string, Finding>()
  const add = (rule: Rule, found: Violation): void => {
    const violation = weighed(context, rule.id, found)
    const isOffered = violation.fix !== undefined && !leavesDangling(context, violation.fix.command)
    const finding = toFinding(rule, isOffered ? violation : { ...violation, fix: undefined })
    if (!findings.has(finding.key)) findings.set(finding.key, finding)
  }
  for (const rule of rules) {
    for (const found of rule.run(context)) add(rule, found)
  }
  for (const rule of rules) for (const found of rule.review?.(context, findings) ?? []) add(rule, found)
  return [...findings.values()].sort(
    (a, b) => rank[a.severity] - rank[b.severity] || byText(a.ruleId, b.ruleId) || byText(a.key, b.key),
  )
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
