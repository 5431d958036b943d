import { ipVersion } from '@weft/net'
import type { BmpSessionIntent, DeviceIntent, InterfaceIntent } from '../../intent'
import type { BmpSession } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { isIpv6 } from '../context'
import { remove, setFields } from '../fixes'
import type { Rule } from '../rule'
import { lowestLoopback } from './bgp-source-rules'

const sessionPage = 'CR "connect-interface (BMP session view)"'

/** One BMP session of one device with its record. */
export type BmpView = {
  readonly device: DeviceIntent
  readonly session: BmpSessionIntent
  readonly record: BmpSession
  readonly stationName: string
  /** The source interface the session view names, when it is one of the device. */
  readonly named: InterfaceIntent | undefined
}

export function* bmpViews({ devices, network, interfaceById }: RuleContext): Iterable<BmpView> {
  for (const device of devices) {
    for (const session of device.bmp?.sessions ?? []) {
      const record = network.bmpSessions[session.bmpSessionId]
      if (record === undefined) continue
      const found = record.source?.interfaceId === undefined ? undefined : interfaceById.get(record.source.interfaceId)
      yield {
        device,
        session,
        record,
        stationName: network.stations[session.stationId]?.name ?? session.address,
        named: found?.deviceId === device.device.id ? found : undefined,
      }
    }
  }
}

const sourceMissing: Rule = {
  id: 'bmp/source-missing',
  severity: 'warning',
  title: text('A BMP session without a source', 'BMP 会话未指定源'),
  why: text(
    'The outgoing interface becomes the source and may change after a failure; the station can then take the device for a new one.',
    '默认以出接口为源，故障后可能变化，监控服务器会误认为是新设备。',
  ),
  remedy: text('Set a LoopBack as source of the session.', '请将环回口设为会话的源。'),
  source: sessionPage,
  offersFix: true,
  *run(context) {
    for (const { device, session, record, stationName } of bmpViews(context)) {
      if (session.effectiveSource.from !== 'device-default' || record.source?.interfaceId !== undefined) continue
      const loopback = lowestLoopback(device, session.vrfId)
      const usable = loopback !== undefined && (!isIpv6(session.address) || loopback.ipv6.length > 0)
      yield {
        subjects: [record.id, device.device.id],
        what: text(
          `${device.device.name}: the BMP session to ${stationName} has no source`,
          `${device.device.name}：到 ${stationName} 的 BMP 会话没有指定源`,
        ),
        ...(usable
          ? {
              fix: setFields(text(`Use ${loopback.name} as source`, `以 ${loopback.name} 为源`), record.id, {
                source: { interfaceId: loopback.interfaceId },
              }),
            }
          : {}),
      }
    }
  },
}

const sourceNotLocal: Rule = {
  id: 'bmp/source-not-local',
  severity: 'error',
  title: text('The BMP source is not an address of the device', 'BMP 源地址不在本设备上'),
  why: text(
    'A device sends only from addresses it has. The example of the manual uses the address of the station.',
    '设备只能使用自身地址作为源；手册示例误用了服务器地址。',
  ),
  remedy: text(
    'Use an address of the device in the VPN instance of the session.',
    '请使用本设备在该会话 VPN 实例中的地址。',
  ),
  source: `inferred; ${sessionPage}, example`,
  offersFix: true,
  *run(context) {
    for (const { device, session, record, stationName, named } of bmpViews(context)) {
      const address = record.source?.address
      if (address === undefined) continue
      const uses = context.addresses.onDevice(device.device.id, address)
      if (uses.some(({ vrfId }) => vrfId === session.vrfId)) continue
      const elsewhere = uses.length > 0
      yield {
        subjects: [record.id, device.device.id],
        what: elsewhere
          ? text(
              `${device.device.name}: BMP source ${address} is in another VPN instance than the session to ${stationName}`,
              `${device.device.name}：BMP 源地址 ${address} 与到 ${stationName} 的会话不在同一 VPN 实例`,
            )
          : text(
              `${device.device.name} does not have ${address}, the BMP source toward ${stationName}`,
              `${device.device.name} 没有到 ${stationName} 的 BMP 源地址 ${address}`,
            ),
        ...replaceSource(device, { session, record, named }),
      }
    }
    for (const { device, bmp } of context.devices) {
      const address = bmp?.sourceIpv4
      if (address === undefined || context.addresses.onDevice(device.id, address).length > 0) continue
      const rest = { ...device.bmp, sourceIpv4: undefined }
      yield {
        subjects: [device.id],
        what: text(
          `${device.name} does not have ${address}, the source of its BMP view`,
          `${device.name} 没有其 BMP 视图中的源地址 ${address}`,
        ),
        fix: setFields(remove(`connect-interface ${address}`), device.id, {
          bmp:
            rest.statisticsTimerSeconds === undefined
              ? undefined
              : { statisticsTimerSeconds: rest.statisticsTimerSeconds },
        }),
      }
    }
  },
}

