import type { DeviceIntent } from '../intent'
import type { DeviceId, VrfId } from '../model'
import type { Simulated } from './compute-reach'
import { relinedLayer2 } from './layer2'
import type { Changed } from './network-change'
import type { Reachability, Route } from './reachability'
import { listRoutes } from './route-list'
import type { Plane, Table } from './tables'
import { noBmp, ownRoutesAnswer } from './verdicts'

/**
 * The same network with other bare devices. One that comes gets a number after all others.
 *
 * @returns undefined where numbers of others would have to follow
 */
export function withBareDevices(
  before: Simulated,
  { network, intent, change: { bare } }: Changed,
): { readonly state: Simulated; readonly changed: ReadonlySet<DeviceId> } | undefined {
  const { came, left } = bare
  const gone = left.flatMap((number) => before.plane.devices[number] ?? [])
  const fewer = without(before, left)
  if (fewer === undefined || [...gone, ...came].some(({ device }) => isNamed(before.plane, device.id))) return undefined
  const { plane, tables } = withDevices(fewer.plane, came)
  const state = { ...fewer, plane: { ...plane, network } }
  const ownRoutes = [...fewer.answers.ownRoutes, ...tables.map((table) => ownRoutesAnswer(state, table))]
  const answers = { ...fewer.answers, ownRoutes, bmp: [...fewer.answers.bmp, ...came.map(() => noBmp)] }
  const routes = new Map(before.reachability.routes)
  for (const { device } of gone) routes.delete(device.id)
  for (const [at, { device }] of came.entries()) {
    const own = ownRoutes[tables[at]?.index ?? -1]?.value ?? new Map()
    routes.set(device.id, new Map<VrfId | '', readonly Route[]>([['', listRoutes(plane, own, [])]]))
  }
  const reachability: Reachability = { ...before.reachability, routes: inOrder(routes) }
  const changed = new Set([...gone, ...came].map(({ device }) => device.id))
  return { state: { ...state, network, intent, answers, reachability }, changed }
}

/** Whether a pair names it as a member. */
function isNamed({ devices }: Plane, id: DeviceId): boolean {
  return devices.some(({ dfsGroup }) => dfsGroup?.otherDeviceId === id)
}

/** Only the last device can go without others moving up. */
function without(before: Simulated, left: readonly number[]): Simulated | undefined {
  const [number] = left
  if (number === undefined) return before
  const { plane, answers } = before
  const last = plane.tables.at(-1)
  const tables = plane.tables.filter(({ device }) => device === number)
  if (left.length > 1 || number !== plane.devices.length - 1 || tables.length !== 1 || tables[0] !== last)
    return undefined
  const devices = plane.devices.slice(0, -1)
  const deviceIndex = new Map([...plane.deviceIndex].filter(([, index]) => index !== number))
  const ports = { ...plane.ports, devices, deviceIndex, byName: plane.ports.byName.slice(0, -1) }
  return {
    ...before,
    plane: { ...plane, devices, deviceIndex, ports, tables: plane.tables.slice(0, -1) },
    answers: { ...answers, bmp: answers.bmp.slice(0, -1), ownRoutes: answers.ownRoutes.slice(0, -1) },
  }
}

function withDevices(before: Plane, came: readonly DeviceIntent[]) {
  const first = before.devices.length
  const devices = [...before.devices, ...came]
  const deviceIndex = new Map(before.deviceIndex)
  for (const [at, { device }] of came.entries()) deviceIndex.set(device.id, first + at)
  const byName = [...before.ports.byName, ...came.map(() => new Map())]
  const ports = { ...before.ports, devices, deviceIndex, byName }
  const numbers = came.map((_, at) => first + at)
  const layer2 = relinedLayer2(before.segments.layer2, ports, numbers)
  const tables = numbers.map((device, at): Table => {
    const index = before.tables.length + at
    return { index, device, name: '', ports: [], own: new Map(), direct: new Map(), statics: new Map() }
  })
  const indexOf = new Map(tables.map(({ device, index }) => [device, index]))
  const plane: Plane = {
    ...before,
    devices,
    deviceIndex,
    ports,
    segments: { ...before.segments, layer2 },
    tables: [...before.tables, ...tables],
    tableNumber: (device, name) => (name === '' ? indexOf.get(device) : undefined) ?? before.tableNumber(device, name),
  }
  return { plane, tables }
}

/** Routes are in the order of devices. */
function inOrder(routes: Reachability['routes']): Reachability['routes'] {
  return new Map([...routes].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
