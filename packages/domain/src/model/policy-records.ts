import { z } from 'zod'
import { idSchema } from './ids'
import { prefixSchema } from './record-parts'
import { asNumberSchema, configLineText, wordText } from './values'

const actionSchema = z.enum(['permit', 'deny'])
/** Absent: ten more than the entry before. */
const indexSchema = z.int().min(1).max(4294967295).optional()

/** An IP prefix list; it exists on each device that names it. Without entries: named there, and defined nowhere. */
export const prefixListSchema = z.strictObject({
  id: idSchema('prefix-list'),
  name: wordText(169),
  version: z.enum(['ipv4', 'ipv6']),
  entries: z
    .array(
      z.strictObject({
        index: indexSchema,
        action: actionSchema,
        prefix: prefixSchema,
        matchNetwork: z.boolean().optional(),
        greaterEqual: z.int().min(0).max(128).optional(),
        lessEqual: z.int().min(0).max(128).optional(),
      }),
    )
    .max(65535),
})

/** An AS-path filter; it exists on each device that names it. Without entries: named there, and defined nowhere. */
export const asPathFilterSchema = z.strictObject({
  id: idSchema('as-path-filter'),
  name: wordText(51),
  entries: z
    .array(
      z.strictObject({
        index: indexSchema,
        action: actionSchema,
        expression: z
          .string()
          .max(255)
          .regex(/^[0-9.^$_|()[\]*+-]+$/),
      }),
    )
    .max(65535),
})

/** A condition or an action of a node. What Weft cannot weigh is kept as its line. */
const clauseSchema = z.union([
  z.strictObject({ kind: z.literal('match-prefix'), prefixListId: idSchema('prefix-list') }),
  z.strictObject({ kind: z.literal('match-as-path'), asPathFilterId: idSchema('as-path-filter') }),
  z.strictObject({
    kind: z.enum(['apply-local-preference', 'apply-cost', 'apply-preferred-value']),
    value: z.int().min(0).max(4294967295),
  }),
  z.strictObject({ kind: z.literal('apply-as-path'), asNumbers: z.array(asNumberSchema).min(1).max(128) }),
  z.strictObject({ kind: z.literal('other'), line: configLineText() }),
])

/** A route policy; it exists on each device that uses it. Without nodes: named there, and defined nowhere. */
export const routePolicySchema = z.strictObject({
  id: idSchema('route-policy'),
  name: wordText(200),
  nodes: z
    .array(
      z.strictObject({
        node: z.int().min(0).max(65535),
        action: actionSchema,
        clauses: z.array(clauseSchema).max(256),
      }),
    )
    .max(65536),
})

/** What a peer's routes of one family have to pass; all that are named. */
const familyFiltersSchema = z.strictObject({
  importPolicyId: idSchema('route-policy').optional(),
  exportPolicyId: idSchema('route-policy').optional(),
  importPrefixListId: idSchema('prefix-list').optional(),
  exportPrefixListId: idSchema('prefix-list').optional(),
  importAsPathFilterId: idSchema('as-path-filter').optional(),
  exportAsPathFilterId: idSchema('as-path-filter').optional(),
})

export const peerFiltersSchema = z.strictObject({
  'ipv4-unicast': familyFiltersSchema.optional(),
  'ipv6-unicast': familyFiltersSchema.optional(),
  vpnv4: familyFiltersSchema.pick({ importPolicyId: true, exportPolicyId: true }).optional(),
  vpnv6: familyFiltersSchema.pick({ importPolicyId: true, exportPolicyId: true }).optional(),
  evpn: familyFiltersSchema.pick({ importPolicyId: true, exportPolicyId: true }).optional(),
})
