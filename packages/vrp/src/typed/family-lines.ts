import type { CommandTrie } from '../views/command-trie'
import { addBeginnings, emptyTrie, matchCommand } from '../views/command-trie'
import { afterUndo } from '../views/views'
import type { TypedNode } from './typed-views'

/**
 * Commands that a device takes in the BGP view and shows in its IPv4 unicast family.
 *
 * @source CloudEngine configuration guide, "Starting a BGP Process"; command reference, commands that have both the
 *   BGP view and the BGP-IPv4 unicast address family view
 */
const familyCommands = `
  advertise(delay) advertise-community-gshut aggregate auto-frr bestroute compare-different-as-med
  default(local-preference med) ext-community-change filter-policy ibgp-interface-sensitive import-rib import-route
  load-balancing maximum(load-balancing) network nexthop(recursive-lookup) preference reflect(between-clients)
  reflector(cluster-id) slow-peer summary(automatic)
  peer(*(advertise advertise-community advertise-ext-community allow-as-loop as-path-filter default-route-advertise
    enable filter-policy ip-prefix load-balancing next-hop-invariable next-hop-local oscillation-dampening peer-as-check
    preferred-value public-as-only reflect-client route-limit route-policy route-update-interval soo-reverse
    substitute-as))
`
const family: CommandTrie = emptyTrie()
addBeginnings(family, familyCommands, { opens: undefined })

const header = 'ipv4-family unicast'

/** The lines of a BGP view with those of the IPv4 unicast family in it; multi-instance processes have no such view. */
export function withFamilyLines(bgp: TypedNode): readonly TypedNode[] {
  const lines = [...bgp.children.values()]
  const moved = / instance /.test(bgp.text) ? [] : lines.filter(isFamilyLine)
  const [first] = moved
  if (first === undefined) return lines
  const given = bgp.children.get(header)
  const unicast: TypedNode = {
    text: header,
    line: given?.line ?? first.line,
    opens: 'bgp-family',
    children: new Map([...moved, ...(given?.children.values() ?? [])].map((line) => [line.text, line])),
  }
  const others = lines.filter((line) => line !== given && !isFamilyLine(line))
  const at = others.findIndex(({ opens }) => opens !== undefined)
  return at < 0 ? [...others, unicast] : [...others.slice(0, at), unicast, ...others.slice(at)]
}

function isFamilyLine({ text, opens }: TypedNode): boolean {
  return opens === undefined && matchCommand(family, text, afterUndo(text)) !== undefined
}
