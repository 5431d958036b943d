import { interfaceType } from '@weft/net'
import { isRouter, portFits, portsOf } from '../../catalog'
import type { CableEndIntent, CableIntent, InterfaceIntent } from '../../intent'
import type { Device, InterfaceId } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { setFields } from '../fixes'
import { remembered } from '../once'
import type { Rule } from '../rule'

const self: Rule = {
  id: 'link/self',
  severity: 'error',
  title: text('A cable that comes back', '线缆两端在同一设备'),
  why: text(
    'A cable from a port to itself does not exist; between two ports of one device it makes a loop.',
    '线缆不可能连接端口自身；连接同一设备的两个端口会形成环路。',
  ),
  remedy: text(
    'Connect the other end to another device, or delete the cable.',
    '请把另一端连到其他设备，或删除该线缆。',
  ),
  source: 'inferred: a link joins two devices',
  offersFix: true,
  *run({ cables, deviceName }) {
    for (const { linkId, ends } of cables) {
      const [a, b] = ends
      if (a.kind !== 'interface' || b.kind !== 'interface' || a.deviceId !== b.deviceId) continue
      const same = a.interfaceId === b.interfaceId
      const name = deviceName(a.deviceId)
      yield {
        subjects: [linkId],
        severity: same ? 'error' : 'warning',
        what: same
          ? text(`${name} ${a.name} is cabled to itself`, `${name} ${a.name} 连接到自身`)
          : text(
              `${name}: ${a.name} and ${b.name} are cabled to each other`,
              `${name}：${a.name} 与 ${b.name} 相互连接`,
            ),
        fix: {
          label: text('Delete the cable', '删除该线缆'),
          command: { kind: 'records.delete', ids: [linkId] },
        },
      }
    }
  },
}

const portUsedTwice: Rule = {
  id: 'link/port-used-twice',
  wide: ['cables'],
  words: ['names'],
  severity: 'error',
  title: text('Two cables in one port', '同一端口连接两条线缆'),
  why: text('A port holds one cable.', '一个端口只能插一条线缆。'),
  remedy: text('Move one cable to a free port.', '请把其中一条线缆移到空闲端口。'),
  source: 'inferred: a port holds one cable',
  *run({ cables, cablesOf, interfaceById, label }) {
    const seen = new Set<InterfaceId>()
    const again = new Set<InterfaceId>()
    for (const { ends } of cables) {
      for (const end of ends) {
        if (end.kind !== 'interface') continue
        if (seen.has(end.interfaceId)) again.add(end.interfaceId)
        seen.add(end.interfaceId)
      }
    }
    for (const interfaceId of again) {
      const distinct = [...new Map(cablesOf(interfaceId).map((cable) => [cable.linkId, cable])).values()]
      const item = interfaceById.get(interfaceId)
      if (distinct.length < 2 || item === undefined) continue
      yield {
        subjects: [interfaceId, ...distinct.map(({ linkId }) => linkId)],
        what: text(`${label(item)} has ${distinct.length} cables`, `${label(item)} 连接了 ${distinct.length} 条线缆`),
      }
    }
  },
}

const notAPort: Rule = {
  id: 'link/not-a-port',
  severity: 'error',
  title: text('A cable on an interface that is no port', '线缆连接在非物理接口上'),
  why: text(
    'Cables end on physical ports. LoopBack, Vlanif and Eth-Trunk interfaces have no socket.',
    '线缆只能连接物理端口，LoopBack、Vlanif、Eth-Trunk 没有物理插口。',
  ),
  remedy: text(
    'Connect a physical port; of an Eth-Trunk, one of its members.',
    '请连接物理端口；Eth-Trunk 请连接其成员口。',
  ),
  source: 'CG "Interface Classification"',
  *run({ cables, interfaceById, label }) {
    for (const { linkId, ends } of cables) {
      for (const end of ends) {
        const item = end.kind === 'interface' ? interfaceById.get(end.interfaceId) : undefined
        if (item === undefined || item.kind === 'ethernet' || item.kind === 'meth') continue
        yield {
          subjects: [linkId, item.interfaceId ?? linkId],
          what: text(
            `a cable ends on ${label(item)}, which is no physical port`,
            `线缆连接在 ${label(item)} 上，但它不是物理端口`,
          ),
        }
      }
    }
  },
}

