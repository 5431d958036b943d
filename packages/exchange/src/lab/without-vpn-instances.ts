import type { DeviceIntent, NetworkIntent } from '@weft/domain'
import { text } from '@weft/domain'
import type { Loss } from './lab'

/** A design for a kernel that has no VRF devices: what stands in a VPN instance is taken out, and said. */
export function withoutVpnInstances(intent: NetworkIntent): {
  readonly intent: NetworkIntent
  readonly losses: readonly Loss[]
} {
  const devices = new Map([...intent.devices].map(([id, device]) => [id, publicPart(device)]))
  const records = [...intent.devices.values()].flatMap(({ vrfs }) => vrfs.map(({ vrfId }) => vrfId))
  const why = text(
    'this kernel has no VRF devices (CONFIG_NET_VRF): VPN instances are left out',
    '此内核没有 VRF 设备（CONFIG_NET_VRF）：不包含 VPN 实例',
  )
  const losses = records.length === 0 ? [] : [{ feature: 'vpn-instance', records: [...new Set(records)].sort(), why }]
  return { intent: { ...intent, devices }, losses }
}

function publicPart(device: DeviceIntent): DeviceIntent {
  const isPublic = ({ vrfId }: { readonly vrfId?: string }): boolean => vrfId === undefined
  return {
    ...device,
    vrfs: [],
    // The port stays, so that its cable still reaches a device; it has no address any more.
    interfaces: device.interfaces.map((each) => (isPublic(each) ? each : bare(each))),
    ospf: device.ospf.filter(isPublic),
    ospfv3: device.ospfv3.filter(isPublic),
    isis: device.isis.filter(isPublic),
    staticRoutes: device.staticRoutes.filter(isPublic),
    ...(device.bgp === undefined
      ? {}
      : {
          bgp: {
            ...device.bgp,
            sessions: device.bgp.sessions.filter(isPublic),
            announcements: device.bgp.announcements.filter(isPublic),
            importRoutes: device.bgp.importRoutes.filter(isPublic),
          },
        }),
  }
}

function bare(intent: DeviceIntent['interfaces'][number]): DeviceIntent['interfaces'][number] {
  const { vrfId, ospf, ospfv3, isis, unnumberedFrom, ipv6LinkLocal, mlagIpv4, ...rest } = intent
  return { ...rest, ipv4: [], ipv6: [] }
}
