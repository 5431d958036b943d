import type { DeviceId, VrfId } from '../model'
import type { RoutedLink } from './routed-links'

/** A routing table of a device: what a path is made of. */
export type Place = { readonly deviceId: DeviceId; readonly vrfId?: VrfId }

/** Routed links on the shortest path between two places; undefined when there is none. */
export type HopDistance = (from: Place, to: Place) => number | undefined

/**
 * Breadth-first search over routed links that are not shut down. Each origin is searched once, so
 * callers put the place that many sessions share first.
 */
export function hopDistances(links: readonly RoutedLink[]): HopDistance {
  const neighbours = new Map<string, string[]>()
  const join = (a: string, b: string) => {
    const list = neighbours.get(a)
    if (list === undefined) neighbours.set(a, [b])
    else list.push(b)
  }
  for (const { ends } of links) {
    if (ends.some(({ shutdown }) => shutdown)) continue
    const [a, b] = [keyOf(ends[0]), keyOf(ends[1])]
    join(a, b)
    join(b, a)
  }
  const searched = new Map<string, ReadonlyMap<string, number>>()
  return (from, to) => {
    const origin = keyOf(from)
    const distances = searched.get(origin) ?? search(neighbours, origin)
    searched.set(origin, distances)
    return distances.get(keyOf(to))
  }
}

function keyOf(place: Place): string {
  return `${place.deviceId} ${place.vrfId ?? ''}`
}

function search(neighbours: ReadonlyMap<string, readonly string[]>, origin: string): ReadonlyMap<string, number> {
  const distances = new Map([[origin, 0]])
  // A Map keeps insertion order and its iterator sees what is added meanwhile: it is the queue.
  for (const [place, distance] of distances) {
    for (const next of neighbours.get(place) ?? []) if (!distances.has(next)) distances.set(next, distance + 1)
  }
  return distances
}
