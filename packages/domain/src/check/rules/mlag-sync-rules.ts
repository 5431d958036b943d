import type { MlagPair } from '../../model'
import { text } from '../../model'
import { channels } from '../channels'
import type { RuleContext } from '../context'
import type { Rule } from '../rule'
import { pairName } from './mlag-dad-rules'

const page = 'CR "peer-link source ip tcp-port"'

/** Modules of the device that listen on a port of their own. */
const takenPorts: ReadonlyMap<number, string> = new Map([
  [21, 'FTP'],
  [22, 'SSH'],
  [23, 'Telnet'],
  [80, 'HTTP'],
  [179, 'BGP'],
  [443, 'HTTPS'],
  [646, 'LDP'],
  [830, 'NETCONF'],
])

/** The border of the well-known ports (IANA); the manual does not draw it. */
const lastWellKnown = 1023

function bmpPorts(pair: MlagPair, { intent }: RuleContext): ReadonlySet<number> {
  return new Set(
    pair.members.flatMap((id) =>
      (intent.devices.get(id)?.bmp?.sessions ?? []).flatMap(({ tcpPort }) => tcpPort?.value ?? []),
    ),
  )
}

/** Sets the first port from 6400 upward that nothing on the two devices uses. */
function freePort(pair: MlagPair, context: RuleContext) {
  const used = bmpPorts(pair, context)
  let tcpPort = 6400
  while (used.has(tcpPort)) tcpPort += 1
  return {
    fix: {
      label: text(`Use port ${tcpPort}`, `改用端口 ${tcpPort}`),
      command: { kind: 'mlag.set-sync-port', pairId: pair.id, tcpPort } as const,
    },
  }
}

const portRange: Rule = {
  id: 'mlag/sync-port-range',
  severity: 'error',
  title: text('TCP port out of range', 'TCP 端口超出范围'),
  why: text('A TCP port is 1 to 65535.', 'TCP 端口范围为 1 到 65535。'),
  remedy: text('Use a free port from 1024 to 65535.', '请使用 1024 到 65535 之间的空闲端口。'),
  source: page,
  offersFix: true,
  *run(context) {
    for (const pair of context.pairs) {
      const port = pair.syncChannel?.tcpPort
      if (port === undefined || (port >= 1 && port <= 65535)) continue
      yield {
        subjects: [pair.id],
        what: text(
          `${pairName(pair)}: tcp-port ${port} is not 1 to 65535`,
          `${pairName(pair)}：tcp-port ${port} 不在 1 到 65535 之间`,
        ),
        ...freePort(pair, context),
      }
    }
  },
}

const portWellKnown: Rule = {
  id: 'mlag/sync-port-well-known',
  severity: 'error',
  title: text('A well-known TCP port', '知名 TCP 端口'),
  why: text(
    'The port must not be well-known. The manual does not say where that ends; by IANA it is 1 to 1023.',
    '端口不能是知名端口；手册未给出界限，按 IANA 为 1 到 1023。',
  ),
  remedy: text('Use a port from 1024 to 65535.', '请使用 1024 到 65535 之间的端口。'),
  source: `${page}; the border 1023 is IANA's`,
  offersFix: true,
  *run(context) {
    for (const pair of context.pairs) {
      const port = pair.syncChannel?.tcpPort
      if (port === undefined || port < 1 || port > lastWellKnown || takenPorts.has(port)) continue
      yield {
        subjects: [pair.id],
        what: text(
          `${pairName(pair)}: tcp-port ${port} is well-known`,
          `${pairName(pair)}：tcp-port ${port} 是知名端口`,
        ),
        ...freePort(pair, context),
      }
    }
  },
}

const portTaken: Rule = {
  id: 'mlag/sync-port-taken',
  severity: 'error',
  title: text('A TCP port another module uses', 'TCP 端口已被其他模块使用'),
  why: text('The port must not be used by another module of the device.', '端口不能被设备上的其他模块占用。'),
  remedy: text('Use a port nothing else uses.', '请使用未被占用的端口。'),
  source: page,
  offersFix: true,
  *run(context) {
    for (const pair of context.pairs) {
      const port = pair.syncChannel?.tcpPort
      if (port === undefined) continue
      const module = takenPorts.get(port)
      // Toward a station the port is the remote one; whether that counts as used is undocumented.
      const bmp = module === undefined && port > lastWellKnown && bmpPorts(pair, context).has(port)
      if (module === undefined && !bmp) continue
      yield {
        subjects: [pair.id],
        severity: bmp ? 'warning' : 'error',
        what: bmp
          ? text(
              `${pairName(pair)}: tcp-port ${port} is also the port of a BMP station (undocumented whether that collides)`,
              `${pairName(pair)}：tcp-port ${port} 也是 BMP 服务器的端口（是否冲突无文档说明）`,
            )
          : text(
              `${pairName(pair)}: tcp-port ${port} belongs to ${module}`,
              `${pairName(pair)}：tcp-port ${port} 属于 ${module}`,
            ),
        ...freePort(pair, context),
      }
    }
  },
}

const onLoopback: Rule = {
  id: 'mlag/sync-on-loopback',
  severity: 'warning',
  title: text('The TCP channel runs from a LoopBack', 'TCP 同步通道使用环回口地址'),
  why: text(
    'The manual refuses loopback addresses and speaks of Layer 3 interfaces. Whether that means the addresses of LoopBack interfaces too is undocumented.',
    '手册不允许环回地址，并要求使用三层接口；LoopBack 接口的地址是否也在此列无文档说明。',
  ),
  remedy: text('Use a Vlanif over the peer-link or a routed link.', '请使用经过 peer-link 的 Vlanif 或三层链路。'),
  source: `undocumented; ${page}`,
  *run(context) {
    for (const { pair, sides } of channels(context, 'syncChannel')) {
      for (const { device, address, interface: item } of sides) {
        if (item?.kind !== 'loopback' || address === undefined) continue
        yield {
          subjects: [pair.id, device.device.id],
          what: text(
            `${context.label(item)} (${address}) is the source of the TCP channel; LoopBack sources are undocumented`,
            `TCP 同步通道以 ${context.label(item)}（${address}）为源，使用环回口无文档说明`,
          ),
        }
      }
    }
  },
}

export const mlagSyncRules: readonly Rule[] = [portRange, portWellKnown, portTaken, onLoopback]
