import type {
  BmpMonitoring,
  BmpSession,
  BridgeDomain,
  Device,
  DeviceInterface,
  MlagAttachment,
  MlagPair,
  NetworkRecord,
  Overlay,
  Peering,
  PeeringEnd,
  RecordKind,
  Requirement,
  RoleDefaults,
  RoutePolicy,
} from '../model'

/** Says of an id that its record is, or is about to be, no more. */
export type IsGone = (id: string) => boolean

type ByKind<T> = { readonly [Kind in RecordKind]: T }
type RecordOfKind = {
  readonly device: Device
  readonly interface: DeviceInterface
  readonly link: Extract<NetworkRecord, { readonly id: `link:${string}` }>
  readonly 'vlanif-link': Extract<NetworkRecord, { readonly id: `vlanif-link:${string}` }>
  readonly mlag: MlagPair
  readonly attachment: MlagAttachment
  readonly gateway: Extract<NetworkRecord, { readonly id: `gateway:${string}` }>
  readonly host: Extract<NetworkRecord, { readonly id: `host:${string}` }>
  readonly station: Extract<NetworkRecord, { readonly id: `station:${string}` }>
  readonly vrf: Extract<NetworkRecord, { readonly id: `vrf:${string}` }>
  readonly 'bridge-domain': BridgeDomain
  readonly peering: Peering
  readonly 'bmp-session': BmpSession
  readonly 'static-route': Extract<NetworkRecord, { readonly id: `static-route:${string}` }>
  readonly underlay: Extract<NetworkRecord, { readonly id: `underlay:${string}` }>
  readonly overlay: Overlay
  readonly 'bmp-monitoring': BmpMonitoring
  readonly 'role-defaults': RoleDefaults
  readonly 'prefix-list': Extract<NetworkRecord, { readonly id: `prefix-list:${string}` }>
  readonly 'as-path-filter': Extract<NetworkRecord, { readonly id: `as-path-filter:${string}` }>
  readonly 'route-policy': RoutePolicy
  readonly pool: Extract<NetworkRecord, { readonly id: `pool:${string}` }>
  readonly waiver: Extract<NetworkRecord, { readonly id: `waiver:${string}` }>
  readonly requirement: Requirement
}
export type RecordHandlers<T> = {
  readonly [Kind in RecordKind]: (record: RecordOfKind[Kind], isGone: IsGone) => T
}

/** Calls the handler of the record's kind; the id says which one that is. */
export function handle<T>(handlers: RecordHandlers<T>, record: NetworkRecord, isGone: IsGone): T {
  const kind = record.id.slice(0, record.id.indexOf(':')) as RecordKind
  const byKind: ByKind<(record: never, isGone: IsGone) => T> = handlers
  // The handler under a kind takes the records whose ids begin with it.
  return byKind[kind](record as never, isGone)
}

const lives = () => false

/** True for records that mean nothing without what is gone. Everything else only forgets it. */
export const diesWith: RecordHandlers<boolean> = {
  device: lives,
  interface: ({ deviceId }, isGone) => isGone(deviceId),
  link: ({ ends }, isGone) =>
    ends.some((end) => isGone('interfaceId' in end ? end.interfaceId : 'hostId' in end ? end.hostId : end.stationId)),
  'vlanif-link': ({ ends, carriedBy }, isGone) =>
    ends.some(isGone) || (carriedBy.length > 0 && carriedBy.every(isGone)),
  mlag: ({ members }, isGone) => members.some(isGone),
  attachment: ({ pairId, attached, trunks }, isGone) =>
    isGone(pairId) ||
    isGone('hostId' in attached ? attached.hostId : attached.interfaceId) ||
    (trunks.some((id) => id !== undefined) && trunks.every((id) => id === undefined || isGone(id))),
  gateway: ({ pairId }, isGone) => isGone(pairId),
  host: lives,
  station: lives,
  vrf: lives,
  'bridge-domain': lives,
  // A session, route or process in a VPN instance that is deleted is deleted by the device as well.
  peering: ({ ends, vrfId }, isGone) =>
    isSet(vrfId, isGone) ||
    ends.some((end) => isSet(end.vrfId, isGone)) ||
    ends.some(({ owner }) => isGone('deviceId' in owner ? owner.deviceId : owner.hostId)),
  'bmp-session': ({ deviceId, stationId }, isGone) => isGone(deviceId) || isGone(stationId),
  'static-route': ({ deviceId, vrfId, nextHop }, isGone) =>
    isGone(deviceId) || isSet(vrfId, isGone) || (nextHop.kind === 'interface' && isGone(nextHop.interfaceId)),
  underlay: (record, isGone) => record.kind !== 'ebgp' && isSet(record.vrfId, isGone),
  overlay: lives,
  'bmp-monitoring': ({ stationId, vrfId }, isGone) => isGone(stationId) || isSet(vrfId, isGone),
  'role-defaults': lives,
  'prefix-list': lives,
  'as-path-filter': lives,
  'route-policy': lives,
  pool: lives,
  waiver: lives,
  requirement: lives,
}

