import { text } from '../../model'
import type { RuleContext } from '../context'
import { present, setEnd, setFields } from '../fixes'
import type { Rule } from '../rule'
import type { SessionView } from '../session-views'
import { at } from './bgp-peer-rules'
import { lowestLoopback } from './bgp-source-rules'

/** What the other end has configured for this one, when that is an address of this device. */
function expectedOf(context: RuleContext, { device, session, other }: SessionView) {
  const address = other?.remoteAddress?.value
  const [use] = address === undefined ? [] : context.addresses.onDevice(device.device.id, address)
  return use === undefined || use.vrfId !== session.vrfId ? undefined : use
}

const oneSided: Rule = {
  id: 'bgp/source-one-sided',
  severity: 'warning',
  title: text('The source is set on one end only', '仅一端指定了会话源'),
  why: text(
    'The other end peers with the LoopBack, but this end calls from its outgoing interface; the session may fail.',
    '对端以环回口地址为对等体，而本端从出接口发起连接，会话可能无法建立。',
  ),
  remedy: text(
    'Set connect-interface to the LoopBack on this end too.',
    '请在本端也用 connect-interface 指定该环回口。',
  ),
  source: 'CG "Configuring a BGP Peer"',
  offersFix: true,
  *run(context) {
    for (const view of context.sessions) {
      const { session, peering } = view
      const expected = expectedOf(context, view)
      if (expected?.interface.kind !== 'loopback' || session.source.connectInterface !== 'none') continue
      const { interfaceId, name } = expected.interface
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name} names no source, but ${view.remoteName} expects ${expected.address} (${name})`,
          `${view.device.device.name} 未指定会话源，而 ${view.remoteName} 期望 ${expected.address}（${name}）`,
        ),
        ...(peering === undefined || interfaceId === undefined
          ? {}
          : {
              fix: setEnd(
                text(`Use ${name} as source`, `以 ${name} 为源`),
                { peering, side: session.side },
                { interfaceId, connectInterface: undefined },
              ),
            }),
      }
    }
  },
}

const unexpected: Rule = {
  id: 'bgp/source-unexpected',
  severity: 'error',
  title: text('The other end expects another source', '对端期望的源地址不同'),
  why: text(
    'A device refuses a connection from an address it has no peer for.',
    '设备会拒绝来自未配置对等体地址的连接。',
  ),
  remedy: text(
    'Let the other end peer with the source address, or change the source.',
    '请让对端以该源地址为对等体，或更改源地址。',
  ),
  source: 'inferred; CG "Configuring a BGP Peer"',
  offersFix: true,
  *run(context) {
    for (const view of context.sessions) {
      const { session, other, peering, otherDevice } = view
      const expected = expectedOf(context, view)
      const source = session.source.address?.value
      if (other === undefined || otherDevice === undefined || expected === undefined || source === undefined) continue
      const named = session.source.connectInterface !== 'none'
      if (source === expected.address || (!named && expected.interface.kind === 'loopback')) continue
      const bothWrong = other.source.address?.value !== session.remoteAddress?.value
      const far = peering?.ends[session.side === 0 ? 1 : 0]
      yield {
        ...at(view),
        severity: named || bothWrong ? 'error' : 'warning',
        what: text(
          `${view.device.device.name} calls from ${source}, ${view.remoteName} expects ${expected.address}`,
          `${view.device.device.name} 以 ${source} 发起会话，而 ${view.remoteName} 期望 ${expected.address}`,
        ),
        ...(peering === undefined || far?.remoteAddress === undefined
          ? {}
          : {
              fix: setEnd(
                text(`Let ${view.remoteName} peer with ${source}`, `让 ${view.remoteName} 以 ${source} 为对等体`),
                { peering, side: other.side },
                { remoteAddress: undefined },
              ),
            }),
      }
    }
  },
}

const physicalIbgp: Rule = {
  id: 'bgp/ibgp-physical-source',
  severity: 'warning',
  title: text('IBGP over one port although there are more', '存在多条路径却使用物理接口建立 IBGP'),
  why: text(
    'The session goes down with its port, even though the device is still reachable another way.',
    '即使设备仍可通过其他路径到达，会话也会随该端口中断。',
  ),
  remedy: text('Run the session between LoopBacks.', '请在环回口之间建立会话。'),
  source: 'CR "peer connect-interface (BGP view)(IPv4)"',
  *run(context) {
    const counts = new Map<string, number>()
    for (const { ends } of context.layer3Links) {
      const key = pairKey(ends[0].deviceId, ends[1].deviceId)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    for (const view of context.peeredSessions) {
      const { session, peering, source, otherDevice, device } = view
      if (peering === undefined || otherDevice === undefined || session.type !== 'ibgp' || session.side !== 0) continue
      if (source?.kind !== 'ethernet' && source?.kind !== 'eth-trunk') continue
      if (
        lowestLoopback(device, session.vrfId) === undefined ||
        lowestLoopback(otherDevice, session.vrfId) === undefined
      )
        continue
      const count = counts.get(pairKey(device.device.id, otherDevice.device.id)) ?? 0
      if (count < 2) continue
      yield {
        subjects: [peering.id],
        what: text(
          `${device.device.name} has ${count} links to ${otherDevice.device.name}, but the session depends on ${source.name}`,
          `${device.device.name} 与 ${otherDevice.device.name} 之间有 ${count} 条链路，但会话只依赖 ${source.name}`,
        ),
      }
    }
  },
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

const authenticationDiffers: Rule = {
  id: 'bgp/authentication-differs',
  severity: 'error',
  title: text('The ends authenticate differently', '两端认证不一致'),
  why: text(
    'A TCP segment without the right signature is dropped, so the session never comes up.',
    '签名不符的 TCP 报文会被丢弃，会话无法建立。',
  ),
  remedy: text('Use the same keychain on both ends, or none.', '请在两端使用相同的 keychain，或均不使用。'),
  source: 'CR "peer password (BGP view)(IPv4)"; CR "peer keychain (BGP view)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const { session, other, peering, device, otherDevice } of peeredSessions) {
      const [mine, theirs] = [session.keychain, other?.keychain]
      if (peering === undefined || otherDevice === undefined || other === undefined || session.side !== 0) continue
      if (mine?.toLowerCase() === theirs?.toLowerCase()) continue
      const keychain = mine ?? theirs
      yield {
        subjects: [peering.id],
        what: text(
          `${device.device.name} uses ${mine === undefined ? 'no keychain' : `keychain ${mine}`}, ${otherDevice.device.name} ${theirs === undefined ? 'none' : theirs}`,
          `${device.device.name} ${mine === undefined ? '未使用 keychain' : `使用 keychain ${mine}`}，${otherDevice.device.name} ${theirs === undefined ? '未使用' : `使用 ${theirs}`}`,
        ),
        fix: setFields(text(`Use keychain ${keychain} on both ends`, `两端均使用 keychain ${keychain}`), peering.id, {
          keychain,
          ends: peering.ends.map((end) => present({ ...end, keychain: undefined })),
        }),
      }
    }
  },
}

export const bgpAgreementRules: readonly Rule[] = [oneSided, unexpected, physicalIbgp, authenticationDiffers]
