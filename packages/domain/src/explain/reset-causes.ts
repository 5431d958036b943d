import type { BgpSessionIntent, BmpSessionIntent, DeviceIntent, DfsGroupIntent, InterfaceIntent } from '../intent'
import type { LocalText } from '../model'
import { text } from '../model'

/** Why a session does not survive a change. */
export type ResetCause = {
  /** `by-hand`: the device goes on with the old value until somebody resets the session. */
  readonly takesEffect: 'at-once' | 'by-hand'
  readonly what: LocalText
  /** The page that says so; `inferred` is what follows from documented facts. */
  readonly source: string
}

/** A value that both ends negotiate or TCP runs on: another one means another connection. */
export type Aspect<Item> = ResetCause & { readonly of: (item: Item) => unknown }

const reference = (page: string) => `CloudEngine V300R023C00 command reference, "${page}"`

function aspect<Item>(
  of: Aspect<Item>['of'],
  what: LocalText,
  source: string,
  takesEffect: ResetCause['takesEffect'] = 'at-once',
): Aspect<Item> {
  return { of, what, source, takesEffect }
}

export type BgpSide = { readonly session: BgpSessionIntent; readonly device: DeviceIntent }

export const bgpAspects: readonly Aspect<BgpSide>[] = [
  aspect(
    ({ device }) => device.bgp?.asNumber.value,
    text('another AS number of the device', '设备的 AS 号改变'),
    'inferred: an AS number belongs to the BGP process, which is made anew',
  ),
  aspect(
    ({ device }) => device.bgp?.routerId?.value,
    text('another BGP router ID', 'BGP Router ID 改变'),
    reference('router-id'),
  ),
  aspect(
    ({ session }) => session.vrfId,
    text('another VPN instance', 'VPN 实例改变'),
    'inferred: the peer is created in another view',
  ),
  aspect(
    ({ session }) => session.remoteAddress?.value,
    text('another peer address', '对等体地址改变'),
    'inferred: the peer is created under another address',
  ),
  aspect(
    ({ session }) => session.remoteAsNumber?.value,
    text('another AS number of the peer', '对等体的 AS 号改变'),
    reference('peer as-number (BGP view)'),
  ),
  aspect(
    ({ session: { source } }) => [source.connectInterface, source.interfaceName],
    text('another source interface', '源接口改变'),
    reference('peer connect-interface (BGP view) (IPv4)'),
  ),
  aspect(
    ({ session: { source }, device }) => (borrows(device, source.interfaceId) ? undefined : source.address?.value),
    text('another source address', '源地址改变'),
    reference('peer connect-interface (BGP view) (IPv4)'),
  ),
  aspect(
    ({ session: { source }, device }) => (borrows(device, source.interfaceId) ? source.address?.value : undefined),
    text('another address of the interface the source borrows from', '源接口所借用的地址改变'),
    reference('peer connect-interface (BGP view) (IPv4)'),
    'by-hand',
  ),
  aspect(
    ({ session }) => session.families.toSorted(),
    text(
      'a family enabled or disabled, which resets all families of the peer',
      '地址族的使能状态改变，将重置该对等体的所有地址族',
    ),
    reference('peer enable (BGP-IPv4 unicast address family view)(IPv4)'),
  ),
  aspect(
    ({ session }) => [session.keepaliveSeconds, session.holdSeconds],
    text('other timers', '定时器改变'),
    reference('peer timer (BGP view)'),
  ),
  aspect(
    ({ session }) => session.keychain,
    text('another authentication', '认证改变'),
    'inferred: every segment of the TCP connection is signed',
  ),
]

function borrows({ interfaces }: DeviceIntent, id: InterfaceIntent['interfaceId']): boolean {
  return id !== undefined && interfaces.some((each) => each.interfaceId === id && each.unnumberedFrom !== undefined)
}

