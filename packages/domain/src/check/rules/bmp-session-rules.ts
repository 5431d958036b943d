import { bgpSessions } from '../../intent'
import { text } from '../../model'
import { remove, setFields } from '../fixes'
import type { Rule } from '../rule'
import { missingHop } from './bgp-reach-rules'
import type { BmpView } from './bmp-source-rules'
import { bmpViews } from './bmp-source-rules'

const portMissing: Rule = {
  id: 'bmp/port-missing',
  severity: 'error',
  title: text('A BMP session without a usable port', 'BMP 会话缺少有效端口'),
  why: text(
    'The device connects to the station; without tcp connect port (1 to 65535) the session stays down.',
    '设备主动连接监控服务器，没有 tcp connect port（1–65535）会话无法建立。',
  ),
  remedy: text('Give the station or the session the port the station listens on.', '请填写服务器监听的端口。'),
  source: 'CR "tcp (BMP session view)"; CR "display bmp session"',
  offersFix: true,
  *run(context) {
    for (const { device, session, record, stationName } of bmpViews(context)) {
      const port = session.tcpPort?.value
      if (port !== undefined && port >= 1 && port <= 65535) continue
      const { name } = device.device
      const stationPort = context.network.stations[session.stationId]?.tcpPort
      const usable = stationPort !== undefined && stationPort >= 1 && stationPort <= 65535
      yield {
        subjects: [record.id, device.device.id],
        what:
          port === undefined
            ? text(
                `${name}: the BMP session to ${stationName} has no TCP port`,
                `${name}：到 ${stationName} 的 BMP 会话没有 TCP 端口`,
              )
            : text(
                `${name}: TCP port ${port} toward ${stationName} is not 1 to 65535`,
                `${name}：到 ${stationName} 的 TCP 端口 ${port} 不在 1 到 65535 之间`,
              ),
        ...(record.tcpPort !== undefined && usable
          ? {
              fix: setFields(
                text(`Use port ${stationPort} of the station`, `使用服务器的端口 ${stationPort}`),
                record.id,
                { tcpPort: undefined },
              ),
            }
          : {}),
      }
    }
  },
}

const duplicateSession: Rule = {
  id: 'bmp/duplicate-session',
  severity: 'error',
  title: text('Two BMP sessions that look the same', '无法区分的两个 BMP 会话'),
  why: text(
    'Several sessions to one address are told apart by their aliases only.',
    '到同一地址的多个会话只能通过 alias 区分。',
  ),
  remedy: text('Give the sessions different aliases.', '请为这些会话设置不同的 alias。'),
  source: 'CR "bmp-session alias"',
  *run(context) {
    for (const [first, second] of repeated(context, ({ session }) => `${session.address} ${session.alias ?? ''}`)) {
      const { device, record, stationName } = second
      yield {
        subjects: [record.id, first.record.id, device.device.id],
        what: text(
          `${device.device.name} has two BMP sessions to ${second.session.address} (${stationName}) without different aliases`,
          `${device.device.name} 有两个到 ${second.session.address}（${stationName}）的 BMP 会话，且 alias 未区分`,
        ),
      }
    }
  },
}

const sameEndpoint: Rule = {
  id: 'bmp/same-endpoint',
  severity: 'warning',
  title: text('Two BMP sessions to one endpoint', '两个 BMP 会话指向同一端点'),
  why: text('The station receives everything twice on one port.', '服务器会在同一端口上重复收到数据。'),
  remedy: text('Use another port for one of them, or delete it.', '请为其中一个使用其他端口，或将其删除。'),
  source: 'inferred; CR "bmp-session alias"',
  *run(context) {
    for (const [first, second] of repeated(
      context,
      ({ session }) => `${session.address} ${session.tcpPort?.value ?? ''}`,
    )) {
      if (first.session.alias === second.session.alias || second.session.tcpPort === undefined) continue
      const { device, record, session } = second
      yield {
        subjects: [record.id, first.record.id, device.device.id],
        what: text(
          `${device.device.name}: both BMP sessions go to ${session.address} port ${session.tcpPort?.value}`,
          `${device.device.name}：两个 BMP 会话都指向 ${session.address} 端口 ${session.tcpPort?.value}`,
        ),
      }
    }
  },
}

