import type { Rule } from './rule'
import { addressFormRules } from './rules/address-form-rules'
import { addressPlanRules } from './rules/address-plan-rules'
import { bgpAgreementRules } from './rules/bgp-agreement-rules'
import { bgpFamilyRules } from './rules/bgp-family-rules'
import { bgpHopRules } from './rules/bgp-hop-rules'
import { bgpInstanceRules } from './rules/bgp-instance-rules'
import { bgpPeerRules } from './rules/bgp-peer-rules'
import { bgpProcessRules } from './rules/bgp-process-rules'
import { bgpReachRules } from './rules/bgp-reach-rules'
import { bgpReflectionRules } from './rules/bgp-reflection-rules'
import { bgpSourceRules } from './rules/bgp-source-rules'
import { bgpTimerRules } from './rules/bgp-timer-rules'
import { bmpMonitoringRules } from './rules/bmp-monitoring-rules'
import { bmpSessionRules } from './rules/bmp-session-rules'
import { bmpSourceRules } from './rules/bmp-source-rules'
import { documentRules } from './rules/document-rules'
import { intentRules } from './rules/intent-rules'
import { interAsRules } from './rules/inter-as-rules'
import { interfaceRules } from './rules/interface-rules'
import { isisRules } from './rules/isis-rules'
import { linkRules } from './rules/link-rules'
import { mlagAttachmentRules } from './rules/mlag-attachment-rules'
import { mlagBgpRules } from './rules/mlag-bgp-rules'
import { mlagChannelRules } from './rules/mlag-channel-rules'
import { mlagDadRules } from './rules/mlag-dad-rules'
import { mlagDfsRules } from './rules/mlag-dfs-rules'
import { mlagGatewayRules } from './rules/mlag-gateway-rules'
import { mlagPairRules } from './rules/mlag-pair-rules'
import { mlagPeerLinkRules } from './rules/mlag-peer-link-rules'
import { mlagStpRules } from './rules/mlag-stp-rules'
import { mlagSyncRules } from './rules/mlag-sync-rules'
import { ospfNetworkRules } from './rules/ospf-network-rules'
import { ospfRules } from './rules/ospf-rules'
import { ospfv3Rules } from './rules/ospfv3-rules'
import { overlayRules } from './rules/overlay-rules'
import { platformRules } from './rules/platform-rules'
import { policyRules } from './rules/policy-rules'
import { poolRules } from './rules/pool-rules'
import { relyStateRules } from './rules/rely-state-rules'
import { requirementRules } from './rules/requirement-rules'
import { staticRules } from './rules/static-rules'
import { subInterfaceRules } from './rules/sub-interface-rules'
import { trunkRules } from './rules/trunk-rules'
import { unprintedRules } from './rules/unprinted-rules'
import { vlanRules } from './rules/vlan-rules'
import { vpnRules } from './rules/vpn-rules'
import { vtepRules } from './rules/vtep-rules'
import { vxlanRules } from './rules/vxlan-rules'

/** Every rule there is. The order is the one of the documentation; findings are sorted on their own. */
export const rules: readonly Rule[] = [
  ...documentRules,
  ...poolRules,
  ...platformRules,
  ...interfaceRules,
  ...subInterfaceRules,
  ...unprintedRules,
  ...addressFormRules,
  ...addressPlanRules,
  ...linkRules,
  ...vlanRules,
  ...trunkRules,
  ...mlagPairRules,
  ...mlagDfsRules,
  ...mlagStpRules,
  ...mlagPeerLinkRules,
  ...mlagDadRules,
  ...mlagSyncRules,
  ...mlagChannelRules,
  ...mlagAttachmentRules,
  ...mlagGatewayRules,
  ...mlagBgpRules,
  ...bgpProcessRules,
  ...bgpInstanceRules,
  ...bgpPeerRules,
  ...bgpSourceRules,
  ...bgpAgreementRules,
  ...bgpReachRules,
  ...bgpHopRules,
  ...bgpTimerRules,
  ...bgpFamilyRules,
  ...bgpReflectionRules,
  ...interAsRules,
  ...overlayRules,
  ...intentRules,
  ...policyRules,
  ...relyStateRules,
  ...bmpSourceRules,
  ...bmpSessionRules,
  ...bmpMonitoringRules,
  ...vpnRules,
  ...vxlanRules,
  ...vtepRules,
  ...ospfRules,
  ...ospfNetworkRules,
  ...ospfv3Rules,
  ...isisRules,
  ...staticRules,
  ...requirementRules,
]
