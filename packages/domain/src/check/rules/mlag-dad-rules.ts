import { interfaceNumber } from '@weft/net'
import type { MlagPair } from '../../model'
import { text } from '../../model'
import { channels } from '../channels'
import { present, remove, setFields } from '../fixes'
import type { Rule } from '../rule'

const page = 'CR "dual-active detection source ip"'

/** Changes settings of dual-active detection; `undefined` takes one away. */
function withDetection(pair: MlagPair, fields: Partial<NonNullable<MlagPair['dualActiveDetection']>>) {
  return {
    dualActiveDetection:
      pair.dualActiveDetection === undefined ? undefined : present({ ...pair.dualActiveDetection, ...fields }),
  }
}

const missing: Rule = {
  id: 'mlag/dad-missing',
  severity: 'error',
  title: text('No dual-active detection', '未配置双主检测'),
  why: text(
    'Without a heartbeat address the pair does not form (NOADDRESS), and a failed peer-link would leave both members active.',
    '没有心跳地址时无法配对（NOADDRESS），peer-link 故障时还会出现双主。',
  ),
  remedy: text('Add a dedicated link or the management ports as heartbeat.', '请以专用链路或管理口作为心跳链路。'),
  source: `${page}; CR "display dfs-group", cause NOADDRESS`,
  *run({ pairs }) {
    for (const pair of pairs) {
      if (pair.dualActiveDetection !== undefined) continue
      yield {
        subjects: [pair.id],
        what: text(`${pairName(pair)} has no dual-active detection`, `${pairName(pair)} 未配置双主检测`),
      }
    }
  },
}

export function pairName({ name, id }: MlagPair): string {
  return name ?? id.slice('mlag:'.length)
}

const peerMissing: Rule = {
  id: 'mlag/dad-peer-missing',
  wide: ['pairs', 'verdicts'],
  severity: 'warning',
  title: text('Dual-active detection without peer', '双主检测未指定 peer'),
  why: text(
    'Role negotiation over the heartbeat and the protection against a second fault need the peer part.',
    '缺少 peer 时，心跳角色协商和二次故障保护不生效。',
  ),
  remedy: text(
    'Print the peer address, unless the heartbeat runs through the service network.',
    '除非心跳经过业务网络，否则请带上 peer 地址。',
  ),
  source: `${page}; 36 of 36 vendor examples have it`,
  offersFix: true,
  *run({ pairs, reachability }) {
    for (const pair of pairs) {
      if (pair.dualActiveDetection?.withPeer !== false) continue
      const path = reachability.mlagChannels.get(pair.id)?.dualActiveDetection?.forward
      const direct = path?.kind === 'reachable' && path.path.length <= 2
      // Through the service network leaving peer out is what the precautions ask for; its price is only told.
      const throughFabric = path?.kind === 'reachable' && !direct
      yield {
        subjects: [pair.id],
        ...(throughFabric ? { severity: 'info' as const } : {}),
        what: text(`${pairName(pair)}: dual-active detection has no peer`, `${pairName(pair)}：双主检测未指定 peer`),
        ...(direct
          ? { fix: setFields(text('Add the peer', '加上 peer'), pair.id, withDetection(pair, { withPeer: undefined })) }
          : {}),
      }
    }
  },
}

const udpPort: Rule = {
  id: 'mlag/dad-udp-port',
  severity: 'error',
  title: text('UDP port of dual-active detection out of range', '双主检测 UDP 端口超出范围'),
  why: text('The device takes 1025 to 2048.', '取值范围为 1025 到 2048。'),
  remedy: text('Use a port from 1025 to 2048.', '请使用 1025 到 2048 之间的端口。'),
  source: page,
  offersFix: true,
  *run({ pairs }) {
    for (const pair of pairs) {
      const port = pair.dualActiveDetection?.udpPort
      if (port === undefined || (port >= 1025 && port <= 2048)) continue
      yield {
        subjects: [pair.id],
        what: text(
          `${pairName(pair)}: udp-port ${port} is not 1025 to 2048`,
          `${pairName(pair)}：udp-port ${port} 不在 1025 到 2048 之间`,
        ),
        fix: setFields(text('Use 2025', '改为 2025'), pair.id, withDetection(pair, { udpPort: 2025 })),
      }
    }
  },
}

