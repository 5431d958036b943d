import type { Device } from '../model'

/** An answer for the public network and one for the VPN instances of a device. */
export type KnownRoutes = { readonly public: boolean; readonly vpn: boolean }

/** Beginnings of lines that tell neighbours of routes no record knows of. */
const announces = /^(?:network|import-route|aggregate|default-route|peer \S+ default-route-advertise|import-rib)\b/

/** Beginnings of lines that can bring such routes to the device itself. */
const brings = /^(?:isis|ospf|ospfv3|rip|ripng|ip route-static|ipv6 route-static|ipv[46]-family|ip import-rib)\b/

/** Lines that make BGP exchange routes with labels. */
const labels = /^peer \S+ label-route-capability\b/

/** Beginnings of lines that decide with whom BGP speaks, and as which AS. */
const makesPeers = /^(?:confederation|bgp \S+ instance|peer \S+ (?:listen-net|fake-as|local-as))\b/

/**
 * Whether the records say everything that routes of a device come from. A device that was imported may run protocols
 * whose lines are carried, or may be known in part only: what it does not seem to reach is then unknown.
 */
export function routesKnown(device: Device): KnownRoutes {
  return knownUnless(device, (line) => brings.test(line) || announces.test(line))
}

/**
 * Whether the records say everything that a device tells its neighbours. What BGP knows is found out after the routes
 * of the processes it is imported into.
 */
export function announcementsKnown(device: Device, processes: readonly Process[]): KnownRoutes {
  const known = knownUnless(device, (line) => announces.test(line))
  const takesBgp = processes.filter(({ importRoutes }) => importRoutes.some(({ protocol }) => protocol === 'bgp'))
  return {
    public: known.public && takesBgp.every(({ vrfId }) => vrfId !== undefined),
    vpn: known.vpn && takesBgp.every(({ vrfId }) => vrfId === undefined),
  }
}

/**
 * Whether BGP of the device may give routes labels: their next hops change where those of other routes do not, so what
 * BGP announces may arrive although it does not in the simulation. What nobody announces does not.
 */
export function labelsRoutes(device: Device): boolean {
  return !knownUnless(device, (line) => labels.test(line)).public
}

type Process = { readonly vrfId?: string; readonly importRoutes: readonly { readonly protocol: string }[] }

/** Whether the records say everything that a device's BGP peers follow from. */
export function peersKnown(device: Device): boolean {
  const { public: ofPublic, vpn } = knownUnless(device, (line) => makesPeers.test(line))
  return ofPublic && vpn
}

const everything: KnownRoutes = { public: true, vpn: true }

function knownUnless({ carried, partlyKnown }: Device, matters: (line: string) => boolean): KnownRoutes {
  if (partlyKnown === true) return { public: false, vpn: false }
  if (carried === undefined) return everything
  const known = { public: true, vpn: true }
  for (const { view, lines } of carried) {
    const inVpn = view.some(isOfVpn)
    // Depth of the line that opened a view of a VPN instance within the block.
    let opened: number | undefined
    for (const { text, depth = 0 } of lines) {
      if (opened !== undefined && depth <= opened) opened = undefined
      if (isOfVpn(text)) opened ??= depth
      if (matters(text)) known[inVpn || opened !== undefined ? 'vpn' : 'public'] = false
    }
  }
  return known
}

function isOfVpn(header: string): boolean {
  return /^(?:ip vpn-instance|(?:ospf|ospfv3|isis|rip|ripng|ipv4-family|ipv6-family)\b.* vpn-instance|ip(?:v6)? route-static vpn-instance)\b/.test(
    header,
  )
}
