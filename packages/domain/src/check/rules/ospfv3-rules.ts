import type { InterfaceIntent, Ospfv3InterfaceIntent } from '../../intent'
import type { DeviceInterface } from '../../model'
import { text } from '../../model'
import { subjectOf } from '../addresses'
import { followUnderlay, processFollowsUnderlay } from '../igp-fixes'
import type { Rule } from '../rule'

const noRouterId: Rule = {
  id: 'ospfv3/no-router-id',
  perDevice: true,
  severity: 'error',
  title: text('OSPFv3 without a router ID', 'OSPFv3 没有 Router ID'),
  why: text(
    'OSPFv3 takes its router ID from no address: without one the process does not run.',
    'OSPFv3 不会从地址中选取 Router ID；没有配置时进程不运行。',
  ),
  remedy: text('Give the device a router ID.', '请为设备配置 Router ID。'),
  source: 'CR "ospfv3"; CR "router-id (OSPFv3 view)"',
  offersFix: true,
  *run({ devices }) {
    for (const { device, ospfv3, routerId: own } of devices) {
      for (const { underlayId, processId, routerId } of ospfv3) {
        if (routerId !== undefined) continue
        yield {
          subjects: [device.id, underlayId],
          what: text(
            `OSPFv3 ${processId} of ${device.name} has no router ID`,
            `${device.name} 的 OSPFv3 ${processId} 没有 Router ID`,
          ),
          ...(own === undefined ? {} : processFollowsUnderlay([device], underlayId, 'routerId')),
        }
      }
    }
  },
}

type Setting = {
  readonly name: 'area' | 'instance ID' | 'network type'
  readonly zh: string
  readonly field: keyof NonNullable<DeviceInterface['ospfv3']>
  readonly of: (terms: Ospfv3InterfaceIntent) => string | number
}

const settings: readonly Setting[] = [
  { name: 'area', zh: '区域', field: 'area', of: ({ area }) => area },
  { name: 'instance ID', zh: '实例 ID', field: 'instanceId', of: ({ instanceId }) => instanceId },
  { name: 'network type', zh: '网络类型', field: 'networkType', of: ({ networkType }) => networkType.value },
]

const settingsDiffer: Rule = {
  id: 'ospfv3/link-settings-differ',
  severity: 'error',
  title: text('OSPFv3 settings differ on a link', '链路两端 OSPFv3 参数不同'),
  why: text(
    'Ends with another area or instance ID ignore each other; with another network type they find no routes.',
    '区域或实例 ID 不同的两端互相忽略；网络类型不同时无法计算路由。',
  ),
  remedy: text('Use the same settings on both ends.', '请在两端使用相同的参数。'),
  source: 'CR "ospfv3 area"; CR "ospfv3 network-type"',
  offersFix: true,
  *run(context) {
    for (const { id, ends } of context.layer3Links) {
      const [a, b] = ends
      if (a.ospfv3 === undefined || b.ospfv3 === undefined) continue
      for (const { name, zh, field, of } of settings) {
        const [first, second] = [of(a.ospfv3), of(b.ospfv3)]
        if (first === second) continue
        const isOwn = ({ interfaceId }: InterfaceIntent): boolean =>
          interfaceId !== undefined && context.network.interfaces[interfaceId]?.ospfv3?.[field] !== undefined
        const own = ends.filter(isOwn)
        yield {
          subjects: [id, subjectOf(a), subjectOf(b)],
          key: field,
          what: text(
            `OSPFv3 ${name}: ${context.label(a)} has ${first}, ${context.label(b)} has ${second}`,
            `OSPFv3 ${zh}：${context.label(a)} 为 ${first}，${context.label(b)} 为 ${second}`,
          ),
          ...(own.length === 1 ? followUnderlay(context, { ends: own, part: 'ospfv3', fields: [field] }) : {}),
        }
      }
    }
  },
}

export const ospfv3Rules: readonly Rule[] = [noRouterId, settingsDiffer]
