import type { AsNumber } from '@weft/net'
import {
  ipv4FromNumber,
  parseAsNumber,
  parseIpv4Address,
  parseIpv4InterfaceAddress,
  parseIpv4Prefix,
  parseMacAddress,
} from '@weft/net'
import type { Design, Device, DeviceId, MlagPair } from '../model'
import type { FabricDraft } from './fabric-draft'
import { must, startDraft } from './fabric-draft'

/** What a generated fabric looks like. */
export type FabricOptions = {
  /** Spines of each pod, 1 to 5: a leaf keeps three of its eight 100GE ports for its M-LAG pair. */
  readonly spines: number
  /** Leaves in all, 1 to 10,000. More than 28 make pods joined by super-spines. */
  readonly leaves: number
  /** M-LAG pairs; each takes two of the leaves. */
  readonly pairs: number
  /** Servers in all, spread over pairs and single leaves. */
  readonly servers: number
  /** `ospf` or `isis` with IBGP to two route reflectors, or EBGP on every routed link. */
  readonly underlay: 'ospf' | 'isis' | 'ebgp'
  /** Decides in which VLAN each server is; the same seed gives the same design. */
  readonly seed: number
}

const leafModel = 'CE6866-48S8CQ-P'
const spineModel = 'CE8851-32CQ8DQ-P'
const leavesPerPod = 28
const superSpinesPerPlane = 4
const podsPerSuperSpine = 32
const serverPortsPerLeaf = 47
const serverVlans = [10, 20, 30] as const
/** Satisfies the form of a DFS password; every real network sets its own. */
const examplePassword = 'Example-Key-1'

const firstLoopback = 0x0a000001 // 10.0.0.1
const firstLink = 0x0a400000 // 10.64.0.0
const firstServerSubnet = 0x0ac00000 // 10.192.0.0

/** How a fabric is drawn: pods in a grid, the leaves of a pod in rows that a screen can hold. Canvas units. */
const pitch = { x: 280, tier: 280, host: 110, betweenPods: 320 }
const leavesPerRow = 14

type Plan = {
  readonly draft: FabricDraft
  readonly options: FabricOptions
  readonly next: { loopback: number; link: number; subnet: number; as: number }
}
type Pod = { readonly spines: readonly Device[]; readonly leaves: readonly Device[] }
type Home = { readonly leaves: readonly [Device] | readonly [Device, Device]; readonly pair?: MlagPair }

/** Reasons the numbers cannot make a fabric, in words; empty when they can. */
export function fabricProblems(options: FabricOptions): readonly string[] {
  const ranges: readonly (readonly [keyof FabricOptions, number, number])[] = [
    ['spines', 1, 5],
    ['leaves', 1, 10_000],
    ['pairs', 0, 5_000],
    ['servers', 0, 400_000],
    ['seed', 0, 4_294_967_295],
  ]
  const outOfRange = ranges.flatMap(([name, first, last]) => {
    const value = options[name]
    if (typeof value === 'number' && Number.isInteger(value) && value >= first && value <= last) return []
    return [`${name} must be a whole number from ${first} to ${last}, got ${value}`]
  })
  if (outOfRange.length > 0) return outOfRange
  if (options.pairs * 2 > options.leaves) {
    return [
      `${options.pairs} pairs need ${options.pairs * 2} leaves but there are ${options.leaves}: raise leaves or lower pairs`,
    ]
  }
  const homes = options.leaves - options.pairs
  if (options.servers > homes * serverPortsPerLeaf) {
    return [
      `${options.servers} servers do not fit on the ${serverPortsPerLeaf} server ports of ${homes} leaves and pairs: raise leaves or lower servers`,
    ]
  }
  return []
}

/**
 * A complete leaf-spine fabric with every number given: deterministic, ready to open.
 *
 * @throws Error when `fabricProblems` is not empty (caller bug)
 */
