import { addressOf, networkOf } from '@weft/net'
import type { BgpIntent, BgpSessionIntent, DeviceIntent } from '../../intent'
import { bgpProcesses } from '../../intent'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { isIpv6 } from '../context'
import { remove, setEnd, setFields } from '../fixes'
import { remembered } from '../once'
import type { Rule } from '../rule'
import type { SessionView } from '../session-views'
import { at } from './bgp-peer-rules'

const familyNone: Rule = {
  id: 'bgp/family-none',
  severity: 'warning',
  title: text('A session that carries no routes', '会话不承载任何路由'),
  why: text(
    'A peer that is enabled in no address family exchanges no routes.',
    '未在任何地址族中使能的对等体不会交换路由。',
  ),
  remedy: text('Enable at least one address family.', '请至少使能一个地址族。'),
  source: 'CR "peer enable (BGP-IPv4 unicast address family view) (IPv4)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const { session, peering, device, remoteName } of peeredSessions) {
      if (session.side !== 0 || peering === undefined || peering.families.length > 0) continue
      yield {
        subjects: [peering.id],
        what: text(
          `${device.device.name} and ${remoteName} enable no address family`,
          `${device.device.name} 与 ${remoteName} 未使能任何地址族`,
        ),
        fix: setFields(text('Enable ipv4-unicast', '使能 ipv4-unicast'), peering.id, { families: ['ipv4-unicast'] }),
      }
    }
  },
}

const familyOneSided: Rule = {
  id: 'bgp/family-one-sided',
  severity: 'error',
  title: text('An address family on one end only', '仅一端使能地址族'),
  why: text(
    'A family works only when both ends enable it; the other end ignores its routes.',
    '地址族必须两端都使能才能工作，否则对端会忽略其路由。',
  ),
  remedy: text('Enable the family on both ends, or on none.', '请两端都使能该地址族，或都不使能。'),
  source: 'inferred; CG "BGP Message Format"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, other, peering, end } = view
      if (peering === undefined || other === undefined) continue
      const missing = other.families.filter((family) => !session.families.includes(family))
      if (missing.length === 0) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name} does not enable ${missing.join(', ')}, ${view.remoteName} does`,
          `${view.device.device.name} 未使能 ${missing.join('、')}，而 ${view.remoteName} 已使能`,
        ),
        fix: setEnd(
          text(`Enable ${missing.join(', ')}`, `使能 ${missing.join('、')}`),
          { peering, side: session.side },
          {
            disabledFamilies: (end?.disabledFamilies ?? []).filter((family) => !missing.includes(family)),
          },
        ),
      }
    }
  },
}

const familyInVpn: Rule = {
  id: 'bgp/family-in-vpn',
  severity: 'error',
  title: text('A family that VPN instances do not have', 'VPN 实例中不存在的地址族'),
  why: text(
    'Inside a VPN instance there are IPv4 and IPv6 unicast only, and the IPv4 one takes IPv4 peers only.',
    'VPN 实例内只有 IPv4/IPv6 单播地址族，且 IPv4 地址族只接受 IPv4 对等体。',
  ),
  remedy: text(
    'Use ipv4-unicast with IPv4 peers and ipv6-unicast with IPv6 peers, or leave the VPN instance.',
    'IPv4 对等体使用 ipv4-unicast，IPv6 对等体使用 ipv6-unicast，或不使用 VPN 实例。',
  ),
  source: 'CR views of "peer enable"; CR "peer as-number (BGP-VPN instance IPv4 address family view)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering } = view
      const remote = session.remoteAddress?.value
      if (session.vrfId === undefined || peering === undefined) continue
      const wrong = session.families.filter((family) =>
        family === 'ipv4-unicast' ? remote !== undefined && isIpv6(remote) : family !== 'ipv6-unicast',
      )
      if (wrong.length === 0) continue
      const rest = peering.families.filter((family) => !wrong.includes(family))
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: ${wrong.join(', ')} with ${view.remoteName} is not possible inside a VPN instance`,
          `${view.device.device.name}：VPN 实例内不能与 ${view.remoteName} 使用 ${wrong.join('、')}`,
        ),
        ...(rest.length === 0 ? {} : { fix: setFields(remove(wrong.join(', ')), peering.id, { families: rest }) }),
      }
    }
  },
}

