import { z } from 'zod'
import { allocationNotesSchema } from './allocated'
import { idSchema } from './ids'
import { ipAddressSchema, ipv4AddressSchema, lineText, vlanIdSchema } from './values'

/** A VXLAN network identifier has 24 bits (RFC 7348). */
export const vniSchema = z.int().min(1).max(16777215)

/** A route distinguisher or route target as people write it; a rule says when it is none. */
export const distinguisherText = z.string().max(32)
export const targetsSchema = z.array(distinguisherText).max(64)

/**
 * A broadcast domain of the VXLAN overlay, the same on all devices that have it. It exists on each device where a
 * sub-interface or a Vbdif is in it, and on those it names.
 */
export const bridgeDomainSchema = z.strictObject({
  id: idSchema('bridge-domain'),
  number: z.int().min(1).max(16777215),
  description: lineText(80).optional(),
  /** Absent: with EVPN taken from the pool of VNIs, where there is one; else no VXLAN. */
  vni: vniSchema.optional(),
  /** Its EVPN instance. Absent: the VNI is not announced by EVPN. */
  evpn: z
    .strictObject({
      /** Absent: that of the device, else `<router id>:<number>`. */
      routeDistinguisher: distinguisherText.optional(),
      /** `auto`: the device makes the target itself. */
      importTargets: targetsSchema,
      exportTargets: targetsSchema,
    })
    .optional(),
  /** `l2 binding vlan`: traffic of this VLAN is in the bridge domain. */
  boundVlan: vlanIdSchema.optional(),
  /** Devices that have it although nothing of theirs is in it. */
  deviceIds: z.array(idSchema('device')).max(20000).optional(),
  /** How numbers of this record that a pool gave came here. */
  allocations: allocationNotesSchema,
})

/** What a device sends and receives VXLAN packets with. */
export const nveSchema = z.strictObject({
  /** The tunnel source is the primary address of this interface. */
  sourceInterfaceId: idSchema('interface').optional(),
  /** The tunnel source. Absent: that of the interface. */
  sourceAddress: ipAddressSchema.optional(),
  /**
   * Where broadcast traffic of a bridge domain goes, if not where its record leads: `bgp` for one with EVPN, else to
   * every other device that has it.
   */
  headEnd: z
    .array(
      z.strictObject({
        bridgeDomainId: idSchema('bridge-domain'),
        peers: z.union([z.literal('bgp'), z.array(ipAddressSchema).max(1024)]),
      }),
    )
    .max(16384)
    .optional(),
  /** Tunnel to the other member of the M-LAG pair (`pip-source … bypass`). Absent peer: the source of that member. */
  bypass: z.strictObject({ source: ipv4AddressSchema, peer: ipv4AddressSchema.optional() }).optional(),
})

/** Which frames of a port a sub-interface takes. */
export const encapsulationSchema = z.union([
  z.strictObject({
    kind: z.literal('dot1q'),
    /** Absent: every tagged frame that no other sub-interface takes (Layer 2), or none yet (Layer 3). */
    vlan: vlanIdSchema.optional(),
  }),
  z.strictObject({ kind: z.enum(['default', 'untag']) }),
])
