import type { InterfaceIntent } from '../intent'
import type { Port } from './ports'
import { prefixKey } from './prefix-key'
import type { Plane } from './tables'

/** LoopBacks that went and that came, by device. */
export type LoopBackChange = ReadonlyMap<
  number,
  { readonly gone: readonly InterfaceIntent[]; readonly come: readonly InterfaceIntent[] }
>

/** The same by numbers of ports. */
export type MovedLoopBacks = { readonly gone: readonly number[]; readonly come: readonly number[] }

/**
 * The plane with other LoopBacks, which meet nobody. One that comes gets a number after all others; the number of one
 * that went stays empty.
 *
 * @returns undefined where a device needs another table than it has
 */
export function withLoopBacks(
  before: Plane,
  change: LoopBackChange,
): { readonly plane: Plane; readonly loopBacks: MovedLoopBacks } | undefined {
  const moved = { gone: [] as number[], come: [] as number[] }
  const coming = [...change].flatMap(([device, { come }]) => come.map((intent) => ({ device, intent })))
  const going = [...change].flatMap(([device, { gone }]) => gone.map((intent) => ({ device, intent })))
  if (coming.length + going.length === 0) return { plane: before, loopBacks: moved }
  const list = before.ports.list.slice()
  const byName = before.ports.byName.slice()
  const byId = new Map(before.ports.byId)
  const tables = before.tables.slice()
  const addresses = before.addresses.slice()
  const up = before.segments.up.slice()
  const size = list.length + coming.length
  const [of, tableOfPort] = [grown(before.segments.of, size), grown(before.tableOfPort, size)]
  for (const { device, intent } of going) {
    const index = byName[device]?.get(intent.name) ?? -1
    const port = list[index]
    const table = tables[tableOfPort[index] ?? -1]
    if (port === undefined || table === undefined || port.cables.length > 0 || port.cabled) return undefined
    byName[device] = new Map([...(byName[device] ?? [])].filter(([, at]) => at !== index))
    if (intent.interfaceId !== undefined) byId.delete(intent.interfaceId)
    tables[table.index] = { ...table, ports: table.ports.filter((at) => at !== index) }
    list[index] = { ...port, intent: empty(port.intent), routed: false, up: false }
    addresses[index] = []
    up[index] = false
    tableOfPort[index] = -1
    moved.gone.push(index)
  }
  for (const { device, intent } of coming) {
    const index = list.length
    const table = tables[before.tableNumber(device, intent.vrfId ?? '')]
    if (table === undefined) return undefined
    const line = { cables: [], cabled: false, live: [], neighbours: [], up: !intent.shutdown }
    list.push({ index, device, intent, routed: true, subInterface: false, ...line })
    byName[device] = new Map(byName[device]).set(intent.name, index)
    if (intent.interfaceId !== undefined) byId.set(intent.interfaceId, index)
    tables[table.index] = { ...table, ports: [...table.ports, index] }
    tableOfPort[index] = table.index
    addresses.push([])
    up.push(!intent.shutdown)
    moved.come.push(index)
  }
  const ports = { ...before.ports, list, byName, byId }
  const segments = { ...before.segments, of, up }
  return { plane: { ...before, ports, segments, tables, addresses, tableOfPort }, loopBacks: moved }
}

/** What is left at a number nobody has. */
function empty({ deviceId, name, kind }: InterfaceIntent): Port['intent'] {
  const nothing = { ipv4: [], ipv6: [], members: [], hostRoutes: [], because: [] }
  const off = { shutdown: true, arpProxy: false, anycastGateway: false, outsideUnderlay: true } as const
  return { deviceId, name, kind, mode: 'routed', unpairedPortReserved: false, ...off, ...nothing }
}

function grown(numbers: Int32Array, size: number): Int32Array {
  const more = new Int32Array(size).fill(-1)
  more.set(numbers)
  return more
}

/** Whether nobody else has an address or a subnet of an interface, so that its place among the others decides nothing. */
export function isAlone(plane: Plane, port: number): boolean {
  const table = plane.tables[plane.tableOfPort[port] ?? -1]
  return (plane.addresses[port] ?? []).every(
    ({ address, network }) =>
      plane.owners(address).every((owner) => owner === port) &&
      table?.direct.get(prefixKey(network))?.ports.every((owner) => owner === port) !== false,
  )
}
