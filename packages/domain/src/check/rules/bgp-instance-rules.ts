import { text } from '../../model'
import type { RuleContext } from '../context'
import { isIpv6 } from '../context'
import type { Rule } from '../rule'
import { at } from './bgp-peer-rules'

/** Ends of peerings on devices that name a further BGP process. */
function* namedEnds({ peerings, intent }: RuleContext) {
  for (const peering of peerings) {
    for (const end of peering.ends) {
      if (end.instance === undefined || !('deviceId' in end.owner)) continue
      const device = intent.devices.get(end.owner.deviceId)
      if (device !== undefined) yield { peering, end, device, instance: end.instance }
    }
  }
}

const instanceMissing: Rule = {
  id: 'bgp/instance-missing',
  severity: 'error',
  title: text('A BGP process that the device does not have', '设备上没有该 BGP 进程'),
  why: text(
    'A peer belongs to one BGP process; in a process that is not there nothing is configured for it.',
    '对等体属于某个 BGP 进程；进程不存在时，不会为其生成任何配置。',
  ),
  remedy: text(
    'Add the process to the device, or let the end belong to the base process.',
    '请在设备上添加该进程，或使该端属于基础进程。',
  ),
  source: 'CR "bgp instance"',
  *run(context) {
    for (const { peering, device, instance } of namedEnds(context)) {
      if (device.bgpInstances.some((process) => process.instance === instance)) continue
      yield {
        subjects: [peering.id, device.device.id],
        what: text(
          `${device.device.name} has no BGP process ${instance}`,
          `${device.device.name} 上没有 BGP 进程 ${instance}`,
        ),
      }
    }
  },
}

const instanceDuplicate: Rule = {
  id: 'bgp/instance-duplicate',
  severity: 'error',
  title: text('Two BGP processes of one name', 'BGP 进程重名'),
  why: text(
    'A device knows a further BGP process by its name; the second one would be refused.',
    '设备以名称区分 BGP 进程，第二个同名进程会被拒绝。',
  ),
  remedy: text('Rename one of them.', '请修改其中一个的名称。'),
  source: 'CR "bgp"; CR "bgp instance"',
  *run({ devices }) {
    for (const { device } of devices) {
      const names = (device.bgpInstances ?? []).map(({ name }) => name)
      for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index))) {
        yield {
          subjects: [device.id],
          key: name,
          what: text(`${device.name} has two BGP processes ${name}`, `${device.name} 上有两个 BGP 进程 ${name}`),
        }
      }
    }
  },
}

const instanceFamily: Rule = {
  id: 'bgp/instance-family',
  severity: 'error',
  title: text('A family that a further BGP process does not have', '非基础 BGP 进程中不存在的地址族'),
  why: text(
    'Beside the base process there are EVPN and the families of VPN instances only: no IPv4 or IPv6 unicast of the public network.',
    '基础进程之外只有 EVPN 和 VPN 实例的地址族，没有公网的 IPv4/IPv6 单播。',
  ),
  remedy: text('Use the base process, or a VPN instance.', '请使用基础进程，或使用 VPN 实例。'),
  source:
    'CR views of "ipv4-family unicast", "l2vpn-family evpn" and "peer enable"; CG "Understanding BGP Multi-Instance"',
  *run(context) {
    for (const { peering, end, device, instance } of namedEnds(context)) {
      const wrong = peering.families.filter((family) => family !== 'evpn')
      if ((end.vrfId ?? peering.vrfId) !== undefined || wrong.length === 0) continue
      yield {
        subjects: [peering.id, device.device.id],
        what: text(
          `BGP process ${instance} of ${device.device.name} has no ${wrong.join(', ')}`,
          `${device.device.name} 的 BGP 进程 ${instance} 没有 ${wrong.join('、')}`,
        ),
      }
    }
    for (const view of context.sessions) {
      const { session, device, remoteName } = view
      const { instance, vrfId, families, remoteAddress } = session
      if (instance === undefined || vrfId === undefined || remoteAddress === undefined) continue
      if (!families.includes('ipv6-unicast') || isIpv6(remoteAddress.value)) continue
      yield {
        ...at(view),
        what: text(
          `${device.device.name}: the IPv6 family of a VPN instance in BGP process ${instance} takes no peer with an IPv4 address (${remoteName})`,
          `${device.device.name}：BGP 进程 ${instance} 的 VPN 实例 IPv6 地址族不接受 IPv4 地址的对等体（${remoteName}）`,
        ),
      }
    }
    for (const { device, bgpInstances } of context.devices) {
      const named = bgpInstances.find(({ announcements, importRoutes }) =>
        [...announcements, ...importRoutes].some(({ vrfId }) => vrfId === undefined),
      )
      if (named === undefined) continue
      yield {
        subjects: [device.id],
        what: text(
          `BGP process ${named.instance} of ${device.name} cannot announce routes of the public network`,
          `${device.name} 的 BGP 进程 ${named.instance} 不能发布公网路由`,
        ),
      }
    }
  },
}

const instanceRelyState: Rule = {
  id: 'bgp/instance-rely-state',
  severity: 'error',
  title: text('rely-state in a VPN instance of a further process', '非基础进程的 VPN 实例中使用 rely-state'),
  why: text(
    'The VPN views of a further BGP process do not have the command.',
    '非基础 BGP 进程的 VPN 视图中没有该命令。',
  ),
  remedy: text('Move the peer to the base process.', '请将对等体移到基础进程。'),
  source: 'CR "peer rely-state interface (BGP multi-instance view)" and siblings',
  *run({ sessions }) {
    for (const view of sessions) {
      const { session, device } = view
      if (session.instance === undefined || session.vrfId === undefined || session.relyStateInterfaces.length === 0)
        continue
      yield {
        ...at(view),
        what: text(
          `${device.device.name}: rely-state for ${view.remoteName} cannot be configured in process ${session.instance}`,
          `${device.device.name}：无法在进程 ${session.instance} 中为 ${view.remoteName} 配置 rely-state`,
        ),
      }
    }
  },
}

export const bgpInstanceRules: readonly Rule[] = [instanceMissing, instanceDuplicate, instanceFamily, instanceRelyState]
