import type { AsNumber } from '@weft/net'
import { parseAsNumber } from '@weft/net'
import type { Family } from '../model'
import type { Command } from './commands'
import { commandReader } from './commands'
import type { PeerFacts, PeerFamilyFacts } from './device-facts'
import { accepted, interfaceNameOf, ipOf, numberOf } from './values'

type Mutable<T> = { -readonly [Key in keyof T]?: T[Key] }
/** What lines of the process say about a peer or group. */
type Settings = Mutable<Omit<PeerFacts, 'line' | 'address' | 'vrf' | 'families' | 'inherited'>>
/** What lines of a family say about it. */
type FamilySettings = Mutable<PeerFamilyFacts>

/** A peer or a group while the process is read. */
type PeerDraft = {
  readonly line: number
  readonly settings: Settings
  readonly families: Map<Family, FamilySettings>
}

/** Peers and groups of one routing table, by address or name. */
export type PeerTable = {
  readonly vrf?: string
  /** IPv4 peers are enabled for IPv4 unicast by themselves; the public table of a further process has no such family. */
  readonly enablesIpv4: boolean
  readonly peers: Map<string, PeerDraft>
  /** Groups whose members are in the AS of the device. */
  readonly internalGroups: Set<string>
}

export function emptyTable(vrf: string | undefined, enablesIpv4: boolean): PeerTable {
  return { ...(vrf === undefined ? {} : { vrf }), enablesIpv4, peers: new Map(), internalGroups: new Set() }
}

function peerOf({ peers }: PeerTable, name: string, line: number): PeerDraft {
  const known = peers.get(name)
  if (known !== undefined) return known
  const fresh: PeerDraft = { line, settings: {}, families: new Map() }
  peers.set(name, fresh)
  return fresh
}

/** Lines that make a peer or group and say how it is reached. */
export const readSessionLine = commandReader<PeerTable>({
  'group * internal': ({ internalGroups }, [name = '']) => {
    internalGroups.add(name)
  },
  'peer * as-number *': (table, [name = '', text = ''], { line }) => {
    const asNumber = accepted(parseAsNumber(text))
    if (asNumber !== undefined) peerOf(table, name, line).settings.asNumber = asNumber
  },
  'peer * group *': (table, [name = '', group = ''], { line }) => {
    peerOf(table, name, line).settings.group = group
  },
  'peer * ebgp-max-hop *': (table, [name = '', text = ''], { line }) => {
    const hops = numberOf(text, 255)
    if (hops !== undefined) peerOf(table, name, line).settings.ebgpMaxHop = hops
  },
  'peer * valid-ttl-hops *': (table, [name = '', text = ''], { line }) => {
    const hops = numberOf(text, 255)
    if (hops !== undefined) peerOf(table, name, line).settings.validTtlHops = hops
  },
  'peer * bfd enable': (table, [name = ''], { line }) => {
    peerOf(table, name, line).settings.bfd = true
  },
  'peer * connect-interface *': (table, [name = '', text = ''], { line }) => {
    const { settings } = peerOf(table, name, line)
    const sourceInterface = interfaceNameOf(text)
    const sourceAddress = ipOf(text)
    if (sourceInterface !== undefined) settings.sourceInterface = sourceInterface
    if (sourceAddress !== undefined) settings.sourceAddress = sourceAddress
  },
  'peer * connect-interface * *': (table, [name = '', text = '', address = ''], { line }) => {
    const sourceInterface = interfaceNameOf(text)
    const sourceAddress = ipOf(address)
    if (sourceInterface === undefined || sourceAddress === undefined) return
    Object.assign(peerOf(table, name, line).settings, { sourceInterface, sourceAddress })
  },
  'peer * description **': (table, [name = ''], { line, text }) => {
    const description = /^peer\s+\S+\s+description\s+(.*)$/.exec(text)?.[1]
    if (description !== undefined) peerOf(table, name, line).settings.description = description
  },
  'peer * keychain *': (table, [name = '', keychain = ''], { line }) => {
    peerOf(table, name, line).settings.keychain = keychain
  },
  'peer * timer keepalive * hold *': (table, [name = '', keepalive = '', hold = ''], { line }) => {
    const keepaliveSeconds = numberOf(keepalive)
    const holdSeconds = numberOf(hold)
    if (keepaliveSeconds === undefined || holdSeconds === undefined) return
    Object.assign(peerOf(table, name, line).settings, { keepaliveSeconds, holdSeconds })
  },
  'peer * rely-state interface *': (table, [name = '', text = ''], { line }) => {
    const { settings } = peerOf(table, name, line)
    const tracked = interfaceNameOf(text)
    if (tracked !== undefined) settings.relyStateInterfaces = [...(settings.relyStateInterfaces ?? []), tracked]
  },
  'peer * listen-only': (table, [name = ''], { line }) => {
    peerOf(table, name, line).settings.openMode = 'listen-only'
  },
  'peer * connect-only': (table, [name = ''], { line }) => {
    peerOf(table, name, line).settings.openMode = 'connect-only'
  },
  'peer * ignore': (table, [name = ''], { line }) => {
    peerOf(table, name, line).settings.ignore = true
  },
})

