import { addressCases } from './address-cases'
import { bgpFamilyCases } from './bgp-family-cases'
import { bgpInstanceCases } from './bgp-instance-cases'
import { bgpPeerCases, bgpSourceCases } from './bgp-peer-cases'
import { bgpProcessCases, relyStateCases } from './bgp-process-cases'
import { bgpReachCases } from './bgp-reach-cases'
import { igpCases } from './igp-cases'
import { linkCases } from './link-cases'
import { mlagChannelCases } from './mlag-channel-cases'
import { mlagMemberCases } from './mlag-member-cases'
import { mlagPairCases } from './mlag-pair-cases'
import { overlayCases } from './overlay-cases'
import { platformCases } from './platform-cases'
import { policyCases } from './policy-cases'
import { poolCases } from './pool-cases'
import { requirementCases } from './requirement-cases'
import type { RuleCase } from './rule-case'
import { bmpCases, routingCases, vpnCases } from './service-cases'
import { vxlanCases } from './vxlan-cases'

export const allCases: readonly RuleCase[] = [
  ...platformCases,
  ...poolCases,
  ...addressCases,
  ...linkCases,
  ...mlagPairCases,
  ...mlagChannelCases,
  ...mlagMemberCases,
  ...bgpProcessCases,
  ...bgpInstanceCases,
  ...bgpPeerCases,
  ...bgpSourceCases,
  ...bgpReachCases,
  ...bgpFamilyCases,
  ...overlayCases,
  ...policyCases,
  ...relyStateCases,
  ...bmpCases,
  ...vpnCases,
  ...vxlanCases,
  ...routingCases,
  ...requirementCases,
  ...igpCases,
]
