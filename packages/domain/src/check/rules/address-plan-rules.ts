import type { IpAddress, IpPrefix } from '@weft/net'
import { compareIp, ipVersion, prefixContains, splitPrefix } from '@weft/net'
import type { InterfaceIntent } from '../../intent'
import { text } from '../../model'
import type { AddressUse } from '../addresses'
import { subjectOf } from '../addresses'
import type { RuleContext } from '../context'
import type { Layer3Link } from '../layer3-links'
import type { Rule, Violation } from '../rule'

const duplicate: Rule = {
  id: 'address/duplicate',
  wide: ['addresses', 'bgp', 'cables', 'definitions', 'pairs', 'vxlan'],
  words: ['names'],
  severity: 'error',
  title: text('One address on two devices', '两台设备使用同一地址'),
  why: text(
    'Traffic to a duplicate address reaches now one device, now the other. Only gateways of M-LAG pairs and of VXLAN and shared VTEPs are the same on purpose.',
    '地址重复时流量会随机到达其中一台设备。只有 M-LAG 双活网关、VXLAN 分布式网关和共用的 VTEP 会有意使用相同地址。',
  ),
  remedy: text('Give one of them another address.', '请为其中一方更换地址。'),
  source:
    'CR "ip address (interface view)"; exemptions: CG "Configuring Dual-Active Gateways", CR "vxlan anycast-gateway enable"',
  *run(context) {
    for (const [address, uses] of context.addresses.shared()) {
      for (const [vrfId, list] of byTable(uses)) {
        const owners = new Map(list.map((use) => [use.device.device.id, use]))
        if (owners.size < 2 || isSharedGateway(list) || isAnycast(list) || address.startsWith('fe80:')) continue
        const [first, second, ...rest] = [...owners.values()]
        if (first === undefined || second === undefined) continue
        const places = [first, second, ...rest].map((use) => context.label(use.interface))
        const table = vrfId === undefined ? '' : ` (vpn-instance ${context.vrfName(vrfId)})`
        yield {
          subjects: [first.subject, second.subject, ...rest.map(({ subject }) => subject)],
          key: address,
          severity: severityOf(context, list),
          what: text(
            `${address} is on ${places.join(' and ')}${table}`,
            `${address} 同时配置在 ${places.join('、')}${table}`,
          ),
        }
      }
    }
    yield* hostDuplicates(context)
  },
}

function byTable(uses: readonly AddressUse[]) {
  const tables = new Map<AddressUse['vrfId'], AddressUse[]>()
  for (const use of uses) tables.set(use.vrfId, [...(tables.get(use.vrfId) ?? []), use])
  return tables
}

/** Both members of a pair have the gateway's address on purpose; its M-LAG addresses have a rule of their own. */
function isSharedGateway(uses: readonly AddressUse[]): boolean {
  const [first] = uses
  return (
    first?.interface.gatewayId !== undefined &&
    uses.every((use) => use.interface.gatewayId === first.interface.gatewayId)
  )
}

/** A distributed gateway has one address on every device, and so has the VTEP that the members of a pair are. */
function isAnycast(uses: readonly AddressUse[]): boolean {
  if (uses.every((use) => use.interface.anycastGateway)) return true
  return uses.every(({ device, address }) => device.interfaces.some(({ nve }) => nve?.source?.value === address))
}

/**
 * Islands of a VPN instance without route targets never meet, and the members of a pair may share a
 * LoopBack as anycast VTEP; both are worth a look, not an error.
 */
function severityOf({ network, intent, sessions }: RuleContext, uses: readonly AddressUse[]): Violation['severity'] {
  const [first] = uses
  const vrf = first?.vrfId === undefined ? undefined : network.vrfs[first.vrfId]
  const isIsland =
    vrf !== undefined && [vrf.ipv4, vrf.ipv6].every((family) => (family?.importTargets.length ?? 0) === 0)
  if (isIsland) return 'info'
  const pairId = first === undefined ? undefined : intent.devices.get(first.device.device.id)?.dfsGroup?.pairId
  const onePair = pairId !== undefined && uses.every(({ device }) => device.dfsGroup?.pairId === pairId)
  const addresses = new Set(uses.map(({ address }) => address))
  const isAnycast = onePair && uses.length === 2 && uses.every((use) => use.interface.kind === 'loopback')
  if (!isAnycast) return undefined
  const inUse = sessions.some(
    ({ session }) =>
      (session.source.address !== undefined && addresses.has(session.source.address.value)) ||
      (session.remoteAddress !== undefined && addresses.has(session.remoteAddress.value)),
  )
  const routerIds = uses.some(({ device, address }) => device.routerId?.value === address)
  return inUse || routerIds ? undefined : 'info'
}

