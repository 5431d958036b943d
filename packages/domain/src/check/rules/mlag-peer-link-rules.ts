import type { DeviceIntent } from '../../intent'
import type { MlagPair } from '../../model'
import { text } from '../../model'
import type { PairSide, RuleContext } from '../context'
import { remove, setFields } from '../fixes'
import type { DrawnInterface } from '../interface-lookup'
import { isDrawn } from '../interface-lookup'
import type { Rule } from '../rule'
import { farEnds, speedOf } from './link-rules'
import { pairName } from './mlag-dad-rules'

type TrunkSide = PairSide & { readonly trunk: DrawnInterface | undefined }

/** The peer-link Eth-Trunk of each side; absent where it is missing or not an Eth-Trunk of the device. */
function* trunkSides({ pairSides, interfaceById }: RuleContext): Iterable<TrunkSide> {
  for (const view of pairSides) {
    const id = view.pair.peerLink.trunks[view.side]
    const item = id === undefined ? undefined : interfaceById.get(id)
    const own = item?.deviceId === view.device.device.id && item.kind === 'eth-trunk'
    yield { ...view, trunk: own ? item : undefined }
  }
}

const missing: Rule = {
  id: 'mlag/peer-link-missing',
  severity: 'error',
  title: text('No peer-link', '缺少 peer-link'),
  why: text(
    'The members pair over the peer-link, an Eth-Trunk of each device (NOPEERLINK).',
    '成员通过各自的 peer-link Eth-Trunk 配对（NOPEERLINK）。',
  ),
  remedy: text('Choose an Eth-Trunk of the device as peer-link.', '请选择本设备的一个 Eth-Trunk 作为 peer-link。'),
  source: 'CR "peer-link"; CR "display dfs-group", cause NOPEERLINK',
  *run(context) {
    for (const { pair, side, device, trunk } of trunkSides(context)) {
      if (trunk !== undefined) continue
      const id = pair.peerLink.trunks[side]
      const item = id === undefined ? undefined : context.interfaceById.get(id)
      yield {
        subjects: [pair.id, device.device.id],
        what:
          item === undefined
            ? text(`${device.device.name} has no peer-link`, `${device.device.name} 没有 peer-link`)
            : text(
                `${context.label(item)} cannot be the peer-link of ${device.device.name}`,
                `${context.label(item)} 不能作为 ${device.device.name} 的 peer-link`,
              ),
      }
    }
  },
}

const members: Rule = {
  id: 'mlag/peer-link-members',
  severity: 'warning',
  title: text('A peer-link without redundancy', 'peer-link 没有冗余'),
  why: text(
    'At least two member ports are advised: when the peer-link goes down, half of the pair stops.',
    '建议至少两个成员口，peer-link 中断会使其中一台设备停止转发。',
  ),
  remedy: text('Add a second port and cable.', '请增加一个成员口和线缆。'),
  source: 'CG "Configuring the Peer-Link"; 0 of 32 vendor devices have fewer',
  *run(context) {
    for (const { pair, trunk } of trunkSides(context)) {
      if (trunk?.interfaceId === undefined || pair.peerLink.kind === 'virtual' || trunk.members.length >= 2) continue
      const none = trunk.members.length === 0
      yield {
        subjects: [pair.id, trunk.interfaceId],
        severity: none ? 'error' : 'warning',
        what: none
          ? text(`${context.label(trunk)}: the peer-link has no port`, `${context.label(trunk)}：peer-link 没有成员口`)
          : text(
              `${context.label(trunk)}: the peer-link has one port`,
              `${context.label(trunk)}：peer-link 只有一个成员口`,
            ),
      }
    }
  },
}

