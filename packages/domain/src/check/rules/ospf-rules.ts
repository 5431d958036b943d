import type { InterfaceIntent, OspfInterfaceIntent } from '../../intent'
import type { DeviceId, DeviceInterface, InterfaceId, RecordId, Underlay, UnderlayId } from '../../model'
import { byId, text } from '../../model'
import { subjectOf } from '../addresses'
import type { RuleContext } from '../context'
import { followUnderlay } from '../igp-fixes'
import type { Rule } from '../rule'

type OspfEnd = InterfaceIntent & { readonly ospf: OspfInterfaceIntent }
type OspfLink = { readonly id: RecordId; readonly a: OspfEnd; readonly b: OspfEnd }

function runsOspf(item: InterfaceIntent): item is OspfEnd {
  return item.ospf !== undefined
}

/** Links whose both ends run OSPF. */
function* ospfLinks(context: RuleContext): Iterable<OspfLink> {
  for (const { id, ends } of context.layer3Links) {
    const [a, b] = ends
    if (runsOspf(a) && runsOspf(b)) yield { id, a, b }
  }
}

const withoutOwn = (context: RuleContext, ends: readonly InterfaceIntent[], fields: readonly OspfField[]) =>
  followUnderlay(context, { ends, part: 'ospf', fields })

type OspfField = keyof NonNullable<DeviceInterface['ospf']>

const areaDiffers: Rule = {
  id: 'ospf/area-differs',
  severity: 'error',
  title: text('OSPF areas differ on a link', '链路两端 OSPF 区域不同'),
  why: text(
    'Neighbours in different areas ignore each other’s Hello packets.',
    '区域不同的邻居会忽略对方的 Hello 报文。',
  ),
  remedy: text('Put both ends into one area.', '请将两端放入同一区域。'),
  source: 'inferred; CR "area"',
  offersFix: true,
  *run(context) {
    for (const { id, a, b } of ospfLinks(context)) {
      if (a.ospf.area === b.ospf.area) continue
      const own = [a, b].filter(
        ({ interfaceId }) =>
          interfaceId !== undefined && context.network.interfaces[interfaceId]?.ospf?.area !== undefined,
      )
      yield {
        subjects: [id, subjectOf(a), subjectOf(b)],
        what: text(
          `${context.label(a)} is in area ${a.ospf.area}, ${context.label(b)} in area ${b.ospf.area}`,
          `${context.label(a)} 在区域 ${a.ospf.area}，${context.label(b)} 在区域 ${b.ospf.area}`,
        ),
        ...(own.length === 1 ? withoutOwn(context, own, ['area']) : {}),
      }
    }
  },
}

const typeDiffers: Rule = {
  id: 'ospf/network-type-differs',
  severity: 'error',
  title: text('OSPF network types differ on a link', '链路两端 OSPF 网络类型不同'),
  why: text(
    'Neighbours with different network types form no usable adjacency.',
    '网络类型不同的邻居无法形成可用的邻接关系。',
  ),
  remedy: text('Use one network type on both ends.', '请在两端使用相同的网络类型。'),
  source: 'CG "Configuration Precautions for OSPF"; CR "ospf network-type"',
  offersFix: true,
  *run(context) {
    for (const { id, a, b } of ospfLinks(context)) {
      const [first, second] = [a.ospf.networkType.value, b.ospf.networkType.value]
      if (first === second) continue
      const own = [a, b].filter(({ ospf }) => ospf.networkType.from === 'given')
      yield {
        subjects: [id, subjectOf(a), subjectOf(b)],
        what: text(
          `${context.label(a)} is ${first}, ${context.label(b)} is ${second}`,
          `${context.label(a)} 为 ${first}，${context.label(b)} 为 ${second}`,
        ),
        ...(own.length === 1 ? withoutOwn(context, own, ['networkType']) : {}),
      }
    }
  },
}

/** Hello and dead interval in effect. */
function timers({ ospf }: OspfEnd): readonly [hello: number, dead: number] {
  const slow = ospf.networkType.value === 'nbma' || ospf.networkType.value === 'p2mp'
  const hello = ospf.helloSeconds ?? (slow ? 30 : 10)
  return [hello, ospf.deadSeconds ?? 4 * hello]
}

