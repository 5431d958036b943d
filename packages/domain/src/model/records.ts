import { z } from 'zod'
import { allocationNotesSchema } from './allocated'
import { idSchema } from './ids'
import { igpProcessSchema, interfaceIsisSchema, interfaceOspfSchema, interfaceOspfv3Schema } from './igp-records'
import { encapsulationSchema, nveSchema } from './overlay-records'
import { both, familySchema, perhaps, prefixSchema, roleSchema, vlanListSchema } from './record-parts'
import {
  asNumberSchema,
  configLineText,
  interfaceNameSchema,
  ipAddressSchema,
  ipv4AddressSchema,
  ipv4InterfaceAddressSchema,
  ipv4PrefixSchema,
  ipv6AddressSchema,
  ipv6InterfaceAddressSchema,
  ipv6PrefixSchema,
  lineText,
  macAddressSchema,
  nameText,
  verbatimText,
  vlanIdSchema,
  wordText,
} from './values'

// ── devices ────────────────────────────────────────────────────────────────────────────────

/** A prefix announced with BGP `network`. */
const announcementSchema = z.strictObject({
  prefix: prefixSchema,
  vrfId: idSchema('vrf').optional(),
  /** Decides whether, and with which attributes, the prefix is announced. */
  routePolicyId: idSchema('route-policy').optional(),
})

const carriedPlace = {
  /** Views below the one the lines stand in. Absent: 0. */
  depth: z.int().min(1).max(33).optional(),
  /** A `#` stands before the line. */
  separated: z.boolean().optional(),
}

/** What a BGP process says beside its peers. */
const bgpProcessFields = {
  announce: z.array(announcementSchema).max(4096).optional(),
  importRoutes: z
    .array(
      z.strictObject({
        protocol: z.enum(['direct', 'static', 'ospf', 'ospfv3', 'isis']),
        processId: z.int().min(1).max(4294967295).optional(),
        family: z.enum(['ipv4-unicast', 'ipv6-unicast']),
        vrfId: idSchema('vrf').optional(),
        routePolicyId: idSchema('route-policy').optional(),
      }),
    )
    .max(64)
    .optional(),
  /** Routes of VPN instances announced as EVPN routes (`advertise l2vpn evpn`). */
  advertiseEvpn: z
    .array(z.strictObject({ vrfId: idSchema('vrf'), family: z.enum(['ipv4-unicast', 'ipv6-unicast']) }))
    .max(8192)
    .optional(),
  /** Settings of single address families. */
  familySettings: z
    .array(
      z.strictObject({
        family: familySchema,
        vrfId: idSchema('vrf').optional(),
        maximumLoadBalancing: z.int().min(1).max(65535).optional(),
        /** `undo synchronization`, which routers write although it is their default. */
        withoutSynchronization: z.boolean().optional(),
      }),
    )
    .max(4096)
    .optional(),
  clusterId: ipv4AddressSchema.optional(),
  /** `private-4-byte-as enable`, the default that some devices write. */
  privateFourByteAs: z.boolean().optional(),
  /** The router ID of this process alone. Absent: that of the device. */
  routerId: ipv4AddressSchema.optional(),
  /** Whether routes are filtered by VPN targets. Absent: unless this device passes them on. */
  vpnTargetPolicy: z.boolean().optional(),
} as const

/** Consecutive lines of an imported configuration that no record says. They are printed where they stood. */
export const carriedSchema = z.strictObject({
  /** Headers of the views around the lines, the outermost first; none for lines of the system view. */
  view: z.array(configLineText()).max(32),
  /** The line of that view after which they stand. Absent: before all others. */
  after: configLineText().optional(),
  lines: z
    .array(
      z.union([
        z.strictObject({ text: configLineText(), ...carriedPlace }),
        z.strictObject({
          text: verbatimText(),
          ...carriedPlace,
          /** It is no command: a line of a banner, a remark. It has its own blanks before and behind it. */
          verbatim: z.literal(true),
        }),
      ]),
    )
    .min(1)
    .max(200000),
})

