import { interfaceNumber } from '@weft/net'
import type { AllocatedField, DeviceId, Network, Pool, RecordId } from '../model'

/** Pools of plain numbers, as against those of addresses. */
export type NumberPool = Extract<Pool, { readonly first: number }>
export type NumberPoolKind = NumberPool['kind']

/** A number somebody has, or the place of one somebody needs. Numbers of different scopes never meet. */
export type Held = { readonly by: RecordId; readonly value: number; readonly scope?: string }
export type Wanting = { readonly id: RecordId; readonly scope?: string }

type NumberRange = { readonly first: number; readonly last: number }

/** What differs between the kinds of numbers for the one who gives them. */
export type NumberKind = {
  readonly field: AllocatedField
  /** Used where a network has no pool of the kind. Absent: then nothing is given. */
  readonly otherwise?: NumberRange
  /** No pool may give these, whatever it says. */
  readonly unusable: readonly NumberRange[]
  readonly wanting: (network: Network) => readonly Wanting[]
  readonly held: (network: Network) => Iterable<Held>
}

export const numberKinds: { readonly [Kind in NumberPoolKind]: NumberKind } = {
  as: {
    field: 'asNumber',
    // The two-byte private AS numbers (RFC 6996); 65535 is reserved.
    otherwise: { first: 64512, last: 65534 },
    // AS_TRANS (RFC 6793), and the last of two and of four bytes (RFC 7300).
    unusable: [0, 23456, 65535, 4294967295].map(only),
    wanting: (network) => bgpSpeakers(network).filter(({ id }) => network.devices[id]?.asNumber === undefined),
    held: heldAsNumbers,
  },
  vlan: {
    field: 'vlan',
    // Below 1024, which every model of the catalogue carries.
    otherwise: { first: 501, last: 1000 },
    // Every port is in it until told otherwise.
    unusable: [only(1)],
    // A VLAN is part of what is drawn: it is taken when the link is.
    wanting: () => [],
    held: heldVlans,
  },
  'mlag-id': {
    field: 'mlagId',
    // `dfs-group 1 m-lag <id>` takes 1 to 2048 (fabric.md section 6).
    otherwise: { first: 1, last: 2048 },
    unusable: [only(0), { first: 2049, last: 65535 }],
    wanting: ({ attachments }) =>
      Object.values(attachments).flatMap(({ id, mlagId, pairId }) =>
        mlagId === undefined ? [{ id, scope: pairId }] : [],
      ),
    *held({ attachments }) {
      for (const { id, mlagId, pairId } of Object.values(attachments))
        if (mlagId !== undefined) yield { by: id, value: mlagId, scope: pairId }
    },
  },
  vni: {
    field: 'vni',
    unusable: [only(0)],
    // Without EVPN a bridge domain may well be without VXLAN.
    wanting: ({ bridgeDomains }) =>
      Object.values(bridgeDomains).filter(({ vni, evpn }) => vni === undefined && evpn !== undefined),
    *held({ bridgeDomains, vrfs }) {
      for (const { id, vni } of Object.values(bridgeDomains)) if (vni !== undefined) yield held(id, vni)
      for (const { id, vni } of Object.values(vrfs)) if (vni !== undefined) yield held(id, vni)
    },
  },
  'tcp-port': {
    field: 'tcpPort',
    // Well-known ports belong to other protocols (fabric.md section 5 for the TCP channel).
    unusable: [{ first: 0, last: 1023 }],
    wanting: ({ stations }) =>
      Object.values(stations).flatMap(({ id, tcpPort, address }) =>
        tcpPort === undefined ? [{ id, scope: address }] : [],
      ),
    *held({ stations }) {
      for (const { id, tcpPort, address } of Object.values(stations))
        if (tcpPort !== undefined) yield { by: id, value: tcpPort, scope: address }
    },
  },
}

function bgpSpeakers(network: Network): readonly { readonly id: DeviceId }[] {
  const speakers = new Set<DeviceId>()
  for (const { ends } of Object.values(network.peerings)) {
    for (const { owner, instance } of ends)
      if ('deviceId' in owner && instance === undefined) speakers.add(owner.deviceId)
  }
  for (const underlay of Object.values(network.underlays)) {
    if (underlay.kind === 'ebgp') for (const id of underlay.deviceIds) speakers.add(id)
  }
  for (const device of Object.values(network.devices)) if (device.bgp !== undefined) speakers.add(device.id)
  return [...speakers].filter((id) => network.devices[id] !== undefined).map((id) => ({ id }))
}

function* heldAsNumbers(network: Network): Iterable<Held> {
  for (const { id, asNumber, bgpInstances = [] } of Object.values(network.devices)) {
    if (asNumber !== undefined) yield held(id, asNumber)
    for (const instance of bgpInstances) yield held(id, instance.asNumber)
  }
  for (const { id, asNumber } of Object.values(network.hosts)) if (asNumber !== undefined) yield held(id, asNumber)
  for (const { id, ends } of Object.values(network.peerings)) {
    for (const { remoteAsNumber } of ends) if (remoteAsNumber !== undefined) yield held(id, remoteAsNumber)
  }
}

/** A VLAN that is used elsewhere would work on a cable of its own, but the next trunk or peer-link would join the two. */
function* heldVlans(network: Network): Iterable<Held> {
  for (const { id, vlan } of Object.values(network.vlanifLinks)) yield held(id, vlan)
  for (const { id, vlan } of Object.values(network.gateways)) yield held(id, vlan)
  for (const { id, vlans } of Object.values(network.attachments)) for (const vlan of vlans) yield held(id, vlan)
  for (const { id, extraVlans = [] } of Object.values(network.devices))
    for (const vlan of extraVlans) yield held(id, vlan)
  for (const { id, name, switching } of Object.values(network.interfaces)) {
    const number = name.startsWith('Vlanif') ? interfaceNumber(name) : undefined
    if (number !== undefined) yield held(id, number)
    if (switching?.vlan !== undefined) yield held(id, switching.vlan)
    for (const vlan of switching?.allowedVlans ?? []) yield held(id, vlan)
  }
}

function held(by: RecordId, value: number): Held {
  return { by, value }
}

function only(number: number): NumberRange {
  return { first: number, last: number }
}
