import { interfaceKind, interfaceNumber } from '@weft/net'
import type { InterfaceIntent } from '../../intent'
import type { InterfaceId } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import type { Fix } from '../fixes'
import { setEnd, setFields } from '../fixes'
import type { Rule } from '../rule'
import type { SessionView } from '../session-views'
import { at } from './bgp-peer-rules'
import { carries } from './vlan-rules'

const page = 'CR "peer rely-state interface (BGP-VPN instance IPv6 address family view) (IPv6)" and siblings'

type Tracked = {
  readonly view: SessionView
  readonly id: InterfaceId
  readonly item: InterfaceIntent | undefined
  readonly without: Fix | undefined
}

/** Every tracked interface of every session, missing ones included. */
function* tracked({ peeredSessions, interfaceById }: RuleContext): Iterable<Tracked> {
  for (const view of peeredSessions) {
    const { end, peering, session, device } = view
    for (const id of end?.relyStateInterfaceIds ?? []) {
      const found = interfaceById.get(id)
      const rest = end?.relyStateInterfaceIds?.filter((each) => each !== id) ?? []
      yield {
        view,
        id,
        item: found?.deviceId === device.device.id ? found : undefined,
        without:
          peering === undefined
            ? undefined
            : setEnd(
                text('Do not track it', '不再跟踪该接口'),
                { peering, side: session.side },
                { relyStateInterfaceIds: rest.length === 0 ? undefined : rest },
              ),
      }
    }
  }
}

function fixOf(fix: Fix | undefined) {
  return fix === undefined ? {} : { fix }
}

const missing: Rule = {
  id: 'bgp/rely-state-missing',
  severity: 'error',
  title: text('The tracked port does not exist', '跟踪的端口不存在'),
  why: text('rely-state needs a port of the device itself.', 'rely-state 必须引用本设备的端口。'),
  remedy: text('Choose a port of the device.', '请选择本设备的端口。'),
  source: `inferred; ${page}`,
  offersFix: true,
  *run(context) {
    for (const { view, id, item, without } of tracked(context)) {
      if (item !== undefined) continue
      const other = context.interfaceById.get(id)
      const what = other === undefined ? id : context.label(other)
      yield {
        ...at(view),
        key: id,
        what: text(
          `${view.device.device.name} tracks ${what} for ${view.remoteName}, which is no port of it`,
          `${view.device.device.name} 为 ${view.remoteName} 跟踪 ${what}，但它不是本设备的端口`,
        ),
        ...fixOf(without),
      }
    }
  },
}

const notPhysical: Rule = {
  id: 'bgp/rely-state-not-physical',
  severity: 'error',
  title: text('The tracked interface is no physical port', '跟踪的接口不是物理端口'),
  why: text(
    'Every page speaks of a physical interface only; other types are not supported by the documentation.',
    '所有文档都只针对物理接口，其他类型没有文档支持。',
  ),
  remedy: text(
    'Track the port the server is cabled to. For M-LAG trunks there is route-priority-track.',
    '请跟踪连接服务器的物理端口；M-LAG Eth-Trunk 可考虑 route-priority-track。',
  ),
  source: page,
  offersFix: true,
  *run(context) {
    for (const { view, id, item, without } of tracked(context)) {
      if (item === undefined || interfaceKind(item.name) === 'ethernet') continue
      yield {
        ...at(view),
        key: id,
        what: text(
          `${view.device.device.name} tracks ${item.name} for ${view.remoteName}, which is no physical port`,
          `${view.device.device.name} 为 ${view.remoteName} 跟踪 ${item.name}，但它不是物理端口`,
        ),
        ...fixOf(without),
      }
    }
  },
}

const down: Rule = {
  id: 'bgp/rely-state-down',
  severity: 'error',
  title: text('The tracked port can never come up', '跟踪的端口无法 Up'),
  why: text(
    'A session follows the port: while the port is down the session cannot be established.',
    '会话跟随端口状态，端口为 Down 时会话无法建立。',
  ),
  remedy: text('Connect and enable the port, or track another one.', '请连接并开启该端口，或跟踪其他端口。'),
  source: page,
  offersFix: true,
  *run(context) {
    for (const { view, id, item, without } of tracked(context)) {
      if (item === undefined || interfaceKind(item.name) !== 'ethernet') continue
      const cabled = context.cablesOf(id).length > 0
      if (cabled && !item.shutdown) continue
      yield {
        ...at(view),
        key: id,
        what: item.shutdown
          ? text(
              `${context.label(item)} is shut down, so the session to ${view.remoteName} can never be established`,
              `${context.label(item)} 已关闭，到 ${view.remoteName} 的会话无法建立`,
            )
          : text(
              `${context.label(item)} has no cable, so the session to ${view.remoteName} can never be established`,
              `${context.label(item)} 未连线，到 ${view.remoteName} 的会话无法建立`,
            ),
        ...(item.shutdown && cabled
          ? { fix: setFields(text('Enable the port', '开启端口'), id, { shutdown: undefined }) }
          : fixOf(without)),
      }
    }
  },
}