/** A session and the first one of the same device and VPN instance with the same key. */
function* repeated(
  context: Parameters<typeof bmpViews>[0],
  keyOf: (view: BmpView) => string,
): Iterable<readonly [BmpView, BmpView]> {
  const first = new Map<string, BmpView>()
  for (const view of bmpViews(context)) {
    const key = `${view.device.device.id} ${view.session.vrfId ?? ''} ${keyOf(view)}`
    const known = first.get(key)
    if (known === undefined) first.set(key, view)
    else yield [known, view]
  }
}

const noMonitor: Rule = {
  id: 'bmp/no-monitor',
  severity: 'warning',
  title: text('A BMP session that reports nothing', 'BMP 会话未上报任何路由'),
  why: text(
    'Nothing is monitored until it is named: the session connects but reports no routes.',
    '未指定监控对象时，会话可以建立但不会上报路由。',
  ),
  remedy: text('Say which peers and routes to monitor.', '请指定要监控的对等体和路由。'),
  source: 'CR "monitor public"; CR "route-mode (BMP monitor view)"',
  offersFix: true,
  *run(context) {
    for (const { device, session, record, stationName } of bmpViews(context)) {
      if (session.monitor.length > 0) continue
      yield {
        subjects: [record.id, device.device.id],
        what: text(
          `${device.device.name}: the BMP session to ${stationName} monitors nothing`,
          `${device.device.name}：到 ${stationName} 的 BMP 会话未监控任何对象`,
        ),
        fix: setFields(text('Monitor the public peers', '监控公网对等体'), record.id, {
          monitor: [{ target: { kind: 'public' }, family: 'ipv4-unicast', rib: 'adj-rib-in', policy: 'post-policy' }],
        }),
      }
    }
  },
}

const prePolicy: Rule = {
  id: 'bmp/pre-policy',
  severity: 'warning',
  title: text('pre-policy without keep-all-routes', 'pre-policy 未配合 keep-all-routes'),
  why: text(
    'Routes as received are reported only while BGP keeps them, which it does not by default.',
    '设备默认不保留原始路由，需要 keep-all-routes 才能上报策略前的路由。',
  ),
  remedy: text('Set keep-all-routes in BGP.', '请在 BGP 中配置 keep-all-routes。'),
  source: 'CR "route-mode (BMP monitor view)"',
  offersFix: true,
  *run(context) {
    for (const { device, session, record } of bmpViews(context)) {
      const wanted = session.monitor.some(({ rib, policy }) => rib === 'adj-rib-in' && policy === 'pre-policy')
      if (!wanted || device.bgp?.keepAllRoutes === true) continue
      yield {
        subjects: [record.id, device.device.id],
        what: text(
          `${device.device.name} reports adj-rib-in pre-policy but does not keep all routes`,
          `${device.device.name} 上报 adj-rib-in pre-policy，但未配置 keep-all-routes`,
        ),
        fix: setFields(text('Keep all routes', '配置 keep-all-routes'), device.device.id, {
          bgp: { ...device.device.bgp, keepAllRoutes: true },
        }),
      }
    }
  },
}

const localRibView: Rule = {
  id: 'bmp/local-rib-view',
  severity: 'error',
  title: text('local-rib where it does not exist', '不支持 local-rib 的监控视图'),
  why: text(
    'local-rib is reported for the public network or for one VPN instance, not for a peer and not for all VPN instances at once.',
    'local-rib 只能在 monitor public 或 monitor vpn-instance 下配置，不能用于单个对等体或全部 VPN 实例。',
  ),
  remedy: text('Monitor the public network or the VPN instance.', '请改为监控公网或指定 VPN 实例。'),
  source: 'CR "route-mode local-rib (BMP monitor view)"',
  offersFix: true,
  *run(context) {
    for (const { device, record } of bmpViews(context)) {
      const wrong = record.monitor.filter(
        ({ rib, target }) => rib === 'local-rib' && (target.kind === 'peer' || target.kind === 'all-vpn-instance'),
      )
      const [first] = wrong
      if (first === undefined) continue
      const view = first.target.kind === 'peer' ? 'monitor peer' : 'monitor all-vpn-instance'
      yield {
        subjects: [record.id, device.device.id],
        what: text(
          `${device.device.name}: local-rib under ${view}`,
          `${device.device.name}：在 ${view} 下配置了 local-rib`,
        ),
        fix: setFields(remove('local-rib'), record.id, {
          monitor: record.monitor.filter((each) => !wrong.includes(each)),
        }),
      }
    }
  },
}

