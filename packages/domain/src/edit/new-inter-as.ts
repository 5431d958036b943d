import { ipv4FromNumber, parseAsNumber, parseIpv4InterfaceAddress, parseIpv4Prefix } from '@weft/net'
import type { Design, Device, DeviceInterface, Family, LocalText, PeeringEnd } from '../model'
import { text } from '../model'
import { must, startDraft } from './fabric-draft'

/** What two generated ASs of routers look like. */
export type InterAsOptions = {
  /** PEs of each AS, 1 to 100. */
  readonly pes: number
}

const model = 'NE40E'
const asNumbers = ['65001', '65002'] as const
const vpnFamilies: readonly Family[] = ['vpnv4', 'vpnv6']
/** What the routers' guide shows; the path itself needs fewer. */
const hopsBetweenAses = 10

const firstLoopback = 0x0a190001 // 10.25.0.1
const firstLink = 0x0a190900 // 10.25.9.0
const firstCustomer = 0xc0a80000 // 192.168.0.0
const pitch = { x: 240, y: 220 }

type Draft = ReturnType<typeof startDraft>
type Router = { readonly device: Device; readonly loopback: DeviceInterface }
type Plan = { readonly draft: Draft; readonly next: { loopback: number; link: number; customer: number } }
type As = { readonly pes: readonly Router[]; readonly reflector: Router; readonly border: Router }

/** Reasons the numbers make no design, in words; empty when they do. */
export function interAsProblems({ pes }: InterAsOptions): readonly LocalText[] {
  if (Number.isInteger(pes) && pes >= 1 && pes <= 100) return []
  return [
    text(
      `PEs of each AS must be a whole number from 1 to 100, got ${pes}`,
      `每个 AS 的 PE 数必须是 1～100 的整数，当前为 ${pes}`,
    ),
  ]
}

/**
 * Two ASs of routers that exchange VPNv4 and VPNv6 routes between their reflectors over several hops, each ASBR
 * telling the other AS of the LoopBacks behind it. One VPN instance is on every PE.
 *
 * Source: NG "Establishing the MP-EBGP Peer Between PEs"
 * @throws Error when `interAsProblems` is not empty (caller bug)
 */
export function newInterAs(options: InterAsOptions): Design {
  const problems = interAsProblems(options)
  if (problems.length > 0) throw new Error(problems.map(({ en }) => en).join('; '))
  const plan: Plan = {
    draft: startDraft(),
    next: { loopback: firstLoopback, link: firstLink, customer: firstCustomer },
  }
  const targets = { importTargets: ['65000:1'], exportTargets: ['65000:1'] }
  plan.draft.add('vrfs', { id: 'vrf:customer', name: 'customer', ipv4: targets })
  const [west, east] = [addAs(plan, 1, options.pes), addAs(plan, 2, options.pes)]
  const ports = addLink(plan, west.border, east.border)
  addPeering(plan, [west.border, { interfaceId: ports[0].id }], [east.border, { interfaceId: ports[1].id }], {})
  addPeering(
    plan,
    [west.reflector, { nextHopInvariable: true, ebgpMaxHop: hopsBetweenAses }],
    [east.reflector, { nextHopInvariable: true, ebgpMaxHop: hopsBetweenAses }],
    { families: vpnFamilies },
  )
  return plan.draft.design()
}

