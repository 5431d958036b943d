import type { AsNumber, IpAddress } from '@weft/net'
import type { HostId } from '../model'
import type { DraftNetwork } from './draft-network'

/** The router outside of the imported devices that has an address; one for each address and AS number. */
export function externalRouter(draft: DraftNetwork, address: IpAddress, asNumber: AsNumber): HostId {
  for (const host of Object.values(draft.records.hosts)) {
    if (host.asNumber === asNumber && host.addresses[0] === address) return host.id
  }
  const id = draft.makeId('host', `as${asNumber}-${address}`)
  draft.records.hosts[id] = { id, name: `as${asNumber}-${address}`, kind: 'router', addresses: [address], asNumber }
  return id
}