/** A host with the address of the device it is cabled to: compared with neighbours only, because hosts have no VPN instance. */
function* hostDuplicates(context: RuleContext): Iterable<Violation> {
  for (const cable of context.cables) {
    const [a, b] = cable.ends
    const end = a.kind === 'interface' ? a : b.kind === 'interface' ? b : undefined
    const host = a.kind === 'host' ? a : b.kind === 'host' ? b : undefined
    if (end === undefined || host === undefined) continue
    const record = context.network.hosts[host.hostId]
    for (const address of record?.addresses ?? []) {
      if (!context.index.isHeld('addresses', address)) continue
      const [use] = context.addresses.onDevice(end.deviceId, address)
      if (use === undefined || record === undefined) continue
      yield {
        subjects: [record.id, use.subject],
        key: address,
        what: text(
          `${record.name} has ${address}, which is the address of ${context.label(use.interface)}`,
          `${record.name} 的地址 ${address} 与 ${context.label(use.interface)} 相同`,
        ),
      }
    }
  }
}

const duplicateOnDevice: Rule = {
  id: 'address/duplicate-on-device',
  severity: 'error',
  title: text('One address twice on a device', '同一设备上地址重复'),
  why: text(
    'The device refuses an address it already has in the same VPN instance.',
    '设备拒绝在同一 VPN 实例内重复配置同一地址。',
  ),
  remedy: text('Remove or change one of the two.', '请删除或修改其中一个。'),
  source: 'CR "ip address (interface view)"',
  *run({ devices, addresses, deviceName }) {
    for (const { device } of devices) {
      const first = new Map<string, AddressUse>()
      for (const use of addresses.ofDevice(device.id)) {
        const key = `${use.vrfId ?? ''} ${use.address}`
        const known = first.get(key)
        if (known === undefined) first.set(key, use)
        else if (!use.address.startsWith('fe80:') && use.role !== 'm-lag') {
          yield {
            subjects: [use.subject, known.subject],
            key: use.address,
            what: text(
              `${deviceName(device.id)}: ${use.address} is on ${known.interface.name} and ${use.interface.name}`,
              `${deviceName(device.id)}：${use.address} 同时配置在 ${known.interface.name} 和 ${use.interface.name}`,
            ),
          }
        }
      }
    }
  },
}

const subnetOverlap: Rule = {
  id: 'address/subnet-overlap',
  severity: 'error',
  title: text('Subnets of one device overlap', '同一设备的子网重叠'),
  why: text(
    'The device refuses two interfaces in one subnet; a subnet inside another is accepted with a caution and hides part of it.',
    '设备拒绝两个接口处于同一子网；子网相互包含时会给出告警，并会遮蔽部分地址。',
  ),
  remedy: text('Give the interfaces different subnets.', '请为各接口规划不同的子网。'),
  source: 'CR "ip address (interface view)"; CR "ipv6 address"',
  *run({ devices, addresses, deviceName }) {
    for (const { device } of devices) {
      for (const { outer, inner } of overlaps(addresses.ofDevice(device.id))) {
        const equal = outer.network === inner.network
        const name = deviceName(device.id)
        yield {
          subjects: [subjectOf(inner.interface), subjectOf(outer.interface)],
          key: inner.network,
          severity: equal ? 'error' : 'warning',
          what: equal
            ? text(
                `${name}: ${outer.interface.name} and ${inner.interface.name} are both in ${inner.network}`,
                `${name}：${outer.interface.name} 与 ${inner.interface.name} 同在 ${inner.network}`,
              )
            : text(
                `${name}: ${outer.network} of ${outer.interface.name} contains ${inner.network} of ${inner.interface.name}`,
                `${name}：${outer.interface.name} 的 ${outer.network} 包含 ${inner.interface.name} 的 ${inner.network}`,
              ),
        }
      }
    }
  },
}

/** Sorted by network, what contains a subnet is among the ones still open on a stack. */
function* overlaps(uses: readonly AddressUse[]) {
  const nets = uses.filter(
    ({ address, length }) => length !== (ipVersion(address) === 4 ? 32 : 128) && !address.startsWith('fe80:'),
  )
  if (nets.length < 2) return
  const sorted = nets
    .map((use) => ({ use, start: startOf(use.network) }))
    .sort(
      (a, b) =>
        compareText(a.use.vrfId ?? '', b.use.vrfId ?? '') ||
        compareIp(a.start, b.start) ||
        a.use.length - b.use.length ||
        compareText(a.use.interface.name, b.use.interface.name),
    )
  const open: AddressUse[] = []
  for (const { use: inner } of sorted) {
    while (open.length > 0) {
      const last = open[open.length - 1]
      if (last !== undefined && last.vrfId === inner.vrfId && prefixContains(last.network, inner.network)) break
      open.pop()
    }
    const outer = open[open.length - 1]
    if (outer !== undefined && outer.interface.name !== inner.interface.name) yield { outer, inner }
    else if (outer?.network === inner.network) continue
    open.push(inner)
  }
}

