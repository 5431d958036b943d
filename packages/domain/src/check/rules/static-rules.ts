import type { InterfaceName, IpAddress, IpPrefix } from '@weft/net'
import { interfaceKind, interfaceNumber, ipVersion, prefixContains } from '@weft/net'
import type { DeviceIntent, StaticRouteIntent } from '../../intent'
import { bgpSessions } from '../../intent'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { setFields } from '../fixes'
import type { Rule } from '../rule'

type RouteView = { readonly device: DeviceIntent; readonly route: StaticRouteIntent }

function* routes({ devices }: RuleContext): Iterable<RouteView> {
  for (const device of devices) for (const route of device.staticRoutes) yield { device, route }
}

/** Whether a subnet of the device in the routing table of the route has the address. */
function isConnected({ addresses }: RuleContext, { device, route }: RouteView, address: IpAddress): boolean {
  return addresses
    .ofDevice(device.device.id)
    .some((use) => use.vrfId === route.vrfId && prefixContains(use.network, address))
}

const unresolved: Rule = {
  id: 'static/next-hop-unresolved',
  severity: 'error',
  title: text('The next hop of a static route is unreachable', '静态路由下一跳不可达'),
  why: text(
    'A static route is active only while its next hop is reached over a connected subnet or another route.',
    '只有下一跳可经直连网段或其他路由到达时，静态路由才生效。',
  ),
  remedy: text('Use an address of a connected subnet.', '请使用直连网段中的地址。'),
  source: 'inferred; CR "ip route-static"',
  *run(context) {
    for (const view of routes(context)) {
      const { device, route } = view
      if (route.nextHop.kind !== 'address' || isConnected(context, view, route.nextHop.address)) continue
      const { address } = route.nextHop
      const recursive = device.staticRoutes.some(
        (other) => other !== route && other.vrfId === route.vrfId && prefixContains(other.prefix as IpPrefix, address),
      )
      // OSPF and BGP may bring a route to it; what they bring is known only for what somebody asked.
      const learns = device.ospf.length > 0 || bgpSessions(device).length > 0
      if (recursive) continue
      yield {
        subjects: [route.staticRouteId, device.device.id],
        severity: learns ? 'info' : 'error',
        what: learns
          ? text(
              `${device.device.name}: next hop ${address} of ${route.prefix} is in no connected subnet and depends on learned routes`,
              `${device.device.name}：${route.prefix} 的下一跳 ${address} 不在直连网段，依赖学习到的路由`,
            )
          : text(
              `${device.device.name} cannot reach ${address}, the next hop of ${route.prefix}`,
              `${device.device.name} 无法到达 ${route.prefix} 的下一跳 ${address}`,
            ),
      }
    }
  },
}

const nextHopIsSelf: Rule = {
  id: 'static/next-hop-is-self',
  severity: 'error',
  title: text('The next hop is the device itself', '静态路由下一跳为自身'),
  why: text('A route whose next hop is an own address leads nowhere.', '以自身地址为下一跳的路由没有意义。'),
  remedy: text('Use the address of the neighbour.', '请使用邻居的地址。'),
  source: 'inferred; CR "ip route-static"',
  *run(context) {
    for (const { device, route } of routes(context)) {
      if (route.nextHop.kind !== 'address') continue
      const { address } = route.nextHop
      if (!context.addresses.onDevice(device.device.id, address).some(({ vrfId }) => vrfId === route.vrfId)) continue
      yield {
        subjects: [route.staticRouteId, device.device.id],
        what: text(
          `${device.device.name}: ${address}, the next hop of ${route.prefix}, is its own address`,
          `${device.device.name}：${route.prefix} 的下一跳 ${address} 是自身地址`,
        ),
      }
    }
  },
}

const versionsDiffer: Rule = {
  id: 'static/versions-differ',
  severity: 'error',
  title: text('Prefix and next hop of different IP versions', '目的网段与下一跳 IP 版本不同'),
  why: text(
    'ip route-static takes an IPv4 next hop and ipv6 route-static an IPv6 one.',
    'ip route-static 只接受 IPv4 下一跳，ipv6 route-static 只接受 IPv6 下一跳。',
  ),
  remedy: text('Use a next hop of the version of the prefix.', '请使用与目的网段同版本的下一跳。'),
  source: 'CR "ip route-static"; CR "ipv6 route-static"',
  *run(context) {
    for (const { device, route } of routes(context)) {
      if (route.nextHop.kind !== 'address' || ipVersion(route.prefix) === ipVersion(route.nextHop.address)) continue
      yield {
        subjects: [route.staticRouteId, device.device.id],
        what: text(
          `${device.device.name}: ${route.prefix} via ${route.nextHop.address}`,
          `${device.device.name}：${route.prefix} 的下一跳为 ${route.nextHop.address}`,
        ),
      }
    }
  },
}