const nextHopLocalOnEbgp: Rule = {
  id: 'bgp/next-hop-local-on-ebgp',
  severity: 'error',
  title: text('next-hop-local toward an EBGP peer', '对 EBGP 对等体配置 next-hop-local'),
  why: text(
    'The command is for IBGP peers; toward EBGP peers the next hop is the own address anyway.',
    '该命令只用于 IBGP 对等体，对 EBGP 对等体下一跳本来就是自身地址。',
  ),
  remedy: text('Remove it here and set it toward the IBGP peers.', '请在此删除，并在 IBGP 对等体上配置。'),
  source: 'CR "peer next-hop-local (BGP-IPv4 unicast address family view)(IPv4)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering } = view
      if (!session.nextHopLocal || session.type !== 'ebgp' || peering === undefined) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: next-hop-local toward EBGP peer ${view.remoteName}`,
          `${view.device.device.name}：对 EBGP 对等体 ${view.remoteName} 配置了 next-hop-local`,
        ),
        fix: setEnd(remove('next-hop-local'), { peering, side: session.side }, { nextHopLocal: undefined }),
      }
    }
  },
}

const nextHopLocalOnReflector: Rule = {
  id: 'bgp/next-hop-local-on-reflector',
  severity: 'warning',
  title: text('next-hop-local on a reflector', '反射器上配置 next-hop-local'),
  why: text(
    'Reflected unicast routes keep their next hop; the command has no effect on them.',
    '反射的单播路由会保留原下一跳，该命令不起作用。',
  ),
  remedy: text('Set it on the border device instead.', '请改在边界设备上配置。'),
  source: 'CR "peer next-hop-local (BGP-IPv4 unicast address family view)(IPv4)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering } = view
      if (!session.nextHopLocal || !session.reflectClient || session.type !== 'ibgp' || peering === undefined) continue
      if (view.process.sessions.some(({ type }) => type === 'ebgp')) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: next-hop-local toward client ${view.remoteName} changes nothing`,
          `${view.device.device.name}：对客户机 ${view.remoteName} 配置 next-hop-local 不起作用`,
        ),
        fix: setEnd(remove('next-hop-local'), { peering, side: session.side }, { nextHopLocal: undefined }),
      }
    }
  },
}

