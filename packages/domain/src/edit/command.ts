import type {
  CollectionName,
  Device,
  DeviceId,
  Host,
  HostId,
  InterfaceId,
  Layout,
  LinkId,
  LocalText,
  MlagAttachment,
  MlagPairId,
  NetworkRecord,
  RecordId,
  Station,
} from '../model'
import type { RenumberScope } from './chosen-numbers'

export type Point = { readonly x: number; readonly y: number }

/** A free record id is made by the shell (`freshId`), so that commands stay pure. */
export type Command =
  // generic edits of one record: the inspector speaks these
  | { readonly kind: 'record.set'; readonly id: RecordId; readonly fields: { readonly [field: string]: unknown } }
  | { readonly kind: 'record.create'; readonly record: NetworkRecord; readonly at?: Point }
  | { readonly kind: 'records.delete'; readonly ids: readonly RecordId[] }
  /** A peering or BMP session that an intent expands into becomes a record of its own. */
  | { readonly kind: 'record.detach'; readonly id: RecordId }
  // gestures of the canvas
  | {
      readonly kind: 'device.add'
      readonly id: DeviceId
      /** Absent: the model of the defaults of its role. */
      readonly model?: string
      readonly role?: Device['role']
      readonly name?: string
      /** Absent: below everything that is drawn. */
      readonly at?: Point
    }
  | {
      readonly kind: 'host.add'
      readonly id: HostId
      readonly hostKind: Host['kind']
      readonly name?: string
      readonly at: Point
    }
  | {
      readonly kind: 'station.add'
      readonly id: Station['id']
      readonly address?: string
      readonly name?: string
      readonly at: Point
    }
  | { readonly kind: 'loopback.add'; readonly id: InterfaceId; readonly deviceId: DeviceId }
  | {
      readonly kind: 'link.draw'
      readonly id: LinkId
      readonly from: EndChoice
      readonly to: EndChoice
      /** Interface record ids for ends that need a new one. */
      readonly newInterfaceIds: readonly [InterfaceId, InterfaceId]
      /** routed: both ports get `undo portswitch` and an address; switched: nothing is set. */
      readonly mode: 'routed' | 'switched'
    }
  | {
      readonly kind: 'vlanif-link.draw'
      readonly id: RecordId & `vlanif-link:${string}`
      readonly over: LinkId
      readonly vlan?: number
      readonly newInterfaceIds: readonly [InterfaceId, InterfaceId]
    }
  | {
      /** Two devices become an M-LAG pair: peer-link Eth-Trunk with two cables, DAD over a routed cable of its own, DFS group. */
      readonly kind: 'mlag.pair'
      readonly id: MlagPairId
      readonly members: readonly [DeviceId, DeviceId]
      /** At least four fresh suffixes for the records the pair needs. */
      readonly freshIds: readonly string[]
    }
  | { readonly kind: 'mlag.set-sync-port'; readonly pairId: MlagPairId; readonly tcpPort: number }
  | {
      /** A host cabled to both members becomes an M-LAG attachment (Eth-Trunks, M-LAG id, cables). */
      readonly kind: 'mlag.attach'
      readonly id: MlagAttachment['id']
      readonly pairId: MlagPairId
      readonly hostId: HostId
      /** At least two fresh suffixes. */
      readonly freshIds: readonly string[]
      readonly vlans?: readonly number[]
    }
  | { readonly kind: 'vlanif-link.set-vlan'; readonly id: RecordId & `vlanif-link:${string}`; readonly vlan: number }
  | {
      readonly kind: 'records.paste'
      readonly records: readonly NetworkRecord[]
      readonly positions: Layout['positions']
    }
  /** Gives numbers anew; nothing else ever renumbers. */
  | { readonly kind: 'numbers.renumber'; readonly what: RenumberScope }
  // layout only: nothing compiles
  | { readonly kind: 'layout.move'; readonly positions: Layout['positions'] }
  /** Several commands as one step of undo. */
  | { readonly kind: 'batch'; readonly label: LocalText; readonly commands: readonly Command[] }

/** A link end a person chose: a device (a free fitting port is proposed) or an exact port. */
export type EndChoice =
  | { readonly kind: 'device'; readonly deviceId: DeviceId; readonly portName?: string }
  | { readonly kind: 'interface'; readonly interfaceId: InterfaceId }
  | { readonly kind: 'host'; readonly hostId: HostId; readonly port?: string }
  | { readonly kind: 'station'; readonly stationId: Station['id'] }

/** Before and after of one record; `before` absent: created, `after` absent: deleted. */
export type NetworkEdit = {
  readonly collection: CollectionName
  readonly id: RecordId
  readonly before?: NetworkRecord
  readonly after?: NetworkRecord
}
export type RecordEdit =
  | NetworkEdit
  | { readonly collection: 'positions'; readonly id: string; readonly before?: Point; readonly after?: Point }

/** A reversible step. Applying it and then its inverse gives the same design. */
export type Change = { readonly label: LocalText; readonly edits: readonly RecordEdit[] }

/** Why a command was not carried out. */
export type Refusal = { readonly what: LocalText; readonly remedy: LocalText; readonly records: readonly RecordId[] }
