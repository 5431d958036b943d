import { interfaceNumber, ipVersion } from '@weft/net'
import type { DeviceIntent, InterfaceIntent } from '../../intent'
import { bgpSessions } from '../../intent'
import type { InterfaceId, VrfId } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { setEnd, setFields } from '../fixes'
import type { Rule } from '../rule'
import type { SessionView } from '../session-views'
import { at } from './bgp-peer-rules'

const interfaceMissing: Rule = {
  id: 'bgp/source-interface-missing',
  severity: 'error',
  title: text('The source interface does not exist', '源接口不存在'),
  why: text(
    'peer connect-interface needs an interface of the device itself.',
    'peer connect-interface 必须引用本设备上的接口。',
  ),
  remedy: text('Choose an interface of the device, usually a LoopBack.', '请选择本设备的接口，通常为环回口。'),
  source: 'CR "peer connect-interface (BGP view)(IPv4)"',
  offersFix: true,
  *run(context) {
    for (const view of context.peeredSessions) {
      const { end, peering, device } = view
      if (end?.interfaceId === undefined || peering === undefined || isOwn(context, device, end.interfaceId)) continue
      const other = context.interfaceById.get(end.interfaceId)
      const loopback = lowestLoopback(device, view.session.vrfId)
      // From the LoopBack another session to the same device runs already, it would be that session a second time.
      const isTaken = bgpSessions(device).some(
        ({ key, remote, source }) =>
          key !== view.session.key &&
          remote.deviceId === view.session.remote.deviceId &&
          source.interfaceId === loopback?.interfaceId,
      )
      yield {
        ...at(view),
        what:
          other === undefined
            ? text(
                `${device.device.name}: the source interface of the session to ${view.remoteName} does not exist`,
                `${device.device.name}：到 ${view.remoteName} 的会话源接口不存在`,
              )
            : text(
                `${device.device.name}: the source of the session to ${view.remoteName} is ${context.label(other)}, an interface of another device`,
                `${device.device.name}：到 ${view.remoteName} 的会话源接口 ${context.label(other)} 属于另一台设备`,
              ),
        ...(loopback === undefined || isTaken
          ? {}
          : {
              fix: setEnd(
                text(`Use ${loopback.name}`, `使用 ${loopback.name}`),
                { peering, side: view.session.side },
                { interfaceId: loopback.interfaceId },
              ),
            }),
      }
    }
  },
}

function isOwn({ network }: RuleContext, { device }: DeviceIntent, interfaceId: InterfaceId): boolean {
  return network.interfaces[interfaceId]?.deviceId === device.id
}

/** The LoopBack a session would best run from. */
export function lowestLoopback({ interfaces }: DeviceIntent, vrfId: VrfId | undefined): InterfaceIntent | undefined {
  const usable = interfaces.filter((item) => item.kind === 'loopback' && item.vrfId === vrfId && item.ipv4.length > 0)
  return usable.sort((a, b) => (interfaceNumber(a.name) ?? 0) - (interfaceNumber(b.name) ?? 0))[0]
}

/** The named source, when it is an interface of the device. */
function namedSource(context: RuleContext, { end, device }: SessionView): InterfaceIntent | undefined {
  if (end?.interfaceId === undefined || !isOwn(context, device, end.interfaceId)) return undefined
  return context.interfaceById.get(end.interfaceId)
}

const layer2: Rule = {
  id: 'bgp/source-layer2',
  severity: 'error',
  title: text('The source interface is Layer 2', '源接口是二层接口'),
  why: text(
    'Ports are Layer 2 until undo portswitch; a Layer 2 port has no address to send from.',
    '端口在执行 undo portswitch 之前为二层模式，没有可用的源地址。',
  ),
  remedy: text('Make the port routed, or use a LoopBack or Vlanif.', '请将端口改为三层，或使用环回口、Vlanif。'),
  source: 'CR "peer connect-interface (BGP view)(IPv4)"; CR "portswitch"',
  offersFix: true,
  *run(context) {
    for (const view of context.sessions) {
      const item = namedSource(context, view)
      if (item?.mode !== 'switched' || item.interfaceId === undefined) continue
      const carries = item.switching !== undefined || item.peerLink !== undefined || item.memberOf !== undefined
      yield {
        ...at(view),
        what: text(
          `${context.label(item)} is Layer 2 and cannot be the source of the session to ${view.remoteName}`,
          `${context.label(item)} 是二层接口，不能作为到 ${view.remoteName} 会话的源接口`,
        ),
        ...(carries || item.ipv4.length === 0
          ? {}
          : {
              fix: setFields(text(`Make ${item.name} routed`, `将 ${item.name} 改为三层`), item.interfaceId, {
                mode: 'routed',
              }),
            }),
      }
    }
  },
}

