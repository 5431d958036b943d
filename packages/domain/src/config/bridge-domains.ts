import type { BridgeDomainIntent } from '../intent'
import type { Line } from './line'
import { line, lines, separatedLine } from './line'
import { targetLines } from './targets'
import { distinguisherOf } from './words'

/** `bridge-domain` with its VNI; the EVPN instance comes last, behind a `#`. */
export function bridgeDomain(domain: BridgeDomainIntent): Line {
  const because = { because: [domain.bridgeDomainId] }
  const { description, boundVlan, vni } = domain
  return line(
    'bridge-domain.view',
    `bridge-domain ${domain.number}`,
    domain,
    lines(
      description !== undefined && line('bridge-domain.description', `description ${description}`, because),
      boundVlan !== undefined && line('bridge-domain.vlan', `l2 binding vlan ${boundVlan}`, because),
      vni !== undefined && line('bridge-domain.vni', `vxlan vni ${vni.value}`, { ...because, values: [vni] }),
      evpnInstance(domain),
    ),
  )
}

/** Targets need a distinguisher, and EVPN a VNI. */
function evpnInstance({ bridgeDomainId, evpn, vni }: BridgeDomainIntent): Line | undefined {
  if (evpn === undefined || vni === undefined) return undefined
  const because = [bridgeDomainId]
  const distinguisher = evpn.routeDistinguisher
  const text = distinguisher === undefined ? undefined : distinguisherOf(distinguisher.value)
  const body =
    text === undefined
      ? []
      : [
          line('bridge-domain.distinguisher', `route-distinguisher ${text}`, { because, values: [distinguisher] }),
          ...targetLines(evpn, { derivation: 'bridge-domain.target', because }),
        ]
  return separatedLine('bridge-domain.evpn', 'evpn', { because }, body)
}