const interfaceOnly: Rule = {
  id: 'static/next-hop-missing',
  severity: 'warning',
  title: text('An Ethernet exit without next hop', '以太出接口未指定下一跳'),
  why: text(
    'On a shared link the device does not know to whom to send; the manual advises to name the next hop.',
    '在广播型链路上设备不知道下一跳是谁，手册建议同时指定下一跳。',
  ),
  remedy: text('Give the address of the neighbour as well.', '请同时指定邻居地址。'),
  source: 'CR "ip route-static (VPN)"',
  *run(context) {
    for (const { device, route } of routes(context)) {
      if (route.nextHop.kind !== 'interface') continue
      const kind = interfaceKind(route.nextHop.interfaceName)
      if (kind === 'tunnel' || kind === 'loopback' || kind === 'null') continue
      yield {
        subjects: [route.staticRouteId, device.device.id],
        what: text(
          `${device.device.name}: ${route.prefix} leaves through ${route.nextHop.interfaceName} without a next hop`,
          `${device.device.name}：${route.prefix} 经 ${route.nextHop.interfaceName} 转发，但未指定下一跳`,
        ),
      }
    }
  },
}

const outsideSubnet: Rule = {
  id: 'static/next-hop-outside',
  severity: 'warning',
  title: text('The next hop is not on the exit interface', '下一跳不在出接口网段'),
  why: text(
    'The device looks for the next hop on that interface only and may not find it.',
    '设备只会在该接口上查找下一跳，可能无法转发。',
  ),
  remedy: text('Use a next hop in the subnet of the interface.', '请使用出接口网段内的下一跳。'),
  source: 'CR "ip route-static (VPN)"',
  *run(context) {
    for (const { device, route } of routes(context)) {
      const { nextHop } = route
      if (
        nextHop.kind !== 'address' ||
        nextHop.interfaceName === undefined ||
        ipVersion(route.prefix) !== ipVersion(nextHop.address)
      )
        continue
      const uses = context.addresses
        .ofDevice(device.device.id)
        .filter(({ interface: item }) => item.name === nextHop.interfaceName)
      if (nextHop.address.startsWith('fe80:') || uses.some(({ network }) => prefixContains(network, nextHop.address)))
        continue
      yield {
        subjects: [route.staticRouteId, device.device.id],
        what: text(
          `${device.device.name}: ${nextHop.address} is not in a subnet of ${nextHop.interfaceName}`,
          `${device.device.name}：${nextHop.address} 不在 ${nextHop.interfaceName} 的网段内`,
        ),
      }
    }
  },
}

const preference: Rule = {
  id: 'static/preference',
  severity: 'error',
  title: text('Preference out of range', '静态路由优先级超出范围'),
  why: text('The device takes 1 to 255.', '取值范围为 1 到 255。'),
  remedy: text('Use 1 to 255, or leave it out for 60.', '请使用 1 到 255，或留空使用 60。'),
  source: 'CR "ip route-static"',
  offersFix: true,
  *run(context) {
    for (const { device, route } of routes(context)) {
      if (route.preference === undefined || (route.preference >= 1 && route.preference <= 255)) continue
      yield {
        subjects: [route.staticRouteId, device.device.id],
        what: text(
          `${device.device.name}: preference ${route.preference} of ${route.prefix} is not 1 to 255`,
          `${device.device.name}：${route.prefix} 的优先级 ${route.preference} 不在 1 到 255 之间`,
        ),
        fix: setFields(text('Use the default 60', '使用默认值 60'), route.staticRouteId, { preference: undefined }),
      }
    }
  },
}

const throughActiveStandby: Rule = {
  id: 'static/through-active-standby',
  perDevice: true,
  severity: 'warning',
  title: text('A static route over an active-standby attachment', '静态路由经过主备接入'),
  why: text(
    'Both members have the route, and the standby member forwards nothing to the attachment.',
    '两个成员都有该路由，而备成员不向该接入转发流量。',
  ),
  remedy: text('Make the attachment dual-active, or route another way.', '请将该接入改为双活，或改用其他下一跳。'),
  source: 'CG "Configuration Precautions for M-LAG"',
  *run(context) {
    const standby = context.attachments.filter(({ mode }) => mode === 'active-standby')
    if (standby.length === 0) return
    for (const { device, route } of routes(context)) {
      if (route.nextHop.kind !== 'address') continue
      const { address } = route.nextHop
      const use = context.addresses
        .ofDevice(device.device.id)
        .find(({ vrfId, network }) => vrfId === route.vrfId && prefixContains(network, address))
      const vlan = use === undefined ? undefined : vlanOf(use.interface.name)
      const over = standby.find(
        ({ pairId, vlans }) => vlan !== undefined && vlans.includes(vlan) && device.dfsGroup?.pairId === pairId,
      )
      if (over === undefined) continue
      yield {
        subjects: [route.staticRouteId, over.id],
        what: text(
          `${device.device.name}: ${route.prefix} via ${address} leaves over an active-standby attachment`,
          `${device.device.name}：${route.prefix}（下一跳 ${address}）经主备接入转发`,
        ),
      }
    }
  },
}

function vlanOf(name: InterfaceName): number | undefined {
  return interfaceKind(name) === 'vlanif' ? interfaceNumber(name) : undefined
}

export const staticRules: readonly Rule[] = [
  unresolved,
  nextHopIsSelf,
  versionsDiffer,
  interfaceOnly,
  outsideSubnet,
  preference,
  throughActiveStandby,
]
