import { z } from 'zod'
import { idSchema } from './ids'
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
  vlanIdSchema,
  wordText,
} from './values'

/** Address families a BGP session can carry. VPNv4 and VPNv6 exist on routers, not on CE switches. */
export const familySchema = z.enum(['ipv4-unicast', 'ipv6-unicast', 'evpn', 'vpnv4', 'vpnv6'])

const vlanListSchema = z.array(vlanIdSchema).max(4094)
const prefixSchema = z.union([ipv4PrefixSchema, ipv6PrefixSchema])
const both = <T extends z.ZodType>(schema: T) => z.tuple([schema, schema])
/** One of two that may be absent. JSON has no `undefined` inside a list, so a file says `null`. */
const perhaps = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined)

// ── devices ────────────────────────────────────────────────────────────────────────────────

/** A prefix announced with BGP `network`. */
const announcementSchema = z.strictObject({
  prefix: prefixSchema,
  vrfId: idSchema('vrf').optional(),
})

/** Consecutive lines of an imported configuration that no record says. They are printed where they stood. */
export const carriedSchema = z.strictObject({
  /** Headers of the views around the lines, the outermost first; none for lines of the system view. */
  view: z.array(configLineText()).max(32),
  /** The line of that view after which they stand. Absent: before all others. */
  after: configLineText().optional(),
  lines: z
    .array(
      z.strictObject({
        text: configLineText(),
        /** Views below the one the lines stand in. Absent: 0. */
        depth: z.int().min(1).max(32).optional(),
        /** A `#` stands before the line. */
        separated: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(100000),
})

export const deviceSchema = z.strictObject({
  id: idSchema('device'),
  /** Printed as `sysname`. */
  name: wordText(246),
  /** Order name or short name as the catalogue spells it; other text is an unknown model. */
  model: z.string().min(1).max(64),
  /** CE6885-LL only: the forwarding mode. Absent: the factory default, low latency. */
  forwardingMode: z.enum(['standard', 'low-latency']).optional(),
  role: z.enum(['spine', 'leaf', 'border', 'route-reflector', 'pe-router', 'other']),
  /** Absent: taken from the AS pool when the device speaks BGP. */
  asNumber: asNumberSchema.optional(),
  /** Absent: the address of its lowest-numbered LoopBack. */
  routerId: ipv4AddressSchema.optional(),
  /** VLANs that exist although nothing drawn uses them. */
  extraVlans: vlanListSchema.optional(),
  bgp: z
    .strictObject({
      announce: z.array(announcementSchema).max(4096).optional(),
      importRoutes: z
        .array(
          z.strictObject({
            protocol: z.enum(['direct', 'static', 'ospf']),
            processId: z.int().min(1).max(4294967295).optional(),
            family: z.enum(['ipv4-unicast', 'ipv6-unicast']),
            vrfId: idSchema('vrf').optional(),
          }),
        )
        .max(64)
        .optional(),
      clusterId: ipv4AddressSchema.optional(),
      keepAllRoutes: z.boolean().optional(),
    })
    .optional(),
  /** BMP view of the device. In this view only an IPv4 source address exists. */
  bmp: z
    .strictObject({
      sourceIpv4: ipv4AddressSchema.optional(),
      statisticsTimerSeconds: z.int().min(0).max(4294967295).optional(),
    })
    .optional(),
  /** `as-notation plain`: AS numbers above 65535 are shown as integers instead of `x.y`. */
  asNotationPlain: z.boolean().optional(),
  description: lineText(242).optional(),
  /** Lines of the device's own configuration that Weft keeps without understanding them. */
  carried: z.array(carriedSchema).max(20000).optional(),
  /** Only a part of the device's configuration is known: what is not drawn may still be there. */
  partlyKnown: z.boolean().optional(),
})

// ── device interfaces ──────────────────────────────────────────────────────────────────────

/**
 * One interface of a device. Its kind (Ethernet, Eth-Trunk, Vlanif, LoopBack, MEth) is in its name.
 * Physical ports get a record when something is drawn on them; the catalogue knows the others.
 */
export const deviceInterfaceSchema = z.strictObject({
  id: idSchema('interface'),
  deviceId: idSchema('device'),
  name: interfaceNameSchema,
  description: lineText(242).optional(),
  shutdown: z.boolean().optional(),
  /** Ethernet and Eth-Trunk only. Absent: switched, the device default. */
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
      linkType: z.enum(['access', 'trunk']),
      /** access: `port default vlan`; trunk: `port trunk pvid vlan`. */
      vlan: vlanIdSchema.optional(),
      allowedVlans: vlanListSchema.optional(),
      edgePort: z.boolean().optional(),
    })
    .optional(),
  /** Kept out of every underlay: no OSPF, no derived EBGP session, not announced. */
  outsideUnderlay: z.boolean().optional(),
  /** `m-lag unpaired-port reserved`. */
  unpairedPortReserved: z.boolean().optional(),
  ospf: z
    .strictObject({
      /** Decimal area number. Absent: the underlay's. */
      area: z.int().min(0).max(4294967295).optional(),
      networkType: z.enum(['broadcast', 'p2p', 'p2mp', 'nbma']).optional(),
      cost: z.int().min(1).max(65535).optional(),
      helloSeconds: z.int().min(1).max(65535).optional(),
      deadSeconds: z.int().min(1).max(235926000).optional(),
      silent: z.boolean().optional(),
    })
    .optional(),
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
  /** `dfs-group 1 m-lag <id>`. Absent: the lowest free number of the pair. */
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
  tcpPort: z.int().min(0).max(4294967295).optional(),
})

// ── routing ────────────────────────────────────────────────────────────────────────────────

const vrfFamilySchema = z.strictObject({
  /** Absent: `<router id>:<number>` per device. */
  routeDistinguisher: z.string().max(32).optional(),
  importTargets: z.array(z.string().max(32)).max(64),
  exportTargets: z.array(z.string().max(32)).max(64),
})

/** A VPN instance; it exists on each device where something is bound to it. */
export const vrfSchema = z.strictObject({
  id: idSchema('vrf'),
  name: wordText(31),
  ipv4: vrfFamilySchema.optional(),
  ipv6: vrfFamilySchema.optional(),
})

/** One end of a peering, as that end's configuration sees it. */
export const peeringEndSchema = z.strictObject({
  owner: z.union([z.strictObject({ deviceId: idSchema('device') }), z.strictObject({ hostId: idSchema('host') })]),
  /** The interface the session runs from. Absent on a device: no `connect-interface`, the outgoing interface decides. */
  interfaceId: idSchema('interface').optional(),
  /** The address of this end. Absent: the primary address of the interface (of a host: its first). */
  address: ipAddressSchema.optional(),
  /**
   * Which form of `connect-interface` is printed. Absent: `interface` for a LoopBack source,
   * `interface-and-address` for an address that is not the primary one of its interface, else `none`.
   */
  connectInterface: z.enum(['none', 'interface', 'address', 'interface-and-address']).optional(),
  /** Address this end has configured for the other one when it is not the other end's own address. */
  remoteAddress: ipAddressSchema.optional(),
  /** AS number this end expects when it is not the other end's own number. */
  remoteAsNumber: asNumberSchema.optional(),
  /** `none`: the command is left out. Absent: computed from the path. */
  ebgpMaxHop: z.union([z.int().min(0).max(65535), z.literal('none')]).optional(),
  validTtlHops: z.int().min(0).max(65535).optional(),
  /** `peer … rely-state interface`: physical ports whose state the session follows. */
  relyStateInterfaceIds: z.array(idSchema('interface')).max(16).optional(),
  /** The other end is a route-reflection client of this one. */
  reflectClient: z.boolean().optional(),
  nextHopLocal: z.boolean().optional(),
  nextHopInvariable: z.boolean().optional(),
  allowAsLoop: z.int().min(0).max(255).optional(),
  /** Families of the peering that this end does not enable. */
  disabledFamilies: z.array(familySchema).max(5).optional(),
  ignore: z.boolean().optional(),
  openMode: z.enum(['listen-only', 'connect-only']).optional(),
})

/** One BGP peering: both ends in one record, so that they agree by construction. */
export const peeringSchema = z.strictObject({
  id: idSchema('peering'),
  ends: both(peeringEndSchema),
  families: z.array(familySchema).max(5),
  vrfId: idSchema('vrf').optional(),
  description: lineText(255).optional(),
  keepaliveSeconds: z.int().min(0).max(4294967295).optional(),
  holdSeconds: z.int().min(0).max(4294967295).optional(),
  bfd: z.boolean().optional(),
  /** Name of a keychain that exists on both devices. */
  keychain: wordText(47).optional(),
})

const bmpSourceSchema = z.strictObject({
  interfaceId: idSchema('interface').optional(),
  address: ipAddressSchema.optional(),
})

/** A BMP session from a monitored router to a station. */
export const bmpSessionSchema = z.strictObject({
  id: idSchema('bmp-session'),
  deviceId: idSchema('device'),
  stationId: idSchema('station'),
  alias: wordText(31).optional(),
  vrfId: idSchema('vrf').optional(),
  /** Absent: the station's port. */
  tcpPort: z.int().min(0).max(4294967295).optional(),
  /** Source in the BMP session view; it wins over the BMP view. */
  source: bmpSourceSchema.optional(),
  monitor: z
    .array(
      z.strictObject({
        target: z.union([
          z.strictObject({ kind: z.enum(['public', 'all-vpn-instance']) }),
          z.strictObject({ kind: z.literal('peer'), peeringId: idSchema('peering') }),
          z.strictObject({ kind: z.literal('vpn-instance'), vrfId: idSchema('vrf') }),
        ]),
        family: z.enum(['ipv4-unicast', 'ipv6-unicast']),
        rib: z.enum(['adj-rib-in', 'adj-rib-out', 'local-rib']),
        policy: z.enum(['pre-policy', 'post-policy']).optional(),
      }),
    )
    .max(64),
})

export const staticRouteSchema = z.strictObject({
  id: idSchema('static-route'),
  deviceId: idSchema('device'),
  vrfId: idSchema('vrf').optional(),
  prefix: prefixSchema,
  nextHop: z.union([
    z.strictObject({
      kind: z.literal('address'),
      address: ipAddressSchema,
      interfaceId: idSchema('interface').optional(),
    }),
    z.strictObject({ kind: z.literal('interface'), interfaceId: idSchema('interface') }),
    z.strictObject({ kind: z.literal('null0') }),
  ]),
  preference: z.int().min(0).max(65535).optional(),
  description: lineText(80).optional(),
})

/** Routing that makes loopbacks reachable, over all routed interfaces of its devices. */
export const underlaySchema = z.union([
  z.strictObject({
    id: idSchema('underlay'),
    kind: z.literal('ospf'),
    deviceIds: z.array(idSchema('device')).max(20000),
    processId: z.int().min(1).max(4294967295),
    area: z.int().min(0).max(4294967295),
    networkType: z.enum(['broadcast', 'p2p']),
    vrfId: idSchema('vrf').optional(),
  }),
  z.strictObject({
    id: idSchema('underlay'),
    /** EBGP over every routed link between two of its devices; loopbacks are announced. */
    kind: z.literal('ebgp'),
    deviceIds: z.array(idSchema('device')).max(20000),
    ipv6: z.boolean().optional(),
  }),
])

/** Where numbers come from when nobody gave one. */
export const poolSchema = z.union([
  z.strictObject({ id: idSchema('pool'), kind: z.enum(['loopback-ipv4', 'link-ipv4']), prefix: ipv4PrefixSchema }),
  z.strictObject({ id: idSchema('pool'), kind: z.enum(['loopback-ipv6', 'link-ipv6']), prefix: ipv6PrefixSchema }),
  z.strictObject({ id: idSchema('pool'), kind: z.literal('as'), first: asNumberSchema, last: asNumberSchema }),
  z.strictObject({ id: idSchema('pool'), kind: z.literal('vlan'), first: vlanIdSchema, last: vlanIdSchema }),
])
