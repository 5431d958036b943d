import type { IpAddress } from '@weft/net'
import { ipVersion } from '@weft/net'
import type { BmpSessionIntent, DeviceIntent } from '../intent'
import type { RecordId } from '../model'
import { text } from '../model'
import type { Fact } from './facts'
import { fact, leastSure } from './facts'
import { pathFact } from './path-fact'
import type { PathVerdict, SessionVerdict } from './reachability'
import type { Routing } from './routing'
import { verdictOf } from './session-verdict'
import { supportFact } from './support-fact'
import type { Plane, Table } from './tables'
import { tableOf } from './tables'
import type { Walk } from './walk'
import { walk } from './walk'

/**
 * Whether a device reaches its BMP station, and the station the device.
 *
 * A station has no routes in the design: its answers are taken to start at the device that
 * connects it, so a verdict about them is never better than assumed.
 *
 * @source routing.md C1 to C3
 */
export function bmpVerdict(
  plane: Plane,
  routing: Routing,
  { device, index, session }: { device: DeviceIntent; index: number; session: BmpSessionIntent },
): SessionVerdict {
  const table = tableOf(plane, index, session.vrfId ?? '')
  const name = device.device.name
  const records: readonly RecordId[] = session.because
  if (table === undefined) {
    return verdictOf(
      [
        fact('vpn-instance', 'no', records, () =>
          text(`The VPN instance of the session does not exist on ${name}.`, `${name} 上不存在该会话的 VPN 实例。`),
        ),
      ],
      {},
    )
  }
  const out = walk(plane, routing, { from: table, to: session.address })
  const source = sourceOf(plane, session, { table, out })
  const back =
    source === undefined || out.lastTable === undefined
      ? undefined
      : answer(plane, routing, { from: out.lastTable, to: source })
  const facts: Fact[] = [
    portFact(session, name),
    sourceFact(plane, { name, session, table, source }),
    supportFact(device.device, ipVersion(session.address) === 6 ? 'bmpIpv6Session' : 'bmpIpv4Session'),
    reportsFact(session),
    pathFact(plane, 'forward-path', { from: name, to: session.address, verdict: out.verdict, records }),
  ]
  if (back !== undefined && source !== undefined) {
    const station = plane.network.stations[session.stationId]?.name ?? session.address
    facts.push(
      pathFact(plane, 'return-path', {
        from: station,
        to: source,
        verdict: back,
        endsAt: device.device.id,
        records: [...records, session.stationId],
      }),
    )
  }
  facts.push(...fateSharing(session, out))
  return verdictOf(facts, { forward: out.verdict, ...(back === undefined ? {} : { back }) })
}

function answer(
  plane: Plane,
  routing: Routing,
  { from, to }: { readonly from: Table; readonly to: IpAddress },
): PathVerdict {
  const { verdict } = walk(plane, routing, { from, to })
  return verdict.kind === 'unknown' ? verdict : { ...verdict, assurance: leastSure(verdict.assurance, 'assumed') }
}

/** Session view, else BMP view, else the address of the outgoing interface (routing.md C2). */
function sourceOf(
  plane: Plane,
  { effectiveSource, address }: BmpSessionIntent,
  { table, out }: { table: Table; out: Walk },
): IpAddress | undefined {
  const version = ipVersion(address)
  const primary = (port: number | undefined): IpAddress | undefined =>
    plane.addresses[port ?? -1]?.find((each) => ipVersion(each.address) === version)?.address
  if (effectiveSource.from === 'device-default') return primary(out.first?.port)
  if (effectiveSource.address !== undefined) return effectiveSource.address
  const port = effectiveSource.interfaceId === undefined ? undefined : plane.ports.byId.get(effectiveSource.interfaceId)
  return port !== undefined && plane.tableOfPort[port] === table.index ? primary(port) : undefined
}

function portFact({ tcpPort, because }: BmpSessionIntent, name: string): Fact {
  const usable = tcpPort !== undefined && tcpPort.value >= 1 && tcpPort.value <= 65535
  return fact('tcp-port', usable ? 'yes' : 'no', because, () =>
    usable
      ? text(`${name} connects to TCP port ${tcpPort.value}.`, `${name} 连接 TCP 端口 ${tcpPort.value}。`)
      : text(
          `${name} has no TCP port for the session: it stays down.`,
          `${name} 没有该会话的 TCP 端口：会话保持 Down。`,
        ),
  )
}