function isSet(id: string | undefined, isGone: IsGone): boolean {
  return id !== undefined && isGone(id)
}

/** The same record without any mention of what is gone. */
export const withoutGone: RecordHandlers<NetworkRecord> = {
  device: (record, isGone) => {
    const { bgp, bgpInstances, igp, ospfNetworks, routeDistinguishers, evpnDistinguishers } = record
    return {
      ...record,
      ...(ospfNetworks === undefined
        ? {}
        : { ospfNetworks: ospfNetworks.filter(({ underlayId }) => !isGone(underlayId)) }),
      ...(igp === undefined ? {} : { igp: igp.filter(({ underlayId }) => !isGone(underlayId)) }),
      ...(routeDistinguishers === undefined ? {} : { routeDistinguishers: inTables(routeDistinguishers, isGone) }),
      ...(evpnDistinguishers === undefined
        ? {}
        : { evpnDistinguishers: evpnDistinguishers.filter(({ bridgeDomainId }) => !isGone(bridgeDomainId)) }),
      ...(bgp === undefined ? {} : { bgp: processWithout(bgp, isGone) }),
      ...(bgpInstances === undefined
        ? {}
        : { bgpInstances: bgpInstances.map((process) => processWithout(process, isGone)) }),
    }
  },
  interface: (record, isGone) => {
    const { nve, ospf, ospfv3, isis, ...rest } = forget(
      record,
      isGone,
      'vrfId',
      'memberOf',
      'unnumberedFrom',
      'bridgeDomainId',
    )
    return {
      ...rest,
      ...(nve === undefined ? {} : { nve: nveWithout(nve, isGone) }),
      ...(ospf === undefined ? {} : { ospf: forget(ospf, isGone, 'underlayId') }),
      ...(ospfv3 === undefined ? {} : { ospfv3: forget(ospfv3, isGone, 'underlayId') }),
      ...(isis === undefined ? {} : { isis: forget(isis, isGone, 'underlayId') }),
    }
  },
  link: (record) => record,
  'vlanif-link': (record, isGone) => ({
    ...forget(record, isGone, 'vrfId'),
    carriedBy: record.carriedBy.filter((id) => !isGone(id)),
  }),
  mlag: (record, isGone) => {
    const [a, b] = record.peerLink.trunks
    const { dualActiveDetection: detection, syncChannel } = record
    return {
      ...record,
      peerLink: { ...record.peerLink, trunks: [orGone(a, isGone), orGone(b, isGone)] },
      ...(detection === undefined ? {} : { dualActiveDetection: channelWithout(detection, isGone) }),
      ...(syncChannel === undefined ? {} : { syncChannel: channelWithout(syncChannel, isGone) }),
    }
  },
  attachment: (record, isGone) => ({
    ...record,
    trunks: [orGone(record.trunks[0], isGone), orGone(record.trunks[1], isGone)],
  }),
  gateway: (record, isGone) => forget(record, isGone, 'vrfId'),
  host: (record) => record,
  station: (record) => record,
  vrf: (record) => record,
  'bridge-domain': ({ deviceIds, ...record }, isGone) => {
    const kept = deviceIds?.filter((id) => !isGone(id)) ?? []
    return kept.length === 0 ? record : { ...record, deviceIds: kept }
  },
  peering: (record, isGone) => ({
    ...forget(record, isGone, 'overlayId'),
    ends: [peeringEndWithout(record.ends[0], isGone), peeringEndWithout(record.ends[1], isGone)],
  }),
  'bmp-session': (record, isGone) => {
    const { source, ...rest } = forget(record, isGone, 'vrfId', 'monitoringId')
    const kept = source === undefined ? {} : forget(source, isGone, 'interfaceId')
    const monitor = inTargets(record.monitor, isGone)
    return { ...rest, ...(Object.keys(kept).length === 0 ? {} : { source: kept }), monitor }
  },
  'static-route': (record, isGone) =>
    record.nextHop.kind === 'address' ? { ...record, nextHop: forget(record.nextHop, isGone, 'interfaceId') } : record,
  underlay: (record, isGone) => ({ ...record, deviceIds: record.deviceIds.filter((id) => !isGone(id)) }),
  overlay: (record, isGone) => {
    const { exceptPairs, ...rest } = withoutIds(record, isGone, 'deviceIds')
    const kept = exceptPairs?.filter((pair) => !pair.some(isGone))
    const excepted = kept === undefined ? {} : { exceptPairs: kept }
    return rest.kind === 'ibgp'
      ? { ...withoutIds(rest, isGone, 'reflectorIds'), ...excepted }
      : { ...withoutIds(rest, isGone, 'hubIds'), ...excepted }
  },
  'bmp-monitoring': (record, isGone) => ({
    ...withoutIds(withoutIds(record, isGone, 'deviceIds'), isGone, 'exceptIds'),
    monitor: inTargets(record.monitor, isGone),
  }),
  'role-defaults': (record) => record,
  'prefix-list': (record) => record,
  'as-path-filter': (record) => record,
  'route-policy': (record, isGone) => ({
    ...record,
    // A node that only lost its condition would catch every route.
    nodes: record.nodes.filter(
      ({ clauses }) =>
        !clauses.some(
          (clause) =>
            ('prefixListId' in clause && isGone(clause.prefixListId)) ||
            ('asPathFilterId' in clause && isGone(clause.asPathFilterId)),
        ),
    ),
  }),
  pool: (record) => record,
  waiver: (record) => record,
  requirement: ({ subject, whileDown, ...record }, isGone) => ({
    ...record,
    subject:
      subject.kind === 'sessions'
        ? { ...subject, of: selectionWithout(subject.of, isGone) }
        : { ...subject, from: selectionWithout(subject.from, isGone), to: selectionWithout(subject.to, isGone) },
    ...(whileDown === undefined
      ? {}
      : {
          whileDown: {
            deviceIds: whileDown.deviceIds.filter((id) => !isGone(id)),
            linkIds: whileDown.linkIds.filter((id) => !isGone(id)),
          },
        }),
  }),
}

