import type { DeviceIntent, InterfaceIntent, Network, NetworkIntent, RecordId } from '@weft/domain'
import { byId, text } from '@weft/domain'
import { configuredSessions } from './frr-bgp'
import { configuredBmp } from './frr-bmp'
import { igpLosses, isisLosses, paceLosses } from './igp-losses'
import type { IgpPace } from './igp-pace'
import type { Loss } from './lab'

/**
 * Every part of the design that the lab leaves out or replaces by something simpler. What is not in this
 * list is in the lab as the design says it.
 */
export function lossesOf(network: Network, intent: NetworkIntent, pace: IgpPace): readonly Loss[] {
  const devices = [...intent.devices.values()].sort((a, b) => byId(a.device, b.device))
  return [
    ...devices.flatMap((device) => [
      ...device.interfaces.flatMap((each) => interfaceLosses(each, device)),
      ...deviceLosses(device),
      ...igpLosses(device),
      ...sessionLosses(device),
    ]),
    ...Object.values(network.gateways)
      .sort(byId)
      .map(({ id }) =>
        loss(
          'gateway',
          [id],
          [
            'both members have the gateway address and MAC at once; the kernel does not know that this is meant',
            '两台成员设备同时持有网关地址和 MAC，内核不知道这是有意为之',
          ],
        ),
      ),
    ...isisLosses(intent),
    ...paceLosses(network, pace),
  ]
}

function loss(feature: string, records: readonly (string | undefined)[], [en, zh]: readonly [string, string]): Loss {
  return { feature, records: records.filter((id): id is RecordId => id !== undefined), why: text(en, zh) }
}

function interfaceLosses(each: InterfaceIntent, { device }: DeviceIntent): readonly Loss[] {
  const records = [device.id, each.interfaceId]
  const say = (feature: string, en: string, zh: string): Loss =>
    loss(feature, records, [`${each.name}: ${en}`, `${each.name}：${zh}`])
  const length = Number(each.ipv4[0]?.value.split('/')[1] ?? 32)
  return [
    each.kind === 'eth-trunk' &&
      say(
        'eth-trunk',
        'one wire stands for all member cables; LACP does not run',
        '一条线代表全部成员链路，不运行 LACP',
      ),
    each.kind === 'nve' && say('nve', 'VXLAN tunnels are not built', '不建立 VXLAN 隧道'),
    (each.kind === 'other' || each.kind === 'vbdif' || each.kind === 'subinterface') &&
      say('interface-type', 'this kind of interface is left out', '不包含此类接口'),
    each.arpProxy && say('arp-proxy', 'proxy ARP is not switched on', '不启用 ARP 代理'),
    each.kind === 'loopback' &&
      each.ospf !== undefined &&
      length < 32 &&
      say('loopback-ospf', 'OSPF announces its subnet instead of a host route', 'OSPF 发布其网段而不是主机路由'),
  ].filter((found): found is Loss => found !== false)
}

