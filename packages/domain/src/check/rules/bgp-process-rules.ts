import type { BgpSessionIntent, DeviceIntent } from '../../intent'
import { bgpProcesses } from '../../intent'
import type { DeviceId, RecordId } from '../../model'
import { text } from '../../model'
import { hasRoute } from '../../reach'
import { recordOfProcess, setEnd, setFields, setProcess } from '../fixes'
import type { Rule } from '../rule'
import { at } from './bgp-peer-rules'
import { lowestLoopback } from './bgp-source-rules'

const routerIdDuplicate: Rule = {
  id: 'bgp/router-id-duplicate',
  wide: ['addresses', 'bgp'],
  words: ['names'],
  severity: 'error',
  title: text('Two devices with one router ID', 'Router ID 重复'),
  why: text(
    'IBGP peers with equal router IDs never come up, nor do EBGP peers unless it is allowed; in one AS the router ID tells routers apart.',
    'Router ID 相同的 IBGP 对等体无法建立会话，EBGP 默认也不行；Router ID 在 AS 内用于唯一标识设备。',
  ),
  remedy: text(
    'Give each device a router ID of its own, usually its LoopBack address.',
    '请为每台设备配置唯一的 Router ID，通常为环回口地址。',
  ),
  source: 'CR "router-id"; CR "router-id allow-same enable(BGP view)"',
  offersFix: true,
  *run({ devices, sessionsThat }) {
    const told = new Set<string>()
    const shared = sharedRouterIds(devices)
    const sharing = new Set(devices.flatMap((each) => (speaksAs(each, shared) ? [each.device.id] : [])))
    for (const view of sharing.size === 0 ? [] : sessionsThat(({ deviceId }) => sharing.has(deviceId))) {
      const { session, device, process, otherDevice, otherProcess } = view
      const routerId = process.routerId?.value
      if (
        routerId === undefined ||
        otherDevice === undefined ||
        otherDevice === device ||
        otherProcess?.routerId?.value !== routerId
      )
        continue
      if (session.side !== 0) continue
      const [a, b] = [device, otherDevice].sort((x, y) => (x.device.id < y.device.id ? -1 : 1)) as [
        DeviceIntent,
        DeviceIntent,
      ]
      const key = `${a.device.id} ${b.device.id}`
      if (told.has(key)) continue
      told.add(key)
      yield {
        subjects: [a.device.id, b.device.id],
        what: text(
          `${a.device.name} and ${b.device.name} are peers and both have router ID ${routerId}`,
          `${a.device.name} 与 ${b.device.name} 互为对等体，但 Router ID 均为 ${routerId}`,
        ),
        ...withoutGivenId(b, routerId),
      }
    }
    const groups = new Map<string, DeviceIntent[]>()
    for (const device of devices) {
      const keys = bgpProcesses(device).flatMap(({ asNumber, routerId }) =>
        routerId === undefined ? [] : [`${asNumber.value} ${routerId.value}`],
      )
      for (const key of new Set(keys)) groups.set(key, [...(groups.get(key) ?? []), device])
    }
    for (const [key, [a, b, ...rest]] of groups) {
      if (a === undefined || b === undefined || told.has(`${a.device.id} ${b.device.id}`)) continue
      const names = [a, b, ...rest].map(({ device }) => device.name)
      const [asNumber, routerId] = key.split(' ')
      yield {
        subjects: [a.device.id, b.device.id, ...rest.map(({ device }) => device.id)],
        severity: 'warning',
        what: text(
          `${names.join(' and ')} of AS ${asNumber} have router ID ${routerId}`,
          `AS ${asNumber} 的 ${names.join('、')} 使用相同的 Router ID ${routerId}`,
        ),
        ...(rest.length === 0 ? withoutGivenId(b, routerId ?? '') : {}),
      }
    }
  },
}

/** Router IDs of several BGP processes. */
function sharedRouterIds(devices: readonly DeviceIntent[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const device of devices) {
    for (const { routerId } of bgpProcesses(device)) {
      if (routerId === undefined) continue
      if (seen.has(routerId.value)) shared.add(routerId.value)
      seen.add(routerId.value)
    }
  }
  return shared
}

function speaksAs(device: DeviceIntent, routerIds: ReadonlySet<string>): boolean {
  return bgpProcesses(device).some(({ routerId }) => routerId !== undefined && routerIds.has(routerId.value))
}