const routed: Rule = {
  id: 'mlag/peer-link-routed',
  severity: 'error',
  title: text('A Layer 3 peer-link', 'peer-link 是三层接口'),
  why: text('The peer-link is a Layer 2 Eth-Trunk.', 'peer-link 必须是二层 Eth-Trunk。'),
  remedy: text('Make the Eth-Trunk switched.', '请将该 Eth-Trunk 改为二层。'),
  source: 'CG "Configuration Precautions for M-LAG"',
  offersFix: true,
  *run(context) {
    for (const { pair, trunk } of trunkSides(context)) {
      if (trunk?.interfaceId === undefined || trunk.mode !== 'routed') continue
      yield {
        subjects: [pair.id, trunk.interfaceId],
        what: text(
          `${context.label(trunk)} is the peer-link and Layer 3`,
          `${context.label(trunk)} 作为 peer-link 却是三层接口`,
        ),
        fix: setFields(text('Make it switched', '改为二层'), trunk.interfaceId, { mode: undefined }),
      }
    }
  },
}

const mode: Rule = {
  id: 'mlag/peer-link-mode',
  severity: 'warning',
  title: text('A peer-link without static LACP', 'peer-link 未使用静态 LACP'),
  why: text(
    'Static LACP notices a wrong or one-way cable; manual mode does not.',
    '静态 LACP 能发现错误连线或单通，手工模式不能。',
  ),
  remedy: text('Use lacp-static on both members.', '请在两个成员上使用 lacp-static。'),
  source: 'CG "Configuring the Peer-Link"; 30 of 32 vendor devices do',
  offersFix: true,
  *run(context) {
    for (const { pair, trunk } of trunkSides(context)) {
      if (trunk?.interfaceId === undefined || pair.peerLink.kind === 'virtual' || trunk.aggregation === 'lacp-static')
        continue
      yield {
        subjects: [pair.id, trunk.interfaceId],
        what: text(
          `${context.label(trunk)}: the peer-link is ${trunk.aggregation}`,
          `${context.label(trunk)}：peer-link 为 ${trunk.aggregation}`,
        ),
        fix: setFields(text('Use lacp-static', '改用 lacp-static'), trunk.interfaceId, { aggregation: 'lacp-static' }),
      }
    }
  },
}

const cabling: Rule = {
  id: 'mlag/peer-link-cabling',
  severity: 'error',
  title: text('The peer-link cables do not join the members', 'peer-link 线缆未连接两个成员'),
  why: text(
    'Every port of the peer-link leads directly to a port of the other member’s peer-link.',
    'peer-link 的每个成员口都必须直连到对端 peer-link 的成员口。',
  ),
  remedy: text('Connect the ports of both peer-links to each other.', '请将两端 peer-link 的成员口相互连接。'),
  source: 'CG "Configuring the Peer-Link"',
  *run(context) {
    for (const { pair, side, trunk } of trunkSides(context)) {
      const other = pair.peerLink.trunks[side === 0 ? 1 : 0]
      if (trunk?.interfaceId === undefined || other === undefined || pair.peerLink.kind === 'virtual') continue
      const stray = context.portsOfTrunk(trunk).filter(({ interfaceId }) => {
        const ends = interfaceId === undefined ? [] : farEnds(context, interfaceId)
        return !ends.some((end) => end.kind === 'interface' && end.trunkId === other)
      })
      if (stray.length === 0) continue
      const names = stray.map(({ name }) => name)
      yield {
        subjects: [pair.id, trunk.interfaceId],
        what: text(
          `${context.label(trunk)}: ${names.join(', ')} ${names.length === 1 ? 'does' : 'do'} not lead to the peer-link of the other member`,
          `${context.label(trunk)}：${names.join('、')} 未连接到对端成员的 peer-link`,
        ),
      }
    }
  },
}