function startOf(network: IpPrefix): IpAddress {
  return splitPrefix(network).address
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const linkEndsDiffer: Rule = {
  id: 'address/link-ends-differ',
  severity: 'error',
  title: text('The ends of a link are in different subnets', '链路两端不在同一子网'),
  why: text(
    'Neighbours that share no subnet cannot exchange a packet over the link.',
    '两端不在同一子网时无法通过该链路互通。',
  ),
  remedy: text('Give both ends addresses of one subnet.', '请为两端配置同一子网的地址。'),
  source: 'inferred: both ends of a routed link are in one subnet',
  *run(context) {
    for (const { id, ends } of context.layer3Links) {
      const [a, b] = ends
      for (const version of [4, 6] as const) {
        const [netsA, netsB] = [networksOf(context, a, version), networksOf(context, b, version)]
        const [firstA] = netsA
        const [firstB] = netsB
        if (firstA === undefined || firstB === undefined || netsA.some((net) => netsB.includes(net))) continue
        const nested = prefixContains(firstA, firstB) || prefixContains(firstB, firstA)
        yield {
          subjects: [id, subjectOf(a), subjectOf(b)],
          key: `ipv${version}`,
          severity: nested ? 'warning' : 'error',
          what: nested
            ? text(
                `${context.label(a)} and ${context.label(b)} have different masks: ${firstA} and ${firstB}`,
                `${context.label(a)} 与 ${context.label(b)} 的掩码不同：${firstA} 与 ${firstB}`,
              )
            : text(
                `${context.label(a)} is in ${firstA}, ${context.label(b)} is in ${firstB}`,
                `${context.label(a)} 在 ${firstA}，${context.label(b)} 在 ${firstB}`,
              ),
        }
      }
    }
  },
}

const none: readonly never[] = []

function networksOf({ addresses }: RuleContext, item: InterfaceIntent, version: 4 | 6): readonly IpPrefix[] {
  const given = version === 4 ? item.ipv4 : item.ipv6
  if (given.length === 0 || (version === 4 && item.unnumberedFrom !== undefined)) return none
  const networks: IpPrefix[] = []
  for (const { address, network } of addresses.ofInterface(item))
    if (ipVersion(address) === version && !address.startsWith('fe80:')) networks.push(network)
  return networks
}

const endWithoutAddress: Rule = {
  id: 'address/link-end-missing',
  severity: 'warning',
  title: text('Only one end of a link has an address', '链路只有一端有地址'),
  why: text(
    'The other end cannot answer, so nothing is routed over the link.',
    '另一端无法应答，该链路上没有三层互通。',
  ),
  remedy: text(
    'Give the other end an address of the same subnet, or make a link pool available.',
    '请为另一端配置同一子网的地址，或提供链路地址池。',
  ),
  source: 'inferred: both ends of a routed link are in one subnet',
  *run(context) {
    for (const { id, ends } of context.layer3Links) {
      for (const [own, other] of [ends, [ends[1], ends[0]] as const]) {
        if (own.ipv4.length === 0 || other.ipv4.length > 0 || other.unnumberedFrom !== undefined) continue
        if (own.ipv6.length > 0 && other.ipv6.length > 0) continue
        yield {
          subjects: [id, subjectOf(other)],
          what: text(
            `${context.label(other)} has no IPv4 address, ${context.label(own)} has ${own.ipv4[0]?.value}`,
            `${context.label(other)} 没有 IPv4 地址，而 ${context.label(own)} 为 ${own.ipv4[0]?.value}`,
          ),
        }
      }
    }
  },
}

/** Interfaces of two links. */
const endsOfTwo = 4

const subnetOnTwoLinks: Rule = {
  id: 'address/subnet-on-two-links',
  wide: ['addresses', 'cables'],
  words: ['names'],
  severity: 'warning',
  title: text('Two links use one subnet', '两条链路使用同一子网'),
  why: text(
    'Routers believe every address of the subnet to be on their own link and never look at the other one.',
    '路由器会认为子网内所有地址都在自己的链路上，无法到达另一条链路。',
  ),
  remedy: text('Give each link its own subnet.', '请为每条链路规划独立的子网。'),
  source: 'inferred: a subnet is one link',
  *run(context) {
    const crowded = new Set(
      [...context.index.shared('subnets')].flatMap(([subnet, holders]) => (holders.length < endsOfTwo ? [] : [subnet])),
    )
    if (crowded.size === 0) return
    const first = new Map<string, Layer3Link>()
    for (const link of context.layer3Links) {
      const [a, b] = link.ends
      const [networks, others] = [networksOf(context, a, 4), networksOf(context, b, 4)]
      for (const network of networks) {
        if (!crowded.has(network) || !others.includes(network)) continue
        const key = `${a.vrfId ?? ''} ${network}`
        const known = first.get(key)
        if (known === undefined) first.set(key, link)
        else if (!known.ends.some((end) => end === a || end === b)) {
          yield {
            subjects: [link.id, known.id],
            key: network,
            severity: a.vrfId === undefined ? 'warning' : 'info',
            what: text(
              `${network} is used between ${context.label(a)} and ${context.label(b)} and also between ${context.label(known.ends[0])} and ${context.label(known.ends[1])}`,
              `${network} 既用于 ${context.label(a)} 与 ${context.label(b)}，又用于 ${context.label(known.ends[0])} 与 ${context.label(known.ends[1])}`,
            ),
          }
        }
      }
    }
  },
}

export const addressPlanRules: readonly Rule[] = [
  duplicate,
  duplicateOnDevice,
  subnetOverlap,
  linkEndsDiffer,
  endWithoutAddress,
  subnetOnTwoLinks,
]
