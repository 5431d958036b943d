import type { InterfaceId, MlagAttachment } from '../model'
import type { InterfaceFacts } from './device-facts'
import type { DraftNetwork, JoinedDevice } from './draft-network'
import { withoutAbsent } from './join-interfaces'
import { addCables, memberPorts } from './join-links'
import { attach } from './join-outside'
import type { JoinedPair } from './join-pairs'
import { hostName } from './record-ids'

type Side = { readonly device: JoinedDevice; readonly trunk: InterfaceFacts; readonly interfaceId: InterfaceId }

/** What hangs on a pair: for each M-LAG id the Eth-Trunks of the members and what is attached to them. */
export function joinAttachments(draft: DraftNetwork, pair: JoinedPair): void {
  const sides = pair.members.map(memberTrunks)
  const ids = new Set(sides.flatMap((side) => [...side.keys()]))
  for (const mlagId of [...ids].sort((a, b) => a - b)) {
    addAttachment(draft, pair, { mlagId, first: sides[0]?.get(mlagId), second: sides[1]?.get(mlagId) })
  }
}

function memberTrunks(device: JoinedDevice): ReadonlyMap<number, Side> {
  const trunks = new Map<number, Side>()
  for (const trunk of device.facts.interfaces.values()) {
    const interfaceId = device.interfaceIds.get(trunk.name)
    if (trunk.mlagMember === undefined || interfaceId === undefined || trunks.has(trunk.mlagMember.id)) continue
    trunks.set(trunk.mlagMember.id, { device, trunk, interfaceId })
  }
  return trunks
}

type Attached = { readonly mlagId: number; readonly first: Side | undefined; readonly second: Side | undefined }

function addAttachment(draft: DraftNetwork, pair: JoinedPair, { mlagId, first, second }: Attached): void {
  const present = [first, second].filter((side) => side !== undefined)
  const [one, other = one] = present
  if (one === undefined || other === undefined) return
  const names = pair.members.map(({ facts }) => facts.name)
  const id = draft.makeId('attachment', ...names.map((name) => name.slice(0, 26)), String(mlagId))
  const far = attachedTo(draft, pair, { present, name: hostName(names.join('-').slice(0, 48), `m-lag-${mlagId}`) })
  draft.records.attachments[id] = withoutAbsent<MlagAttachment>({
    id,
    pairId: pair.id,
    mlagId,
    mode: one.trunk.mlagMember?.mode ?? 'dual-active',
    trunks: [first?.interfaceId, second?.interfaceId],
    attached: far,
    ...shared(one.trunk, other.trunk),
  })
}

/** What both trunks say; what only one says stays in its record. */
function shared(
  a: InterfaceFacts,
  b: InterfaceFacts,
): Pick<MlagAttachment, 'linkType' | 'vlans' | 'aggregation' | 'edgePort'> {
  const linkType = (a.switching ?? b.switching)?.linkType === 'trunk' ? 'trunk' : 'access'
  const isEdge = a.switching?.edgePort === true && b.switching?.edgePort === true
  return withoutAbsent({
    linkType,
    vlans: linkType === 'access' ? accessVlans(a, b) : trunkVlans(a, b),
    aggregation: a.aggregation === b.aggregation ? a.aggregation : undefined,
    edgePort: isEdge ? true : undefined,
  })
}

function accessVlans(a: InterfaceFacts, b: InterfaceFacts): readonly number[] {
  const vlan = a.switching?.vlan
  return vlan !== undefined && vlan === b.switching?.vlan ? [vlan] : []
}

function trunkVlans(a: InterfaceFacts, b: InterfaceFacts): readonly number[] {
  const others = new Set(b.switching?.allowedVlans)
  return (a.switching?.allowedVlans ?? []).filter((vlan) => others.has(vlan))
}

type Far = { readonly present: readonly Side[]; readonly name: string }

/** An Eth-Trunk of a device whose name the descriptions tell, else something outside of the imported devices. */
function attachedTo(draft: DraftNetwork, pair: JoinedPair, { present, name }: Far): MlagAttachment['attached'] {
  const ports = present.flatMap(({ device, trunk }) => memberPorts(device, trunk.name))
  const told = draft.devices.filter(
    (device) =>
      !pair.members.includes(device) &&
      present.every(({ trunk }) => trunk.description?.split(/[^A-Za-z0-9_-]+/).includes(device.facts.name) === true),
  )
  const [access] = told.length === 1 ? told : []
  const farTrunk = access && farTrunkOf(access, ports.length)
  if (access !== undefined && farTrunk !== undefined) {
    addCables(draft, ports, memberPorts(access, farTrunk.name))
    const interfaceId = access.interfaceIds.get(farTrunk.name)
    if (interfaceId !== undefined) return { interfaceId }
  }
  const hostId = draft.makeId('host', name)
  draft.records.hosts[hostId] = { id: hostId, name, kind: 'server', addresses: [] }
  attach(draft, ports, hostId)
  return { hostId }
}

/** The only Eth-Trunk with as many ports as the members have together. */
function farTrunkOf(access: JoinedDevice, ports: number): InterfaceFacts | undefined {
  const fitting = [...access.facts.interfaces.values()].filter(({ name }) => memberPorts(access, name).length === ports)
  return fitting.length === 1 ? fitting[0] : undefined
}
