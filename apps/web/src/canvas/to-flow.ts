import type { Design, DeviceInterface, Network, RecordId } from '@weft/domain'
import { byId } from '@weft/domain'
import type { Digest, FindingSummary } from '../editor'
import { worseOf } from '../editor'
import { placeAnchors } from './anchors'
import { groupCables } from './cable-groups'
import { cableEdges, sessionEdges, vlanifEdges } from './flow-edges'
import type { Badge, DeviceNode, FlowGraph, FlowNode, HostNode, PairNode, StationNode } from './flow-types'
import type { Size } from './node-size'
import { deviceSize, hostSize, stationSize } from './node-size'
import { fitPair } from './pair-frame'
import { reuseEqual } from './reuse'

/** What the drawing shows besides the design itself. */
export type FlowExtras = { readonly summary: FindingSummary; readonly digest?: Digest }

/**
 * The drawing of a design whose intents are expanded. Nodes and edges the last edit did not touch keep their identity.
 * Selection is not part of it: see `markSelected`.
 */
export function toFlow(design: Design, { summary, digest }: FlowExtras, previous: FlowGraph): FlowGraph {
  const { network } = design
  const badgeOf = (ids: readonly RecordId[]) => mergedBadge(summary, ids)
  const place = placer(design)
  const drawn: readonly (DeviceNode | HostNode | StationNode)[] = [
    ...deviceNodes(network, digest, { place, badgeOf }),
    ...hostNodes(network, { place, badgeOf }),
    ...stationNodes(network, { place, badgeOf }),
  ]
  const boxes = new Map(drawn.map((node) => [node.id as RecordId, boxOf(node)]))
  const pairs = pairNodes(network, boxes, badgeOf)
  const groups = groupCables(network)
  const anchors = placeAnchors(groups, boxes)
  const edges = [
    ...cableEdges(groups, { anchors, digest, badgeOf }),
    ...vlanifEdges(network, { groups, anchors, digest, badgeOf }),
    ...sessionEdges(network, { digest, badgeOf }),
  ]
  // Frames first: they lie under their members.
  const nodes: readonly FlowNode[] = reuseEqual<FlowNode>([...pairs, ...drawn], previous.nodes)
  const kept = { nodes, edges: reuseEqual(edges, previous.edges) }
  return kept.nodes === previous.nodes && kept.edges === previous.edges ? previous : kept
}

type Place = (id: RecordId, size: Size) => Pick<FlowNode, 'position' | 'width' | 'height' | 'measured' | 'handles'>
type Drawing = { readonly place: Place; readonly badgeOf: (ids: readonly RecordId[]) => Badge | undefined }

function deviceNodes(network: Network, digest: Digest | undefined, { place, badgeOf }: Drawing): DeviceNode[] {
  const loopbacks = loopbacksByDevice(network)
  return Object.values(network.devices)
    .sort(byId)
    .map((device) => {
      const chips = (loopbacks.get(device.id) ?? []).map((loopback) => {
        const address = digest?.addresses.get(loopback.id)?.[0] ?? loopback.ipv4?.[0] ?? loopback.ipv6?.[0]
        return { id: loopback.id, label: loopback.name.replace(/^LoopBack/, 'Lo'), ...(address ? { address } : {}) }
      })
      const asNumber = digest?.asNumbers.get(device.id) ?? device.asNumber
      const badge = badgeOf([device.id])
      return {
        id: device.id,
        type: 'device',
        ...place(device.id, deviceSize(chips.length)),
        data: {
          name: device.name,
          model: device.model,
          role: device.role,
          loopbacks: chips,
          ...(asNumber === undefined ? {} : { asNumber: String(asNumber) }),
          ...(badge ? { badge } : {}),
        },
      }
    })
}

function loopbacksByDevice(network: Network): ReadonlyMap<RecordId, readonly DeviceInterface[]> {
  const found = new Map<RecordId, DeviceInterface[]>()
  for (const deviceInterface of Object.values(network.interfaces)) {
    if (!deviceInterface.name.startsWith('LoopBack')) continue
    const list = found.get(deviceInterface.deviceId) ?? []
    found.set(deviceInterface.deviceId, list)
    list.push(deviceInterface)
  }
  const numberOf = ({ name }: DeviceInterface) => Number(name.slice('LoopBack'.length))
  for (const list of found.values()) list.sort((a, b) => numberOf(a) - numberOf(b) || byId(a, b))
  return found
}