export function newFabric(options: FabricOptions): Design {
  const problems = fabricProblems(options)
  if (problems.length > 0) throw new Error(problems.join('; '))
  const plan: Plan = {
    draft: startDraft(),
    options,
    next: {
      loopback: firstLoopback,
      link: firstLink,
      subnet: firstServerSubnet,
      as: options.leaves > 900 ? 4_200_000_000 : 64_600,
    },
  }
  const podCount = Math.ceil(options.leaves / leavesPerPod)
  const superSpines = podCount > 1 ? addSuperSpines(plan, podCount) : []
  const pods = Array.from({ length: podCount }, (_, pod) => addPod(plan, pod))
  pods.forEach((pod, index) => {
    for (const [plane, spine] of pod.spines.entries()) joinPlane(plan, spine, { plane, pod: index, superSpines })
  })
  const leaves = pods.flatMap((pod) => pod.leaves)
  if (options.underlay !== 'ebgp') {
    const reflectors = (superSpines.length > 0 ? superSpines : (pods[0]?.spines ?? [])).slice(0, 2)
    addReflectors(plan, reflectors)
    for (const leaf of leaves) for (const reflector of reflectors) addPeering(plan, leaf, reflector, true)
  }
  addUnderlay(plan, [...superSpines, ...pods.flatMap((pod) => [...pod.spines, ...pod.leaves])])
  addServers(plan, addHomes(plan, leaves))
  addPools(plan)
  return plan.draft.design()
}

function addDevice({ draft, next }: Plan, device: Device, at: { readonly x: number; readonly y: number }): Device {
  draft.add('devices', device)
  draft.place(device.id, at.x, at.y)
  draft.addInterface(device, 'LoopBack0', {
    ipv4: [must(parseIpv4InterfaceAddress, `${ipv4FromNumber(next.loopback++)}/32`)],
  })
  return device
}

/** One AS for a fabric over OSPF or IS-IS; in an EBGP fabric one per leaf and one per row of spines. */
function asNumber({ options, next }: Plan, row?: 'super-spine' | 'spine', pod = 0): AsNumber {
  if (options.underlay !== 'ebgp') return must(parseAsNumber, '65000')
  if (row === 'super-spine') return must(parseAsNumber, '64512')
  if (row === 'spine') return must(parseAsNumber, String(options.leaves > 900 ? 4_100_000_000 + pod : 64_520 + pod))
  return must(parseAsNumber, String(next.as++))
}

function addSuperSpines(plan: Plan, podCount: number): readonly Device[] {
  const groups = Math.ceil(podCount / podsPerSuperSpine)
  const count = plan.options.spines * superSpinesPerPlane * groups
  return Array.from({ length: count }, (_, index) => {
    const name = `super-${index + 1}`
    const device: Device = {
      id: `device:${name}`,
      name,
      model: spineModel,
      role: 'spine',
      asNumber: asNumber(plan, 'super-spine'),
    }
    return addDevice(plan, device, { x: index * pitch.x, y: 0 })
  })
}

/** Where a pod starts, and how far apart its rows of leaves are: each row keeps room for its servers below. */
function podFrame({ leaves, pairs, servers }: FabricOptions, pod: number) {
  const pods = Math.ceil(leaves / leavesPerPod)
  const rows = Math.ceil(Math.min(leaves, leavesPerPod) / leavesPerRow)
  const row = pitch.tier + Math.ceil(servers / (leaves - pairs)) * pitch.host
  const width = leavesPerRow * pitch.x + pitch.betweenPods
  const height = pitch.tier + rows * row + pitch.betweenPods
  const columns = Math.max(1, Math.round(Math.sqrt((pods * height * 1.6) / width)))
  return { left: (pod % columns) * width, top: 240 + Math.floor(pod / columns) * height, row }
}

