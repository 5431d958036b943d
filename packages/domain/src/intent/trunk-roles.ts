import type { Allocation } from '../allocate'
import type { DeviceId, Effective, InterfaceId, MlagAttachment, MlagPair } from '../model'
import { allocated, stored } from './effective'
import type { InterfaceIntent } from './network-intent'
import type { RecordIndex } from './record-index'

/** What M-LAG makes of Eth-Trunks. */
export type TrunkRoles = {
  readonly peerLinks: ReadonlyMap<InterfaceId, NonNullable<InterfaceIntent['peerLink']>>
  /** Member interfaces of the pair. */
  readonly members: ReadonlyMap<InterfaceId, NonNullable<InterfaceIntent['mlagMember']>>
  /** The attachment whose VLANs and mode a trunk takes: member interfaces and the far trunk of an access device. */
  readonly attachments: ReadonlyMap<InterfaceId, MlagAttachment>
}

export function deriveTrunkRoles(index: RecordIndex, allocation: Allocation): TrunkRoles {
  const { network } = index
  const isOn = (trunkId: InterfaceId, deviceId: DeviceId) => network.interfaces[trunkId]?.deviceId === deviceId
  const peerLinks = new Map<InterfaceId, NonNullable<InterfaceIntent['peerLink']>>()
  const members = new Map<InterfaceId, NonNullable<InterfaceIntent['mlagMember']>>()
  const attachments = new Map<InterfaceId, MlagAttachment>()

  for (const pair of index.pairs) {
    for (const side of [0, 1] as const) {
      const trunkId = pair.peerLink.trunks[side]
      if (trunkId === undefined || !isOn(trunkId, pair.members[side]) || peerLinks.has(trunkId)) continue
      peerLinks.set(trunkId, {
        pairId: pair.id,
        virtual: pair.peerLink.kind === 'virtual',
        excludedVlans: [...new Set(pair.peerLink.excludedVlans ?? [])].sort((a, b) => a - b),
      })
    }
  }
  for (const attachment of index.attachments) {
    const pair: MlagPair | undefined = network.mlagPairs[attachment.pairId]
    if (pair === undefined) continue
    const mlagId = attachmentNumber(attachment, allocation)
    for (const side of [0, 1] as const) {
      const trunkId = attachment.trunks[side]
      if (trunkId === undefined || !isOn(trunkId, pair.members[side]) || attachments.has(trunkId)) continue
      attachments.set(trunkId, attachment)
      if (mlagId !== undefined) {
        members.set(trunkId, { attachmentId: attachment.id, pairId: pair.id, mlagId, mode: attachment.mode })
      }
    }
    const farTrunk = 'interfaceId' in attachment.attached ? attachment.attached.interfaceId : undefined
    if (farTrunk !== undefined && !attachments.has(farTrunk)) attachments.set(farTrunk, attachment)
  }
  return { peerLinks, members, attachments }
}

function attachmentNumber(attachment: MlagAttachment, allocation: Allocation): Effective<number> | undefined {
  if (attachment.mlagId !== undefined) return stored(attachment.mlagId, attachment, 'mlagId')
  const number = allocated(allocation, attachment.id, 'mlagId')
  return number === undefined ? undefined : { ...number, value: Number(number.value) }
}