const udpPortAutomatic: Rule = {
  id: 'mlag/dad-udp-port-automatic',
  severity: 'info',
  title: text('The UDP port of dual-active detection is left to the devices', '双主检测 UDP 端口由设备自动选择'),
  why: text(
    'Each device takes its smallest idle port; two choices may differ and split the pair.',
    '设备会各自选取最小的空闲端口，两端可能不一致而导致分裂。',
  ),
  remedy: text('Set the port by hand.', '请手工指定端口。'),
  source: 'CG "Configuration Precautions for M-LAG"; 0 of 36 vendor examples set it',
  offersFix: true,
  *run({ pairs }) {
    for (const pair of pairs) {
      const detection = pair.dualActiveDetection
      if (detection === undefined || detection.udpPort !== undefined || detection.withPeer === false) continue
      yield {
        subjects: [pair.id],
        what: text(`${pairName(pair)}: no udp-port is set`, `${pairName(pair)}：未设置 udp-port`),
        fix: setFields(text('Use 2025', '使用 2025'), pair.id, withDetection(pair, { udpPort: 2025 })),
      }
    }
  },
}

const timeout: Rule = {
  id: 'mlag/dad-timeout',
  severity: 'error',
  title: text('Timeout of dual-active detection out of range', '双主检测超时时间超出范围'),
  why: text('The device takes 3 to 60 seconds.', '取值范围为 3 到 60 秒。'),
  remedy: text('Use 3 to 60, or leave it out for 45.', '请使用 3 到 60，或留空使用 45。'),
  source: page,
  offersFix: true,
  *run({ pairs }) {
    for (const pair of pairs) {
      const seconds = pair.dualActiveDetection?.timeoutSeconds
      if (seconds === undefined || (seconds >= 3 && seconds <= 60)) continue
      yield {
        subjects: [pair.id],
        what: text(
          `${pairName(pair)}: timeout ${seconds} is not 3 to 60`,
          `${pairName(pair)}：timeout ${seconds} 不在 3 到 60 之间`,
        ),
        fix: setFields(remove('timeout'), pair.id, withDetection(pair, { timeoutSeconds: undefined })),
      }
    }
  },
}

const unreservedPort: Rule = {
  id: 'mlag/dad-unreserved-port',
  severity: 'warning',
  title: text('The heartbeat port may be shut down', '心跳端口可能被置为 error-down'),
  why: text(
    'When the peer-link fails the backup member shuts its ports, the heartbeat port among them unless it is reserved.',
    'peer-link 故障时备设备会关闭端口，未保留的心跳端口也会被关闭。',
  ),
  remedy: text(
    'Set m-lag unpaired-port reserved on the interface of both members.',
    '请在两个成员的该接口上配置 m-lag unpaired-port reserved。',
  ),
  source: 'CG "Configuring a DAD Link"',
  offersFix: true,
  *run(context) {
    for (const { pair, sides } of channels(context, 'dualActiveDetection')) {
      for (const { interface: item } of sides) {
        if (item?.interfaceId === undefined || item.unpairedPortReserved) continue
        // A management port is never shut by M-LAG, and neither is a LoopBack.
        if (item.kind === 'meth' || item.kind === 'loopback') continue
        yield {
          subjects: [pair.id, item.interfaceId],
          what: text(
            `${context.label(item)} carries the heartbeat and is not reserved`,
            `${context.label(item)} 承载心跳但未设为保留`,
          ),
          fix: setFields(text('Reserve the port', '设为保留端口'), item.interfaceId, { unpairedPortReserved: true }),
        }
      }
    }
  },
}

const overPeerLink: Rule = {
  id: 'mlag/dad-over-peer-link',
  severity: 'error',
  title: text('The heartbeat runs over the peer-link', '心跳经过 peer-link'),
  why: text(
    'The heartbeat is there for the case that the peer-link fails; over the peer-link it fails with it.',
    '心跳正是为 peer-link 故障而设，经过 peer-link 时会一同中断。',
  ),
  remedy: text(
    'Use a routed link or the management ports, or exclude the VLAN from the peer-link.',
    '请使用三层链路或管理口，或将该 VLAN 从 peer-link 中排除。',
  ),
  source: 'CG "Configuring a DAD Link"',
  *run(context) {
    for (const { pair, sides } of channels(context, 'dualActiveDetection')) {
      for (const { interface: item } of sides) {
        if (item?.interfaceId === undefined) continue
        const vlan = item.kind === 'vlanif' ? interfaceNumber(item.name) : undefined
        const onTrunk = pair.peerLink.trunks.includes(item.interfaceId)
        const passes = vlan !== undefined && !(pair.peerLink.excludedVlans ?? []).includes(vlan)
        if (!onTrunk && !passes) continue
        yield {
          subjects: [pair.id, item.interfaceId],
          what: onTrunk
            ? text(
                `${context.label(item)} is peer-link and heartbeat at once`,
                `${context.label(item)} 同时作为 peer-link 和心跳接口`,
              )
            : text(
                `${context.label(item)} carries the heartbeat, but the peer-link passes VLAN ${vlan}`,
                `${context.label(item)} 承载心跳，但 peer-link 允许 VLAN ${vlan} 通过`,
              ),
        }
      }
    }
  },
}

