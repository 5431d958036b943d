import { z } from 'zod'
import { ipv4PrefixSchema, ipv6PrefixSchema, vlanIdSchema } from './values'

/** Address families a BGP session can carry. VPNv4 and VPNv6 exist on routers, not on CE switches. */
export const familySchema = z.enum(['ipv4-unicast', 'ipv6-unicast', 'evpn', 'vpnv4', 'vpnv6'])

/** What a device is for; a drawing aid, and how people speak of many devices at once. */
export const roleSchema = z.enum(['spine', 'leaf', 'border', 'route-reflector', 'pe-router', 'asbr', 'other'])

export const vlanListSchema = z.array(vlanIdSchema).max(4094)
export const prefixSchema = z.union([ipv4PrefixSchema, ipv6PrefixSchema])
export const both = <T extends z.ZodType>(schema: T) => z.tuple([schema, schema])
/** One of two that may be absent. JSON has no `undefined` inside a list, so a file says `null`. */
export const perhaps = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined)
