import { z } from 'zod'

/** Fields of records that get a number of a pool when nobody fills them in. */
const allocatedFields = [
  'asNumber',
  'ipv4',
  'ipv6',
  'ipv4Subnet',
  'ipv6Subnet',
  'mlagId',
  'macAddress',
  'tcpPort',
  'vlan',
  'vni',
] as const
export type AllocatedField = (typeof allocatedFields)[number]

/**
 * How a number came into its record. It stays true while the field has the value; once somebody gives
 * another one it says nothing. The ids are history: what they name may be gone, so they are no references.
 */
export const allocationNotesSchema = z
  .array(
    z.strictObject({
      field: z.enum(allocatedFields),
      value: z.union([z.string().max(64), z.int()]),
      /** The pool it was taken from. Absent: the range every network has, or the subnet of the link. */
      pool: z.string().max(100).optional(),
      /** The record whose number comes before it. Absent: it was the first of its pool. */
      after: z.string().max(100).optional(),
    }),
  )
  .max(32)
  .optional()
