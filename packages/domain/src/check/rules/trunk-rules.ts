import { interfaceNumber, interfaceType } from '@weft/net'
import type { InterfaceIntent } from '../../intent'
import type { InterfaceId } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { setFields } from '../fixes'
import type { DrawnInterface } from '../interface-lookup'
import type { Rule } from '../rule'

const memberInvalid: Rule = {
  id: 'trunk/member-invalid',
  severity: 'error',
  title: text('A member that cannot be one', '无效的 Eth-Trunk 成员'),
  why: text(
    'Only Ethernet ports join an Eth-Trunk, only one of their own device, and an Eth-Trunk does not join another.',
    '只有以太口能加入本设备的 Eth-Trunk，Eth-Trunk 不能再加入另一个 Eth-Trunk。',
  ),
  remedy: text('Make the port a member of an Eth-Trunk of its own device.', '请把端口加入本设备的 Eth-Trunk。'),
  source: 'CR "eth-trunk"',
  offersFix: true,
  *run({ network, drawn, label }) {
    for (const { record, item } of drawn) {
      const trunk = record.memberOf === undefined ? undefined : network.interfaces[record.memberOf]
      if (trunk === undefined || item.memberOf !== undefined) continue
      yield {
        subjects: [record.id, trunk.id],
        what: text(`${label(item)} cannot be a member of ${trunk.name}`, `${label(item)} 不能加入 ${trunk.name}`),
        fix: setFields(text('Take it out of the Eth-Trunk', '退出 Eth-Trunk'), record.id, { memberOf: undefined }),
      }
    }
  },
}

const noMembers: Rule = {
  id: 'trunk/no-members',
  severity: 'warning',
  title: text('An Eth-Trunk without ports', 'Eth-Trunk 没有成员口'),
  why: text('Without a member port the Eth-Trunk never comes up.', '没有成员口的 Eth-Trunk 无法 Up。'),
  remedy: text('Add member ports, or delete the Eth-Trunk.', '请添加成员口，或删除该 Eth-Trunk。'),
  source: 'CR "eth-trunk"; CR "trunkport"',
  *run(context) {
    for (const trunk of context.trunks) {
      // Peer-links and M-LAG members have rules of their own that say more.
      if (trunk.members.length > 0 || trunk.peerLink !== undefined || trunk.mlagMember !== undefined) continue
      yield {
        subjects: [trunk.interfaceId],
        what: text(`${context.label(trunk)} has no member port`, `${context.label(trunk)} 没有成员口`),
      }
    }
  },
}

const idRange: Rule = {
  id: 'trunk/id-range',
  severity: 'warning',
  title: text('An Eth-Trunk number above 1023', 'Eth-Trunk 编号大于 1023'),
  why: text(
    'Display pages show numbers 0 to 1023; whether more can be created is undocumented.',
    '文档中的显示范围为 0 到 1023，更大的编号能否创建无文档说明。',
  ),
  remedy: text('Use a number from 0 to 1023.', '请使用 0 到 1023 之间的编号。'),
  source: 'undocumented for creation; CR "display eth-trunk"',
  *run(context) {
    for (const trunk of context.trunks) {
      const number = interfaceNumber(trunk.name) ?? 0
      if (number <= 1023) continue
      yield {
        subjects: [trunk.interfaceId],
        what: text(
          `${context.label(trunk)}: numbers above 1023 are undocumented`,
          `${context.label(trunk)}：大于 1023 的编号无文档说明`,
        ),
      }
    }
  },
}

const memberSpeeds: Rule = {
  id: 'trunk/member-speeds',
  severity: 'warning',
  title: text('Members of different speed', '成员口速率不一致'),
  why: text(
    'In LACP mode only the ports of one speed forward unless mixed rates are switched on.',
    'LACP 模式下默认只有一种速率的成员口转发。',
  ),
  remedy: text('Use ports of one speed.', '请使用相同速率的成员口。'),
  source: 'CR "lacp mixed-rate link enable"',
  *run(context) {
    for (const trunk of context.trunks) {
      const types = new Set(trunk.members.map((name) => interfaceType(name)))
      if (types.size < 2 || trunk.aggregation === 'manual') continue
      yield {
        subjects: [trunk.interfaceId],
        what: text(
          `${context.label(trunk)} has ${[...types].join(' and ')} members; only one speed forwards`,
          `${context.label(trunk)} 含有 ${[...types].join('、')} 成员口，只有一种速率会转发`,
        ),
      }
    }
  },
}

