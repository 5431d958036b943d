import type { Ipv4Address, Ipv6Address } from '@weft/net'
import { ipv4Kind, ipv6Kind } from '@weft/net'
import type { BgpSessionIntent } from '../../intent'
import { bgpSessions } from '../../intent'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { isIpv6 } from '../context'
import { remove, setEnd } from '../fixes'
import type { Rule, Violation } from '../rule'
import type { SessionView } from '../session-views'

const peerIsSelf: Rule = {
  id: 'bgp/peer-is-self',
  severity: 'error',
  title: text('A device peers with itself', '设备与自身建立对等体'),
  why: text(
    'A session to an own address can never be established. The example of the manual does exactly this.',
    '与自身地址的会话永远无法建立，手册中的示例恰好如此。',
  ),
  remedy: text("Use the other device's address as the peer address.", '请使用对端设备的地址作为对等体地址。'),
  source: 'inferred; CR "peer connect-interface (BGP view)(IPv4)", example',
  offersFix: true,
  *run(context) {
    for (const view of context.sessions) {
      const address = ownPeerAddress(context, view)
      if (address === undefined) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: peer ${address} is its own address`,
          `${view.device.device.name}：对等体地址 ${address} 是设备自身的地址`,
        ),
        ...withoutRemoteAddress(view),
      }
    }
  },
}

function ownPeerAddress({ addresses }: RuleContext, { device, session }: SessionView) {
  const address = session.remoteAddress?.value
  if (address === undefined || address.startsWith('fe80:')) return undefined
  const uses = addresses.onDevice(device.device.id, address)
  return uses.some(({ vrfId }) => vrfId === session.vrfId) ? address : undefined
}

/** The fix where somebody wrote the address by hand and the other end has one of its own. */
function withoutRemoteAddress({ peering, end, session, otherDevice, device }: SessionView): Pick<Violation, 'fix'> {
  const differs = otherDevice !== undefined && otherDevice !== device
  if (peering === undefined || end?.remoteAddress === undefined || !differs) return {}
  const { interfaceId, address } = peering.ends[session.side === 0 ? 1 : 0]
  if (interfaceId === undefined && address === undefined) return {}
  return {
    fix: setEnd(
      text(`Use the address of ${otherDevice.device.name}`, `使用 ${otherDevice.device.name} 的地址`),
      { peering, side: session.side },
      { remoteAddress: undefined },
    ),
  }
}

/** Both ends of a session share a subject; the device tells the sides apart. */
export function at({ subject, device }: SessionView): Pick<Violation, 'subjects'> {
  return { subjects: [subject, device.device.id] }
}

const peerUnusable: Rule = {
  id: 'bgp/peer-address-unusable',
  severity: 'error',
  title: text('An address no peer can have', '无效的对等体地址'),
  why: text('A session goes to a unicast host address.', 'BGP 会话只能指向单播主机地址。'),
  remedy: text('Use an interface or LoopBack address of the other device.', '请使用对端的接口地址或环回口地址。'),
  source: 'CG "Configuring a BGP Peer"',
  offersFix: true,
  *run(context) {
    for (const view of context.sessions) {
      const address = view.session.remoteAddress?.value
      if (address === undefined || isUnicast(address)) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: ${address} cannot be the address of a peer`,
          `${view.device.device.name}：${address} 不能作为对等体地址`,
        ),
        ...withoutRemoteAddress(view),
      }
    }
  },
}

function isUnicast(address: Ipv4Address | Ipv6Address): boolean {
  if (isIpv6(address)) {
    const kind = ipv6Kind(address as Ipv6Address)
    return kind === 'global' || kind === 'link-local'
  }
  const kind = ipv4Kind(address as Ipv4Address)
  return kind === 'class-a' || kind === 'class-b' || kind === 'class-c'
}

const remoteForeign: Rule = {
  id: 'bgp/remote-address-foreign',
  severity: 'error',
  title: text('The peer address is not on the peer', '对等体地址不在对端设备上'),
  why: text(
    'Packets to the address never reach the device the session is meant for.',
    '发往该地址的报文不会到达目标设备。',
  ),
  remedy: text(
    'Use an address the other device has, or leave it out to follow the other end.',
    '请使用对端设备上的地址，或留空以跟随对端。',
  ),
  source: 'inferred; CG "Configuring a BGP Peer"',
  offersFix: true,
  *run(context) {
    for (const view of context.sessions) {
      const { session, other, otherDevice } = view
      const address = session.remoteAddress?.value
      if (address === undefined || !isUnicast(address) || address.startsWith('fe80:')) continue
      if (ownPeerAddress(context, view) !== undefined) continue
      const name = view.device.device.name
      if (otherDevice !== undefined) {
        const owned = context.addresses
          .onDevice(otherDevice.device.id, address)
          .some(({ vrfId }) => vrfId === (other ?? session).vrfId)
        // An end that claims an address it does not have is reported at that end.
        const claimed =
          view.peering?.ends[session.side === 0 ? 1 : 0].address === address && view.end?.remoteAddress === undefined
        if (owned || claimed) continue
        yield {
          ...at(view),
          what: text(
            `${name} peers with ${address}, which ${otherDevice.device.name} does not have`,
            `${name} 的对等体地址为 ${address}，但 ${otherDevice.device.name} 没有该地址`,
          ),
          ...withoutRemoteAddress(view),
        }
        continue
      }
      const host = session.remote.hostId === undefined ? undefined : context.network.hosts[session.remote.hostId]
      if (host === undefined || host.addresses.length === 0 || host.addresses.includes(address)) continue
      yield {
        ...at(view),
        severity: 'warning',
        what: text(
          `${name} peers with ${address}, which ${host.name} does not list`,
          `${name} 的对等体地址为 ${address}，但 ${host.name} 未登记该地址`,
        ),
      }
    }
  },
}

