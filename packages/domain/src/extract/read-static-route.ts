import type { IpPrefix } from '@weft/net'
import { parseIpv6Prefix } from '@weft/net'
import type { Command } from './commands'
import type { StaticRouteFacts } from './device-facts'
import { accepted, interfaceNameOf, ipOf, ipv4PrefixWithMask, numberOf } from './values'

/**
 * `ip route-static` and `ipv6 route-static` with a next hop and perhaps a preference and a description.
 *
 * @returns undefined for a route that says more (tracking, tags, another VPN instance for the next hop): it is carried
 */
export function readStaticRoute({ words, text, line }: Command): StaticRouteFacts | undefined {
  let next = 2
  const take = () => words[next++] ?? ''
  const vrf = words[2] === 'vpn-instance' ? words[3] : undefined
  if (vrf !== undefined) next = 4
  const prefix = prefixOf(words[0] ?? '', take(), take())
  const nextHop = readNextHop(words, next)
  if (prefix === undefined || nextHop === undefined) return undefined
  next = nextHop.end
  let preference: number | undefined
  if (words[next] === 'preference') {
    preference = numberOf(words[next + 1] ?? '', 255)
    next += 2
  }
  const description = words[next] === 'description' ? text.split(' description ')[1]?.trim() : undefined
  if (description === undefined && next < words.length) return undefined
  return {
    line,
    prefix,
    nextHop: nextHop.value,
    ...(vrf === undefined ? {} : { vrf }),
    ...(preference === undefined ? {} : { preference }),
    ...(description === undefined ? {} : { description }),
  }
}

function prefixOf(command: string, address: string, length: string): IpPrefix | undefined {
  return command === 'ip' ? ipv4PrefixWithMask(address, length) : accepted(parseIpv6Prefix(`${address}/${length}`))
}

function readNextHop(
  words: readonly string[],
  start: number,
): { readonly value: StaticRouteFacts['nextHop']; readonly end: number } | undefined {
  const first = words[start] ?? ''
  if (first === 'NULL0') return { value: { kind: 'null0' }, end: start + 1 }
  const address = ipOf(first)
  if (address !== undefined) return { value: { kind: 'address', address }, end: start + 1 }
  const interfaceName = interfaceNameOf(first)
  if (interfaceName === undefined) return undefined
  const behind = ipOf(words[start + 1] ?? '')
  return behind === undefined
    ? { value: { kind: 'interface', interfaceName }, end: start + 1 }
    : { value: { kind: 'address', address: behind, interfaceName }, end: start + 2 }
}
