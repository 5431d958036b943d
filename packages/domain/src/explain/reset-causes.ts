import type {
  BgpSessionIntent,
  BmpSessionIntent,
  DeviceIntent,
  DfsGroupIntent,
  InterfaceIntent,
  NveIntent,
} from '../intent'
import { processOf } from '../intent'
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
    ({ device, session }) => processOf(device, session)?.asNumber.value,
    text('another AS number of the device', '设备的 AS 号改变'),
    'inferred: an AS number belongs to the BGP process, which is made anew',
  ),
  aspect(
    ({ device, session }) => processOf(device, session)?.routerId?.value,
    text('another BGP router ID', 'BGP Router ID 改变'),
    reference('router-id'),
  ),
  aspect(
    ({ session }) => session.instance,
    text('another BGP process', 'BGP 进程改变'),
    'inferred: the peer is created in another view',
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

const ofAddress = [
  text('another address or VPN instance of the interface', '接口地址或 VPN 实例改变'),
  'inferred: the neighbour is known by its address in a routing table',
] as const

export type IgpKind = 'ospf' | 'ospfv3' | 'isis'
/** An interface with the process it is in. */
export type IgpEnd = { readonly intent: InterfaceIntent; readonly device: DeviceIntent }

export const igpAspects: { readonly [Kind in IgpKind]: readonly Aspect<IgpEnd>[] } = {
  ospf: ospfAspects('ospf', 'OSPF'),
  ospfv3: [
    ...ospfAspects('ospfv3', 'OSPFv3'),
    aspect(
      ({ intent }) => intent.ospfv3?.instanceId,
      text('another OSPFv3 instance', 'OSPFv3 实例改变'),
      reference('ospfv3 area'),
    ),
  ],
  isis: [
    aspect(
      ({ intent, device }) =>
        device.isis
          .filter(({ underlayId }) => underlayId === intent.isis?.underlayId)
          .map(({ processId, networkEntity }) => [processId, networkEntity?.value]),
      text('another IS-IS process or network entity', 'IS-IS 进程或网络实体名称改变'),
      reference('network-entity'),
    ),
    aspect(
      ({ intent, device }) => [
        intent.isis?.level,
        device.isis.find(({ underlayId }) => underlayId === intent.isis?.underlayId)?.level,
      ],
      text('other IS-IS levels', 'IS-IS 级别改变'),
      reference('is-level'),
    ),
    aspect(
      ({ intent }) => intent.isis?.circuitType.value,
      text('another IS-IS circuit type', 'IS-IS 链路类型改变'),
      reference('isis circuit-type'),
    ),
    aspect(({ intent }) => addressAndTable(intent, 4), ...ofAddress),
  ],
}

function ospfAspects(kind: 'ospf' | 'ospfv3', name: string): readonly Aspect<IgpEnd>[] {
  return [
    aspect(
      ({ intent, device }) =>
        device[kind].find(({ processId }) => processId === intent[kind]?.processId)?.routerId?.value,
      text(`another ${name} router ID`, `${name} Router ID 改变`),
      'inferred: a running process keeps its router ID until it is reset',
      'by-hand',
    ),
    aspect(
      ({ intent }) => [intent[kind]?.processId, intent[kind]?.area],
      text(`another ${name} process or area`, `${name} 进程或区域改变`),
      'inferred: the interface leaves one area and enters another',
    ),
    aspect(
      ({ intent }) => intent[kind]?.networkType.value,
      text(`another ${name} network type`, `${name} 网络类型改变`),
      reference(`${kind} network-type`),
    ),
    aspect(
      ({ intent }) => [intent[kind]?.helloSeconds, intent[kind]?.deadSeconds],
      text(
        `other ${name} timers, which differ until both ends have them`,
        `${name} 定时器改变，两端一致前邻居关系中断`,
      ),
      reference(`${kind} timer hello`),
    ),
    aspect(({ intent }) => addressAndTable(intent, kind === 'ospf' ? 4 : 6), ...ofAddress),
  ]
}

/** OSPFv3 neighbours know each other by link-local addresses. */
function addressAndTable({ ipv4, ipv6LinkLocal, vrfId }: InterfaceIntent, version: 4 | 6): unknown {
  return [version === 4 ? ipv4[0]?.value : ipv6LinkLocal, vrfId]
}

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

/** A tunnel is between two addresses. */
export const vxlanAspects: readonly Aspect<NveIntent>[] = [
  aspect(
    ({ source }) => source?.value,
    text('another tunnel source', '隧道源地址改变'),
    reference('source (NVE interface view)'),
  ),
]

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
