import { z } from 'zod'
import { idSchema } from './ids'
import { roleSchema } from './record-parts'
import { lineText } from './values'

const deviceIdsSchema = z.array(idSchema('device')).max(10_000)

/** Devices of a role, devices named one by one, or (an empty object) all of them. */
const selectionSchema = z.union([
  z.strictObject({ role: roleSchema }),
  z.strictObject({ deviceIds: deviceIdsSchema }),
  z.strictObject({}),
])

/** What somebody demands of the network: something stands, whatever fails. */
export const requirementSchema = z.strictObject({
  id: idSchema('requirement'),
  name: lineText(120).optional(),
  subject: z.discriminatedUnion('kind', [
    /** Every session of these protocols that one of the devices takes part in. */
    z.strictObject({
      kind: z.literal('sessions'),
      protocols: z
        .array(z.enum(['bgp', 'bmp', 'igp']))
        .min(1)
        .max(3),
      of: selectionSchema,
    }),
    /** Each of the first reaches the loopback of each of the second, and the other way round. */
    z.strictObject({ kind: z.literal('loopbacks'), from: selectionSchema, to: selectionSchema }),
  ]),
  /** So many failures at once, of what; the devices a session or way ends on do not count. */
  survives: z.strictObject({
    failures: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    of: z.enum(['devices', 'links', 'both']),
  }),
  /** What is down all the time. */
  whileDown: z.strictObject({ deviceIds: deviceIdsSchema, linkIds: z.array(idSchema('link')).max(10_000) }).optional(),
})
