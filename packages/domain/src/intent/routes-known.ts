import type { Device } from '../model'

/** Beginnings of lines that can bring routes no record knows of. */
const bringsRoutes =
  /^(?:isis|ospf|ospfv3|rip|ripng|ip route-static|ipv6 route-static|ipv[46]-family|network|import-route|aggregate|default-route|peer \S+ (?:default-route-advertise|label-route-capability)|ip import-rib|import-rib)\b/

/**
 * Whether the records say everything that routes of a device come from. A device that was imported may run protocols
 * whose lines are carried, or may be known in part only: what it does not seem to reach is then unknown.
 */
export function routesKnown({ carried, partlyKnown }: Device): boolean {
  if (partlyKnown === true) return false
  return carried?.some(({ lines }) => lines.some(({ text }) => bringsRoutes.test(text))) !== true
}
