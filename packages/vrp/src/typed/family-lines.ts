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
  if (/ instance /.test(bgp.text)) return bgp.children
  const belongs = ({ text, opens }: TypedNode) =>
    opens === undefined && matchCommand(family, text, afterUndo(text)) !== undefined
  const moved = bgp.children.filter(belongs)
  const [first] = moved
  if (first === undefined) return bgp.children
  const rest = bgp.children.filter((child) => !belongs(child))
  const given = rest.find(({ text }) => text === header)
  const before = moved.filter(({ text }) => given?.children.every((child) => child.text !== text) ?? true)
  const unicast: TypedNode = {
    text: header,
    line: given?.line ?? first.line,
    opens: 'bgp-family',
    children: [...before, ...(given?.children ?? [])],
  }
  const others = rest.filter((child) => child !== given)
  const at = others.findIndex(({ opens }) => opens !== undefined)
  return at < 0 ? [...others, unicast] : [...others.slice(0, at), unicast, ...others.slice(at)]
}