function addPod(plan: Plan, pod: number): Pod {
  const { options } = plan
  const first = pod * leavesPerPod
  const leafCount = Math.min(leavesPerPod, options.leaves - first)
  const { left, top, row } = podFrame(options, pod)
  const across = Math.min(leafCount, leavesPerRow)
  const spineAs = asNumber(plan, 'spine', pod)
  const spines = Array.from({ length: options.spines }, (_, index) => {
    const name = `spine-${pod * options.spines + index + 1}`
    const device: Device = { id: `device:${name}`, name, model: spineModel, role: 'spine', asNumber: spineAs }
    return addDevice(plan, device, {
      x: left + ((across - options.spines) * pitch.x) / 2 + index * pitch.x,
      y: top,
    })
  })
  const leaves = Array.from({ length: leafCount }, (_, index) => {
    const name = `leaf-${first + index + 1}`
    const device: Device = { id: `device:${name}`, name, model: leafModel, role: 'leaf', asNumber: asNumber(plan) }
    return addDevice(plan, device, {
      x: left + (index % leavesPerRow) * pitch.x,
      y: top + pitch.tier + Math.floor(index / leavesPerRow) * row,
    })
  })
  for (const [spineIndex, spine] of spines.entries()) {
    for (const [leafIndex, leaf] of leaves.entries()) {
      addRoutedLink(plan, [spine, `100GE1/0/${leafIndex + 1}`], [leaf, `100GE1/0/${spineIndex + 1}`])
    }
  }
  return { spines, leaves }
}

/** Each spine reaches the super-spines of its own plane over its last four 100GE ports. */
function joinPlane(
  plan: Plan,
  spine: Device,
  { plane, pod, superSpines }: { plane: number; pod: number; superSpines: readonly Device[] },
) {
  if (superSpines.length === 0) return
  const group = Math.floor(pod / podsPerSuperSpine)
  const first = (group * plan.options.spines + plane) * superSpinesPerPlane
  for (let index = 0; index < superSpinesPerPlane; index++) {
    const superSpine = superSpines[first + index]
    if (superSpine)
      addRoutedLink(
        plan,
        [superSpine, `100GE1/0/${(pod % podsPerSuperSpine) + 1}`],
        [spine, `100GE1/0/${leavesPerPod + index + 1}`],
      )
  }
}

function addRoutedLink(
  { draft, next }: Plan,
  [a, portA]: readonly [Device, string],
  [b, portB]: readonly [Device, string],
) {
  const address = (value: number) => [must(parseIpv4InterfaceAddress, `${ipv4FromNumber(value)}/31`)]
  const endA = draft.addInterface(a, portA, {
    mode: 'routed',
    description: `${b.name} ${portB}`,
    ipv4: address(next.link),
  })
  const endB = draft.addInterface(b, portB, {
    mode: 'routed',
    description: `${a.name} ${portA}`,
    ipv4: address(next.link + 1),
  })
  next.link += 2
  draft.addCable(`${a.name}--${b.name}`, { interfaceId: endA.id }, { interfaceId: endB.id })
}

/** Reflectors of the same clients share a cluster ID and are ordinary IBGP neighbours of each other. */
function addReflectors(plan: Plan, reflectors: readonly Device[]) {
  const clusterId = must(parseIpv4Address, '0.0.0.1')
  for (const reflector of reflectors) plan.draft.add('devices', { ...reflector, bgp: { ...reflector.bgp, clusterId } })
  const [first, second] = reflectors
  if (first && second) addPeering(plan, first, second, false)
}

/** IBGP between loopbacks; `reflect`: the second device reflects the routes of the first. */
function addPeering({ draft }: Plan, first: Device, second: Device, reflect: boolean) {
  draft.add('peerings', {
    id: `peering:${first.name}--${second.name}`,
    ends: [
      { owner: { deviceId: first.id }, interfaceId: `interface:${first.name}.LoopBack0` },
      {
        owner: { deviceId: second.id },
        interfaceId: `interface:${second.name}.LoopBack0`,
        ...(reflect ? { reflectClient: true } : {}),
      },
    ],
    families: ['ipv4-unicast'],
  })
}