const modesDiffer: Rule = {
  id: 'trunk/modes-differ',
  severity: 'error',
  title: text('Aggregation modes differ', '链路聚合模式不一致'),
  why: text(
    'LACP waits for an LACP partner; with manual mode on the other end no port is selected.',
    'LACP 需要对端也运行 LACP，对端为手工模式时成员口无法被选中。',
  ),
  remedy: text('Use the same mode on both ends.', '请在两端使用相同的聚合模式。'),
  source: 'CG "Configuring Link Aggregation"; CR "mode (Eth-Trunk interface view)"',
  offersFix: true,
  *run(context) {
    for (const { a, b } of trunkPairs(context)) {
      const [first, second] = [isLacp(a), isLacp(b)]
      if (first === second) continue
      const [manual] = first ? [b] : [a]
      yield {
        subjects: [a.interfaceId, b.interfaceId],
        what: text(
          `${context.label(a)} is ${a.aggregation}, ${context.label(b)} is ${b.aggregation}`,
          `${context.label(a)} 为 ${a.aggregation}，${context.label(b)} 为 ${b.aggregation}`,
        ),
        ...(manual?.mlagMember === undefined &&
        manual !== undefined &&
        attachmentOf(context, manual.interfaceId) === undefined
          ? {
              fix: setFields(
                text(`Use lacp-static on ${manual.name}`, `${manual.name} 改用 lacp-static`),
                manual.interfaceId,
                {
                  aggregation: 'lacp-static',
                },
              ),
            }
          : {}),
      }
    }
  },
}

/** The attachment that decides the aggregation of an access device's trunk. */
function attachmentOf({ attachments }: RuleContext, trunkId: InterfaceId) {
  return attachments.find(({ attached }) => 'interfaceId' in attached && attached.interfaceId === trunkId)
}

const oneSided: Rule = {
  id: 'trunk/one-sided',
  severity: 'error',
  title: text('An Eth-Trunk on one end only', '仅一端配置 Eth-Trunk'),
  why: text(
    'Directly connected ports are both in an Eth-Trunk or both not; against a plain port LACP never selects the member.',
    '直连端口必须两端都加入或都不加入 Eth-Trunk；对端为普通端口时 LACP 不会选中成员口。',
  ),
  remedy: text(
    'Put the other port into an Eth-Trunk, or take this one out.',
    '请把对端端口也加入 Eth-Trunk，或将本端退出。',
  ),
  source: 'CG "Configuring Link Aggregation"',
  *run({ cables, interfaceById, label }) {
    for (const { linkId, ends } of cables) {
      const [a, b] = ends
      if (a.kind !== 'interface' || b.kind !== 'interface' || a.deviceId === b.deviceId) continue
      if ((a.trunkId === undefined) === (b.trunkId === undefined)) continue
      const [inTrunk, plain] = a.trunkId === undefined ? [b, a] : [a, b]
      const trunk = inTrunk.trunkId === undefined ? undefined : interfaceById.get(inTrunk.trunkId)
      const [port, other] = [interfaceById.get(inTrunk.interfaceId), interfaceById.get(plain.interfaceId)]
      if (trunk === undefined || port === undefined || other === undefined) continue
      yield {
        subjects: [linkId, plain.interfaceId],
        severity: trunk.aggregation === 'manual' ? 'warning' : 'error',
        what: text(
          `${label(port)} is in ${trunk.name}, but ${label(other)} is in no Eth-Trunk`,
          `${label(port)} 属于 ${trunk.name}，但 ${label(other)} 未加入 Eth-Trunk`,
        ),
      }
    }
  },
}

