import type { AsNumber, IpAddress } from '@weft/net'
import type { DeviceId, Effective, Family, Underlay } from '../model'
import type { InterfaceDirectory } from './interface-directory'
import { primaryAddress } from './interface-directory'
import type { BgpSessionIntent, InterfaceIntent } from './network-intent'
import type { RecordIndex } from './record-index'
import type { RoutedLink } from './routed-links'

type EbgpUnderlay = Extract<Underlay, { kind: 'ebgp' }>

type Sources = {
  readonly index: RecordIndex
  readonly directory: InterfaceDirectory
  readonly links: readonly RoutedLink[]
  readonly asNumbers: ReadonlyMap<DeviceId, Effective<AsNumber>>
  readonly drawn: ReadonlyMap<DeviceId, readonly BgpSessionIntent[]>
}

/**
 * Sessions of EBGP underlays: one per routed link outside VPN instances between two of its devices, and
 * one more for IPv6 when the underlay wants it. A peering somebody drew on the same addresses stays alone.
 */
export function deriveUnderlaySessions(sources: Sources): ReadonlyMap<DeviceId, readonly BgpSessionIntent[]> {
  const sessions = new Map<DeviceId, BgpSessionIntent[]>()
  const taken = takenPeers(sources.drawn)
  for (const underlay of sources.index.underlays) {
    if (underlay.kind !== 'ebgp') continue
    const devices = new Set(underlay.deviceIds)
    for (const link of sources.links) {
      if (link.ends.some((end) => end.outsideUnderlay || end.vrfId !== undefined || !devices.has(end.deviceId)))
        continue
      for (const version of underlay.ipv6 === true ? ([4, 6] as const) : ([4] as const)) {
        const both = linkSessions(underlay, link, { version, sources })
        if (both.length < 2 || both.some((session) => taken.has(peerKey(session)))) continue
        for (const session of both) {
          taken.add(peerKey(session))
          const list = sessions.get(session.deviceId)
          if (list === undefined) sessions.set(session.deviceId, [session])
          else list.push(session)
        }
      }
    }
  }
  return sessions
}

/** Both sides, or nothing when an address of the version is missing. */
function linkSessions(
  underlay: EbgpUnderlay,
  link: RoutedLink,
  { version, sources }: { readonly version: 4 | 6; readonly sources: Sources },
): readonly BgpSessionIntent[] {
  const [first, second] = link.ends
  const addresses = [
    primaryAddress(sources.directory, first, version),
    primaryAddress(sources.directory, second, version),
  ] as const
  const [firstAddress, secondAddress] = addresses
  if (firstAddress === undefined || secondAddress === undefined) return []
  return ([0, 1] as const).map((side) =>
    oneSide(underlay, link, {
      side,
      version,
      source: side === 0 ? firstAddress : secondAddress,
      remote: side === 0 ? secondAddress : firstAddress,
      sources,
    }),
  )
}

function oneSide(
  underlay: EbgpUnderlay,
  { linkId, ends }: RoutedLink,
  facts: {
    readonly side: 0 | 1
    readonly version: 4 | 6
    readonly source: Effective<IpAddress>
    readonly remote: Effective<IpAddress>
    readonly sources: Sources
  },
): BgpSessionIntent {
  const { side, version, source, remote, sources } = facts
  const own: InterfaceIntent = ends[side]
  const other: InterfaceIntent = ends[side === 0 ? 1 : 0]
  const ownAs = sources.asNumbers.get(own.deviceId)
  const remoteAs = sources.asNumbers.get(other.deviceId)
  const type =
    ownAs === undefined || remoteAs === undefined ? 'unknown' : ownAs.value === remoteAs.value ? 'ibgp' : 'ebgp'
  const base = version === 6 ? (`${linkId}/ipv6` as typeof linkId) : linkId
  const family: Family = version === 6 ? 'ipv6-unicast' : 'ipv4-unicast'
  const linkLocal = remote.value.startsWith('fe80:')
  return {
    key: `${base}/${side}`,
    otherKey: `${base}/${side === 0 ? 1 : 0}`,
    underlayId: underlay.id,
    side,
    deviceId: own.deviceId,
    remote: { deviceId: other.deviceId },
    remoteAddress: { ...remote, because: [...remote.because, linkId] },
    remoteAsNumber: remoteAs,
    type,
    source: {
      interfaceId: own.interfaceId,
      interfaceName: own.name,
      address: source,
      connectInterface: linkLocal ? 'interface' : 'none',
    },
    hopDistance: 1,
    relyStateInterfaces: [],
    families: [family],
    reflectClient: false,
    // Between members with one AS number the link is the way around a lost uplink.
    nextHopLocal: type === 'ibgp',
    nextHopInvariable: false,
    allowAsLoop: type === 'ebgp' && sharesAsWithPartner(own.deviceId, sources) ? 1 : undefined,
    evpn: {},
    ignore: false,
    fromGroup: [],
    bfd: false,
    because: [underlay.id, linkId],
  }
}

/** Members of a pair with one AS number hear each other's routes through another AS and must accept their own. */
function sharesAsWithPartner(deviceId: DeviceId, { index, asNumbers }: Sources): boolean {
  const pairing = index.pairOf.get(deviceId)
  if (pairing === undefined) return false
  const partner = pairing.pair.members[pairing.side === 0 ? 1 : 0]
  const own = asNumbers.get(deviceId)
  return partner !== deviceId && own !== undefined && own.value === asNumbers.get(partner)?.value
}

function takenPeers(drawn: Sources['drawn']): Set<string> {
  const taken = new Set<string>()
  for (const sessions of drawn.values()) {
    for (const session of sessions) if (session.vrfId === undefined) taken.add(peerKey(session))
  }
  return taken
}

function peerKey(session: BgpSessionIntent): string {
  return `${session.deviceId} ${session.remoteAddress?.value ?? session.key}`
}
