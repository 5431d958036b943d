import type { BgpSessionIntent, DeviceIntent, Family, VrfId } from '@weft/domain'
import { frrBmp } from './frr-bmp'
import type { PolicyNames } from './frr-policies'
import { peerFilters, throughPolicy } from './frr-policies'
import type { FrrBlock } from './frr-text'
import { frr, kept } from './frr-text'
import type { RouterNames } from './router-names'

/** A session FRR can be told: address and AS number of the other end are known. */
export type ConfiguredSession = BgpSessionIntent & {
  readonly remoteAddress: NonNullable<BgpSessionIntent['remoteAddress']>
  readonly remoteAsNumber: NonNullable<BgpSessionIntent['remoteAsNumber']>
}

/** A device has one peer for an address in a routing table; of several sessions the first by key stays. */
export function configuredSessions({ bgp }: DeviceIntent): readonly ConfiguredSession[] {
  const found = new Map<string, ConfiguredSession>()
  for (const session of bgp?.sessions ?? []) {
    const { remoteAddress, remoteAsNumber } = session
    if (remoteAddress === undefined || remoteAsNumber === undefined) continue
    const key = `${session.vrfId ?? ''} ${remoteAddress.value}`
    const known = found.get(key)
    if (known === undefined || session.key < known.key) found.set(key, { ...session, remoteAddress, remoteAsNumber })
  }
  return [...found.values()]
}

const familyWords: { readonly [Name in Family]: string } = {
  'ipv4-unicast': 'ipv4 unicast',
  'ipv6-unicast': 'ipv6 unicast',
  vpnv4: 'ipv4 vpn',
  vpnv6: 'ipv6 vpn',
  evpn: 'l2vpn evpn',
}

/** Seconds between attempts to connect: FRR's 120 and VRP's 32 would make every lab wait for nothing. */
const connectSeconds = 2

/**
 * The BGP instances of a device, one per routing table that has sessions or routes.
 *
 * FRR's defaults that differ from VRP's are turned: no policy is needed towards EBGP peers (RFC 8212 is not
 * what VRP does), peers are enabled in the families the design says, and BGP is preferred last (VRP: 255).
 *
 * @source FRR 8.4 user guide, "BGP": Require policy on EBGP, Network import-check, Administrative Distance Metrics
 */
export function frrBgp(device: DeviceIntent, names: RouterNames, policies: PolicyNames): readonly FrrBlock[] {
  const { bgp } = device
  if (bgp === undefined) return []
  const sessions = configuredSessions(device)
  const tables: readonly (VrfId | undefined)[] = [undefined, ...device.vrfs.map(({ vrfId }) => vrfId)]
  return tables.flatMap((vrfId) => {
    const own = sessions.filter((session) => session.vrfId === vrfId)
    const families = (Object.keys(familyWords) as Family[]).flatMap((family) =>
      familyBlock(bgp, own, { family, vrfId, policies }),
    )
    if (vrfId !== undefined && own.length === 0 && families.length === 0) return []
    return [
      frr(
        ['router bgp', bgp.asNumber.value, vrfId && 'vrf', vrfId && names.vrf(vrfId)],
        [
          bgp.routerId && frr(['bgp router-id', bgp.routerId.value]),
          frr(['no bgp ebgp-requires-policy']),
          frr(['no bgp default ipv4-unicast']),
          frr(['bgp network import-check']),
          bgp.clusterId !== undefined && frr(['bgp cluster-id', bgp.clusterId]),
          ...own.flatMap((session) => peerLines(session, names)),
          ...(vrfId === undefined ? frrBmp(device, names) : []),
          ...families,
        ],
      ),
    ]
  })
}

