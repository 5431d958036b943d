/**
 * Faults that a check of such networks could look for and Weft has no rule about, each with the reason. `says` is
 * the fault, in the words of the field.
 */
export type LeftOut = { readonly says: string; readonly reason: string }

const cannotBeDrawn = 'It cannot be drawn:'
const notPartOfDesign = 'No part of a design. Imported lines about it are kept and printed back:'

export const rulesLeftOut = {
  // ── what the model stores once, or derives ──
  vlanOfVlanif: {
    says: 'A Vlanif whose VLAN is not created',
    reason: `${cannotBeDrawn} the VLANs of a device are derived from its Vlanifs and ports.`,
  },
  ipv6Enable: {
    says: 'An IPv6 address without `ipv6 enable`',
    reason: `${cannotBeDrawn} the line is printed wherever an IPv6 address is.`,
  },
  bindingOrder: {
    says: '`ip binding vpn-instance` after the addresses it deletes',
    reason: `${cannotBeDrawn} the printer has one order, binding first.`,
  },
  explicitRouterId: {
    says: 'A router ID that the device chooses by itself',
    reason: `${cannotBeDrawn} the router ID is computed and printed.`,
  },
  asRange: {
    says: 'An AS number out of range, or both notations mixed',
    reason: 'The design file refuses it where it is read; numbers are printed in one notation per device.',
  },
  secondProcess: {
    says: 'A second base BGP process',
    reason: `${cannotBeDrawn} a device has one base process, others are instances with a name.`,
  },
  viewMatrix: {
    says: 'A peer command in a view that does not have it',
    reason: `${cannotBeDrawn} the printer puts each command in a view that has it; misspelt or misplaced commands of imported files are named in the import report.`,
  },
  bfdBothEnds: {
    says: 'BFD on one end only, or without the global `bfd`',
    reason: `${cannotBeDrawn} BFD is stored once on the peering, and \`bfd\` is printed where a session needs it.`,
  },
  defaultUnicast: {
    says: 'IPv4 peers that are not enabled in IPv4 unicast',
    reason: `${cannotBeDrawn} each peer is enabled or disabled in the families of its peering.`,
  },
  evpnOverlay: {
    says: 'The EVPN family without `evpn-overlay enable`',
    reason: `${cannotBeDrawn} the line is printed where a session carries EVPN routes or a bridge domain has an EVPN instance.`,
  },
  reflectPerFamily: {
    says: 'A reflector that reflects one family of several',
    reason: `${cannotBeDrawn} a client is one in every family of its peering.`,
  },
  networkMask: { says: '`network` without a mask', reason: `${cannotBeDrawn} the mask is always printed.` },
  relyStateView: {
    says: '`rely-state` in another view than the peer, or on a group',
    reason: `${cannotBeDrawn} it is printed in the view of its peer.`,
  },
  bmpViewInterface: {
    says: 'An interface name as source in the BMP view',
    reason: `${cannotBeDrawn} the BMP view of a device takes an IPv4 address only.`,
  },
  bmpFamilies: {
    says: '`route-mode` for VPNv4 or VPNv6 on a switch',
    reason: `${cannotBeDrawn} only the two families a switch has can be chosen.`,
  },
  rdMissing: {
    says: 'A family with targets and without route distinguisher',
    reason: `${cannotBeDrawn} a distinguisher is derived for each device where none is given.`,
  },
  targetsPerLine: {
    says: 'More than eight targets in one `vpn-target` line',
    reason: `${cannotBeDrawn} each target has a line of its own.`,
  },
  ospfArea: {
    says: 'OSPF enabled in an area or VPN instance that the process does not have',
    reason: `${cannotBeDrawn} areas follow from the interfaces, the VPN instance from the underlay.`,
  },
  dfsGroupId: {
    says: 'A DFS group or peer-link with another number than 1',
    reason: `${cannotBeDrawn} the number is always 1.`,
  },
  dfsOneSided: {
    says: 'A DFS group, password, consistency check or excluded VLAN on one member only',
    reason: `${cannotBeDrawn} what both members share is stored once on the pair.`,
  },
  dadOneSided: {
    says: 'DAD or TCP channel addresses, ports or VPN instances that do not mirror each other',
    reason: `${cannotBeDrawn} the channel is stored once on the pair; each member’s peer is the other one’s source.`,
  },
  memberModes: {
    says: 'Attachment mode, aggregation, link type, VLANs or edge port that differ between the members',
    reason: `${cannotBeDrawn} they are stored once on the attachment.`,
  },
  gatewayOneSided: {
    says: 'A gateway Vlanif on one member only, or two virtual MAC addresses',
    reason: `${cannotBeDrawn} a gateway is stored once and printed on both members.`,
  },
  longLines: {
    says: 'A `vlan batch` or VLAN list with more items than a line takes',
    reason: `${cannotBeDrawn} lists are printed in as many lines as they need.`,
  },
  vlanCreated: {
    says: 'A port that refers to a VLAN that is not created',
    reason: `${cannotBeDrawn} VLANs are derived from the ports that use them.`,
  },

  // ── what no design says ──
  vpnRouterId: {
    says: 'Router IDs of VPN instances on one device that are equal',
    reason: `${notPartOfDesign} router IDs of BGP-VPN families.`,
  },
  vpnAsNumber: {
    says: 'A VPN instance with an AS number of its own',
    reason: `${notPartOfDesign} \`as-number\` of a BGP-VPN instance.`,
  },
  confederations: {
    says: 'Confederation and sub-AS numbers that clash',
    reason: `${notPartOfDesign} BGP confederations.`,
  },
  groupTypes: {
    says: 'Internal groups with a foreign AS, dynamic and unnumbered groups',
    reason: 'An import dissolves peer groups into their peers; the design has no groups whose type could be wrong.',
  },
  passwords: {
    says: 'Passwords beside keychains, MD5',
    reason: `${notPartOfDesign} passwords of BGP peers. Keychains are compared by \`bgp/authentication-differs\`.`,
  },
  noAuthentication: {
    says: 'A session without authentication',
    reason:
      'A decision of the operator, and a note on every session would bury the others; the proof of each session says whether it is authenticated.',
  },
  reservedVnis: {
    says: 'Reserved VNIs of a virtual peer-link that differ',
    reason: `${notPartOfDesign} \`vni reserved for m-lag\`.`,
  },
  keychainUndefined: {
    says: 'A keychain that the device does not have',
    reason: 'Keychains are configured outside the design; Weft prints their name only.',
  },
  minHoldTime: {
    says: 'A hold time below the `min-holdtime` of either end',
    reason: `${notPartOfDesign} \`min-holdtime\`.`,
  },
  bfdOptions: {
    says: '`bfd block` beside `bfd enable`, `per-link one-arm-echo`',
    reason: `${notPartOfDesign} options of BFD for BGP.`,
  },
  tracking: {
    says: '`peer tracking` with a short delay, or onto NULL0',
    reason: `${notPartOfDesign} \`peer tracking\`.`,
  },
  bmpSsl: { says: 'SSL policies of BMP sessions', reason: `${notPartOfDesign} SSL policies.` },
  dadTimers: { says: 'Delay and hold time of DAD out of range', reason: `${notPartOfDesign} these timers.` },
  ipsg: {
    says: 'IPSG or an authentication profile beside a DFS group',
    reason: `${notPartOfDesign} security features of ports.`,
  },
  lacpSystemId: {
    says: 'M-LAG LACP system ID or priority that differs',
    reason: `${notPartOfDesign} LACP system ID and priority.`,
  },
  stpPortOptions: {
    says: 'Spanning tree cost, priority, point-to-point or protection set on a port',
    reason: `${notPartOfDesign} spanning tree options of a port other than edge port.`,
  },
  vrrp: { says: 'VRRP on a gateway Vlanif of a pair', reason: `${notPartOfDesign} VRRP.` },
  protocolUpDelay: {
    says: '`protocol up-delay-time` against `m-lag up-delay`',
    reason: `${notPartOfDesign} \`protocol up-delay-time\`.`,
  },
  leastLinks: {
    says: '`least active-linknumber` above the maximum',
    reason: `${notPartOfDesign} the least and most active links of an Eth-Trunk.`,
  },
  allowAll: {
    says: '`port trunk allow-pass vlan all`',
    reason: 'A design names the VLANs of each trunk; the line of an imported file is kept and printed back.',
  },
  secrets: {
    says: 'Secrets in clear text, or ciphertext of another device',
    reason: 'Secrets of imported files are kept as they stand, like every line that no record says.',
  },

  // ── what is said elsewhere ──
  changes: {
    says: 'A change that resets sessions',
    reason: 'Not a fault of a design: the preview of a change lists the sessions it resets.',
  },
  textLevel: {
    says: 'Lines of imported files that are unknown, misplaced, ambiguous or too long',
    reason: 'The import report names each with its file and line.',
  },
} as const satisfies { readonly [key: string]: LeftOut }