const policyMissing: Rule = {
  id: 'bmp/policy-missing',
  severity: 'error',
  title: text('Routes before or after policy?', '未指定策略前或策略后'),
  why: text(
    'route-mode adj-rib-in and adj-rib-out end with pre-policy or post-policy.',
    'route-mode adj-rib-in/adj-rib-out 必须以 pre-policy 或 post-policy 结尾。',
  ),
  remedy: text('Choose pre-policy or post-policy.', '请选择 pre-policy 或 post-policy。'),
  source: 'CR "route-mode (BMP monitor view)"',
  offersFix: true,
  *run(context) {
    for (const { device, record } of bmpViews(context)) {
      const open = record.monitor.filter(({ rib, policy }) => rib !== 'local-rib' && policy === undefined)
      const [first] = open
      if (first === undefined) continue
      yield {
        subjects: [record.id, device.device.id],
        what: text(
          `${device.device.name}: ${first.rib} without pre-policy or post-policy`,
          `${device.device.name}：${first.rib} 未指定 pre-policy 或 post-policy`,
        ),
        fix: setFields(text('Use post-policy', '使用 post-policy'), record.id, {
          monitor: record.monitor.map((each) => (open.includes(each) ? { ...each, policy: 'post-policy' } : each)),
        }),
      }
    }
  },
}

const unknownPeer: Rule = {
  id: 'bmp/unknown-peer',
  severity: 'error',
  title: text('A monitored peer the device does not have', '监控的对等体不存在'),
  why: text('monitor peer names a BGP peer of the same device.', 'monitor peer 必须是本设备的 BGP 对等体。'),
  remedy: text('Choose a peering of the device.', '请选择本设备的对等体。'),
  source: 'CR "monitor peer"',
  offersFix: true,
  *run(context) {
    for (const { device, record, session } of bmpViews(context)) {
      for (const { target } of session.monitor) {
        if (target.kind !== 'peer') continue
        const found = bgpSessions(device).find(({ peeringId }) => peeringId === target.peeringId)
        if (found !== undefined && target.address !== undefined) continue
        const rest = record.monitor.filter(
          (each) => each.target.kind !== 'peer' || each.target.peeringId !== target.peeringId,
        )
        yield {
          subjects: [record.id, device.device.id],
          key: target.peeringId,
          what: text(
            `${device.device.name} monitors ${target.peeringId}, which is none of its peers`,
            `${device.device.name} 监控 ${target.peeringId}，但它不是本设备的对等体`,
          ),
          fix: setFields(text('Do not monitor it', '不再监控该对等体'), record.id, { monitor: rest }),
        }
      }
    }
  },
}

const stationUnreachable: Rule = {
  id: 'bmp/station-unreachable',
  wide: ['addresses', 'bmp', 'definitions', 'verdicts'],
  words: ['names'],
  severity: 'error',
  title: text('The BMP station is unreachable', 'BMP 监控服务器不可达'),
  why: text('Without a route in both directions the session cannot be established.', '双向路由不通时会话无法建立。'),
  remedy: text(
    'Add the route to the station, or announce the source to where the station is.',
    '请添加到服务器的路由，或向服务器所在网络发布源地址。',
  ),
  source: 'inferred; CG "Configuring BGP BMP"',
  *run(context) {
    for (const { device, session, record, stationName } of bmpViews(context)) {
      const verdict = context.reachability.bmpSessions.get(session.bmpSessionId)
      const own = context.addresses
        .onDevice(device.device.id, session.address)
        .some(({ vrfId }) => vrfId === session.vrfId)
      if (own) continue
      for (const direction of ['forward', 'back'] as const) {
        const path = verdict?.[direction]
        if (path?.kind !== 'unreachable') continue
        const why = missingHop(context, path)
        const { name } = device.device
        yield {
          subjects: [record.id, device.device.id],
          key: direction,
          what:
            direction === 'forward'
              ? text(
                  `${name} cannot reach ${stationName} (${session.address}): ${why.en}`,
                  `${name} 无法到达 ${stationName}（${session.address}）：${why.zh}`,
                )
              : text(
                  `${stationName} cannot answer ${name} at ${path.missing}: ${why.en}`,
                  `${stationName} 无法应答 ${name} 的 ${path.missing}：${why.zh}`,
                ),
        }
      }
    }
  },
}

