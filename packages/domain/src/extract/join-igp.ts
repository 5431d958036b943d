import { interfaceKind } from '@weft/net'
import type { DeviceInterface, IgpProcess, Underlay, UnderlayId, VrfId } from '../model'
import type { IgpFacts, InterfaceFacts } from './device-facts'
import type { DraftNetwork, JoinedDevice } from './draft-network'
import { amendInterface } from './draft-network'
import { withoutAbsent } from './join-interfaces'

type Igp = Exclude<Underlay, { kind: 'ebgp' }>
const protocols = ['ospf', 'ospfv3', 'isis'] as const
type Protocol = (typeof protocols)[number]

/** One underlay for the processes of a protocol that have the same number and VPN instance; what differs stays with the devices. */
export function joinIgp(draft: DraftNetwork): void {
  const vlanifLinked = new Set(Object.values(draft.records.vlanifLinks).flatMap(({ ends }) => ends))
  for (const protocol of protocols) {
    const ids = new Map<string, UnderlayId>()
    for (const device of draft.devices) {
      const ofProcess = new Map<number, Igp>()
      for (const facts of device.facts[protocol]) {
        const vrfId = facts.vrf === undefined ? undefined : device.vrfIds.get(facts.vrf)
        if (facts.vrf !== undefined && vrfId === undefined) continue
        const key = `${facts.processId} ${vrfId ?? ''}`
        const id =
          ids.get(key) ??
          draft.makeId('underlay', protocol, String(facts.processId), ...(facts.vrf === undefined ? [] : [facts.vrf]))
        ids.set(key, id)
        const known = draft.records.underlays[id]
        const underlay = known?.kind === protocol ? known : freshUnderlay(protocol, { id, facts, device, vrfId })
        draft.records.underlays[id] = { ...underlay, deviceIds: [...underlay.deviceIds, device.id] }
        ofProcess.set(facts.processId, underlay)
        addProcess(draft, device, { facts, underlay })
      }
      if (ofProcess.size > 0) joinInterfaces(draft, device, { protocol, ofProcess, vlanifLinked })
    }
  }
}

function freshUnderlay(
  kind: Protocol,
  {
    id,
    facts,
    device,
    vrfId,
  }: {
    readonly id: UnderlayId
    readonly facts: IgpFacts
    readonly device: JoinedDevice
    readonly vrfId: VrfId | undefined
  },
): Igp {
  const base = { id, deviceIds: [], processId: facts.processId, ...(vrfId === undefined ? {} : { vrfId }) }
  if (kind === 'isis') {
    return {
      ...base,
      kind,
      areaAddress: facts.networkEntity?.split('.').slice(0, -4).join('.') || '49.0001',
      level: levelOf(facts),
      costStyle: costStyleOf(facts),
      circuitType: 'broadcast',
      ...(facts.ipv6Topology === undefined ? {} : { ipv6Topology: facts.ipv6Topology }),
    }
  }
  const area = facts.networks[0]?.area ?? areasOfInterfaces(device, kind, facts)[0] ?? facts.areas?.[0]?.area ?? 0
  return { ...base, kind, area, networkType: 'broadcast' }
}

function levelOf({ level = 'level-1-2' }: IgpFacts): NonNullable<IgpProcess['level']> {
  return level
}

function costStyleOf({ costStyle = 'narrow' }: IgpFacts): NonNullable<IgpProcess['costStyle']> {
  return costStyle
}

/** Areas that interfaces name themselves. */
function areasOfInterfaces(
  { facts }: JoinedDevice,
  protocol: 'ospf' | 'ospfv3',
  { processId }: IgpFacts,
): readonly number[] {
  return [...facts.interfaces.values()].flatMap((each) =>
    each[protocol]?.processId === processId ? (each[protocol].area ?? []) : [],
  )
}

function addProcess(
  draft: DraftNetwork,
  device: JoinedDevice,
  { facts, underlay }: { readonly facts: IgpFacts; readonly underlay: Igp },
): void {
  const record = draft.records.devices[device.id]
  if (record === undefined) return
  const own = ownSettings(device, facts, underlay)
  const networks = facts.networks.map(({ area, prefix }) => ({ underlayId: underlay.id, area, prefix }))
  draft.records.devices[device.id] = {
    ...record,
    ...(Object.keys(own).length === 0 ? {} : { igp: [...(record.igp ?? []), { underlayId: underlay.id, ...own }] }),
    ...(underlay.kind === 'ospf' ? { ospfNetworks: [...(record.ospfNetworks ?? []), ...networks] } : {}),
  }
}