/** A router ID typed by hand gives way to the one of the LoopBack. */
function withoutGivenId(intent: DeviceIntent, routerId: string) {
  const loopback = lowestLoopback(intent, undefined)?.ipv4[0]?.value.split('/')[0]
  if (intent.device.routerId === undefined || loopback === undefined || loopback === routerId) return {}
  return {
    fix: setFields(
      text(`Let ${intent.device.name} use ${loopback}`, `让 ${intent.device.name} 使用 ${loopback}`),
      intent.device.id,
      { routerId: undefined },
    ),
  }
}

const routerIdMissing: Rule = {
  id: 'bgp/router-id-missing',
  severity: 'error',
  title: text('No router ID', '缺少 Router ID'),
  why: text(
    'BGP does not start without a router ID. Left to itself a device takes some address, or none when it has only IPv6.',
    '没有 Router ID 时 BGP 无法启动；设备自动选取的结果不确定，只有 IPv6 时则为 0.0.0.0。',
  ),
  remedy: text(
    'Give the device a router ID, or a LoopBack with an IPv4 address.',
    '请配置 Router ID，或配置带 IPv4 地址的环回口。',
  ),
  source: 'CR "router-id"; CG "Starting a BGP Process"',
  *run({ devices }) {
    for (const intent of devices) {
      const { device, interfaces } = intent
      if (bgpProcesses(intent).every(({ routerId }) => routerId !== undefined && routerId.value !== '0.0.0.0')) continue
      const automatic = interfaces.some(({ ipv4 }) => ipv4.length > 0) && device.routerId !== '0.0.0.0'
      yield {
        subjects: [device.id],
        severity: automatic ? 'warning' : 'error',
        what: automatic
          ? text(
              `${device.name} has neither a router ID nor a LoopBack: it will choose some interface address, which may change`,
              `${device.name} 既无 Router ID 也无环回口，将自动选取某个接口地址，且可能变化`,
            )
          : text(`${device.name} has no usable router ID`, `${device.name} 没有可用的 Router ID`),
      }
    }
  },
}

const routerIdOfPort: Rule = {
  id: 'bgp/router-id-of-port',
  severity: 'warning',
  title: text('The router ID depends on a port', 'Router ID 依赖物理接口'),
  why: text(
    'The address of a port goes away with its port; the LoopBack address stays.',
    '物理接口地址可能随接口变动，环回口地址则稳定。',
  ),
  remedy: text('Use the LoopBack address as router ID.', '请使用环回口地址作为 Router ID。'),
  source: 'CG "Starting a BGP Process"',
  offersFix: true,
  *run({ devices, addresses }) {
    for (const intent of devices) {
      const { device } = intent
      for (const routerId of new Set(bgpProcesses(intent).flatMap((process) => process.routerId?.value ?? []))) {
        const uses = addresses.onDevice(device.id, routerId)
        const [use] = uses
        if (use === undefined || uses.some(({ interface: item }) => item.kind === 'loopback')) continue
        yield {
          subjects: [device.id],
          ...(routerId === intent.bgp?.routerId?.value ? {} : { key: routerId }),
          what: text(
            `${device.name}: router ID ${routerId} is the address of ${use.interface.name}`,
            `${device.name}：Router ID ${routerId} 是 ${use.interface.name} 的地址`,
          ),
          ...withoutGivenId(intent, routerId),
        }
      }
    }
  },
}

const reservedNumbers: readonly number[] = [23456, 65535, 4294967295]

const asReserved: Rule = {
  id: 'bgp/as-reserved',
  severity: 'warning',
  title: text('A reserved AS number', '保留的 AS 号'),
  why: text(
    '65535 and 4294967295 are reserved, and 23456 stands for a number that does not fit in two bytes.',
    '65535 和 4294967295 为保留号，23456（AS_TRANS）用于代替四字节 AS 号。',
  ),
  remedy: text(
    'Choose another number, for private use 64512 to 65534 or 4200000000 to 4294967294.',
    '请改用其他 AS 号，私有范围为 64512–65534 或 4200000000–4294967294。',
  ),
  source: 'CR "private-4-byte-as (BGP view)"; inferred for 23456',
  *run({ devices, hosts }) {
    const owners: { readonly id: RecordId; readonly name: string; readonly asNumber: number }[] = []
    for (const { device, bgp } of devices) {
      const asNumber = bgp?.asNumber.value ?? device.asNumber
      if (asNumber !== undefined) owners.push({ id: device.id, name: device.name, asNumber })
      for (const instance of device.bgpInstances ?? [])
        owners.push({ id: device.id, name: device.name, asNumber: instance.asNumber })
    }
    for (const { id, name, asNumber } of hosts) if (asNumber !== undefined) owners.push({ id, name, asNumber })
    for (const { id, name, asNumber } of owners) {
      if (!reservedNumbers.includes(asNumber)) continue
      yield { subjects: [id], what: text(`${name}: AS ${asNumber} is reserved`, `${name}：AS ${asNumber} 为保留号`) }
    }
  },
}

