import type { InterfaceName, IpAddress } from '@weft/net'
import { addressOf } from '@weft/net'
import type {
  CollectionName,
  DeviceId,
  DeviceInterface,
  HostId,
  InterfaceId,
  LinkId,
  Network,
  NetworkRecord,
  PeeringId,
  VrfId,
} from '../model'
import { collections } from '../model'
import type { DeviceFacts, InterfaceFacts } from './device-facts'
import type { DevicePolicies } from './device-policies'
import type { FileProblem } from './file-problems'
import type { IdMaker } from './record-ids'
import { idMaker } from './record-ids'

/** A device while its configuration is joined with the others. */
export type JoinedDevice = {
  readonly id: DeviceId
  readonly facts: DeviceFacts
  readonly interfaceIds: ReadonlyMap<InterfaceName, InterfaceId>
  readonly vrfIds: ReadonlyMap<string, VrfId>
  readonly policies: DevicePolicies
}

/** Where an address is. */
export type AddressOwner = {
  readonly device: JoinedDevice
  readonly facts: InterfaceFacts
  readonly interfaceId: InterfaceId
}

/** Records by id that are not final yet. */
type DraftRecords = { -readonly [Name in CollectionName]: { [id: string]: Network[Name][string] } }

/** The network while it is put together, with what is asked of it again and again. */
export type DraftNetwork = {
  readonly records: DraftRecords
  readonly makeId: IdMaker
  /** In the order of ids. */
  readonly devices: JoinedDevice[]
  /** All interfaces with an address, by address; an address may be on several. */
  readonly owners: Map<IpAddress, AddressOwner[]>
  /** By device, VPN instance and configured address. */
  readonly peeringOf: Map<string, PeeringId>
  /** The cable of each port that has one. */
  readonly cableOf: Map<InterfaceId, LinkId>
  /** What the texts contradict each other about. */
  readonly remarks: FileProblem[]
  /** What stands for everything behind a device that is not known better. */
  readonly restOf: Map<JoinedDevice, HostId>
}

export function emptyDraft(): DraftNetwork {
  const names = Object.keys(collections) as CollectionName[]
  // Every collection is there, and each is empty.
  const records = Object.fromEntries(names.map((name) => [name, {}])) as unknown as DraftRecords
  return {
    records,
    makeId: idMaker(),
    devices: [],
    owners: new Map(),
    peeringOf: new Map(),
    cableOf: new Map(),
    remarks: [],
    restOf: new Map(),
  }
}

export function addOwners(draft: DraftNetwork, device: JoinedDevice): void {
  for (const [name, facts] of device.facts.interfaces) {
    const interfaceId = device.interfaceIds.get(name)
    if (interfaceId === undefined) continue
    const addresses = [...facts.ipv4.map(addressOf), ...facts.ipv6.map(addressOf)]
    if (facts.mlagIpv4 !== undefined) addresses.push(addressOf(facts.mlagIpv4))
    for (const address of addresses) {
      const owners = draft.owners.get(address) ?? []
      owners.push({ device, facts, interfaceId })
      draft.owners.set(address, owners)
    }
  }
}

/** The other devices that have an address, those in the given order of devices. */
export function othersWith(draft: DraftNetwork, device: JoinedDevice, address: IpAddress): readonly AddressOwner[] {
  return (draft.owners.get(address) ?? []).filter((owner) => owner.device !== device)
}

/** Changes fields of an interface record that is there. */
export function amendInterface(draft: DraftNetwork, id: InterfaceId, fields: Partial<DeviceInterface>): void {
  const record = draft.records.interfaces[id]
  if (record !== undefined) draft.records.interfaces[id] = { ...record, ...fields }
}

/**
 * The record without fields whose values no record may have, such as a description that is too long; nothing when
 * it cannot be without them. The lines that say them are carried then, as all lines that no record says.
 */
function acceptable(record: NetworkRecord, collection: CollectionName): NetworkRecord | undefined {
  const checked = collections[collection].safeParse(record)
  if (checked.success) return record
  const wrong = new Set(checked.error.issues.map(({ path }) => path[0]))
  const rest = Object.fromEntries(Object.entries(record).filter(([field]) => !wrong.has(field)))
  return collections[collection].safeParse(rest).success ? (rest as NetworkRecord) : undefined
}

/** Records in the order of ids, each as a file may hold it. */
export function finished(records: DraftRecords): Network {
  const network: { [name: string]: { [id: string]: NetworkRecord } } = {}
  for (const name of Object.keys(records) as CollectionName[]) {
    const ids = Object.keys(records[name]).sort()
    network[name] = Object.fromEntries(
      ids.flatMap((id) => {
        const record = records[name][id]
        const kept = record && acceptable(record, name)
        return kept === undefined ? [] : [[id, kept]]
      }),
    )
  }
  // The same collections with the same records.
  return network as unknown as Network
}
