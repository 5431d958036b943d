import type { InterfaceId, MlagAttachment, MlagPair } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { setFields } from '../fixes'
import type { DrawnInterface } from '../interface-lookup'
import type { Rule } from '../rule'
import { farEnds } from './link-rules'

type AttachmentView = {
  readonly attachment: MlagAttachment
  readonly pair: MlagPair
  readonly name: string
  /** The Eth-Trunks that are there and are Eth-Trunks of the right member. */
  readonly trunks: readonly DrawnInterface[]
}

function* attachments({ network, interfaceById, attachments: judged }: RuleContext): Iterable<AttachmentView> {
  for (const attachment of judged) {
    const pair = network.mlagPairs[attachment.pairId]
    if (pair === undefined) continue
    const trunks = ([0, 1] as const).flatMap((side) => {
      const id = attachment.trunks[side]
      const item = id === undefined ? undefined : interfaceById.get(id)
      return id !== undefined && item?.kind === 'eth-trunk' && item.deviceId === pair.members[side] ? [item] : []
    })
    yield { attachment, pair, trunks, name: attachedName(attachment, { network, interfaceById }) }
  }
}

function attachedName(
  { attached, id }: MlagAttachment,
  { network, interfaceById }: Pick<RuleContext, 'network' | 'interfaceById'>,
): string {
  if ('hostId' in attached) return network.hosts[attached.hostId]?.name ?? id
  const far = interfaceById.get(attached.interfaceId)
  return far === undefined ? id : (network.devices[far.deviceId]?.name ?? id)
}

const idRange: Rule = {
  id: 'mlag/id-range',
  severity: 'error',
  title: text('M-LAG ID out of range', 'M-LAG ID 超出范围'),
  why: text('The device takes 1 to 2048.', '取值范围为 1 到 2048。'),
  remedy: text('Use 1 to 2048, or leave it out.', '请使用 1 到 2048，或留空自动分配。'),
  source: 'CR "dfs-group m-lag"',
  offersFix: true,
  *run(context) {
    for (const { attachment, name } of attachments(context)) {
      const { mlagId } = attachment
      if (mlagId === undefined || (mlagId >= 1 && mlagId <= 2048)) continue
      yield {
        subjects: [attachment.id],
        what: text(`${name}: M-LAG ID ${mlagId} is not 1 to 2048`, `${name}：M-LAG ID ${mlagId} 不在 1 到 2048 之间`),
        fix: setFields(text('Take a free ID', '自动分配 ID'), attachment.id, { mlagId: undefined }),
      }
    }
  },
}

const idDuplicate: Rule = {
  id: 'mlag/id-duplicate',
  wide: ['definitions', 'pairs'],
  words: ['names'],
  severity: 'error',
  title: text('One M-LAG ID for two attachments', 'M-LAG ID 重复'),
  why: text(
    'The ID joins the two halves of one attachment; used twice the members join the wrong trunks.',
    'M-LAG ID 用于关联同一接入的两个成员接口，重复会造成错误关联。',
  ),
  remedy: text(
    'Give each attachment of a pair its own ID, or leave it out.',
    '请为同一 M-LAG 的每个接入使用不同 ID，或留空自动分配。',
  ),
  source: 'inferred; CR "dfs-group m-lag"',
  offersFix: true,
  *run(context) {
    const first = new Map<string, AttachmentView>()
    for (const view of attachments(context)) {
      const { attachment, pair, name } = view
      if (attachment.mlagId === undefined) continue
      const key = `${pair.id} ${attachment.mlagId}`
      const known = first.get(key)
      if (known === undefined) first.set(key, view)
      else {
        yield {
          subjects: [attachment.id, known.attachment.id],
          what: text(
            `${name} and ${known.name} both have M-LAG ID ${attachment.mlagId}`,
            `${name} 与 ${known.name} 的 M-LAG ID 均为 ${attachment.mlagId}`,
          ),
          fix: setFields(text('Take a free ID', '自动分配 ID'), attachment.id, { mlagId: undefined }),
        }
      }
    }
  },
}

const oneSided: Rule = {
  id: 'mlag/attachment-one-sided',
  severity: 'warning',
  title: text('An attachment to one member only', '仅接入一个成员'),
  why: text('With one member the attached device has no redundancy.', '只接入一个成员时没有冗余。'),
  remedy: text('Connect it to the other member too.', '请同时接入另一个成员。'),
  source: 'CG "Configuring M-LAG Member Interfaces"',
  *run(context) {
    for (const { attachment, pair, name } of attachments(context)) {
      const missing = ([0, 1] as const).filter((side) => attachment.trunks[side] === undefined)
      if (missing.length === 0) continue
      const names = missing.map((side) => context.deviceName(pair.members[side]))
      yield {
        subjects: [attachment.id],
        what: text(`${name} is not connected to ${names.join(' and ')}`, `${name} 未接入 ${names.join('、')}`),
      }
    }
  },
}