/** The Vlanif a session runs from. */
function vlanOf({ source }: SessionView): number | undefined {
  return source?.kind === 'vlanif' ? interfaceNumber(source.name) : undefined
}

const wrongVlan: Rule = {
  id: 'bgp/rely-state-vlan',
  severity: 'warning',
  title: text('The tracked port is not in the VLAN of the session', '跟踪的端口不在会话的 VLAN 中'),
  why: text(
    'rely-state is for the port that leads to the server inside the VLAN of the Vlanif; another port says nothing about the server.',
    'rely-state 用于跟踪 Vlanif 所属 VLAN 内连接服务器的端口，其他端口不能反映服务器状态。',
  ),
  remedy: text('Track the port in that VLAN.', '请跟踪该 VLAN 内的端口。'),
  source: `inferred; ${page}`,
  offersFix: true,
  *run(context) {
    for (const { view, id, item, without } of tracked(context)) {
      const vlan = vlanOf(view)
      if (
        vlan === undefined ||
        item === undefined ||
        interfaceKind(item.name) !== 'ethernet' ||
        item.memberOf !== undefined
      )
        continue
      if (item.mode === 'switched' && carries(item, vlan)) continue
      yield {
        ...at(view),
        key: id,
        what: text(
          `${context.label(item)} is not in VLAN ${vlan}, over which ${view.remoteName} is reached`,
          `${context.label(item)} 不在 VLAN ${vlan} 中，而 ${view.remoteName} 通过该 VLAN 到达`,
        ),
        ...fixOf(without),
      }
    }
  },
}

const trunkMember: Rule = {
  id: 'bgp/rely-state-trunk-member',
  severity: 'warning',
  title: text('One port decides over a whole trunk', '单个成员口决定整个 Eth-Trunk 上的会话'),
  why: text(
    'The session goes down with the tracked member although the other members still carry the server.',
    '其他成员口仍可承载服务器时，会话也会随被跟踪的成员口中断。',
  ),
  remedy: text('Use BFD for the session instead.', '请改用 BFD 检测该会话。'),
  source: `inferred; ${page}`,
  offersFix: true,
  *run(context) {
    for (const { view, id, item, without } of tracked(context)) {
      if (item?.memberOf === undefined) continue
      yield {
        ...at(view),
        key: id,
        what: text(
          `${context.label(item)} is one member of ${item.memberOf}, tracked for ${view.remoteName}`,
          `为 ${view.remoteName} 跟踪的 ${context.label(item)} 只是 ${item.memberOf} 的一个成员口`,
        ),
        ...fixOf(without),
      }
    }
  },
}

const noVlanif: Rule = {
  id: 'bgp/rely-state-no-vlanif',
  severity: 'info',
  title: text('rely-state without a Vlanif', '会话不经过 Vlanif 却使用 rely-state'),
  why: text(
    'The function is for servers behind a Vlanif, which stays up when one port goes down; a routed port brings its session down by itself.',
    '该功能针对 Vlanif 下的服务器；三层接口 Down 时会话本来就会中断。',
  ),
  remedy: text('Use BFD or tracking.', '请使用 BFD 或 tracking。'),
  source: page,
  *run({ sessions }) {
    for (const view of sessions) {
      if (view.session.relyStateInterfaces.length === 0 || view.source === undefined || view.source.kind === 'vlanif')
        continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name} reaches ${view.remoteName} from ${view.source.name}, not from a Vlanif`,
          `${view.device.device.name} 通过 ${view.source.name} 而非 Vlanif 到达 ${view.remoteName}`,
        ),
      }
    }
  },
}

const severalPorts: Rule = {
  id: 'bgp/rely-state-several',
  severity: 'warning',
  title: text('Several tracked ports', '跟踪多个端口'),
  why: text(
    'What several rely-state ports of one peer do together is undocumented.',
    '一个对等体跟踪多个端口时的行为无文档说明。',
  ),
  remedy: text('Keep one port.', '请只保留一个端口。'),
  source: `undocumented; ${page}`,
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering, end } = view
      const [first, ...others] = session.relyStateInterfaces
      if (first === undefined || others.length === 0 || peering === undefined || end === undefined) continue
      const names = session.relyStateInterfaces.map(({ name }) => name)
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name} tracks ${names.join(' and ')} for ${view.remoteName} (undocumented)`,
          `${view.device.device.name} 为 ${view.remoteName} 跟踪 ${names.join('、')}（无文档说明）`,
        ),
        fix: setEnd(
          text(`Keep ${first.name}`, `只保留 ${first.name}`),
          { peering, side: session.side },
          { relyStateInterfaceIds: [first.interfaceId] },
        ),
      }
    }
  },
}

export const relyStateRules: readonly Rule[] = [
  missing,
  notPhysical,
  down,
  wrongVlan,
  trunkMember,
  noVlanif,
  severalPorts,
]
