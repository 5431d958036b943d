import { networkOf } from '@weft/net'
import type { InterfaceIntent } from '../intent'
import { bgpSessions } from '../intent'
import type { DeviceId, Underlay, UnderlayId } from '../model'
import { byId, text } from '../model'
import type { PathVerdict } from '../reach'
import type { RuleContext } from './context'
import type { Fix } from './fixes'
import { setFields } from './fixes'
import type { SessionView } from './session-views'

type Neighbours = ReadonlyMap<DeviceId, readonly DeviceId[]>

/**
 * Offers to route a LoopBack: by taking the devices on the way into the underlay that is there, or by
 * an OSPF underlay of their own. Only where sound links lead all the way, so that the routes will follow.
 */
export function underlayFixer(context: RuleContext) {
  let neighbours: Neighbours | undefined
  const trees = new Map<DeviceId, ReadonlyMap<DeviceId, DeviceId>>()

  const sessionsOf = (id: DeviceId): number => {
    const device = context.intent.devices.get(id)
    return device === undefined ? 0 : bgpSessions(device).length
  }

  /** The devices on a way between two, which is the same in both directions: a reflector needs one tree for all its clients. */
  const wayBetween = (one: DeviceId, other: DeviceId): readonly DeviceId[] | undefined => {
    const order = sessionsOf(one) - sessionsOf(other) || (one < other ? -1 : 1)
    const [from, to] = order < 0 ? [one, other] : [other, one]
    neighbours ??= soundNeighbours(context)
    const tree = trees.get(to) ?? towards(neighbours, to)
    trees.set(to, tree)
    if (!tree.has(from)) return undefined
    const path: DeviceId[] = [from]
    for (let at = from; at !== to; ) {
      at = tree.get(at) ?? to
      path.push(at)
    }
    return path
  }

  return (
    { device, session, source }: SessionView,
    verdict: Extract<PathVerdict, { kind: 'unreachable' }>,
  ): Fix | undefined => {
    const { deviceId } = session.remote
    if (deviceId === undefined || verdict.reason !== 'no-route' || session.vrfId !== undefined) return undefined
    const ends = [source, context.addresses.onDevice(deviceId, verdict.missing)[0]?.interface]
    if (ends.some((end) => end === undefined || isKeptOut(context, end)) || verdict.missing.includes(':'))
      return undefined
    const path = wayBetween(device.device.id, deviceId)
    return path === undefined ? undefined : offer(context, path)
  }
}

function offer(context: RuleContext, path: readonly DeviceId[]): Fix | undefined {
  const underlays = Object.values(context.network.underlays).sort(byId)
  const [first] = underlays
  if (first === undefined) {
    const id: UnderlayId = 'underlay:ospf'
    const deviceIds = [...path].sort()
    const record: Underlay = { id, kind: 'ospf', deviceIds, processId: 1, area: 0, networkType: 'p2p' }
    const names = deviceIds.map(context.deviceName)
    return {
      label: text(`Run OSPF on ${names.join(', ')}`, `在 ${names.join('、')} 上运行 OSPF`),
      command: { kind: 'record.create', record },
    }
  }
  const shares = (underlay: Underlay) => path.filter((id) => underlay.deviceIds.includes(id)).length
  const best = underlays
    .filter((underlay) => underlay.kind === 'ebgp' || underlay.vrfId === undefined)
    .reduce<Underlay | undefined>((a, b) => (a === undefined || shares(b) > shares(a) ? b : a), undefined)
  const missing = best === undefined ? [] : path.filter((id) => !best.deviceIds.includes(id))
  if (best === undefined || missing.length === 0) return undefined
  const names = missing.map(context.deviceName)
  return setFields(
    text(`Take ${names.join(', ')} into the underlay`, `将 ${names.join('、')} 加入 underlay`),
    best.id,
    {
      deviceIds: [...best.deviceIds, ...missing],
    },
  )
}

function soundNeighbours(context: RuleContext): Neighbours {
  const neighbours = new Map<DeviceId, DeviceId[]>()
  for (const { ends } of context.layer3Links) {
    const [a, b] = ends
    if (
      a.vrfId !== undefined ||
      b.vrfId !== undefined ||
      a.shutdown ||
      b.shutdown ||
      isKeptOut(context, a) ||
      isKeptOut(context, b)
    )
      continue
    const [first, second] = [a.ipv4[0], b.ipv4[0]]
    if (first === undefined || second === undefined || networkOf(first.value) !== networkOf(second.value)) continue
    neighbours.set(a.deviceId, [...(neighbours.get(a.deviceId) ?? []), b.deviceId])
    neighbours.set(b.deviceId, [...(neighbours.get(b.deviceId) ?? []), a.deviceId])
  }
  return neighbours
}

/** An interface somebody gave OSPF settings of its own is left to them. */
function isKeptOut({ network }: RuleContext, { interfaceId, outsideUnderlay }: InterfaceIntent): boolean {
  const ospf = interfaceId === undefined ? undefined : network.interfaces[interfaceId]?.ospf
  return outsideUnderlay || ospf?.silent === true || ospf?.area !== undefined || ospf?.networkType !== undefined
}

/** For each device the next one on a shortest way to the target. */
function towards(neighbours: Neighbours, target: DeviceId): ReadonlyMap<DeviceId, DeviceId> {
  const next = new Map<DeviceId, DeviceId>([[target, target]])
  // A Map shows its iterator what is added meanwhile: it is the queue of the search.
  for (const [at] of next) {
    for (const device of neighbours.get(at) ?? []) if (!next.has(device)) next.set(device, at)
  }
  return next
}
