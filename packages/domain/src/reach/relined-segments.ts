import { relinedLayer2 } from './layer2'
import type { Ports } from './ports'
import { vlanOf } from './ports'
import { partsOf } from './relined-ports'
import type { Segments, SegmentsDraft } from './segments'
import { addSegment, isManagement } from './segments'

export type RelinedSegments = {
  readonly segments: Segments
  /** Ports whose state differs, or whose frames get elsewhere or may go other ways. */
  readonly moved: ReadonlySet<number>
}

/**
 * The segments after some ports changed. A segment stays what it is while frames in it meet none of these ports, their
 * neighbours and, where a device switches, its other switched ports; all others are followed anew, and take their
 * numbers in the order of their first interface again.
 *
 * @param changed ports whose line, state or neighbours differ
 * @param vlans devices that have other VLANs
 * @returns undefined where frames get into a segment that should have stayed, or not back the way they came
 */
export function relinedSegments(
  before: Segments,
  { was, is }: { readonly was: Ports; readonly is: Ports },
  { changed, vlans }: { readonly changed: ReadonlySet<number>; readonly vlans: ReadonlySet<number> },
): RelinedSegments | undefined {
  if (before.overlap || before.layer2.domains.length > 0) return undefined
  const { list } = is
  if ([...changed].some((port) => list[port]?.intent.peerLink?.virtual === true)) return undefined
  const devices = new Set(vlans)
  for (const index of changed) if (list[index]?.routed === false) devices.add(list[index].device)
  for (const device of devices) {
    const peer = before.layer2.virtualPeer.get(device)
    if (peer !== undefined) devices.add(peer.device)
  }
  const layer2 = relinedLayer2(before.layer2, is, devices)
  const hit = hitSegments(before, { was, is }, { changed, devices })

  const draft: SegmentsDraft = {
    list: [],
    of: new Int32Array(list.length).fill(-1),
    up: before.up.slice(),
    across: new Map(),
    overlap: false,
  }
  const moved = new Set(changed)
  for (const index of changed) draft.up[index] = list[index]?.up === true
  for (const [index, segment] of before.of.entries()) {
    if (!hit.has(segment)) continue
    moved.add(index)
    draft.up[index] = list[index]?.up === true
  }
  const numbers = new Int32Array(before.list.length).fill(-1)
  const frames = { layer2, list, tunnels: before.tunnels }
  const management: number[] = []
  const fresh: number[] = []
  for (const port of list) {
    if (!port.up || !port.routed) continue
    if (isManagement(port)) {
      management.push(port.index)
      continue
    }
    const old = before.of[port.index] ?? -1
    const known = hit.has(old) ? undefined : before.list[old]
    if (known !== undefined) {
      if (numbers[old] === -1) numbers[old] = draft.list.push(known) - 1
      draft.of[port.index] = numbers[old] ?? -1
    } else if ((old >= 0 || changed.has(port.index)) && draft.of[port.index] === -1) {
      const size = draft.list.length
      addSegment(draft, frames, port)
      if (draft.list.length > size) fresh.push(size)
    }
  }
  for (const segment of fresh) {
    for (const member of draft.list[segment]?.members ?? []) {
      // Frames got into a segment that was not to differ.
      if (draft.of[member] !== segment) return undefined
      moved.add(member)
    }
  }
  if (draft.overlap) return undefined
  return { segments: finished(before, draft, { layer2, numbers, management }), moved }
}

/** Segments whose frames may have met something that differs. */
function hitSegments(
  { of, across, layer2 }: Segments,
  { was, is }: { readonly was: Ports; readonly is: Ports },
  { changed, devices }: { readonly changed: ReadonlySet<number>; readonly devices: ReadonlySet<number> },
): ReadonlySet<number> {
  const hit = new Set<number>()
  const hitAt = (index: number): void => {
    for (const port of layer2.subsOf.has(index) ? [index, ...partsOf(is, index)] : [index]) {
      hit.add(of[port] ?? -1)
      for (const segment of across.get(port) ?? []) hit.add(segment)
    }
  }
  const hitAround = (index: number): void => {
    hitAt(index)
    for (const { list } of [was, is])
      for (const neighbour of list[index]?.neighbours ?? []) if (neighbour.kind === 'port') hitAt(neighbour.port)
  }
  for (const index of changed) hitAround(index)
  for (const device of devices) {
    for (const index of is.byName[device]?.values() ?? []) {
      const port = is.list[index]
      if (port !== undefined && (!port.routed || vlanOf(port) !== undefined)) hitAround(index)
    }
  }
  hit.delete(-1)
  return hit
}

function finished(
  before: Segments,
  draft: SegmentsDraft,
  {
    layer2,
    numbers,
    management,
  }: {
    readonly layer2: Segments['layer2']
    readonly numbers: Int32Array
    readonly management: readonly number[]
  },
): Segments {
  const { list, of, up, overlap } = draft
  const across = new Map<number, readonly number[]>(draft.across)
  for (const [port, segments] of before.across) {
    const kept = segments.flatMap((segment) => {
      const number = numbers[segment] ?? -1
      return number < 0 ? [] : [number]
    })
    if (kept.length > 0) across.set(port, [...kept, ...(draft.across.get(port) ?? [])])
  }
  const number = list.push({ members: management, ends: [], assumed: true, tunnelled: false }) - 1
  for (const port of management) of[port] = number
  return { list, of, up, across, overlap, management: number, layer2, tunnels: before.tunnels }
}
