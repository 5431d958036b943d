import type { DeviceIntent, InterfaceIntent } from '@weft/domain'
import type { IpCommand, LinuxName } from './lab'
import type { RouterNames } from './router-names'

/** Kernel settings of a router. VRP answers on the line where packets came in, whatever way goes back. */
export const routerSysctls: readonly string[] = [
  'net.ipv4.ip_forward=1',
  'net.ipv6.conf.all.forwarding=1',
  'net.ipv4.conf.all.rp_filter=0',
  'net.ipv4.conf.default.rp_filter=0',
  'net.ipv6.conf.all.accept_dad=0',
  'net.ipv6.conf.default.accept_dad=0',
  'net.ipv4.conf.all.ignore_routes_with_linkdown=1',
  'net.ipv4.conf.default.ignore_routes_with_linkdown=1',
  'net.ipv6.conf.all.ignore_routes_with_linkdown=1',
  'net.ipv6.conf.default.ignore_routes_with_linkdown=1',
]

/** Kernel spanning tree with its shortest times: loops of a drawn Layer 2 do not melt the lab. */
const bridgeWords = ['type', 'bridge', 'stp_state', '1', 'forward_delay', '200', 'hello_time', '100', 'max_age', '600']

/** What a router has before wires are plugged in: VRF devices, one bridge per VLAN, and its LoopBacks. */
export function routerBefore(device: DeviceIntent, names: RouterNames, vlans: readonly number[]): readonly IpCommand[] {
  return [
    ['link', 'set', 'lo', 'up'],
    ...[...names.vrfs.values()].flatMap((name, index): readonly IpCommand[] => [
      ['link', 'add', name, 'type', 'vrf', 'table', String(1001 + index)],
      ['link', 'set', name, 'up'],
    ]),
    ...vlans.flatMap((vlan): readonly IpCommand[] => [['link', 'add', bridgeName(vlan), ...bridgeWords]]),
    // The kernel has one `lo`; a LoopBack is a pair of ports plugged into each other, so it is always up.
    ...device.interfaces
      .filter(({ kind, shutdown }) => kind === 'loopback' && !shutdown)
      .flatMap(({ name }): readonly IpCommand[] => {
        const linux = names.linux(name)
        return [
          ['link', 'add', linux, 'type', 'veth', 'peer', 'name', `${linux}p`],
          ['link', 'set', `${linux}p`, 'up'],
        ]
      }),
  ]
}

/** The bridge of a VLAN is its Vlanif as well. */
export function bridgeName(vlan: number): LinuxName {
  return `vl${vlan}`
}

/** Table, MTU, MAC and addresses of a Layer 3 interface, then up. */
export function layer3Setup(intent: InterfaceIntent, device: DeviceIntent, names: RouterNames): readonly IpCommand[] {
  const linux = names.linux(intent.name)
  const set = (...words: readonly string[]): IpCommand => ['link', 'set', linux, ...words]
  return [
    ...(intent.vrfId === undefined ? [] : [set('master', names.vrf(intent.vrfId))]),
    ...(intent.mtu === undefined || intent.mtu < 68 ? [] : [set('mtu', String(intent.mtu))]),
    ...(intent.macAddress === undefined ? [] : [set('address', colonMac(intent.macAddress.value))]),
    set('up'),
    ...(intent.shutdown ? [] : addressesOf(intent, device)).map(
      (address): IpCommand => ['addr', 'add', address, 'dev', linux, ...(address.includes(':') ? ['nodad'] : [])],
    ),
  ]
}

function addressesOf(intent: InterfaceIntent, device: DeviceIntent): readonly string[] {
  const lender = device.interfaces.find(({ name }) => name === intent.unnumberedFrom)?.ipv4[0]?.value
  return [
    ...intent.ipv4.map(({ value }) => value),
    ...(lender === undefined ? [] : [`${lender.slice(0, lender.indexOf('/'))}/32`]),
    ...(intent.mlagIpv4 === undefined ? [] : [intent.mlagIpv4.value]),
    ...intent.ipv6.map(({ value }) => value),
    ...(intent.ipv6LinkLocal === undefined ? [] : [`${intent.ipv6LinkLocal}/64`]),
  ]
}

/** `0000-5e00-0101` as Linux writes it. */
function colonMac(mac: string): string {
  return (mac.replace(/[^0-9a-f]/gi, '').match(/../g) ?? []).join(':').toLowerCase()
}
