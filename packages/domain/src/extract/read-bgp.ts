import type { Ipv4Address } from '@weft/net'
import { parseAsNumber, parseIpv6Prefix } from '@weft/net'
import type { Family } from '../model'
import type { Command } from './commands'
import { commandReader } from './commands'
import type { BgpFacts } from './device-facts'
import type { PeerTable } from './read-bgp-peers'
import { emptyTable, peersOf, readFamilyLine, readSessionLine } from './read-bgp-peers'
import { accepted, ipv4Of, ipv4PrefixWithMask, numberOf } from './values'

type Draft = {
  readonly instance?: string
  routerId?: Ipv4Address
  keepAllRoutes: boolean
  privateFourByteAs: boolean
  clusterId?: Ipv4Address
  vpnTargetPolicy?: boolean
  readonly announce: BgpFacts['announce'][number][]
  readonly importRoutes: BgpFacts['importRoutes'][number][]
  readonly advertiseEvpn: BgpFacts['advertiseEvpn'][number][]
  readonly familySettings: BgpFacts['familySettings'][number][]
  /** By VPN instance; the public table under the empty name. */
  readonly tables: Map<string, PeerTable>
}

/**
 * One `bgp` process of the device.
 *
 * @param instance its name; absent: the base process
 */
export function readBgp(views: readonly Command[], instance?: string): BgpFacts | undefined {
  const asNumber = accepted(parseAsNumber(views[0]?.words[1] ?? ''))
  if (asNumber === undefined) return undefined
  const draft: Draft = {
    ...(instance === undefined ? {} : { instance }),
    keepAllRoutes: false,
    privateFourByteAs: false,
    announce: [],
    importRoutes: [],
    advertiseEvpn: [],
    familySettings: [],
    tables: new Map(),
  }
  for (const { children } of views) {
    for (const command of children) {
      if (!readProcessLine(draft, command)) readSessionLine(tableOf(draft, undefined), command)
    }
  }
  const { tables, ...facts } = draft
  return {
    ...facts,
    line: views[0]?.line ?? 0,
    asNumber,
    peers: [...tables.values()].flatMap((table) => peersOf(table, asNumber)),
  }
}

function tableOf({ tables, instance }: Draft, vrf: string | undefined): PeerTable {
  const known = tables.get(vrf ?? '') ?? emptyTable(vrf, instance === undefined || vrf !== undefined)
  tables.set(vrf ?? '', known)
  return known
}

const readProcessLine = commandReader<Draft>({
  'router-id *': (draft, [text = '']) => {
    const routerId = ipv4Of(text)
    if (routerId !== undefined) draft.routerId = routerId
  },
  'keep-all-routes': (draft) => {
    draft.keepAllRoutes = true
  },
  'private-4-byte-as enable': (draft) => {
    draft.privateFourByteAs = true
  },
  'ipv4-family unicast': (draft, _, view) => readFamily(draft, { family: 'ipv4-unicast' }, view),
  'ipv6-family unicast': (draft, _, view) => readFamily(draft, { family: 'ipv6-unicast' }, view),
  'ipv4-family vpnv4': (draft, _, view) => readFamily(draft, { family: 'vpnv4' }, view),
  'ipv6-family vpnv6': (draft, _, view) => readFamily(draft, { family: 'vpnv6' }, view),
  'l2vpn-family evpn': (draft, _, view) => readFamily(draft, { family: 'evpn' }, view),
  'ipv4-family vpn-instance *': (draft, [vrf = ''], view) => readFamily(draft, { family: 'ipv4-unicast', vrf }, view),
  'ipv6-family vpn-instance *': (draft, [vrf = ''], view) => readFamily(draft, { family: 'ipv6-unicast', vrf }, view),
  'vpn-instance *': (draft, [vrf], { children }) => {
    for (const command of children) readSessionLine(tableOf(draft, vrf), command)
  },
})

type At = { readonly family: Family; readonly vrf?: string }

function readFamily(draft: Draft, { family, vrf }: At, view: Command): void {
  const table = tableOf(draft, vrf)
  for (const command of view.children) {
    if (readFamilyLine({ table, family }, command)) continue
    if (readRouteLine({ draft, family, vrf }, command)) continue
    // Peers of a VPN instance are made in its family, which enables them.
    if (vrf === undefined || !readSessionLine(table, command)) continue
    const peer = table.peers.get(command.words[1] ?? '')
    if (peer !== undefined && !peer.families.has(family)) peer.families.set(family, { enabled: true })
  }
}