type InFamily = { readonly table: PeerTable; readonly family: Family }

function inFamily({ table, family }: InFamily, name: string, { line }: Command): FamilySettings {
  const { families } = peerOf(table, name, line)
  const known = families.get(family) ?? {}
  families.set(family, known)
  return known
}

const reoriginatedRoutes = ['ip', 'ipv6', 'mac', 'mac-ip', 'mac-ipv6'] as const
type Evpn = NonNullable<PeerFamilyFacts['evpn']>

function evpn(at: InFamily, name: string, command: Command, said: Evpn): void {
  const settings = inFamily(at, name, command)
  settings.evpn = { ...settings.evpn, ...said }
}

/** Lines of a family about peers that exist. */
export const readFamilyLine = commandReader<InFamily>({
  'peer * enable': (at, [name = ''], command) => {
    inFamily(at, name, command).enabled = true
  },
  'undo peer * enable': (at, [name = ''], command) => {
    inFamily(at, name, command).enabled = false
  },
  'peer * reflect-client': (at, [name = ''], command) => {
    inFamily(at, name, command).reflectClient = true
  },
  'peer * next-hop-local': (at, [name = ''], command) => {
    inFamily(at, name, command).nextHopLocal = true
  },
  'peer * next-hop-invariable': (at, [name = ''], command) => {
    inFamily(at, name, command).nextHopInvariable = true
  },
  'peer * next-hop-invariable include-unicast-route': (at, [name = ''], command) => {
    inFamily(at, name, command).nextHopInvariable = true
  },
  'peer * allow-as-loop': (at, [name = ''], command) => {
    inFamily(at, name, command).allowAsLoop = 1
  },
  'peer * allow-as-loop *': (at, [name = '', text = ''], command) => {
    const loops = numberOf(text, 255)
    if (loops !== undefined) inFamily(at, name, command).allowAsLoop = loops
  },
  'peer * route-policy * import': (at, [name = '', filter], command) => {
    inFamily(at, name, command).importPolicy = filter
  },
  'peer * route-policy * export': (at, [name = '', filter], command) => {
    inFamily(at, name, command).exportPolicy = filter
  },
  'peer * ip-prefix * import': (at, [name = '', filter], command) => {
    inFamily(at, name, command).importPrefixList = filter
  },
  'peer * ip-prefix * export': (at, [name = '', filter], command) => {
    inFamily(at, name, command).exportPrefixList = filter
  },
  'peer * ipv6-prefix * import': (at, [name = '', filter], command) => {
    inFamily(at, name, command).importPrefixList = filter
  },
  'peer * ipv6-prefix * export': (at, [name = '', filter], command) => {
    inFamily(at, name, command).exportPrefixList = filter
  },
  'peer * as-path-filter * import': (at, [name = '', filter], command) => {
    inFamily(at, name, command).importAsPathFilter = filter
  },
  'peer * as-path-filter * export': (at, [name = '', filter], command) => {
    inFamily(at, name, command).exportAsPathFilter = filter
  },
  'peer * advertise irb': (at, [name = ''], command) => evpn(at, name, command, { advertise: 'irb' }),
  'peer * advertise arp': (at, [name = ''], command) => evpn(at, name, command, { advertise: 'arp' }),
  'peer * advertise irbv6': (at, [name = ''], command) => evpn(at, name, command, { advertiseIpv6: 'irbv6' }),
  'peer * advertise nd': (at, [name = ''], command) => evpn(at, name, command, { advertiseIpv6: 'nd' }),
  'peer * advertise encap-type vxlan': (at, [name = ''], command) =>
    evpn(at, name, command, { encapsulation: 'vxlan' }),
  'peer * import reoriginate': (at, [name = ''], command) => evpn(at, name, command, { importReoriginate: true }),
  'peer * advertise route-reoriginated evpn *': (at, [name = '', text = ''], command) => {
    const routes = reoriginatedRoutes.find((each) => each === text)
    if (routes === undefined) return
    const known = inFamily(at, name, command).evpn?.advertiseReoriginated ?? []
    evpn(at, name, command, { advertiseReoriginated: [...known, routes] })
  },
  'peer * group *': (at, [name = '', group = ''], command) => {
    inFamily(at, name, command).enabled = true
    const { settings } = peerOf(at.table, name, command.line)
    settings.group ??= group
  },
})

