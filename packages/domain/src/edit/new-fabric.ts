import type { AsNumber } from '@weft/net'
import {
  ipv4FromNumber,
  parseAsNumber,
  parseIpv4Address,
  parseIpv4InterfaceAddress,
  parseIpv4Prefix,
  parseIpv6Prefix,
} from '@weft/net'
import type { Design, Device, DeviceId, MlagPair } from '../model'
import { block, isIpv6Fabric, ofInterface } from './fabric-addresses'
import { must, startDraft } from './fabric-draft'
import { addOverlay, addStations } from './fabric-overlay'
import type { FabricOptions, Home, Plan } from './fabric-plan'
import {
  groupsEachWay,
  leavesPerPod,
  pitch,
  podsPerSuperSpine,
  superSpineCount,
  superSpinesPerGroup,
  superSpinesPerPlane,
} from './fabric-plan'
import { fabricProblems } from './fabric-problems'
import { addServers } from './fabric-servers'
import { addTenants } from './fabric-tenants'

const leafModel = 'CE6866-48S8CQ-P'
const spineModel = 'CE8851-32CQ8DQ-P'
/** Satisfies the form of a DFS password; every real network sets its own. */
const examplePassword = 'Example-Key-1'

const firstLoopback = 0x0a000001 // 10.0.0.1
const firstLink = 0x0a400000 // 10.64.0.0

/** Pods are drawn in a grid, the leaves of a pod in rows that a screen can hold. */
const leavesPerRow = 14

type Pod = { readonly spines: readonly Device[]; readonly leaves: readonly Device[] }

/**
 * A complete leaf-spine fabric with every number given: deterministic, ready to open.
 *
 * @throws Error when `fabricProblems` is not empty (caller bug)
 */
export function newFabric(options: FabricOptions): Design {
  const problems = fabricProblems(options)
  if (problems.length > 0) throw new Error(problems.map(({ says }) => says.en).join('; '))
  const plan: Plan = {
    draft: startDraft(),
    options,
    next: {
      loopback: firstLoopback,
      link: firstLink,
      subnet: 0,
      as: options.leaves > 900 ? 4_200_000_000 : 64_600,
    },
  }
  const podCount = Math.ceil(options.leaves / leavesPerPod)
  const superSpines = podCount > 1 ? addSuperSpines(plan) : []
  const pods = Array.from({ length: podCount }, (_, pod) => addPod(plan, pod))
  pods.forEach((pod, index) => {
    for (const [plane, spine] of pod.spines.entries()) joinPlane(plan, spine, { plane, pod: index, superSpines })
  })
  joinGroups(plan, superSpines)
  const leaves = pods.flatMap((pod) => pod.leaves)
  const centres = (superSpines.length > 0 ? superSpines : (pods[0]?.spines ?? [])).slice(0, options.reflectors ?? 2)
  addOverlay(plan, centres)
  addUnderlay(plan, [...superSpines, ...pods.flatMap((pod) => [...pod.spines, ...pod.leaves])])
  const homes = addHomes(plan, leaves)
  addTenants(plan, homes)
  addServers(plan, homes)
  addStations(plan, leaves, centres)
  addPools(plan)
  return plan.draft.design()
}

function addDevice({ draft, next, options }: Plan, device: Device, at: { readonly x: number; readonly y: number }) {
  const number = next.loopback++
  // Without an IPv4 address there is nothing a router ID could be taken from.
  const routerId = isIpv6Fabric(options) ? { routerId: must(parseIpv4Address, ipv4FromNumber(number)) } : {}
  const added = draft.add('devices', { ...device, ...routerId })
  draft.place(device.id, at.x, at.y)
  draft.addInterface(device, 'LoopBack0', ofInterface(block(options, number, 32), 0))
  return added
}