type Selection = Extract<Requirement['subject'], { readonly kind: 'sessions' }>['of']

function selectionWithout(selection: Selection, isGone: IsGone): Selection {
  return 'deviceIds' in selection ? { deviceIds: selection.deviceIds.filter((id) => !isGone(id)) } : selection
}

/** The record with those of a list of ids that are still there. An overlay whose last reflector is gone is no mesh. */
function withoutIds<R extends object, Field extends keyof R>(record: R, isGone: IsGone, field: Field): R {
  const ids = record[field] as readonly string[] | undefined
  if (!ids?.some(isGone)) return record
  return { ...record, [field]: ids.filter((id) => !isGone(id)) }
}

/** What is monitored and still there. */
function inTargets<Item extends { readonly target: object }>(items: readonly Item[], isGone: IsGone): readonly Item[] {
  return items.filter(({ target }) => {
    const about = 'peeringId' in target ? target.peeringId : 'vrfId' in target ? target.vrfId : undefined
    return typeof about !== 'string' || !isGone(about)
  })
}

/** The items in routing tables that are still there. */
function inTables<Item extends { readonly vrfId?: string }>(items: readonly Item[], isGone: IsGone): readonly Item[] {
  return items.filter(({ vrfId }) => !isSet(vrfId, isGone))
}

