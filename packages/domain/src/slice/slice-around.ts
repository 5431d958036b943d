import { collectionOf } from '../document'
import type {
  CollectionName,
  DeviceId,
  DeviceInterface,
  InterfaceId,
  Network,
  NetworkRecord,
  PeeringEnd,
  RecordId,
} from '../model'
import { collections, referencesOf } from '../model'
import { sharedCollections } from './kinds'
import type { RecordGraph } from './record-graph'

/**
 * The part of a network that says everything about some devices: all records about them, of their neighbours what
 * faces them, and what a whole design shares. What is derived for these devices from the slice is what is derived for
 * them from the network; of their neighbours it may be less.
 *
 * @param also records that are there too
 */
export function sliceAround(
  network: Network,
  graph: RecordGraph,
  { devices, also }: { readonly devices: Iterable<DeviceId>; readonly also: Iterable<RecordId> },
): Network {
  const part: { [Name in CollectionName]: { [id: string]: NetworkRecord } } = emptyCollections(network)
  const whole = new Set<string>()
  const faced = new Set<string>()

  /** A record, and those it mentions. @returns whether it is new */
  const add = (id: string): boolean => {
    const name = collectionOf(id)
    const record = name === undefined ? undefined : network[name][id]
    if (name === undefined || record === undefined || sharedCollections.has(name)) return false
    if (Object.hasOwn(part[name], id)) return false
    part[name][id] = record
    if (name === 'interfaces') face(record as DeviceInterface)
    if (name === 'hosts') for (const mention of graph.mentioning(id)) add(mention)
    for (const reference of referencesOf(record)) add(reference.id)
    return true
  }

  /** An interface stands in its device: among LoopBacks, that give router IDs, and with the parts of its port. */
  const face = ({ id, deviceId, name }: DeviceInterface): void => {
    if (whole.has(deviceId)) return
    const isFirst = !faced.has(deviceId)
    faced.add(deviceId)
    const isTrunk = name.startsWith('Eth-Trunk')
    for (const mention of graph.mentioning(deviceId)) {
      const other = network.interfaces[mention]
      if (other === undefined) {
        if (isFirst && network.mlagPairs[mention] !== undefined) add(mention)
      } else if ((isFirst && other.name.startsWith('LoopBack')) || other.name.startsWith(`${name}.`)) add(mention)
      else if (isTrunk && other.memberOf === id) add(mention)
    }
  }

  /** Everything about a device. */
  const addWhole = (deviceId: string): void => {
    if (whole.has(deviceId)) return
    whole.add(deviceId)
    add(deviceId)
    for (const mention of graph.mentioning(deviceId)) addAbout(mention)
  }

  /** A record about a whole device, with everything that mentions it in turn. */
  const addAbout = (id: RecordId): void => {
    add(id)
    const isPair = network.mlagPairs[id] !== undefined
    if (!isPair && network.interfaces[id] === undefined) {
      if (network.peerings[id] !== undefined) addUnnamedEnds(id)
      return
    }
    for (const mention of graph.mentioning(id)) {
      add(mention)
      // What a cable carries, or joins.
      if (network.links[mention] !== undefined) for (const each of graph.mentioning(mention)) add(each)
    }
  }

  /** Addresses tell which interface an end runs from, or through, where no cable and no LoopBack does: any of its device. */
  const addUnnamedEnds = (id: string): void => {
    for (const end of network.peerings[id]?.ends ?? []) {
      const { owner, interfaceId } = end
      if (!('deviceId' in owner) || whole.has(owner.deviceId)) continue
      if (interfaceId !== undefined && namesItsInterface(network, end) && isPlaced(interfaceId)) continue
      for (const mention of graph.mentioning(owner.deviceId))
        if (network.interfaces[mention] !== undefined) add(mention)
    }
  }
  const isPlaced = (id: InterfaceId): boolean =>
    network.interfaces[id]?.name.startsWith('LoopBack') === true ||
    [...graph.mentioning(id)].some(
      (each) => network.links[each] !== undefined || network.vlanifLinks[each] !== undefined,
    )

  for (const deviceId of devices) {
    addWhole(deviceId)
    for (const mention of [...graph.mentioning(deviceId)]) {
      for (const member of network.mlagPairs[mention]?.members ?? []) addWhole(member)
    }
  }
  for (const id of also) add(id)
  // Every record went into the collection its id names.
  return part as unknown as Network
}

function emptyCollections(network: Network): { [Name in CollectionName]: { [id: string]: NetworkRecord } } {
  const names = Object.keys(collections) as CollectionName[] // the keys of a table whose keys are the collection names
  const entries = names.map((name) => [name, sharedCollections.has(name) ? network[name] : {}])
  return Object.fromEntries(entries)
}

/** Whether an end of a peering says which interface of its device it runs from. */
export function namesItsInterface(
  network: Network,
  { owner, interfaceId }: Pick<PeeringEnd, 'owner' | 'interfaceId'>,
): boolean {
  if (!('deviceId' in owner)) return true
  return interfaceId !== undefined && network.interfaces[interfaceId]?.deviceId === owner.deviceId
}
