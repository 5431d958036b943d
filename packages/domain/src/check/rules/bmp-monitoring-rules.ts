import { membersOf } from '../../expand'
import { bgpSessions } from '../../intent'
import type { BmpMonitoring, DeviceId, VrfId } from '../../model'
import { byId, text } from '../../model'
import type { RuleContext } from '../context'
import { nameOf } from '../context'
import { setFields } from '../fixes'
import type { Rule } from '../rule'

/** What is wrong with a monitoring as a whole; what is wrong with one of its sessions is found there. */

type Watched = {
  readonly monitoring: BmpMonitoring
  readonly name: string
  readonly members: readonly DeviceId[]
  /** Members with a session. */
  readonly told: readonly DeviceId[]
}

function* monitoringsOf(context: RuleContext): Iterable<Watched> {
  for (const monitoring of Object.values(context.network.bmpMonitorings).sort(byId)) {
    const members = membersOf(context.network, monitoring)
    const excepted = new Set(monitoring.exceptIds)
    const told = members.filter((id) => !excepted.has(id))
    yield { monitoring, name: nameOf(context, monitoring.id), members, told }
  }
}

const withoutSessions: Rule = {
  id: 'bmp/monitoring-without-sessions',
  wide: ['definitions', 'loopbacks', 'roles'],
  words: ['names'],
  severity: 'warning',
  title: text('A BMP monitoring that watches no device', 'BMP 监控没有监控任何设备'),
  why: text(
    'A monitoring stands for one session for each of its members. Without members, or with all of them excepted, its station is told nothing.',
    'BMP 监控为每个成员建立一个会话。没有成员或全部成员被排除时，监控服务器收不到任何内容。',
  ),
  remedy: text('Give it members, or delete it.', '请添加成员，或将其删除。'),
  source: 'inferred: a session runs from a device',
  offersFix: true,
  *run(context) {
    for (const { monitoring, name, members, told } of monitoringsOf(context)) {
      if (told.length > 0) continue
      yield {
        subjects: [monitoring.id],
        what:
          members.length === 0
            ? text(`${name} has no member`, `${name} 没有成员`)
            : text(`${name} excepts all of its members`, `${name} 排除了其全部成员`),
        fix: {
          label: text('Delete the monitoring', '删除该 BMP 监控'),
          command: { kind: 'records.delete', ids: [monitoring.id] },
        },
      }
    }
  },
}

const loopbackMissing: Rule = {
  id: 'bmp/monitoring-source-missing',
  wide: ['definitions', 'loopbacks', 'roles'],
  words: ['names'],
  severity: 'warning',
  title: text('A BMP monitoring from a LoopBack that nobody has', 'BMP 监控所用的 LoopBack 不存在'),
  why: text(
    'The sessions shall run from this LoopBack. No member has it, so the BMP view of each device or its route to the station decides.',
    '会话应以该 LoopBack 为源，但没有成员拥有该接口，因此由各设备的 BMP 视图或到监控服务器的路由决定。',
  ),
  remedy: text(
    'Name a LoopBack that the members have, or add it to them.',
    '请改用成员已有的 LoopBack，或为成员添加该接口。',
  ),
  source: 'CR "connect-interface (BMP session view)": the source is an interface of the device',
  offersFix: true,
  *run(context) {
    for (const { monitoring, name, told } of monitoringsOf(context)) {
      const { loopback } = monitoring
      if (loopback === undefined || told.length === 0) continue
      const numbers = told.map((id) => loopbackNumbers(context, id))
      if (numbers.some((own) => own.has(loopback))) continue
      const common = [...(numbers[0] ?? [])].filter((number) => numbers.every((own) => own.has(number)))
      const lowest = common.sort((a, b) => a - b)[0]
      yield {
        subjects: [monitoring.id],
        what: text(
          `${name} runs from LoopBack${loopback}, which no member has`,
          `${name} 以 LoopBack${loopback} 为源，但没有成员拥有该接口`,
        ),
        ...(lowest === undefined
          ? {}
          : {
              fix: setFields(text(`Run from LoopBack${lowest}`, `以 LoopBack${lowest} 为源`), monitoring.id, {
                loopback: lowest,
              }),
            }),
      }
    }
  },
}

