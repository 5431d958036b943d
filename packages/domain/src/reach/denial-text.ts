import type { DeviceId, LocalText, Network } from '../model'
import { recordName, text } from '../model'
import type { RouteDenial } from './reachability'

/** `10.0.0.1/32 is denied by route-policy P node 20 at leaf-1 on export to spine-1` */
export function denialText(
  network: Network,
  { prefix, by, node, deviceId, on }: RouteDenial,
  nameOf: (id: DeviceId) => string,
): LocalText {
  const command = by.startsWith('prefix-list:') ? 'ip-prefix' : by.slice(0, by.indexOf(':'))
  const filter = `${command} ${recordName(network, by)}${node === undefined ? '' : ` node ${node}`}`
  const device = nameOf(deviceId)
  switch (on.direction) {
    case 'origin':
      return text(
        `${prefix} is denied by ${filter} at ${device} where it would be announced`,
        `${prefix} 在 ${device} 发布时被 ${filter} 拒绝`,
      )
    case 'export':
      return text(
        `${prefix} is denied by ${filter} at ${device} on export to ${nameOf(on.neighbourId)}`,
        `${prefix} 在 ${device} 向 ${nameOf(on.neighbourId)} 发布时被 ${filter} 拒绝`,
      )
    case 'import':
      return text(
        `${prefix} is denied by ${filter} at ${device} on import from ${nameOf(on.neighbourId)}`,
        `${prefix} 在 ${device} 从 ${nameOf(on.neighbourId)} 接收时被 ${filter} 拒绝`,
      )
  }
}
