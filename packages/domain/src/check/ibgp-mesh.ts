import type { DeviceId, Family } from '../model'
import type { SessionView } from './session-views'

/** A BGP process: the device, and the name of a further process after a blank. */
type Speaker = DeviceId | `${DeviceId} ${string}`
type Edge = { readonly to: Speaker; readonly isClient: boolean; readonly toReflector: boolean }
export type IbgpGap = {
  readonly family: Family
  readonly asNumber: number
  readonly from: DeviceId
  /** Speakers connected by IBGP that a route of `from` never gets to, by id. */
  readonly missed: readonly DeviceId[]
}

/**
 * Speakers of one AS that are connected by IBGP sessions but never hear each other's routes.
 *
 * Speakers with the same sessions to the same neighbours hear the same, so one of them is followed for
 * all: a fabric of a thousand clients costs as much as one of a handful.
 *
 * @source CG "Understanding a BGP RR": from a client to all, from a non-client to clients only
 */
export function* ibgpGaps(sessions: readonly SessionView[]): Iterable<IbgpGap> {
  for (const [key, edges] of graphs(sessions)) {
    const [family, asNumber] = key.split(' ')
    for (const island of islands(edges)) {
      for (const from of representatives(island, edges)) {
        const heard = propagate(from, edges)
        const missed = island.filter((device) => !heard.has(device))
        // Every gap is seen from both of its ends; the smaller id tells it.
        const told = missed.filter((device) => from < device)
        if (told.length > 0)
          yield {
            family: family as Family,
            asNumber: Number(asNumber),
            from: deviceOf(from),
            missed: told.map(deviceOf),
          }
      }
    }
  }
}

type Edges = ReadonlyMap<Speaker, readonly Edge[]>

function speaker(deviceId: DeviceId, instance: string | undefined): Speaker {
  return instance === undefined ? deviceId : `${deviceId} ${instance}`
}

function deviceOf(of: Speaker): DeviceId {
  // What stands before the blank is the id of a device.
  return of.split(' ')[0] as DeviceId
}

/** IBGP sessions both ends agree about, by family and AS. */
function graphs(sessions: readonly SessionView[]): ReadonlyMap<string, Edges> {
  const found = new Map<string, Map<Speaker, Edge[]>>()
  for (const { session, other, process } of sessions) {
    if (session.type !== 'ibgp' || other === undefined || session.vrfId !== undefined) continue
    const from = speaker(session.deviceId, session.instance)
    const to = speaker(other.deviceId, other.instance)
    for (const family of session.families) {
      if (!other.families.includes(family)) continue
      const key = `${family} ${process.asNumber.value}`
      const edges = found.get(key) ?? new Map<Speaker, Edge[]>()
      const list = edges.get(from)
      const edge = { to, isClient: session.reflectClient, toReflector: other.reflectClient }
      if (list === undefined) edges.set(from, [edge])
      else list.push(edge)
      found.set(key, edges)
    }
  }
  return found
}

function islands(edges: Edges): readonly (readonly Speaker[])[] {
  const seen = new Set<Speaker>()
  const found: Speaker[][] = []
  for (const start of edges.keys()) {
    if (seen.has(start)) continue
    const island = new Set([start])
    // A Set shows its iterator what is added meanwhile: it is the queue of the search.
    for (const device of island) for (const { to } of edges.get(device) ?? []) island.add(to)
    for (const device of island) seen.add(device)
    found.push([...island].sort())
  }
  return found
}

/** One speaker for all that have the same sessions to the same neighbours. */
function representatives(island: readonly Speaker[], edges: Edges): readonly Speaker[] {
  const first = new Map<string, Speaker>()
  for (const device of island) {
    const signature = (edges.get(device) ?? [])
      .map(({ to, isClient, toReflector }) => `${to} ${isClient} ${toReflector}`)
      .sort()
      .join('|')
    if (!first.has(signature)) first.set(signature, device)
  }
  return [...first.values()]
}

function propagate(origin: Speaker, edges: Edges): ReadonlySet<Speaker> {
  const heard = new Set([origin])
  /** Devices that pass the route on to everybody, and those that pass it to their clients. */
  const passed = { toAll: new Set<Speaker>(), toClients: new Set<Speaker>() }
  const queue: { readonly at: Speaker; readonly toAll: boolean }[] = [{ at: origin, toAll: true }]
  for (const { at, toAll } of queue) {
    if (passed.toAll.has(at) || (!toAll && passed.toClients.has(at))) continue
    if (toAll) passed.toAll.add(at)
    else passed.toClients.add(at)
    for (const { to, isClient, toReflector } of edges.get(at) ?? []) {
      if (!toAll && !isClient) continue
      heard.add(to)
      queue.push({ at: to, toAll: toReflector })
    }
  }
  return heard
}
