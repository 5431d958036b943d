import type { InterfaceName } from '@weft/net'
import { addressOf, interfaceKind } from '@weft/net'
import type { DeviceId, DeviceInterface, InterfaceId, VrfId } from '../model'
import type { DeviceFacts, InterfaceFacts } from './device-facts'
import type { DraftNetwork } from './draft-network'
import type { DeviceBridgeDomains } from './join-bridge-domains'
import { headEndsOf } from './join-bridge-domains'

type Sources = {
  readonly facts: DeviceFacts
  readonly vrfIds: ReadonlyMap<string, VrfId>
  readonly bridgeDomains: DeviceBridgeDomains
}

/** One record for every interface the configuration has, with every value it says: nothing is left to be allocated. */
export function joinInterfaces(
  draft: DraftNetwork,
  deviceId: DeviceId,
  { facts, vrfIds, bridgeDomains }: Sources,
): ReadonlyMap<InterfaceName, InterfaceId> {
  const ids = new Map<InterfaceName, InterfaceId>()
  for (const name of facts.interfaces.keys()) ids.set(name, draft.makeId('interface', facts.name.slice(0, 32), name))
  for (const each of facts.interfaces.values()) {
    const id = ids.get(each.name)
    if (id === undefined) continue
    const bare = { id, deviceId, name: each.name }
    draft.records.interfaces[id] = interfaceRecord(bare, each, { ids, vrfIds, bridgeDomains, facts })
  }
  return ids
}

function interfaceRecord(
  base: Pick<DeviceInterface, 'id' | 'deviceId' | 'name'>,
  facts: InterfaceFacts,
  sources: Sources & { readonly ids: ReadonlyMap<InterfaceName, InterfaceId> },
): DeviceInterface {
  const { ids, vrfIds, bridgeDomains } = sources
  const {
    line: _line,
    name: _name,
    vrf,
    memberOf,
    unnumberedFrom,
    ipv4,
    ipv6,
    switching,
    mlagMember: _mlagMember,
    peerLink: _peerLink,
    excludedVlans: _excluded,
    mlagIpv4: _mlagIpv4,
    bridgeDomain,
    nve,
    ospf: _ospf,
    ospfv3: _ospfv3,
    isis: _isis,
    ...rest
  } = facts
  return withoutAbsent({
    ...base,
    ...rest,
    vrfId: vrf === undefined ? undefined : vrfIds.get(vrf),
    memberOf: memberOf === undefined ? undefined : ids.get(memberOf),
    unnumberedFrom: unnumberedFrom === undefined ? undefined : ids.get(unnumberedFrom),
    ...addresses(facts, ipv4, ipv6),
    switching: switching && {
      ...switching,
      allowedVlans:
        switching.allowedVlans.length > 0 || switching.linkType === 'trunk' ? switching.allowedVlans : undefined,
    },
    bridgeDomainId: bridgeDomain === undefined ? undefined : bridgeDomains.byNumber.get(bridgeDomain)?.id,
    nve: nve && nveRecord(nve, sources),
  })
}

/** The source is named by its interface where that has it as its own address. */
function nveRecord(
  nve: NonNullable<InterfaceFacts['nve']>,
  { facts, ids, bridgeDomains }: Sources & { readonly ids: ReadonlyMap<InterfaceName, InterfaceId> },
): DeviceInterface['nve'] {
  const owner = [...facts.interfaces.values()].find(({ ipv4, ipv6, vrf }) => {
    const primary = ipv4[0] ?? ipv6[0]
    return vrf === undefined && primary !== undefined && addressOf(primary) === nve.source
  })
  const sourceInterfaceId = owner === undefined ? undefined : ids.get(owner.name)
  return {
    sourceInterfaceId,
    sourceAddress: sourceInterfaceId === undefined ? nve.source : undefined,
    headEnd: headEndsOf(nve, bridgeDomains),
    bypass: nve.bypass,
  }
}

/** An interface that could have an address and has none wants none: without a value one would be allocated. */
function addresses(
  { name, mode }: InterfaceFacts,
  ipv4: InterfaceFacts['ipv4'],
  ipv6: InterfaceFacts['ipv6'],
): Pick<DeviceInterface, 'ipv4' | 'ipv6'> {
  const kind = interfaceKind(name)
  const isPort = kind === 'ethernet' || kind === 'eth-trunk'
  const couldHave = kind === 'loopback' || kind === 'vlanif' || (isPort && mode === 'routed')
  return {
    ...(couldHave || ipv4.length > 0 ? { ipv4 } : {}),
    ...(couldHave || ipv6.length > 0 ? { ipv6 } : {}),
  }
}

/** A record in a file has no fields without a value. */
export function withoutAbsent<R extends object>(record: R): R {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([key, value]) => [key, isPlain(value) ? withoutAbsent(value) : value])) as R
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
