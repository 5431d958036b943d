import type { Ipv4Address } from '@weft/net'
import { addressOf, networkOf } from '@weft/net'
import type { InterfaceIntent } from '../../intent'
import type { Gateway, MlagPair } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { remove, setFields } from '../fixes'
import type { Rule } from '../rule'
import { pairName } from './mlag-dad-rules'
import { carries } from './vlan-rules'

type GatewayView = { readonly gateway: Gateway; readonly pair: MlagPair; readonly name: string }

function* gateways({ network, gateways: judged }: RuleContext): Iterable<GatewayView> {
  for (const gateway of judged) {
    const pair = network.mlagPairs[gateway.pairId]
    if (pair !== undefined) yield { gateway, pair, name: `${pairName(pair)} VLAN ${gateway.vlan}` }
  }
}

const duplicateVlan: Rule = {
  id: 'mlag/gateway-duplicate',
  severity: 'error',
  title: text('Two gateways for one VLAN', '同一 VLAN 有两个网关'),
  why: text(
    'A VLAN has one Vlanif on each member; only the first gateway is configured.',
    '每个成员的一个 VLAN 只有一个 Vlanif，只会生成第一个网关的配置。',
  ),
  remedy: text('Delete one of the gateways.', '请删除其中一个网关。'),
  source: 'CG "Configuring Dual-Active Gateways"',
  offersFix: true,
  *run(context) {
    const first = new Map<string, Gateway>()
    for (const { gateway, pair, name } of gateways(context)) {
      const key = `${pair.id} ${gateway.vlan}`
      const known = first.get(key)
      if (known === undefined) first.set(key, gateway)
      else {
        yield {
          subjects: [gateway.id, known.id],
          what: text(`${name} has two gateways`, `${name} 有两个网关`),
          fix: {
            label: text('Delete this gateway', '删除该网关'),
            command: { kind: 'records.delete', ids: [gateway.id] },
          },
        }
      }
    }
  },
}

const noAddress: Rule = {
  id: 'mlag/gateway-no-address',
  severity: 'warning',
  title: text('A gateway without an address', '网关没有地址'),
  why: text(
    'Hosts need an address to send to; a Vlanif without one never comes up.',
    '主机需要网关地址，没有地址的 Vlanif 无法 Up。',
  ),
  remedy: text('Give the gateway an IPv4 or IPv6 address.', '请为网关配置 IPv4 或 IPv6 地址。'),
  source: 'CG "Configuring a VLANIF Interface"',
  *run(context) {
    for (const { gateway, name } of gateways(context)) {
      if (gateway.ipv4 !== undefined || gateway.ipv6 !== undefined) continue
      yield { subjects: [gateway.id], what: text(`${name}: the gateway has no address`, `${name}：网关没有地址`) }
    }
  },
}

const macInvalid: Rule = {
  id: 'mlag/gateway-mac',
  severity: 'error',
  title: text('A gateway MAC address that cannot be used', '无效的网关 MAC 地址'),
  why: text(
    'The virtual MAC address is unicast and neither all zeros nor all ones; the range 0000-5e00-0100 to 02ff is advised.',
    '虚拟 MAC 必须为单播地址，不能全 0 或全 F，建议使用 0000-5e00-0100 到 02ff。',
  ),
  remedy: text('Leave it out to use one of the advised range.', '请留空以使用建议范围内的地址。'),
  source: 'CR "mac-address"; CG "Configuring Dual-Active Gateways"',
  offersFix: true,
  *run(context) {
    for (const { gateway, name } of gateways(context)) {
      const mac = gateway.macAddress
      if (mac === undefined || /^0000-5e00-0[12]/.test(mac)) continue
      const invalid = mac === '0000-0000-0000' || Number.parseInt(mac.slice(0, 2), 16) % 2 === 1
      yield {
        subjects: [gateway.id],
        severity: invalid ? 'error' : 'info',
        what: invalid
          ? text(`${name}: ${mac} is no unicast MAC address`, `${name}：${mac} 不是单播 MAC 地址`)
          : text(`${name}: ${mac} is outside the advised virtual range`, `${name}：${mac} 不在建议的虚拟 MAC 范围内`),
        fix: setFields(remove(mac), gateway.id, { macAddress: undefined }),
      }
    }
  },
}

const addressesDiffer: Rule = {
  id: 'mlag/gateway-address-differs',
  severity: 'error',
  title: text('A member has other addresses on the gateway’s Vlanif', '成员的网关 Vlanif 地址不一致'),
  why: text(
    'The Vlanif of a dual-active gateway has the same addresses on both members; what differs goes into the M-LAG address.',
    '双活网关的 Vlanif 在两个成员上地址必须相同，需要区分时使用 m-lag ip address。',
  ),
  remedy: text(
    'Remove the addresses of the Vlanif, or use the M-LAG address of the gateway.',
    '请删除该 Vlanif 上的地址，或使用网关的 M-LAG 地址。',
  ),
  source: 'CG "Configuration Precautions for M-LAG"; 13 of 13 vendor pairs comply',
  offersFix: true,
  *run(context) {
    for (const { gateway, name } of gateways(context)) {
      const own = gatewayInterfaces(context, gateway)
      const sets = own.map((item) =>
        [...item.ipv4, ...item.ipv6]
          .map(({ value }) => value)
          .sort()
          .join(' '),
      )
      if (new Set(sets).size < 2) continue
      for (const item of own) {
        const record = item.interfaceId === undefined ? undefined : context.network.interfaces[item.interfaceId]
        const extra = [...(record?.ipv4 ?? []), ...(record?.ipv6 ?? [])].filter(
          (value) => value !== gateway.ipv4 && value !== gateway.ipv6,
        )
        if (record === undefined || extra.length === 0) continue
        yield {
          subjects: [gateway.id, record.id],
          what: text(
            `${context.label(item)} has ${extra.join(', ')} besides the gateway of ${name}`,
            `${context.label(item)} 除 ${name} 网关外还有 ${extra.join('、')}`,
          ),
          fix: setFields(remove(extra.join(', ')), record.id, { ipv4: undefined, ipv6: undefined }),
        }
      }
    }
  },
}

