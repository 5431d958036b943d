import { text } from '../../model'
import type { Rule } from '../rule'
import type { DomainPlace } from '../vteps'
import { domainsByVni, evpnIslands, nves } from '../vteps'

const vniWithoutVtep: Rule = {
  id: 'vxlan/vtep-missing',
  perDevice: true,
  severity: 'error',
  title: text('A VNI on a device that is no VTEP', '设备有 VNI 但不是 VTEP'),
  why: text(
    'Packets of a VNI are sent and received by the NVE of the device; without one, or without a source, nothing leaves it.',
    'VNI 的报文由设备的 NVE 收发；没有 NVE 或没有源地址时，报文无法离开设备。',
  ),
  remedy: text('Add an NVE with a LoopBack as its source.', '请添加以 LoopBack 为源的 NVE。'),
  source: 'CR "source (NVE interface view)"; CR "vni (NVE interface view)"',
  *run({ devices }) {
    for (const { device, bridgeDomains, interfaces } of devices) {
      const domain = bridgeDomains.find(({ vni }) => vni !== undefined)
      if (domain === undefined || interfaces.some(({ nve }) => nve?.source !== undefined)) continue
      yield {
        subjects: [device.id, domain.bridgeDomainId],
        what: text(
          `${device.name} has VNI ${domain.vni?.value} and no NVE with a source`,
          `${device.name} 有 VNI ${domain.vni?.value}，但没有带源地址的 NVE`,
        ),
      }
    }
  },
}

const sourceNotLocal: Rule = {
  id: 'vxlan/source-not-local',
  severity: 'error',
  title: text('A tunnel source the device does not have', '隧道源地址不属于本设备'),
  why: text(
    'Packets to the tunnel source have to end at the device; nobody answers for an address that is not there.',
    '发往隧道源地址的报文必须终结在本设备；地址不存在则无人应答。',
  ),
  remedy: text('Use the address of a LoopBack of the device.', '请使用本设备 LoopBack 的地址。'),
  source: 'CR "source (NVE interface view)"',
  *run(context) {
    for (const { device, nveId, nve } of nves(context)) {
      if (nve.source === undefined || nve.sourceInterfaceId !== undefined) continue
      yield {
        subjects: [nveId],
        what: text(
          `${device.device.name}: no interface has the tunnel source ${nve.source.value}`,
          `${device.device.name}：没有接口具有隧道源地址 ${nve.source.value}`,
        ),
      }
    }
  },
}

const sourceNotLoopback: Rule = {
  id: 'vxlan/source-not-loopback',
  severity: 'warning',
  title: text('A tunnel source that is no LoopBack', '隧道源不是 LoopBack'),
  why: text(
    'A LoopBack is always up; tunnels that end on a port go down with it although other ways are left.',
    'LoopBack 始终为 Up；以端口为端点的隧道会随端口中断，即使还有其他路径。',
  ),
  remedy: text('Use a LoopBack as the source.', '请以 LoopBack 为源。'),
  source: 'CG "Configuring the Virtual Peer-Link"; CR "source (NVE interface view)"',
  *run(context) {
    for (const { nveId, nve } of nves(context)) {
      const owner = nve.sourceInterfaceId && context.interfaceById.get(nve.sourceInterfaceId)
      if (owner === undefined || owner.kind === 'loopback') continue
      yield {
        subjects: [nveId, owner.interfaceId],
        what: text(
          `the tunnel source of ${context.deviceName(owner.deviceId)} is ${owner.name}`,
          `${context.deviceName(owner.deviceId)} 的隧道源为 ${owner.name}`,
        ),
      }
    }
  },
}

const pairSourceDiffers: Rule = {
  id: 'vxlan/pair-source-differs',
  severity: 'error',
  title: text('Members of a pair that are two VTEPs', 'M-LAG 两成员的 VTEP 地址不同'),
  why: text(
    'To the network a pair with dual-homed hosts is one VTEP: both members have the same tunnel source.',
    '对网络而言，接有双归主机的 M-LAG 是一个 VTEP：两个成员的隧道源地址必须相同。',
  ),
  remedy: text(
    'Give a LoopBack of both members one address and use it as the source.',
    '请在两个成员的 LoopBack 上配置相同地址并作为源。',
  ),
  source:
    'CG "Example for Establishing VXLAN Tunnels in BGP EVPN Mode (Distributed Gateway: M-LAG + Static Bypass VXLAN)"',
  *run({ pairs, intent, network }) {
    for (const pair of pairs) {
      const sides = pair.members.map((deviceId) => {
        const device = intent.devices.get(deviceId)
        const homed = device?.interfaces.some(
          ({ kind, bridgeDomain, name }) =>
            kind === 'subinterface' &&
            bridgeDomain !== undefined &&
            device.interfaces.some((trunk) => trunk.mlagMember !== undefined && name.startsWith(`${trunk.name}.`)),
        )
        const source = device?.interfaces.find(({ nve }) => nve !== undefined)?.nve?.source?.value
        return homed === true ? source : undefined
      })
      const [a, b] = sides
      if (a === undefined || b === undefined || a === b) continue
      const names = pair.members.map((deviceId) => network.devices[deviceId]?.name ?? deviceId)
      yield {
        subjects: [pair.id, ...pair.members],
        what: text(
          `${names[0]} has the tunnel source ${a}, ${names[1]} has ${b}`,
          `${names[0]} 的隧道源为 ${a}，${names[1]} 为 ${b}`,
        ),
      }
    }
  },
}