/** Who says where the packets come from. */
const saidBy = {
  'bmp-session-view': text('the BMP session view says', '由 BMP 会话视图指定'),
  'bmp-view': text('the BMP view says', '由 BMP 视图指定'),
  'device-default': text('the outgoing interface has it', '取自出接口'),
} as const

function sourceFact(
  plane: Plane,
  {
    name,
    session,
    table,
    source,
  }: {
    readonly name: string
    readonly session: BmpSessionIntent
    readonly table: Table
    readonly source: IpAddress | undefined
  },
): Fact {
  const { because, effectiveSource } = session
  if (source === undefined) {
    return effectiveSource.from === 'device-default'
      ? fact('source-owned', 'unknown', because, () =>
          text(
            `${name} takes its source from the outgoing interface, which is not known.`,
            `${name} 以出接口地址为源，而出接口未知。`,
          ),
        )
      : fact('source-owned', 'no', because, () =>
          text(
            `The source of the session has no usable address in its VPN instance on ${name}.`,
            `${name} 上该会话的源在其 VPN 实例中没有可用地址。`,
          ),
        )
  }
  if (ipVersion(source) !== ipVersion(session.address)) {
    return fact('source-owned', 'no', because, () =>
      text(
        `${name} would reach ${session.address} from ${source}: the IP versions differ.`,
        `${name} 以 ${source} 访问 ${session.address}：IP 版本不同。`,
      ),
    )
  }
  const owner = table.own.get(source)
  if (owner === undefined) {
    return fact('source-owned', 'no', because, () =>
      text(`${name} does not own the source address ${source}.`, `${name} 不拥有源地址 ${source}。`),
    )
  }
  const named = effectiveSource.from === 'device-default' ? undefined : effectiveSource.interfaceId
  const namedPort = named === undefined ? owner : (plane.ports.byId.get(named) ?? -1)
  if (!(plane.addresses[namedPort] ?? []).some(({ address }) => address === source)) {
    return fact('source-owned', 'no', because, () =>
      text(`${source} is not on the source interface of ${name}.`, `${source} 不在 ${name} 的源接口上。`),
    )
  }
  const up = plane.segments.up[namedPort] === true
  const interfaceName = plane.ports.list[namedPort]?.intent.name ?? ''
  return fact('source-owned', up ? 'yes' : 'no', because, () =>
    up
      ? text(
          `${name} sends from ${source} on ${interfaceName}, as ${saidBy[effectiveSource.from].en}.`,
          `${name} 以 ${interfaceName} 的 ${source} 发送（${saidBy[effectiveSource.from].zh}）。`,
        )
      : text(
          `${interfaceName} of ${name}, the source of the session, is down.`,
          `会话源接口 ${name} 的 ${interfaceName} 为 Down。`,
        ),
  )
}

/** A session that monitors nothing comes up all the same. */
function reportsFact({ monitor, because }: BmpSessionIntent): Fact {
  return fact('reports', 'yes', because, () =>
    monitor.length === 0
      ? text(
          'The session monitors nothing: it comes up and reports no routes.',
          '会话未监控任何内容：可建立但不上报路由。',
        )
      : text(
          `The session reports ${[...new Set(monitor.map(({ rib }) => rib))].join(', ')}.`,
          `会话上报 ${[...new Set(monitor.map(({ rib }) => rib))].join('、')}。`,
        ),
  )
}

/** The station is reached by routes of the sessions it watches: it goes blind when they fail. */
function fateSharing({ because }: BmpSessionIntent, { used }: Walk): readonly Fact[] {
  const learned = used.find(({ found }) => found.protocol === 'ebgp' || found.protocol === 'ibgp')
  if (learned === undefined) return []
  return [
    fact('fate-sharing', 'yes', because, () =>
      text(
        `The way to the station follows ${learned.found.prefix}, which BGP brings: when BGP fails, so does the report of it.`,
        `到监控服务器的路径依赖 BGP 学到的 ${learned.found.prefix}：BGP 故障时上报也随之中断。`,
      ),
    ),
  ]
}
