import type { Parsed } from '@weft/net'
import { invariant, parseInterfaceName } from '@weft/net'
import type {
  CollectionName,
  Design,
  Device,
  DeviceInterface,
  InterfaceId,
  Link,
  LinkEnd,
  LinkId,
  Network,
} from '../model'
import { collections } from '../model'

type RecordIn<Name extends CollectionName> = Network[Name][string]

/** A design under construction by code; people edit with commands instead. */
export type FabricDraft = ReturnType<typeof startDraft>

/** Text that code wrote itself: a refusal is a bug. */
export function must<T>(parse: (text: string) => Parsed<T>, text: string): T {
  const result = parse(text)
  invariant(result.ok, `generated text does not parse: ${text}`)
  return result.value
}

export function startDraft(from?: Design) {
  const names = Object.keys(collections) as CollectionName[]
  const network = Object.fromEntries(names.map((name) => [name, { ...from?.network[name] }])) as {
    [Name in CollectionName]: { [id: string]: RecordIn<Name> }
  }
  const positions: { [id: string]: { x: number; y: number } } = { ...from?.layout.positions }

  function add<Name extends CollectionName>(name: Name, record: RecordIn<Name>): RecordIn<Name> {
    const collection: { [id: string]: RecordIn<Name> } = network[name]
    collection[record.id] = record
    return record
  }

  return {
    network: network as Network,
    /** Adds a record, or replaces the one with its id. */
    add,
    place(id: string, x: number, y: number) {
      // Adding 0 makes a plain zero of the -0 that products give, which JSON cannot tell apart.
      positions[id] = { x: x + 0, y: y + 0 }
    },
    /** Interface record of a device, its id made from both names. */
    addInterface(device: Device, name: string, fields: Partial<DeviceInterface> = {}): DeviceInterface {
      const id: InterfaceId = `interface:${device.name}.${name.replaceAll(/[/:]/g, '-')}`
      return add('interfaces', { ...fields, id, deviceId: device.id, name: must(parseInterfaceName, name) })
    },
    addCable(name: string, a: LinkEnd, b: LinkEnd): Link {
      const id: LinkId = `link:${name}`
      return add('links', { id, ends: [a, b] })
    },
    design(): Design {
      return { network: network as Network, layout: { positions } }
    },
  }
}