export const deviceSchema = z.strictObject({
  id: idSchema('device'),
  /** Printed as `sysname`. */
  name: nameText(246),
  /** Order name or short name as the catalogue spells it; other text is an unknown model. */
  model: z.string().min(1).max(64),
  /** What `display version` said, such as V300R022C00SPC500. Nothing is derived from it. */
  softwareVersion: wordText(64).optional(),
  /** CE6885-LL only: the forwarding mode. Absent: the factory default, low latency. */
  forwardingMode: z.enum(['standard', 'low-latency']).optional(),
  role: roleSchema,
  /** Absent: taken from the AS pool when the device speaks BGP. */
  asNumber: asNumberSchema.optional(),
  /** Absent: the address of its lowest-numbered LoopBack. */
  routerId: ipv4AddressSchema.optional(),
  /** Where the router ID is written; elsewhere the device takes it by itself. Absent: wherever a protocol uses it. */
  routerIdIn: z
    .array(z.enum(['system', 'bgp', 'ospf']))
    .max(3)
    .optional(),
  /** What the OSPF processes of this device match, as given. Absent: its LoopBacks and links, one by one. */
  ospfNetworks: z
    .array(
      z.strictObject({
        underlayId: idSchema('underlay'),
        area: z.int().min(0).max(4294967295),
        prefix: ipv4PrefixSchema,
      }),
    )
    .max(4096)
    .optional(),
  /** What the processes of interior gateway protocols have of their own here. */
  igp: z.array(igpProcessSchema).max(256).optional(),
  /** Route distinguishers this device has for VPN instances whose own record gives none. */
  routeDistinguishers: z
    .array(
      z.strictObject({
        vrfId: idSchema('vrf'),
        ipv4: z.string().max(32).optional(),
        ipv6: z.string().max(32).optional(),
      }),
    )
    .max(4096)
    .optional(),
  /** Route distinguishers this device has for bridge domains whose own record gives none. */
  evpnDistinguishers: z
    .array(z.strictObject({ bridgeDomainId: idSchema('bridge-domain'), routeDistinguisher: z.string().max(32) }))
    .max(16384)
    .optional(),
  /** VLANs that exist although nothing drawn uses them. */
  extraVlans: vlanListSchema.optional(),
  /** What is said of a VLAN in its own view; such a VLAN exists too. */
  vlanViews: z
    .array(z.strictObject({ vlan: vlanIdSchema, name: wordText(31).optional(), description: lineText(80).optional() }))
    .max(4094)
    .optional(),
  /** The base BGP process. */
  bgp: z.strictObject({ ...bgpProcessFields, keepAllRoutes: z.boolean().optional() }).optional(),
  /** Further BGP processes beside the base one (`bgp 100 instance evpn1`), as the device lists them. */
  bgpInstances: z
    .array(z.strictObject({ name: wordText(31), asNumber: asNumberSchema, ...bgpProcessFields }))
    .max(64)
    .optional(),
  /** BMP view of the device. In this view only an IPv4 source address exists. */
  bmp: z
    .strictObject({
      sourceIpv4: ipv4AddressSchema.optional(),
      statisticsTimerSeconds: z.int().min(0).max(4294967295).optional(),
    })
    .optional(),
  /** BFD, or the EVPN overlay, is on although nothing in the design needs it. */
  bfd: z.boolean().optional(),
  evpnOverlay: z.boolean().optional(),
  /** `as-notation plain`: AS numbers above 65535 are shown as integers instead of `x.y`. */
  asNotationPlain: z.boolean().optional(),
  description: lineText(242).optional(),
  /** Lines of the device's own configuration that Weft keeps without understanding them. */
  carried: z.array(carriedSchema).max(20000).optional(),
  /** Only a part of the device's configuration is known: what is not drawn may still be there. */
  partlyKnown: z.boolean().optional(),
  /** How numbers of this record that a pool gave came here. */
  allocations: allocationNotesSchema,
})

// ── device interfaces ──────────────────────────────────────────────────────────────────────

/**
 * One interface of a device. Its kind (Ethernet, Eth-Trunk, sub-interface, Vlanif, Vbdif, LoopBack, Nve, MEth) is in
 * its name, and so are the VLAN of a Vlanif and the bridge domain of a Vbdif. Physical ports get a record when something is drawn on them; the catalogue knows the others.
 */