/** The interface alone where one is named, else the LoopBack. */
function replaceSource(
  device: DeviceIntent,
  { session, record, named }: Pick<BmpView, 'session' | 'record' | 'named'>,
) {
  const version = ipVersion(session.address)
  const item = named ?? lowestLoopback(device, session.vrfId)
  const usable =
    item?.interfaceId !== undefined &&
    item.vrfId === session.vrfId &&
    (version === 4 ? item.ipv4 : item.ipv6).length > 0
  return usable
    ? {
        fix: setFields(text(`Use ${item.name} as source`, `以 ${item.name} 为源`), record.id, {
          source: { interfaceId: item.interfaceId },
        }),
      }
    : {}
}

const sourceUnusable: Rule = {
  id: 'bmp/source-unusable',
  perDevice: true,
  severity: 'error',
  title: text('The BMP source interface cannot be used', 'BMP 源接口不可用'),
  why: text(
    'The source is a Layer 3 interface of the device with an address of the IP version and VPN instance of the session.',
    '源接口必须是本设备的三层接口，且具有与会话同 IP 版本、同 VPN 实例的地址。',
  ),
  remedy: text('Choose such an interface, usually a LoopBack.', '请选择符合条件的接口，通常为环回口。'),
  source: `inferred; ${sessionPage}`,
  offersFix: true,
  *run(context) {
    for (const { device, session, record, stationName, named } of bmpViews(context)) {
      const interfaceId = record.source?.interfaceId
      if (interfaceId === undefined) continue
      const fault = interfaceFault(context, { session, named, address: record.source?.address })
      if (fault === undefined) continue
      const shown = named === undefined ? interfaceId : context.label(named)
      yield {
        subjects: [record.id, interfaceId],
        what: text(
          `${shown} cannot be the BMP source toward ${stationName}: ${fault.en}`,
          `${shown} 不能作为到 ${stationName} 的 BMP 源：${fault.zh}`,
        ),
        ...(named === undefined || fault.replace ? replaceSource(device, { session, record, named: undefined }) : {}),
      }
    }
  },
}

function interfaceFault(
  { primaryAddress, vrfName, addresses }: RuleContext,
  {
    session,
    named,
    address,
  }: Pick<BmpView, 'session' | 'named'> & { readonly address: NonNullable<BmpSession['source']>['address'] },
) {
  if (named === undefined) return { ...text('it is no interface of the device', '它不是本设备的接口'), replace: true }
  if (named.mode === 'switched') return { ...text('it is Layer 2', '它是二层接口'), replace: true }
  if (named.vrfId !== session.vrfId) {
    const table =
      session.vrfId === undefined
        ? text('the public network', '公网')
        : text(vrfName(session.vrfId), vrfName(session.vrfId))
    return { ...text(`the session is in ${table.en}`, `会话属于${table.zh}`), replace: true }
  }
  const version = ipVersion(session.address)
  if (address === undefined && primaryAddress(named, version) === undefined) {
    return { ...text(`it has no IPv${version} address`, `没有 IPv${version} 地址`), replace: true }
  }
  if (address === undefined) return undefined
  const uses = addresses.onDevice(named.deviceId, address)
  return uses.length > 0 && !uses.some((use) => use.interface === named)
    ? {
        ...text(`${address} is on ${uses[0]?.interface.name}`, `${address} 在 ${uses[0]?.interface.name} 上`),
        replace: false,
      }
    : undefined
}

