import type { DeviceId, HostId, InterfaceId, LinkId, LocalText, RecordId, VrfId } from '@weft/domain'

/** A name of an interface of a node: at most 15 characters, as the kernel has it (IFNAMSIZ is 16 with its end). */
export type LinuxName = string

/** Which interface of the design stands behind one of a node. */
export type NamedInterface = {
  readonly linux: LinuxName
  /** As the device calls it, with the VLAN where one wire of a switched port is meant. */
  readonly device: string
  readonly interfaceId?: InterfaceId
}

/** One network namespace or container. */
export type LabNode = {
  /** Letters, digits and `-` only: the one name of a node that shells and file systems see. */
  readonly name: string
  readonly kind: 'router' | 'host' | 'hub'
  readonly recordId?: DeviceId | HostId | `station:${string}`
  readonly interfaces: readonly NamedInterface[]
  /** VPN instances and the VRF device each became. */
  readonly vrfs: ReadonlyMap<VrfId, LinuxName>
  /** What is set before interfaces exist: kernel settings, `key=value`. */
  readonly sysctls: readonly string[]
  /** Words after `ip`, one list per command, before the wires of the node are plugged in. */
  readonly before: readonly IpCommand[]
  /** Words after `ip` once its wires are there. */
  readonly after: readonly IpCommand[]
  /** Present on routers. `bmp`: its BGP daemon needs the module for it. */
  readonly frr?: { readonly daemons: readonly FrrDaemon[]; readonly bmp: boolean; readonly config: string }
  /** TCP ports of a BMP station. */
  readonly listensOn?: readonly number[]
}

export type IpCommand = readonly string[]
export type FrrDaemon = 'zebra' | 'staticd' | 'bgpd' | 'ospfd' | 'ospf6d' | 'isisd' | 'bfdd'

/**
 * A pair of virtual Ethernet ports. A VLAN on a trunk is a wire of its own instead of a tag, so that the
 * lab also runs on kernels without 802.1Q; an Eth-Trunk is one wire as long as one of its cables lives.
 */
export type Wire = {
  readonly ends: readonly [WireEnd, WireEnd]
  /** The wire is cut when all of these are down. None: something no cable is drawn for. */
  readonly links: readonly LinkId[]
}
export type WireEnd = { readonly node: string; readonly linux: LinuxName }

/** Something the design says that the lab does not do. */
export type Loss = {
  readonly records: readonly RecordId[]
  readonly feature: string
  readonly why: LocalText
  /** Routes in the lab may differ for it: what hangs on routes is not predicted. */
  readonly changesRoutes?: true
}

export type Lab = {
  readonly nodes: readonly LabNode[]
  readonly wires: readonly Wire[]
  readonly losses: readonly Loss[]
  /** How long its protocols may be silent and still change their mind. */
  readonly patienceSeconds: number
  /** How long its protocols need at their start until they have said everything once. */
  readonly startSeconds: number
}

/** A lab and its routers by their devices. */
export type LabNodes = { readonly lab: Lab; readonly nodes: ReadonlyMap<LabNode['recordId'], LabNode> }