const networkNotInTable: Rule = {
  id: 'bgp/network-not-in-table',
  wide: ['bgp', 'definitions', 'routes'],
  words: ['names'],
  severity: 'error',
  title: text('An announced prefix that is not in the table', '发布的网段不在路由表中'),
  why: text(
    'network announces exactly a prefix the routing table has, with that length; otherwise nothing is announced.',
    'network 只发布路由表中网段和掩码完全一致的路由，否则不会发布。',
  ),
  remedy: text('Match the prefix and its length, or add the route.', '请使网段和掩码与路由表一致，或添加该路由。'),
  source: 'CR "network (BGP view/BGP-IPv4 unicast address family view)"',
  offersFix: true,
  *run({ devices, reachability, vrfName }) {
    for (const { device, process, announcement } of announcementsOf(devices)) {
      const { prefix, vrfId, from } = announcement
      if (from !== 'given' || hasRoute(reachability, { deviceId: device.id, vrfId, prefix })) continue
      const table = vrfId === undefined ? '' : ` (vpn-instance ${vrfName(vrfId)})`
      const announce = recordOfProcess(device, process)?.announce?.filter(
        (each) => each.prefix !== prefix || each.vrfId !== vrfId,
      )
      yield {
        subjects: [device.id],
        key: `${prefix}${table}`,
        what: text(
          `${device.name} announces ${prefix}${table}, which is not in its routing table`,
          `${device.name} 发布 ${prefix}${table}，但路由表中没有该网段`,
        ),
        fix: setProcess(text(`Do not announce ${prefix}`, `不发布 ${prefix}`), { device, process }, { announce }),
      }
    }
  },
}

function* announcementsOf(devices: readonly DeviceIntent[]) {
  for (const intent of devices) {
    for (const process of bgpProcesses(intent)) {
      for (const announcement of process.announcements) yield { device: intent.device, process, announcement }
    }
  }
}

const importProcess: Rule = {
  id: 'bgp/import-process-missing',
  severity: 'warning',
  title: text('Routes of a process that is not there', '引入的进程不存在'),
  why: text(
    'import-route takes the routes of a process of the same VPN instance; without one nothing is imported.',
    'import-route 引入同一 VPN 实例内进程的路由，进程不存在则不会引入任何路由。',
  ),
  remedy: text(
    'Put the device into the OSPF underlay, or correct the process number.',
    '请将设备加入 OSPF underlay，或更正进程号。',
  ),
  source: 'CR "import-route (BGP view)"',
  *run({ devices }) {
    for (const intent of devices) {
      const { device, ospf } = intent
      for (const { protocol, processId, vrfId, family } of bgpProcesses(intent).flatMap((each) => each.importRoutes)) {
        const wanted = processId ?? 1
        if (protocol !== 'ospf' || ospf.some((process) => process.processId === wanted && process.vrfId === vrfId))
          continue
        yield {
          subjects: [device.id],
          key: `${family} ${vrfId ?? ''} ${wanted}`,
          what: text(
            `${device.name} imports OSPF process ${wanted}, which it does not run`,
            `${device.name} 引入 OSPF 进程 ${wanted}，但设备上没有该进程`,
          ),
        }
      }
    }
  },
}