const service: Rule = {
  id: 'mlag/peer-link-service',
  severity: 'error',
  title: text('A peer-link with a service of its own', 'peer-link 上配置了其他业务'),
  why: text(
    'The peer-link joins all VLANs by itself; link type, VLANs, addresses and M-LAG ids are refused on it.',
    'peer-link 自动加入所有 VLAN，不能再配置链路类型、VLAN、地址或 M-LAG ID。',
  ),
  remedy: text('Remove the settings from the Eth-Trunk.', '请从该 Eth-Trunk 上删除这些配置。'),
  source: 'CR "peer-link"',
  offersFix: true,
  *run(context) {
    for (const { pair, trunk } of trunkSides(context)) {
      const record = trunk?.interfaceId === undefined ? undefined : context.network.interfaces[trunk.interfaceId]
      if (trunk === undefined || record === undefined) continue
      const fields = (['switching', 'ipv4', 'ipv6', 'vrfId'] as const).filter((field) => {
        const value = record[field]
        return Array.isArray(value) ? value.length > 0 : value !== undefined
      })
      const shown = [...fields, ...(trunk.mlagMember === undefined ? [] : ['m-lag id'])]
      if (shown.length === 0) continue
      yield {
        subjects: [pair.id, record.id],
        what: text(
          `${context.label(trunk)} is the peer-link and has ${shown.join(', ')}`,
          `${context.label(trunk)} 是 peer-link，但配置了 ${shown.join('、')}`,
        ),
        ...(trunk.mlagMember === undefined
          ? {
              fix: setFields(
                remove(shown.join(', ')),
                record.id,
                Object.fromEntries(fields.map((field) => [field, undefined])),
              ),
            }
          : {}),
      }
    }
  },
}

const virtualMembers: Rule = {
  id: 'mlag/virtual-peer-link-members',
  severity: 'error',
  title: text('A virtual peer-link with ports', '虚拟 peer-link 含有成员口'),
  why: text(
    'A virtual peer-link goes over VXLAN; its Eth-Trunk has no member ports.',
    '虚拟 peer-link 通过 VXLAN 承载，其 Eth-Trunk 不能有成员口。',
  ),
  remedy: text(
    'Take the ports out of the Eth-Trunk, or use a physical peer-link.',
    '请将成员口移出该 Eth-Trunk，或使用物理 peer-link。',
  ),
  source: 'CR "peer-link"',
  *run(context) {
    for (const { pair, trunk } of trunkSides(context)) {
      if (trunk?.interfaceId === undefined || pair.peerLink.kind !== 'virtual' || trunk.members.length === 0) continue
      yield {
        subjects: [pair.id, trunk.interfaceId],
        what: text(
          `${context.label(trunk)}: the virtual peer-link has ${trunk.members.join(', ')}`,
          `${context.label(trunk)}：虚拟 peer-link 含有成员口 ${trunk.members.join('、')}`,
        ),
      }
    }
  },
}

const virtualTunnel: Rule = {
  id: 'mlag/virtual-peer-link-tunnel',
  severity: 'warning',
  title: text('A virtual peer-link needs its tunnel', '虚拟 peer-link 需要隧道'),
  why: text(
    'Besides these lines it needs interface nve with pip-source … peer … bypass and VNIs reserved for M-LAG, which the design does not hold.',
    '除已有配置外，还需要 interface nve 下的 pip-source … peer … bypass 和为 M-LAG 预留的 VNI，本设计未包含。',
  ),
  remedy: text(
    'Add those lines on both members by hand, or use a physical peer-link.',
    '请在两个成员上手工补充，或使用物理 peer-link。',
  ),
  source: 'CG "Configuring a Virtual Peer-Link"',
  *run({ pairs }) {
    for (const pair of pairs) {
      if (pair.peerLink.kind !== 'virtual') continue
      yield {
        subjects: [pair.id],
        what: text(
          `${pairName(pair)}: the bypass tunnel and the reserved VNIs are not part of the configuration`,
          `${pairName(pair)}：配置中不含 bypass 隧道和预留 VNI`,
        ),
      }
    }
  },
}