function addUnderlay({ draft, options }: Plan, devices: readonly Device[]) {
  const deviceIds: readonly DeviceId[] = devices.map((device) => device.id)
  switch (options.underlay) {
    case 'ebgp':
      draft.add('underlays', { id: 'underlay:ebgp', kind: 'ebgp', deviceIds })
      break
    case 'ospf':
      draft.add('underlays', {
        id: 'underlay:ospf',
        kind: 'ospf',
        deviceIds,
        processId: 1,
        area: 0,
        networkType: 'p2p',
      })
      break
    case 'isis':
      draft.add('underlays', {
        id: 'underlay:isis',
        kind: 'isis',
        deviceIds,
        processId: 1,
        areaAddress: '49.0001',
        level: 'level-2',
        costStyle: 'wide',
        circuitType: 'p2p',
      })
  }
}

/** The first leaves become pairs, the others stay single. */
function addHomes(plan: Plan, leaves: readonly Device[]): readonly Home[] {
  const homes: Home[] = []
  for (let index = 0; index < leaves.length; index++) {
    const [leaf, other] = [leaves[index], leaves[index + 1]]
    if (!leaf) continue
    if (homes.length < plan.options.pairs && other) {
      homes.push({ leaves: [leaf, other], pair: addPair(plan, homes.length + 1, [leaf, other]) })
      index++
    } else homes.push({ leaves: [leaf] })
  }
  return homes
}

/** Peer-link on two 100GE ports, dual-active detection on a direct routed cable, as the manual recommends. */
function addPair({ draft, next }: Plan, number: number, members: readonly [Device, Device]): MlagPair {
  const [a, b] = members
  const trunks = members.map((member) =>
    draft.addInterface(member, 'Eth-Trunk0', { aggregation: 'lacp-static', description: 'peer-link' }),
  )
  for (const port of ['100GE1/0/7', '100GE1/0/8']) {
    const ends = members.map((member, side) =>
      draft.addInterface(member, port, trunks[side] ? { memberOf: trunks[side].id } : {}),
    )
    if (ends[0] && ends[1])
      draft.addCable(
        `${a.name}--${b.name}.${port.replaceAll('/', '-')}`,
        { interfaceId: ends[0].id },
        { interfaceId: ends[1].id },
      )
  }
  const detection = members.map((member, side) =>
    draft.addInterface(member, '100GE1/0/6', {
      mode: 'routed',
      description: 'dual-active detection',
      ipv4: [must(parseIpv4InterfaceAddress, `${ipv4FromNumber(next.link + side)}/31`)],
      unpairedPortReserved: true,
      outsideUnderlay: true,
    }),
  )
  next.link += 2
  if (detection[0] && detection[1])
    draft.addCable(`${a.name}--${b.name}.dad`, { interfaceId: detection[0].id }, { interfaceId: detection[1].id })
  return draft.add('mlagPairs', {
    id: `mlag:pair-${number}`,
    name: `pair-${number}`,
    members: [a.id, b.id],
    peerLink: { kind: 'physical', trunks: [trunks[0]?.id, trunks[1]?.id], excludedVlans: [1] },
    dualActiveDetection: {
      ends: [{ interfaceId: detection[0]?.id }, { interfaceId: detection[1]?.id }],
      udpPort: 2025,
    },
    dfs: { priorities: [150, 120], password: examplePassword, consistencyCheck: 'loose' },
    spanningTree: { mode: 'v-stp', stpMode: 'rstp' },
  })
}

