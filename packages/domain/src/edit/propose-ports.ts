import type { InterfaceName } from '@weft/net'
import { interfaceType, invariant, parseInterfaceName } from '@weft/net'
import { portsOf } from '../catalog'
import type { Device } from '../model'
import type { Draft } from './draft'

/** A port that could take a cable. `role` is a drawing aid of the catalogue, the switch does not know it. */
type Port = { readonly name: InterfaceName; readonly speedGbps: number; readonly role: 'access' | 'uplink' }

export type PortPair = readonly [InterfaceName, InterfaceName]

/** Port type of a model without a port list: the usual ones of a fabric link and of a server. */
const fabricType = '100GE'
const serverType = '10GE'

/**
 * Ports for a cable between two devices: of the fastest speed both have free, uplinks if both have
 * some. A model whose ports nobody knows takes the port type of the other end. Undefined when one of
 * them has no free port.
 */
export function proposeFabricPorts(draft: Draft, [a, b]: readonly [Device, Device]): PortPair | undefined {
  const [freeA, freeB] = [freePorts(draft, a), freePorts(draft, b)]
  if (freeA === undefined || freeB === undefined)
    return proposeUnknown(draft, [a, b], { freeA, freeB, choose: preferUplink })
  const speeds = commonSpeeds(freeA, freeB)
  const uplinksOfBoth = speeds.filter((speed) => hasUplink(freeA, speed) && hasUplink(freeB, speed))
  const speed = uplinksOfBoth[0] ?? speeds[0]
  return named([preferUplink(freeA, speed), preferUplink(freeB, speed)])
}

/**
 * Ports for the heartbeat cable of a pair: it carries a packet a second, so it takes the slowest speed
 * both have, and the last port of it, where no server is expected.
 */
export function proposeHeartbeatPorts(draft: Draft, [a, b]: readonly [Device, Device]): PortPair | undefined {
  const [freeA, freeB] = [freePorts(draft, a), freePorts(draft, b)]
  if (freeA === undefined || freeB === undefined)
    return proposeUnknown(draft, [a, b], { freeA, freeB, choose: lastAccess })
  const slowest = commonSpeeds(freeA, freeB).at(-1)
  return named([lastAccess(freeA, slowest), lastAccess(freeB, slowest)])
}

/** What is at the other end of a cable when it is not a device whose port is proposed too. */
export type Towards = 'server' | 'router' | { readonly port: InterfaceName }

/** An access port for a server or station, an uplink for a router outside, a port of the same type for a named port. */
export function proposePort(draft: Draft, device: Device, towards: Towards): InterfaceName | undefined {
  const free = freePorts(draft, device)
  if (typeof towards === 'object') {
    const type = interfaceType(towards.port)
    if (free === undefined) return nextNumbered(draft, device, type)
    const alike = free.filter(({ name }) => interfaceType(name) === type)
    return preferUplink(alike.length > 0 ? alike : free, undefined)?.name
  }
  if (free === undefined) return nextNumbered(draft, device, towards === 'server' ? serverType : fabricType)
  if (towards === 'router') return preferUplink(free, undefined)?.name
  return (free.find(({ role }) => role === 'access') ?? free[0])?.name
}

/** Free ports in number order; undefined when the catalogue does not know the ports of the model. */
function freePorts(draft: Draft, device: Device): readonly Port[] | undefined {
  const ports = portsOf(device)
  if (ports.length === 0) return undefined
  const used = new Set<string>()
  // A port that is split into 100GE1/0/1:1 to :4 is not there any more.
  for (const name of draft.interfaceNames(device.id)) used.add(name.split(/[:.]/)[0] ?? name)
  return ports.filter(({ name }) => !used.has(name))
}

/** Speeds that both have, the fastest first. */
function commonSpeeds(a: readonly Port[], b: readonly Port[]): readonly number[] {
  const ofB = new Set(b.map(({ speedGbps }) => speedGbps))
  const common = new Set(a.map(({ speedGbps }) => speedGbps).filter((speed) => ofB.has(speed)))
  return [...common].sort((x, y) => y - x)
}

function hasUplink(ports: readonly Port[], speed: number): boolean {
  return ports.some(({ role, speedGbps }) => role === 'uplink' && speedGbps === speed)
}

type Choose = (ports: readonly Port[], speed: number | undefined) => Port | undefined

/** The first uplink of the speed, else its first port; without a speed of the fastest kind. */
const preferUplink: Choose = (ports, speed) => {
  const uplinks = ports.filter(({ role }) => role === 'uplink')
  const fastest = speed ?? Math.max(...(uplinks.length > 0 ? uplinks : ports).map(({ speedGbps }) => speedGbps))
  const fitting = ports.filter(({ speedGbps }) => speedGbps === fastest)
  return fitting.find(({ role }) => role === 'uplink') ?? fitting[0]
}

const lastAccess: Choose = (ports, speed) => {
  const slowest = speed ?? Math.min(...ports.map(({ speedGbps }) => speedGbps))
  const fitting = ports.filter(({ speedGbps }) => speedGbps === slowest)
  return fitting.findLast(({ role }) => role === 'access') ?? fitting.at(-1)
}

type HalfKnown = { readonly freeA?: readonly Port[]; readonly freeB?: readonly Port[]; readonly choose: Choose }

function proposeUnknown(
  draft: Draft,
  [a, b]: readonly [Device, Device],
  { freeA, freeB, choose }: HalfKnown,
): PortPair | undefined {
  const known = freeA ?? freeB
  const chosen = known === undefined ? undefined : choose(known, undefined)?.name
  if (known !== undefined && chosen === undefined) return undefined
  const type = chosen === undefined ? fabricType : interfaceType(chosen)
  const onA = freeA === undefined ? nextNumbered(draft, a, type) : chosen
  const onB = freeB === undefined ? nextNumbered(draft, b, type) : chosen
  return onA === undefined || onB === undefined ? undefined : [onA, onB]
}

function named([a, b]: readonly [Port | undefined, Port | undefined]): PortPair | undefined {
  return a === undefined || b === undefined ? undefined : [a.name, b.name]
}

/** `100GE1/0/1`, or the next number no interface of the device has. */
function nextNumbered(draft: Draft, device: Device, type: string): InterfaceName {
  const used = draft.interfaceNames(device.id)
  let number = 1
  while (used.has(`${type}1/0/${number}`)) number += 1
  const parsed = parseInterfaceName(`${type}1/0/${number}`)
  invariant(parsed.ok, `${type}1/0/${number} is a port name`)
  return parsed.value
}
