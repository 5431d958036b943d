import type { LocalText } from '../model'
import { text } from '../model'
import type { SessionRef } from './session-list'

const packets = text(
  'packet filters, CPU protection and quality of service on the way',
  '途经的报文过滤、CPU 防护与 QoS',
)
const software = text('software faults, licences and limits of numbers', '软件故障、License 与规格限制')
const bfd = text('BFD, which may end a session earlier', 'BFD（可能更早断开会话）')

const tree = text(
  'which port spanning tree blocks where switched links form a loop, and how long it takes',
  '存在二层环路时生成树阻塞的端口及其收敛时间',
)

/** What a verdict says nothing about, by kind of session. */
export const notModelled: { readonly [Kind in SessionRef['kind']]: readonly LocalText[] } = {
  bgp: [
    packets,
    tree,
    text('passwords and the keys of keychains', '密码与 keychain 的密钥'),
    bfd,
    text('route policies that change what a session carries', '改变会话所承载路由的策略'),
    text('limits of prefixes and peer groups beyond their options', '路由数量限制，以及对等体组的其他选项'),
    software,
  ],
  bmp: [
    packets,
    tree,
    text('routes, filters and the state of the station', '监控服务器的路由、过滤与状态'),
    text('TLS and passwords of the session', '会话的 TLS 与密码'),
    software,
  ],
  ospf: [
    packets,
    tree,
    text('authentication of OSPF packets', 'OSPF 报文认证'),
    text('the MTU, which devices compare only with `ospf mtu-enable`', 'MTU（仅在 `ospf mtu-enable` 时比较）'),
    text('virtual links', '虚连接'),
    software,
  ],
  ospfv3: [
    packets,
    tree,
    text('authentication of OSPFv3 packets', 'OSPFv3 报文认证'),
    text('virtual links', '虚连接'),
    software,
  ],
  isis: [
    packets,
    tree,
    text('authentication of IS-IS packets', 'IS-IS 报文认证'),
    text('the MTU, to which hellos are padded', 'MTU（Hello 报文会填充至该长度）'),
    software,
  ],
  'dfs-pairing': [
    text('system MAC addresses', '系统 MAC 地址'),
    text('software versions of the members', '成员的软件版本'),
    text('the order in which links come up', '链路 Up 的先后次序'),
    software,
  ],
  vxlan: [
    packets,
    tree,
    text('the MTU of the underlay, which VXLAN makes 50 bytes shorter', 'underlay 的 MTU（VXLAN 封装占用 50 字节）'),
    text('which MAC addresses and hosts are learned', 'MAC 地址与主机的学习'),
    software,
  ],
  'dual-active-detection': [packets, tree, software],
  'sync-channel': [packets, tree, software],
}
