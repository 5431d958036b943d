import type { Finding } from '../../src/check'
import { compile } from '../../src/compile'
import { applyCommand } from '../../src/edit'
import type { Network } from '../../src/model'
import { networkFromText } from '../fabric-text'

export function judgeNetwork(network: Network): readonly Finding[] {
  return compile(network).findings
}

export function judge(text: string): readonly Finding[] {
  return judgeNetwork(networkFromText(text))
}

/** `error peering:leaf1-leaf2 device:leaf1`: a finding on one line, without the rule. */
export function place({ severity, key, ruleId }: Finding): string {
  return `${severity} ${key.slice(ruleId.length + 1)}`
}

/** What carrying out the fix of a finding does, in words. */
export function afterFix(network: Network, { fix, key }: Finding, before: readonly Finding[]): string {
  if (fix === undefined) return 'cleared'
  const result = applyCommand({ network, layout: { positions: {} } }, fix.command)
  if ('refused' in result) return `${key}: refused, ${result.refused.what.en}`
  const after = judgeNetwork(result.design.network)
  if (after.some((finding) => finding.key === key)) return `${key}: still there`
  const known = new Set(before.map((finding) => finding.key))
  const fresh = after.filter((finding) => finding.severity === 'error' && !known.has(finding.key))
  return fresh.length === 0 ? 'cleared' : `${key}: new errors ${fresh.map((finding) => finding.key).join(', ')}`
}
