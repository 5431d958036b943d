import type { IpAddress, IpPrefix } from '@weft/net'
import { interfaceKind, networkOf, prefixContains } from '@weft/net'
import type { HostId, InterfaceId } from '../model'
import type { InterfaceFacts } from './device-facts'
import type { DraftNetwork, JoinedDevice } from './draft-network'
import { cableEnds } from './join-links'
import { hostName } from './record-ids'

/**
 * A configured port whose cable nobody can tell still goes somewhere: to the external router whose address is in its
 * subnet, else to one thing per device that stands for everything else behind it. Without a cable a port would count
 * as down, which no configuration says.
 */
export function joinOutside(draft: DraftNetwork): void {
  const routers = Object.values(draft.records.hosts).filter(({ kind }) => kind === 'router')
  for (const device of draft.devices) {
    const behind = new Map<IpAddress, HostId>()
    for (const host of routers) for (const address of host.addresses) behind.set(address, host.id)
    const own = new Set([...device.facts.interfaces.values()].filter(isConfigured))
    for (const facts of own) {
      const ports = cableEnds(device, facts.name).filter((port) => !draft.cableOf.has(port))
      if (ports.length === 0) continue
      const [router] = [...behind].filter(([address]) => isInSubnet(facts, address))
      if (router !== undefined) attach(draft, ports, router[1])
    }
    for (const facts of own) attachToRest(draft, device, facts)
  }
}

/** Up by its configuration, and in use: it has an address or VLANs. */
function isConfigured({ name, shutdown, ipv4, ipv6, switching, memberOf, mlagMember }: InterfaceFacts): boolean {
  const kind = interfaceKind(name)
  if (kind !== 'ethernet' && kind !== 'eth-trunk' && kind !== 'subinterface') return false
  if (shutdown === true || memberOf !== undefined || mlagMember !== undefined) return false
  return ipv4.length > 0 || ipv6.length > 0 || switching !== undefined
}

function isInSubnet({ ipv4, ipv6 }: InterfaceFacts, address: IpAddress): boolean {
  return [...ipv4, ...ipv6].some((own) => prefixContains(networkOf(own) as IpPrefix, address))
}

function attachToRest(draft: DraftNetwork, device: JoinedDevice, facts: InterfaceFacts): void {
  const ports = cableEnds(device, facts.name).filter((port) => !draft.cableOf.has(port))
  if (ports.length === 0) return
  const name = hostName(device.facts.name.slice(0, 50), 'attached')
  const known = draft.restOf.get(device)
  const hostId = known ?? draft.makeId('host', name)
  if (known === undefined) {
    draft.restOf.set(device, hostId)
    draft.records.hosts[hostId] = { id: hostId, name, kind: 'external', addresses: [] }
  }
  attach(draft, ports, hostId)
}

/** A cable from each port to the thing outside. */
export function attach(draft: DraftNetwork, ports: readonly InterfaceId[], hostId: HostId): void {
  for (const interfaceId of ports) {
    const id = draft.makeId('link', interfaceId.slice('interface:'.length), 'outside')
    draft.records.links[id] = { id, ends: [{ interfaceId }, { hostId }] }
    draft.cableOf.set(interfaceId, id)
  }
}
