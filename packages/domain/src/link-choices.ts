import type { NetworkIntent } from './intent'
import type { DeviceId, Network } from './model'

/** Two devices that a new link may join. */
export type LinkChoice = readonly [DeviceId, DeviceId]

/** Devices of one part that are thought of, the least cabled first. */
const mostPerPart = 60

/**
 * Links that would join what a failure tears apart, the most usual first: between roles that are joined elsewhere in
 * the network, between devices that have no link yet, where the fewest cables are.
 */
export function linkChoices(network: Network, { devices, cables }: NetworkIntent) {
  const ids = [...devices.keys()].sort()
  const joins = cables.flatMap(({ linkId, ends }) => {
    const [a, b] = ends.map((end) => (end.kind === 'interface' ? end.deviceId : undefined))
    return a === undefined || b === undefined || a === b ? [] : [{ linkId, a, b }]
  })
  const roleOf = (id: DeviceId): string => network.devices[id]?.role ?? ''
  const rolesOf = (a: DeviceId, b: DeviceId): string => [roleOf(a), roleOf(b)].sort().join(' ')
  const usual = new Set(joins.map(({ a, b }) => rolesOf(a, b)))
  const joined = new Set(joins.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  const cablesAt = new Map<DeviceId, number>()
  for (const { a, b } of joins) for (const id of [a, b]) cablesAt.set(id, (cablesAt.get(id) ?? 0) + 1)
  const cableCount = (id: DeviceId): number => cablesAt.get(id) ?? 0
  const score = ([a, b]: LinkChoice): number =>
    (usual.has(rolesOf(a, b)) ? 0 : 1e6) + (joined.has(`${a} ${b}`) ? 1e5 : 0) + cableCount(a) + cableCount(b)

  return (failure: readonly string[], most: number): readonly LinkChoice[] => {
    const failed = new Set(failure)
    const left = joins.filter(({ linkId, a, b }) => ![linkId, a, b].some((id) => failed.has(id)))
    const [largest, ...others] = parts(
      ids.filter((id) => !failed.has(id)),
      left,
    ).sort((x, y) => y.length - x.length)
    const few = (part: readonly DeviceId[]) =>
      [...part].sort((a, b) => cableCount(a) - cableCount(b)).slice(0, mostPerPart)
    const near = largest === undefined ? [] : few(largest)
    // Parts that were apart before the failure as well are nobody's way around it.
    const torn = others.filter((part) => joins.some(({ a, b }) => part.includes(a) !== part.includes(b)))
    return torn
      .flatMap((part) => few(part).flatMap((a) => near.map((b): LinkChoice => (a < b ? [a, b] : [b, a]))))
      .sort((x, y) => score(x) - score(y) || (x.join() < y.join() ? -1 : 1))
      .slice(0, most)
  }
}

/** Devices that are still joined to each other. */
function parts(
  ids: readonly DeviceId[],
  joins: readonly { readonly a: DeviceId; readonly b: DeviceId }[],
): (readonly DeviceId[])[] {
  const near = new Map(ids.map((id): [DeviceId, DeviceId[]] => [id, []]))
  for (const { a, b } of joins) {
    near.get(a)?.push(b)
    near.get(b)?.push(a)
  }
  const seen = new Set<DeviceId>()
  return ids.flatMap((start) => {
    if (seen.has(start)) return []
    const part = new Set([start])
    // A Set shows its iterator what is added meanwhile: it is the queue of the search.
    for (const at of part) for (const id of near.get(at) ?? []) part.add(id)
    for (const id of part) seen.add(id)
    return [[...part]]
  })
}