function gatewayInterfaces({ intent, network }: RuleContext, gateway: Gateway): readonly InterfaceIntent[] {
  const members = network.mlagPairs[gateway.pairId]?.members ?? []
  return members.flatMap(
    (id) => intent.devices.get(id)?.interfaces.filter(({ gatewayId }) => gatewayId === gateway.id) ?? [],
  )
}

const unusedVlan: Rule = {
  id: 'mlag/gateway-peer-link-only',
  severity: 'warning',
  title: text('A gateway for a VLAN without ports', '网关 VLAN 中没有端口'),
  why: text(
    'A Vlanif whose VLAN is on the peer-link alone must not have a virtual MAC address, and has nobody to serve.',
    '只存在于 peer-link 的 VLAN，其 Vlanif 不能配置虚拟 MAC，且没有接入用户。',
  ),
  remedy: text('Attach a host in the VLAN, or delete the gateway.', '请在该 VLAN 中接入主机，或删除该网关。'),
  source: 'CG "Configuration Precautions for M-LAG"',
  *run(context) {
    for (const { gateway, pair, name } of gateways(context)) {
      const devices = pair.members.flatMap((id) => context.intent.devices.get(id) ?? [])
      const used = devices.some(({ interfaces }) =>
        interfaces.some((item) => item.peerLink === undefined && carries(item, gateway.vlan)),
      )
      if (used || devices.length === 0) continue
      yield {
        subjects: [gateway.id],
        what: text(
          `${name}: no port is in the VLAN except the peer-link`,
          `${name}：除 peer-link 外没有端口属于该 VLAN`,
        ),
      }
    }
  },
}

const mlagAddress: Rule = {
  id: 'mlag/gateway-mlag-address',
  severity: 'error',
  title: text('M-LAG addresses that do not fit the gateway', 'M-LAG 地址与网关不符'),
  why: text(
    'Each member has an M-LAG address of its own, in the subnet of the gateway and different from its address.',
    '每个成员的 M-LAG 地址必须各不相同、与网关同网段且不等于网关地址。',
  ),
  remedy: text('Use two free addresses of the gateway’s subnet.', '请使用网关子网内两个空闲地址。'),
  source: 'CR "m-lag ip address"',
  *run(context) {
    for (const { gateway, pair, name } of gateways(context)) {
      const pairOfAddresses = gateway.mlagIpv4
      if (pairOfAddresses === undefined) continue
      const [first, second] = [addressOf(pairOfAddresses[0]), addressOf(pairOfAddresses[1])]
      if (gateway.ipv4 === undefined) {
        yield {
          subjects: [gateway.id],
          key: 'primary',
          what: text(`${name}: M-LAG addresses without a gateway address`, `${name}：有 M-LAG 地址但没有网关地址`),
        }
        continue
      }
      if (first === second) {
        yield {
          subjects: [gateway.id],
          key: 'equal',
          what: text(
            `${name}: both members have M-LAG address ${first}`,
            `${name}：两个成员的 M-LAG 地址均为 ${first}`,
          ),
        }
      }
      for (const [side, value] of pairOfAddresses.entries()) {
        const address: Ipv4Address = side === 0 ? first : second
        const member = context.deviceName(pair.members[side === 0 ? 0 : 1])
        const same = address === addressOf(gateway.ipv4)
        if (!same && networkOf(value) === networkOf(gateway.ipv4)) continue
        yield {
          subjects: [gateway.id],
          key: `${side}`,
          what: same
            ? text(
                `${name}: the M-LAG address of ${member} is the gateway address ${address}`,
                `${name}：${member} 的 M-LAG 地址与网关地址 ${address} 相同`,
              )
            : text(
                `${name}: ${value} of ${member} is not in ${networkOf(gateway.ipv4)}`,
                `${name}：${member} 的 ${value} 不在 ${networkOf(gateway.ipv4)} 中`,
              ),
        }
      }
    }
  },
}

const arpProxy: Rule = {
  id: 'mlag/gateway-arp-proxy',
  severity: 'warning',
  title: text('M-LAG addresses without proxy ARP', '使用 M-LAG 地址但未开启 ARP 代理'),
  why: text(
    'ARP replies for an M-LAG address may arrive at the other member; arp proxy enable makes it answer.',
    'M-LAG 地址的 ARP 应答可能到达另一个成员，需要 arp proxy enable。',
  ),
  remedy: text('Enable proxy ARP on the gateway.', '请在网关上开启 ARP 代理。'),
  source: 'CG "Configuring BGP or BGP4+ over M-LAG"',
  offersFix: true,
  *run(context) {
    for (const { gateway, name } of gateways(context)) {
      if (gateway.mlagIpv4 === undefined || gateway.arpProxy !== false) continue
      yield {
        subjects: [gateway.id],
        what: text(`${name}: proxy ARP is off`, `${name}：未开启 ARP 代理`),
        fix: setFields(text('Enable proxy ARP', '开启 ARP 代理'), gateway.id, { arpProxy: undefined }),
      }
    }
  },
}

export const mlagGatewayRules: readonly Rule[] = [
  duplicateVlan,
  noAddress,
  macInvalid,
  addressesDiffer,
  unusedVlan,
  mlagAddress,
  arpProxy,
]
