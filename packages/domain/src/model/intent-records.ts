import { z } from 'zod'
import { idSchema } from './ids'
import { both, familySchema, roleSchema } from './record-parts'
import { monitorTableSchema } from './routing-records'
import { asNumberSchema, ipv4AddressSchema, wordText } from './values'

const loopbackNumber = z.int().min(0).max(1023)

/** Devices by name, and whatever has one of the roles: what is added later joins by itself. */
const memberFields = {
  deviceIds: z.array(idSchema('device')).max(20000).optional(),
  roles: z.array(roleSchema).max(7).optional(),
}

const overlayFields = {
  id: idSchema('overlay'),
  ...memberFields,
  families: z.array(familySchema).max(5),
  /** Number of the LoopBack that sessions run from. Absent: 0. */
  loopback: loopbackNumber.optional(),
  /** Name of the BGP process the sessions belong to. Absent: the base process of each device. */
  instance: wordText(31).optional(),
  /** Pairs of members that have no session although they would. */
  exceptPairs: z
    .array(both(idSchema('device')))
    .max(20000)
    .optional(),
}

/** BGP between the LoopBacks of many devices, expanded into one peering for each pair that needs one. */
export const overlaySchema = z.union([
  z.strictObject({
    ...overlayFields,
    kind: z.literal('ibgp'),
    /** Members that reflect the routes of all others. Absent: every member peers with every other one. */
    reflectorIds: z.array(idSchema('device')).max(256).optional(),
    /** The cluster ID of the reflectors that have none of their own. */
    clusterId: ipv4AddressSchema.optional(),
  }),
  z.strictObject({
    ...overlayFields,
    kind: z.literal('ebgp'),
    /** Members that every other one peers with. Absent: every member peers with every other one. */
    hubIds: z.array(idSchema('device')).max(256).optional(),
    /** Hubs pass EVPN routes on with the next hop of the one who announced them. Absent: they do. */
    nextHopInvariable: z.boolean().optional(),
  }),
])

/** One BMP station for many devices, expanded into one session for each of them. */
export const bmpMonitoringSchema = z.strictObject({
  id: idSchema('bmp-monitoring'),
  stationId: idSchema('station'),
  ...memberFields,
  vrfId: idSchema('vrf').optional(),
  /** Number of the LoopBack that sessions run from. Absent: the BMP view or the route decides. */
  loopback: loopbackNumber.optional(),
  monitor: z.array(monitorTableSchema).max(64),
  /** Members without a session. */
  exceptIds: z.array(idSchema('device')).max(20000).optional(),
})

/** What a device that is dropped on the canvas has from the start because of its role. */
export const roleDefaultsSchema = z.strictObject({
  id: idSchema('role-defaults'),
  role: roleSchema,
  /** Takes the place of the model that was dropped. */
  model: z.string().min(1).max(64).optional(),
  /** Absent: from the pool of AS numbers, once the device speaks BGP. */
  asNumber: asNumberSchema.optional(),
  /** Numbers of the LoopBacks that come with it. */
  loopbacks: z.array(loopbackNumber).max(16).optional(),
})