function hostNodes(network: Network, { place, badgeOf }: Drawing): HostNode[] {
  const modes = new Map(
    Object.values(network.attachments).flatMap(({ attached, mode }) =>
      'hostId' in attached ? [[attached.hostId, mode] as const] : [],
    ),
  )
  return Object.values(network.hosts)
    .sort(byId)
    .map(({ id, name, kind }) => {
      const attachment = modes.get(id)
      const badge = badgeOf([id])
      const data = { name, hostKind: kind, ...(attachment ? { attachment } : {}), ...(badge ? { badge } : {}) }
      return { id, type: 'host', ...place(id, hostSize), data }
    })
}

function stationNodes(network: Network, { place, badgeOf }: Drawing): StationNode[] {
  return Object.values(network.stations)
    .sort(byId)
    .map(({ id, name, address }) => {
      const badge = badgeOf([id])
      return { id, type: 'station', ...place(id, stationSize), data: { name, address, ...(badge ? { badge } : {}) } }
    })
}

function pairNodes(network: Network, boxes: ReadonlyMap<RecordId, Box>, badgeOf: Drawing['badgeOf']): PairNode[] {
  return Object.values(network.mlagPairs)
    .sort(byId)
    .flatMap(({ id, name, members }) => {
      const [a, b] = [boxes.get(members[0]), boxes.get(members[1])]
      if (!a || !b) return []
      const memberNames = members.map((member) => network.devices[member]?.name ?? member).join(' + ')
      const badge = badgeOf([id])
      const data = { members, memberNames, ...(name ? { name } : {}), ...(badge ? { badge } : {}) }
      return [{ id, type: 'pair', ...fitPair(a, b), zIndex: -1, draggable: true, dragHandle: '.pair-grip', data }]
    })
}

export type Box = Size & { readonly x: number; readonly y: number }

export function boxOf({ position, width = 0, height = 0 }: Pick<FlowNode, 'position' | 'width' | 'height'>): Box {
  return { ...position, width, height }
}

/** Things nobody has placed are lined up below what is placed, in id order. */
function placer({ network, layout }: Design): Place {
  const placedBottom = Math.max(0, ...Object.values(layout.positions).map(({ y }) => y + 120))
  const unplaced = [network.devices, network.hosts, network.stations]
    .flatMap((collection) => Object.keys(collection).sort())
    .filter((id) => !layout.positions[id])
  const columns = Math.max(8, Math.ceil(Math.sqrt(unplaced.length)))
  const spare = new Map(
    unplaced.map((id, index) => [
      id,
      { x: (index % columns) * 216, y: placedBottom + Math.floor(index / columns) * 144 },
    ]),
  )
  return (id, { width, height }) => {
    const position = layout.positions[id] ?? spare.get(id) ?? { x: 0, y: 0 }
    return { position, width, height, measured: { width, height }, handles: handlesOf({ width, height }) }
  }
}

/** Wires start at the middle; the four sides are where a person takes hold to draw a new one. */
function handlesOf({ width, height }: Size): NonNullable<FlowNode['handles']> {
  const at = (id: string, position: 'top' | 'right' | 'bottom' | 'left', x: number, y: number) => ({
    id,
    type: 'source' as const,
    position: position as NonNullable<FlowNode['handles']>[number]['position'],
    x: x - 0.5,
    y: y - 0.5,
    width: 1,
    height: 1,
  })
  return [
    at('middle', 'top', width / 2, height / 2),
    at('top', 'top', width / 2, 0),
    at('right', 'right', width, height / 2),
    at('bottom', 'bottom', width / 2, height),
    at('left', 'left', 0, height / 2),
  ]
}

function mergedBadge(summary: FindingSummary, ids: readonly RecordId[]): Badge | undefined {
  let merged: Badge | undefined
  for (const id of ids) {
    const badge = summary.get(id)
    if (!badge) continue
    merged = merged ? { worst: worseOf(merged.worst, badge.worst), count: merged.count + badge.count } : badge
  }
  return merged
}