function addAs(plan: Plan, number: 1 | 2, count: number): As {
  const left = number === 1 ? 0 : 3 * pitch.x
  const border = addRouter(plan, number, 'asbr', `asbr-${number}`, { x: left + (number === 1 ? pitch.x : 0), y: 0 })
  const reflector = addRouter(plan, number, 'route-reflector', `rr-${number}`, {
    x: left + (number === 1 ? 0 : pitch.x),
    y: 0,
  })
  const pes = Array.from({ length: count }, (_, index) =>
    addRouter(plan, number, 'pe-router', `pe-${number}-${index + 1}`, {
      x: left + (index % 2) * pitch.x,
      y: (1 + Math.floor(index / 2)) * pitch.y,
    }),
  )
  const inside = [reflector, ...pes]
  for (const router of inside) {
    addLink(plan, border, router)
    addPeering(plan, [border, { nextHopLocal: true, reflectClient: true }], [router, {}], {})
  }
  for (const pe of pes) {
    addCustomer(plan, pe)
    addPeering(plan, [reflector, { reflectClient: true, nextHopInvariable: true }], [pe, {}], {
      families: vpnFamilies,
    })
  }
  plan.draft.add('underlays', {
    id: `underlay:as-${number}`,
    kind: 'ospf',
    deviceIds: [border, ...inside].map(({ device }) => device.id),
    processId: 1,
    area: 0,
    networkType: 'p2p',
  })
  const announce = inside.map(({ loopback }) => ({
    prefix: must(parseIpv4Prefix, loopback.ipv4?.[0] ?? ''),
  }))
  plan.draft.add('devices', { ...border.device, bgp: { announce } })
  return { pes, reflector, border }
}

function addRouter(
  { draft, next }: Plan,
  as: 1 | 2,
  role: Device['role'],
  name: string,
  at: { readonly x: number; readonly y: number },
): Router {
  const device = draft.add('devices', {
    id: `device:${name}`,
    name,
    model,
    role,
    asNumber: must(parseAsNumber, asNumbers[as - 1] ?? ''),
  })
  draft.place(device.id, at.x, at.y)
  const address = must(parseIpv4InterfaceAddress, `${ipv4FromNumber(next.loopback++)}/32`)
  return { device, loopback: draft.addInterface(device, 'LoopBack1', { ipv4: [address] }) }
}

/** A numbered link between the next free ports of two routers. */
function addLink({ draft, next }: Plan, a: Router, b: Router): readonly [DeviceInterface, DeviceInterface] {
  const ends = [a, b].map(({ device }, side) => {
    const address = must(parseIpv4InterfaceAddress, `${ipv4FromNumber(next.link + side)}/31`)
    return draft.addInterface(device, nextPort(draft, device), { ipv4: [address] })
  })
  next.link += 2
  const [endA, endB] = ends as [DeviceInterface, DeviceInterface] // one for each router
  draft.addCable(`${a.device.name}--${b.device.name}`, { interfaceId: endA.id }, { interfaceId: endB.id })
  return [endA, endB]
}

function nextPort({ network }: Draft, device: Device): string {
  const ports = Object.values(network.interfaces).filter(
    ({ deviceId, name }) => deviceId === device.id && name.startsWith('GigabitEthernet'),
  )
  return `GigabitEthernet0/1/${ports.length}`
}

/** The site of a customer behind a PE, whose addresses the PE tells the others of. */
function addCustomer({ draft, next }: Plan, { device }: Router): void {
  const address = must(parseIpv4InterfaceAddress, `${ipv4FromNumber(next.customer + 1)}/24`)
  next.customer += 256
  draft.addInterface(device, nextPort(draft, device), { ipv4: [address], vrfId: 'vrf:customer', outsideUnderlay: true })
  draft.add('devices', {
    ...device,
    bgp: { importRoutes: [{ protocol: 'direct', family: 'ipv4-unicast', vrfId: 'vrf:customer' }] },
  })
}

type End = readonly [Router, Omit<PeeringEnd, 'owner'>]

/** Between LoopBacks unless an end names another interface. */
function addPeering(
  { draft }: Plan,
  a: End,
  b: End,
  { families = ['ipv4-unicast'] }: { families?: readonly Family[] },
) {
  const end = ([{ device, loopback }, options]: End): PeeringEnd => ({
    owner: { deviceId: device.id },
    interfaceId: loopback.id,
    ...options,
  })
  const purpose = families === vpnFamilies ? '.vpn' : ''
  draft.add('peerings', {
    id: `peering:${a[0].device.name}--${b[0].device.name}${purpose}`,
    ends: [end(a), end(b)],
    families: [...families],
  })
}