const nextHopBoth: Rule = {
  id: 'bgp/next-hop-both',
  severity: 'warning',
  title: text('Two next-hop settings that exclude each other', '两种下一跳设置互相覆盖'),
  why: text(
    'Of next-hop-local and next-hop-invariable the one entered last wins.',
    'next-hop-local 与 next-hop-invariable 以最后配置的为准。',
  ),
  remedy: text('Keep one of them.', '请只保留一个。'),
  source: 'CR "peer next-hop-invariable (BGP view)(IPv4)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const view of peeredSessions) {
      const { session, peering } = view
      if (!session.nextHopLocal || !session.nextHopInvariable || peering === undefined) continue
      const field = session.type === 'ebgp' ? 'nextHopLocal' : 'nextHopInvariable'
      const command = session.type === 'ebgp' ? 'next-hop-local' : 'next-hop-invariable'
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name}: next-hop-local and next-hop-invariable toward ${view.remoteName}`,
          `${view.device.device.name}：到 ${view.remoteName} 同时配置了 next-hop-local 和 next-hop-invariable`,
        ),
        fix: setEnd(
          remove(command),
          { peering, side: session.side },
          field === 'nextHopLocal' ? { nextHopLocal: undefined } : { nextHopInvariable: undefined },
        ),
      }
    }
  },
}

const nextHopLost: Rule = {
  id: 'bgp/evpn-next-hop-lost',
  severity: 'error',
  title: text('EVPN routes lose their VTEP', 'EVPN 路由丢失 VTEP 下一跳'),
  why: text(
    'Passing EVPN routes to EBGP peers a spine puts itself in as next hop, and tunnels end at the spine instead of the VTEP.',
    'Spine 向 EBGP 对等体传递 EVPN 路由时会把下一跳改为自身，隧道将终结在 Spine 而非 VTEP。',
  ),
  remedy: text(
    'Set next-hop-invariable on the spine toward all its EVPN peers.',
    '请在 Spine 上对所有 EVPN 对等体配置 next-hop-invariable。',
  ),
  source: 'CR "peer next-hop-invariable (BGP-EVPN address family view)"',
  offersFix: true,
  *run({ sessions }) {
    const hasOthers = remembered(
      (process: BgpIntent) => process.sessions.filter(({ families }) => families.includes('evpn')).length > 1,
    )
    for (const view of sessions) {
      const { session, peering, device, process } = view
      const passesOn = device.device.role === 'spine' || device.device.role === 'route-reflector'
      if (!passesOn || session.type !== 'ebgp' || !session.families.includes('evpn') || session.nextHopInvariable)
        continue
      if (peering === undefined || !hasOthers(process)) continue
      yield {
        ...at(view),
        what: text(
          `${device.device.name} replaces the next hop of EVPN routes toward ${view.remoteName}`,
          `${device.device.name} 会改变发往 ${view.remoteName} 的 EVPN 路由的下一跳`,
        ),
        fix: setEnd(
          text('Set next-hop-invariable', '配置 next-hop-invariable'),
          { peering, side: session.side },
          { nextHopInvariable: true },
        ),
      }
    }
  },
}

const nextHopUnknown: Rule = {
  id: 'bgp/next-hop-unknown',
  wide: ['addresses', 'bgp', 'definitions', 'igp'],
  words: ['names'],
  severity: 'warning',
  title: text('IBGP peers do not know the EBGP next hop', 'IBGP 对等体不知道 EBGP 下一跳'),
  why: text(
    'Routes learned by EBGP go to IBGP peers with their next hop unchanged. Where the link to it is not announced they stay invalid.',
    'EBGP 学到的路由以原下一跳传给 IBGP 对等体，若未发布该链路，这些路由将无效。',
  ),
  remedy: text(
    'Set next-hop-local toward the IBGP peer, or announce the link.',
    '请对 IBGP 对等体配置 next-hop-local，或发布该链路。',
  ),
  source:
    'CR "peer next-hop-local (BGP-IPv4 unicast address family view)(IPv4)"; CG "Example for Configuring Basic BGP Functions"',
  offersFix: true,
  *run(context) {
    const hidden = new Map<BgpIntent, SessionView>()
    const borders = new Set(context.devices.flatMap((device) => (isBorder(device) ? [device.device.id] : [])))
    for (const view of context.sessionsThat(({ deviceId, type }) => type === 'ebgp' && borders.has(deviceId))) {
      const { process } = view
      if (!hidden.has(process) && isHiddenLink(context, view)) hidden.set(process, view)
    }
    const keepsNextHop = ({ deviceId, type, nextHopLocal }: BgpSessionIntent): boolean =>
      type === 'ibgp' && !nextHopLocal && borders.has(deviceId)
    for (const view of hidden.size === 0 ? [] : context.sessionsThat(keepsNextHop)) {
      const { session, peering } = view
      const exit = hidden.get(view.process)
      if (exit === undefined || peering === undefined) continue
      const common = session.families.some((family) => exit.session.families.includes(family) && family !== 'evpn')
      if (!common || session.vrfId !== exit.session.vrfId) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name} passes routes of ${exit.remoteName} to ${view.remoteName} with next hop ${exit.session.remoteAddress?.value}, which is not announced`,
          `${view.device.device.name} 将 ${exit.remoteName} 的路由传给 ${view.remoteName}，下一跳 ${exit.session.remoteAddress?.value} 未发布`,
        ),
        fix: setEnd(
          text('Set next-hop-local', '配置 next-hop-local'),
          { peering, side: session.side },
          { nextHopLocal: true },
        ),
      }
    }
  },
}

/** Whether a BGP process has peers of its own AS, to whom it may pass on what peers of others tell it. */
function isBorder(device: DeviceIntent): boolean {
  return bgpProcesses(device).some(
    ({ sessions }) => sessions.some(({ type }) => type === 'ebgp') && sessions.some(({ type }) => type === 'ibgp'),
  )
}

/** An EBGP link whose subnet neither OSPF nor BGP makes known. */
function isHiddenLink({ network }: RuleContext, { process, session, source }: SessionView): boolean {
  if (
    source === undefined ||
    session.remoteAddress === undefined ||
    source.kind === 'loopback' ||
    source.ospf !== undefined
  )
    return false
  const record = source.interfaceId === undefined ? undefined : network.interfaces[source.interfaceId]
  if (record?.ospf !== undefined && !source.outsideUnderlay) return false
  const subnet = [...source.ipv4, ...source.ipv6].find(
    ({ value }) => addressOf(value as Parameters<typeof addressOf>[0]) === session.source.address?.value,
  )
  if (subnet === undefined) return false
  const prefix: string = networkOf(subnet.value as Parameters<typeof networkOf>[0])
  const announced = process.announcements.some((each) => each.prefix === prefix && each.vrfId === session.vrfId)
  const imported = process.importRoutes.some(({ protocol, vrfId }) => protocol === 'direct' && vrfId === session.vrfId)
  return !announced && !imported
}

export const bgpFamilyRules: readonly Rule[] = [
  familyNone,
  familyOneSided,
  familyInVpn,
  nextHopLocalOnEbgp,
  nextHopLocalOnReflector,
  nextHopBoth,
  nextHopLost,
  nextHopUnknown,
]
