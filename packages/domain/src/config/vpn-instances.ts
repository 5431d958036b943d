import type { VrfFamilyIntent, VrfIntent } from '../intent'
import type { Line } from './line'
import { line, lines } from './line'
import { distinguisherOf, inGroups } from './words'

/** Most targets a device accepts in one line. Source: command reference, "vpn-target". */
const targetsPerLine = 8

/** `ip vpn-instance` with its families; the route distinguisher comes first because targets need it. */
export function vpnInstance(vrf: VrfIntent): Line {
  return line(
    'vpn.instance',
    `ip vpn-instance ${vrf.name}`,
    vrf,
    lines(
      vrf.ipv4 && line('vpn.family', 'ipv4-family', vrf, familyLines(vrf, vrf.ipv4)),
      vrf.ipv6 && line('vpn.family', 'ipv6-family', vrf, familyLines(vrf, vrf.ipv6)),
    ),
  )
}

function familyLines(vrf: VrfIntent, family: VrfFamilyIntent): readonly Line[] {
  const distinguisher = family.routeDistinguisher
  const text = distinguisher === undefined ? undefined : distinguisherOf(distinguisher.value)
  if (text === undefined) return []
  return [
    line('vpn.route-distinguisher', `route-distinguisher ${text}`, { because: [vrf.vrfId], values: [distinguisher] }),
    ...targetLines(vrf, family.exportTargets, 'export-extcommunity'),
    ...targetLines(vrf, family.importTargets, 'import-extcommunity'),
  ]
}

function targetLines(vrf: VrfIntent, targets: readonly string[], direction: string): readonly Line[] {
  const known = [...new Set(targets)].flatMap((target) => distinguisherOf(target) ?? [])
  return inGroups(known, targetsPerLine).map((group) =>
    line('vpn.target', `vpn-target ${group.join(' ')} ${direction}`, { because: [vrf.vrfId] }),
  )
}
