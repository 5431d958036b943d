import type { HostId, StationId } from '../model'
import type { Frames } from './flood'
import { flood } from './flood'
import type { Layer2 } from './layer2'
import { layer2Of, nodeOf } from './layer2'
import type { Loop } from './loops'
import { loopIn } from './loops'
import type { Port, Ports } from './ports'
import type { Tunnels } from './tunnels'
import { noTunnels } from './tunnels'

/** Interfaces and hosts that meet without a router between them. */
export type Segment = {
  /** Layer 3 interfaces in it, ascending; all are up. */
  readonly members: readonly number[]
  readonly ends: readonly (HostId | StationId)[]
  /** Part of it is not drawn: the management network, or the tunnel of a virtual peer-link. */
  readonly assumed: boolean
  /** Switched cables in it make a circle. */
  readonly loop?: Loop
  /** Tunnels between VTEPs are part of it. */
  readonly tunnelled: boolean
  /** What else would be in it if tunnels stood of which nobody knows. */
  readonly perhaps?: Pick<Segment, 'members' | 'ends'>
}

export type Segments = {
  readonly list: readonly Segment[]
  /** Segment of each port: where its own frames get to; -1 where it has none. */
  readonly of: Int32Array
  /** Ports whose line is up; a Vlanif or Vbdif also needs something live in its VLAN or bridge domain. */
  readonly up: readonly boolean[]
  /** The segment of management ports without a cable. */
  readonly management: number
  /** Segments that cross a switched port, by port. */
  readonly across: ReadonlyMap<number, readonly number[]>
  /** Some frames find a way there and not back, so that segments overlap. */
  readonly overlap: boolean
  readonly layer2: Layer2
  readonly tunnels: Tunnels
}

/** A management port without a cable. */
export function isManagement({ intent, neighbours }: Port): boolean {
  return intent.kind === 'meth' && neighbours.length === 0
}

/** Follows frames from every Layer 3 interface through cables, VLANs, bridge domains, peer-links and tunnels. */
export function buildSegments(ports: Ports, tunnels: Tunnels = noTunnels): Segments {
  const frames: Frames = { layer2: layer2Of(ports), list: ports.list, tunnels }
  const found = ports.list.filter((port) => port.up && port.routed && !isManagement(port))
  const shared = draftOf(ports)
  for (const port of found) if ((shared.of[port.index] ?? -1) < 0) addSegment(shared, frames, port)
  const draft = shared.overlap ? eachOnItsOwn(ports, frames, found) : shared
  const management = ports.list.flatMap((port) => (port.up && port.routed && isManagement(port) ? [port.index] : []))
  for (const port of management) draft.of[port] = draft.list.length
  draft.list.push({ members: management, ends: [], assumed: true, tunnelled: false })
  return { ...draft, management: draft.list.length - 1, layer2: frames.layer2, tunnels }
}

function draftOf(ports: Ports): SegmentsDraft {
  return {
    list: [],
    of: new Int32Array(ports.list.length).fill(-1),
    up: ports.list.map((port) => port.up),
    across: new Map(),
    overlap: false,
  }
}

/** Where frames do not come back the way they went, each interface has the segment that its own frames make. */
function eachOnItsOwn(ports: Ports, frames: Frames, found: readonly Port[]): SegmentsDraft {
  const draft = { ...draftOf(ports), overlap: true }
  const known = new Map<string, number>()
  for (const port of found) {
    const { segment, up } = segmentFrom(frames, port) ?? {}
    if (segment === undefined) continue
    const key = [segment, segment.perhaps].map((each) => [each?.members.join(), each?.ends.join()]).join(' ')
    const index = known.get(key) ?? draft.list.push(segment) - 1
    known.set(key, index)
    draft.of[port.index] = index
    draft.up[port.index] = up === true
  }
  return draft
}

/**
 * The segments after some ports went down. Frames only lose ways, so a segment that crosses none of these ports
 * stays as it is, and what is left of the others is found among their members.
 *
 * @param changed ports that are now down or have lost a neighbour
 * @returns also the segments that are new, and the ports whose segment or state differs
 */
