import type { Random } from '../../src/edit/pseudo-random'
import type { DeviceInterface, Network, NetworkRecord, Peering, PeeringEnd } from '../../src/model'
import { byId } from '../../src/model'

/** What somebody did wrong, and the network with it; nothing where the network has no place for it. */
type Mutation = (network: Network, choose: Random) => Network | undefined

const one = <Item>(items: readonly Item[], choose: Random): Item | undefined => items[choose(items.length || 1)]

function put(network: Network, record: NetworkRecord): Network {
  const name = Object.keys(network).find((each) => record.id in network[each as keyof Network])
  if (name === undefined) throw new Error(`${record.id} is not in the network`)
  // The same collections, one record changed.
  return { ...network, [name]: { ...network[name as keyof Network], [record.id]: record } } as Network
}

const listed = <Item extends { readonly id: string }>(records: { readonly [id: string]: Item }) =>
  Object.values(records).sort(byId)

/** Changes one end of a peering. */
const atEnd =
  (
    fields: (end: PeeringEnd, peering: Peering, choose: Random, network: Network) => Partial<PeeringEnd> | undefined,
  ): Mutation =>
  (network, choose) => {
    const peering = one(listed(network.peerings), choose)
    const side = choose(2)
    const end = peering?.ends[side]
    if (peering === undefined || end === undefined || !('deviceId' in end.owner)) return undefined
    const changed = fields(end, peering, choose, network)
    if (changed === undefined) return undefined
    const after: PeeringEnd = { ...end, ...changed }
    const [first, second] = peering.ends
    return put(network, { ...peering, ends: side === 0 ? [after, second] : [first, after] })
  }

/** Changes one interface of a kind. */
const atInterface =
  (
    isMeant: (record: DeviceInterface) => boolean,
    fields: (record: DeviceInterface) => Partial<DeviceInterface>,
  ): Mutation =>
  (network, choose) => {
    const record = one(listed(network.interfaces).filter(isMeant), choose)
    return record === undefined ? undefined : put(network, { ...record, ...fields(record) })
  }

const isLoopback = ({ name }: DeviceInterface): boolean => name.startsWith('LoopBack')
const isAddressedPort = ({ name, ipv4, memberOf }: DeviceInterface): boolean =>
  name.includes('GE') && memberOf === undefined && (ipv4?.length ?? 0) > 0

// Values are of the branded types of the model; every record was parsed once and keeps its form.
const text = <Value>(value: string): Value => value as Value

export const mutations: { readonly [name: string]: Mutation } = {
  'a peer end is missing': atEnd(() => ({ notConfigured: true })),
  'the peer is ignored': atEnd(() => ({ ignore: true })),
  'wrong AS number': atEnd(() => ({ remoteAsNumber: 64999 as PeeringEnd['remoteAsNumber'] })),
  'wrong peer address': atEnd(() => ({ remoteAddress: text('203.0.113.77') })),
  'wrong source address': atEnd(() => ({ address: text('203.0.113.78'), connectInterface: 'address' })),
  'the peer is the device itself': atEnd(({ interfaceId }, _peering, _choose, network) => {
    const own = interfaceId === undefined ? undefined : network.interfaces[interfaceId]?.ipv4?.[0]?.split('/')[0]
    return own === undefined ? undefined : { remoteAddress: text(own) }
  }),
  'too few hops': atEnd(() => ({ ebgpMaxHop: 1 })),
  'no hop limit': atEnd(() => ({ ebgpMaxHop: 'none' })),
  'GTSM at one end': atEnd(() => ({ validTtlHops: 5 })),
  'no family in common': atEnd((_end, { families }) => ({ disabledFamilies: families })),
  'a keychain at one end': atEnd(() => ({ keychain: 'core' })),
  'another VPN instance': atEnd((_end, _peering, choose, network) => {
    const vrf = one(listed(network.vrfs), choose)
    return vrf === undefined ? undefined : { vrfId: vrf.id }
  }),
  'both ends only listen': (network, choose) => {
    const peering = one(listed(network.peerings), choose)
    if (peering === undefined) return undefined
    const [first, second] = peering.ends
    return put(network, {
      ...peering,
      ends: [
        { ...first, openMode: 'listen-only' },
        { ...second, openMode: 'listen-only' },
      ],
    })
  },
  'no family at all': (network, choose) => {
    const peering = one(listed(network.peerings), choose)
    return peering === undefined ? undefined : put(network, { ...peering, families: [] })
  },
  'a port is shut down': atInterface(isAddressedPort, () => ({ shutdown: true })),
  'a LoopBack is shut down': atInterface(isLoopback, () => ({ shutdown: true })),
  'a LoopBack is not announced': atInterface(isLoopback, () => ({ outsideUnderlay: true })),
  'a link is kept out of the underlay': atInterface(isAddressedPort, () => ({ outsideUnderlay: true })),
  'another OSPF area': atInterface(isAddressedPort, ({ ospf }) => ({ ospf: { ...ospf, area: 7 } })),
  'another OSPF network type': atInterface(isAddressedPort, ({ ospf }) => ({ ospf: { ...ospf, networkType: 'nbma' } })),
  'another OSPF hello interval': atInterface(isAddressedPort, ({ ospf }) => ({ ospf: { ...ospf, helloSeconds: 3 } })),
  'a silent interface': atInterface(isAddressedPort, ({ ospf }) => ({ ospf: { ...ospf, silent: true } })),
  'a Layer 2 port': atInterface(isAddressedPort, () => ({ mode: 'switched' })),
  'another subnet': atInterface(isAddressedPort, () => ({ ipv4: [text('198.18.7.1/30')] })),
  'a port in a VPN instance': (network, choose) => {
    const vrf = one(listed(network.vrfs), choose)
    return vrf === undefined ? undefined : atInterface(isAddressedPort, () => ({ vrfId: vrf.id }))(network, choose)
  },
  'a device is not in the underlay': (network, choose) => {
    const underlay = one(listed(network.underlays), choose)
    const device = one(underlay?.deviceIds ?? [], choose)
    if (underlay === undefined || device === undefined) return undefined
    return put(network, { ...underlay, deviceIds: underlay.deviceIds.filter((id) => id !== device) })
  },
  'one router ID twice': (network, choose) => {
    const devices = listed(network.devices)
    const [device, other] = [one(devices, choose), one(devices, choose)]
    const loopback = Object.values(network.interfaces).find(
      (each) => isLoopback(each) && each.deviceId === other?.id && each.ipv4?.[0] !== undefined,
    )
    const address = loopback?.ipv4?.[0]?.split('/')[0]
    if (device === undefined || device === other || address === undefined) return undefined
    return put(network, { ...device, routerId: text(address) })
  },
  'BMP without a port': (network, choose) => {
    const station = one(listed(network.stations), choose)
    if (station === undefined) return undefined
    const { tcpPort: _, ...without } = station
    return put(network, without)
  },
  'a foreign BMP source': (network, choose) => {
    const session = one(listed(network.bmpSessions), choose)
    return session === undefined ? undefined : put(network, { ...session, source: { address: text('203.0.113.79') } })
  },
}