const addressMissing: Rule = {
  id: 'bgp/peer-address-missing',
  severity: 'error',
  title: text('No address to peer with', '缺少对等体地址'),
  why: text(
    'Without an address of the other end there is no peer command to print.',
    '没有对端地址就无法生成 peer 命令。',
  ),
  remedy: text('Give the other end an interface or an address.', '请为对端指定接口或地址。'),
  source: 'CR "peer as-number (BGP view)"',
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering } = view
      if (session.remoteAddress !== undefined || peering === undefined) continue
      const far = peering.ends[session.side === 0 ? 1 : 0]
      if (far.interfaceId !== undefined) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: nothing says which address of ${view.remoteName} to peer with`,
          `${view.device.device.name}：未指明 ${view.remoteName} 的对等体地址`,
        ),
      }
    }
  },
}

const asMismatch: Rule = {
  id: 'bgp/as-mismatch',
  severity: 'error',
  title: text('The expected AS number is not the peer’s', '对等体 AS 号不匹配'),
  why: text(
    'The session is refused in the Open message: bad peer AS (2/2).',
    '会话会在 Open 报文阶段因 AS 号错误（2/2）被拒绝。',
  ),
  remedy: text(
    'Correct the number, or leave it out to follow the other device.',
    '请更正 AS 号，或留空以跟随对端设备。',
  ),
  source: 'CG "BGP Message Format"; CR "peer as-number (BGP view)"',
  offersFix: true,
  *run({ sessions, network }) {
    for (const view of sessions) {
      const { session, otherDevice, otherProcess, peering, end } = view
      const host = session.remote.hostId === undefined ? undefined : network.hosts[session.remote.hostId]
      const actual =
        otherDevice === undefined
          ? host?.asNumber
          : (otherProcess?.asNumber.value ?? (session.instance === undefined ? otherDevice.device.asNumber : undefined))
      const expected = session.remoteAsNumber?.value
      if (expected === undefined || actual === undefined || expected === actual) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name} expects AS ${expected}, ${view.remoteName} is in AS ${actual}`,
          `${view.device.device.name} 期望 AS ${expected}，而 ${view.remoteName} 属于 AS ${actual}`,
        ),
        ...(peering === undefined || end?.remoteAsNumber === undefined
          ? {}
          : {
              fix: setEnd(
                text(`Expect AS ${actual}`, `改为 AS ${actual}`),
                { peering, side: session.side },
                { remoteAsNumber: undefined },
              ),
            }),
      }
    }
  },
}

