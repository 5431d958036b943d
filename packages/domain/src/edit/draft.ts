import { collectionOf } from '../document'
import type {
  CollectionName,
  Design,
  DeviceId,
  DeviceInterface,
  LocalText,
  Network,
  NetworkRecord,
  RecordId,
} from '../model'
import { withoutStaleNotes } from './allocation-notes'
import { sides } from './apply-change'
import type { Change, Point, RecordEdit } from './command'

/** A design while a command works on it. Records are replaced, never changed in place. */
export type Draft = {
  /** As it stands now. */
  readonly network: Network
  /** Adds a record, or replaces the one with its id. */
  readonly put: (record: NetworkRecord) => void
  readonly remove: (id: RecordId) => void
  readonly place: (id: string, at: Point | undefined) => void
  /** True when a record has the id. */
  readonly has: (id: string) => boolean
  /** Names of the interface records of a device. */
  readonly interfaceNames: (deviceId: DeviceId) => ReadonlySet<string>
  /** Ids of interfaces a cable ends on. */
  readonly cabled: () => ReadonlySet<string>
  readonly close: (label: LocalText) => { readonly design: Design; readonly change: Change }
}

type Collections = { [Name in CollectionName]: { [id: string]: NetworkRecord } }

/** A collection is copied when the first of its records changes, so a command costs what it touches. */
export function openDraft(design: Design): Draft {
  // Each collection is copied before a record is put into it, and a record goes where its id says.
  const collections: Collections = { ...design.network } as Collections
  const network = collections as unknown as Network
  let positions: { [id: string]: Point } = design.layout.positions
  const touched = new Map<string, CollectionName>()
  const placed = new Set<string>()
  let names: Map<string, Set<string>> | undefined
  let cables: Set<string> | undefined

  const write = (id: RecordId, record: NetworkRecord | undefined) => {
    const name = collectionOf(id)
    if (name === undefined) return
    const before = network.interfaces[id]
    if (collections[name] === design.network[name]) collections[name] = { ...design.network[name] }
    if (record === undefined) delete collections[name][id]
    else collections[name][id] = record
    touched.set(id, name)
    if (name === 'interfaces') rename(before, network.interfaces[id])
    if (name === 'links') cables = undefined
  }

  const rename = (before: DeviceInterface | undefined, after: DeviceInterface | undefined) => {
    if (names === undefined) return
    if (before !== undefined) names.get(before.deviceId)?.delete(before.name)
    if (after !== undefined) addName(names, after)
  }

  const has = (id: string) => {
    const name = collectionOf(id)
    return name !== undefined && Object.hasOwn(collections[name], id)
  }

  const interfaceNames = (deviceId: DeviceId): ReadonlySet<string> => {
    names ??= namesByDevice(network)
    return names.get(deviceId) ?? new Set()
  }

  const cabled = (): ReadonlySet<string> => {
    cables ??= cabledInterfaces(network)
    return cables
  }

  const place = (id: string, at: Point | undefined) => {
    if (positions === design.layout.positions) positions = { ...design.layout.positions }
    if (at === undefined) delete positions[id]
    // Adding 0 makes a plain zero of -0, which a file cannot tell apart.
    else positions[id] = { x: at.x + 0, y: at.y + 0 }
    placed.add(id)
  }

  const close = (label: LocalText) => {
    const edits: RecordEdit[] = []
    for (const [id, collection] of touched) {
      const before = design.network[collection][id]
      const after = collections[collection][id]
      // The id came with a record of its kind.
      if (before !== after) edits.push({ collection, id: id as RecordId, ...sides<NetworkRecord>(before, after) })
    }
    for (const id of placed) {
      const before = design.layout.positions[id]
      const after = positions[id]
      if (before?.x !== after?.x || before?.y !== after?.y)
        edits.push({ collection: 'positions', id, ...sides(before, after) })
    }
    const next: Design = {
      network: touched.size === 0 ? design.network : network,
      layout: placed.size === 0 ? design.layout : { positions },
    }
    return { design: edits.length === 0 ? design : next, change: { label, edits } }
  }

  return {
    network,
    put: (record) => write(record.id, withoutStaleNotes(record)),
    remove: (id) => write(id, undefined),
    place,
    has,
    interfaceNames,
    cabled,
    close,
  }
}

function namesByDevice(network: Network): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const record of Object.values(network.interfaces)) addName(names, record)
  return names
}

function addName(names: Map<string, Set<string>>, { deviceId, name }: DeviceInterface): void {
  const ofDevice = names.get(deviceId)
  if (ofDevice === undefined) names.set(deviceId, new Set([name]))
  else ofDevice.add(name)
}

function cabledInterfaces(network: Network): Set<string> {
  const cabled = new Set<string>()
  for (const { ends } of Object.values(network.links)) {
    for (const end of ends) if ('interfaceId' in end) cabled.add(end.interfaceId)
  }
  return cabled
}