const endsDiffer: Rule = {
  id: 'trunk/split',
  wide: ['cables', 'pairs'],
  words: ['names'],
  severity: 'error',
  title: text('The ports of an Eth-Trunk go different ways', 'Eth-Trunk 成员口连接到不同对端'),
  why: text(
    'All members lead to one Eth-Trunk of one device; only an M-LAG pair may share the other side.',
    '所有成员口必须连接同一设备的同一个 Eth-Trunk，只有 M-LAG 对端例外。',
  ),
  remedy: text(
    'Connect all members to one Eth-Trunk, or make the other side an M-LAG attachment.',
    '请把成员口都连到同一个 Eth-Trunk，或把对端做成 M-LAG 接入。',
  ),
  source: 'CG "Configuring Link Aggregation"',
  *run(context) {
    for (const id of trunksTowardSeveral(context)) {
      const trunk = context.interfaceById.get(id)
      if (trunk?.kind !== 'eth-trunk') continue
      const far = new Map<InterfaceId, InterfaceIntent>()
      for (const port of context.portsOfTrunk(trunk)) {
        for (const { ends } of port.interfaceId === undefined ? [] : context.cablesOf(port.interfaceId)) {
          for (const end of ends) {
            const other = end.kind === 'interface' && end.interfaceId !== port.interfaceId ? end.trunkId : undefined
            const item = other === undefined ? undefined : context.interfaceById.get(other)
            if (other !== undefined && item !== undefined && other !== trunk.interfaceId) far.set(other, item)
          }
        }
      }
      const attachments = new Set([...far.values()].map(({ mlagMember }) => mlagMember?.attachmentId))
      if (far.size < 2 || (attachments.size === 1 && !attachments.has(undefined))) continue
      yield {
        subjects: [trunk.interfaceId, ...far.keys()],
        what: text(
          `the ports of ${context.label(trunk)} lead to ${[...far.values()].map(context.label).join(' and ')}`,
          `${context.label(trunk)} 的成员口分别连接到 ${[...far.values()].map(context.label).join('、')}`,
        ),
      }
    }
  },
}

const dynamicToSwitch: Rule = {
  id: 'trunk/lacp-dynamic-to-switch',
  wide: ['cables', 'pairs'],
  words: ['names'],
  severity: 'warning',
  title: text('lacp-dynamic between switches', '交换机之间使用 lacp-dynamic'),
  why: text(
    'A dynamic member without a partner works as a plain port, which can close a loop between switches.',
    'lacp-dynamic 成员口在没有对端协商时会作为普通端口转发，交换机之间可能成环。',
  ),
  remedy: text('Use lacp-static.', '请使用 lacp-static。'),
  source: 'CR "mode (Eth-Trunk interface view)"',
  offersFix: true,
  *run(context) {
    for (const { a, b } of trunkPairs(context)) {
      for (const trunk of [a, b]) {
        if (trunk.aggregation !== 'lacp-dynamic') continue
        const own =
          context.network.interfaces[trunk.interfaceId]?.aggregation === 'lacp-dynamic' &&
          trunk.mlagMember === undefined
        yield {
          subjects: [trunk.interfaceId],
          what: text(
            `${context.label(trunk)} is lacp-dynamic toward another switch`,
            `${context.label(trunk)} 对接交换机却使用 lacp-dynamic`,
          ),
          ...(own
            ? {
                fix: setFields(text('Use lacp-static', '改用 lacp-static'), trunk.interfaceId, {
                  aggregation: 'lacp-static',
                }),
              }
            : {}),
        }
      }
    }
  },
}

/** Eth-Trunks with cables to more than one other Eth-Trunk. */
function trunksTowardSeveral({ cables }: RuleContext): ReadonlySet<InterfaceId> {
  const toward = new Map<InterfaceId, InterfaceId>()
  const several = new Set<InterfaceId>()
  for (const { ends } of cables) {
    const [a, b] = ends.map((end) => (end.kind === 'interface' ? end.trunkId : undefined))
    if (a === undefined || b === undefined) continue
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = toward.get(from)
      if (known === undefined) toward.set(from, to)
      else if (known !== to) several.add(from)
    }
  }
  return several
}

/** Eth-Trunks of two devices that are cabled to each other, each pair once. */
function* trunkPairs({
  cables,
  interfaceById,
}: RuleContext): Iterable<{ readonly a: DrawnInterface; readonly b: DrawnInterface }> {
  const seen = new Set<string>()
  for (const { ends } of cables) {
    const [a, b] = ends
    if (a.kind !== 'interface' || b.kind !== 'interface' || a.trunkId === undefined || b.trunkId === undefined) continue
    const [first, second] = [interfaceById.get(a.trunkId), interfaceById.get(b.trunkId)]
    const key = `${a.trunkId} ${b.trunkId}`
    if (first === undefined || second === undefined || a.deviceId === b.deviceId || seen.has(key)) continue
    seen.add(key)
    yield { a: first, b: second }
  }
}

function isLacp({ aggregation }: InterfaceIntent): boolean {
  return aggregation === 'lacp-static' || aggregation === 'lacp-dynamic'
}

export const trunkRules: readonly Rule[] = [
  memberInvalid,
  noMembers,
  idRange,
  memberSpeeds,
  modesDiffer,
  oneSided,
  endsDiffer,
  dynamicToSwitch,
]
