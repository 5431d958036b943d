import type { IpAddress } from '@weft/net'
import type { DeviceId, Effective, InterfaceId, MlagPair, VrfId } from '../model'
import { given, mapEffective } from './effective'
import type { InterfaceDirectory } from './interface-directory'
import { preferredAddress } from './interface-directory'
import type { DfsGroupIntent } from './network-intent'
import type { RecordIndex } from './record-index'

type ChannelEnd = NonNullable<MlagPair['syncChannel']>['ends'][number]
type Sources = { readonly index: RecordIndex; readonly directory: InterfaceDirectory }

/** The DFS group of a device: one side of its pair. */
export function deriveDfsGroup(deviceId: DeviceId, sources: Sources): DfsGroupIntent | undefined {
  const pairing = sources.index.pairOf.get(deviceId)
  if (pairing === undefined) return undefined
  const { pair, side } = pairing
  const { dfs, dualActiveDetection, syncChannel, spanningTree } = pair
  return {
    pairId: pair.id,
    side,
    otherDeviceId: pair.members[side === 0 ? 1 : 0],
    priority: dfs.priorities?.[side],
    password: dfs.password,
    consistencyCheck: dfs.consistencyCheck,
    upDelaySeconds: dfs.upDelaySeconds,
    electionPackets: [...new Set(dfs.electionPackets ?? [])],
    dualActiveDetection: dualActiveDetection && {
      ...channel(pairing, { ...dualActiveDetection, withPeer: dualActiveDetection.withPeer ?? true }, sources),
      udpPort: dualActiveDetection.udpPort,
      timeoutSeconds: dualActiveDetection.timeoutSeconds,
      dialect: dualActiveDetection.dialect,
    },
    syncChannel: syncChannel && {
      ...channel(pairing, { ...syncChannel, withPeer: true }, sources),
      tcpPort: syncChannel.tcpPort,
    },
    spanningTree: {
      mode: spanningTree.mode,
      stpMode: spanningTree.stpMode ?? 'rstp',
      bridgeAddress: spanningTree.bridgeAddress,
    },
  }
}

type ChannelFacts = {
  readonly source?: Effective<IpAddress>
  readonly sourceInterfaceId?: InterfaceId
  readonly peer?: Effective<IpAddress>
  readonly vrfName?: string
}

/** The peer of one side is the source of the other, so the two cannot disagree. */
function channel(
  { pair, side }: { readonly pair: MlagPair; readonly side: 0 | 1 },
  settings: { readonly ends: readonly [ChannelEnd, ChannelEnd]; readonly vrfId?: VrfId; readonly withPeer: boolean },
  { index, directory }: Sources,
): ChannelFacts {
  const other = side === 0 ? 1 : 0
  const own = channelEnd(settings.ends[side], pair, { deviceId: pair.members[side], directory })
  const far = channelEnd(settings.ends[other], pair, { deviceId: pair.members[other], directory })
  const vrfId = settings.vrfId ?? own.vrfId
  return {
    source: own.address,
    sourceInterfaceId: own.interfaceId,
    peer: settings.withPeer ? far.address : undefined,
    vrfName: vrfId === undefined ? undefined : index.network.vrfs[vrfId]?.name,
  }
}

function channelEnd(
  end: ChannelEnd,
  pair: MlagPair,
  { deviceId, directory }: { readonly deviceId: DeviceId; readonly directory: InterfaceDirectory },
): { readonly address?: Effective<IpAddress>; readonly interfaceId?: InterfaceId; readonly vrfId?: VrfId } {
  const named = end.interfaceId === undefined ? undefined : directory.byId.get(end.interfaceId)
  const own = named?.deviceId === deviceId ? named : undefined
  const primary = own === undefined ? undefined : preferredAddress(directory, own)
  const because = own?.interfaceId === undefined ? [pair.id] : [pair.id, own.interfaceId]
  const fromInterface =
    primary && mapEffective({ ...primary, because: [...because, ...primary.because] }, (value) => value)
  return {
    address: end.address === undefined ? fromInterface : given(end.address, pair.id),
    interfaceId: own?.interfaceId,
    vrfId: own?.vrfId,
  }
}

/** The VPN instances the channels of a group run in. */
export function vrfsOfChannels(pair: MlagPair, deviceId: DeviceId, directory: InterfaceDirectory): readonly VrfId[] {
  const side = pair.members[0] === deviceId ? 0 : 1
  const channels = [pair.dualActiveDetection, pair.syncChannel].filter((each) => each !== undefined)
  return channels.flatMap(({ vrfId, ends }) => {
    const interfaceId = ends[side].interfaceId
    const used = vrfId ?? (interfaceId === undefined ? undefined : directory.byId.get(interfaceId)?.vrfId)
    return used === undefined ? [] : [used]
  })
}
