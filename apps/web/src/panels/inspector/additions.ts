import type { Command, LocalText, Network, NetworkRecord, RecordKind } from '@weft/domain'
import { text } from '@weft/domain'
import { freshId } from '../../editor'

export type Addition = { readonly label: LocalText; readonly command: () => Command }

/** What can be added from a record's panel. */
export function additionsOf(network: Network, record: NetworkRecord): readonly Addition[] {
  const kind = record.id.slice(0, record.id.indexOf(':')) as RecordKind
  if (kind === 'device') return deviceAdditions(network, record as Network['devices'][string])
  if (kind === 'mlag') return pairAdditions(network, record as Network['mlagPairs'][string])
  return []
}

/** What can be added to the design as a whole. */
export function designAdditions(network: Network): readonly Addition[] {
  const deviceIds = Object.values(network.devices)
    .map((device) => device.id)
    .sort()
  const has = (kind: 'ospf' | 'ebgp') => Object.values(network.underlays).some((underlay) => underlay.kind === kind)
  return [
    ...(has('ospf')
      ? []
      : [
          create(text('OSPF underlay over all devices', '全部设备的 OSPF 底层网络'), () => ({
            id: freshId('underlay'),
            kind: 'ospf',
            deviceIds,
            processId: 1,
            area: 0,
            networkType: 'p2p',
          })),
        ]),
    ...(has('ebgp')
      ? []
      : [
          create(text('EBGP underlay over all devices', '全部设备的 EBGP 底层网络'), () => ({
            id: freshId('underlay'),
            kind: 'ebgp',
            deviceIds,
          })),
        ]),
    create(text('VPN instance', 'VPN 实例'), () => ({
      id: freshId('vrf'),
      name: `vpn${Object.keys(network.vrfs).length + 1}`,
      ipv4: { importTargets: [], exportTargets: [] },
    })),
  ]
}

function deviceAdditions(network: Network, device: Network['devices'][string]): readonly Addition[] {
  const names = new Set(
    Object.values(network.interfaces).flatMap((other) => (other.deviceId === device.id ? [other.name as string] : [])),
  )
  const stations = Object.values(network.stations)
  const free = (prefix: string, first: number) => {
    let number = first
    while (names.has(`${prefix}${number}`)) number++
    return `${prefix}${number}`
  }
  return [
    {
      label: text('LoopBack', 'LoopBack'),
      command: () => ({ kind: 'loopback.add', id: freshId('interface'), deviceId: device.id }),
    },
    create(text('Vlanif', 'Vlanif'), () => ({
      id: freshId('interface'),
      deviceId: device.id,
      name: free('Vlanif', 10),
    })),
    create(text('Eth-Trunk', 'Eth-Trunk'), () => ({
      id: freshId('interface'),
      deviceId: device.id,
      name: free('Eth-Trunk', 1),
    })),
    ...(names.has('MEth0/0/0')
      ? []
      : [
          create(text('MEth0/0/0', 'MEth0/0/0'), () => ({
            id: freshId('interface'),
            deviceId: device.id,
            name: 'MEth0/0/0',
          })),
        ]),
    create(text('Static route', '静态路由'), () => ({
      id: freshId('static-route'),
      deviceId: device.id,
      prefix: '0.0.0.0/0',
      nextHop: { kind: 'null0' },
    })),
    ...stations.map((station) =>
      create(text(`BMP session to ${station.name}`, `到 ${station.name} 的 BMP 会话`), () => ({
        id: freshId('bmp-session'),
        deviceId: device.id,
        stationId: station.id,
        monitor: [{ target: { kind: 'public' }, family: 'ipv4-unicast', rib: 'adj-rib-in', policy: 'post-policy' }],
      })),
    ),
  ]
}

function pairAdditions(network: Network, pair: Network['mlagPairs'][string]): readonly Addition[] {
  const taken = new Set(
    Object.values(network.gateways).flatMap((gateway) => (gateway.pairId === pair.id ? [gateway.vlan] : [])),
  )
  let vlan = 10
  while (taken.has(vlan)) vlan += 10
  return [
    create(text(`Gateway of VLAN ${vlan}`, `VLAN ${vlan} 网关`), () => ({
      id: freshId('gateway'),
      pairId: pair.id,
      vlan,
    })),
  ]
}

/** The schema of the record's collection checks it when the command is applied; a refusal is shown. */
function create(label: LocalText, record: () => { readonly id: string }): Addition {
  return { label, command: () => ({ kind: 'record.create', record: record() as NetworkRecord }) }
}