function loopbackNumbers({ intent }: RuleContext, id: DeviceId): ReadonlySet<number> {
  const own = intent.devices.get(id)?.interfaces ?? []
  return new Set(own.flatMap(({ name }) => (/^LoopBack\d+$/.test(name) ? [Number(name.slice('LoopBack'.length))] : [])))
}

const exceptedStranger: Rule = {
  id: 'bmp/monitoring-excepts-stranger',
  wide: ['definitions', 'loopbacks', 'roles'],
  words: ['names'],
  severity: 'info',
  title: text('A BMP monitoring excepts a device that is no member', 'BMP 监控排除了非成员设备'),
  why: text(
    'A device that is no member has no session anyway. If it becomes one, with its role or by name, it stays without a session.',
    '非成员设备本来就没有会话；将来因角色或名称成为成员时，它仍不会有会话。',
  ),
  remedy: text('Do not except it, unless that is meant for later.', '请取消排除，除非是为以后预留。'),
  source: 'inferred: a monitoring is for its members',
  offersFix: true,
  *run(context) {
    for (const { monitoring, name, members } of monitoringsOf(context)) {
      const isMember = new Set(members)
      const exceptIds = monitoring.exceptIds ?? []
      const strangers = exceptIds.filter((id) => !isMember.has(id) && context.network.devices[id] !== undefined)
      for (const id of strangers) {
        const rest = exceptIds.filter((other) => other !== id)
        const device = nameOf(context, id)
        yield {
          subjects: [monitoring.id, id],
          what: text(`${name} excepts ${device}, which is no member`, `${name} 排除了 ${device}，但它不是成员`),
          fix: setFields(text(`Do not except ${device}`, `取消排除 ${device}`), monitoring.id, {
            exceptIds: rest.length === 0 ? undefined : rest,
          }),
        }
      }
    }
  },
}

const vpnWithoutPeers: Rule = {
  id: 'bmp/monitoring-vpn-without-peers',
  wide: ['bgp', 'definitions', 'loopbacks', 'roles'],
  words: ['names'],
  severity: 'warning',
  title: text('A BMP monitoring of a VPN instance without peers', 'BMP 监控的 VPN 实例没有对等体'),
  why: text(
    'The station is told of the peers in the VPN instance. No member has one there, so each gets the VPN instance for nothing.',
    '监控服务器接收该 VPN 实例中对等体的信息，但没有成员在其中有对等体，各设备上的 VPN 实例只是徒增配置。',
  ),
  remedy: text('Monitor another VPN instance, or add the peers.', '请改为监控其他 VPN 实例，或添加对等体。'),
  source: 'CR "monitor (BMP session view)"',
  offersFix: true,
  *run(context) {
    for (const { monitoring, name, told } of monitoringsOf(context)) {
      const vrfIds = new Set(
        monitoring.monitor.flatMap(({ target }) => (target.kind === 'vpn-instance' ? [target.vrfId] : [])),
      )
      if (vrfIds.size === 0 || told.length === 0) continue
      const spoken = spokenVrfs(context, told)
      for (const vrfId of [...vrfIds].sort()) {
        if (spoken.has(vrfId) || context.network.vrfs[vrfId] === undefined) continue
        const vrf = context.vrfName(vrfId)
        const rest = monitoring.monitor.filter(({ target }) => target.kind !== 'vpn-instance' || target.vrfId !== vrfId)
        yield {
          subjects: [monitoring.id, vrfId],
          what: text(
            `${name} monitors peers in ${vrf}, where no member has one`,
            `${name} 监控 ${vrf} 中的对等体，但没有成员在其中有对等体`,
          ),
          ...(rest.length === 0
            ? {}
            : { fix: setFields(text(`Do not monitor ${vrf}`, `不再监控 ${vrf}`), monitoring.id, { monitor: rest }) }),
        }
      }
    }
  },
}

/** VPN instances in which one of the devices has a BGP peer. */
function spokenVrfs({ intent }: RuleContext, deviceIds: readonly DeviceId[]): ReadonlySet<VrfId> {
  const found = new Set<VrfId>()
  for (const id of deviceIds) {
    const device = intent.devices.get(id)
    for (const { vrfId } of device === undefined ? [] : bgpSessions(device)) if (vrfId !== undefined) found.add(vrfId)
  }
  return found
}

export const bmpMonitoringRules: readonly Rule[] = [withoutSessions, loopbackMissing, exceptedStranger, vpnWithoutPeers]