function unfiltered<Item extends { readonly vrfId?: string; readonly routePolicyId?: string }>(
  items: readonly Item[],
  isGone: IsGone,
): readonly Item[] {
  return inTables(items, isGone).map((item) => forget(item, isGone, 'routePolicyId'))
}

function processWithout<Process extends NonNullable<Device['bgp']>>(process: Process, isGone: IsGone): Process {
  const { announce, importRoutes, advertiseEvpn, familySettings } = process
  return {
    ...process,
    ...(announce === undefined ? {} : { announce: unfiltered(announce, isGone) }),
    ...(importRoutes === undefined ? {} : { importRoutes: unfiltered(importRoutes, isGone) }),
    ...(advertiseEvpn === undefined ? {} : { advertiseEvpn: inTables(advertiseEvpn, isGone) }),
    ...(familySettings === undefined ? {} : { familySettings: inTables(familySettings, isGone) }),
  }
}

/** The object without those of the optional fields that name something gone. */
function forget<R extends object, Field extends keyof R>(record: R, isGone: IsGone, ...fields: readonly Field[]): R {
  const stale = fields.filter((field) => isSet(record[field] as string | undefined, isGone))
  if (stale.length === 0) return record
  const names = new Set<PropertyKey>(stale)
  // Only optional fields are named by the callers above, so what remains is still an R.
  return Object.fromEntries(Object.entries(record).filter(([field]) => !names.has(field))) as R
}

function orGone<Id extends string>(id: Id | undefined, isGone: IsGone): Id | undefined {
  return isSet(id, isGone) ? undefined : id
}

type Channel = NonNullable<MlagPair['dualActiveDetection']> | NonNullable<MlagPair['syncChannel']>

function channelWithout<C extends Channel>(channel: C, isGone: IsGone): C {
  const [a, b] = channel.ends
  return {
    ...forget(channel, isGone, 'vrfId'),
    ends: [forget(a, isGone, 'interfaceId'), forget(b, isGone, 'interfaceId')],
  }
}

function nveWithout(nve: NonNullable<DeviceInterface['nve']>, isGone: IsGone): NonNullable<DeviceInterface['nve']> {
  const { headEnd, ...rest } = forget(nve, isGone, 'sourceInterfaceId')
  const kept = headEnd?.filter(({ bridgeDomainId }) => !isGone(bridgeDomainId)) ?? []
  return kept.length === 0 ? rest : { ...rest, headEnd: kept }
}

function peeringEndWithout(end: PeeringEnd, isGone: IsGone): PeeringEnd {
  const { relyStateInterfaceIds, filters, ...rest } = forget(end, isGone, 'interfaceId')
  const kept = relyStateInterfaceIds?.filter((id) => !isGone(id)) ?? []
  const stillFiltered = filters === undefined ? undefined : filtersWithout(filters, isGone)
  return {
    ...rest,
    ...(kept.length === 0 ? {} : { relyStateInterfaceIds: kept }),
    ...(stillFiltered === undefined ? {} : { filters: stillFiltered }),
  }
}

function filtersWithout(filters: NonNullable<PeeringEnd['filters']>, isGone: IsGone): PeeringEnd['filters'] {
  const families = Object.entries(filters).flatMap(([family, ids]) => {
    const left = Object.entries(ids).filter(([, id]) => !isGone(id))
    return left.length === 0 ? [] : [[family, Object.fromEntries(left)] as const]
  })
  return families.length === 0 ? undefined : Object.fromEntries(families)
}
