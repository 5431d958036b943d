import type { IpAddress } from '@weft/net'
import type { DeviceIntent, NetworkIntent, StaticRouteIntent } from '../intent'
import type { Network } from '../model'
import { sameValue } from '../model'
import type { LoopBackChange, MovedLoopBacks } from './loopback-change'
import { isAlone, withLoopBacks } from './loopback-change'
import type { IpPrefix, PrefixKey } from './prefix-key'
import { hostPrefix, prefixLength } from './prefix-key'
import { relinedPorts } from './relined-ports'
import { relinedSegments } from './relined-segments'
import type { Plane, Table } from './tables'
import { addressesOfInterface, addStatic, connected, heardOutside, ownership, staticKeysOf, tableOf } from './tables'

type Drawn = { readonly network: Network; readonly intent: NetworkIntent }

export type PlaneChange = {
  /** New intents, by number. */
  readonly devices: ReadonlyMap<number, DeviceIntent>
  /** Of these, devices whose addresses, static routes or LoopBacks are others. */
  readonly readdressed: LoopBackChange
  /** Prefixes that may be new in some table. */
  readonly prefixes: Iterable<IpPrefix>
  /** Ports whose line may differ, and devices with other VLANs. */
  readonly lines: ReadonlySet<number>
  readonly vlans: ReadonlySet<number>
}

export type ChangedPlane = {
  readonly plane: Plane
  readonly loopBacks: MovedLoopBacks
  /** Ports whose state differs, or whose frames get elsewhere or may go other ways. */
  readonly moved: ReadonlySet<number>
  /** What is connected to those that went up or down. */
  readonly prefixes: readonly IpPrefix[]
}

/**
 * The plane with other intents of some devices.
 *
 * @returns undefined where a device needs another table than it has, or the order of interfaces decides
 */
export function changedPlane(before: Plane, after: Drawn, change: PlaneChange): ChangedPlane | undefined {
  const found = rewordedPlane(before, after.network, change)
  if (found === undefined || change.lines.size + change.vlans.size === 0)
    return found && { ...found, moved: new Set(), prefixes: [] }
  const relined = relinedPlane(found.plane, after, change)
  return relined && { ...relined, loopBacks: found.loopBacks }
}

/** With other lines. */
function relinedPlane(
  before: Plane,
  after: Drawn,
  { lines, vlans }: Pick<PlaneChange, 'lines' | 'vlans'>,
): Omit<ChangedPlane, 'loopBacks'> | undefined {
  const { ports, changed } = relinedPorts(before.ports, after, lines)
  const relined = relinedSegments(before.segments, { was: before.ports, is: ports }, { changed, vlans })
  if (relined === undefined) return undefined
  const { segments, moved } = relined
  const heard = heardOutside(after.network, ports, segments)
  if (!sameValue([...heard].sort(), [...before.heardOutside].sort())) return undefined
  const tables = before.tables.slice()
  const turned = [...moved].filter((port) => segments.up[port] !== before.segments.up[port])
  for (const number of new Set(turned.map((port) => before.tableOfPort[port] ?? -1))) {
    const table = tables[number]
    if (table !== undefined) tables[number] = { ...table, ...connected(table.ports, segments, before.addresses) }
  }
  const prefixes = turned.flatMap((port) =>
    (before.addresses[port] ?? []).flatMap(({ address, network }) => [network, hostPrefix(address)]),
  )
  return { plane: { ...before, ports, segments, tables, lengths: withLengths(before, prefixes) }, moved, prefixes }
}

function withLengths({ lengths: before }: Plane, prefixes: Iterable<IpPrefix>): Plane['lengths'] {
  const lengths = { 4: new Set(before[4]), 6: new Set(before[6]) }
  for (const prefix of prefixes) lengths[prefix.includes(':') ? 6 : 4].add(prefixLength(prefix))
  return lengths
}

/** With other intents, while frames go as before. */
function rewordedPlane(
  before: Plane,
  network: Network,
  { devices, readdressed, prefixes }: PlaneChange,
): Pick<ChangedPlane, 'plane' | 'loopBacks'> | undefined {
  const moved = withLoopBacks(before, readdressed)
  if (moved === undefined) return undefined
  const { ports } = moved.plane
  const list = ports.list.slice()
  const intents = before.devices.slice()
  for (const [device, intent] of devices) {
    intents[device] = intent
    for (const each of intent.interfaces) {
      const index = ports.byName[device]?.get(each.name)
      const port = list[index ?? -1]
      if (index === undefined || port === undefined) return undefined
      list[index] = { ...port, intent: each }
    }
  }
  const reworded: Plane = { ...moved.plane, network, devices: intents, ports: { ...ports, devices: intents, list } }
  if (readdressed.size === 0) return { ...moved, plane: reworded }
  const plane = readdressedPlane(reworded, { before, devices: new Set(readdressed.keys()), prefixes })
  const { gone, come } = moved.loopBacks
  const alone = gone.every((port) => isAlone(before, port)) && come.every((port) => plane && isAlone(plane, port))
  return plane !== undefined && alone ? { ...moved, plane } : undefined
}

type Readdressed = {
  readonly before: Plane
  readonly devices: ReadonlySet<number>
  readonly prefixes: Iterable<IpPrefix>
}

function readdressedPlane(plane: Plane, { before, devices, prefixes }: Readdressed): Plane | undefined {
  const { list, byName } = plane.ports
  const addresses = plane.addresses.slice()
  const tables = plane.tables.slice()
  const owners = new Map(plane.ownersByAddress)
  const lengths = withLengths(plane, prefixes)
  for (const device of devices) {
    const touched = new Set<IpAddress>()
    const ports = new Set(
      [before.ports.byName[device], byName[device]].flatMap((names) => [...(names?.values() ?? [])]),
    )
    for (const index of ports) {
      const intent = list[index]?.intent
      if (intent === undefined) continue
      const lender = intent.unnumberedFrom && list[byName[device]?.get(intent.unnumberedFrom) ?? -1]
      const now = addressesOfInterface(intent, lender?.intent)
      for (const { address } of [...(before.addresses[index] ?? []), ...now]) touched.add(address)
      addresses[index] = now
    }
    const routed = [...ports].filter((index) => (plane.tableOfPort[index] ?? -1) >= 0)
    for (const address of touched) {
      const others = (owners.get(address) ?? []).filter((index) => !ports.has(index))
      const own = routed.flatMap((index) =>
        (addresses[index] ?? []).flatMap((each) => (each.address === address ? [index] : [])),
      )
      owners.set(
        address,
        [...others, ...own].sort((a, b) => a - b),
      )
    }
    const statics = staticsByTable(plane, device)
    if (statics === undefined) return undefined
    for (const [at, table] of tables.entries()) {
      if (table.device !== device) continue
      const routes = statics.get(table.index) ?? new Map<PrefixKey, readonly StaticRouteIntent[]>()
      tables[at] = { ...table, ...connected(table.ports, plane.segments, addresses), statics: routes }
    }
  }
  return { ...plane, addresses, tables, lengths, ...ownership(owners), staticKeys: staticKeysOf(tables) }
}

function staticsByTable(plane: Plane, device: number) {
  const found = new Map<Table['index'], Map<PrefixKey, StaticRouteIntent[]>>()
  for (const route of plane.devices[device]?.staticRoutes ?? []) {
    const table = tableOf(plane, device, route.vrfId ?? '')
    if (table === undefined) return undefined
    const statics = found.get(table.index) ?? new Map<PrefixKey, StaticRouteIntent[]>()
    found.set(table.index, statics)
    addStatic(statics, route)
  }
  return found
}
