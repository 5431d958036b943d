import { interfaceKind } from '@weft/net'
import { isRouter } from '../../catalog'
import { bgpProcesses } from '../../intent'
import type { Family } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { isIpv6 } from '../context'
import { setEnd, setProcess } from '../fixes'
import type { Rule } from '../rule'
import type { SessionView } from '../session-views'
import { at } from './bgp-peer-rules'

const isVpnFamily = (family: Family): boolean => family === 'vpnv4' || family === 'vpnv6'
const targeted = (family: Family): boolean => isVpnFamily(family) || family === 'evpn'

/** Sessions of routers that carry VPNv4 or VPNv6 routes. */
function vpnSessions({ sessionsThat }: RuleContext): readonly SessionView[] {
  return sessionsThat(({ families }) => families.some(isVpnFamily)).filter(({ device }) => isRouter(device.device))
}

/**
 * Reflectors of two ASs peer over several hops, and so between LoopBacks. An ASBR that changes the next hop on a
 * link to its neighbour is another design (Option B) and right.
 */
const nextHopLost: Rule = {
  id: 'bgp/inter-as-next-hop-lost',
  wide: ['bgp', 'definitions', 'roles'],
  words: ['names'],
  severity: 'error',
  title: text('VPN routes between ASs lose the PE they come from', '跨域 VPN 路由丢失源 PE 下一跳'),
  why: text(
    'A reflector that passes VPN routes between ASs puts itself in as next hop, and tunnels end at the reflector instead of the PE.',
    '在 AS 之间传递 VPN 路由的反射器会把下一跳改为自身，隧道将终结在反射器而非 PE。',
  ),
  remedy: text(
    'Set next-hop-invariable on the reflector, toward the reflector of the other AS and toward its own PEs.',
    '请在反射器上对另一 AS 的反射器和本 AS 的 PE 都配置 next-hop-invariable。',
  ),
  source:
    'NR "peer next-hop-invariable (BGP-VPNv6 address family view)"; NG "Establishing the MP-EBGP Peer Between PEs"',
  offersFix: true,
  *run(context) {
    const views = vpnSessions(context)
    const ownPes = (view: SessionView) =>
      views.filter(({ session }) => session.deviceId === view.session.deviceId && session.reflectClient)
    const concerned = new Set<SessionView>()
    for (const view of views) {
      const { session } = view
      const runsFromLoopback = view.source !== undefined && interfaceKind(view.source.name) === 'loopback'
      if (session.type !== 'ebgp' || !runsFromLoopback) continue
      const clients = ownPes(view)
      for (const each of clients.length > 0 ? [view, ...clients] : []) concerned.add(each)
    }
    for (const view of views) {
      const { session, peering, device } = view
      if (!concerned.has(view) || session.nextHopInvariable || peering === undefined) continue
      yield {
        ...at(view),
        what: text(
          `${device.device.name} replaces the next hop of VPN routes toward ${view.remoteName}`,
          `${device.device.name} 会改变发往 ${view.remoteName} 的 VPN 路由的下一跳`,
        ),
        fix: setEnd(
          text('Set next-hop-invariable', '配置 next-hop-invariable'),
          { peering, side: session.side },
          { nextHopInvariable: true, nextHopLocal: undefined },
        ),
      }
    }
  },
}