export const bmpAspects: readonly Aspect<BmpSessionIntent>[] = [
  aspect(
    ({ address, vrfId }) => [address, vrfId],
    text('another address of the station', '监控服务器地址改变'),
    reference('reset bmp session'),
    'by-hand',
  ),
  aspect(
    ({ tcpPort }) => tcpPort?.value,
    text('another TCP port', 'TCP 端口改变'),
    reference('reset bmp session'),
    'by-hand',
  ),
  aspect(
    ({ effectiveSource }) => (effectiveSource.from === 'bmp-view' ? effectiveSource.address : undefined),
    text(
      'another source in the BMP view, which all IPv4 sessions without a source of their own have',
      'BMP 视图的源地址改变，影响所有没有自己源地址的 IPv4 会话',
    ),
    reference('connect-interface (BMP view)'),
  ),
  aspect(
    ({ effectiveSource }) =>
      effectiveSource.from === 'bmp-session-view' ? [effectiveSource.address, effectiveSource.interfaceId] : undefined,
    text('another source in the BMP session view', 'BMP 会话视图的源改变'),
    reference('connect-interface (BMP session view)'),
  ),
]

export type OspfEnd = { readonly intent: InterfaceIntent }

export const ospfAspects: readonly Aspect<OspfEnd>[] = [
  aspect(
    ({ intent }) => [intent.ospf?.processId, intent.ospf?.area],
    text('another OSPF process or area', 'OSPF 进程或区域改变'),
    'inferred: the interface leaves one area and enters another',
  ),
  aspect(
    ({ intent }) => intent.ospf?.networkType.value,
    text('another OSPF network type', 'OSPF 网络类型改变'),
    reference('ospf network-type'),
  ),
  aspect(
    ({ intent }) => [intent.ospf?.helloSeconds, intent.ospf?.deadSeconds],
    text('other OSPF timers, which differ until both ends have them', 'OSPF 定时器改变，两端一致前邻居关系中断'),
    reference('ospf timer hello'),
  ),
  aspect(
    ({ intent }) => [intent.ipv4[0]?.value, intent.vrfId],
    text('another address or VPN instance of the interface', '接口地址或 VPN 实例改变'),
    'inferred: the neighbour is known by its address in a routing table',
  ),
]

const anew = 'inferred: `undo` takes the whole command, which is entered anew'

const password: Aspect<DfsGroupIntent> = aspect(
  (group) => group.password,
  text('another password of the DFS group', 'DFS Group 认证密码改变'),
  reference('authentication-mode hmac-sha256 password'),
)

export const channelAspects: {
  readonly [Kind in 'dfs-pairing' | 'dual-active-detection' | 'sync-channel']: readonly Aspect<DfsGroupIntent>[]
} = {
  'dfs-pairing': [password],
  'dual-active-detection': [
    aspect(
      ({ dualActiveDetection: channel }) => [channel?.source?.value, channel?.peer?.value, channel?.vrfName],
      text('other addresses or VPN instance of the channel', '通道的地址或 VPN 实例改变'),
      anew,
    ),
    aspect(
      ({ dualActiveDetection }) => dualActiveDetection?.udpPort,
      text('another UDP port of the channel', '通道的 UDP 端口改变'),
      anew,
    ),
    password,
  ],
  'sync-channel': [
    aspect(
      ({ syncChannel: channel }) => [channel?.source?.value, channel?.peer?.value, channel?.vrfName],
      text('other addresses or VPN instance of the channel', '通道的地址或 VPN 实例改变'),
      anew,
    ),
    aspect(
      ({ syncChannel }) => syncChannel?.tcpPort,
      text('another TCP port of the channel', '通道的 TCP 端口改变'),
      anew,
    ),
    password,
  ],
}

/** The aspects in which two states of a session differ. */
export function changedAspects<Item>(
  aspects: readonly Aspect<Item>[],
  before: Item,
  after: Item,
): readonly ResetCause[] {
  return aspects.flatMap(({ of, ...cause }) =>
    JSON.stringify(of(before)) === JSON.stringify(of(after)) ? [] : [cause],
  )
}