const allowAsLoopRange: Rule = {
  id: 'bgp/allow-as-loop-range',
  severity: 'error',
  title: text('allow-as-loop out of range', 'allow-as-loop 超出范围'),
  why: text('The command takes 1 to 10 repetitions.', '该命令的取值范围为 1 到 10。'),
  remedy: text('Use 1 to 10.', '请使用 1 到 10。'),
  source: 'CR "peer allow-as-loop (BGP view)(IPv4)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering } = view
      const value = session.allowAsLoop
      if (value === undefined || peering === undefined || (value >= 1 && value <= 10)) continue
      const nearest = value < 1 ? 1 : 10
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: allow-as-loop ${value} toward ${view.remoteName} is not 1 to 10`,
          `${view.device.device.name}：到 ${view.remoteName} 的 allow-as-loop ${value} 不在 1 到 10 之间`,
        ),
        fix: setEnd(
          text(`Use ${nearest}`, `改为 ${nearest}`),
          { peering, side: session.side },
          { allowAsLoop: nearest },
        ),
      }
    }
  },
}

const sameAsLoop: Rule = {
  id: 'bgp/as-loop',
  wide: ['bgp', 'roles', 'pairs'],
  words: ['names'],
  severity: 'warning',
  title: text('Leaves of one AS behind another AS', '同一 AS 的 Leaf 通过其他 AS 互联'),
  why: text(
    'A device drops routes that have its own AS in the path, so leaves with one AS do not hear each other through the spine.',
    '设备会丢弃 AS_Path 中含自身 AS 号的路由，使用相同 AS 的 Leaf 无法通过 Spine 学到彼此的路由。',
  ),
  remedy: text(
    'Give each leaf an AS of its own, or set allow-as-loop toward the spine.',
    '请为每台 Leaf 分配独立 AS，或对 Spine 配置 allow-as-loop。',
  ),
  source: 'CR "peer allow-as-loop (BGP view)(IPv4)"',
  offersFix: true,
  *run({ devices, sessionsThat, intent }) {
    const isEdge = (id: DeviceId) => {
      const role = intent.devices.get(id)?.device.role
      return role === 'leaf' || role === 'border'
    }
    /** Edge devices of one AS behind one transit device. */
    const behind = new Map<string, DeviceId[]>()
    for (const device of devices) {
      for (const process of isEdge(device.device.id) ? bgpProcesses(device) : []) {
        for (const { type, remote, vrfId } of process.sessions) {
          if (type !== 'ebgp' || remote.deviceId === undefined || isEdge(remote.deviceId)) continue
          const key = `${remote.deviceId} ${process.asNumber.value} ${vrfId ?? ''}`
          const known = behind.get(key)
          if (known === undefined) behind.set(key, [device.device.id])
          else known.push(device.device.id)
        }
      }
    }
    const mayDrop = ({ type, allowAsLoop, deviceId, peeringId }: BgpSessionIntent): boolean =>
      type === 'ebgp' && allowAsLoop === undefined && peeringId !== undefined && isEdge(deviceId)
    for (const view of sessionsThat(mayDrop)) {
      const { session, device, process, peering } = view
      if (peering === undefined) continue
      const list = behind.get(`${session.remote.deviceId} ${process.asNumber.value} ${session.vrfId ?? ''}`) ?? []
      const partner = device.dfsGroup?.otherDeviceId
      const other = list.find((id) => id !== session.deviceId && id !== partner)
      if (other === undefined) continue
      const name = intent.devices.get(other)?.device.name
      yield {
        ...at(view),
        what: text(
          `${device.device.name} drops routes of ${name} from ${view.remoteName}: both are in AS ${process.asNumber.value}`,
          `${device.device.name} 会丢弃经 ${view.remoteName} 学到的 ${name} 的路由：两者同属 AS ${process.asNumber.value}`,
        ),
        fix: setEnd(
          text('Set allow-as-loop 1', '配置 allow-as-loop 1'),
          { peering, side: session.side },
          { allowAsLoop: 1 },
        ),
      }
    }
  },
}

const underlayAsEqual: Rule = {
  id: 'underlay/as-equal',
  severity: 'warning',
  title: text('Neighbours of an EBGP underlay in one AS', 'EBGP underlay 的邻居属于同一 AS'),
  why: text(
    'Their session becomes IBGP, which passes routes on to nobody by IBGP.',
    '两者之间会形成 IBGP 会话，而 IBGP 不会再向其他 IBGP 对等体传递路由。',
  ),
  remedy: text(
    'Give the two devices different AS numbers, unless they are an M-LAG pair.',
    '除 M-LAG 成员外，请为两台设备分配不同的 AS 号。',
  ),
  source: 'CG "Configuring a BGP Peer"',
  *run({ sessions }) {
    for (const { session, device, otherDevice, subject } of sessions) {
      if (
        session.underlayId === undefined ||
        session.type !== 'ibgp' ||
        session.side !== 0 ||
        otherDevice === undefined
      )
        continue
      if (device.dfsGroup !== undefined && device.dfsGroup.otherDeviceId === otherDevice.device.id) continue
      yield {
        subjects: [subject, device.device.id, otherDevice.device.id],
        what: text(
          `${device.device.name} and ${otherDevice.device.name} are both in AS ${device.bgp?.asNumber.value}`,
          `${device.device.name} 与 ${otherDevice.device.name} 同属 AS ${device.bgp?.asNumber.value}`,
        ),
      }
    }
  },
}

export const bgpProcessRules: readonly Rule[] = [
  routerIdDuplicate,
  routerIdMissing,
  routerIdOfPort,
  asReserved,
  networkNotInTable,
  importProcess,
  allowAsLoopRange,
  sameAsLoop,
  underlayAsEqual,
]
