import type { Gateway, MlagPairId, Network } from '../model'
import { byId } from '../model'
import type { Ledger } from './ledger'

/** 0000-5e00-0101 to -01ff and -0201 to -02ff: the range the manual advises (fabric.md section 7). */
const macsOfRange = 255
const allMacs = 2 * macsOfRange

/**
 * A virtual MAC for each gateway without one, unique in its pair. The VLAN decides it, so that it can
 * be recognised on the wire; a VLAN whose place is taken gets the next free one.
 */
export function allocateGatewayMacs(network: Network, ledger: Ledger): void {
  for (const gateways of byPair(Object.values(network.gateways))) {
    const wanting = gateways.filter(({ macAddress }) => macAddress === undefined)
    const used = new Set<string | number | undefined>(gateways.map(({ macAddress }) => macAddress))
    for (const { field, value } of ledger.avoided) if (field === 'macAddress') used.add(value)
    for (const { id, vlan } of wanting.sort(byVlan)) {
      const value = freeMac(vlan, used)
      used.add(value)
      if (value === undefined) ledger.refuse(id, 'macAddress')
      else ledger.give(id, 'macAddress', { value })
    }
  }
}

function freeMac(vlan: number, used: ReadonlySet<string | number | undefined>): string | undefined {
  for (let step = 0; step < allMacs; step += 1) {
    const mac = macAt((vlan - 1 + step) % allMacs)
    if (!used.has(mac)) return mac
  }
  return undefined
}

function macAt(index: number): string {
  const last = ((index % macsOfRange) + 1).toString(16).padStart(2, '0')
  return `0000-5e00-0${index < macsOfRange ? 1 : 2}${last}`
}

function byVlan(a: Gateway, b: Gateway): number {
  return a.vlan - b.vlan || byId(a, b)
}

function byPair(gateways: readonly Gateway[]): readonly Gateway[][] {
  const pairs = new Map<MlagPairId, Gateway[]>()
  for (const record of gateways) {
    const group = pairs.get(record.pairId)
    if (group === undefined) pairs.set(record.pairId, [record])
    else group.push(record)
  }
  return [...pairs.values()]
}