/** The peers of a table with what their groups say; a peer whose AS number nobody says is none yet. */
export function peersOf(table: PeerTable, ownAsNumber: AsNumber): readonly PeerFacts[] {
  const peers: PeerFacts[] = []
  for (const [name, draft] of table.peers) {
    const address = ipOf(name)
    if (address === undefined) continue
    const groupName = draft.settings.group
    const group = groupName === undefined ? undefined : table.peers.get(groupName)
    const ofGroup = groupSettings(groupName, group, table, ownAsNumber)
    const settings = { ...ofGroup, ...draft.settings }
    const { asNumber } = settings
    if (asNumber === undefined) continue
    peers.push({
      ...settings,
      ...(table.vrf === undefined ? {} : { vrf: table.vrf }),
      line: draft.line,
      address,
      asNumber,
      bfd: settings.bfd ?? false,
      relyStateInterfaces: settings.relyStateInterfaces ?? [],
      families: familiesOf(table.enablesIpv4 && !address.includes(':'), draft, group),
      inherited: [
        ...Object.keys(ofGroup).filter((key) => !Object.hasOwn(draft.settings, key)),
        ...inheritedInFamilies(draft, group),
      ],
    })
  }
  return peers
}

function groupSettings(
  name: string | undefined,
  group: PeerDraft | undefined,
  { internalGroups }: PeerTable,
  ownAsNumber: AsNumber,
): Settings {
  const internal: Settings = name !== undefined && internalGroups.has(name) ? { asNumber: ownAsNumber } : {}
  return { ...internal, ...group?.settings }
}

/** Options that the group has in some family and the peer itself in none. */
function inheritedInFamilies(peer: PeerDraft, group: PeerDraft | undefined): readonly string[] {
  const named = (draft: PeerDraft | undefined) =>
    new Set([...(draft?.families.values() ?? [])].flatMap((settings) => Object.keys(settings)))
  const own = named(peer)
  return [...named(group)].filter((option) => option !== 'enabled' && !own.has(option))
}

function familiesOf(
  isEnabledForIpv4: boolean,
  { families }: PeerDraft,
  group: PeerDraft | undefined,
): ReadonlyMap<Family, PeerFamilyFacts> {
  const names = new Set<Family>([...families.keys(), ...(group?.families.keys() ?? [])])
  if (isEnabledForIpv4) names.add('ipv4-unicast')
  const found = new Map<Family, PeerFamilyFacts>()
  for (const family of names) {
    const own = { ...group?.families.get(family), ...families.get(family) }
    found.set(family, {
      ...own,
      enabled: own.enabled ?? (family === 'ipv4-unicast' && isEnabledForIpv4),
      reflectClient: own.reflectClient ?? false,
      nextHopLocal: own.nextHopLocal ?? false,
      nextHopInvariable: own.nextHopInvariable ?? false,
    })
  }
  return found
}