const speedDiffers: Rule = {
  id: 'link/speed-differs',
  severity: 'warning',
  title: text('Ports of different speed', '链路两端速率不同'),
  why: text(
    'Both ends of a cable run at one speed; ports of different types usually do not come up.',
    '线缆两端必须同速率，不同类型的端口通常无法 Up。',
  ),
  remedy: text(
    'Use ports of the same speed, or split or change the rate of the faster one.',
    '请使用相同速率的端口，或拆分、调整较快端口的速率。',
  ),
  source: 'CG "Configuring Link Aggregation"; CR "port mode (System view)"',
  *run(context) {
    // Devices of one model have the same ports: each name is looked up once.
    const speedsOf = remembered((_model: string) => new Map<string, number | undefined>())
    const portsOf = remembered((device: Device) =>
      speedsOf(`${device.model} ${device.forwardingMode} ${isRouter(device)}`),
    )
    const speed = (item: InterfaceIntent): number | undefined => {
      const device = context.intent.devices.get(item.deviceId)?.device
      if (device === undefined) return undefined
      const speeds = portsOf(device)
      if (!speeds.has(item.name)) speeds.set(item.name, speedOf(device, item))
      return speeds.get(item.name)
    }
    for (const { linkId, ends } of context.cables) {
      const [a, b] = [portOf(context, ends[0]), portOf(context, ends[1])]
      if (a === undefined || b === undefined || a === b) continue
      const [first, second] = [speed(a), speed(b)]
      if (first === undefined || second === undefined || first === second) continue
      yield {
        subjects: [linkId],
        what: text(
          `${context.label(a)} runs at ${first}G, ${context.label(b)} at ${second}G`,
          `${context.label(a)} 为 ${first}G，${context.label(b)} 为 ${second}G`,
        ),
      }
    }
  },
}

function portOf({ interfaceById }: RuleContext, end: CableEndIntent): InterfaceIntent | undefined {
  return end.kind === 'interface' ? interfaceById.get(end.interfaceId) : undefined
}

/** Gigabits per second as the name says; a split or renamed port and a port of a router say nothing reliable. */
export function speedOf(device: Device, item: InterfaceIntent): number | undefined {
  if (item.kind !== 'ethernet' || item.name.includes(':')) return undefined
  if (!isRouter(device) && portFits(device, item.name).answer === 'absent') return undefined
  const known = portsOf(device).find(({ name }) => name === item.name)?.speedGbps
  if (known !== undefined) return known
  const named = /^(\d+)GE$/.exec(interfaceType(item.name))?.[1]
  return named === undefined ? undefined : Number(named)
}

const layersDiffer: Rule = {
  id: 'link/layers-differ',
  severity: 'warning',
  title: text('Layer 3 on one end, Layer 2 on the other', '链路一端三层、一端二层'),
  why: text(
    'A routed port sends untagged frames; a switched port without an access VLAN puts them into VLAN 1, where nobody answers.',
    '三层接口发送不带 Tag 的帧；未配置 access VLAN 的二层接口会将其放入 VLAN 1，通常无人应答。',
  ),
  remedy: text(
    'Make both ports routed, or give the switched port an access VLAN with a Vlanif.',
    '请把两端都改为三层，或为二层接口配置 access VLAN 及 Vlanif。',
  ),
  source: 'CR "portswitch"; CR "port default vlan"',
  offersFix: true,
  *run(context) {
    for (const { linkId, ends } of context.cables) {
      const [a, b] = [carrierOf(context, ends[0]), carrierOf(context, ends[1])]
      if (a === undefined || b === undefined || a.mode === b.mode || a.deviceId === b.deviceId) continue
      const [routed, switched] = a.mode === 'routed' ? [a, b] : [b, a]
      if (routed.kind === 'meth' || hasUntaggedVlanif(context, switched) || switched.interfaceId === undefined) continue
      const bare = switched.switching === undefined && switched.peerLink === undefined
      yield {
        subjects: [linkId, switched.interfaceId],
        what: text(
          `${context.label(routed)} is routed, ${context.label(switched)} is switched`,
          `${context.label(routed)} 为三层接口，${context.label(switched)} 为二层接口`,
        ),
        ...(bare
          ? {
              fix: setFields(
                text(`Make ${switched.name} routed`, `将 ${switched.name} 改为三层`),
                switched.interfaceId,
                { mode: 'routed' },
              ),
            }
          : {}),
      }
    }
  },
}

function carrierOf({ interfaceById }: RuleContext, end: CableEndIntent): InterfaceIntent | undefined {
  return end.kind === 'interface' ? interfaceById.get(end.trunkId ?? end.interfaceId) : undefined
}

function hasUntaggedVlanif({ intent }: RuleContext, switched: InterfaceIntent): boolean {
  const vlan = switched.switching?.vlan
  if (vlan === undefined) return false
  if (switched.switching?.linkType === 'access') return true
  return intent.devices.get(switched.deviceId)?.interfaces.some(({ name }) => name === `Vlanif${vlan}`) ?? false
}