export const deviceInterfaceSchema = z.strictObject({
  id: idSchema('interface'),
  deviceId: idSchema('device'),
  name: interfaceNameSchema,
  description: lineText(242).optional(),
  shutdown: z.boolean().optional(),
  /** Ethernet, Eth-Trunk (absent: switched, the device default) and sub-interfaces (absent: routed). */
  mode: z.enum(['switched', 'routed']).optional(),
  vrfId: idSchema('vrf').optional(),
  /** First is the primary address. Absent on a LoopBack or a routed link end: allocated. `[]`: none wanted. */
  ipv4: z.array(ipv4InterfaceAddressSchema).max(256).optional(),
  /** Borrow the primary address of this interface (`ip address unnumbered`). */
  unnumberedFrom: idSchema('interface').optional(),
  ipv6: z.array(ipv6InterfaceAddressSchema).max(64).optional(),
  ipv6LinkLocal: ipv6AddressSchema.optional(),
  mtu: z.int().min(1).max(65535).optional(),
  macAddress: macAddressSchema.optional(),
  arpProxy: z.boolean().optional(),
  /** Ethernet only: member of this Eth-Trunk. */
  memberOf: idSchema('interface').optional(),
  /** Eth-Trunk only. Absent: `lacp-static`. */
  aggregation: z.enum(['manual', 'lacp-static', 'lacp-dynamic']).optional(),
  /** Switched Ethernet and Eth-Trunk. VLANs of VLANIF links and M-LAG attachments are added by derivation. */
  switching: z
    .strictObject({
      linkType: z.enum(['access', 'trunk', 'hybrid', 'dot1q-tunnel']),
      /** access, dot1q-tunnel: `port default vlan`; trunk, hybrid: the PVID. */
      vlan: vlanIdSchema.optional(),
      /** trunk: allowed VLANs; hybrid: those that pass with their tag. */
      allowedVlans: vlanListSchema.optional(),
      /** hybrid: VLANs that pass without a tag. */
      untaggedVlans: vlanListSchema.optional(),
      edgePort: z.boolean().optional(),
    })
    .optional(),
  /** Sub-interface: the frames of its port that it takes. */
  encapsulation: encapsulationSchema.optional(),
  /** Layer 2 sub-interface: the bridge domain its frames are in. */
  bridgeDomainId: idSchema('bridge-domain').optional(),
  /** Nve only. */
  nve: nveSchema.optional(),
  /** Vbdif only: the same gateway address on every device (`vxlan anycast-gateway enable`). */
  anycastGateway: z.boolean().optional(),
  /** Vbdif only: what it does about the hosts behind it. */
  hostRoutes: z
    .array(z.enum(['arp-broadcast-detect', 'arp-collect', 'arp-direct-route', 'nd-collect']))
    .max(4)
    .optional(),
  /** Kept out of every underlay: no OSPF, no derived EBGP session, not announced. */
  outsideUnderlay: z.boolean().optional(),
  /** `m-lag unpaired-port reserved`. */
  unpairedPortReserved: z.boolean().optional(),
  ospf: interfaceOspfSchema.optional(),
  ospfv3: interfaceOspfv3Schema.optional(),
  isis: interfaceIsisSchema.optional(),
  /** How numbers of this record that a pool gave came here. */
  allocations: allocationNotesSchema,
})

// ── cables and what runs over them ─────────────────────────────────────────────────────────

/** A cable ends on an interface of a device, or on a named port of a host or station. */
export const linkEndSchema = z.union([
  z.strictObject({ interfaceId: idSchema('interface') }),
  z.strictObject({ hostId: idSchema('host'), port: wordText(63).optional() }),
  z.strictObject({ stationId: idSchema('station') }),
])

export const linkSchema = z.strictObject({
  id: idSchema('link'),
  ends: both(linkEndSchema),
  description: lineText(242).optional(),
})

/** Two devices meet in one VLAN: both get a Vlanif, the carrier gets the VLAN. */
export const vlanifLinkSchema = z.strictObject({
  id: idSchema('vlanif-link'),
  vlan: vlanIdSchema,
  /** Subnet of both Vlanifs. Absent: taken from the link pool. */
  ipv4Subnet: ipv4PrefixSchema.optional(),
  ipv6Subnet: ipv6PrefixSchema.optional(),
  /** The two Vlanif interfaces. */
  ends: both(idSchema('interface')),
  /** Cables that carry the VLAN; of an Eth-Trunk any one member cable is enough. */
  carriedBy: z.array(idSchema('link')).max(64),
  vrfId: idSchema('vrf').optional(),
  /** How numbers of this record that a pool gave came here. */
  allocations: allocationNotesSchema,
})

// ── M-LAG ──────────────────────────────────────────────────────────────────────────────────

/** An address of one end of a channel: the address itself, or the primary address of an interface. */
export const channelEndSchema = z.strictObject({
  interfaceId: idSchema('interface').optional(),
  address: ipAddressSchema.optional(),
})

