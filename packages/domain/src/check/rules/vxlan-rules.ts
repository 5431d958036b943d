import type { BridgeDomainIntent } from '../../intent'
import type { RecordId } from '../../model'
import { byId, text } from '../../model'
import type { Rule } from '../rule'
import { domainsByVni, evpnIslands } from '../vteps'

/** The first of several items with one value, and each further one with it. */
function* twice<Item, Value>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Value | undefined,
): Iterable<readonly [Item, Item, Value]> {
  const first = new Map<Value, Item>()
  for (const item of items) {
    const value = keyOf(item)
    if (value === undefined) continue
    const known = first.get(value)
    if (known === undefined) first.set(value, item)
    else yield [known, item, value]
  }
}

const numberDuplicate: Rule = {
  id: 'vxlan/bd-duplicate',
  perDevice: true,
  severity: 'error',
  title: text('Two bridge domains of one number on a device', '同一设备上桥域编号重复'),
  why: text(
    'A device knows a bridge domain by its number; two records would become one.',
    '设备以编号区分桥域，两条记录会合并为一个桥域。',
  ),
  remedy: text('Renumber one of them.', '请修改其中一个的编号。'),
  source: 'CR "bridge-domain"',
  *run({ devices }) {
    for (const { device, bridgeDomains } of devices) {
      for (const [a, b, number] of twice(bridgeDomains, (each) => each.number)) {
        yield {
          subjects: [device.id, a.bridgeDomainId, b.bridgeDomainId],
          what: text(
            `${device.name} has two bridge domains ${number}`,
            `${device.name} 上有两个编号为 ${number} 的桥域`,
          ),
        }
      }
    }
  },
}

const vniDuplicate: Rule = {
  id: 'vxlan/vni-duplicate',
  perDevice: true,
  severity: 'error',
  title: text('One VNI twice on a device', '同一设备上 VNI 重复'),
  why: text(
    'The VNI of a packet says which bridge domain or VPN instance it belongs to, so each has its own.',
    '设备以报文中的 VNI 判断其所属的桥域或 VPN 实例，因此每个桥域和实例的 VNI 必须不同。',
  ),
  remedy: text('Give one of them another VNI.', '请为其中一个更换 VNI。'),
  source: 'CR "vxlan vni (Bridge domain view)"; CR "vxlan vni (VPN instance view)"',
  *run({ devices }) {
    for (const { device, bridgeDomains, vrfs } of devices) {
      const holders: readonly { readonly id: RecordId; readonly vni?: number }[] = [
        ...bridgeDomains.map(({ bridgeDomainId, vni }) => ({ id: bridgeDomainId, vni: vni?.value })),
        ...vrfs.map(({ vrfId, vni }) => ({ id: vrfId, vni })),
      ]
      for (const [a, b, vni] of twice(holders, (each) => each.vni)) {
        yield {
          subjects: [device.id, a.id, b.id],
          what: text(`${device.name} has VNI ${vni} twice`, `${device.name} 上 VNI ${vni} 重复`),
        }
      }
    }
  },
}

const vlanBoundTwice: Rule = {
  id: 'vxlan/vlan-bound-twice',
  perDevice: true,
  severity: 'error',
  title: text('One VLAN bound to two bridge domains', '一个 VLAN 绑定到两个桥域'),
  why: text('Frames of a VLAN can be in one bridge domain only.', '一个 VLAN 的报文只能属于一个桥域。'),
  remedy: text('Bind the VLAN to one of them.', '请只绑定到其中一个桥域。'),
  source: 'CR "l2 binding vlan"',
  *run({ devices }) {
    for (const { device, bridgeDomains } of devices) {
      for (const [a, b, vlan] of twice(bridgeDomains, (each) => each.boundVlan)) {
        yield {
          subjects: [device.id, a.bridgeDomainId, b.bridgeDomainId],
          what: text(
            `${device.name}: VLAN ${vlan} is bound to bridge domains ${a.number} and ${b.number}`,
            `${device.name}：VLAN ${vlan} 同时绑定到桥域 ${a.number} 和 ${b.number}`,
          ),
        }
      }
    }
  },
}

