import { z } from 'zod'
import { idSchema } from './ids'
import { isisUnderlaySchema, ospfUnderlaySchema, ospfv3UnderlaySchema } from './igp-records'
import { targetsSchema, vniSchema } from './overlay-records'
import { peerFiltersSchema } from './policy-records'
import { both, familySchema, prefixSchema } from './record-parts'
import {
  asNumberSchema,
  ipAddressSchema,
  ipv4PrefixSchema,
  ipv6PrefixSchema,
  lineText,
  vlanIdSchema,
  wordText,
} from './values'

const vrfFamilySchema = z.strictObject({
  /** Absent: `<router id>:<number>` per device. */
  routeDistinguisher: z.string().max(32).optional(),
  importTargets: z.array(z.string().max(32)).max(64),
  exportTargets: z.array(z.string().max(32)).max(64),
  /** Targets of the EVPN routes of the family (`vpn-target … evpn`). */
  evpnImportTargets: targetsSchema.optional(),
  evpnExportTargets: targetsSchema.optional(),
})

/** A VPN instance; it exists on each device where something is bound to it. */
export const vrfSchema = z.strictObject({
  id: idSchema('vrf'),
  name: wordText(31),
  ipv4: vrfFamilySchema.optional(),
  ipv6: vrfFamilySchema.optional(),
  /** Layer 3 VNI: packets between its subnets cross the overlay under it. */
  vni: vniSchema.optional(),
})

/** One end of a peering, as that end's configuration sees it. */
export const peeringEndSchema = z.strictObject({
  owner: z.union([z.strictObject({ deviceId: idSchema('device') }), z.strictObject({ hostId: idSchema('host') })]),
  /** Only the other end is configured. */
  notConfigured: z.boolean().optional(),
  /** Name of the BGP process of this end. Absent: the base process of the device. */
  instance: wordText(31).optional(),
  /** The routing table of this end where the two differ, as between a provider's and a customer's edge. */
  vrfId: idSchema('vrf').optional(),
  /** What the peer has from its group on this device: it holds, and is not printed for the peer itself. */
  fromGroup: z
    .array(
      z.enum([
        'allow-as-loop',
        'as-number',
        'as-path-filter-export',
        'as-path-filter-import',
        'bfd',
        'connect-interface',
        'description',
        'ebgp-max-hop',
        'evpn',
        'ignore',
        'ip-prefix-export',
        'ip-prefix-import',
        'keychain',
        'next-hop-invariable',
        'next-hop-local',
        'open-mode',
        'reflect-client',
        'rely-state',
        'route-policy-export',
        'route-policy-import',
        'timer',
        'valid-ttl-hops',
      ]),
    )
    .max(22)
    .optional(),
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
  /** What routes of a family have to pass on their way to and from the other end. */
  filters: peerFiltersSchema.optional(),
  /** What this end does with EVPN routes toward the other one. */
  evpn: z
    .strictObject({
      /** `peer … advertise`: host routes as IRB or as ARP routes, and the same for IPv6. */
      advertise: z.enum(['irb', 'arp']).optional(),
      advertiseIpv6: z.enum(['irbv6', 'nd']).optional(),
      /** `peer … advertise encap-type vxlan`. */
      encapsulation: z.literal('vxlan').optional(),
      /** `peer … import reoriginate`: routes of this peer are made anew for the other side of a gateway. */
      importReoriginate: z.boolean().optional(),
      /** `peer … advertise route-reoriginated evpn`: which of the routes made anew this peer gets. */
      advertiseReoriginated: z
        .array(z.enum(['ip', 'ipv6', 'mac', 'mac-ip', 'mac-ipv6']))
        .max(5)
        .optional(),
    })
    .optional(),
  /** Families of the peering that this end does not enable. */
  disabledFamilies: z.array(familySchema).max(5).optional(),
  ignore: z.boolean().optional(),
  openMode: z.enum(['listen-only', 'connect-only']).optional(),
  /** What this end has where it differs from the peering: the keychain and the two timers. */
  keychain: wordText(47).optional(),
  keepaliveSeconds: z.int().min(0).max(4294967295).optional(),
  holdSeconds: z.int().min(0).max(4294967295).optional(),
})

