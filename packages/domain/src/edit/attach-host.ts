import { interfaceKind } from '@weft/net'
import type { Device, DeviceInterface, HostId, InterfaceId, LinkId, MlagAttachment } from '../model'
import { text } from '../model'
import type { Command, Refusal } from './command'
import type { Draft } from './draft'
import { connect } from './draw-link'
import { addPort, addTrunks, interfaceIds, tooFewIds } from './pair-devices'
import { proposePort } from './propose-ports'
import { missing, nameOf, refusal } from './refusal'
import { addRecord } from './set-record'

type AttachHost = Extract<Command, { readonly kind: 'mlag.attach' }>

/** Eth-Trunk 0 is the usual peer-link, so member interfaces count from 1. */
const firstMemberTrunk = 1

/**
 * Homes a host to both members of a pair. Cables that lead from it to the members already are used,
 * missing ones are drawn; the cables of each member go into one Eth-Trunk.
 */
export function attachHost(draft: Draft, command: AttachHost): Refusal | undefined {
  const { hostId, pairId, freshIds } = command
  const pair = draft.network.mlagPairs[pairId]
  const host = draft.network.hosts[hostId]
  if (pair === undefined || host === undefined) return missing(pair === undefined ? pairId : hostId)
  const [a, b] = pair.members.map((id) => draft.network.devices[id])
  if (a === undefined || b === undefined) return missing(a === undefined ? pair.members[0] : pair.members[1])
  const already = Object.values(draft.network.attachments).find(
    ({ attached, pairId: other }) => other === pairId && 'hostId' in attached && attached.hostId === hostId,
  )
  if (already !== undefined) return attachedAlready(host.name, already)
  const [trunkSuffix, cableSuffix] = freshIds
  if (trunkSuffix === undefined || cableSuffix === undefined) return tooFewIds(command.id)
  const trunks = interfaceIds(trunkSuffix)
  return (
    addTrunks(draft, [a, b], { ids: trunks, from: firstMemberTrunk }) ??
    joinCables(draft, { device: a, hostId, trunkId: trunks[0], suffix: cableSuffix, side: 0 }) ??
    joinCables(draft, { device: b, hostId, trunkId: trunks[1], suffix: cableSuffix, side: 1 }) ??
    addRecord(draft, {
      id: command.id,
      pairId,
      mode: 'dual-active',
      trunks,
      attached: { hostId },
      linkType: command.vlans?.length === 1 ? 'access' : 'trunk',
      vlans: [...(command.vlans ?? [])],
      ...(host.kind === 'server' ? { edgePort: true } : {}),
    })
  )
}

function attachedAlready(name: string, { id, pairId }: MlagAttachment): Refusal {
  return refusal(
    text(`${name} is attached to this pair already`, `${name} 已接入此 M-LAG 组`),
    text('Change that attachment, or delete it first.', '请修改该接入，或先将其删除。'),
    id,
    pairId,
  )
}

type Side = {
  readonly device: Device
  readonly hostId: HostId
  readonly trunkId: InterfaceId
  readonly suffix: string
  readonly side: 0 | 1
}

function joinCables(draft: Draft, { device, hostId, trunkId, suffix, side }: Side): Refusal | undefined {
  const ports = portsTowards(draft, device, hostId)
  for (const { id, deviceId, name, description } of ports) {
    // A member port must be in its default state: what it had belongs to the Eth-Trunk now.
    draft.put({ id, deviceId, name, ...(description === undefined ? {} : { description }), memberOf: trunkId })
  }
  if (ports.length > 0) return undefined
  const name = proposePort(draft, device, 'server')
  if (name === undefined) return noPort(draft, device)
  const id = interfaceIds(suffix)[side]
  const linkId: LinkId = `link:${suffix}.${side + 1}`
  return (
    addPort(draft, { id, deviceId: device.id, name, memberOf: trunkId }) ??
    connect(draft, linkId, [{ interfaceId: id }, { hostId }])
  )
}

/** Plain switched ports of the device with a cable to the host; routed ones and members stay what they are. */
function portsTowards(draft: Draft, device: Device, hostId: HostId): readonly DeviceInterface[] {
  const ports: DeviceInterface[] = []
  for (const { ends } of Object.values(draft.network.links)) {
    if (!ends.some((end) => 'hostId' in end && end.hostId === hostId)) continue
    for (const end of ends) {
      const port = 'interfaceId' in end ? draft.network.interfaces[end.interfaceId] : undefined
      if (port?.deviceId === device.id && isPlain(port)) ports.push(port)
    }
  }
  return ports
}

function isPlain({ name, mode, memberOf, ipv4, ipv6 }: DeviceInterface): boolean {
  const hasAddresses = (ipv4?.length ?? 0) + (ipv6?.length ?? 0) > 0
  return interfaceKind(name) === 'ethernet' && mode !== 'routed' && memberOf === undefined && !hasAddresses
}

function noPort(draft: Draft, device: Device): Refusal {
  const name = nameOf(draft.network, device.id)
  return refusal(
    text(`${name} has no free port`, `${name} 没有空闲端口`),
    text('Remove a link, or choose a model with more ports.', '请删除一条链路，或选择端口更多的型号。'),
    device.id,
  )
}