function addServers(plan: Plan, homes: readonly Home[]) {
  const { draft, options } = plan
  const random = pseudoRandom(options.seed)
  const gateways = new Map<string, number>()
  for (let index = 0; index < options.servers; index++) {
    const home = homes[index % homes.length]
    const slot = Math.floor(index / homes.length)
    const vlan = serverVlans[random(serverVlans.length)] ?? serverVlans[0]
    const [leaf] = home?.leaves ?? []
    if (!home || !leaf) continue
    const key = `${leaf.id} ${vlan}`
    const subnet = gateways.get(key) ?? addServerSubnet(plan, home, vlan)
    gateways.set(key, subnet)
    const name = `server-${index + 1}`
    const hostId = `host:${name}` as const
    const port = `25GE1/0/${slot + 1}`
    const homed = home.leaves.map((member) => ({
      member,
      port: draft.addInterface(member, port, { description: name }),
    }))
    for (const { member, port: end } of homed)
      draft.addCable(`${member.name}--${name}`, { interfaceId: end.id }, { hostId })
    const trunks = home.pair
      ? homed.map(({ member, port: end }) => {
          const trunk = draft.addInterface(member, `Eth-Trunk${slot + 1}`, {
            aggregation: 'lacp-static',
            description: name,
          })
          draft.add('interfaces', { ...end, memberOf: trunk.id })
          return trunk.id
        })
      : []
    draft.add('hosts', { id: hostId, name, kind: 'server', addresses: [ipv4FromNumber(subnet + 10 + slot)] })
    const at = plan.draft.design().layout.positions[leaf.id]
    draft.place(
      hostId,
      (at?.x ?? 0) + (home.pair ? pitch.x / 2 : 0) + (slot % 2) * 60,
      (at?.y ?? 0) + 240 + slot * pitch.host,
    )
    if (home.pair) {
      draft.add('attachments', {
        id: `attachment:${name}`,
        pairId: home.pair.id,
        mlagId: slot + 1,
        mode: 'dual-active',
        trunks: [trunks[0], trunks[1]],
        attached: { hostId },
        aggregation: 'lacp-static',
        linkType: 'trunk',
        vlans: [vlan],
        edgePort: true,
      })
    } else {
      for (const { port: end } of homed)
        draft.add('interfaces', { ...end, switching: { linkType: 'access', vlan, edgePort: true } })
    }
  }
}

/** Gateway of a VLAN at one home: a dual-active gateway on a pair, a plain Vlanif on a single leaf. Returns the subnet. */
function addServerSubnet({ draft, next }: Plan, home: Home, vlan: number): number {
  const subnet = next.subnet
  next.subnet += 256
  const address = must(parseIpv4InterfaceAddress, `${ipv4FromNumber(subnet + 1)}/24`)
  const [leaf] = home.leaves
  if (home.pair) {
    const macAddress = must(parseMacAddress, `0000-5e00-01${vlan.toString(16).padStart(2, '0')}`)
    draft.add('gateways', {
      id: `gateway:${home.pair.name}.${vlan}`,
      pairId: home.pair.id,
      vlan,
      ipv4: address,
      macAddress,
    })
  } else draft.addInterface(leaf, `Vlanif${vlan}`, { ipv4: [address] })
  for (const member of home.leaves) {
    const device = draft.network.devices[member.id] ?? member
    const announce = [
      ...(device.bgp?.announce ?? []),
      { prefix: must(parseIpv4Prefix, `${ipv4FromNumber(subnet)}/24`) },
    ]
    draft.add('devices', { ...device, bgp: { ...device.bgp, announce } })
  }
  return subnet
}

function addPools({ draft, options }: Plan) {
  draft.add('pools', { id: 'pool:loopback', kind: 'loopback-ipv4', prefix: must(parseIpv4Prefix, '10.0.0.0/16') })
  draft.add('pools', { id: 'pool:link', kind: 'link-ipv4', prefix: must(parseIpv4Prefix, '10.64.0.0/12') })
  const [first, last] = options.leaves > 900 ? ['4200000000', '4294967294'] : ['64512', '65534']
  draft.add('pools', { id: 'pool:as', kind: 'as', first: must(parseAsNumber, first), last: must(parseAsNumber, last) })
  draft.add('pools', { id: 'pool:vlan', kind: 'vlan', first: 2, last: 4000 })
}

/** Mulberry32: small, well mixed and the same on every platform. Returns whole numbers below `limit`. */
function pseudoRandom(seed: number): (limit: number) => number {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}