/** One AS for a fabric over OSPF or IS-IS; in an EBGP fabric one per leaf, row of spines and group of super-spines. */
function asNumber({ options, next }: Plan, row?: 'super-spine' | 'spine', at = 0): AsNumber {
  if (options.underlay !== 'ebgp') return must(parseAsNumber, '65000')
  if (row === 'super-spine') return must(parseAsNumber, String(options.leaves > 900 ? 4_000_000_000 + at : 64_512 + at))
  if (row === 'spine') return must(parseAsNumber, String(options.leaves > 900 ? 4_100_000_000 + at : 64_520 + at))
  return must(parseAsNumber, String(next.as++))
}

function addSuperSpines(plan: Plan): readonly Device[] {
  return Array.from({ length: superSpineCount(plan.options) }, (_, index) => {
    const name = `super-${index + 1}`
    const device: Device = {
      id: `device:${name}`,
      name,
      model: spineModel,
      role: 'spine',
      asNumber: asNumber(plan, 'super-spine', Math.floor(index / superSpinesPerGroup(plan.options))),
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
  const first = group * superSpinesPerGroup(plan.options) + plane * superSpinesPerPlane
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

/**
 * Super-spines of the same place in each group meet over their eight 400GE ports: each those of the four groups before it
 * and of the four after it, which are all others where there are at most nine groups.
 */
function joinGroups(plan: Plan, superSpines: readonly Device[]) {
  const perGroup = superSpinesPerGroup(plan.options)
  const groups = superSpines.length / perGroup
  for (let step = 1; step <= Math.min(groupsEachWay, groups / 2); step++) {
    for (const [index, superSpine] of superSpines.entries()) {
      const other = superSpines[(index + step * perGroup) % superSpines.length]
      const isJoined = step === groups / 2 && index >= superSpines.length / 2
      if (other && !isJoined)
        addRoutedLink(plan, [superSpine, `400GE1/0/${step}`], [other, `400GE1/0/${groupsEachWay + step}`])
    }
  }
}

function addRoutedLink(
  { draft, next, options }: Plan,
  [a, portA]: readonly [Device, string],
  [b, portB]: readonly [Device, string],
) {
  const subnet = block(options, next.link, 31)
  const endA = draft.addInterface(a, portA, {
    mode: 'routed',
    description: `${b.name} ${portB}`,
    ...ofInterface(subnet, 0),
  })
  const endB = draft.addInterface(b, portB, {
    mode: 'routed',
    description: `${a.name} ${portA}`,
    ...ofInterface(subnet, 1),
  })
  next.link += 2
  draft.addCable(`${a.name}--${b.name}`, { interfaceId: endA.id }, { interfaceId: endB.id })
}

function addUnderlay({ draft, options }: Plan, devices: readonly Device[]) {
  const deviceIds: readonly DeviceId[] = devices.map((device) => device.id)
  switch (options.underlay) {
    case 'ebgp':
      draft.add('underlays', { id: 'underlay:ebgp', kind: 'ebgp', deviceIds })
      break
    case 'ospf':
    case 'ospfv3':
      draft.add('underlays', {
        id: `underlay:${options.underlay}`,
        kind: options.underlay,
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

function addPools({ draft, options }: Plan) {
  if (isIpv6Fabric(options)) {
    draft.add('pools', { id: 'pool:loopback', kind: 'loopback-ipv6', prefix: must(parseIpv6Prefix, 'fd00::a00:0/112') })
    draft.add('pools', { id: 'pool:link', kind: 'link-ipv6', prefix: must(parseIpv6Prefix, 'fd00::a40:0/108') })
  } else {
    draft.add('pools', { id: 'pool:loopback', kind: 'loopback-ipv4', prefix: must(parseIpv4Prefix, '10.0.0.0/16') })
    draft.add('pools', { id: 'pool:link', kind: 'link-ipv4', prefix: must(parseIpv4Prefix, '10.64.0.0/12') })
  }
  const [first, last] = options.leaves > 900 ? ['4200000000', '4294967294'] : ['64512', '65534']
  draft.add('pools', { id: 'pool:as', kind: 'as', first: must(parseAsNumber, first), last: must(parseAsNumber, last) })
  draft.add('pools', { id: 'pool:vlan', kind: 'vlan', first: 2, last: 4000 })
}