const excludesMemberVlan: Rule = {
  id: 'mlag/peer-link-excludes-member-vlan',
  severity: 'warning',
  title: text('The peer-link excludes a VLAN of an attachment', 'peer-link 排除了接入 VLAN'),
  why: text(
    'When one member loses its port to the server, traffic of the VLAN has to cross the peer-link. What the device does without is undocumented.',
    '当某成员到服务器的端口故障时，该 VLAN 的流量需经 peer-link 绕行；被排除时的行为无文档说明。',
  ),
  remedy: text('Do not exclude the VLAN.', '请不要排除该 VLAN。'),
  source: 'undocumented; CR "port vlan exclude"',
  offersFix: true,
  *run({ pairs, attachments }) {
    const used = new Map<MlagPair['id'], Set<number>>()
    for (const { pairId, vlans } of attachments) {
      const known = used.get(pairId) ?? new Set()
      for (const vlan of vlans) known.add(vlan)
      used.set(pairId, known)
    }
    for (const pair of pairs) {
      const excluded = pair.peerLink.excludedVlans ?? []
      const both = excluded.filter((vlan) => used.get(pair.id)?.has(vlan) === true)
      if (both.length === 0) continue
      yield {
        subjects: [pair.id],
        what: text(
          `${pairName(pair)}: the peer-link excludes VLAN ${both.join(', ')}, which attachments use`,
          `${pairName(pair)}：peer-link 排除了接入使用的 VLAN ${both.join('、')}`,
        ),
        fix: setFields(text(`Let VLAN ${both.join(', ')} pass`, `允许 VLAN ${both.join('、')}`), pair.id, {
          peerLink: { ...pair.peerLink, excludedVlans: excluded.filter((vlan) => !both.includes(vlan)) },
        }),
      }
    }
  },
}

/** Gigabits per second of all ports of a trunk; undefined when the speed of one is not known. */
function capacity({ portsOfTrunk }: RuleContext, trunk: DrawnInterface, { device }: DeviceIntent): number | undefined {
  const speeds = portsOfTrunk(trunk).map((port) => speedOf(device, port))
  return speeds.reduce<number | undefined>(
    (sum, speed) => (sum === undefined || speed === undefined ? undefined : sum + speed),
    0,
  )
}

const capacityBelowMember: Rule = {
  id: 'mlag/peer-link-capacity',
  severity: 'info',
  title: text('A peer-link narrower than an attachment', 'peer-link 带宽小于成员接口'),
  why: text(
    'When the port of one member fails, what arrives there crosses the peer-link.',
    '某一成员的端口故障后，到达该成员的流量将经过 peer-link。',
  ),
  remedy: text(
    'Give the peer-link at least the capacity of the widest attachment.',
    '建议 peer-link 带宽不低于最大的成员接口。',
  ),
  source: 'inferred; CG "Configuring the Peer-Link"',
  *run(context) {
    for (const { pair, device, trunk } of trunkSides(context)) {
      if (trunk?.interfaceId === undefined || pair.peerLink.kind === 'virtual') continue
      const own = capacity(context, trunk, device)
      if (own === undefined || own === 0) continue
      for (const member of device.interfaces) {
        if (member.mlagMember?.pairId !== pair.id || !isDrawn(member)) continue
        const needed = capacity(context, member, device)
        if (needed === undefined || needed <= own) continue
        yield {
          subjects: [pair.id, trunk.interfaceId, member.interfaceId],
          what: text(
            `${context.label(trunk)} has ${own}G, ${member.name} has ${needed}G`,
            `${context.label(trunk)} 带宽 ${own}G，${member.name} 带宽 ${needed}G`,
          ),
        }
      }
    }
  },
}

export const mlagPeerLinkRules: readonly Rule[] = [
  missing,
  members,
  routed,
  mode,
  cabling,
  service,
  virtualMembers,
  virtualTunnel,
  excludesMemberVlan,
  capacityBelowMember,
]