const reflectorFilters: Rule = {
  id: 'bgp/reflector-drops-routes',
  severity: 'error',
  title: text('A reflector that filters by VPN targets', '反射器按 VPN Target 过滤路由'),
  why: text(
    'A reflector without VPN instances has no import target of its own, so policy vpn-target drops every route it should reflect.',
    '没有 VPN 实例的反射器没有任何 Import Target，policy vpn-target 会丢弃所有应反射的路由。',
  ),
  remedy: text('Leave the VPN target policy off on the reflector.', '请在反射器上执行 undo policy vpn-target。'),
  source:
    'CR "policy vpn-target (BGP-EVPN address family view)"; NR "policy vpn-target (BGP-VPNv6 address family view)"',
  offersFix: true,
  *run({ devices }) {
    for (const intent of devices) {
      const { device, vrfs } = intent
      const process = bgpProcesses(intent).find(
        ({ vpnTargetPolicy, sessions }) =>
          vpnTargetPolicy === true &&
          sessions.some(({ reflectClient, families }) => reflectClient && families.some(targeted)),
      )
      if (process === undefined || vrfs.length > 0) continue
      yield {
        subjects: [device.id],
        what: text(
          `${device.name} has no VPN instance and filters the routes it reflects by VPN targets`,
          `${device.name} 没有 VPN 实例，却按 VPN Target 过滤要反射的路由`,
        ),
        fix: setProcess(
          text('Switch the VPN target policy off', '关闭 VPN Target 过滤'),
          { device, process },
          { vpnTargetPolicy: false },
        ),
      }
    }
  },
}

const vpnPeerIpv6: Rule = {
  id: 'bgp/vpn-family-needs-ipv4-peer',
  severity: 'error',
  title: text('VPNv4 or VPNv6 over an IPv6 session', 'VPNv4/VPNv6 使用了 IPv6 会话'),
  why: text(
    'The VPNv4 and VPNv6 families take peers by IPv4 address only: IPv6 VPN routes cross an IPv4 core.',
    'VPNv4 和 VPNv6 地址族只接受 IPv4 地址的对等体：IPv6 VPN 路由由 IPv4 核心网承载。',
  ),
  remedy: text('Run the session between IPv4 addresses.', '请使用 IPv4 地址建立会话。'),
  source: 'NR "peer enable (BGP-VPNv6 address family view)"',
  *run(context) {
    for (const view of vpnSessions(context)) {
      const { session, device } = view
      if (session.remoteAddress === undefined || !isIpv6(session.remoteAddress.value)) continue
      yield {
        ...at(view),
        what: text(
          `${device.device.name}: ${session.families.filter(isVpnFamily).join(', ')} over the IPv6 peer ${session.remoteAddress.value}`,
          `${device.device.name}：在 IPv6 对等体 ${session.remoteAddress.value} 上使能了 ${session.families.filter(isVpnFamily).join('、')}`,
        ),
      }
    }
  },
}

const labelsNotModelled: Rule = {
  id: 'bgp/labels-not-modelled',
  wide: ['bgp', 'roles'],
  words: ['names'],
  severity: 'info',
  title: text('VPN traffic needs labels that Weft does not follow', 'VPN 流量依赖 Weft 未建模的标签'),
  why: text(
    'A VPNv4 or VPNv6 session can be up while traffic has no labelled path to the other PE. MPLS, LDP and labelled routes are not part of the model.',
    'VPNv4/VPNv6 会话建立后，流量仍需到对端 PE 的标签路径。MPLS、LDP 和带标签路由不在模型范围内。',
  ),
  remedy: text(
    'Check mpls, mpls ldp and label-route-capability on the routers yourself.',
    '请自行检查路由器上的 mpls、mpls ldp 和 label-route-capability 配置。',
  ),
  source: 'NG "Example for Configuring Inter-AS IPv6 VPN Option C (Solution 1)"',
  *run(context) {
    const routers = [...new Set(vpnSessions(context).map(({ device }) => device.device))]
    const [first, ...others] = routers
    if (first === undefined) return
    yield {
      subjects: [first.id, ...others.map(({ id }) => id)],
      what: text(
        `labelled paths between ${routers.map(({ name }) => name).join(', ')} are assumed`,
        `假定 ${routers.map(({ name }) => name).join('、')} 之间存在标签路径`,
      ),
    }
  },
}

export const interAsRules: readonly Rule[] = [nextHopLost, reflectorFilters, vpnPeerIpv6, labelsNotModelled]
