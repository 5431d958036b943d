import type { Device, Vrf, VrfId } from '../model'
import type { DeviceFacts, VrfFacts, VrfFamilyFacts } from './device-facts'
import type { DraftNetwork } from './draft-network'

type Distinguishers = NonNullable<Device['routeDistinguishers']>
/** VPN instances of one device: ids by name, and the distinguishers that are its own. */
export type DeviceVrfs = { readonly ids: ReadonlyMap<string, VrfId>; readonly distinguishers: Distinguishers }

/**
 * One record for VPN instances that have the same name, families and targets; a distinguisher that differs from
 * device to device is kept with the device. Where devices give one name different targets, each way has a record of
 * its own.
 */
export function joinVrfs(draft: DraftNetwork, devices: readonly DeviceFacts[]): ReadonlyMap<string, DeviceVrfs> {
  const groups = new Map<string, { readonly id: VrfId; readonly all: VrfFacts[] }>()
  for (const { vrfs } of devices) {
    for (const facts of ordered(vrfs)) {
      const key = contentOf(facts)
      const group = groups.get(key) ?? { id: draft.makeId('vrf', facts.name), all: [] }
      group.all.push(facts)
      groups.set(key, group)
    }
  }
  const common = new Map<VrfId, Vrf>()
  for (const { id, all } of groups.values()) {
    const vrf = recordOf(id, all)
    common.set(id, vrf)
    draft.records.vrfs[id] = vrf
  }
  return new Map(
    devices.map(({ name, vrfs }) => {
      const ids = new Map<string, VrfId>()
      const distinguishers: Distinguishers[number][] = []
      for (const facts of ordered(vrfs)) {
        const id = groups.get(contentOf(facts))?.id
        if (id === undefined) continue
        ids.set(facts.name, id)
        const own = ownDistinguishers(id, facts, common.get(id))
        if (own.ipv4 !== undefined || own.ipv6 !== undefined) distinguishers.push(own)
      }
      return [name, { ids, distinguishers }]
    }),
  )
}

function ordered(vrfs: ReadonlyMap<string, VrfFacts>): readonly VrfFacts[] {
  return [...vrfs.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What has to be the same for one record. */
function contentOf({ name, ipv4, ipv6, vni }: VrfFacts): string {
  const targets = (family: VrfFamilyFacts | undefined) =>
    family && [family.importTargets, family.exportTargets, family.evpnImportTargets, family.evpnExportTargets]
  return JSON.stringify([name, targets(ipv4), targets(ipv6), vni])
}

function recordOf(id: VrfId, all: readonly VrfFacts[]): Vrf {
  const [first] = all
  return {
    id,
    name: first?.name ?? '',
    ...side('ipv4', all),
    ...side('ipv6', all),
    ...(first?.vni === undefined ? {} : { vni: first.vni }),
  }
}

function side(version: 'ipv4' | 'ipv6', all: readonly VrfFacts[]): Pick<Vrf, 'ipv4' | 'ipv6'> {
  const family = all[0]?.[version]
  if (family === undefined) return {}
  const { routeDistinguisher, ...targets } = family
  const isSame = all.every((each) => each[version]?.routeDistinguisher === routeDistinguisher)
  return { [version]: isSame ? family : targets }
}

function ownDistinguishers(vrfId: VrfId, facts: VrfFacts, common: Vrf | undefined): Distinguishers[number] {
  const own = (version: 'ipv4' | 'ipv6') =>
    common?.[version]?.routeDistinguisher === undefined ? facts[version]?.routeDistinguisher : undefined
  const [ipv4, ipv6] = [own('ipv4'), own('ipv6')]
  return { vrfId, ...(ipv4 === undefined ? {} : { ipv4 }), ...(ipv6 === undefined ? {} : { ipv6 }) }
}
