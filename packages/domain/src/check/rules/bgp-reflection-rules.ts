import type { BgpIntent } from '../../intent'
import { bgpSessions } from '../../intent'
import type { DeviceId } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { recordOfProcess, remove, setEnd, setProcess } from '../fixes'
import { ibgpGaps } from '../ibgp-mesh'
import type { Rule } from '../rule'
import type { SessionView } from '../session-views'
import { at } from './bgp-peer-rules'

const clientOnEbgp: Rule = {
  id: 'bgp/reflect-client-on-ebgp',
  severity: 'error',
  title: text('An EBGP peer as reflection client', 'EBGP 对等体被配置为反射客户机'),
  why: text('Route reflection exists between IBGP peers only.', '路由反射只存在于 IBGP 对等体之间。'),
  remedy: text('Remove reflect-client.', '请删除 reflect-client。'),
  source: 'CR "peer reflect-client (BGP-IPv4 unicast address family view)(IPv4)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering } = view
      if (!session.reflectClient || session.type !== 'ebgp' || peering === undefined) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: EBGP peer ${view.remoteName} is a reflection client`,
          `${view.device.device.name}：EBGP 对等体 ${view.remoteName} 被配置为反射客户机`,
        ),
        fix: setEnd(remove('reflect-client'), { peering, side: session.side }, { reflectClient: undefined }),
      }
    }
  },
}

const mutualClients: Rule = {
  id: 'bgp/reflect-mutual',
  severity: 'warning',
  title: text('Two devices are clients of each other', '两台设备互为反射客户机'),
  why: text(
    'A client learns from its reflector; in both directions it only makes loops that cluster lists have to stop.',
    '客户机从反射器学习路由；互为客户机只会产生环路，需靠 Cluster_List 抑制。',
  ),
  remedy: text('Keep reflect-client on the reflector only.', '请只在反射器上保留 reflect-client。'),
  source: 'inferred; CG "Understanding a BGP RR"',
  *run({ peeredSessions }) {
    for (const { session, other, peering, device, remoteName } of peeredSessions) {
      if (session.side !== 0 || peering === undefined || !session.reflectClient || other?.reflectClient !== true)
        continue
      yield {
        subjects: [peering.id],
        what: text(
          `${device.device.name} and ${remoteName} are reflection clients of each other`,
          `${device.device.name} 与 ${remoteName} 互为反射客户机`,
        ),
      }
    }
  },
}

/** The cluster a reflector names in routes it reflects: its own setting, else its router ID. */
function clusterOf({ clusterId, routerId }: BgpIntent): string | undefined {
  return clusterId ?? routerId?.value
}

const clusterIdOfClient: Rule = {
  id: 'bgp/cluster-id-conflict',
  severity: 'error',
  title: text('A client with the cluster ID of its reflector', '客户机与反射器的 Cluster ID 相同'),
  why: text(
    'A device drops routes whose cluster list has its own cluster ID, which is its router ID unless set. Reflected routes would never be accepted.',
    '设备会丢弃 Cluster_List 中含有自身 Cluster ID（默认为 Router ID）的路由，反射路由将全部被丢弃。',
  ),
  remedy: text('Change the cluster ID of the reflector.', '请修改反射器的 Cluster ID。'),
  source: 'CR "reflector cluster-id (BGP view)"; CG "Configuring a BGP RR"',
  offersFix: true,
  *run({ sessions }) {
    for (const view of sessions) {
      const { session, otherProcess, device, process } = view
      const cluster = clusterOf(process)
      if (!session.reflectClient || session.type !== 'ibgp' || cluster === undefined || otherProcess === undefined)
        continue
      if (otherProcess.routerId?.value !== cluster && otherProcess.clusterId !== cluster) continue
      const record = device.device
      const own = recordOfProcess(record, process)?.clusterId
      const removable = own !== undefined && own !== process.routerId?.value
      yield {
        ...at(view),
        what: text(
          `${record.name} reflects with cluster ID ${cluster}, which ${view.remoteName} has too`,
          `${record.name} 以 Cluster ID ${cluster} 反射路由，而 ${view.remoteName} 使用相同的标识`,
        ),
        ...(removable
          ? { fix: setProcess(remove(`cluster-id ${cluster}`), { device: record, process }, { clusterId: undefined }) }
          : {}),
      }
    }
  },
}

const clusterIdsDiffer: Rule = {
  id: 'bgp/cluster-ids-differ',
  wide: ['bgp'],
  words: ['names'],
  severity: 'warning',
  title: text('Redundant reflectors with different cluster IDs', '冗余反射器的 Cluster ID 不同'),
  why: text(
    'Reflectors that share their clients form one cluster; with one cluster ID they do not keep each other’s copies of every route.',
    '共享客户机的多个反射器属于同一集群，使用相同 Cluster ID 可避免互相保存重复路由。',
  ),
  remedy: text('Set one cluster ID on all of them.', '请在这些反射器上配置相同的 Cluster ID。'),
  source: 'CG "Understanding a BGP RR"; CR "reflector cluster-id (BGP view)"',
  *run(context) {
    for (const reflectors of reflectorGroups(context)) {
      const clusters = reflectors.map(({ process }) => clusterOf(process))
      const [first] = reflectors
      if (first === undefined || new Set(clusters).size < 2) continue
      const shown = reflectors.map(({ device }, index) => `${device.device.name} ${clusters[index] ?? '–'}`).join(', ')
      const [, ...others] = reflectors
      yield {
        subjects: [first.device.device.id, ...others.map(({ device }) => device.device.id)],
        what: text(
          `reflectors of the same clients use several cluster IDs: ${shown}`,
          `同一组客户机的反射器使用了不同的 Cluster ID：${shown}`,
        ),
      }
    }
  },
}

/** Processes that reflect for exactly the same clients, two or more, each by one of its sessions. */
function reflectorGroups({ sessionsThat }: RuleContext): readonly (readonly SessionView[])[] {
  const clients = new Map<BgpIntent, { readonly view: SessionView; readonly names: Set<string> }>()
  for (const view of sessionsThat(({ reflectClient, type }) => reflectClient && type === 'ibgp')) {
    const { session, process, otherProcess } = view
    const client = session.remote.deviceId
    if (client === undefined) continue
    const known = clients.get(process) ?? { view, names: new Set() }
    known.names.add(`${client} ${otherProcess?.instance ?? ''}`)
    clients.set(process, known)
  }
  const groups = new Map<string, SessionView[]>()
  for (const { view, names } of clients.values()) {
    const key = [...names].sort().join('|')
    groups.set(key, [...(groups.get(key) ?? []), view])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

const chainedCluster: Rule = {
  id: 'bgp/cluster-id-chain',
  severity: 'error',
  title: text('Reflectors in a chain with one cluster ID', '级联反射器使用相同 Cluster ID'),
  why: text(
    'A reflector that is the client of another one drops what that one reflects when both name the same cluster.',
    '作为客户机的反射器会丢弃同一 Cluster ID 的上级反射器所反射的路由。',
  ),
  remedy: text('Use a cluster ID of its own per level.', '每一级反射器请使用各自的 Cluster ID。'),
  source: 'inferred; CR "reflector cluster-id (BGP view)"',
  *run({ sessions }) {
    for (const view of sessions) {
      const { session, otherProcess, device, process } = view
      if (!session.reflectClient || session.type !== 'ibgp' || otherProcess?.clusterId === undefined) continue
      if (!isReflector(otherProcess) || process.clusterId !== otherProcess.clusterId) continue
      yield {
        ...at(view),
        what: text(
          `${view.remoteName} is a client of ${device.device.name} and both use cluster ID ${otherProcess.clusterId}`,
          `${view.remoteName} 是 ${device.device.name} 的客户机，且两者 Cluster ID 均为 ${otherProcess.clusterId}`,
        ),
      }
    }
  },
}

function isReflector({ sessions }: BgpIntent): boolean {
  return sessions.some(({ reflectClient, type }) => reflectClient && type === 'ibgp')
}

const notMeshed: Rule = {
  id: 'bgp/ibgp-not-meshed',
  wide: ['bgp'],
  words: ['names'],
  severity: 'error',
  title: text('IBGP routes that stop half-way', 'IBGP 路由无法传遍'),
  why: text(
    'A route learned by IBGP is not passed on by IBGP except by a reflector, so speakers need a full mesh or a reflector.',
    'IBGP 学到的路由不会再传给其他 IBGP 对等体（反射器除外），因此需要全互联或路由反射器。',
  ),
  remedy: text(
    'Add the missing sessions, or make a device in the middle a reflector (reflect-client).',
    '请补齐会话，或将中间设备配置为反射器（reflect-client）。',
  ),
  source: 'CG "Understanding a BGP RR"',
  *run(context) {
    const reflected = new Set<number>()
    for (const { process } of context.sessionsThat(({ reflectClient }) => reflectClient))
      reflected.add(process.asNumber.value)
    const ibgp = context.sessionsThat(({ type, vrfId }) => type === 'ibgp' && vrfId === undefined)
    for (const { family, from, missed, asNumber } of ibgpGaps(ibgp)) {
      const [first, ...others] = missed
      if (first === undefined) continue
      const more =
        others.length === 0 ? text('', '') : text(` and ${others.length} more`, ` 等 ${missed.length} 台设备`)
      yield {
        subjects: [from, first],
        key: family,
        // Without a reflector a few speakers may be meant to hear each other only.
        severity: reflected.has(asNumber) ? 'error' : 'warning',
        what: text(
          `AS ${asNumber}: ${family} routes of ${context.deviceName(from)} never reach ${context.deviceName(first)}${more.en}`,
          `AS ${asNumber}：${context.deviceName(from)} 的 ${family} 路由无法到达 ${context.deviceName(first)}${more.zh}`,
        ),
      }
    }
  },
}

const clientsMeshed: Rule = {
  id: 'bgp/clients-meshed',
  wide: ['bgp'],
  words: ['names'],
  severity: 'info',
  title: text('Reflection between clients that need none', '客户机之间已全互联'),
  why: text(
    'Clients that all peer with each other hear every route twice: from its origin and from the reflector.',
    '客户机之间已全互联时，每条路由都会从源和反射器各收到一次。',
  ),
  remedy: text(
    'Drop the sessions between the clients, or run undo reflect between-clients on the reflector.',
    '可删除客户机之间的会话，或在反射器上执行 undo reflect between-clients。',
  ),
  source: 'CG "Configuring a BGP RR"',
  *run({ devices, deviceName }) {
    const neighbours = new Map<DeviceId, Set<DeviceId>>()
    const clients = new Map<DeviceId, Set<DeviceId>>()
    for (const session of devices.flatMap(bgpSessions)) {
      const to = session.remote.deviceId
      if (session.type !== 'ibgp' || to === undefined || session.vrfId !== undefined) continue
      addTo(neighbours, session.deviceId, to)
      if (session.reflectClient) addTo(clients, session.deviceId, to)
    }
    for (const [reflector, own] of clients) {
      const meshed = [...own].every((one) =>
        [...own].every((two) => one === two || neighbours.get(one)?.has(two) === true),
      )
      if (own.size < 2 || !meshed) continue
      yield {
        subjects: [reflector],
        what: text(
          `the ${own.size} clients of ${deviceName(reflector)} all peer with each other`,
          `${deviceName(reflector)} 的 ${own.size} 个客户机之间已全互联`,
        ),
      }
    }
  },
}

function addTo(map: Map<DeviceId, Set<DeviceId>>, key: DeviceId, item: DeviceId): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, new Set([item]))
  else known.add(item)
}

export const bgpReflectionRules: readonly Rule[] = [
  clientOnEbgp,
  mutualClients,
  clusterIdOfClient,
  clusterIdsDiffer,
  chainedCluster,
  notMeshed,
  clientsMeshed,
]