export function lessSegments(
  before: Segments,
  list: readonly Port[],
  changed: Iterable<number>,
): Segments & { readonly fresh: readonly number[]; readonly moved: readonly number[] } {
  const draft: SegmentsDraft = { ...before, list: before.list.slice(), of: before.of.slice(), up: before.up.slice() }
  const hit = new Set<number>()
  const moved = new Set<number>()
  for (const index of changed) {
    const port = list[index]
    if (port === undefined) continue
    if (!port.up && draft.up[index] === true) {
      draft.up[index] = false
      moved.add(index)
    }
    const own = before.of[index] ?? -1
    if (own >= 0) hit.add(own)
    for (const segment of before.across.get(index) ?? []) hit.add(segment)
  }
  const members: number[] = []
  for (const segment of hit) {
    const old = before.list[segment]
    if (old === undefined) continue
    if (segment === before.management) {
      const left = old.members.filter((member) => list[member]?.up === true)
      for (const member of old.members) if (list[member]?.up !== true) draft.of[member] = -1
      draft.list[segment] = { ...old, members: left }
      continue
    }
    for (const member of old.members) {
      members.push(member)
      moved.add(member)
      draft.of[member] = -1
      draft.up[member] = list[member]?.up === true
    }
    draft.list[segment] = { members: [], ends: [], assumed: false, tunnelled: false }
  }
  const first = draft.list.length
  for (const member of members.sort((a, b) => a - b)) {
    const port = list[member]
    if (port?.up !== true || (draft.of[member] ?? -1) >= 0) continue
    addSegment({ ...draft, across: new Map() }, { layer2: before.layer2, list, tunnels: before.tunnels }, port)
  }
  const fresh = Array.from({ length: draft.list.length - first }, (_, at) => first + at)
  const { management, layer2, tunnels } = before
  return { ...draft, management, layer2, tunnels, fresh, moved: [...moved] }
}

export type SegmentsDraft = {
  readonly list: Segment[]
  readonly of: Int32Array
  readonly up: boolean[]
  readonly across: Map<number, number[]> | Segments['across']
  overlap: boolean
}

export function addSegment(draft: SegmentsDraft, frames: Frames, port: Port): void {
  const { segment, up, uneven, across } = segmentFrom(frames, port) ?? {}
  if (segment === undefined) return
  const index = draft.list.length
  draft.up[port.index] = up === true
  draft.of[port.index] = index
  if (uneven === true) draft.overlap = true
  for (const member of segment.members) {
    if (member !== port.index && (draft.of[member] ?? -1) >= 0) draft.overlap = true
    draft.of[member] = index
    draft.up[member] = up === true
  }
  for (const crossed of across ?? []) {
    const known = draft.across.get(crossed)
    ;(draft.across as Map<number, number[]>).set(crossed, known === undefined ? [index] : [...known, index])
  }
  draft.list.push(segment)
}

/** What the frames of an interface get to. A Vlanif or Vbdif without anything live behind it is down, and alone. */
function segmentFrom(frames: Frames, port: Port) {
  const far = onlyNeighbour(frames, port)
  if (far !== undefined && onlyNeighbour(frames, far) === port) {
    const members = port.index < far.index ? [port.index, far.index] : [far.index, port.index]
    const segment: Segment = { members, ends: nobody, assumed: false, tunnelled: false }
    return { segment, up: true, across: undefined, uneven: false }
  }
  const start = nodeOf(frames.layer2, port)
  if (start === undefined) return undefined
  const found = flood(frames, start)
  const { ends, assumed, tunnelled, across } = found
  const up = found.live || start === port.index
  const members = up ? found.members : []
  const whole = found.open ? flood(frames, start, { throughOpen: true }) : undefined
  const perhaps = whole && { members: whole.members, ends: whole.ends }
  const loop = loopIn(frames, found.bridged)
  const segment: Segment = {
    members,
    ends,
    assumed,
    tunnelled,
    ...(loop === undefined ? {} : { loop }),
    ...(perhaps === undefined ? {} : { perhaps }),
  }
  return { segment, up, across, uneven: found.uneven || whole?.uneven === true }
}

const nobody: Segment['ends'] = []

/** The port at the other end of a routed one: where each is the only one the other has, no frames go anywhere else. */
function onlyNeighbour({ layer2, list }: Frames, port: Port): Port | undefined {
  const { index, up, routed, subInterface, neighbours } = port
  const [only] = neighbours
  if (!up || !routed || subInterface || neighbours.length !== 1 || layer2.subsOf.has(index)) return undefined
  return only?.kind === 'port' ? list[only.port] : undefined
}
