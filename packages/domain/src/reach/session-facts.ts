import { ipVersion } from '@weft/net'
import type { FeatureKey } from '../catalog'
import { processOf } from '../intent'
import type { RecordId } from '../model'
import { text } from '../model'
import type { Fact } from './facts'
import { fact } from './facts'
import { hopFacts } from './hop-facts'
import { pathFact } from './path-fact'
import { negotiatedHold } from './session-agreement'
import type { SessionSide, SideView } from './session-sides'
import { supportFact } from './support-fact'
import type { Plane } from './tables'

/** What has to be true of one side, as routing.md B3 to B5, B14 and D6 ask for it. */
export function sideFacts(plane: Plane, view: SideView): readonly Fact[] {
  return [
    remoteConfigured(plane, view),
    ...vpnInstance(view.own),
    administrativelyUp(view),
    sourceOwned(plane, view),
    ...sourceExpected(view),
    ...asNumberMatches(plane, view),
    ...notOwnAddress(view),
    ...hopFacts(view),
    ...trackedInterfaces(plane, view),
    ...modelSupport(view),
    ...forwardPath(plane, view),
  ]
}

function recordsOf({ session }: SessionSide): readonly RecordId[] {
  return session.because
}

function remoteName(plane: Plane, { own, other }: SideView): string {
  const { remote } = own.session
  if (other !== undefined) return other.device.device.name
  const host = remote.hostId === undefined ? undefined : plane.network.hosts[remote.hostId]?.name
  return host ?? remote.deviceId?.slice('device:'.length) ?? own.session.remoteAddress?.value ?? '?'
}

function remoteConfigured(plane: Plane, view: SideView): Fact {
  const { session, device } = view.own
  const name = device.device.name
  const remote = remoteName(plane, view)
  if (session.remoteAddress === undefined || session.remoteAsNumber === undefined) {
    const what = session.remoteAddress === undefined ? text('address', '地址') : text('AS number', 'AS 号')
    return fact('remote-configured', 'no', recordsOf(view.own), () =>
      text(`${name} has no ${what.en} for ${remote}.`, `${name} 没有 ${remote} 的${what.zh}。`),
    )
  }
  const { value: address } = session.remoteAddress
  if (view.other === undefined && session.remote.hostId === undefined) {
    const known = plane.devices.find((each) => each.device.id === session.remote.deviceId)?.peersKnown !== false
    return fact('remote-configured', known ? 'no' : 'unknown', recordsOf(view.own), () =>
      text(`${remote} does not run BGP with ${name}.`, `${remote} 没有与 ${name} 建立 BGP 的配置。`),
    )
  }
  if (view.other === undefined) {
    return fact('remote-configured', 'unknown', recordsOf(view.own), () =>
      text(`The configuration of ${remote} is not part of the design.`, `${remote} 的配置不在设计中。`),
    )
  }
  return fact('remote-configured', 'yes', recordsOf(view.own), () =>
    text(
      `${name} has a peer ${address} with AS ${session.remoteAsNumber?.value}.`,
      `${name} 配置了对等体 ${address}，AS 号 ${session.remoteAsNumber?.value}。`,
    ),
  )
}

/** A session of the public network needs none. */
function vpnInstance({ session, device, table }: SessionSide): readonly Fact[] {
  const { vrfId } = session
  if (vrfId === undefined) return []
  const name = device.device.name
  const records: readonly RecordId[] = [...session.because, vrfId]
  if (table === undefined)
    return [
      fact('vpn-instance', 'no', records, () =>
        text(`The VPN instance of the session does not exist on ${name}.`, `${name} 上不存在该会话的 VPN 实例。`),
      ),
    ]
  const vrf = device.vrfs.find((each) => each.vrfId === vrfId)?.name ?? vrfId
  return [
    fact('vpn-instance', 'yes', records, () =>
      text(`${name} runs the session in VPN instance ${vrf}.`, `${name} 在 VPN 实例 ${vrf} 中运行该会话。`),
    ),
  ]
}

function administrativelyUp({ own }: SideView): Fact {
  const name = own.device.device.name
  return fact('administratively-up', own.session.ignore ? 'no' : 'yes', recordsOf(own), () =>
    own.session.ignore
      ? text(`${name} ignores this peer: the session stays Idle.`, `${name} 忽略该对等体：会话保持 Idle。`)
      : text(`${name} does not disable the session.`, `${name} 未禁用该会话。`),
  )
}