const versionsDiffer: Rule = {
  id: 'bmp/source-version',
  severity: 'error',
  title: text('BMP source of another IP version', 'BMP 源地址的 IP 版本不符'),
  why: text(
    'An IPv4 session takes an IPv4 source and an IPv6 session an IPv6 one.',
    'IPv4 会话只能使用 IPv4 源地址，IPv6 会话只能使用 IPv6 源地址。',
  ),
  remedy: text('Use a source of the IP version of the station.', '请使用与服务器相同 IP 版本的源地址。'),
  source: 'CR "connect-interface (BMP session view) (IPv6)"',
  offersFix: true,
  *run(context) {
    for (const { device, session, record, stationName, named } of bmpViews(context)) {
      const address = record.source?.address
      if (address === undefined || ipVersion(address) === ipVersion(session.address)) continue
      yield {
        subjects: [record.id, device.device.id],
        what: text(
          `${device.device.name}: BMP source ${address} toward ${stationName} (${session.address})`,
          `${device.device.name}：以 ${address} 为源访问 ${stationName}（${session.address}）`,
        ),
        ...replaceSource(device, { session, record, named }),
      }
    }
  },
}

const bothSources: Rule = {
  id: 'bmp/source-both',
  severity: 'info',
  title: text('Two BMP sources', '两处均设置了 BMP 源'),
  why: text(
    'The setting of the session view wins over the one of the BMP view.',
    'BMP 会话视图的设置优先于 BMP 视图。',
  ),
  remedy: text('Keep one, if the difference is not wanted.', '若并非有意，请只保留一处。'),
  source: sessionPage,
  offersFix: true,
  *run(context) {
    for (const { device, session, record, stationName } of bmpViews(context)) {
      const view = device.bmp?.sourceIpv4
      const own = session.effectiveSource.from === 'bmp-session-view' ? session.effectiveSource.address : undefined
      if (view === undefined || own === undefined || own === view || isIpv6(session.address)) continue
      yield {
        subjects: [record.id, device.device.id],
        what: text(
          `${device.device.name}: toward ${stationName} source ${own} wins over ${view} of the BMP view`,
          `${device.device.name}：到 ${stationName} 的会话使用 ${own}，优先于 BMP 视图的 ${view}`,
        ),
        fix: setFields(text('Use the source of the BMP view', '使用 BMP 视图的源'), record.id, { source: undefined }),
      }
    }
  },
}

const stationIsSelf: Rule = {
  id: 'bmp/station-is-self',
  severity: 'error',
  title: text('The station has an address of the device', '监控服务器地址与设备自身地址相同'),
  why: text(
    'The device would connect to itself and never reach the station.',
    '设备会连接到自身，无法到达监控服务器。',
  ),
  remedy: text('Correct the address of the station or of the device.', '请更正服务器或设备的地址。'),
  source: `inferred; ${sessionPage}, example`,
  *run(context) {
    for (const { device, session, record, stationName } of bmpViews(context)) {
      const [use] = context.addresses
        .onDevice(device.device.id, session.address)
        .filter(({ vrfId }) => vrfId === session.vrfId)
      if (use === undefined) continue
      yield {
        subjects: [record.id, session.stationId, use.subject],
        what: text(
          `${stationName} has ${session.address}, which is the address of ${context.label(use.interface)}`,
          `${stationName} 的地址 ${session.address} 与 ${context.label(use.interface)} 相同`,
        ),
      }
    }
  },
}

export const bmpSourceRules: readonly Rule[] = [
  sourceMissing,
  sourceNotLocal,
  sourceUnusable,
  versionsDiffer,
  bothSources,
  stationIsSelf,
]
