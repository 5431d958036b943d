import { expect, test } from 'vitest'
import type { DrawnLayer2, DrawnPort } from '../../test/random-layer2'
import { randomLayer2 } from '../../test/random-layer2'
import { allocate } from '../allocate'
import { deriveIntent } from '../intent'
import { noFailure } from './failure'
import { buildPorts } from './ports'
import { buildSegments } from './segments'
import { tunnelsFrom } from './tunnels'

/**
 * Every frame by itself, as nobody would program it for a fabric: single copies at a place, each with the tag it
 * keeps and whether it just left a tunnel, sent on until no copy is anywhere new. Returns the Layer 3 interfaces the
 * copies came to, each `device name`.
 */
function copiesOf(drawn: DrawnLayer2, start: string): ReadonlySet<string> {
  const { ports, cables, vlanifs, domains, meshes } = drawn
  const known = (device: number): ReadonlySet<number> =>
    new Set([
      1,
      ...vlanifs.flatMap(([at, vlan]) => (at === device ? [vlan] : [])),
      ...(domains[device] ?? []).flatMap(({ vlan }) => vlan ?? []),
      ...ports.flatMap((port) =>
        port.device !== device || port.kind === 'routed'
          ? []
          : port.kind === 'access'
            ? [port.vlan]
            : [port.vlan, ...port.tagged, ...port.untagged],
      ),
    ])
  const arrivals = new Set<string>()
  const done = new Set<string>()
  const waiting: string[] = []
  const put = (copy: string): void => {
    if (done.has(copy)) return
    done.add(copy)
    waiting.push(copy)
  }
  const inVlan = (device: number, vlan: number): void => {
    if (known(device).has(vlan)) put(`vlan ${device} ${vlan}`)
  }
  const takenBy = (port: DrawnPort, tag: number): void => {
    const { device, kind, vlan, tagged, untagged, subs } = port
    const sub =
      subs.find(({ takes }) => (takes === 'untag' ? 0 : takes) === tag) ?? subs.find(({ takes }) => takes === 'default')
    if (sub !== undefined) {
      const keeps = sub.takes === 'default' ? tag : 0
      if (sub.domain !== undefined) put(`domain ${device} ${sub.domain} ${keeps} local`)
      else if (kind === 'routed') put(`port ${device} ${port.name}.${sub.number}`)
      return
    }
    if (kind === 'routed') {
      if (tag === 0) put(`port ${device} ${port.name}`)
    } else if (tag === 0) inVlan(device, vlan)
    else if (kind === 'access' ? tag === vlan : tagged.includes(tag) || untagged.includes(tag) || mayPass(port, tag))
      inVlan(device, tag)
  }
  const sent = (port: DrawnPort, tag: number): void => {
    const at = ports.indexOf(port)
    for (const [a, b] of cables) {
      const far = ports[a === at ? b : b === at ? a : -1]
      if (far !== undefined) takenBy(far, tag)
    }
  }
  const fromVlan = (device: number, vlan: number): void => {
    if (vlanifs.some(([at, each]) => at === device && each === vlan)) arrivals.add(`${device} Vlanif${vlan}`)
    for (const port of ports) {
      if (port.device !== device || port.kind === 'routed') continue
      if (
        port.untagged.includes(vlan) ||
        (port.kind === 'hybrid' ? vlan === 1 : port.vlan === vlan && mayPass(port, vlan))
      )
        sent(port, 0)
      else if (port.tagged.includes(vlan)) sent(port, vlan)
    }
    // The first bridge domain that the VLAN is bound to has its frames.
    const owner = domains[device]?.find((each) => each.vlan === vlan)
    if (owner !== undefined) put(`domain ${device} ${owner.number} 0 local`)
  }
  const fromDomain = (device: number, number: number, kept: number): void => {
    const domain = domains[device]?.find((each) => each.number === number)
    if (kept === 0 && domain?.vbdif === true) arrivals.add(`${device} Vbdif${number}`)
    if (kept === 0 && domain?.vlan !== undefined) inVlan(device, domain.vlan)
    for (const port of ports) {
      for (const sub of port.device === device ? port.subs : []) {
        if (sub.domain !== number) continue
        if (sub.takes === 'default') sent(port, kept)
        else if (kept === 0) sent(port, sub.takes === 'untag' ? 0 : sub.takes)
      }
    }
  }
  put(start)
  for (let copy = waiting.pop(); copy !== undefined; copy = waiting.pop()) {
    const [kind = '', first = '', second = '', kept = '', way = ''] = copy.split(' ')
    const device = Number(first)
    if (kind === 'vlan') fromVlan(device, Number(second))
    if (kind === 'domain') {
      fromDomain(device, Number(second), Number(kept))
      if (way === 'local')
        for (const mesh of meshes.filter((each) => each.includes(`${device} ${second}`)))
          for (const far of mesh) if (!done.has(`domain ${far} ${kept} local`)) put(`domain ${far} ${kept} tunnel`)
    }
    if (kind !== 'port') continue
    arrivals.add(`${device} ${second}`)
    const port = ports.find((each) => each.device === device && each.name === second.split('.')[0])
    const sub = port?.subs.find(({ number }) => second.endsWith(`.${number}`))
    if (port !== undefined) sent(port, second.includes('.') ? Number(sub?.takes) : 0)
  }
  return arrivals
}

/** Ports but trunks pass their own VLAN; a trunk passes VLAN 1 and what is allowed. */
function mayPass({ kind, tagged, vlan }: DrawnPort, tag: number): boolean {
  if (kind === 'hybrid') return tag === 1
  return kind === 'trunk' ? tag === vlan && (tag === 1 || tagged.includes(tag)) : tag === vlan
}

test('segments are what frames get to, each followed by itself, in 1,500 networks', () => {
  let met = 0
  let tunnelled = 0
  let overlapping = 0
  for (let seed = 0; seed < 1500; seed += 1) {
    const drawn = randomLayer2(seed)
    const intent = deriveIntent(drawn.network, allocate(drawn.network))
    const ports = buildPorts(drawn.network, intent, noFailure)
    const places = drawn.domains.flatMap((of, device) => of.map(({ number }) => `${device} ${number}`))
    const tunnels = tunnelsFrom(
      drawn.meshes.map((mesh) => ({
        vni: 10000 + Number(mesh[0]?.split(' ')[1]),
        domains: mesh.map((place) => places.indexOf(place)),
        open: false,
      })),
    )
    const segments = buildSegments(ports, tunnels)
    const nameOf = (index: number): string => {
      const port = ports.list[index]
      return `${port?.device} ${port?.intent.name}`
    }
    if (segments.overlap) overlapping += 1
    for (const port of ports.list) {
      const { name, kind } = port.intent
      if (!port.routed || kind === 'loopback' || segments.up[port.index] !== true) continue
      const [number = ''] = name.match(/\d+$/) ?? []
      const start =
        kind === 'vlanif'
          ? `vlan ${port.device} ${number}`
          : kind === 'vbdif'
            ? `domain ${port.device} ${number} 0 local`
            : `port ${port.device} ${name}`
      const { members = [], tunnelled: overTunnels } = segments.list[segments.of[port.index] ?? -1] ?? {}
      const expected = [...copiesOf(drawn, start)].sort()
      expect({ seed, from: start, to: members.map(nameOf).sort() }).toEqual({ seed, from: start, to: expected })
      if (members.length > 1) met += 1
      if (overTunnels === true) tunnelled += 1
    }
  }
  expect(met).toBeGreaterThan(1500)
  expect(tunnelled).toBeGreaterThan(500)
  expect(overlapping).toBeGreaterThan(100)
}, 120_000)
