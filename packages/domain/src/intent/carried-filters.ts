import { parseIpAddress } from '@weft/net'
import type { Device } from '../model'
import type { BgpSessionIntent } from './network-intent'

const ofPeer =
  /^peer (\S+) (route-policy|ip-prefix|ipv6-prefix|as-path-filter|filter-policy|route-filter) .*\b(import|export)\b/
const ofAll = /^filter-policy .*\b(import|export)\b/
/** Filters of a group that its members' records say. */
const readFromGroups: ReadonlySet<string> = new Set(['route-policy', 'ip-prefix', 'ipv6-prefix', 'as-path-filter'])

/**
 * The sessions of a device, each with the directions in which lines that are carried may filter its routes. A line
 * about a group that no record says may be about any peer.
 */
export function withCarriedFilters(
  { carried = [] }: Device,
  sessions: readonly BgpSessionIntent[],
): readonly BgpSessionIntent[] {
  const everybody = new Set<Direction>()
  const byPeer = new Map<string, Set<Direction>>()
  for (const { view, lines } of carried) {
    let inBgp = view[0]?.startsWith('bgp ') === true
    for (const { text, depth = 0 } of lines) {
      if (view.length === 0 && depth === 0) inBgp = text.startsWith('bgp ')
      if (!inBgp) continue
      const [, peer = '', kind = '', direction] = ofPeer.exec(text) ?? []
      const general = ofAll.exec(text)?.[1] ?? (readFromGroups.has(kind) || isAddress(peer) ? undefined : direction)
      if (general !== undefined) everybody.add(general as Direction)
      else if (direction !== undefined) byPeer.set(peer, (byPeer.get(peer) ?? new Set()).add(direction as Direction))
    }
  }
  if (everybody.size === 0 && byPeer.size === 0) return sessions
  return sessions.map((session) => {
    const own = byPeer.get(session.remoteAddress?.value ?? '') ?? []
    const unknownFilters = [...new Set([...everybody, ...own])].sort()
    return unknownFilters.length === 0 ? session : { ...session, unknownFilters }
  })
}

type Direction = 'import' | 'export'

function isAddress(text: string): boolean {
  return parseIpAddress(text).ok
}