const unreachable: Rule = {
  id: 'vxlan/vtep-unreachable',
  wide: ['verdicts', 'vxlan'],
  words: ['names'],
  severity: 'error',
  title: text('A VTEP another one does not reach', 'VTEP 不可达'),
  why: text(
    'A tunnel needs a route to the tunnel source of the other end, and one back.',
    '隧道需要到对端隧道源地址的路由以及返回路由。',
  ),
  remedy: text('Announce the tunnel source in the underlay.', '请在底层网络中发布隧道源地址。'),
  source: 'CG "Configuring VXLAN"; routing as computed',
  *run({ reachability, deviceName }) {
    for (const { devices, vnis, verdict } of reachability.vteps) {
      if (verdict.status !== 'down') continue
      const wayThere = verdict.proof.some(({ fact, holds }) => fact === 'forward-path' && holds === 'no')
      const [from, to] = wayThere ? devices : [devices[1], devices[0]]
      const [vni] = vnis
      yield {
        subjects: [to, from],
        what: text(
          `the VTEP of ${deviceName(to)} is unreachable from ${deviceName(from)} for VNI ${vni}${vnis.length > 1 ? ` and ${vnis.length - 1} more` : ''}`,
          `${deviceName(from)} 无法到达 ${deviceName(to)} 的 VTEP（VNI ${vni}${vnis.length > 1 ? ` 等 ${vnis.length} 个` : ''}）`,
        ),
      }
    }
  },
}

const noHeadEnd: Rule = {
  id: 'vxlan/vni-isolated',
  wide: ['bgp', 'vxlan'],
  words: ['names'],
  severity: 'error',
  title: text('A VNI whose VTEPs do not know each other', 'VNI 的 VTEP 之间互不知晓'),
  why: text(
    'VTEPs of a VNI find each other through EVPN sessions, passed on by reflectors or not, or through a list of peers.',
    '同一 VNI 的 VTEP 通过 EVPN 会话（可经反射器）或静态头端复制列表相互发现。',
  ),
  remedy: text(
    'Connect the devices by EVPN sessions, or list the peers of the VNI.',
    '请用 EVPN 会话连接这些设备，或配置该 VNI 的对端列表。',
  ),
  source: 'CR "vni (NVE interface view)"; CR "vni head-end peer-list protocol bgp"',
  *run(context) {
    const domains = domainsByVni(context)
    if (domains.size === 0) return
    const islandOf = evpnIslands(context)
    for (const [vni, places] of domains) {
      const [first] = places.filter(({ headEnd }) => headEnd?.peers === 'bgp')
      for (const { device, domain, headEnd } of places) {
        if (places.length < 2 || headEnd === undefined) continue
        const [mine, theirs] = [islandOf(device.device.id), first && islandOf(first.device.device.id)]
        const isApart = headEnd.peers === 'bgp' && mine !== undefined && theirs !== undefined && mine !== theirs
        const isMute = headEnd.peers !== 'bgp' && headEnd.peers.length === 0 && sourcesDiffer(places)
        if (!isApart && !isMute) continue
        const name = device.device.name
        yield {
          subjects: [domain.bridgeDomainId, device.device.id],
          what: isApart
            ? text(
                `VNI ${vni}: no EVPN sessions lead from ${name} to ${first?.device.device.name}`,
                `VNI ${vni}：${name} 与 ${first?.device.device.name} 之间没有 EVPN 会话路径`,
              )
            : text(
                `VNI ${vni}: ${name} has neither EVPN nor a list of peers for it`,
                `VNI ${vni}：${name} 既没有 EVPN 也没有对端列表`,
              ),
        }
      }
    }
  },
}

/** Two members of a pair that are one VTEP have nobody to send to. */
function sourcesDiffer(places: readonly DomainPlace[]): boolean {
  const sources = places.map(({ device }) => device.interfaces.find(({ nve }) => nve !== undefined)?.nve?.source?.value)
  return new Set(sources).size > 1
}

export const vtepRules: readonly Rule[] = [
  vniWithoutVtep,
  sourceNotLocal,
  sourceNotLoopback,
  pairSourceDiffers,
  unreachable,
  noHeadEnd,
]
