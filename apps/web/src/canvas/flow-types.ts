import type { Device, DeviceId, InterfaceId, LinkId, RecordId, SessionStatus, Severity } from '@weft/domain'
import type { Edge, Node } from '@xyflow/react'

/** Worst severity and count of the findings shown on one drawn thing. */
export type Badge = { readonly worst: Severity; readonly count: number }

/** How much would fall with one thing: sessions of others, and 1 to 4 against the worst. */
export type Heat = { readonly level: number; readonly count: number }

/** What the failure player adds to anything drawn. */
export type FailureMarks = { readonly failed?: true; readonly heat?: Heat }

export type LoopbackChip = {
  readonly id: InterfaceId
  /** `Lo0`. */
  readonly label: string
  /** Effective primary address, given or allocated. Absent until compiled or when there is none. */
  readonly address?: string
}

export type DeviceData = FailureMarks & {
  readonly name: string
  readonly model: string
  readonly role: Device['role']
  /** Effective AS number. Absent when the device does not speak BGP. */
  readonly asNumber?: string
  readonly loopbacks: readonly LoopbackChip[]
  readonly badge?: Badge
}
export type HostData = FailureMarks & {
  readonly name: string
  readonly hostKind: 'server' | 'switch' | 'router' | 'external'
  /** Attached to an M-LAG pair, and how. */
  readonly attachment?: 'dual-active' | 'active-standby'
  readonly badge?: Badge
}
export type StationData = FailureMarks & { readonly name: string; readonly address: string; readonly badge?: Badge }
export type PairData = FailureMarks & { readonly name?: string; readonly memberNames: string; readonly badge?: Badge }

export type DeviceNode = Node<DeviceData, 'device'>
export type HostNode = Node<HostData, 'host'>
export type StationNode = Node<StationData, 'station'>
export type PairNode = Node<PairData & { readonly members: readonly [DeviceId, DeviceId] }, 'pair'>
export type FlowNode = DeviceNode | HostNode | StationNode | PairNode

/** Where an edge meets a node: an offset from the middle of the node. */
export type Anchor = { readonly dx: number; readonly dy: number }

export type CableData = FailureMarks & {
  /** All cables between the two nodes, in id order. */
  readonly linkIds: readonly LinkId[]
  /** Port names at each end, one per cable. */
  readonly ports: readonly [readonly string[], readonly string[]]
  readonly anchors: readonly [Anchor, Anchor]
  /** Peer-link, trunk or single cable. */
  readonly purpose: 'cable' | 'peer-link'
  /** Sessions the underlay runs over these cables: the worst of them. */
  readonly session?: SessionStatus
  readonly badge?: Badge
}
export type VlanifData = FailureMarks & {
  readonly vlan: number
  readonly subnet?: string
  readonly anchors: readonly [Anchor, Anchor]
  readonly lane: number
  readonly badge?: Badge
}
export type SessionData = FailureMarks & {
  readonly protocol: 'EBGP' | 'IBGP' | 'BGP' | 'BMP'
  readonly status: SessionStatus
  /** Sessions between the same two nodes bend differently. */
  readonly lane: number
  readonly badge?: Badge
}

export type CableEdge = Edge<CableData, 'cable'>
export type VlanifEdge = Edge<VlanifData, 'vlanif'>
export type SessionEdge = Edge<SessionData, 'session'>
export type FlowEdge = CableEdge | VlanifEdge | SessionEdge

export type FlowGraph = { readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[] }
export const emptyGraph: FlowGraph = { nodes: [], edges: [] }

/** Records an element of the drawing stands for: what selecting it selects. */
export function recordsOf(element: FlowNode | FlowEdge): readonly RecordId[] {
  if (element.type === 'cable') return element.data?.linkIds ?? []
  return [element.id as RecordId] // every other element has the id of its record
}
