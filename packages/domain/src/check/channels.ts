import type { IpAddress } from '@weft/net'
import type { DeviceIntent, InterfaceIntent } from '../intent'
import type { MlagPair, VrfId } from '../model'
import type { RuleContext } from './context'

export type ChannelName = 'dualActiveDetection' | 'syncChannel'

/** One end of a channel between the members of a pair, as its device has it. */
export type ChannelSide = {
  readonly side: 0 | 1
  readonly device: DeviceIntent
  readonly address: IpAddress | undefined
  /** The interface the design names, or the one that has the address. */
  readonly interface: InterfaceIntent | undefined
  readonly vrfId: VrfId | undefined
}

export type ChannelView = { readonly pair: MlagPair; readonly sides: readonly [ChannelSide, ChannelSide] }

/** Channels of one kind whose pair has both devices. */
export function* channels(
  { pairs, intent, interfaceById, addresses, network }: RuleContext,
  name: ChannelName,
  isWanted: (pair: MlagPair) => boolean = () => true,
): Iterable<ChannelView> {
  for (const pair of pairs) {
    const settings = pair[name]
    if (settings === undefined || !isWanted(pair) || pair.members[0] === pair.members[1]) continue
    const sideOf = (side: 0 | 1): ChannelSide | undefined => {
      const device = intent.devices.get(pair.members[side])
      const group = device?.dfsGroup
      if (device === undefined || group === undefined || group.pairId !== pair.id) return undefined
      const address = group[name]?.source?.value
      const { interfaceId } = settings.ends[side]
      const named = interfaceId === undefined ? undefined : interfaceById.get(interfaceId)
      const own = named?.deviceId === device.device.id ? named : undefined
      const vrfId = settings.vrfId ?? own?.vrfId
      const uses = address === undefined ? [] : addresses.onDevice(device.device.id, address)
      const owner = uses.find((use) => use.vrfId === vrfId) ?? uses[0]
      return {
        side,
        device,
        address,
        interface: own ?? owner?.interface,
        vrfId: vrfId === undefined || network.vrfs[vrfId] === undefined ? undefined : vrfId,
      }
    }
    const [first, second] = [sideOf(0), sideOf(1)]
    if (first !== undefined && second !== undefined) yield { pair, sides: [first, second] }
  }
}
