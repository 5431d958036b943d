import type { DeviceIntent, NetworkIntent } from '../intent'
import type { DeviceId, Network } from '../model'
import { noFailure } from './failure'
import type { Frames } from './flood'
import { flood } from './flood'
import { domainNode, layer2Of, placeOf, vlanNode } from './layer2'
import type { Bridged } from './loops'
import { loopIn } from './loops'
import type { Port, Ports } from './ports'
import { buildPorts } from './ports'
import { noTunnels } from './tunnels'

/** Devices among which frames of some VLANs or bridge domains of one of them go around for ever; numbers ascending. */
export type EndlessLoop = {
  readonly on: DeviceId
  readonly others: readonly DeviceId[]
  readonly vlans: readonly number[]
  readonly bridgeDomains: readonly number[]
}

/** Loops of switched cables that spanning tree does not break, whether or not anybody has an address there. */
export function endlessLoops(network: Network, intent: NetworkIntent): readonly EndlessLoop[] {
  if (![...intent.devices.values()].some(mayLoop)) return []
  const ports = buildPorts(network, intent, noFailure)
  const layer2 = layer2Of(ports)
  const frames: Frames = { layer2, list: ports.list, tunnels: noTunnels }
  const seen = new Set<number>()
  const found = new Map<string, EndlessLoop>()
  for (const start of startsOf(frames, ports)) {
    if (seen.has(start)) continue
    const { bridged } = flood(frames, start)
    for (const { nodes } of bridged) for (const node of nodes) seen.add(node)
    if (loopIn(frames, bridged) !== 'endless' || mayBeBroken(frames, ports, bridged)) continue
    const place = placeOf(layer2, start)
    const domain = place.kind === 'domain' ? layer2.domains[place.domain] : undefined
    const idOf = (device: number | undefined) => ports.devices[device ?? -1]?.device.id
    const on = idOf(place.kind === 'vlan' ? place.device : domain?.device)
    if (on === undefined) continue
    const around = bridged.flatMap(({ ports: ends }) => ends.flatMap((port) => idOf(ports.list[port]?.device) ?? []))
    const others = [...new Set(around)].filter((id) => id !== on).sort()
    const key = [on, ...others].join(' ')
    const { vlans = [], bridgeDomains = [] } = found.get(key) ?? {}
    found.set(key, {
      on,
      others,
      vlans: place.kind === 'vlan' ? [...vlans, place.vlan] : vlans,
      bridgeDomains: domain === undefined ? bridgeDomains : [...bridgeDomains, domain.number],
    })
  }
  return [...found.values()]
}

/**
 * Whether spanning tree may break a loop all the same: it runs once for all VLANs, so that its tree may lead over
 * cables between these devices that do not carry the VLAN. Cables without it are never blocked.
 */
function mayBeBroken(frames: Frames, { byName }: Ports, bridged: readonly Bridged[]): boolean {
  const { layer2, list } = frames
  const alone = bridged.filter(
    ({ nodes, ports }) =>
      ports.some((port) => layer2.withoutStp.has(port)) || nodes.some((node) => node >= layer2.firstDomainNode),
  )
  if (loopIn(frames, alone) === 'endless') return false
  const carrying = new Set(bridged.flatMap(({ ports }) => ports))
  const devices = new Set([...carrying].flatMap((port) => list[port]?.device ?? []))
  const runs = (port: Port | undefined): boolean =>
    port !== undefined && !port.routed && !layer2.withoutStp.has(port.index) && devices.has(port.device)
  return [...devices].some((device) =>
    [...(byName[device]?.values() ?? [])].some((index) => {
      const port = list[index]
      if (port === undefined || carrying.has(index) || !runs(port)) return false
      return port.neighbours.some((each) => each.kind === 'port' && runs(list[each.port]))
    }),
  )
}

/** A loop without spanning tree has a port that takes no part, or goes through a bridge domain with two ways out. */
function mayLoop({ device, interfaces, bridgeDomains }: DeviceIntent): boolean {
  if (device.carried?.some(({ lines }) => lines.some(({ text }) => text === 'stp disable')) === true) return true
  if (bridgeDomains.length === 0) return false
  const bound = bridgeDomains.filter(({ boundVlan }) => boundVlan !== undefined).length
  return (
    interfaces.filter(({ kind, bridgeDomain }) => kind === 'subinterface' && bridgeDomain !== undefined).length +
      bound >
    1
  )
}

function* startsOf(
  { layer2, list }: Frames,
  { devices }: { readonly devices: readonly DeviceIntent[] },
): Iterable<number> {
  const off = new Set([...layer2.withoutStp].map((port) => list[port]?.device ?? -1))
  for (const device of [...off].sort((a, b) => a - b)) {
    for (const vlan of [1, ...(devices[device]?.vlans ?? []).map((each) => each.vlan)]) {
      const node = vlanNode(layer2, device, vlan)
      if (node !== undefined) yield node
    }
  }
  for (const [number, { subs, boundVlan }] of layer2.domains.entries()) {
    const out = subs.filter(
      (sub) => list[list[sub]?.parent ?? -1]?.neighbours.some(({ kind }) => kind === 'port') === true,
    )
    if (out.length + (boundVlan === undefined ? 0 : 1) > 1) yield domainNode(layer2, number)
  }
}
