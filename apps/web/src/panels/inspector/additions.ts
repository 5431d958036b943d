import type { Command, LocalText, Network, NetworkRecord, RecordKind } from '@weft/domain'
import { byId, text } from '@weft/domain'
import { freshId } from '../../editor'

export type Addition = { readonly label: LocalText; readonly command: () => Command }

/** What can be added from a record's panel. */
export function additionsOf(network: Network, record: NetworkRecord): readonly Addition[] {
  const kind = record.id.slice(0, record.id.indexOf(':')) as RecordKind
  if (kind === 'device') return deviceAdditions(network, record as Network['devices'][string])
  if (kind === 'interface') return interfaceAdditions(network, record as Network['interfaces'][string])
  if (kind === 'bridge-domain') return gatewayAdditions(network, record as Network['bridgeDomains'][string])
  if (kind === 'role-defaults') return roleAdditions(record as Network['roleDefaults'][string])
  if (kind === 'mlag') return pairAdditions(network, record as Network['mlagPairs'][string])
  return []
}

/** What can be added to the design as a whole. */
export function designAdditions(network: Network): readonly Addition[] {
  const deviceIds = Object.values(network.devices)
    .map((device) => device.id)
    .sort()
  const has = (kind: 'ospf' | 'ospfv3' | 'isis' | 'ebgp') =>
    Object.values(network.underlays).some((underlay) => underlay.kind === kind)
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
    ...(has('isis')
      ? []
      : [
          create(text('IS-IS underlay over all devices', '全部设备的 IS-IS 底层网络'), () => ({
            id: freshId('underlay'),
            kind: 'isis',
            deviceIds,
            processId: 1,
            areaAddress: '49.0001',
            level: 'level-2',
            costStyle: 'wide',
            circuitType: 'p2p',
          })),
        ]),
    ...(has('ospfv3')
      ? []
      : [
          create(text('OSPFv3 underlay over all devices', '全部设备的 OSPFv3 底层网络'), () => ({
            id: freshId('underlay'),
            kind: 'ospfv3',
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
    ...intentAdditions(network),
    create(text('VPN instance', 'VPN 实例'), () => ({
      id: freshId('vrf'),
      name: `vpn${Object.keys(network.vrfs).length + 1}`,
      ipv4: { importTargets: [], exportTargets: [] },
    })),
    create(text('Bridge domain', '桥域'), () => {
      const number = 1 + Math.max(9, ...Object.values(network.bridgeDomains).map((domain) => domain.number))
      return {
        id: freshId('bridge-domain'),
        number,
        vni: 10000 + number,
        evpn: { importTargets: ['auto'], exportTargets: ['auto'] },
      }
    }),
    ...poolAdditions(network),
    create(text('Route policy', '路由策略'), () => ({
      id: freshId('route-policy'),
      name: `policy${Object.keys(network.routePolicies).length + 1}`,
      nodes: [{ node: 10, action: 'permit', clauses: [] }],
    })),
    create(text('IP prefix list', 'IP 前缀列表'), () => ({
      id: freshId('prefix-list'),
      name: `prefixes${Object.keys(network.prefixLists).length + 1}`,
      version: 'ipv4',
      entries: [{ action: 'permit', prefix: '0.0.0.0/0', lessEqual: 32 }],
    })),
    create(text('AS-path filter', 'AS 路径过滤器'), () => ({
      id: freshId('as-path-filter'),
      name: `paths${Object.keys(network.asPathFilters).length + 1}`,
      entries: [{ action: 'permit', expression: '.*' }],
    })),
  ]
}

/** What is said of many devices at once. */
function intentAdditions(network: Network): readonly Addition[] {
  const devices = Object.values(network.devices).sort(byId)
  const spines = devices.filter(({ role }) => role === 'spine' || role === 'route-reflector').map(({ id }) => id)
  const [station] = Object.values(network.stations).sort(byId)
  const role = devices[0]?.role ?? 'leaf'
  const members = { deviceIds: spines, roles: ['leaf', 'border'] }
  return [
    create(text('IBGP overlay with reflectors', '带路由反射器的 IBGP Overlay'), () => ({
      id: freshId('overlay'),
      kind: 'ibgp',
      ...members,
      families: ['ipv4-unicast'],
      reflectorIds: spines.slice(0, 2),
    })),
    create(text('EVPN overlay over EBGP', '基于 EBGP 的 EVPN Overlay'), () => ({
      id: freshId('overlay'),
      kind: 'ebgp',
      ...members,
      families: ['evpn'],
      hubIds: spines,
    })),
    ...(station === undefined
      ? []
      : [
          create(text('BMP monitoring of all leaves', '对全部叶交换机的 BMP 监控'), () => ({
            id: freshId('bmp-monitoring'),
            stationId: station.id,
            ...members,
            loopback: 0,
            monitor: [{ target: { kind: 'public' }, family: 'ipv4-unicast', rib: 'adj-rib-in', policy: 'post-policy' }],
          })),
        ]),
    create(text('Role defaults', '角色默认值'), () => ({
      id: freshId('role-defaults'),
      role,
      ...(devices[0] === undefined ? {} : { model: devices[0].model }),
      loopbacks: [0],
    })),
  ]
}

function roleAdditions({ role, model }: Network['roleDefaults'][string]): readonly Addition[] {
  if (model === undefined) return []
  return [
    {
      label: text(`Device of this role (${role})`, `该角色的设备（${role}）`),
      command: () => ({ kind: 'device.add', id: freshId('device'), role }),
    },
  ]
}

/** Pools of kinds the design has none of, each with a range to begin with. */
function poolAdditions({ pools }: Network): readonly Addition[] {
  const kinds = new Set<string>(Object.values(pools).map(({ kind }) => kind))
  return poolTemplates.flatMap(({ label, ...template }) =>
    kinds.has(template.kind) ? [] : [create(label, () => ({ ...template, id: freshId('pool') }))],
  )
}

const poolTemplates = [
  { label: text('Pool of IPv4 loopbacks', 'IPv4 环回地址池'), kind: 'loopback-ipv4', prefix: '10.0.0.0/16' },
  { label: text('Pool of IPv4 links', 'IPv4 链路地址池'), kind: 'link-ipv4', prefix: '10.1.0.0/16' },
  { label: text('Pool of IPv6 loopbacks', 'IPv6 环回地址池'), kind: 'loopback-ipv6', prefix: 'fd00:0:0:1::/64' },
  { label: text('Pool of IPv6 links', 'IPv6 链路地址池'), kind: 'link-ipv6', prefix: 'fd00:0:0:2::/64' },
  { label: text('Pool of AS numbers', 'AS 号池'), kind: 'as', first: 64512, last: 65534 },
  { label: text('Pool of VLANs', 'VLAN 池'), kind: 'vlan', first: 501, last: 1000 },
  { label: text('Pool of M-LAG ids', 'M-LAG ID 池'), kind: 'mlag-id', first: 1, last: 2048 },
  { label: text('Pool of VNIs', 'VNI 池'), kind: 'vni', first: 10000, last: 19999 },
  { label: text('Pool of TCP ports', 'TCP 端口池'), kind: 'tcp-port', first: 10000, last: 10999 },
] as const

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
    ...(names.has('Nve1')
      ? []
      : [
          create(text('NVE', 'NVE'), () => {
            const source = Object.values(network.interfaces)
              .filter((other) => other.deviceId === device.id && other.name.startsWith('LoopBack'))
              .sort((a, b) => (a.name < b.name ? 1 : -1))[0]
            return {
              id: freshId('interface'),
              deviceId: device.id,
              name: 'Nve1',
              nve: source === undefined ? {} : { sourceInterfaceId: source.id },
            }
          }),
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

/** Sub-interfaces of a port or Eth-Trunk: of Layer 2 for a bridge domain, of Layer 3 for a routed one. */
function interfaceAdditions(network: Network, port: Network['interfaces'][string]): readonly Addition[] {
  if (!/^([0-9]+GE|GE|Eth-Trunk)/.test(port.name) || port.name.includes('.') || port.memberOf !== undefined) return []
  const names = new Set(
    Object.values(network.interfaces).flatMap((other) =>
      other.deviceId === port.deviceId ? [other.name as string] : [],
    ),
  )
  let number = 1
  while (names.has(`${port.name}.${number}`)) number++
  const base = () => ({ id: freshId('interface'), deviceId: port.deviceId, name: `${port.name}.${number}` })
  if (port.mode === 'routed') {
    return [
      create(text('Sub-interface', '子接口'), () => ({ ...base(), encapsulation: { kind: 'dot1q', vlan: number } })),
    ]
  }
  const domains = Object.values(network.bridgeDomains).sort((a, b) => a.number - b.number)
  return domains.slice(0, 20).map((domain) =>
    create(text(`Sub-interface in BD ${domain.number}`, `BD ${domain.number} 的子接口`), () => ({
      ...base(),
      mode: 'switched',
      encapsulation: { kind: 'dot1q', vlan: ((domain.number - 1) % 4094) + 1 },
      bridgeDomainId: domain.id,
    })),
  )
}

/** A Vbdif of the bridge domain on each device that has an NVE and no such Vbdif yet. */
function gatewayAdditions(network: Network, domain: Network['bridgeDomains'][string]): readonly Addition[] {
  const name = `Vbdif${domain.number}`
  const all = Object.values(network.interfaces)
  const having = new Set(all.flatMap((other) => (other.name === name ? [other.deviceId] : [])))
  const vteps = all.filter((other) => other.nve !== undefined && !having.has(other.deviceId))
  return vteps
    .map(({ deviceId }) => ({ deviceId, device: network.devices[deviceId]?.name ?? deviceId }))
    .sort((a, b) => (a.device < b.device ? -1 : 1))
    .slice(0, 50)
    .map(({ deviceId, device }) =>
      create(text(`${name} on ${device}`, `${device} 上的 ${name}`), () => ({
        id: freshId('interface'),
        deviceId,
        name,
        anycastGateway: true,
        hostRoutes: ['arp-collect'],
      })),
    )
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
