import type { IpAddress } from '@weft/net'
import { ipVersion } from '@weft/net'
import type { Family, PeeringEnd, VrfId } from '../model'
import type { BgpFacts, InterfaceFacts, PeerFacts, PeerFamilyFacts } from './device-facts'
import type { JoinedDevice } from './draft-network'
import { withoutAbsent } from './join-interfaces'

/** A peer as one device has it, with the address its own side of the session has. */
export type Session = {
  readonly device: JoinedDevice
  /** The process that has the peer. */
  readonly process: BgpFacts
  readonly peer: PeerFacts
  readonly vrfId?: VrfId
  readonly source?: { readonly facts: InterfaceFacts; readonly address?: IpAddress }
}

type Facts = { readonly other: Session | undefined; readonly families: readonly Family[] }

/** One end of a peering with every option its configuration says, so that nothing is left to be derived. */
export function peeringEnd(session: Session, { other, families }: Facts): PeeringEnd {
  const { device, process, peer, source } = session
  const isIpv6 = ipVersion(peer.address) === 6
  const { sourceInterface, sourceAddress } = peer
  const interfaceId = source === undefined ? undefined : device.interfaceIds.get(source.facts.name)
  // The primary IPv4 address follows from the interface; any other one is said.
  const isSaid = sourceAddress !== undefined || isIpv6
  const enabled = [...peer.families].filter(([, { enabled: isEnabled }]) => isEnabled)
  return withoutAbsent<PeeringEnd>({
    owner: { deviceId: device.id },
    instance: process.instance,
    interfaceId,
    address: isSaid ? (sourceAddress ?? source?.address) : undefined,
    connectInterface: formOf(sourceInterface, sourceAddress),
    remoteAddress: other !== undefined && other.source?.address !== peer.address ? peer.address : undefined,
    ebgpMaxHop: peer.ebgpMaxHop ?? (peer.asNumber === process.asNumber ? undefined : 'none'),
    validTtlHops: peer.validTtlHops,
    relyStateInterfaceIds: relyState(session),
    reflectClient: all(enabled, ({ reflectClient }) => reflectClient),
    nextHopLocal: all(
      enabled.filter(([family]) => family !== 'evpn'),
      ({ nextHopLocal }) => nextHopLocal,
    ),
    nextHopInvariable: enabled.some(([, { nextHopInvariable }]) => nextHopInvariable) ? true : undefined,
    allowAsLoop: sameLoop(enabled.map(([, { allowAsLoop }]) => allowAsLoop)),
    filters: filtersOf(device, enabled),
    evpn: peer.families.get('evpn')?.evpn,
    disabledFamilies: listed(families.filter((family) => peer.families.get(family)?.enabled !== true)),
    ignore: peer.ignore,
    openMode: peer.openMode,
    keychain: ofItsOwn('keychain', session, other),
    keepaliveSeconds: ofItsOwn('keepaliveSeconds', session, other),
    holdSeconds: ofItsOwn('holdSeconds', session, other),
    fromGroup: listed(fromGroup(peer)),
  })
}

/** What the other end has too is said once, by the peering. */
function ofItsOwn<Key extends 'keychain' | 'keepaliveSeconds' | 'holdSeconds'>(
  key: Key,
  { peer }: Session,
  other: Session | undefined,
): PeerFacts[Key] | undefined {
  return other === undefined || other.peer[key] === peer[key] ? undefined : peer[key]
}

function formOf(
  sourceInterface: PeerFacts['sourceInterface'],
  sourceAddress: PeerFacts['sourceAddress'],
): NonNullable<PeeringEnd['connectInterface']> {
  if (sourceInterface === undefined) return sourceAddress === undefined ? 'none' : 'address'
  return sourceAddress === undefined ? 'interface' : 'interface-and-address'
}

function relyState({ device, peer }: Session): PeeringEnd['relyStateInterfaceIds'] {
  return listed(peer.relyStateInterfaces.flatMap((name) => device.interfaceIds.get(name) ?? []))
}

/** A record says an option for all families of the peer; where only some have it, their lines are carried. */
function all(
  families: readonly (readonly [Family, PeerFamilyFacts])[],
  has: (facts: PeerFamilyFacts) => boolean,
): true | undefined {
  return families.length > 0 && families.every(([, facts]) => has(facts)) ? true : undefined
}

function sameLoop(loops: readonly (number | undefined)[]): number | undefined {
  return new Set(loops).size === 1 ? loops[0] : undefined
}

/** What each family has to pass; only policies exist in the families of an overlay. */
function filtersOf(
  { policies }: JoinedDevice,
  families: readonly (readonly [Family, PeerFamilyFacts])[],
): PeeringEnd['filters'] {
  const filters = families.flatMap(([family, facts]) => {
    const version = family === 'ipv6-unicast' ? 'ipv6' : 'ipv4'
    const ofFamily = withoutAbsent({
      importPolicyId: policies.routePolicy(facts.importPolicy),
      exportPolicyId: policies.routePolicy(facts.exportPolicy),
      ...(family !== 'ipv4-unicast' && family !== 'ipv6-unicast'
        ? {}
        : {
            importPrefixListId: policies.prefixList(facts.importPrefixList, version),
            exportPrefixListId: policies.prefixList(facts.exportPrefixList, version),
            importAsPathFilterId: policies.asPathFilter(facts.importAsPathFilter),
            exportAsPathFilterId: policies.asPathFilter(facts.exportAsPathFilter),
          }),
    })
    return Object.keys(ofFamily).length === 0 ? [] : [[family, ofFamily] as const]
  })
  return filters.length === 0 ? undefined : Object.fromEntries(filters)
}

function listed<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items
}

type Option = NonNullable<PeeringEnd['fromGroup']>[number]

const optionOfField: { readonly [field: string]: Option } = {
  allowAsLoop: 'allow-as-loop',
  asNumber: 'as-number',
  bfd: 'bfd',
  description: 'description',
  ebgpMaxHop: 'ebgp-max-hop',
  exportAsPathFilter: 'as-path-filter-export',
  exportPolicy: 'route-policy-export',
  exportPrefixList: 'ip-prefix-export',
  evpn: 'evpn',
  ignore: 'ignore',
  importAsPathFilter: 'as-path-filter-import',
  importPolicy: 'route-policy-import',
  importPrefixList: 'ip-prefix-import',
  keepaliveSeconds: 'timer',
  keychain: 'keychain',
  nextHopInvariable: 'next-hop-invariable',
  nextHopLocal: 'next-hop-local',
  openMode: 'open-mode',
  reflectClient: 'reflect-client',
  relyStateInterfaces: 'rely-state',
  sourceAddress: 'connect-interface',
  sourceInterface: 'connect-interface',
  validTtlHops: 'valid-ttl-hops',
}

function fromGroup({ inherited }: PeerFacts): readonly Option[] {
  return [...new Set(inherited.flatMap((field) => optionOfField[field] ?? []))].sort()
}
