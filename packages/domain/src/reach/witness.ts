import type { HostId, LinkId, StationId } from '../model'
import type { FrameStep } from './flood'
import { frameWay } from './flood'
import type { Cable, Port } from './ports'
import type { Plane } from './tables'
import { framesOf } from './tables'
import type { Crossing } from './walk'

/** Things that can fail, as numbers: all devices, then all links. */
export type Elements = { readonly ofLink: ReadonlyMap<LinkId, number> }

/** Adds what keeps an interface up: its device, and of what is behind it the first thing that is alive. */
export function footingOfPort(plane: Plane, elements: Elements, { port, into }: { port: number; into: Set<number> }) {
  const found = plane.ports.list[port]
  if (found === undefined) return
  into.add(found.device)
  if (found.intent.kind === 'vlanif' || plane.segments.layer2.domainOf.has(port)) {
    const way = frameWay(framesOf(plane), { from: port, to: 'anything' })
    for (const step of way ?? []) footingOfStep(plane, elements, { step, into })
    return
  }
  const carrier = found.subInterface ? plane.ports.list[found.parent ?? -1] : found
  const cable = carrier?.live[0]
  if (cable !== undefined) footingOfCable(plane, elements, { cable, into })
}

/** Adds the devices and links of one way of a packet across a segment. @returns false when there is none */
export function footingOfCrossing(
  plane: Plane,
  elements: Elements,
  { crossing, into }: { readonly crossing: Crossing; readonly into: Set<number> },
): boolean {
  const { list } = plane.ports
  const from = list[crossing.out]
  if (from === undefined) return false
  into.add(from.device)
  if (typeof crossing.into === 'number') into.add(list[crossing.into]?.device ?? from.device)
  const [neighbour] = from.neighbours
  if (from.routed && !from.subInterface && from.neighbours.length === 1 && neighbour?.kind === 'port') {
    const cable = neighbour.port === crossing.into ? from.live[0] : undefined
    if (cable !== undefined) {
      footingOfCable(plane, elements, { cable, into })
      return true
    }
  }
  if (from.intent.kind === 'meth' && from.neighbours.length === 0) return true
  const way = frameWay(framesOf(plane), { from: crossing.out, to: crossing.into })
  for (const step of way ?? []) footingOfStep(plane, elements, { step, into })
  return way?.every(({ tunnel }) => tunnel === undefined) === true
}

function footingOfStep(
  plane: Plane,
  elements: Elements,
  { step: { outOf, into: arrival, end }, into }: { readonly step: FrameStep; readonly into: Set<number> },
): void {
  const port = plane.ports.list[outOf ?? -1]
  const far = arrival === undefined ? undefined : plane.ports.list[arrival]
  if (port !== undefined) into.add(port.device)
  if (far !== undefined) into.add(far.device)
  const cable = port?.live.find(({ neighbour }) => leadsTo(neighbour, arrival, end))
  if (cable !== undefined) footingOfCable(plane, elements, { cable, into })
}

function leadsTo(
  neighbour: Port['neighbours'][number],
  port: number | undefined,
  end: HostId | StationId | undefined,
): boolean {
  return neighbour.kind === 'port' ? neighbour.port === port : neighbour.id === end
}

function footingOfCable(
  plane: Plane,
  elements: Elements,
  { cable: { linkId, far }, into }: { readonly cable: Cable; readonly into: Set<number> },
): void {
  const link = linkId === undefined ? undefined : elements.ofLink.get(linkId)
  if (link !== undefined) into.add(link)
  const device = far === undefined ? undefined : plane.ports.list[far]?.device
  if (device !== undefined) into.add(device)
}