function peerLines(session: ConfiguredSession, names: RouterNames): readonly FrrBlock[] {
  const { remoteAddress, remoteAsNumber, ebgpMaxHop, validTtlHops, keepaliveSeconds, holdSeconds } = session
  const peer = `neighbor ${remoteAddress.value}`
  const source = sourceOf(session, names)
  return kept([
    frr([peer, 'remote-as', remoteAsNumber.value]),
    frr([peer, 'timers connect', connectSeconds]),
    keepaliveSeconds !== undefined && holdSeconds !== undefined && frr([peer, 'timers', keepaliveSeconds, holdSeconds]),
    source !== undefined && frr([peer, 'update-source', source]),
    // A link-local address means nothing without its link (RFC 4007, 6).
    remoteAddress.value.startsWith('fe80:') &&
      session.source.interfaceName !== undefined &&
      frr([peer, 'interface', names.linux(session.source.interfaceName)]),
    ebgpMaxHop !== undefined &&
      session.type === 'ebgp' &&
      ebgpMaxHop.value >= 1 &&
      ebgpMaxHop.value <= 255 &&
      frr([peer, 'ebgp-multihop', ebgpMaxHop.value]),
    validTtlHops !== undefined &&
      validTtlHops >= 1 &&
      validTtlHops <= 254 &&
      frr([peer, 'ttl-security hops', validTtlHops]),
    session.openMode === 'listen-only' && frr([peer, 'passive']),
    session.bfd && frr([peer, 'bfd']),
    session.ignore && frr([peer, 'shutdown']),
  ])
}

/** What `connect-interface` says, when it says something of the version of the peer. */
function sourceOf({ source, remoteAddress }: ConfiguredSession, names: RouterNames): string | undefined {
  const isV6 = (address: string): boolean => address.includes(':')
  const address = source.address?.value
  const usable = address !== undefined && isV6(address) === isV6(remoteAddress.value) ? address : undefined
  switch (source.connectInterface) {
    case 'none':
      return undefined
    case 'interface':
      return source.interfaceName && names.linux(source.interfaceName)
    case 'address':
    case 'interface-and-address':
      return usable
  }
}

function familyBlock(
  bgp: NonNullable<DeviceIntent['bgp']>,
  sessions: readonly ConfiguredSession[],
  {
    family,
    vrfId,
    policies,
  }: { readonly family: Family; readonly vrfId: VrfId | undefined; readonly policies: PolicyNames },
): readonly FrrBlock[] {
  const unicast = family === 'ipv4-unicast' || family === 'ipv6-unicast'
  if (vrfId !== undefined && !unicast) return []
  const version = family === 'ipv6-unicast' ? 6 : 4
  const announced = unicast
    ? bgp.announcements.filter((each) => each.vrfId === vrfId && each.prefix.includes(':') === (version === 6))
    : []
  const imported = bgp.importRoutes.filter((each) => each.family === family && each.vrfId === vrfId)
  const peers = sessions.filter(({ families }) => families.includes(family))
  if (announced.length === 0 && imported.length === 0 && peers.length === 0) return []
  return [
    frr(
      ['address-family', familyWords[family]],
      [
        unicast && frr(['distance bgp 254 254 254']),
        ...[...new Map(announced.map((each) => [each.prefix, each])).values()].map(({ prefix, routePolicyId }) =>
          frr(['network', prefix, throughPolicy(routePolicyId, policies)]),
        ),
        ...[...new Map(imported.map((each) => [redistributed(each.protocol), each]))].map(([word, { routePolicyId }]) =>
          frr(['redistribute', word, throughPolicy(routePolicyId, policies)]),
        ),
        ...peers.flatMap((session) => [...activation(session), ...peerFilters(session, family, policies)]),
      ],
      'exit-address-family',
    ),
  ]
}

function redistributed(protocol: NonNullable<DeviceIntent['bgp']>['importRoutes'][number]['protocol']): string {
  if (protocol === 'direct') return 'connected'
  return protocol === 'ospfv3' ? 'ospf6' : protocol
}

function activation(session: ConfiguredSession): readonly FrrBlock[] {
  const peer = `neighbor ${session.remoteAddress.value}`
  const { allowAsLoop } = session
  return kept([
    frr([peer, 'activate']),
    session.reflectClient && frr([peer, 'route-reflector-client']),
    session.nextHopLocal && frr([peer, 'next-hop-self']),
    session.nextHopInvariable && frr([peer, 'attribute-unchanged next-hop']),
    allowAsLoop !== undefined && allowAsLoop >= 1 && frr([peer, 'allowas-in', Math.min(allowAsLoop, 10)]),
  ])
}
