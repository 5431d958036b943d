import type { IpAddress, Ipv4Address, Ipv4Prefix, Ipv6Address } from '@weft/net'
import { ipv4Broadcast, ipv4Kind, ipv6Kind } from '@weft/net'
import type { LocalText } from '../../model'
import { text } from '../../model'
import type { AddressUse } from '../addresses'
import { subjectOf } from '../addresses'
import { isIpv6 } from '../context'
import type { Rule } from '../rule'

const hostMask: Rule = {
  id: 'address/host-mask-off-loopback',
  severity: 'error',
  title: text('A /32 off a LoopBack', '/32 地址不在 LoopBack 上'),
  why: text(
    'The device accepts a 32-bit mask on LoopBack interfaces only.',
    '设备只在 LoopBack 接口上接受 32 位掩码。',
  ),
  remedy: text(
    'Use a shorter prefix, or put the address on a LoopBack.',
    '请使用更短的前缀，或把地址放到 LoopBack 上。',
  ),
  source: 'CR "ip address (interface view)"',
  *run({ devices, addresses, label }) {
    for (const { device } of devices) {
      for (const use of addresses.ofDevice(device.id)) {
        if (use.length !== 32 || isIpv6(use.address) || use.interface.kind === 'loopback') continue
        yield {
          subjects: [use.subject],
          key: use.address,
          what: text(
            `${label(use.interface)}: ${use.address}/32 is allowed on a LoopBack only`,
            `${label(use.interface)}：${use.address}/32 只能配置在 LoopBack 上`,
          ),
        }
      }
    }
  },
}

const notUsable: Rule = {
  id: 'address/not-usable',
  severity: 'error',
  title: text('An address an interface cannot have', '接口不可使用的地址'),
  why: text(
    'Network, broadcast, multicast, reserved and loopback-range addresses are refused on interfaces.',
    '接口会拒绝网络地址、广播地址、组播地址、保留地址和环回网段地址。',
  ),
  remedy: text('Use a host address of the subnet.', '请使用子网内的主机地址。'),
  source: 'CR "ip address (interface view)"; CR "ipv6 address"',
  *run({ devices, addresses, label }) {
    for (const { device } of devices) {
      for (const use of addresses.ofDevice(device.id)) {
        const reason = refusal(use)
        if (reason === undefined) continue
        yield {
          subjects: [use.subject],
          key: `${use.address}/${use.length}`,
          what: text(
            `${label(use.interface)}: ${use.address}/${use.length} is ${reason.en}`,
            `${label(use.interface)}：${use.address}/${use.length} 是${reason.zh}`,
          ),
        }
      }
    }
  },
}

function refusal(use: AddressUse): LocalText | undefined {
  return isIpv6(use.address) ? ipv6Refusal(use) : ipv4Refusal(use)
}

function ipv4Refusal({ address, length, network, interface: item }: AddressUse): LocalText | undefined {
  switch (ipv4Kind(address as Ipv4Address)) {
    case 'multicast':
      return text('a multicast address', '组播地址')
    case 'reserved':
      return text('a reserved address', '保留地址')
    case 'zero':
      return text('in 0.0.0.0/8', ' 0.0.0.0/8 中的地址')
    case 'loopback':
      return item.kind === 'loopback' ? undefined : text('in 127.0.0.0/8', '环回网段 127.0.0.0/8 中的地址')
    case 'class-a':
    case 'class-b':
    case 'class-c':
      break
  }
  if (length > 30) return undefined
  if (network === `${address}/${length}`) return text('the address of its network', '网络地址')
  return ipv4Broadcast(network as Ipv4Prefix) === address
    ? text('the broadcast address of its network', '广播地址')
    : undefined
}

function ipv6Refusal({ address, length, network }: AddressUse): LocalText | undefined {
  switch (ipv6Kind(address as Ipv6Address)) {
    case 'multicast':
      return text('a multicast address', '组播地址')
    case 'loopback':
      return text('the loopback address', '环回地址')
    case 'unspecified':
      return text('the unspecified address', '未指定地址')
    case 'link-local':
      return undefined
    case 'global':
      return length < 127 && network === `${address}/${length}`
        ? text('the address of its prefix', '前缀地址')
        : undefined
  }
}

const tooManyIpv6: Rule = {
  id: 'address/too-many',
  severity: 'error',
  title: text('Too many addresses on one interface', '接口地址过多'),
  why: text('An interface takes up to 16 global IPv6 addresses.', '一个接口最多配置 16 个全球单播 IPv6 地址。'),
  remedy: text('Remove addresses.', '请删除多余地址。'),
  source: 'CR "ipv6 address"',
  *run({ devices, label }) {
    for (const { interfaces } of devices) {
      for (const item of interfaces) {
        if (item.ipv6.length <= 16) continue
        yield {
          subjects: [subjectOf(item)],
          what: text(
            `${label(item)}: ${item.ipv6.length} IPv6 addresses, 16 are possible`,
            `${label(item)}：有 ${item.ipv6.length} 个 IPv6 地址，最多 16 个`,
          ),
        }
      }
    }
  },
}

const unnumberedLender: Rule = {
  id: 'address/unnumbered-lender',
  severity: 'error',
  title: text('Nothing to borrow', '没有可借用的地址'),
  why: text(
    'An unnumbered interface uses the primary address of another interface of its device, which must have one of its own.',
    'ip address unnumbered 借用本设备另一接口的主地址，被借用接口必须有自己的地址。',
  ),
  remedy: text('Borrow from a LoopBack that has an address.', '请借用已配置地址的 LoopBack。'),
  source: 'CR "ip address unnumbered (interface view)"',
  *run({ drawn, interfaceById, label }) {
    for (const { item, record } of drawn) {
      if (record.unnumberedFrom === undefined) continue
      const lender = interfaceById.get(record.unnumberedFrom)
      if (lender !== undefined && lender.deviceId === item.deviceId && lender.ipv4.length > 0) continue
      const from = lender === undefined ? record.unnumberedFrom : label(lender)
      yield {
        subjects: [record.id],
        what: text(
          `${label(item)} borrows from ${from}, which ${lender !== undefined && lender.deviceId !== item.deviceId ? 'is on another device' : 'has no address of its own'}`,
          `${label(item)} 借用 ${from} 的地址，但后者${lender !== undefined && lender.deviceId !== item.deviceId ? '在另一台设备上' : '没有自己的地址'}`,
        ),
      }
    }
  },
}

/** `undefined` when the address may be the end of a channel between the members of a pair. */
export function channelRefusal(address: IpAddress): LocalText | undefined {
  if (isIpv6(address)) {
    switch (ipv6Kind(address as Ipv6Address)) {
      case 'global':
        return undefined
      case 'link-local':
        return text('a link-local address', '链路本地地址')
      case 'multicast':
        return text('a multicast address', '组播地址')
      case 'loopback':
        return text('the loopback address', '环回地址')
      case 'unspecified':
        return text('the unspecified address', '未指定地址')
    }
  }
  switch (ipv4Kind(address as Ipv4Address)) {
    case 'class-a':
    case 'class-b':
    case 'class-c':
      return undefined
    case 'loopback':
      return text('in 127.0.0.0/8', '环回网段 127.0.0.0/8 中的地址')
    case 'zero':
    case 'multicast':
    case 'reserved':
      return text('no class A, B or C address', '非 A、B、C 类地址')
  }
}

export const addressFormRules: readonly Rule[] = [hostMask, notUsable, tooManyIpv6, unnumberedLender]
