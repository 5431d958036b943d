const multiInstance = 'BGP multi-instance view'

/** The views inside a further BGP process have names of their own. */
const instanceOpeners: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^ipv4-family vpn-instance /, ['BGP multi-instance VPN instance IPv4 address family view']],
  [/^ipv6-family vpn-instance /, ['BGP multi-instance VPN instance IPv6 address family view']],
  [/^vpn-instance /, ['BGP multi-instance VPN instance session view']],
  // The misspelling is the manual's.
  [/^l2vpn-family evpn$/, ['bgp-muli-instance-af-evpn view']],
]

/** The view a line of a configuration opens, by the names the manual has for it; the first row that fits counts. */
const openers: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^bgp \S+ instance /, [multiInstance]],
  [/^bgp /, ['BGP view']],
  [/^ipv4-family unicast$/, ['BGP-IPv4 unicast address family view']],
  [/^ipv6-family unicast$/, ['BGP-IPv6 unicast address family view']],
  [/^ipv4-family vpn-instance /, ['BGP-VPN instance IPv4 address family view']],
  [/^ipv6-family vpn-instance /, ['BGP-VPN instance IPv6 address family view']],
  [/^ipv4-family vpnv4( unicast)?$/, ['BGP-VPNv4 address family view']],
  [/^ipv6-family vpnv6( unicast)?$/, ['BGP-VPNv6 address family view']],
  [/^route-policy /, ['Route-policy view']],
  [/^vpn-instance /, ['BGP-VPN instance view']],
  [/^l2vpn-family evpn$/, ['BGP-EVPN address family view']],
  [/^bmp$/, ['BMP view']],
  [/^bmp-session /, ['BMP session view']],
  [/^monitor /, ['BMP monitor view']],
  [/^dfs-group /, ['DFS group view']],
  [/^ospf /, ['OSPF view']],
  [/^ospfv3 /, ['OSPFv3 view']],
  [/^isis /, ['IS-IS view']],
  [/^area /, ['OSPF area view']],
  [/^ip vpn-instance /, ['VPN instance view']],
  [/^ipv4-family$/, ['VPN instance IPv4 address family view']],
  [/^ipv6-family$/, ['VPN instance IPv6 address family view']],
  [/^vlan \d/, ['VLAN view']],
  [/^bridge-domain /, ['Bridge domain view']],
  // The pages call the view of a bridge domain's EVPN instance by two names.
  [/^evpn$/, ['EVPN instance view', 'BD-EVPN view']],
  [/^interface Vlanif/, ['VLANIF interface view']],
  [/^interface LoopBack/, ['Loopback interface view']],
  [/^interface MEth/, ['Management interface view']],
  [/^interface Nve/i, ['NVE interface view']],
  [/^interface Vbdif/i, ['VBDIF interface view']],
  [/^interface Tunnel/i, ['Tunnel interface view']],
]

/** Commands for switched interfaces are in views of their own; what is in the others is for both. */
function portViews(kind: string, isRouted: boolean): readonly string[] {
  return isRouted ? [`${kind} interface view`] : [`${kind} interface view`, `Layer 2 ${kind} interface view`]
}

/** Sub-interfaces have the same commands, whatever they are part of; some pages name only those of some speeds. */
function subInterfaceViews(parent: string, isLayer2: boolean): readonly string[] {
  const isTrunk = /^Eth-Trunk/i.test(parent)
  if (isLayer2) return [`${isTrunk ? 'Eth-Trunk' : '100GE'} Layer 2 sub-interface view`]
  return [isTrunk ? 'Eth-Trunk sub-interface view' : '100ge sub-interface view', '25GE sub-interface view']
}

/**
 * The manual's names for the view that a header opens.
 *
 * @param isRouted for interfaces that can be switched: whether this one is not
 * @param around the views it stands in
 * @returns none for a header that the table does not know
 */
export function manualViews(header: string, isRouted: boolean, around: readonly string[] = []): readonly string[] {
  const subInterface = /^interface (\S+)\.\d+( mode l2)?$/i.exec(header)
  if (subInterface !== null) return subInterfaceViews(subInterface[1] ?? '', subInterface[2] !== undefined)
  if (/^interface Eth-Trunk/i.test(header)) return portViews('Eth-Trunk', isRouted)
  // Ports of every speed have the same commands.
  if (/^interface (\d+GE|GigabitEthernet)/i.test(header)) return portViews('100GE', isRouted)
  const rows = around.includes(multiInstance) ? instanceOpeners : openers
  return rows.find(([pattern]) => pattern.test(header))?.[1] ?? []
}

export const systemView: readonly string[] = ['System view']