const evpnWithoutVni: Rule = {
  id: 'vxlan/evpn-without-vni',
  wide: ['vxlan'],
  severity: 'error',
  title: text('An EVPN instance without a VNI', '桥域的 EVPN 实例没有 VNI'),
  why: text(
    'EVPN announces the VNI of a bridge domain; without one there is nothing to announce, and the instance is left out.',
    'EVPN 发布桥域的 VNI；没有 VNI 就没有可发布的内容，因此不会生成该实例。',
  ),
  remedy: text('Give the bridge domain a VNI.', '请为桥域指定 VNI。'),
  source: 'CR "evpn (bd-evpn-instance view)"; CR "vxlan vni (Bridge domain view)"',
  *run({ devices }) {
    const seen = new Set<RecordId>()
    for (const { bridgeDomainId, number, evpn, vni } of devices.flatMap(({ bridgeDomains }) => bridgeDomains)) {
      if (evpn === undefined || vni !== undefined || seen.has(bridgeDomainId)) continue
      seen.add(bridgeDomainId)
      yield {
        subjects: [bridgeDomainId],
        what: text(`bridge domain ${number} has EVPN and no VNI`, `桥域 ${number} 配置了 EVPN 但没有 VNI`),
      }
    }
  },
}

const vbdifWithoutDomain: Rule = {
  id: 'vxlan/vbdif-without-bd',
  severity: 'error',
  title: text('A Vbdif without its bridge domain', 'Vbdif 没有对应的桥域'),
  why: text('A Vbdif can only be created for a bridge domain that exists.', '只有桥域存在时才能创建对应的 Vbdif。'),
  remedy: text('Create the bridge domain of that number.', '请创建该编号的桥域。'),
  source: 'CG "Interface Classification"',
  *run({ drawn, label }) {
    for (const { item, record } of drawn) {
      if (item.kind !== 'vbdif' || item.bridgeDomain !== undefined) continue
      yield {
        subjects: [record.id],
        what: text(`${label(item)} has no bridge domain`, `${label(item)} 没有对应的桥域`),
      }
    }
  },
}

const anycastDiffers: Rule = {
  id: 'vxlan/anycast-gateway-differs',
  wide: ['addresses', 'vxlan'],
  words: ['names'],
  severity: 'error',
  title: text('A distributed gateway with different addresses', '分布式网关地址不一致'),
  why: text(
    'Hosts of a bridge domain have one gateway address wherever they are; a device with another one is no gateway for hosts that move to it.',
    '桥域内主机无论在何处都使用同一网关地址；地址不同的设备无法作为迁移主机的网关。',
  ),
  remedy: text('Give every Vbdif of the bridge domain the same addresses.', '请为该桥域的所有 Vbdif 配置相同地址。'),
  source: 'CR "vxlan anycast-gateway enable"',
  *run(context) {
    const { label } = context
    const domains = context.devices.flatMap(({ bridgeDomains }) => bridgeDomains)
    const overlaid = new Set(domains.flatMap(({ bridgeDomainId, vni }) => (vni === undefined ? [] : [bridgeDomainId])))
    const gateways = (overlaid.size === 0 ? [] : context.drawn).filter(
      ({ item }) => item.kind === 'vbdif' && item.anycastGateway,
    )
    const first = new Map<string, (typeof gateways)[number]>()
    for (const each of gateways) {
      const { item, record } = each
      // Without a VNI the number says nothing beyond the device.
      if (item.bridgeDomain === undefined || !overlaid.has(item.bridgeDomain.id)) continue
      const known = first.get(item.bridgeDomain.id)
      if (known === undefined) first.set(item.bridgeDomain.id, each)
      const shown = (of: typeof item) => [...of.ipv4, ...of.ipv6].map(({ value }) => value).join(' ')
      if (known === undefined || shown(known.item) === shown(item)) continue
      const { number } = item.bridgeDomain
      yield {
        subjects: [record.id, known.record.id],
        what: text(
          `bridge domain ${number}: ${label(known.item)} has ${shown(known.item) || 'no address'}, ${label(item)} has ${shown(item) || 'no address'}`,
          `桥域 ${number}：${label(known.item)} 为 ${shown(known.item) || '无地址'}，${label(item)} 为 ${shown(item) || '无地址'}`,
        ),
      }
    }
  },
}

