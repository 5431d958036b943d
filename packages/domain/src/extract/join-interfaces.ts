import type { InterfaceName } from '@weft/net'
import { interfaceKind } from '@weft/net'
import type { DeviceId, DeviceInterface, InterfaceId, VrfId } from '../model'
import type { DeviceFacts, InterfaceFacts } from './device-facts'
import type { DraftNetwork } from './draft-network'

type Sources = { readonly facts: DeviceFacts; readonly vrfIds: ReadonlyMap<string, VrfId> }

/** One record for every interface the configuration has, with every value it says: nothing is left to be allocated. */
export function joinInterfaces(
  draft: DraftNetwork,
  deviceId: DeviceId,
  { facts, vrfIds }: Sources,
): ReadonlyMap<InterfaceName, InterfaceId> {
  const ids = new Map<InterfaceName, InterfaceId>()
  for (const name of facts.interfaces.keys()) ids.set(name, draft.makeId('interface', facts.name.slice(0, 32), name))
  const silent = new Set(facts.ospf.flatMap(({ silentInterfaces }) => silentInterfaces))
  for (const each of facts.interfaces.values()) {
    const id = ids.get(each.name)
    if (id === undefined) continue
    const record = interfaceRecord({ id, deviceId, name: each.name }, each, { ids, vrfIds })
    draft.records.interfaces[id] = silent.has(each.name)
      ? { ...record, ospf: { ...record.ospf, silent: true } }
      : record
  }
  return ids
}

function interfaceRecord(
  base: Pick<DeviceInterface, 'id' | 'deviceId' | 'name'>,
  facts: InterfaceFacts,
  { ids, vrfIds }: { readonly ids: ReadonlyMap<InterfaceName, InterfaceId>; readonly vrfIds: Sources['vrfIds'] },
): DeviceInterface {
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
      allowedVlans: switching.linkType === 'trunk' ? switching.allowedVlans : undefined,
    },
  })
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
