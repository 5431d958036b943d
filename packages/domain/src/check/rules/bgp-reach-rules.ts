import type { BgpSessionIntent } from '../../intent'
import type { LocalText } from '../../model'
import { text } from '../../model'
import type { PathVerdict } from '../../reach'
import { denialText } from '../../reach'
import type { RuleContext } from '../context'
import type { Rule, Violation } from '../rule'
import type { SessionView } from '../session-views'
import { underlayFixer } from '../underlay-fix'
import { at } from './bgp-peer-rules'

type Unreachable = Extract<PathVerdict, { kind: 'unreachable' }>

const loopbackUnreachable: Rule = {
  id: 'bgp/loopback-unreachable',
  wide: ['addresses', 'bgp', 'cables', 'definitions', 'igp', 'shutdown', 'verdicts'],
  words: ['names'],
  severity: 'error',
  title: text('The LoopBack of the peer is unreachable', '对等体环回口不可达'),
  why: text(
    'A session between LoopBacks needs a route to the other LoopBack in both directions; connected links do not bring one.',
    '环回口之间的会话要求两个方向都有到对方环回口的路由，直连链路本身并不提供该路由。',
  ),
  remedy: text(
    'Put the devices on the path into the underlay, or add static routes.',
    '请将路径上的设备加入 underlay，或添加静态路由。',
  ),
  source: 'CR "peer connect-interface (BGP view)(IPv4)"; CG "Configuring a BGP Peer"',
  offersFix: true,
  *run(context) {
    const fixFor = underlayFixer(context)
    for (const { view, verdict, interfaceName } of unreachable(context)) {
      if (interfaceName === undefined) continue
      const why = missingHop(context, verdict)
      const fix = fixFor(view, verdict)
      const place = at(view)
      yield {
        ...place,
        subjects: verdict.denied === undefined ? place.subjects : [...place.subjects, verdict.denied.by],
        what: text(
          `${view.device.device.name} cannot reach ${verdict.missing} (${view.remoteName} ${interfaceName}): ${why.en}`,
          `${view.device.device.name} 无法到达 ${verdict.missing}（${view.remoteName} ${interfaceName}）：${why.zh}`,
        ),
        ...(fix === undefined ? {} : { fix }),
      }
    }
  },
}