const notLocal: Rule = {
  id: 'bgp/source-not-local',
  severity: 'error',
  title: text('The source address is not on the device', '源地址不在本设备上'),
  why: text('A device sends only from addresses it has.', '设备只能使用自身拥有的地址作为源地址。'),
  remedy: text(
    'Use an address of the device, or leave it out to use the interface.',
    '请使用本设备的地址，或留空以使用接口地址。',
  ),
  source: 'inferred; CR "peer connect-interface (BGP view)(IPv4)"',
  offersFix: true,
  *run(context) {
    for (const view of context.peeredSessions) {
      const { end, peering, device } = view
      if (end?.address === undefined || end.address.startsWith('fe80:') || peering === undefined) continue
      if (context.addresses.onDevice(device.device.id, end.address).length > 0) continue
      yield {
        ...at(view),
        what: text(
          `${device.device.name} does not have ${end.address}, the source of the session to ${view.remoteName}`,
          `${device.device.name} 没有到 ${view.remoteName} 会话的源地址 ${end.address}`,
        ),
        ...(namedSource(context, view) === undefined
          ? {}
          : {
              fix: setEnd(
                text('Use the address of the interface', '使用接口地址'),
                { peering, side: view.session.side },
                { address: undefined },
              ),
            }),
      }
    }
  },
}

const elsewhere: Rule = {
  id: 'bgp/source-address-elsewhere',
  severity: 'error',
  title: text('The source address is on another interface', '源地址不在所指定的接口上'),
  why: text(
    'With interface and address given, the address has to be on that interface.',
    '同时指定接口和地址时，该地址必须属于该接口。',
  ),
  remedy: text(
    'Name the interface that has the address, or leave the address out.',
    '请指定拥有该地址的接口，或不填地址。',
  ),
  source: 'inferred; CR "peer connect-interface (BGP view)(IPv4)"',
  offersFix: true,
  *run(context) {
    for (const view of context.peeredSessions) {
      const { end, peering, device } = view
      const item = namedSource(context, view)
      if (end?.address === undefined || item === undefined || peering === undefined) continue
      const uses = context.addresses.onDevice(device.device.id, end.address)
      const [owner] = uses
      if (owner === undefined || uses.some((use) => use.interface === item)) continue
      yield {
        ...at(view),
        what: text(
          `${device.device.name}: ${end.address} is on ${owner.interface.name}, not on ${item.name}`,
          `${device.device.name}：${end.address} 在 ${owner.interface.name} 上，而不在 ${item.name} 上`,
        ),
        fix: setEnd(
          text('Use the address of the interface', '使用接口地址'),
          { peering, side: view.session.side },
          { address: undefined },
        ),
      }
    }
  },
}

const noAddress: Rule = {
  id: 'bgp/source-no-address',
  severity: 'error',
  title: text('The source interface has no address', '源接口没有地址'),
  why: text(
    'The session needs an address of its IP version on the source interface. The IPv6 example of the manual lacks one.',
    '会话需要源接口上有对应 IP 版本的地址，手册的 IPv6 示例就缺少该地址。',
  ),
  remedy: text('Give the interface an address, or choose another source.', '请为该接口配置地址，或选择其他源接口。'),
  source: 'inferred; CR "peer connect-interface (BGP view) (IPv6)", example',
  *run(context) {
    for (const view of context.sessions) {
      const item = namedSource(context, view)
      if (item === undefined || item.mode === 'switched' || view.end?.address !== undefined) continue
      const known = view.session.remoteAddress?.value ?? view.other?.source.address?.value
      const version = known === undefined ? 4 : ipVersion(known)
      if (context.primaryAddress(item, version) !== undefined) continue
      yield {
        ...at(view),
        what: text(
          `${context.label(item)} has no IPv${version} address for the session to ${view.remoteName}`,
          `${context.label(item)} 没有用于到 ${view.remoteName} 会话的 IPv${version} 地址`,
        ),
      }
    }
  },
}

const versionsDiffer: Rule = {
  id: 'bgp/address-versions-differ',
  severity: 'error',
  title: text('IPv4 on one end, IPv6 on the other', '会话两端 IP 版本不同'),
  why: text(
    'Source and peer address of a session are of one IP version.',
    '会话的源地址与对等体地址必须是同一 IP 版本。',
  ),
  remedy: text('Use addresses of one version on both ends.', '请在两端使用同一版本的地址。'),
  source: 'CR "peer connect-interface (BGP view)(IPv4)"',
  *run({ sessions }) {
    for (const view of sessions) {
      const [source, remote] = [view.session.source.address?.value, view.session.remoteAddress?.value]
      if (source === undefined || remote === undefined || ipVersion(source) === ipVersion(remote)) continue
      yield {
        ...at(view),
        what: text(
          `${view.device.device.name} would reach ${remote} from ${source}`,
          `${view.device.device.name} 以 ${source} 访问 ${remote}，IP 版本不同`,
        ),
      }
    }
  },
}

