import type { AsNumber } from '@weft/net'
import type { DeviceId, Effective, Family, OverlayId, Peering, PeeringId } from '../model'
import { given } from './effective'
import type { HopBudget, Popularity } from './hop-budget'
import { ebgpMaxHop, hopBudget } from './hop-budget'
import type { HopDistance } from './hop-distance'
import type { BgpSessionIntent } from './network-intent'
import type { EndSources, SessionEnd } from './session-ends'
import { resolveEnds } from './session-ends'

export type SessionSources = EndSources & { readonly hopDistance: HopDistance }

/** Sessions of drawn peerings by device, in the order of peering ids. */
export function deriveSessions(sources: SessionSources): ReadonlyMap<DeviceId, readonly BgpSessionIntent[]> {
  const sessions = new Map<DeviceId, BgpSessionIntent[]>()
  const popularity = countPeerings(sources.index.peerings)
  for (const peering of sources.index.peerings) {
    const ends = resolveEnds(peering, sources)
    const types = [sessionType(ends, 0), sessionType(ends, 1)] as const
    const matters = types.includes('ebgp') || ends.some(({ end }) => end.validTtlHops !== undefined)
    const budget = matters ? hopBudget(ends, { ...sources, popularity }) : {}
    for (const side of [0, 1] as const) {
      const { deviceId } = ends[side]
      if (deviceId === undefined || ends[side].end.notConfigured === true) continue
      const session = drawnSession(peering, side, { ends, type: types[side], budget, deviceId, sources })
      const list = sessions.get(deviceId)
      if (list === undefined) sessions.set(deviceId, [session])
      else list.push(session)
    }
  }
  return sessions
}

function drawnSession(
  peering: Peering,
  side: 0 | 1,
  facts: {
    readonly ends: readonly [SessionEnd, SessionEnd]
    readonly type: BgpSessionIntent['type']
    readonly budget: HopBudget
    readonly deviceId: DeviceId
    readonly sources: SessionSources
  },
): BgpSessionIntent {
  const own = facts.ends[side]
  const other = facts.ends[side === 0 ? 1 : 0]
  const { end } = own
  const disabled = end.disabledFamilies ?? []
  return {
    key: `${peering.id as PeeringId}/${side}`,
    otherKey: `${peering.id as PeeringId}/${side === 0 ? 1 : 0}`,
    peeringId: peering.id,
    side,
    deviceId: facts.deviceId,
    remote: { deviceId: other.deviceId, hostId: other.hostId },
    instance: end.instance,
    vrfId: own.vrfId,
    remoteAddress: end.remoteAddress === undefined ? other.address : given(end.remoteAddress, peering.id),
    remoteAsNumber: remoteAsNumber(peering, own, other),
    type: facts.type,
    source: {
      interfaceId: own.deviceInterface?.interfaceId,
      interfaceName: own.deviceInterface?.name,
      address: own.address,
      connectInterface: own.connectInterface,
    },
    ebgpMaxHop:
      facts.type === 'ebgp' || typeof end.ebgpMaxHop === 'number' ? ebgpMaxHop(own, facts.budget, peering) : undefined,
    hopDistance: facts.budget.distance,
    validTtlHops: end.validTtlHops,
    relyStateInterfaces: relyState(own, facts.sources),
    families: [...new Set(peering.families)].filter((family) => !disabled.includes(family) && exists(family, own)),
    reflectClient: end.reflectClient ?? false,
    nextHopLocal: end.nextHopLocal ?? false,
    nextHopInvariable: end.nextHopInvariable ?? false,
    allowAsLoop: end.allowAsLoop,
    ...filtersOf(own, peering),
    evpn: end.evpn ?? {},
    ignore: end.ignore ?? false,
    fromGroup: end.fromGroup ?? [],
    openMode: end.openMode,
    ...timers(end.keepaliveSeconds ?? peering.keepaliveSeconds, end.holdSeconds ?? peering.holdSeconds),
    bfd: peering.bfd ?? false,
    keychain: end.keychain ?? peering.keychain,
    description: peering.description,
    because: [peering.id, ...overlayOf(peering, facts.sources)],
  }
}

function overlayOf({ overlayId }: Peering, { index: { network } }: SessionSources): readonly OverlayId[] {
  return overlayId === undefined || network.overlays[overlayId] === undefined ? [] : [overlayId]
}

/** Filters of the families this end enables. */
function filtersOf({ end }: SessionEnd, { families }: Peering): Pick<BgpSessionIntent, 'filters'> {
  if (end.filters === undefined) return {}
  const disabled = new Set<string>(end.disabledFamilies)
  const enabled = new Set<string>(families.filter((family) => !disabled.has(family)))
  return { filters: Object.fromEntries(Object.entries(end.filters).filter(([family]) => enabled.has(family))) }
}

/** A further BGP process has EVPN and the families of VPN instances, and no other (routing.md B18). */
function exists(family: Family, { end, vrfId }: SessionEnd): boolean {
  return end.instance === undefined || vrfId !== undefined || family === 'evpn'
}

function remoteAsNumber(peering: Peering, own: SessionEnd, other: SessionEnd): Effective<AsNumber> | undefined {
  return own.end.remoteAsNumber === undefined ? other.asNumber : given(own.end.remoteAsNumber, peering.id)
}

/** Only the numbers decide: the same AS on both sides is IBGP. */
function sessionType(ends: readonly [SessionEnd, SessionEnd], side: 0 | 1): BgpSessionIntent['type'] {
  const own = ends[side]
  const expected = own.end.remoteAsNumber ?? ends[side === 0 ? 1 : 0].asNumber?.value
  if (own.deviceId === undefined || own.asNumber === undefined || expected === undefined) return 'unknown'
  return own.asNumber.value === expected ? 'ibgp' : 'ebgp'
}

function relyState(
  { end, deviceId }: SessionEnd,
  { directory }: SessionSources,
): BgpSessionIntent['relyStateInterfaces'] {
  return (end.relyStateInterfaceIds ?? []).flatMap((interfaceId) => {
    const tracked = directory.byId.get(interfaceId)
    return tracked === undefined || tracked.deviceId !== deviceId ? [] : [{ interfaceId, name: tracked.name }]
  })
}

/** The command has both values: a missing one follows the other so that hold stays at three keepalives or more. */
function timers(
  keepaliveSeconds: number | undefined,
  holdSeconds: number | undefined,
): Pick<BgpSessionIntent, 'keepaliveSeconds' | 'holdSeconds'> {
  if (keepaliveSeconds === undefined && holdSeconds === undefined) return {}
  return {
    keepaliveSeconds: keepaliveSeconds ?? Math.min(60, Math.floor((holdSeconds ?? 0) / 3)),
    holdSeconds: holdSeconds ?? Math.max(180, 3 * (keepaliveSeconds ?? 0)),
  }
}

function countPeerings(peerings: readonly Peering[]): Popularity {
  const counts = new Map<DeviceId, number>()
  for (const { ends } of peerings) {
    for (const { owner } of ends) {
      if ('deviceId' in owner) counts.set(owner.deviceId, (counts.get(owner.deviceId) ?? 0) + 1)
    }
  }
  return counts
}