function deviceLosses(device: DeviceIntent): readonly Loss[] {
  const { id } = device.device
  const { dfsGroup, policies } = device
  const unsaid = policies.routePolicies.filter(({ nodes }) =>
    nodes.some(({ clauses }) => clauses.some(({ kind }) => kind === 'other')),
  )
  const say = (feature: string, records: readonly (string | undefined)[], words: readonly [string, string]): Loss =>
    loss(feature, [id, ...records], words)
  return [
    device.bgpInstances.length > 0 &&
      say('bgp-instance', [], ['further BGP processes are left out', '不包含其他 BGP 进程']),
    unsaid.length > 0 &&
      say(
        'route-policy',
        unsaid.map(({ id }) => id),
        ['clauses that Weft does not weigh are left out of the route maps', 'Weft 不计算的子句不写入 route-map'],
      ),
    dfsGroup !== undefined &&
      say(
        'm-lag',
        [dfsGroup.pairId],
        [
          'DFS group, dual-active detection, synchronisation and isolation do not exist; the peer-link is an ordinary trunk',
          '没有 DFS 组、双主检测、同步和隔离；peer-link 只是普通干道',
        ],
      ),
    dfsGroup !== undefined &&
      dfsGroup.spanningTree.mode !== 'none' &&
      say(
        'v-stp',
        [dfsGroup.pairId],
        ['the kernel runs a spanning tree per VLAN instead of V-STP', '内核按 VLAN 运行生成树，而不是 V-STP'],
      ),
    device.evpnOverlay &&
      say('evpn-overlay', [], ['EVPN sessions run, VXLAN forwarding does not', '运行 EVPN 会话，但没有 VXLAN 转发']),
    device.vrfs.length > 0 &&
      say(
        'vpn-targets',
        device.vrfs.map(({ vrfId }) => vrfId),
        [
          'route distinguishers and VPN targets are left out: routes stay in their VPN instance',
          '不含 RD 和 VPN Target：路由留在各自的 VPN 实例内',
        ],
      ),
    ...(device.bmp?.sessions ?? []).flatMap((session) => {
      const isThere = configuredBmp(device).some(({ bmpSessionId }) => bmpSessionId === session.bmpSessionId)
      const plain = session.monitor.every(({ target, rib }) => target.kind === 'public' && rib === 'adj-rib-in')
      if (isThere && plain) return []
      const words: readonly [string, string] = isThere
        ? ['FRR monitors the public Adj-RIB-In only', 'FRR 只监控公网 Adj-RIB-In']
        : ['left out: no port, no BGP, or in a VPN instance', '被省略：没有端口、没有 BGP，或位于 VPN 实例']
      return [say('bmp', [session.bmpSessionId], words)]
    }),
    ...device.staticRoutes
      .filter(({ preference }) => preference !== undefined && (preference < 1 || preference > 254))
      .map(({ staticRouteId }) =>
        say(
          'preference',
          [staticRouteId],
          ['FRR has distances from 1 to 254 for usable routes', 'FRR 可用路由的距离为 1 到 254'],
        ),
      ),
  ].filter((found): found is Loss => found !== false)
}

function sessionLosses(device: DeviceIntent): readonly Loss[] {
  const configured = new Set(configuredSessions(device).map(({ key }) => key))
  const hidden = (device.bgp?.sessions ?? []).filter(({ key }) => !configured.has(key))
  return [
    ...hidden.map(({ peeringId, underlayId }) =>
      loss(
        'session',
        [device.device.id, peeringId, underlayId],
        [
          'left out: its peer has no address or AS number, or another session has that peer already',
          '被省略：对等体没有地址或 AS 号，或另一会话已使用该对等体',
        ],
      ),
    ),
    ...peerLosses(device),
  ]
}

function peerLosses(device: DeviceIntent): readonly Loss[] {
  return configuredSessions(device).flatMap((session) => {
    const say = (feature: string, en: string, zh: string): Loss =>
      loss(
        feature,
        [device.device.id, session.peeringId],
        [`peer ${session.remoteAddress.value}: ${en}`, `对等体 ${session.remoteAddress.value}：${zh}`],
      )
    return [
      session.relyStateInterfaces.length > 0 &&
        say('rely-state', 'FRR does not follow the state of a port', 'FRR 不跟踪端口状态'),
      session.remoteAddress.value.startsWith('fe80:') &&
        say(
          'link-local-peer',
          'FRR looks for the peer on every link and does not find it',
          'FRR 在所有链路上查找对等体而找不到',
        ),
      session.keychain !== undefined && say('keychain', 'the session runs without authentication', '会话不做认证'),
      session.openMode === 'connect-only' && say('connect-only', 'FRR also accepts connections', 'FRR 也接受连接'),
      session.bfd && say('bfd', 'BFD runs with the timers of FRR', 'BFD 使用 FRR 的定时器'),
      session.ebgpMaxHop !== undefined &&
        (session.ebgpMaxHop.value < 1 || session.ebgpMaxHop.value > 255) &&
        say('ebgp-max-hop', 'outside of 1 to 255', '超出 1 到 255'),
      session.validTtlHops !== undefined &&
        (session.validTtlHops < 1 || session.validTtlHops > 254) &&
        say('valid-ttl-hops', 'outside of 1 to 254', '超出 1 到 254'),
      session.nextHopInvariable &&
        session.vrfId === undefined &&
        say('next-hop-invariable', 'next hops stay for routes of every kind', '所有路由都保持下一跳不变'),
    ].filter((found): found is Loss => found !== false)
  })
}