const ambiguous: Rule = {
  id: 'bgp/source-ambiguous',
  severity: 'error',
  title: text('The source interface has several addresses', '源接口有多个地址'),
  why: text(
    'With several addresses on the interface the source address has to be in the command.',
    '接口有多个 IP 地址时，命令中必须指定源地址。',
  ),
  remedy: text('Name the address beside the interface.', '请在接口之后指定地址。'),
  source: 'CR "peer connect-interface (BGP view)(IPv4)"',
  offersFix: true,
  *run(context) {
    for (const view of context.sessions) {
      const { session, source, peering } = view
      if (session.source.connectInterface !== 'interface' || source === undefined || source.kind === 'loopback')
        continue
      const address = session.source.address?.value
      const uses = context.addresses
        .ofDevice(source.deviceId)
        .filter(
          (use) =>
            use.interface === source &&
            address !== undefined &&
            ipVersion(use.address) === ipVersion(address) &&
            !use.address.startsWith('fe80:'),
        )
      if (uses.length < 2 || address === undefined) continue
      yield {
        ...at(view),
        what: text(
          `${context.label(source)} has ${uses.length} addresses and the session to ${view.remoteName} names none`,
          `${context.label(source)} 有 ${uses.length} 个地址，但到 ${view.remoteName} 的会话未指定源地址`,
        ),
        ...(peering === undefined
          ? {}
          : {
              fix: setEnd(
                text(`Name ${address}`, `指定 ${address}`),
                { peering, side: session.side },
                { connectInterface: 'interface-and-address', address },
              ),
            }),
      }
    }
  },
}

const wrongVrf: Rule = {
  id: 'bgp/source-vrf',
  severity: 'error',
  title: text('The source is in another VPN instance', '源接口属于其他 VPN 实例'),
  why: text(
    'A session runs in the routing table of its VPN instance and needs a source in the same one.',
    '会话运行在其 VPN 实例的路由表中，源接口必须属于同一实例。',
  ),
  remedy: text(
    'Bind the interface to the VPN instance, or choose another source.',
    '请将接口绑定到该 VPN 实例，或选择其他源接口。',
  ),
  source: 'inferred; CR "peer connect-interface (BGP-VPN instance view)"',
  *run(context) {
    for (const view of context.sessions) {
      const { session, end, device } = view
      const item =
        namedSource(context, view) ??
        (end?.address === undefined
          ? undefined
          : context.addresses.onDevice(device.device.id, end.address)[0]?.interface)
      if (item === undefined || item.vrfId === session.vrfId) continue
      const table = (vrfId: VrfId | undefined) =>
        vrfId === undefined ? text('the public network', '公网') : text(context.vrfName(vrfId), context.vrfName(vrfId))
      yield {
        ...at(view),
        what: text(
          `${context.label(item)} is in ${table(item.vrfId).en}, the session to ${view.remoteName} in ${table(session.vrfId).en}`,
          `${context.label(item)} 属于${table(item.vrfId).zh}，而到 ${view.remoteName} 的会话属于${table(session.vrfId).zh}`,
        ),
      }
    }
  },
}

const meth: Rule = {
  id: 'bgp/source-meth',
  severity: 'warning',
  title: text('A session from the management port', '会话使用管理口作为源'),
  why: text('MEth is for management, not for service traffic.', 'MEth 仅用于管理，不应承载业务。'),
  remedy: text('Use a LoopBack or a service interface.', '请使用环回口或业务接口。'),
  source: 'CG "Interface Classification"',
  *run({ sessions, label }) {
    for (const view of sessions) {
      if (view.source?.kind !== 'meth') continue
      yield {
        ...at(view),
        what: text(
          `${label(view.source)} is the source of the session to ${view.remoteName}`,
          `到 ${view.remoteName} 的会话以 ${label(view.source)} 为源`,
        ),
      }
    }
  },
}

const borrowed: Rule = {
  id: 'bgp/source-unnumbered',
  severity: 'warning',
  title: text('The source borrows its address', '源接口借用地址'),
  why: text(
    'A changed address of the lender is used only after the session has been set up again.',
    '被借用接口的地址变更后，要到会话重新建立时才会生效。',
  ),
  remedy: text('Use an interface with an address of its own.', '请使用拥有自己地址的接口。'),
  source: 'CR "peer connect-interface (BGP view)(IPv4)"',
  *run({ sessions, label }) {
    for (const view of sessions) {
      const { source, session } = view
      if (source?.unnumberedFrom === undefined || session.source.connectInterface === 'none') continue
      yield {
        ...at(view),
        what: text(
          `${label(source)}, the source of the session to ${view.remoteName}, borrows the address of ${source.unnumberedFrom}`,
          `到 ${view.remoteName} 的会话源接口 ${label(source)} 借用 ${source.unnumberedFrom} 的地址`,
        ),
      }
    }
  },
}

export const bgpSourceRules: readonly Rule[] = [
  interfaceMissing,
  layer2,
  notLocal,
  elsewhere,
  noAddress,
  versionsDiffer,
  ambiguous,
  wrongVrf,
  meth,
  borrowed,
]