const asMissing: Rule = {
  id: 'bgp/as-missing',
  severity: 'error',
  title: text('A peer without AS number', '对等体缺少 AS 号'),
  why: text(
    'peer as-number creates the peer; without a number there is none.',
    'peer as-number 用于创建对等体，没有 AS 号就无法创建。',
  ),
  remedy: text('Give the other end an AS number.', '请为对端填写 AS 号。'),
  source: 'CR "peer as-number (BGP view)"',
  *run({ sessions }) {
    for (const view of sessions) {
      if (view.session.remoteAsNumber !== undefined) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: ${view.remoteName} has no AS number`,
          `${view.device.device.name}：${view.remoteName} 没有 AS 号`,
        ),
      }
    }
  },
}

const duplicateSession: Rule = {
  id: 'bgp/duplicate-session',
  perDevice: true,
  severity: 'error',
  title: text('Two sessions to one peer address', '对同一对等体地址定义了两个会话'),
  why: text(
    'A device has one peer per address and routing table; the second definition would overwrite the first.',
    '同一路由表内每个地址只有一个对等体，后者会覆盖前者。',
  ),
  remedy: text('Delete one peering, or run it between other addresses.', '请删除其中一个对等体，或改用其他地址。'),
  source: 'CR "peer as-number (BGP view)"',
  *run({ devices }) {
    for (const intent of devices) {
      const { device } = intent
      const first = new Map<string, BgpSessionIntent>()
      for (const session of bgpSessions(intent)) {
        const address = session.remoteAddress?.value
        if (address === undefined || address.startsWith('fe80:')) continue
        const key = `${session.vrfId ?? ''} ${address}`
        const known = first.get(key)
        if (known === undefined) first.set(key, session)
        else if (known.peeringId !== undefined || session.peeringId !== undefined) {
          const [main, other] = [session.peeringId ?? device.id, known.peeringId ?? device.id]
          const isOneProcess = session.instance === known.instance
          yield {
            subjects: [main, other, device.id],
            key: address,
            // Two processes may each have the peer; what comes in from its address is for one of them.
            severity: isOneProcess ? 'error' : 'warning',
            what: isOneProcess
              ? text(`${device.name} has two sessions to ${address}`, `${device.name} 有两个到 ${address} 的会话`)
              : text(
                  `${device.name} has sessions to ${address} in two BGP processes`,
                  `${device.name} 在两个 BGP 进程中都有到 ${address} 的会话`,
                ),
          }
        }
      }
    }
  },
}

const bothListen: Rule = {
  id: 'bgp/both-listen',
  severity: 'error',
  title: text('Both ends wait, or both only call', '两端同为被动或同为主动'),
  why: text(
    'With listen-only on both ends nobody opens the connection; with connect-only on both nobody accepts it.',
    '两端都是 listen-only 时无人发起连接，都是 connect-only 时无人接受连接。',
  ),
  remedy: text('Remove the setting from one end.', '请在其中一端删除该设置。'),
  source: 'CR "peer listen-only connect-only (BGP view)(IPv4)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, other, peering } = view
      if (
        session.side !== 0 ||
        session.openMode === undefined ||
        session.openMode !== other?.openMode ||
        peering === undefined
      )
        continue
      const mode = session.openMode
      yield {
        subjects: [peering.id],
        what: text(
          `${view.device.device.name} and ${view.remoteName} are both ${mode}`,
          `${view.device.device.name} 与 ${view.remoteName} 均为 ${mode}`,
        ),
        fix: setEnd(remove(`${mode} (${view.remoteName})`), { peering, side: 1 }, { openMode: undefined }),
      }
    }
  },
}

const ignored: Rule = {
  id: 'bgp/ignored',
  severity: 'warning',
  title: text('A session is switched off', '会话被禁用'),
  why: text('peer ignore keeps the session in Idle.', 'peer ignore 会使会话一直处于 Idle 状态。'),
  remedy: text('Remove the setting when the session should run.', '需要会话运行时请删除该设置。'),
  source: 'CR "peer ignore (BGP view)(IPv4)"',
  offersFix: true,
  *run({ sessions }) {
    for (const view of sessions) {
      const { session, peering } = view
      if (!session.ignore) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name} ignores its peer ${view.remoteName}`,
          `${view.device.device.name} 忽略了对等体 ${view.remoteName}`,
        ),
        ...(peering === undefined
          ? {}
          : { fix: setEnd(remove('ignore'), { peering, side: session.side }, { ignore: undefined }) }),
      }
    }
  },
}

const linkLocalPeer: Rule = {
  id: 'bgp/link-local-interface',
  severity: 'error',
  title: text('A link-local peer without its link', '链路本地对等体未指定接口'),
  why: text(
    'A link-local address is valid on one link only, so the session has to name the interface.',
    '链路本地地址只在单条链路上有效，会话必须指定接口。',
  ),
  remedy: text('Choose the interface toward the peer as source.', '请选择连接该对等体的接口作为源接口。'),
  source: 'inferred; CG "Configuring a BGP4+ Peer"',
  offersFix: true,
  *run({ sessions }) {
    for (const view of sessions) {
      const { session, peering, end } = view
      const names =
        session.source.connectInterface === 'interface' || session.source.connectInterface === 'interface-and-address'
      if (
        session.remoteAddress?.value.startsWith('fe80:') !== true ||
        (names && session.source.interfaceId !== undefined)
      )
        continue
      const own = session.source.interfaceId !== undefined && end?.connectInterface !== undefined
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: peer ${session.remoteAddress.value} is link-local and no interface is named`,
          `${view.device.device.name}：对等体 ${session.remoteAddress.value} 为链路本地地址，但未指定接口`,
        ),
        ...(peering === undefined || !own
          ? {}
          : {
              fix: setEnd(
                text('Name the interface', '指定接口'),
                { peering, side: session.side },
                { connectInterface: 'interface' },
              ),
            }),
      }
    }
  },
}

export const bgpPeerRules: readonly Rule[] = [
  peerIsSelf,
  peerUnusable,
  remoteForeign,
  addressMissing,
  asMismatch,
  asMissing,
  duplicateSession,
  bothListen,
  ignored,
  linkLocalPeer,
]