const onPublicMeth: Rule = {
  id: 'mlag/dad-meth-without-vrf',
  severity: 'info',
  title: text('Heartbeat on the management port outside a VPN instance', '管理口心跳未绑定 VPN 实例'),
  why: text('A VPN instance keeps management and service routes apart.', 'VPN 实例可隔离管理与业务路由。'),
  remedy: text(
    'Bind MEth to a VPN instance and name it in the command.',
    '请将 MEth 绑定到 VPN 实例，并在命令中指定。',
  ),
  source: 'CG "Configuring a DAD Link"; 0 of 25 vendor examples do',
  *run(context) {
    for (const { pair, sides } of channels(context, 'dualActiveDetection')) {
      const [item] = sides.flatMap((side) =>
        side.interface?.kind === 'meth' && side.interface.vrfId === undefined ? [side.interface] : [],
      )
      if (item === undefined) continue
      yield {
        subjects: [pair.id],
        what: text(`${context.label(item)} is in no VPN instance`, `${context.label(item)} 未绑定 VPN 实例`),
      }
    }
  },
}

const throughFabric: Rule = {
  id: 'mlag/dad-through-fabric',
  wide: ['pairs', 'verdicts'],
  words: ['names'],
  severity: 'warning',
  title: text('The heartbeat goes through other devices', '心跳经过其他设备'),
  why: text(
    'Over the service network, with peer set, ports may flap between error-down and up.',
    '心跳经过业务网络且指定 peer 时，端口可能反复 error-down。',
  ),
  remedy: text(
    'Use a direct cable or the management ports, or leave peer out.',
    '请使用直连链路或管理口，或不指定 peer。',
  ),
  source: 'CG "Configuration Precautions for M-LAG"',
  offersFix: true,
  *run({ pairs, reachability, deviceName }) {
    for (const pair of pairs) {
      const path = reachability.mlagChannels.get(pair.id)?.dualActiveDetection?.forward
      if (path?.kind !== 'reachable' || path.path.length <= 2 || pair.dualActiveDetection?.withPeer === false) continue
      const way = path.path.map(deviceName).join(' → ')
      yield {
        subjects: [pair.id],
        what: text(`${pairName(pair)}: the heartbeat goes ${way}`, `${pairName(pair)}：心跳路径为 ${way}`),
        fix: setFields(remove('peer'), pair.id, withDetection(pair, { withPeer: false })),
      }
    }
  },
}

const reservedMisplaced: Rule = {
  id: 'mlag/reserved-misplaced',
  severity: 'error',
  title: text('A reserved port that cannot be one', 'unpaired-port reserved 配置位置错误'),
  why: text(
    'The command is refused on a peer-link, on an M-LAG member interface and on a port inside an Eth-Trunk.',
    '该命令不能配置在 peer-link、M-LAG 成员接口或 Eth-Trunk 成员口上。',
  ),
  remedy: text('Remove it there.', '请删除该配置。'),
  source: 'CR "m-lag unpaired-port reserved"',
  offersFix: true,
  *run({ devices, label }) {
    for (const { interfaces } of devices) {
      for (const item of interfaces) {
        if (!item.unpairedPortReserved || item.interfaceId === undefined) continue
        if (item.peerLink === undefined && item.mlagMember === undefined && item.memberOf === undefined) continue
        yield {
          subjects: [item.interfaceId],
          what: text(`${label(item)} cannot be reserved`, `${label(item)} 不能设为保留端口`),
          fix: setFields(remove('m-lag unpaired-port reserved'), item.interfaceId, { unpairedPortReserved: undefined }),
        }
      }
    }
  },
}

export const mlagDadRules: readonly Rule[] = [
  missing,
  peerMissing,
  udpPort,
  udpPortAutomatic,
  timeout,
  unreservedPort,
  overPeerLink,
  onPublicMeth,
  throughFabric,
  reservedMisplaced,
]