export const mlagPairSchema = z.strictObject({
  id: idSchema('mlag'),
  name: wordText(63).optional(),
  members: both(idSchema('device')),
  peerLink: z.strictObject({
    /** `virtual`: no cable, traffic goes over VXLAN (`peer-link 1 virtual-link`). */
    kind: z.enum(['physical', 'virtual']),
    /** The Eth-Trunk of each member; its ports are the interfaces with `memberOf` it. */
    trunks: both(perhaps(idSchema('interface'))),
    excludedVlans: vlanListSchema.optional(),
  }),
  /** Dual-active detection. The peer address of one side is the source of the other. */
  dualActiveDetection: z
    .strictObject({
      ends: both(channelEndSchema),
      vrfId: idSchema('vrf').optional(),
      /** `false`: the `peer` part is left out. */
      withPeer: z.boolean().optional(),
      udpPort: z.int().min(0).max(65535).optional(),
      timeoutSeconds: z.int().min(0).max(3600).optional(),
      /** `source ip` in the DFS group, as releases before V300 have it. Absent: `dual-active detection source ip`. */
      dialect: z.literal('v200').optional(),
    })
    .optional(),
  dfs: z.strictObject({
    priorities: both(perhaps(z.int().min(0).max(65535))).optional(),
    /** Clear text of `authentication-mode hmac-sha256 password`; the same on both sides because it is stored once. */
    password: z.string().max(128).optional(),
    consistencyCheck: z.enum(['strict', 'loose']).optional(),
    upDelaySeconds: z.int().min(0).max(65535).optional(),
    electionPackets: z
      .array(z.enum(['arp', 'nd', 'igmp', 'dhcp', 'mld']))
      .max(5)
      .optional(),
  }),
  /** TCP channel for ARP and ND synchronisation (`peer-link source … tcp-port`). */
  syncChannel: z
    .strictObject({
      ends: both(channelEndSchema),
      vrfId: idSchema('vrf').optional(),
      tcpPort: z.int().min(0).max(4294967295),
    })
    .optional(),
  spanningTree: z.strictObject({
    mode: z.enum(['v-stp', 'v-vbst', 'root-bridge', 'none']),
    /** v-stp: `stp mode`. Absent: rstp. */
    stpMode: z.enum(['stp', 'rstp', 'mstp']).optional(),
    bridgeAddress: macAddressSchema.optional(),
  }),
})

/** A server or switch homed to both members of a pair (or, with one trunk absent, to one). */
export const mlagAttachmentSchema = z.strictObject({
  id: idSchema('attachment'),
  pairId: idSchema('mlag'),
  /** `dfs-group 1 m-lag <id>`. Absent: taken from the pool, the lowest that is free in the pair. */
  mlagId: z.int().min(0).max(65535).optional(),
  mode: z.enum(['dual-active', 'active-standby']),
  /** The Eth-Trunk of each member. */
  trunks: both(perhaps(idSchema('interface'))),
  /** Who is attached: a host, or the Eth-Trunk of an access device. */
  attached: z.union([
    z.strictObject({ hostId: idSchema('host') }),
    z.strictObject({ interfaceId: idSchema('interface') }),
  ]),
  aggregation: z.enum(['manual', 'lacp-static', 'lacp-dynamic']).optional(),
  linkType: z.enum(['access', 'trunk']),
  /** access: exactly one VLAN; trunk: all allowed VLANs. */
  vlans: vlanListSchema,
  edgePort: z.boolean().optional(),
  /** How numbers of this record that a pool gave came here. */
  allocations: allocationNotesSchema,
})

/** Dual-active gateway of a pair: the same address and virtual MAC on the Vlanif of both members. */
export const gatewaySchema = z.strictObject({
  id: idSchema('gateway'),
  pairId: idSchema('mlag'),
  vlan: vlanIdSchema,
  ipv4: ipv4InterfaceAddressSchema.optional(),
  ipv6: ipv6InterfaceAddressSchema.optional(),
  /** Absent: 0000-5e00-01xx by VLAN. */
  macAddress: macAddressSchema.optional(),
  vrfId: idSchema('vrf').optional(),
  /** `m-lag ip address` of each member, needed for BGP over M-LAG. */
  mlagIpv4: both(ipv4InterfaceAddressSchema).optional(),
  arpProxy: z.boolean().optional(),
  description: lineText(242).optional(),
  /** How numbers of this record that a pool gave came here. */
  allocations: allocationNotesSchema,
})

// ── things that are not configured by Weft ─────────────────────────────────────────────────

export const hostSchema = z.strictObject({
  id: idSchema('host'),
  name: wordText(63),
  kind: z.enum(['server', 'switch', 'router', 'external']),
  addresses: z.array(ipAddressSchema).max(64),
  asNumber: asNumberSchema.optional(),
})

/** A BMP station (RFC 7854): the receiver of BMP sessions. */
export const stationSchema = z.strictObject({
  id: idSchema('station'),
  name: wordText(63),
  address: ipAddressSchema,
  /** Absent: taken from the pool of TCP ports, where there is one. */
  tcpPort: z.int().min(0).max(4294967295).optional(),
  /** How numbers of this record that a pool gave came here. */
  allocations: allocationNotesSchema,
})
