import { addressOf, ipVersion } from '@weft/net'
import type { Gateway } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { setEnd, setFields } from '../fixes'
import type { Rule } from '../rule'
import type { SessionView } from '../session-views'
import { at } from './bgp-peer-rules'

/** Sessions that run from the Vlanif of a dual-active gateway. */
function* gatewaySessions({
  sessionsThat,
  network,
}: RuleContext): Iterable<{ readonly view: SessionView; readonly gateway: Gateway }> {
  for (const view of sessionsThat(({ source }) => source.interfaceName?.startsWith('Vlanif') === true)) {
    const gateway = view.source?.gatewayId === undefined ? undefined : network.gateways[view.source.gatewayId]
    if (gateway !== undefined) yield { view, gateway }
  }
}

const bgpSource: Rule = {
  id: 'mlag/bgp-source',
  severity: 'error',
  title: text('BGP over M-LAG from the shared gateway address', 'BGP over M-LAG 使用了共享网关地址'),
  why: text(
    'Both members have the gateway address, so a session needs the M-LAG address of its member as source.',
    '两个成员都有网关地址，会话必须以本成员的 M-LAG 地址为源。',
  ),
  remedy: text(
    'Give the gateway M-LAG addresses and source the session from them.',
    '请为网关配置 M-LAG 地址，并以其为会话源。',
  ),
  source:
    'CG "Configuring BGP or BGP4+ over M-LAG"; CG "Example for Configuring BGP over M-LAG (Virtual Peer-Link Solution)"',
  offersFix: true,
  *run(context) {
    for (const { view, gateway } of gatewaySessions(context)) {
      const { session, source, peering } = view
      const address = session.source.address?.value
      if (source === undefined || address === undefined || ipVersion(address) === 6) continue
      const own = source.mlagIpv4 === undefined ? undefined : addressOf(source.mlagIpv4.value)
      if (address === own) continue
      yield {
        ...at(view),
        severity: own === undefined ? 'warning' : 'error',
        what:
          own === undefined
            ? text(
                `${view.device.device.name} runs its session to ${view.remoteName} from ${address}, which the other member has too`,
                `${view.device.device.name} 以 ${address} 与 ${view.remoteName} 建立会话，而另一成员也有该地址`,
              )
            : text(
                `${view.device.device.name} runs its session to ${view.remoteName} from ${address} instead of ${own}`,
                `${view.device.device.name} 应以 ${own} 而非 ${address} 与 ${view.remoteName} 建立会话`,
              ),
        ...(peering === undefined || own === undefined
          ? {}
          : {
              fix: setEnd(
                text(`Use ${own}`, `使用 ${own}`),
                { peering, side: session.side },
                {
                  address: own,
                  connectInterface: gateway.mlagIpv4 === undefined ? undefined : 'interface-and-address',
                },
              ),
            }),
      }
    }
  },
}

const bgpActiveStandby: Rule = {
  id: 'mlag/bgp-active-standby',
  severity: 'error',
  title: text('BGP over an active-standby attachment', '主备接入上运行 BGP'),
  why: text(
    'BGP over M-LAG works in dual-active mode only; the standby member forwards nothing.',
    'BGP over M-LAG 只支持双活模式，备成员不转发。',
  ),
  remedy: text('Make the attachment dual-active.', '请将该接入改为双活。'),
  source: 'CG "Configuring BGP or BGP4+ over M-LAG"',
  offersFix: true,
  *run(context) {
    for (const { view, gateway } of gatewaySessions(context)) {
      const { hostId, deviceId } = view.session.remote
      const attachment = context.attachments.find(({ attached, pairId, mode, vlans }) => {
        if (pairId !== gateway.pairId || mode !== 'active-standby' || !vlans.includes(gateway.vlan)) return false
        return 'hostId' in attached
          ? attached.hostId === hostId
          : context.interfaceById.get(attached.interfaceId)?.deviceId === deviceId
      })
      if (attachment === undefined) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name} peers with ${view.remoteName} over an active-standby attachment`,
          `${view.device.device.name} 通过主备接入与 ${view.remoteName} 建立对等体`,
        ),
        fix: setFields(text('Make it dual-active', '改为双活'), attachment.id, { mode: 'dual-active' }),
      }
    }
  },
}

const bgpOneMember: Rule = {
  id: 'mlag/bgp-one-member',
  wide: ['bgp', 'definitions', 'pairs'],
  words: ['names'],
  severity: 'warning',
  title: text('BGP with one member of the pair only', '仅与一个成员建立 BGP'),
  why: text(
    'The dual-homed device loses its routes when that member fails, although the other one still forwards.',
    '该成员故障时双归设备会失去路由，尽管另一成员仍可转发。',
  ),
  remedy: text('Add a peering with the other member.', '请与另一个成员也建立对等体。'),
  source: 'inferred; CG "Example for Configuring BGP over M-LAG (Virtual Peer-Link Solution)"',
  *run(context) {
    const partners = new Map<string, Set<string>>()
    const first = new Map<string, { readonly view: SessionView; readonly gateway: Gateway }>()
    for (const found of gatewaySessions(context)) {
      const { view, gateway } = found
      const remote = view.session.remote.hostId ?? view.session.remote.deviceId
      if (remote === undefined) continue
      const key = `${gateway.id} ${remote}`
      partners.set(key, (partners.get(key) ?? new Set()).add(view.device.device.id))
      if (!first.has(key)) first.set(key, found)
    }
    for (const [key, { view, gateway }] of first) {
      const members = context.network.mlagPairs[gateway.pairId]?.members ?? []
      const missing = members.find((id) => partners.get(key)?.has(id) !== true && context.intent.devices.has(id))
      if (missing === undefined) continue
      yield {
        ...at(view),
        what: text(
          `${view.remoteName} peers with ${view.device.device.name}, not with ${context.deviceName(missing)}`,
          `${view.remoteName} 只与 ${view.device.device.name} 建立对等体，未与 ${context.deviceName(missing)} 建立`,
        ),
      }
    }
  },
}

export const mlagBgpRules: readonly Rule[] = [bgpSource, bgpActiveStandby, bgpOneMember]