const timersDiffer: Rule = {
  id: 'ospf/timers-differ',
  severity: 'error',
  title: text('OSPF timers differ on a link', '链路两端 OSPF 定时器不同'),
  why: text(
    'Neighbours with different hello or dead intervals ignore each other.',
    'Hello 或 Dead 间隔不同的邻居会互相忽略。',
  ),
  remedy: text('Use the same intervals on both ends.', '请在两端使用相同的间隔。'),
  source: 'CR "ospf timer hello"; CR "ospf timer dead"',
  offersFix: true,
  *run(context) {
    for (const { id, a, b } of ospfLinks(context)) {
      const [first, second] = [timers(a), timers(b)]
      if (a.ospf.networkType.value !== b.ospf.networkType.value || (first[0] === second[0] && first[1] === second[1]))
        continue
      const own = [a, b].filter(({ ospf }) => ospf.helloSeconds !== undefined || ospf.deadSeconds !== undefined)
      yield {
        subjects: [id, subjectOf(a), subjectOf(b)],
        what: text(
          `${context.label(a)} has hello ${first[0]} dead ${first[1]}, ${context.label(b)} has hello ${second[0]} dead ${second[1]}`,
          `${context.label(a)} 的 hello/dead 为 ${first.join('/')}，${context.label(b)} 为 ${second.join('/')}`,
        ),
        ...(own.length === 1 ? withoutOwn(context, own, ['helloSeconds', 'deadSeconds']) : {}),
      }
    }
  },
}

type Neighbours = ReadonlyMap<InterfaceId | undefined, readonly OspfEnd[]>

function ospfNeighbours(context: RuleContext): Neighbours {
  const found = new Map<InterfaceId | undefined, OspfEnd[]>()
  const add = (from: OspfEnd, to: OspfEnd) => {
    const list = found.get(from.interfaceId)
    if (list === undefined) found.set(from.interfaceId, [to])
    else list.push(to)
  }
  for (const { a, b } of ospfLinks(context)) {
    add(a, b)
    add(b, a)
  }
  return found
}

const deadTooShort: Rule = {
  id: 'ospf/dead-too-short',
  wide: ['cables', 'igp'],
  words: ['names'],
  severity: 'error',
  title: text('The dead interval is not above the hello interval', 'Dead 间隔不大于 Hello 间隔'),
  why: text(
    'A neighbour would be declared dead before its next Hello arrives.',
    '下一个 Hello 到达之前邻居就会被判定失效。',
  ),
  remedy: text('Use a dead interval of several hello intervals.', '请将 Dead 间隔设为 Hello 间隔的数倍。'),
  source: 'CR "ospf timer dead"',
  offersFix: true,
  *run(context) {
    let neighbours: Neighbours | undefined
    for (const { interfaces } of context.devices) {
      for (const item of interfaces) {
        if (!runsOspf(item)) continue
        const [hello, dead] = timers(item)
        if (dead > hello) continue
        neighbours ??= ospfNeighbours(context)
        yield {
          subjects: [subjectOf(item)],
          what: text(
            `${context.label(item)}: dead ${dead} is not above hello ${hello}`,
            `${context.label(item)}：Dead ${dead} 不大于 Hello ${hello}`,
          ),
          ...withoutOwn(context, [item, ...(neighbours.get(item.interfaceId) ?? [])], ['deadSeconds']),
        }
      }
    }
  },
}

const oneSided: Rule = {
  id: 'ospf/link-one-sided',
  severity: 'warning',
  title: text('OSPF on one end of a link only', '链路仅一端运行 OSPF'),
  why: text(
    'No adjacency forms, although both devices are in the underlay.',
    '两台设备都在 underlay 中，但该链路上不会形成邻接。',
  ),
  remedy: text('Run OSPF on both ends, or exclude both.', '请两端都运行 OSPF，或两端都排除。'),
  source: 'inferred; CR "ospf enable"',
  offersFix: true,
  *run(context) {
    const members = membersOf(context)
    for (const { id, ends } of context.layer3Links) {
      const [a, b] = ends
      const [runs, other] = a.ospf === undefined ? [b, a] : [a, b]
      if (runs.ospf === undefined || (other.ospf !== undefined && !other.ospf.silent && !runs.ospf.silent)) continue
      const underlayId = runs.ospf.because[0]
      if (underlayId === undefined || members.get(underlayId)?.has(other.deviceId) !== true) continue
      const silent = [runs, other].find(({ ospf }) => ospf?.silent === true)
      if (other.ospf !== undefined && silent === undefined) continue
      const quiet = silent ?? other
      yield {
        subjects: [id, subjectOf(quiet)],
        what:
          silent === undefined
            ? text(
                `${context.label(runs)} runs OSPF, ${context.label(other)} does not`,
                `${context.label(runs)} 运行 OSPF，而 ${context.label(other)} 未运行`,
              )
            : text(
                `${context.label(silent)} is silent on a link of the underlay`,
                `${context.label(silent)} 在 underlay 链路上为静默接口`,
              ),
        ...(silent === undefined ? {} : withoutOwn(context, [silent], ['silent'])),
      }
    }
  },
}

