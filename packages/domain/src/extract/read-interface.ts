import type { InterfaceName } from '@weft/net'
import { interfaceKind, parseIpv6Address, parseIpv6InterfaceAddress, parseMacAddress } from '@weft/net'
import type { Command } from './commands'
import { commandReader } from './commands'
import type { InterfaceFacts } from './device-facts'
import { readRanges } from './normal-form'
import { accepted, interfaceNameOf, ipv4WithMask, numberOf } from './values'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type Draft = Mutable<Omit<InterfaceFacts, 'switching' | 'ipv4' | 'ipv6' | 'excludedVlans' | 'ospf'>> & {
  ospf: Mutable<NonNullable<InterfaceFacts['ospf']>>
  ipv4: InterfaceFacts['ipv4'][number][]
  ipv6: InterfaceFacts['ipv6'][number][]
  excludedVlans: number[]
  linkType: string
  accessVlan: number | undefined
  nativeVlan: number | undefined
  /** VLAN 1 passes a trunk until it is taken off. */
  allowed: Set<number>
  edgePort: boolean
}

/** One `interface` view; a repeated view goes on where the first one ended. */
export function readInterface(name: InterfaceName, views: readonly Command[]): InterfaceFacts {
  const draft: Draft = {
    name,
    line: views[0]?.line ?? 0,
    ipv4: [],
    ipv6: [],
    ospf: {},
    excludedVlans: [],
    linkType: 'access',
    accessVlan: undefined,
    nativeVlan: undefined,
    allowed: new Set([1]),
    edgePort: false,
  }
  for (const { children } of views) for (const command of children) readLine(draft, command)
  const { linkType, accessVlan, nativeVlan, allowed, edgePort, ospf, ...facts } = draft
  const kind = interfaceKind(name)
  const switching = switchingOf({ linkType, accessVlan, nativeVlan, allowed, edgePort })
  return {
    ...facts,
    ...(Object.keys(ospf).length === 0 ? {} : { ospf }),
    ...(kind === 'eth-trunk' ? { aggregation: facts.aggregation ?? 'manual' } : {}),
    ...(switching === undefined ? {} : { switching }),
  }
}

const readLine = commandReader<Draft>({
  'undo portswitch': (draft) => {
    draft.mode = 'routed'
  },
  portswitch: (draft) => {
    draft.mode = 'switched'
  },
  'description **': (draft, _, { text }) => {
    // The blanks inside a description belong to it, so it is read from the line and not from its words.
    draft.description = text.slice('description'.length).trim()
  },
  shutdown: (draft) => {
    draft.shutdown = true
  },
  'mtu *': (draft, [mtu = '']) => set(draft, 'mtu', numberOf(mtu, 65535)),
  'ip binding vpn-instance *': (draft, [vrf]) => set(draft, 'vrf', vrf),
  'ip address * *': (draft, [address = '', mask = '']) => {
    const primary = ipv4WithMask(address, mask)
    if (primary !== undefined) draft.ipv4.unshift(primary)
  },
  'ip address * * sub': (draft, [address = '', mask = '']) => {
    const secondary = ipv4WithMask(address, mask)
    if (secondary !== undefined) draft.ipv4.push(secondary)
  },
  'ip address unnumbered interface *': (draft, [name = '']) => set(draft, 'unnumberedFrom', interfaceNameOf(name)),
  'ipv6 address * link-local': (draft, [address = '']) =>
    set(draft, 'ipv6LinkLocal', accepted(parseIpv6Address(address))),
  'ipv6 address *': (draft, [address = '']) => {
    const value = accepted(parseIpv6InterfaceAddress(address))
    if (value !== undefined) draft.ipv6.push(value)
  },
  'mac-address *': (draft, [address = '']) => set(draft, 'macAddress', accepted(parseMacAddress(address))),
  'm-lag ip address * *': (draft, [address = '', mask = '']) => set(draft, 'mlagIpv4', ipv4WithMask(address, mask)),
  'arp proxy enable': (draft) => {
    draft.arpProxy = true
  },
  'eth-trunk *': (draft, [number = '']) => set(draft, 'memberOf', interfaceNameOf(`Eth-Trunk${number}`)),
  'mode lacp-static': (draft) => {
    draft.aggregation = 'lacp-static'
  },
  'mode lacp-dynamic': (draft) => {
    draft.aggregation = 'lacp-dynamic'
  },
  'port link-type *': (draft, [type = '']) => {
    draft.linkType = type
  },
  'port default vlan *': (draft, [vlan = '']) => {
    draft.accessVlan = numberOf(vlan, 4094)
  },
  'port trunk pvid vlan *': (draft, [vlan = '']) => {
    draft.nativeVlan = numberOf(vlan, 4094)
  },
  'port trunk allow-pass vlan **': (draft, [items = '']) => {
    for (const vlan of readRanges(items.split(' ')) ?? []) draft.allowed.add(vlan)
  },
  'undo port trunk allow-pass vlan **': (draft, [items = '']) => {
    for (const vlan of readRanges(items.split(' ')) ?? []) draft.allowed.delete(vlan)
  },
  'stp edged-port enable': (draft) => {
    draft.edgePort = true
  },
  'peer-link 1': (draft) => {
    draft.peerLink = { virtual: false }
  },
  'peer-link 1 virtual-link': (draft) => {
    draft.peerLink = { virtual: true }
  },
  'port vlan exclude **': (draft, [items = '']) => {
    draft.excludedVlans.push(...(readRanges(items.split(' ')) ?? []))
  },
  'dfs-group 1 m-lag *': (draft, [id = '']) => {
    const number = numberOf(id, 65535)
    if (number !== undefined) draft.mlagMember = { id: number, mode: 'dual-active' }
  },
  'dfs-group 1 m-lag * active-standby': (draft, [id = '']) => {
    const number = numberOf(id, 65535)
    if (number !== undefined) draft.mlagMember = { id: number, mode: 'active-standby' }
  },
  'm-lag unpaired-port reserved': (draft) => {
    draft.unpairedPortReserved = true
  },
  'ospf cost *': ({ ospf }, [cost = '']) => set(ospf, 'cost', numberOf(cost, 65535)),
  'ospf network-type *': ({ ospf }, [type = '']) => {
    if (type === 'broadcast' || type === 'p2p' || type === 'p2mp' || type === 'nbma') ospf.networkType = type
  },
  'ospf timer hello *': ({ ospf }, [seconds = '']) => set(ospf, 'helloSeconds', numberOf(seconds, 65535)),
  'ospf timer dead *': ({ ospf }, [seconds = '']) => set(ospf, 'deadSeconds', numberOf(seconds, 235926000)),
})

function set<D, Key extends keyof D>(draft: D, key: Key, value: D[Key] | undefined): void {
  if (value !== undefined) draft[key] = value
}

/** Nothing for a port without settings of its own, and for a hybrid port, which no record says. */
function switchingOf({
  linkType,
  accessVlan,
  nativeVlan,
  allowed,
  edgePort,
}: Pick<Draft, 'linkType' | 'accessVlan' | 'nativeVlan' | 'allowed' | 'edgePort'>): InterfaceFacts['switching'] {
  const edge = edgePort ? { edgePort } : {}
  if (linkType === 'trunk') {
    const vlan = nativeVlan === undefined ? {} : { vlan: nativeVlan }
    return { linkType, ...vlan, allowedVlans: [...allowed].sort((a, b) => a - b), ...edge }
  }
  if (linkType !== 'access' || (accessVlan === undefined && !edgePort)) return undefined
  return { linkType, ...(accessVlan === undefined ? {} : { vlan: accessVlan }), allowedVlans: [], ...edge }
}