/** One BGP peering: both ends in one record, so that they agree by construction. */
export const peeringSchema = z.strictObject({
  id: idSchema('peering'),
  /** The overlay it is expanded from, or was before somebody changed it. */
  overlayId: idSchema('overlay').optional(),
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

const monitored = {
  family: z.enum(['ipv4-unicast', 'ipv6-unicast']),
  rib: z.enum(['adj-rib-in', 'adj-rib-out', 'local-rib']),
  policy: z.enum(['pre-policy', 'post-policy']).optional(),
}
const tableTargets = [
  z.strictObject({ kind: z.enum(['public', 'all-vpn-instance']) }),
  z.strictObject({ kind: z.literal('vpn-instance'), vrfId: idSchema('vrf') }),
] as const
const peerTarget = z.strictObject({ kind: z.literal('peer'), peeringId: idSchema('peering') })

/** What is told about all peers of a routing table. */
export const monitorTableSchema = z.strictObject({ target: z.union(tableTargets), ...monitored })

/** A BMP session from a monitored router to a station. */
export const bmpSessionSchema = z.strictObject({
  id: idSchema('bmp-session'),
  /** The monitoring it is expanded from, or was before somebody changed it. */
  monitoringId: idSchema('bmp-monitoring').optional(),
  deviceId: idSchema('device'),
  stationId: idSchema('station'),
  alias: wordText(31).optional(),
  vrfId: idSchema('vrf').optional(),
  /** Absent: the station's port. */
  tcpPort: z.int().min(0).max(4294967295).optional(),
  /** Source in the BMP session view; it wins over the BMP view. */
  source: bmpSourceSchema.optional(),
  monitor: z.array(z.strictObject({ target: z.union([...tableTargets, peerTarget]), ...monitored })).max(64),
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
  ospfUnderlaySchema,
  ospfv3UnderlaySchema,
  isisUnderlaySchema,
  z.strictObject({
    id: idSchema('underlay'),
    /** EBGP over every routed link between two of its devices; loopbacks are announced. */
    kind: z.literal('ebgp'),
    deviceIds: z.array(idSchema('device')).max(20000),
    ipv6: z.boolean().optional(),
  }),
])

/** Parts of a pool that it never gives: kept for something outside the design. */
const reserved = <T extends z.ZodType>(schema: T) => z.array(schema).max(256).optional()
const numberPool = <K extends string, T extends z.ZodType>(kind: K, number: T) =>
  z.strictObject({
    id: idSchema('pool'),
    kind: z.literal(kind),
    first: number,
    last: number,
    reserved: reserved(z.strictObject({ first: number, last: number })),
  })
const prefixPool = <K extends string, T extends z.ZodType>(kinds: readonly [K, K], prefix: T) =>
  z.strictObject({ id: idSchema('pool'), kind: z.enum(kinds), prefix, reserved: reserved(prefix) })

/** Where numbers come from when nobody gave one. */
export const poolSchema = z.union([
  prefixPool(['loopback-ipv4', 'link-ipv4'], ipv4PrefixSchema),
  prefixPool(['loopback-ipv6', 'link-ipv6'], ipv6PrefixSchema),
  numberPool('as', asNumberSchema),
  numberPool('vlan', vlanIdSchema),
  /** The same range for each M-LAG pair: an id identifies within its pair. */
  numberPool('mlag-id', z.int().min(0).max(65535)),
  /** VNIs of bridge domains with EVPN. */
  numberPool('vni', vniSchema),
  /** Ports of BMP stations. */
  numberPool('tcp-port', z.int().min(0).max(65535)),
])