const vlansDiffer: Rule = {
  id: 'link/vlans-differ',
  severity: 'warning',
  title: text('A VLAN ends at a link', 'VLAN 在链路处中断'),
  why: text(
    'Frames of a VLAN that only one end allows are dropped at the other one.',
    '仅一端允许的 VLAN，其报文会在另一端被丢弃。',
  ),
  remedy: text('Allow the same VLANs on both ends.', '请在两端允许相同的 VLAN。'),
  source: 'CR "port trunk allow-pass vlan"; CR "port default vlan"',
  *run(context) {
    const seen = new Set<string>()
    for (const { linkId, ends } of context.cables) {
      const [a, b] = [carrierOf(context, ends[0]), carrierOf(context, ends[1])]
      if (a?.switching === undefined || b?.switching === undefined || a.deviceId === b.deviceId) continue
      const key = `${a.interfaceId} ${b.interfaceId}`
      if (seen.has(key)) continue
      seen.add(key)
      const difference = switchingDifference(a.switching, b.switching)
      if (difference === undefined) continue
      yield {
        subjects: [linkId],
        what: text(
          `${context.label(a)} and ${context.label(b)}: ${difference.en}`,
          `${context.label(a)} 与 ${context.label(b)}：${difference.zh}`,
        ),
      }
    }
  },
}

type Switching = NonNullable<InterfaceIntent['switching']>

function switchingDifference(a: Switching, b: Switching) {
  if (a.linkType === 'access' && b.linkType === 'access') {
    const [first, second] = [a.vlan ?? 1, b.vlan ?? 1]
    return first === second
      ? undefined
      : text(`access VLAN ${first} and ${second}`, `access VLAN 分别为 ${first} 和 ${second}`)
  }
  if (a.linkType === 'trunk' && b.linkType === 'trunk') {
    const here = a.allowedVlans.filter((vlan) => !b.allowedVlans.includes(vlan))
    const there = b.allowedVlans.filter((vlan) => !a.allowedVlans.includes(vlan))
    const only = [...here, ...there]
    return only.length === 0
      ? undefined
      : text(`VLAN ${only.join(', ')} on one end only`, `VLAN ${only.join('、')} 仅一端允许`)
  }
  const [access, trunk] = a.linkType === 'access' ? [a, b] : [b, a]
  const untagged = access.vlan ?? 1
  return (trunk.vlan ?? 1) === untagged
    ? undefined
    : text(
        `access VLAN ${untagged} meets a trunk with PVID ${trunk.vlan ?? 1}`,
        `access VLAN ${untagged} 对接 PVID ${trunk.vlan ?? 1} 的 trunk`,
      )
}

const mtuDiffers: Rule = {
  id: 'link/mtu-differs',
  severity: 'warning',
  title: text('MTU differs at the ends of a link', '链路两端 MTU 不一致'),
  why: text('Large packets pass one way and are dropped the other way.', '大报文可能单向不通。'),
  remedy: text('Use one MTU on both ends.', '请在两端使用相同的 MTU。'),
  source: 'CR "mtu"',
  offersFix: true,
  *run(context) {
    for (const cable of context.cables) {
      const [a, b] = [carrierOf(context, cable.ends[0]), carrierOf(context, cable.ends[1])]
      if (a === undefined || b === undefined || a.mode !== 'routed' || b.mode !== 'routed') continue
      const [first, second] = [a.mtu ?? 1500, b.mtu ?? 1500]
      if (first === second) continue
      const [lower, higher] = first < second ? [a, b] : [b, a]
      const mtu = higher.mtu ?? 1500
      yield {
        subjects: [cable.linkId],
        what: text(
          `${context.label(a)} has MTU ${first}, ${context.label(b)} has ${second}`,
          `${context.label(a)} 的 MTU 为 ${first}，${context.label(b)} 为 ${second}`,
        ),
        ...(lower.interfaceId === undefined || mtu > 9600
          ? {}
          : {
              fix: setFields(text(`Use MTU ${mtu} on both ends`, `两端都使用 MTU ${mtu}`), lower.interfaceId, { mtu }),
            }),
      }
    }
  },
}

/** Devices at the far ends of the cables of a port or of the members of a trunk. */
export function farEnds(
  { cablesOf, portsOfTrunk, interfaceById }: RuleContext,
  interfaceId: InterfaceId,
): readonly CableEndIntent[] {
  const item = interfaceById.get(interfaceId)
  const members = item === undefined ? [] : portsOfTrunk(item)
  const ports = [interfaceId, ...members.flatMap((port) => port.interfaceId ?? [])]
  return ports.flatMap((port) => cablesOf(port).map((cable) => otherEnd(cable, port)))
}

function otherEnd({ ends }: CableIntent, port: InterfaceId): CableEndIntent {
  const [a, b] = ends
  return a.kind === 'interface' && a.interfaceId === port ? b : a
}

export const linkRules: readonly Rule[] = [
  self,
  portUsedTwice,
  notAPort,
  speedDiffers,
  layersDiffer,
  vlansDiffer,
  mtuDiffers,
]