/** Targets that a device makes itself are the same where the VNI is. */
function imports(into: BridgeDomainIntent, from: BridgeDomainIntent): boolean {
  const exported = new Set(from.evpn?.exportTargets)
  return into.evpn?.importTargets.some((target) => exported.has(target)) === true
}

const targetMismatch: Rule = {
  id: 'vxlan/target-mismatch',
  wide: ['bgp', 'vxlan'],
  words: ['names'],
  severity: 'error',
  title: text('A bridge domain that imports nothing of the others', '桥域未引入其他设备的 EVPN 路由'),
  why: text(
    'A device takes an EVPN route only when it imports a target the route was exported with.',
    '设备只接收带有其引入 Target 的 EVPN 路由。',
  ),
  remedy: text('Import a target that the others export.', '请引入其他设备导出的 Target。'),
  source: 'CR "vpn-target (EVPN instance view)"',
  *run(context) {
    const domains = domainsByVni(context)
    if (domains.size === 0) return
    const islandOf = evpnIslands(context)
    for (const [vni, places] of domains) {
      const kinds = new Map([...places].reverse().map((place) => [place.domain.bridgeDomainId, place]))
      for (const [id, { domain, device }] of kinds) {
        if (domain.evpn === undefined || islandOf(device.device.id) === undefined) continue
        const isMine = (deviceId: string) => deviceId === device.device.id
        const others = places.filter((other) => other.domain.evpn !== undefined && !isMine(other.device.device.id))
        const reached = others.filter((other) => islandOf(other.device.device.id) === islandOf(device.device.id))
        if (reached.length === 0 || reached.some((other) => imports(domain, other.domain))) continue
        yield {
          subjects: [id],
          what: text(
            `VNI ${vni}: bridge domain ${domain.number} of ${device.device.name} imports no target that another device exports`,
            `VNI ${vni}：${device.device.name} 的桥域 ${domain.number} 未引入其他设备导出的任何 Target`,
          ),
        }
      }
    }
  },
}

const l3WithoutTargets: Rule = {
  id: 'vxlan/l3-vni-without-targets',
  wide: ['definitions'],
  severity: 'warning',
  title: text('A Layer 3 VNI without EVPN targets', '三层 VNI 没有 EVPN Target'),
  why: text(
    'Routes between the subnets of a VPN instance cross the overlay as EVPN routes, which need targets of their own.',
    'VPN 实例内跨子网的路由以 EVPN 路由传递，需要单独的 EVPN Target。',
  ),
  remedy: text('Give a family of the VPN instance EVPN targets.', '请为 VPN 实例的地址族配置 EVPN Target。'),
  source: 'CG "Configuring a Distributed VXLAN Gateway"',
  *run({ network }) {
    for (const { id, name, vni, ipv4, ipv6 } of Object.values(network.vrfs).sort(byId)) {
      const has = [ipv4, ipv6].some((family) => (family?.evpnImportTargets?.length ?? 0) > 0)
      if (vni === undefined || has) continue
      yield {
        subjects: [id],
        what: text(
          `${name} has VNI ${vni} and imports no EVPN target`,
          `${name} 配置了 VNI ${vni}，但未引入任何 EVPN Target`,
        ),
      }
    }
  },
}

export const vxlanRules: readonly Rule[] = [
  numberDuplicate,
  vniDuplicate,
  vlanBoundTwice,
  evpnWithoutVni,
  vbdifWithoutDomain,
  anycastDiffers,
  targetMismatch,
  l3WithoutTargets,
]