function membersOf({ network }: RuleContext): ReadonlyMap<RecordId, ReadonlySet<string>> {
  return new Map(
    Object.values(network.underlays).map(({ id, deviceIds }): [UnderlayId, ReadonlySet<string>] => [
      id,
      new Set(deviceIds),
    ]),
  )
}

const routerIdDuplicate: Rule = {
  id: 'ospf/router-id-duplicate',
  wide: ['igp'],
  words: ['names'],
  severity: 'error',
  title: text('One OSPF router ID twice', 'OSPF Router ID 重复'),
  why: text(
    'Routers with one router ID overwrite each other’s advertisements, and routes flap.',
    'Router ID 相同的设备会互相覆盖 LSA，导致路由振荡。',
  ),
  remedy: text('Give each device a router ID of its own.', '请为每台设备配置唯一的 Router ID。'),
  source: 'CR "ospf"',
  *run({ devices }) {
    const first = new Map<string, { readonly id: RecordId; readonly name: string }>()
    for (const { device, ospf } of devices) {
      for (const { underlayId, routerId } of ospf) {
        if (routerId === undefined) continue
        const key = `${underlayId} ${routerId.value}`
        const known = first.get(key)
        if (known === undefined) first.set(key, device)
        else {
          yield {
            subjects: [underlayId, known.id, device.id],
            what: text(
              `${known.name} and ${device.name} have OSPF router ID ${routerId.value}`,
              `${known.name} 与 ${device.name} 的 OSPF Router ID 均为 ${routerId.value}`,
            ),
          }
        }
      }
    }
  },
}

const noBackbone: Rule = {
  id: 'ospf/area-without-backbone',
  wide: ['definitions', 'igp'],
  severity: 'error',
  title: text('An area that is not attached to area 0', '区域未连接到骨干区域'),
  why: text('Areas exchange routes through area 0 only.', '区域之间只能通过区域 0 交换路由。'),
  remedy: text('Let a device have interfaces in the area and in area 0.', '请让某台设备同时有该区域和区域 0 的接口。'),
  source: 'CR "area"',
  *run({ devices, network }) {
    for (const underlay of Object.values(network.underlays).sort(byId)) {
      if (underlay.kind !== 'ospf') continue
      const areas = new Map<number, boolean>()
      for (const { ospf } of devices) {
        const process = ospf.find(({ underlayId }) => underlayId === underlay.id)
        const own = process?.areas.map(({ area }) => area) ?? []
        for (const area of own) areas.set(area, areas.get(area) === true || own.includes(0))
      }
      if (areas.size < 2) continue
      for (const [area, attached] of areas) {
        if (attached) continue
        yield {
          subjects: [underlay.id],
          key: String(area),
          what: text(`area ${area} has no device in area 0`, `区域 ${area} 没有连接到区域 0 的设备`),
        }
      }
    }
  },
}

const p2pOnSegment: Rule = {
  id: 'ospf/p2p-on-segment',
  wide: ['cables', 'igp'],
  words: ['names'],
  severity: 'error',
  title: text('p2p on a segment with more than two routers', 'p2p 网络中存在两台以上路由器'),
  why: text('The p2p type is for exactly two routers in a subnet.', 'p2p 类型要求子网内恰好有两台路由器。'),
  remedy: text('Use broadcast on this segment.', '请在该网段使用 broadcast。'),
  source: 'CR "ospf network-type"',
  *run(context) {
    // A port has one cable; only in a VLAN can there be more than two routers.
    const mayMeetMore = ({ kind, ospf }: InterfaceIntent) => kind === 'vlanif' && ospf !== undefined
    if (!context.devices.some(({ interfaces }) => interfaces.some(mayMeetMore))) return
    const neighbours = new Map<InterfaceId, Map<InterfaceId, InterfaceIntent>>()
    for (const { a, b } of ospfLinks(context)) {
      if (a.kind !== 'vlanif' && b.kind !== 'vlanif') continue
      if (a.interfaceId === undefined || b.interfaceId === undefined) continue
      neighbours.set(a.interfaceId, (neighbours.get(a.interfaceId) ?? new Map()).set(b.interfaceId, b))
      neighbours.set(b.interfaceId, (neighbours.get(b.interfaceId) ?? new Map()).set(a.interfaceId, a))
    }
    for (const [id, others] of neighbours) {
      const item = context.interfaceById.get(id)
      if (item?.ospf?.networkType.value !== 'p2p' || others.size < 2) continue
      yield {
        subjects: [id],
        what: text(
          `${context.label(item)} is p2p and meets ${[...others.values()].map(context.label).join(' and ')}`,
          `${context.label(item)} 为 p2p，却对接 ${[...others.values()].map(context.label).join('、')}`,
        ),
      }
    }
  },
}

