import type { InterfaceName } from '@weft/net'
import { parentInterface } from '@weft/net'
import { isRouter } from '../../catalog'
import type { InterfaceIntent } from '../../intent'
import type { DeviceId, LocalText } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { setFields } from '../fixes'
import type { DrawnInterface } from '../interface-lookup'
import type { Rule } from '../rule'

/** Sub-interfaces with the interface they are part of, as far as that one is drawn. */
function* subInterfaces({ drawn, intent }: RuleContext): Iterable<{ item: DrawnInterface; parent?: InterfaceIntent }> {
  const known = new Map<DeviceId, ReadonlyMap<InterfaceName, InterfaceIntent>>()
  for (const { item } of drawn) {
    if (item.kind !== 'subinterface') continue
    const byName =
      known.get(item.deviceId) ??
      new Map(intent.devices.get(item.deviceId)?.interfaces.map((each) => [each.name, each] as const))
    known.set(item.deviceId, byName)
    const parentName = parentInterface(item.name)
    yield { item, parent: parentName && byName.get(parentName) }
  }
}

const parentUnfit: Rule = {
  id: 'interface/sub-interface-parent',
  severity: 'error',
  title: text('A sub-interface on a port of the other layer', '子接口与主接口的层次不一致'),
  why: text(
    'A port in Layer 3 mode has Layer 3 sub-interfaces, a port in Layer 2 mode those with mode l2, and a member of an Eth-Trunk none.',
    '三层主接口只能有三层子接口，二层主接口只能有 mode l2 的子接口，Eth-Trunk 成员口不能有子接口。',
  ),
  remedy: text('Change the mode of the port or of the sub-interface.', '请修改主接口或子接口的模式。'),
  source: 'CR "interface"; CR "portswitch"; CG "Interface Classification"',
  offersFix: true,
  *run(context) {
    for (const { item, parent } of subInterfaces(context)) {
      const device = context.network.devices[item.deviceId]
      // A port of a router has sub-interfaces of either layer.
      if (parent === undefined || device === undefined || isRouter(device)) continue
      if (parent.memberOf === undefined && parent.mode === item.mode) continue
      const reason: LocalText =
        parent.memberOf === undefined
          ? text(`${parent.name} is ${shown[parent.mode].en}`, `${parent.name} 为${shown[parent.mode].zh}`)
          : text(`${parent.name} is a member of ${parent.memberOf}`, `${parent.name} 是 ${parent.memberOf} 的成员`)
      const isFree =
        parent.memberOf === undefined &&
        parent.interfaceId !== undefined &&
        item.mode === 'routed' &&
        parent.switching === undefined &&
        parent.peerLink === undefined &&
        parent.mlagMember === undefined &&
        !hasLayer2Siblings(context, parent)
      yield {
        subjects: [item.interfaceId, ...(parent.interfaceId === undefined ? [] : [parent.interfaceId])],
        what: text(
          `${context.label(item)} is ${shown[item.mode].en}, but ${reason.en}`,
          `${context.label(item)} 为${shown[item.mode].zh}，但 ${reason.zh}`,
        ),
        ...(isFree && parent.interfaceId !== undefined
          ? { fix: setFields(text('Make the port routed', '改为三层接口'), parent.interfaceId, { mode: 'routed' }) }
          : {}),
      }
    }
  },
}

const shown = { routed: text('of Layer 3', '三层接口'), switched: text('of Layer 2', '二层接口') } as const

function hasLayer2Siblings({ intent }: RuleContext, parent: InterfaceIntent): boolean {
  const siblings = intent.devices.get(parent.deviceId)?.interfaces ?? []
  return siblings.some(({ name, mode }) => mode === 'switched' && name.startsWith(`${parent.name}.`))
}

const framesTwice: Rule = {
  id: 'interface/sub-interface-frames-twice',
  severity: 'error',
  title: text('Two sub-interfaces that take the same frames', '两个子接口接收相同的报文'),
  why: text(
    'A port gives each frame to one sub-interface; the device refuses a second one with the same VLAN.',
    '端口的每个报文只能交给一个子接口，设备会拒绝 VLAN 相同的第二个子接口。',
  ),
  remedy: text('Give one of them another VLAN.', '请为其中一个更换 VLAN。'),
  source: 'CR "encapsulation dot1q"; CR "dot1q termination vid"',
  *run(context) {
    const first = new Map<string, DrawnInterface>()
    for (const { item } of subInterfaces(context)) {
      const { encapsulation } = item
      const vlan = encapsulation?.kind === 'dot1q' ? encapsulation.vlan : undefined
      // A Layer 3 sub-interface without a VLAN takes no frames yet.
      if (encapsulation === undefined || (item.mode === 'routed' && vlan === undefined)) continue
      const frames = vlan === undefined ? encapsulation.kind : `VLAN ${vlan}`
      const key = `${item.deviceId} ${parentInterface(item.name)} ${frames}`
      const known = first.get(key)
      if (known === undefined) first.set(key, item)
      else {
        yield {
          subjects: [item.interfaceId, known.interfaceId],
          what: text(
            `${context.label(known)} and ${item.name} both take ${frames}`,
            `${context.label(known)} 与 ${item.name} 都接收 ${frames}`,
          ),
        }
      }
    }
  },
}

const hybridBoth: Rule = {
  id: 'vlan/hybrid-tagged-and-untagged',
  severity: 'error',
  title: text('A VLAN with and without a tag on one port', '同一端口上 VLAN 既带标签又不带标签'),
  why: text(
    'Frames of a VLAN leave a hybrid port in one of the two ways; what was entered last stays.',
    'Hybrid 端口发送某 VLAN 的报文时只能带或不带标签，后配置的生效。',
  ),
  remedy: text('Keep the VLAN in one of the two lists.', '请只在其中一个列表中保留该 VLAN。'),
  source: 'CR "port hybrid vlan"',
  *run({ drawn, label }) {
    for (const { item, record } of drawn) {
      const { switching } = item
      if (switching?.linkType !== 'hybrid') continue
      const untagged = new Set(switching.untaggedVlans)
      const both = switching.allowedVlans.filter((vlan) => untagged.has(vlan))
      if (both.length === 0) continue
      yield {
        subjects: [record.id],
        what: text(
          `${label(item)}: VLAN ${both.join(', ')} is tagged and untagged`,
          `${label(item)}：VLAN ${both.join('、')} 同时为 tagged 和 untagged`,
        ),
      }
    }
  },
}

export const subInterfaceRules: readonly Rule[] = [parentUnfit, framesTwice, hybridBoth]