function sourceOwned(plane: Plane, { own, found }: SideView): Fact {
  const { session, device, table } = own
  const { address, port } = found.source
  const name = device.device.name
  const owner = address === undefined ? undefined : table?.own.get(address)
  const interfaceText = plane.ports.list[port ?? owner ?? -1]?.intent.name ?? session.source.interfaceName ?? ''
  const records: readonly RecordId[] = [
    ...recordsOf(own),
    ...(session.source.interfaceId === undefined ? [] : [session.source.interfaceId]),
  ]
  const no = (en: string, zh: string): Fact => fact('source-owned', 'no', records, () => text(en, zh))
  const remote = session.remoteAddress?.value
  if (address === undefined) {
    if (port === undefined)
      return no(`${name} has no source address for the session.`, `${name} 没有可用于该会话的源地址。`)
    return no(
      `${interfaceText} of ${name} has no address the session could use.`,
      `${name} 的 ${interfaceText} 没有该会话可用的地址。`,
    )
  }
  if (remote !== undefined && ipVersion(remote) !== ipVersion(address)) {
    return no(
      `${name} would reach ${remote} from ${address}: the IP versions differ.`,
      `${name} 以 ${address} 访问 ${remote}：IP 版本不同。`,
    )
  }
  if (owner === undefined) {
    if (port !== undefined && plane.tableOfPort[port] === -1) {
      return no(`${interfaceText} of ${name} is not a Layer 3 interface.`, `${name} 的 ${interfaceText} 不是三层接口。`)
    }
    if (port !== undefined && plane.addresses[port]?.some((each) => each.address === address) === true) {
      return no(
        `${interfaceText} of ${name} is not in the VPN instance of the session.`,
        `${name} 的 ${interfaceText} 不在该会话的 VPN 实例中。`,
      )
    }
    return no(`${name} does not own the source address ${address}.`, `${name} 不拥有源地址 ${address}。`)
  }
  const onPort = port === undefined || plane.addresses[port]?.some((each) => each.address === address) === true
  if (!onPort)
    return no(`${address} is not on ${interfaceText} of ${name}.`, `${address} 不在 ${name} 的 ${interfaceText} 上。`)
  if (plane.segments.up[port ?? owner] !== true) {
    return no(
      `${interfaceText} of ${name}, the source of the session, is down.`,
      `会话源接口 ${name} 的 ${interfaceText} 为 Down。`,
    )
  }
  return fact('source-owned', found.source.uncertain ? 'unknown' : 'yes', records, () =>
    found.source.uncertain
      ? text(
          `${interfaceText} of ${name} has several addresses and no command names ${address}.`,
          `${name} 的 ${interfaceText} 有多个地址，且没有命令指定 ${address}。`,
        )
      : text(
          `${name} runs the session from ${address} on ${interfaceText}.`,
          `${name} 以 ${interfaceText} 的 ${address} 建立会话。`,
        ),
  )
}

function sourceExpected({ own, other, found, otherFound }: SideView): readonly Fact[] {
  const source = found.source.address
  const expected = other?.session.remoteAddress?.value
  if (other === undefined || source === undefined || expected === undefined) return []
  const [name, otherName] = [own.device.device.name, other.device.device.name]
  const records = recordsOf(other)
  if (source === expected) {
    return [
      fact('source-expected', 'yes', records, () =>
        text(`${otherName} expects ${name} at ${source}.`, `${otherName} 期望 ${name} 的地址为 ${source}。`),
      ),
    ]
  }
  // The other side opens the connection from where this side expects it and to an address this side owns.
  const otherCanOpen =
    own.session.source.connectInterface === 'none' &&
    own.table?.own.has(expected) === true &&
    otherFound?.source.address === own.session.remoteAddress?.value &&
    own.session.openMode !== 'connect-only' &&
    other.session.openMode !== 'listen-only'
  return [
    fact('source-expected', otherCanOpen ? 'unknown' : 'no', records, () =>
      otherCanOpen
        ? text(
            `${name} opens the session from ${source}, ${otherName} expects ${expected}: only ${otherName} can open it, which may fail.`,
            `${name} 以 ${source} 发起会话，而 ${otherName} 期望 ${expected}：只有 ${otherName} 能发起，可能失败。`,
          )
        : text(
            `${otherName} does not expect a session from ${source} (${name}), but from ${expected}.`,
            `${otherName} 不期望来自 ${name} 的 ${source}，而期望 ${expected}。`,
          ),
    ),
  ]
}