const trunkInvalid: Rule = {
  id: 'mlag/attachment-trunk',
  wide: ['cables', 'pairs'],
  words: ['definitions', 'names'],
  severity: 'error',
  title: text('An M-LAG member interface that cannot be one', '无效的 M-LAG 成员接口'),
  why: text(
    'A member interface is a Layer 2 Eth-Trunk of the member, not the peer-link, and belongs to one attachment.',
    '成员接口必须是该成员的二层 Eth-Trunk，不能是 peer-link，且只属于一个接入。',
  ),
  remedy: text('Choose a Layer 2 Eth-Trunk of its own for the attachment.', '请为该接入选择独立的二层 Eth-Trunk。'),
  source: 'CR "dfs-group m-lag"',
  offersFix: true,
  *run(context) {
    const first = new Map<InterfaceId, MlagAttachment['id']>()
    for (const { attachment, pair, name } of attachments(context)) {
      for (const side of [0, 1] as const) {
        const id = attachment.trunks[side]
        const item = id === undefined ? undefined : context.interfaceById.get(id)
        if (id === undefined || item === undefined) continue
        const known = first.get(id)
        if (known === undefined) first.set(id, attachment.id)
        const taken = known !== undefined && known !== attachment.id
        const fault =
          item.deviceId !== pair.members[side]
            ? text(
                `is not on ${context.deviceName(pair.members[side])}`,
                `不在 ${context.deviceName(pair.members[side])} 上`,
              )
            : item.kind !== 'eth-trunk'
              ? text('is no Eth-Trunk', '不是 Eth-Trunk')
              : item.mode === 'routed'
                ? text('is Layer 3', '是三层接口')
                : pair.peerLink.trunks.includes(id)
                  ? text('is the peer-link', '是 peer-link')
                  : taken
                    ? text('belongs to another attachment', '已属于另一个接入')
                    : undefined
        if (fault === undefined) continue
        yield {
          subjects: [attachment.id, id],
          what: text(`${name}: ${context.label(item)} ${fault.en}`, `${name}：${context.label(item)} ${fault.zh}`),
          ...(item.kind === 'eth-trunk' && item.mode === 'routed' && item.deviceId === pair.members[side] && !taken
            ? { fix: setFields(text('Make it switched', '改为二层'), id, { mode: undefined }) }
            : {}),
        }
      }
    }
  },
}

const emptyTrunk: Rule = {
  id: 'mlag/attachment-empty-trunk',
  severity: 'warning',
  title: text('A member interface without ports', 'M-LAG 成员接口没有成员口'),
  why: text('Without a port the Eth-Trunk never comes up.', '没有成员口的 Eth-Trunk 无法 Up。'),
  remedy: text('Put the port to the attached device into the Eth-Trunk.', '请将连接接入设备的端口加入该 Eth-Trunk。'),
  source: 'CR "eth-trunk"',
  *run(context) {
    for (const { attachment, trunks, name } of attachments(context)) {
      for (const trunk of trunks) {
        if (trunk.members.length > 0) continue
        yield {
          subjects: [attachment.id, trunk.interfaceId],
          what: text(`${name}: ${context.label(trunk)} has no port`, `${name}：${context.label(trunk)} 没有成员口`),
        }
      }
    }
  },
}

const notCabled: Rule = {
  id: 'mlag/attachment-cabling',
  severity: 'warning',
  title: text('The ports of an attachment do not lead to it', '成员口未连接到接入设备'),
  why: text(
    'The attachment says who is at the other end; the cables say otherwise or are missing.',
    '接入记录与实际连线不符，或缺少线缆。',
  ),
  remedy: text('Cable the ports of the Eth-Trunk to the attached device.', '请将 Eth-Trunk 的成员口连接到接入设备。'),
  source: 'inferred; CG "Configuring M-LAG Member Interfaces"',
  *run(context) {
    for (const { attachment, trunks, name } of attachments(context)) {
      const { attached } = attachment
      for (const trunk of trunks) {
        const ends = farEnds(context, trunk.interfaceId)
        const strays = ends.filter((end) =>
          'hostId' in attached
            ? end.kind !== 'host' || end.hostId !== attached.hostId
            : end.kind !== 'interface' || end.trunkId !== attached.interfaceId,
        )
        const uncabled = trunk.members.length > 0 && ends.length === 0
        if (strays.length === 0 && !uncabled) continue
        yield {
          subjects: [attachment.id, trunk.interfaceId],
          severity: uncabled ? 'info' : 'warning',
          what: uncabled
            ? text(
                `no cable is drawn between ${context.label(trunk)} and ${name}`,
                `${context.label(trunk)} 与 ${name} 之间未画线缆`,
              )
            : text(
                `a port of ${context.label(trunk)} does not lead to ${name}`,
                `${context.label(trunk)} 的成员口未连接到 ${name}`,
              ),
        }
      }
    }
  },
}

