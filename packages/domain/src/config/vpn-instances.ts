import type { VrfFamilyIntent, VrfIntent } from '../intent'
import type { Line } from './line'
import { line, lines } from './line'
import { targetLines } from './targets'
import { distinguisherOf } from './words'

/** `ip vpn-instance` with its families; the route distinguisher comes first because targets need it. */
export function vpnInstance(vrf: VrfIntent): Line {
  return line(
    'vpn.instance',
    `ip vpn-instance ${vrf.name}`,
    vrf,
    lines(
      vrf.ipv4 && line('vpn.family', 'ipv4-family', vrf, familyLines(vrf, vrf.ipv4)),
      vrf.ipv6 && line('vpn.family', 'ipv6-family', vrf, familyLines(vrf, vrf.ipv6)),
      vrf.vni !== undefined && line('vpn.vni', `vxlan vni ${vrf.vni}`, { because: [vrf.vrfId] }),
    ),
  )
}

function familyLines(vrf: VrfIntent, family: VrfFamilyIntent): readonly Line[] {
  const distinguisher = family.routeDistinguisher
  const text = distinguisher === undefined ? undefined : distinguisherOf(distinguisher.value)
  if (text === undefined) return []
  const because = [vrf.vrfId]
  return [
    line('vpn.route-distinguisher', `route-distinguisher ${text}`, { because, values: [distinguisher] }),
    ...targetLines(family, { derivation: 'vpn.target', because }),
    ...targetLines(
      { exportTargets: family.evpnExportTargets, importTargets: family.evpnImportTargets },
      { derivation: 'vpn.evpn-target', because, suffix: ' evpn' },
    ),
  ]
}