const peerUnreachable: Rule = {
  id: 'bgp/peer-unreachable',
  wide: ['addresses', 'bgp', 'definitions', 'verdicts'],
  words: ['names'],
  severity: 'error',
  title: text('The peer address is unreachable', '对等体地址不可达'),
  why: text('Without a route to the peer the session stays in Idle.', '没有到对等体的路由时，会话将停留在 Idle 状态。'),
  remedy: text('Draw the link or add the route that leads to the peer.', '请补上通往对等体的链路或路由。'),
  source: 'CG "Configuring a BGP Peer"',
  *run(context) {
    for (const { view, verdict, interfaceName } of unreachable(context)) {
      if (interfaceName !== undefined) continue
      const why = missingHop(context, verdict)
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name} cannot reach its peer ${verdict.missing} (${view.remoteName}): ${why.en}`,
          `${view.device.device.name} 无法到达对等体 ${verdict.missing}（${view.remoteName}）：${why.zh}`,
        ),
      }
    }
  },
}

type Broken = { readonly view: SessionView; readonly verdict: Unreachable; readonly interfaceName: string | undefined }

/** Sessions whose packets do not arrive; the LoopBack is named when the address is one of the other device. */
function* unreachable(context: RuleContext): Iterable<Broken> {
  const { bgpSessions } = context.reachability
  for (const view of context.sessionsThat(({ key }) => bgpSessions.get(key)?.forward?.kind === 'unreachable')) {
    const { session, otherDevice, device } = view
    const verdict = bgpSessions.get(session.key)?.forward
    const remote = session.remoteAddress?.value
    if (verdict?.kind !== 'unreachable' || session.ignore || remote === undefined) continue
    // An own address or one that nobody has is another fault with a rule of its own.
    const own = context.addresses.onDevice(device.device.id, remote).some(({ vrfId }) => vrfId === session.vrfId)
    const uses = otherDevice === undefined ? [] : context.addresses.onDevice(otherDevice.device.id, remote)
    if (own || (otherDevice !== undefined && uses.length === 0)) continue
    const loopback = uses.find(({ interface: item }) => item.kind === 'loopback')
    yield { view, verdict, interfaceName: loopback?.interface.name }
  }
}

/** Where a path ends and why, in words. */
export function missingHop(
  { deviceName, network }: Pick<RuleContext, 'deviceName' | 'network'>,
  { stoppedAt, reason, missing, path, denied }: Unreachable,
): LocalText {
  if (denied !== undefined) return denialText(network, denied, deviceName)
  const device = deviceName(stoppedAt)
  const way = path.length > 1 ? ` (${path.map(deviceName).join(' → ')})` : ''
  switch (reason) {
    case 'no-route':
      return text(`${device} has no route to ${missing}${way}`, `${device} 没有到 ${missing} 的路由${way}`)
    case 'null0':
      return text(`${device} discards it at NULL0${way}`, `${device} 将其丢弃到 NULL0${way}`)
    case 'loop':
      return text(`the path comes back to ${device}${way}`, `路径又回到 ${device}${way}`)
    case 'next-hop-unresolved':
      return text(`the next hop ${device} uses cannot be reached${way}`, `${device} 使用的下一跳不可达${way}`)
    case 'interface-down':
      return text(`an interface on the way is down at ${device}${way}`, `${device} 上途经的接口为 Down${way}`)
  }
}

const onlyByDefault: Rule = {
  id: 'bgp/only-default-route',
  wide: ['bgp', 'definitions', 'verdicts'],
  words: ['names'],
  severity: 'info',
  title: text('The peer is reached by a default route only', '仅通过缺省路由到达对等体'),
  why: text(
    'Whether a device accepts a default route for a multi-hop peer is undocumented.',
    '设备是否接受以缺省路由建立多跳会话无文档说明。',
  ),
  remedy: text('Announce the LoopBack in the underlay.', '请在 underlay 中发布该环回口。'),
  source: 'undocumented',
  *run({ sessionsThat, reachability }) {
    const isByDefault = ({ key }: BgpSessionIntent): boolean => {
      const verdict = reachability.bgpSessions.get(key)?.forward
      return verdict?.kind === 'reachable' && verdict.onlyByDefaultRoute
    }
    for (const view of sessionsThat(isByDefault)) {
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name} reaches ${view.session.remoteAddress?.value} by a default route only (undocumented whether that suffices)`,
          `${view.device.device.name} 仅通过缺省路由到达 ${view.session.remoteAddress?.value}（是否足够无文档说明）`,
        ),
      }
    }
  },
}

/** Sessions that a sentence names. */
const mostNamed = 8

const notSettled: Rule = {
  id: 'bgp/not-settled',
  wide: ['bgp', 'definitions', 'verdicts'],
  words: ['names'],
  severity: 'info',
  title: text('Routes that never settle', '路由不收敛'),
  why: text(
    'Sessions and the routes they carry change each other without end, so whether they come up is unknown.',
    '会话与其承载的路由相互影响、始终变化，无法判断会话能否建立。',
  ),
  remedy: text(
    'Do not let a session depend on routes it learns itself: announce the LoopBacks in the underlay.',
    '不要让会话依赖其自身学到的路由，请在 underlay 中发布环回口。',
  ),
  source: 'inferred: a route cannot carry the session it comes from',
  *run({ reachability, sessionsThat }) {
    if (reachability.settled) return
    const unknown = sessionsThat(({ key }) => reachability.bgpSessions.get(key)?.assurance === 'unknown')
    const [first, ...others] = new Set(unknown.map(({ subject }) => subject))
    if (first === undefined) return
    const turning = new Set(reachability.turning)
    const taking = sessionsThat(({ key }) => turning.has(key)).slice(0, mostNamed)
    const names = taking.map(({ device, remoteName }) => `${device.device.name} – ${remoteName}`)
    const shown = names.join(', ') + (turning.size > names.length ? ' …' : '')
    const devices = taking.flatMap(({ device, otherDevice }) => [
      device,
      ...(otherDevice === undefined ? [] : [otherDevice]),
    ])
    const found: Violation = {
      subjects: [first, ...others, ...devices.map(({ device }) => device.id)],
      what: text(
        `${others.length + 1} sessions depend on routes they carry themselves${shown && `; these take turns: ${shown}`}`,
        `${others.length + 1} 个会话依赖其自身承载的路由${shown && `；轮流通断的会话：${shown}`}`,
      ),
    }
    yield found
  },
}

export const bgpReachRules: readonly Rule[] = [loopbackUnreachable, peerUnreachable, onlyByDefault, notSettled]