function ownSettings(device: JoinedDevice, facts: IgpFacts, underlay: Igp): Omit<IgpProcess, 'underlayId'> {
  const importRoutes = facts.importRoutes?.length === 0 ? undefined : facts.importRoutes
  if (underlay.kind === 'isis') {
    const topology = facts.ipv6Topology ?? 'none'
    return withoutAbsent({
      networkEntity: facts.networkEntity ?? 'none',
      level: levelOf(facts) === underlay.level ? undefined : levelOf(facts),
      costStyle: costStyleOf(facts) === underlay.costStyle ? undefined : costStyleOf(facts),
      ipv6Topology: topology === (underlay.ipv6Topology ?? 'none') ? undefined : topology,
      importRoutes,
    })
  }
  const used = new Set([...facts.networks.map(({ area }) => area), ...areasOfInterfaces(device, underlay.kind, facts)])
  const areas = facts.areas?.filter(({ area, type }) => type !== undefined || !used.has(area)) ?? []
  return withoutAbsent({
    routerId: underlay.kind === 'ospfv3' ? (facts.routerId ?? 'none') : undefined,
    areas: areas.length === 0 ? undefined : areas,
    suppressReachability: facts.suppressReachability,
    importRoutes,
  })
}

type InDevice = {
  readonly protocol: Protocol
  readonly ofProcess: ReadonlyMap<number, Igp>
  readonly vlanifLinked: ReadonlySet<string>
}

/** Interfaces that a process has, and those that it would be given by derivation and has not. */
function joinInterfaces(
  draft: DraftNetwork,
  device: JoinedDevice,
  { protocol, ofProcess, vlanifLinked }: InDevice,
): void {
  const silent = new Set(device.facts[protocol].flatMap(({ silentInterfaces }) => silentInterfaces))
  for (const facts of device.facts.interfaces.values()) {
    const id = device.interfaceIds.get(facts.name)
    if (id === undefined) continue
    const { processId, ...own } = facts[protocol] ?? {}
    const underlay = processId === undefined ? undefined : ofProcess.get(processId)
    const named =
      underlay !== undefined && (protocol === 'ospf' || ofProcess.size > 1) ? { underlayId: underlay.id } : {}
    const quiet = silent.has(facts.name) ? { silent: true } : {}
    const wouldJoin = interfaceKind(facts.name) !== 'vlanif' || vlanifLinked.has(id)
    const flags = enabling(protocol, facts, { underlay, wouldJoin })
    const fields = withoutAbsent({ ...own, ...areaField(own, underlay), ...named, ...quiet, ...flags })
    if (Object.keys(fields).length > 0)
      amendInterface(draft, id, { [protocol]: fields } satisfies Partial<DeviceInterface>)
  }
}

/** The area of the underlay is left out. */
function areaField(own: object, underlay: Igp | undefined): { readonly area?: undefined } {
  const isSame = underlay !== undefined && 'area' in underlay && 'area' in own && own.area === underlay.area
  return isSame ? { area: undefined } : {}
}

type Enabling = { readonly underlay: Igp | undefined; readonly wouldJoin: boolean }

function enabling(
  protocol: Protocol,
  { ipv4, ipv6, isis }: InterfaceFacts,
  { underlay, wouldJoin }: Enabling,
): { readonly enabled?: boolean; readonly ipv4?: boolean; readonly ipv6?: boolean } {
  const flag = (isEnabled: boolean, hasAddress: boolean): boolean | undefined =>
    isEnabled ? true : wouldJoin && hasAddress ? false : undefined
  switch (protocol) {
    case 'ospf':
      return {}
    case 'ospfv3':
      return { enabled: flag(underlay !== undefined, ipv6.length > 0) }
    case 'isis':
      return {
        ipv4: flag(underlay !== undefined && isis?.ipv4 === true, ipv4.length > 0),
        ipv6: flag(underlay !== undefined && isis?.ipv6 === true, ipv6.length > 0),
      }
  }
}