const noBgp: Rule = {
  id: 'bmp/no-bgp',
  severity: 'warning',
  title: text('BMP without BGP', '未运行 BGP 却配置 BMP'),
  why: text(
    'BMP reports on BGP; without a BGP process there is nothing to monitor.',
    'BMP 用于监控 BGP，没有 BGP 进程则无内容可监控。',
  ),
  remedy: text('Configure BGP, or remove the BMP session.', '请配置 BGP，或删除 BMP 会话。'),
  source: 'CG "Configuring BGP BMP"',
  *run({ devices }) {
    for (const { device, bmp, bgp, bgpInstances } of devices) {
      if (bmp === undefined || bmp.sessions.length === 0 || bgp !== undefined || bgpInstances.length > 0) continue
      yield {
        subjects: [device.id],
        what: text(`${device.name} runs BMP but no BGP`, `${device.name} 配置了 BMP，但没有运行 BGP`),
      }
    }
  },
}

const statisticsTimer: Rule = {
  id: 'bmp/statistics-timer',
  severity: 'error',
  title: text('BMP statistics timer out of range', 'BMP 统计定时器超出范围'),
  why: text('The device takes 15 to 65535 seconds.', '取值范围为 15 到 65535 秒。'),
  remedy: text('Use 15 to 65535, or leave it out for 3600.', '请使用 15 到 65535，或留空使用 3600。'),
  source: 'CR "statistics-timer"',
  offersFix: true,
  *run({ devices }) {
    for (const { device, bmp } of devices) {
      const seconds = bmp?.statisticsTimerSeconds
      if (seconds === undefined || (seconds >= 15 && seconds <= 65535)) continue
      const { sourceIpv4 } = device.bmp ?? {}
      yield {
        subjects: [device.id],
        what: text(
          `${device.name}: BMP statistics timer ${seconds} is not 15 to 65535`,
          `${device.name}：BMP 统计定时器 ${seconds} 不在 15 到 65535 之间`,
        ),
        fix: setFields(text('Use the default 3600', '使用默认值 3600'), device.id, {
          bmp: sourceIpv4 === undefined ? undefined : { sourceIpv4 },
        }),
      }
    }
  },
}

const fateSharing: Rule = {
  id: 'bmp/fate-sharing',
  wide: ['bmp', 'verdicts'],
  words: ['names'],
  severity: 'info',
  title: text('BMP depends on the BGP it watches', 'BMP 依赖其监控的 BGP'),
  why: text(
    'The way to the station follows routes that BGP brings: when BGP fails, the station hears nothing of it.',
    '到监控服务器的路径依赖 BGP 路由：BGP 故障时，监控服务器无法得知。',
  ),
  remedy: text(
    'Reach the station by the underlay, a static route or the management network.',
    '请通过 underlay、静态路由或管理网络到达监控服务器。',
  ),
  source: 'inferred: BMP messages need the routes whose loss they report',
  *run({ devices, reachability }) {
    for (const { device, bmp } of devices) {
      for (const { bmpSessionId } of bmp?.sessions ?? []) {
        const shared = reachability.bmpSessions.get(bmpSessionId)?.proof.find(({ fact }) => fact === 'fate-sharing')
        if (shared === undefined) continue
        yield {
          subjects: [bmpSessionId, device.id],
          what: text(
            `${device.name}: ${shared.says.en.replace(/\.$/, '')}`,
            `${device.name}：${shared.says.zh.replace(/。$/, '')}`,
          ),
        }
      }
    }
  },
}

export const bmpSessionRules: readonly Rule[] = [
  portMissing,
  duplicateSession,
  sameEndpoint,
  noMonitor,
  prePolicy,
  localRibView,
  policyMissing,
  unknownPeer,
  stationUnreachable,
  noBgp,
  statisticsTimer,
  fateSharing,
]
