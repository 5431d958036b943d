import type { Rule } from './rule'
import { addressFormRules } from './rules/address-form-rules'
import { addressPlanRules } from './rules/address-plan-rules'
import { bgpAgreementRules } from './rules/bgp-agreement-rules'
import { bgpFamilyRules } from './rules/bgp-family-rules'
import { bgpHopRules } from './rules/bgp-hop-rules'
import { bgpPeerRules } from './rules/bgp-peer-rules'
import { bgpProcessRules } from './rules/bgp-process-rules'
import { bgpReachRules } from './rules/bgp-reach-rules'
import { bgpReflectionRules } from './rules/bgp-reflection-rules'
import { bgpSourceRules } from './rules/bgp-source-rules'
import { bgpTimerRules } from './rules/bgp-timer-rules'
import { bmpSessionRules } from './rules/bmp-session-rules'
import { bmpSourceRules } from './rules/bmp-source-rules'
import { documentRules } from './rules/document-rules'
import { interfaceRules } from './rules/interface-rules'
import { linkRules } from './rules/link-rules'
import { mlagChannelRules } from './rules/mlag-channel-rules'
import { mlagDadRules } from './rules/mlag-dad-rules'
import { mlagSyncRules } from './rules/mlag-sync-rules'
import { platformRules } from './rules/platform-rules'
import { relyStateRules } from './rules/rely-state-rules'
import { trunkRules } from './rules/trunk-rules'
import { vlanRules } from './rules/vlan-rules'

/** Every rule, family by family. */
export const rules: readonly Rule[] = [
  ...addressFormRules,
  ...addressPlanRules,
  ...bgpAgreementRules,
  ...bgpFamilyRules,
  ...bgpHopRules,
  ...bgpPeerRules,
  ...bgpProcessRules,
  ...bgpReachRules,
  ...bgpReflectionRules,
  ...bgpSourceRules,
  ...bgpTimerRules,
  ...bmpSessionRules,
  ...bmpSourceRules,
  ...documentRules,
  ...interfaceRules,
  ...linkRules,
  ...mlagChannelRules,
  ...mlagDadRules,
  ...mlagSyncRules,
  ...platformRules,
  ...relyStateRules,
  ...trunkRules,
  ...vlanRules,
]
