import type { AllocatedField, NumberRow } from '@weft/domain'
import { text } from '@weft/domain'

export const fieldWords: { readonly [Field in AllocatedField]: ReturnType<typeof text> } = {
  asNumber: text('AS number', 'AS 号'),
  ipv4: text('IPv4 address', 'IPv4 地址'),
  ipv6: text('IPv6 address', 'IPv6 地址'),
  ipv4Subnet: text('IPv4 subnet', 'IPv4 子网'),
  ipv6Subnet: text('IPv6 subnet', 'IPv6 子网'),
  mlagId: text('M-LAG id', 'M-LAG ID'),
  macAddress: text('Gateway MAC', '网关 MAC'),
  tcpPort: text('TCP port', 'TCP 端口'),
  vlan: text('VLAN', 'VLAN'),
  vni: text('VNI', 'VNI'),
}

export const fromWords: { readonly [From in NumberRow['from']]: ReturnType<typeof text> } = {
  pool: text('given by Weft', '由 Weft 分配'),
  open: text('shown, not written down yet', '已显示，尚未写入'),
  person: text('given by hand', '手工指定'),
}
