import type { Parsed } from '@weft/net'
import {
  parseAsNumber,
  parseInterfaceName,
  parseIpAddress,
  parseIpv4Address,
  parseIpv4InterfaceAddress,
  parseIpv4Prefix,
  parseIpv6Address,
  parseIpv6InterfaceAddress,
  parseIpv6Prefix,
  parseMacAddress,
} from '@weft/net'
import { z } from 'zod'

/** Text that a parser of `@weft/net` turns into its branded, canonical form. */
function parsedText<T extends string>(parse: (text: string) => Parsed<T>) {
  return z
    .string()
    .max(128)
    .transform((text, context): T => {
      const result = parse(text)
      if (result.ok) return result.value
      for (const { message } of result.problems) context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

export const ipv4AddressSchema = parsedText(parseIpv4Address)
export const ipv6AddressSchema = parsedText(parseIpv6Address)
export const ipAddressSchema = parsedText(parseIpAddress)
export const ipv4PrefixSchema = parsedText(parseIpv4Prefix)
export const ipv6PrefixSchema = parsedText(parseIpv6Prefix)
export const ipv4InterfaceAddressSchema = parsedText(parseIpv4InterfaceAddress)
export const ipv6InterfaceAddressSchema = parsedText(parseIpv6InterfaceAddress)
export const interfaceNameSchema = parsedText(parseInterfaceName)
export const macAddressSchema = parsedText(parseMacAddress)

/** AS number as an integer, or as text in plain or dotted form (`65000`, `1.10`). */
export const asNumberSchema = z.union([z.int(), z.string().max(16)]).transform((value, context) => {
  const result = parseAsNumber(String(value))
  if (result.ok) return result.value
  for (const { message } of result.problems) context.addIssue({ code: 'custom', message })
  return z.NEVER
})

/** VLAN id as a file may hold it; whether a device can carry it is a finding, not a refusal. */
export const vlanIdSchema = z.int().min(1).max(4094)

/**
 * Text a person types that ends up inside one configuration line: no control, separator or
 * bidirectional characters, so it can neither break the line nor disguise it.
 */
export function lineText(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .refine((value) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(value), {
      message: 'must be one line without control or invisible direction characters',
    })
    .refine((value) => value.trim() === value, { message: 'must not begin or end with a blank' })
}

/** The name of a device: as one word, but blanks inside it are kept, for devices have such names. */
export function nameText(maxLength: number) {
  return lineText(maxLength).refine((value) => !/["'?#!\\,@[\]]/u.test(value), {
    message: 'must have neither quotes nor any of ? # ! \\ , @ [ ]',
  })
}

/** A name used as one word of a command: no blank, quote, question mark, `#` or `!`. */
export function wordText(maxLength: number) {
  return lineText(maxLength).refine((value) => !/[\s"'?#!\\,@[\]]/u.test(value), {
    message: 'must be one word without blanks, quotes or any of ? # ! \\ , @ [ ]',
  })
}

/** Text that stands between the commands of a configuration, blanks and tabs included: of a banner, or a remark. */
export function verbatimText() {
  return z
    .string()
    .max(4096)
    .refine((value) => !/[^\P{Cc}\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(value), {
      message: 'must be one line without control or invisible direction characters',
    })
}

/** One command of a configuration as a device shows it: neither a separator, nor a comment, nor the closing `return`. */
export function configLineText() {
  return lineText(4096).refine((value) => !/^[#!]/.test(value) && value.toLowerCase() !== 'return', {
    message: 'must be one command, not a separator, a comment or `return`',
  })
}
