import type { Vrf, VrfId } from '../model'
import type { DeviceFacts, VrfFacts } from './device-facts'
import type { DraftNetwork } from './draft-network'

/** Ids of VPN instances by device name and name of the instance. */
export type VrfIds = ReadonlyMap<string, ReadonlyMap<string, VrfId>>

/**
 * One record for VPN instances that have the same name and say the same. Where devices give one name different
 * distinguishers or targets, each way has a record of its own.
 */
export function joinVrfs(draft: DraftNetwork, devices: readonly DeviceFacts[]): VrfIds {
  const byContent = new Map<string, VrfId>()
  const ids = new Map<string, Map<string, VrfId>>()
  for (const { name: deviceName, vrfs } of devices) {
    const ofDevice = new Map<string, VrfId>()
    ids.set(deviceName, ofDevice)
    for (const facts of [...vrfs.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const content = JSON.stringify([facts.name, sides(facts)])
      const known = byContent.get(content)
      const id = known ?? draft.makeId('vrf', facts.name)
      if (known === undefined) {
        byContent.set(content, id)
        draft.records.vrfs[id] = { id, name: facts.name, ...sides(facts) }
      }
      ofDevice.set(facts.name, id)
    }
  }
  return ids
}

function sides({ ipv4, ipv6 }: VrfFacts): Pick<Vrf, 'ipv4' | 'ipv6'> {
  return { ...(ipv4 === undefined ? {} : { ipv4 }), ...(ipv6 === undefined ? {} : { ipv6 }) }
}