const portCounts: Rule = {
  id: 'mlag/attachment-port-counts',
  severity: 'warning',
  title: text('The members have different numbers of ports', '两个成员的成员口数量不同'),
  why: text(
    'A different number of member ports is a type 2 difference and spreads traffic unevenly.',
    '成员口数量不同属于 Type 2 不一致，且流量分担不均。',
  ),
  remedy: text('Use as many ports on both members.', '请在两个成员上使用相同数量的成员口。'),
  source: 'CG "Configuring M-LAG Consistency Check"',
  *run(context) {
    for (const { attachment, trunks, name } of attachments(context)) {
      const [a, b] = trunks
      if (a === undefined || b === undefined || a.members.length === b.members.length) continue
      if (a.members.length === 0 || b.members.length === 0) continue
      yield {
        subjects: [attachment.id],
        what: text(
          `${name}: ${context.label(a)} has ${ports(a.members.length)}, ${context.label(b)} has ${ports(b.members.length)}`,
          `${name}：${context.label(a)} 有 ${a.members.length} 个成员口，${context.label(b)} 有 ${b.members.length} 个`,
        ),
      }
    }
  },
}

function ports(count: number): string {
  return count === 1 ? '1 port' : `${count} ports`
}

const vlanCount: Rule = {
  id: 'mlag/attachment-vlans',
  severity: 'error',
  title: text('VLANs that do not fit the link type', '接入 VLAN 与链路类型不符'),
  why: text(
    'An access interface has exactly one VLAN; a trunk without VLANs passes nothing.',
    'access 接口只能有一个 VLAN，trunk 不允许任何 VLAN 时不转发业务。',
  ),
  remedy: text('Give one VLAN for access, or use trunk.', 'access 请填写一个 VLAN，或改用 trunk。'),
  source: 'CR "port default vlan"; CR "port trunk allow-pass vlan"',
  offersFix: true,
  *run(context) {
    for (const { attachment, name } of attachments(context)) {
      const { vlans, linkType } = attachment
      const count = new Set(vlans).size
      if (linkType === 'trunk' ? count > 0 : count === 1) continue
      if (count === 0 && attachment.trunks.some((id) => id !== undefined && hasSubInterfaces(context, id))) continue
      yield {
        subjects: [attachment.id],
        severity: count > 1 ? 'error' : 'warning',
        what:
          count > 1
            ? text(`${name}: access with ${count} VLANs`, `${name}：access 接入有 ${count} 个 VLAN`)
            : text(`${name}: ${linkType} without a VLAN`, `${name}：${linkType} 接入没有 VLAN`),
        ...(count > 1 ? { fix: setFields(text('Use trunk', '改用 trunk'), attachment.id, { linkType: 'trunk' }) } : {}),
      }
    }
  },
}

/** Whether sub-interfaces take the frames of an Eth-Trunk: its VLANs are in bridge domains and not on the trunk. */
function hasSubInterfaces({ intent, interfaceById }: RuleContext, trunkId: InterfaceId): boolean {
  const trunk = interfaceById.get(trunkId)
  const own = trunk === undefined ? [] : (intent.devices.get(trunk.deviceId)?.interfaces ?? [])
  return own.some(({ kind, name }) => kind === 'subinterface' && name.startsWith(`${trunk?.name}.`))
}

const manualDualActive: Rule = {
  id: 'mlag/attachment-aggregation',
  severity: 'warning',
  title: text('Dual-active access without LACP', '双活接入未使用 LACP'),
  why: text(
    'For dual-active access LACP, best in static mode, is advised: it makes the two members one partner.',
    '双活接入建议使用 LACP（最好为静态模式），使两个成员表现为同一对端。',
  ),
  remedy: text('Use lacp-static.', '请使用 lacp-static。'),
  source: 'CG "Configuring M-LAG Member Interfaces"; 38 of 38 vendor examples do',
  offersFix: true,
  *run(context) {
    for (const { attachment, trunks, name } of attachments(context)) {
      if (attachment.mode !== 'dual-active' || !trunks.some(({ aggregation }) => aggregation === 'manual')) continue
      yield {
        subjects: [attachment.id],
        what: text(`${name}: dual-active over manual Eth-Trunks`, `${name}：双活接入使用了手工模式的 Eth-Trunk`),
        fix: setFields(text('Use lacp-static', '改用 lacp-static'), attachment.id, { aggregation: 'lacp-static' }),
      }
    }
  },
}

export const mlagAttachmentRules: readonly Rule[] = [
  idRange,
  idDuplicate,
  oneSided,
  trunkInvalid,
  emptyTrunk,
  notCabled,
  portCounts,
  vlanCount,
  manualDualActive,
]
