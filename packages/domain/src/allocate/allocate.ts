import type { Network } from '../model'
import { ipv4Family, ipv6Family } from './address-family'
import { allocateAddresses } from './addresses'
import type { Allocation, Avoided } from './allocation'
import { allocateGatewayMacs } from './gateway-macs'
import { openLedger } from './ledger'
import { allocateNumbers } from './numbers'

/**
 * Gives a number wherever one is needed and nobody gave it: AS numbers, addresses of loopbacks and
 * links, M-LAG ids, TCP ports and gateway MACs. A number a person gave is never in the result, and no
 * number of the result is used by one.
 *
 * Records are served in the order of their ids, so the result does not depend on the order in which
 * they were made. What no pool could serve is told in `exhausted`; where there is no pool at all
 * nothing was asked of one.
 *
 * @param avoided numbers that nobody gets: those that are to be replaced
 */
export function allocate(network: Network, avoided: Avoided = []): Allocation {
  const ledger = openLedger(avoided)
  allocateNumbers('as', network, ledger)
  allocateAddresses(ipv4Family, network, ledger)
  allocateAddresses(ipv6Family, network, ledger)
  allocateNumbers('mlag-id', network, ledger)
  allocateNumbers('tcp-port', network, ledger)
  allocateNumbers('vni', network, ledger)
  allocateGatewayMacs(network, ledger)
  return ledger.close()
}
