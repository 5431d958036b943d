import type { LinkId, Network, RecordId, SessionStatus } from '@weft/domain'
import { byId } from '@weft/domain'
import type { Digest } from '../editor'
import { worseStatus } from '../editor'
import type { CableGroup } from './cable-groups'
import { cableGroupId, groupOfLink } from './cable-groups'
import { nodeOfOwner } from './drawn-as'
import type { Anchor, Badge, CableEdge, SessionEdge, VlanifEdge } from './flow-types'

type Drawing = {
  readonly digest?: Digest | undefined
  readonly badgeOf: (ids: readonly RecordId[]) => Badge | undefined
}
type Wired = Drawing & { readonly anchors: ReadonlyMap<string, readonly [Anchor, Anchor]> }

const middle: Anchor = { dx: 0, dy: 0 }
const joint = { sourceHandle: 'middle', targetHandle: 'middle' } as const

export function cableEdges(groups: readonly CableGroup[], { anchors, digest, badgeOf }: Wired): CableEdge[] {
  return groups.map(({ id, nodes, links, ports, isPeerLink }) => {
    const linkIds = links.map((link) => link.id)
    const badge = badgeOf(linkIds)
    const session = underlaySession(linkIds, digest)
    return {
      id,
      type: 'cable',
      source: nodes[0],
      target: nodes[1],
      ...joint,
      data: {
        linkIds,
        ports,
        anchors: anchors.get(id) ?? [middle, middle],
        purpose: isPeerLink ? 'peer-link' : 'cable',
        ...(session ? { session } : {}),
        ...(badge ? { badge } : {}),
      },
    }
  })
}

export function vlanifEdges(
  network: Network,
  { groups, anchors, badgeOf }: Wired & { readonly groups: readonly CableGroup[] },
): VlanifEdge[] {
  const carrier = groupOfLink(groups)
  const lanes = laneCounter()
  return Object.values(network.vlanifLinks)
    .sort(byId)
    .flatMap((vlanifLink) => {
      const [a, b] = vlanifLink.ends.map((end) => network.interfaces[end]?.deviceId)
      if (!a || !b || a === b || !(a in network.devices) || !(b in network.devices)) return []
      const [source, target] = a < b ? [a, b] : [b, a]
      const over = vlanifLink.carriedBy.map((linkId) => carrier.get(linkId)).find((group) => group !== undefined)
      const along = over && cableGroupId(source, target) === over.id ? anchors.get(over.id) : undefined
      const badge = badgeOf([vlanifLink.id])
      const subnet = vlanifLink.ipv4Subnet ?? vlanifLink.ipv6Subnet
      return [
        {
          id: vlanifLink.id,
          type: 'vlanif' as const,
          source,
          target,
          ...joint,
          data: {
            vlan: vlanifLink.vlan,
            anchors: along ?? ([middle, middle] as const),
            lane: lanes(source, target),
            ...(subnet ? { subnet } : {}),
            ...(badge ? { badge } : {}),
          },
        },
      ]
    })
}

export function sessionEdges(network: Network, { digest, badgeOf }: Drawing): SessionEdge[] {
  const lanes = laneCounter()
  const peerings = Object.values(network.peerings)
    .sort(byId)
    .flatMap((peering) => {
      const [a, b] = peering.ends.map((end) => nodeOfOwner(network, end))
      if (!a || !b || a === b) return []
      const status = digest?.sessions.get(peering.id) ?? 'unknown'
      const badge = badgeOf([peering.id])
      const [source, target] = a < b ? [a, b] : [b, a]
      const data = {
        protocol: digest?.peeringTypes.get(peering.id) ?? ('BGP' as const),
        status,
        lane: lanes(source, target),
        ...(badge ? { badge } : {}),
      }
      return [{ id: peering.id, type: 'session' as const, source, target, ...joint, data }]
    })
  const monitored = Object.values(network.bmpSessions)
    .sort(byId)
    .flatMap((session) => {
      const { id, deviceId, stationId } = session
      if (!(deviceId in network.devices) || !(stationId in network.stations)) return []
      const status = digest?.sessions.get(id) ?? 'unknown'
      const badge = badgeOf([id])
      const data = { protocol: 'BMP' as const, status, lane: lanes(deviceId, stationId), ...(badge ? { badge } : {}) }
      return [{ id, type: 'session' as const, source: deviceId, target: stationId, ...joint, data }]
    })
  return [...peerings, ...monitored]
}

/** The worst of the sessions that the underlay runs over these cables. */
function underlaySession(linkIds: readonly LinkId[], digest: Digest | undefined): SessionStatus | undefined {
  let worst: SessionStatus | undefined
  for (const id of linkIds) {
    const status = digest?.sessions.get(id)
    if (status) worst = worseStatus(worst ?? status, status)
  }
  return worst
}

/** Numbers the edges between the same two nodes. */
function laneCounter() {
  const used = new Map<string, number>()
  return (a: RecordId, b: RecordId): number => {
    const key = cableGroupId(a, b)
    const lane = used.get(key) ?? 0
    used.set(key, lane + 1)
    return lane
  }
}
