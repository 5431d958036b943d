import type { DeviceIntent, InterfaceIntent, Network, NetworkIntent, Underlay } from '@weft/domain'
import { byId, text } from '@weft/domain'
import type { IgpName } from './frr-igp'
import { runsHere } from './frr-igp'
import { frrEntity } from './frr-isis'
import type { IgpPace } from './igp-pace'
import type { Loss } from './lab'

const names = { ospf: 'OSPF', ospfv3: 'OSPFv3', isis: 'IS-IS' } as const
const protocols: readonly IgpName[] = ['ospf', 'ospfv3', 'isis']

type Words = readonly [en: string, zh: string]

/** What the interior gateway protocols of a device do in FRR otherwise than on VRP, or not at all. */
export function igpLosses(device: DeviceIntent): readonly Loss[] {
  return [
    ...protocols.flatMap((protocol) => processLosses(device, protocol)),
    ...device.ospf.flatMap(({ underlayId, suppressReachability }) =>
      suppressReachability
        ? [lost(device, underlayId, 'ospf-suppression', ['subnets of links stay announced', '仍发布链路网段'])]
        : [],
    ),
    ...device.isis.flatMap(({ underlayId, networkEntity, ipv6Topology, costStyle }) => {
      const entity = networkEntity !== undefined && frrEntity(networkEntity.value) === undefined
      const topology = ipv6Topology === 'ipv6' && costStyle.value !== 'wide'
      return [
        ...(entity
          ? [lost(device, underlayId, 'isis-net', ['FRR does not take the network entity', 'FRR 不接受该网络实体名称'])]
          : []),
        ...(topology
          ? [
              lost(device, underlayId, 'isis-topology', [
                'FRR has a topology for IPv6 with wide costs only',
                'FRR 仅在 wide 开销下支持 IPv6 独立拓扑',
              ]),
            ]
          : []),
      ]
    }),
    ...device.interfaces.flatMap((each) => interfaceLosses(device, each)),
  ]
}

function processLosses(device: DeviceIntent, protocol: IgpName): readonly Loss[] {
  const name = names[protocol]
  return device[protocol].flatMap((process) => {
    const say = (feature: string, words: Words): Loss => lost(device, process.underlayId, feature, words)
    const imports = process.importRoutes.some(
      ({ protocol: from }) => from !== 'direct' && from !== 'static' && from !== 'bgp',
    )
    const options = 'areas' in process ? process.areas.flatMap((area) => area.options) : []
    return [
      !runsHere(device, protocol, process) &&
        say(`${protocol}-process`, [
          `a second ${name} process of the same routing table is left out`,
          `同一路由表的第二个 ${name} 进程被省略`,
        ]),
      imports &&
        say(`${protocol}-import`, [
          'FRR imports no interfaces along with the routes of another protocol, and nothing from another process',
          'FRR 引入其他协议的路由时不含其接口，也不从另一进程引入',
        ]),
      options.some((option) => option !== 'no-summary') &&
        say(`${protocol}-area`, ['options of stub areas and NSSAs are left out', '不含 Stub/NSSA 区域的选项']),
    ].filter((found): found is Loss => found !== false)
  })
}

function interfaceLosses(device: DeviceIntent, { interfaceId, name, ospf, ospfv3 }: InterfaceIntent): readonly Loss[] {
  const say = (feature: string, [en, zh]: Words): Loss =>
    lost(device, interfaceId, feature, [`${name}: ${en}`, `${name}：${zh}`])
  const type = ospfv3?.networkType.value
  return [
    (type === 'p2mp' || type === 'nbma') &&
      say('ospfv3-network-type', [`FRR has no ${type} for OSPFv3`, `FRR 的 OSPFv3 没有 ${type}`]),
    ospf?.checksMtu === true && say('ospf-mtu', ['MTUs of neighbours are not compared', '不比较邻居的 MTU']),
  ].filter((found): found is Loss => found !== false)
}

function lost(
  device: DeviceIntent,
  record: Loss['records'][number] | undefined,
  feature: string,
  [en, zh]: Words,
): Loss {
  const records = [device.device.id, ...(record === undefined ? [] : [record])]
  return { feature, records, why: text(en, zh), changesRoutes: true }
}

/**
 * What an IS-IS underlay as a whole lacks in FRR, which has neighbours all the same. FRR does not tell level 2 of
 * what a router of both levels learns in level 1 (ISO 10589, 7.2.9.2 has it do so), so where somebody is in
 * level 1 alone the way back is missing. And it has one style between narrow and wide, which sends both.
 */
export function isisLosses({ devices }: NetworkIntent): readonly Loss[] {
  const found = new Map<Underlay['id'], { readonly levels: Set<string>; readonly styles: Set<string> }>()
  for (const { isis, interfaces } of devices.values()) {
    for (const { underlayId, level, costStyle } of isis) {
      const known = found.get(underlayId) ?? { levels: new Set(), styles: new Set() }
      found.set(underlayId, known)
      known.levels.add(level)
      known.styles.add(costStyle.value)
    }
    for (const { isis } of interfaces) if (isis?.level !== undefined) found.get(isis.underlayId)?.levels.add(isis.level)
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, { levels, styles }]) => {
      const say = (feature: string, [en, zh]: Words): Loss => ({
        feature,
        records: [id],
        why: text(en, zh),
        changesRoutes: true,
      })
      const oneWay = styles.size > 1 && (styles.has('narrow-compatible') || styles.has('wide-compatible'))
      return [
        levels.has('level-1') &&
          levels.has('level-1-2') &&
          say('isis-levels', [
            'FRR does not announce routes of level 1 in level 2',
            'FRR 不在 Level-2 中发布 Level-1 的路由',
          ]),
        oneWay &&
          say('isis-cost-style', [
            'FRR sends both forms of costs where the design sends one and reads both',
            '设计中只发送一种开销格式而接收两种的设备，FRR 两种都发送',
          ]),
      ].filter((loss): loss is Loss => loss !== false)
    })
}

/** Underlays whose routers say hello oftener than in the design. */
export function paceLosses(network: Network, pace: IgpPace): readonly Loss[] {
  return Object.values(network.underlays)
    .filter(({ kind }) => kind === 'isis' || (kind !== 'ebgp' && pace.everywhere !== undefined))
    .sort(byId)
    .map(({ id, kind }) => ({
      feature: `${kind}-timers`,
      records: [id],
      why: text('hellos are sent every second instead of every ten', '每秒而不是每十秒发送一次 Hello'),
    }))
}