function asNumberMatches(plane: Plane, view: SideView): readonly Fact[] {
  const { own, other } = view
  const expected = own.session.remoteAsNumber?.value
  if (expected === undefined) return []
  const host = own.session.remote.hostId === undefined ? undefined : plane.network.hosts[own.session.remote.hostId]
  const actual = (other && processOf(other.device, other.session)?.asNumber.value) ?? host?.asNumber
  if (actual === undefined) return []
  const [name, remote] = [own.device.device.name, remoteName(plane, view)]
  return [
    fact(
      'as-number',
      actual === expected ? 'yes' : own.device.peersKnown && other?.device.peersKnown !== false ? 'no' : 'unknown',
      [...recordsOf(own), ...(host === undefined ? [] : [host.id])],
      () =>
        actual === expected
          ? text(
              `${remote} is in AS ${actual}, as ${name} expects.`,
              `${remote} 属于 AS ${actual}，与 ${name} 的期望一致。`,
            )
          : text(
              `${name} expects AS ${expected}; ${remote} is in AS ${actual}.`,
              `${name} 期望 AS ${expected}；${remote} 属于 AS ${actual}。`,
            ),
    ),
  ]
}

function notOwnAddress({ own }: SideView): readonly Fact[] {
  const remote = own.session.remoteAddress?.value
  if (remote === undefined || own.table?.own.has(remote) !== true) return []
  const name = own.device.device.name
  return [
    fact('local-address', 'no', recordsOf(own), () =>
      text(`${name} peers with its own address ${remote}.`, `${name} 与自己的地址 ${remote} 建立对等体。`),
    ),
  ]
}

/** Without tracking a dead server is noticed when the hold time is over (routing.md B14). */
function trackedInterfaces(plane: Plane, { own, other }: SideView): readonly Fact[] {
  const name = own.device.device.name
  const seconds = negotiatedHold(own.session, other?.session)
  const hold =
    seconds === 0
      ? text('never, as with a hold time of 0', '而 hold 为 0 时不会断开')
      : text(`after the hold time of ${seconds} s`, `而非等到 ${seconds} 秒的 hold 时间结束`)
  return own.session.relyStateInterfaces.map((tracked) => {
    const port = plane.ports.byId.get(tracked.interfaceId)
    const up = port !== undefined && plane.segments.up[port] === true
    return fact('tracked-interface', up ? 'yes' : 'no', [...recordsOf(own), tracked.interfaceId], () =>
      up
        ? text(
            `${name} tracks ${tracked.name}, which is cabled and up: when it goes down the session ends at once, not ${hold.en}.`,
            `${name} 跟踪的 ${tracked.name} 已连线且为 Up：其 Down 时会话立即断开，${hold.zh}。`,
          )
        : text(
            `${name} tracks ${tracked.name}, which is down or has no cable: the session can never establish.`,
            `${name} 跟踪的 ${tracked.name} 为 Down 或未连线：会话无法建立。`,
          ),
    )
  })
}

/** Only a documented "no" is a doubt; that a page is silent about a model proves nothing, so the verdict is assumed. */
function modelSupport({ own }: SideView): readonly Fact[] {
  const remote = own.session.remoteAddress?.value
  const { device } = own.device
  const isIpv6 = remote !== undefined && ipVersion(remote) === 6
  const tracks = own.session.relyStateInterfaces.length > 0
  const features: readonly FeatureKey[] = [
    isIpv6 ? 'bgp4plus' : 'bgp',
    ...(tracks ? ([isIpv6 ? 'peerRelyStateIpv6' : 'peerRelyStateIpv4'] as const) : []),
    ...(own.session.families.includes('evpn') ? (['evpnAddressFamily'] as const) : []),
  ]
  return features.map((feature) => supportFact(device, feature))
}

function forwardPath(plane: Plane, view: SideView): readonly Fact[] {
  const { own, other, found } = view
  const remote = own.session.remoteAddress?.value
  if (remote === undefined || found.toRemote === undefined) return []
  const endsAt = other === undefined ? {} : { endsAt: other.session.deviceId }
  return [
    pathFact(plane, 'forward-path', {
      from: own.device.device.name,
      to: remote,
      verdict: found.toRemote.verdict,
      ...endsAt,
      records: recordsOf(own),
    }),
  ]
}
