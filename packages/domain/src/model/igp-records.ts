import { z } from 'zod'
import { idSchema } from './ids'
import { ipv4AddressSchema } from './values'

/** What interior gateway protocols have in the records: their underlays, and what devices and interfaces say of their own. */

const processIdSchema = z.int().min(1).max(4294967295)
const areaSchema = z.int().min(0).max(4294967295)
const devicesSchema = z.array(idSchema('device')).max(20000)
const hexGroups = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .regex(/^[0-9A-Fa-f]{1,4}(?:\.[0-9A-Fa-f]{1,4})*$/, 'hexadecimal digits in groups are expected, as in 49.0001')
    .transform((text) => text.toLowerCase())

const levelSchema = z.enum(['level-1', 'level-1-2', 'level-2'])
const costStyleSchema = z.enum(['narrow', 'wide', 'wide-compatible', 'compatible', 'narrow-compatible'])

export const ospfUnderlaySchema = z.strictObject({
  id: idSchema('underlay'),
  kind: z.literal('ospf'),
  deviceIds: devicesSchema,
  processId: processIdSchema,
  area: areaSchema,
  networkType: z.enum(['broadcast', 'p2p']),
  vrfId: idSchema('vrf').optional(),
})

/** OSPF for IPv6, over the interfaces of its devices that have IPv6 addresses. */
export const ospfv3UnderlaySchema = ospfUnderlaySchema.extend({ kind: z.literal('ospfv3') })

export const isisUnderlaySchema = z.strictObject({
  id: idSchema('underlay'),
  kind: z.literal('isis'),
  deviceIds: devicesSchema,
  processId: processIdSchema,
  /** Area of devices that have no network entity of their own. */
  areaAddress: hexGroups(32),
  level: levelSchema,
  costStyle: costStyleSchema,
  circuitType: z.enum(['broadcast', 'p2p']),
  /** Absent: no IPv6. `standard`: one topology for both versions; `ipv6`: one of its own. */
  ipv6Topology: z.enum(['standard', 'ipv6']).optional(),
  vrfId: idSchema('vrf').optional(),
})

/** What the process of an underlay has of its own on one device. */
export const igpProcessSchema = z.strictObject({
  underlayId: idSchema('underlay'),
  /** OSPFv3. Absent: the router ID of the device. */
  routerId: z.union([ipv4AddressSchema, z.literal('none')]).optional(),
  /** IS-IS. Absent: made of the area of the underlay and the router ID. */
  networkEntity: z.union([hexGroups(64), z.literal('none')]).optional(),
  /** IS-IS. Absent: those of the underlay. */
  level: levelSchema.optional(),
  costStyle: costStyleSchema.optional(),
  ipv6Topology: z.enum(['standard', 'ipv6', 'none']).optional(),
  /** OSPF and OSPFv3: areas that are stub areas or NSSAs here, and areas no interface is in. */
  areas: z
    .array(
      z.strictObject({
        area: areaSchema,
        type: z.enum(['stub', 'nssa']).optional(),
        /** As the command has them; of these `no-summary` is for area border routers. */
        options: z
          .array(
            z.enum([
              'default-route-advertise',
              'no-import-route',
              'no-summary',
              'set-n-bit',
              'suppress-forwarding-address',
              'translator-always',
              'zero-address-forwarding',
            ]),
          )
          .max(7)
          .optional(),
      }),
    )
    .max(256)
    .optional(),
  /** OSPF: subnets of links stay untold, only host addresses are announced. */
  suppressReachability: z.boolean().optional(),
  importRoutes: z
    .array(
      z.strictObject({
        protocol: z.enum(['direct', 'static', 'bgp', 'ospf', 'ospfv3', 'isis']),
        processId: processIdSchema.optional(),
        cost: z.int().min(0).max(16777214).optional(),
        /** OSPF and OSPFv3: the type of the external routes. Absent: 2. */
        type: z.literal(1).optional(),
        /** IS-IS: into the IPv6 routes. */
        ipv6: z.boolean().optional(),
      }),
    )
    .max(32)
    .optional(),
})

const ospfTimers = {
  helloSeconds: z.int().min(1).max(65535).optional(),
  deadSeconds: z.int().min(1).max(235926000).optional(),
}

export const interfaceOspfSchema = z.strictObject({
  /** The process the interface is put into by itself (`ospf enable`). Absent: statements of the process match it. */
  underlayId: idSchema('underlay').optional(),
  /** Decimal area number. Absent: the underlay's. */
  area: areaSchema.optional(),
  networkType: z.enum(['broadcast', 'p2p', 'p2mp', 'nbma']).optional(),
  cost: z.int().min(1).max(65535).optional(),
  ...ospfTimers,
  silent: z.boolean().optional(),
  /** The MTU in database descriptions is compared (`ospf mtu-enable`). */
  checkMtu: z.boolean().optional(),
})

export const interfaceOspfv3Schema = z.strictObject({
  /** Absent: the first underlay the interface fits in. */
  underlayId: idSchema('underlay').optional(),
  /** Absent: LoopBacks and links between devices of the underlay run it. */
  enabled: z.boolean().optional(),
  area: areaSchema.optional(),
  instanceId: z.int().min(0).max(255).optional(),
  networkType: z.enum(['broadcast', 'p2p', 'p2mp', 'nbma']).optional(),
  cost: z.int().min(1).max(65535).optional(),
  ...ospfTimers,
  silent: z.boolean().optional(),
})

export const interfaceIsisSchema = z.strictObject({
  /** Absent: the first underlay the interface fits in. */
  underlayId: idSchema('underlay').optional(),
  /** `isis enable` and `isis ipv6 enable`. Absent: LoopBacks and links between devices of the underlay run it. */
  ipv4: z.boolean().optional(),
  ipv6: z.boolean().optional(),
  circuitType: z.enum(['broadcast', 'p2p']).optional(),
  level: levelSchema.optional(),
  cost: z.int().min(1).max(16777214).optional(),
  ipv6Cost: z.int().min(1).max(16777214).optional(),
  helloSeconds: z.int().min(1).max(255).optional(),
  holdingMultiplier: z.int().min(2).max(1000).optional(),
  silent: z.boolean().optional(),
})