type InFamily = { readonly draft: Draft; readonly family: Family; readonly vrf: string | undefined }

const readRouteLine = commandReader<InFamily>({
  'network * *': (at, [address, length]) => addNetwork(at, { address, length }),
  'network * * route-policy *': (at, [address, length, policy]) => addNetwork(at, { address, length, policy }),
  'import-route direct': (at) => addImport(at, 'direct'),
  'import-route direct route-policy *': (at, [policy]) => addImport(at, 'direct', { policy }),
  'import-route static': (at) => addImport(at, 'static'),
  'import-route static route-policy *': (at, [policy]) => addImport(at, 'static', { policy }),
  'import-route ospf *': (at, [process]) => addImport(at, 'ospf', { process }),
  'import-route ospf * route-policy *': (at, [process, policy]) => addImport(at, 'ospf', { process, policy }),
  'import-route ospfv3 *': (at, [process]) => addImport(at, 'ospfv3', { process }),
  'import-route ospfv3 * route-policy *': (at, [process, policy]) => addImport(at, 'ospfv3', { process, policy }),
  'import-route isis *': (at, [process]) => addImport(at, 'isis', { process }),
  'import-route isis * route-policy *': (at, [process, policy]) => addImport(at, 'isis', { process, policy }),
  'advertise l2vpn evpn': ({ draft, family, vrf }) => {
    if (vrf === undefined || (family !== 'ipv4-unicast' && family !== 'ipv6-unicast')) return
    draft.advertiseEvpn.push({ family, vrf })
  },
  'reflector cluster-id *': ({ draft }, [text = '']) => {
    const clusterId = ipv4Of(text)
    if (clusterId !== undefined) draft.clusterId ??= clusterId
  },
  'undo synchronization': (at) => setting(at, { withoutSynchronization: true }),
  'maximum load-balancing *': (at, [text = '']) => {
    const routes = numberOf(text, 65535)
    if (routes !== undefined && routes > 0) setting(at, { maximumLoadBalancing: routes })
  },
  'policy vpn-target': ({ draft }) => {
    draft.vpnTargetPolicy ??= true
  },
  'undo policy vpn-target': ({ draft }) => {
    draft.vpnTargetPolicy ??= false
  },
})

type Network = { readonly address?: string; readonly length?: string; readonly policy?: string }

function addNetwork({ draft, family, vrf }: InFamily, { address = '', length = '', policy }: Network): void {
  const prefix =
    family === 'ipv6-unicast' ? accepted(parseIpv6Prefix(`${address}/${length}`)) : ipv4PrefixWithMask(address, length)
  if (prefix === undefined) return
  draft.announce.push({
    prefix,
    ...(vrf === undefined ? {} : { vrf }),
    ...(policy === undefined ? {} : { policy }),
  })
}

/** What is said of a family as a whole; each family has one item. */
function setting(
  { draft: { familySettings }, family, vrf }: InFamily,
  said: Omit<BgpFacts['familySettings'][number], 'family' | 'vrf'>,
): void {
  const at = familySettings.findIndex((each) => each.family === family && each.vrf === vrf)
  const known = familySettings[at] ?? { family, ...(vrf === undefined ? {} : { vrf }) }
  familySettings.splice(at < 0 ? familySettings.length : at, 1, { ...known, ...said })
}

function addImport(
  { draft, family, vrf }: InFamily,
  protocol: BgpFacts['importRoutes'][number]['protocol'],
  { process, policy }: { readonly process?: string; readonly policy?: string } = {},
): void {
  if (family !== 'ipv4-unicast' && family !== 'ipv6-unicast') return
  const processId = numberOf(process ?? '')
  const isProcess = protocol !== 'direct' && protocol !== 'static'
  if (isProcess && (processId === undefined || processId === 0)) return
  draft.importRoutes.push({
    protocol,
    family,
    ...(processId === undefined ? {} : { processId }),
    ...(vrf === undefined ? {} : { vrf }),
    ...(policy === undefined ? {} : { policy }),
  })
}