/** Devices with a protocol on a cable to a router that somebody else configures. */
function* devicesWithRouters({ cables, network, interfaceById }: RuleContext): Iterable<string> {
  for (const { ends } of cables) {
    const kinds = ends.map((end) => (end.kind === 'host' ? network.hosts[end.hostId]?.kind : undefined))
    if (!kinds.some((kind) => kind === 'router' || kind === 'external')) continue
    for (const end of ends) {
      const item = end.kind === 'interface' ? interfaceById.get(end.trunkId ?? end.interfaceId) : undefined
      const runs = item?.ospf !== undefined || item?.ospfv3 !== undefined || item?.isis !== undefined
      if (item !== undefined && runs) yield item.deviceId
    }
  }
}

/** Sessions of an underlay run over links between its devices. */
function hasSessionOf({ id }: Underlay, { intent }: RuleContext, deviceId: DeviceId): boolean {
  const sessions = intent.devices.get(deviceId)?.bgp?.sessions ?? []
  return sessions.some(({ underlayId, remote }) => underlayId === id && remote.deviceId !== deviceId)
}

const isolated: Rule = {
  id: 'underlay/isolated-device',
  wide: ['adjacencies', 'bgp', 'cables', 'definitions', 'igp'],
  words: ['names'],
  severity: 'warning',
  title: text('A device of the underlay without a link in it', 'underlay 中的孤立设备'),
  why: text(
    'The device is in the underlay but meets no neighbour there, so nobody learns its LoopBack.',
    '设备在 underlay 中没有邻居，其环回口无法被学习到。',
  ),
  remedy: text(
    'Draw a routed link to another device of the underlay, or take the device out.',
    '请画一条到 underlay 中其他设备的三层链路，或将该设备移出。',
  ),
  source: 'inferred: routes come from neighbours',
  *run(context) {
    // Those that meet in a VLAN, whether or not they agree.
    const { igpAdjacencies } = context.reachability
    const meeting = new Set(
      igpAdjacencies.flatMap(({ ends }) => ends.map((id) => context.network.interfaces[id]?.deviceId)),
    )
    for (const underlay of Object.values(context.network.underlays).sort(byId)) {
      const members = new Set(underlay.deviceIds)
      if (members.size < 2) continue
      const alone = underlay.deviceIds.filter((id) => !meeting.has(id) && !hasSessionOf(underlay, context, id))
      if (alone.length === 0) continue
      const linked = new Set<string>()
      for (const { ends } of context.layer3Links) {
        const [a, b] = ends
        if (!members.has(a.deviceId) || !members.has(b.deviceId) || a.deviceId === b.deviceId) continue
        if (a.outsideUnderlay || b.outsideUnderlay) continue
        linked.add(a.deviceId).add(b.deviceId)
      }
      for (const id of devicesWithRouters(context)) linked.add(id)
      for (const id of [...new Set(alone)].sort()) {
        if (linked.has(id) || !context.intent.devices.has(id)) continue
        yield {
          subjects: [underlay.id, id],
          what: text(
            `${context.deviceName(id)} has no routed link to another device of the underlay`,
            `${context.deviceName(id)} 没有到 underlay 其他设备的三层链路`,
          ),
        }
      }
    }
  },
}

export const ospfRules: readonly Rule[] = [
  areaDiffers,
  typeDiffers,
  timersDiffer,
  deadTooShort,
  oneSided,
  routerIdDuplicate,
  noBackbone,
  p2pOnSegment,
  isolated,
]
