import { allocate } from '../../src/allocate'
import type { Finding } from '../../src/check'
import { runChecks } from '../../src/check'
import { renderConfigs } from '../../src/config'
import { deriveIntent } from '../../src/intent'
import type { Network } from '../../src/model'
import { computeReach } from '../../src/reach'
import { networkFromText } from '../fabric-text'

export function judgeNetwork(network: Network): readonly Finding[] {
  const allocation = allocate(network)
  const intent = deriveIntent(network, allocation)
  const reachability = computeReach(network, intent)
  return runChecks({ network, allocation, intent, reachability, configs: renderConfigs(intent) })
}

export function judge(text: string): readonly Finding[] {
  return judgeNetwork(networkFromText(text))
}

/** `error peering:leaf1-leaf2 device:leaf1`: a finding on one line, without the rule. */
export function place({ severity, key, ruleId }: Finding): string {
  return `${severity} ${key.slice(ruleId.length + 1)}`
}
