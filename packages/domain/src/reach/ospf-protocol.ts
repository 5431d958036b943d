import { networkOf } from '@weft/net'
import type { AreaIntent, InterfaceIntent, OspfTerms } from '../intent'
import { ospfAreas } from './areas'
import type { IgpMember, IgpPort, LinkStateProtocol } from './link-state-protocol'
import type { OspfEnd } from './ospf-adjacency'
import { ospfAdjacencyFacts, ospfTimers } from './ospf-adjacency'

/** Preferences of VRP. @source routing.md D1; CR "preference (OSPF view)" */
const preferences = { preference: 10, externalPreference: 150 } as const

/** OSPF, for IPv4. */
export const ospfv2: LinkStateProtocol = {
  ...preferences,
  name: 'ospf',
  versions: [4],
  runs: ({ ospf }) => ospf !== undefined,
  member: ({ device, intent }) => {
    const process = processOf(device.ospf, intent.ospf)
    return member(intent, intent.ospf, process)
  },
  carries: () => true,
  cost: ({ ospf }) => ospf?.cost ?? 1,
  announces: ({ device, intent }) => {
    if (intent.kind === 'loopback') return 'host'
    return processOf(device.ospf, intent.ospf)?.suppressReachability === true ? 'nothing' : 'subnet'
  },
  facts: (a, b, others) => ospfAdjacencyFacts([endOf(a), endOf(b)], { protocol: 'OSPF', others }),
  sharedAreas: ({ intent }) => (intent.ospf === undefined ? [] : [intent.ospf.area]),
  segmentKey: (port) => {
    const subnet = port.intent.ipv4[0]?.value
    return subnet === undefined ? undefined : segmentKey(endOf(port), networkOf(subnet))
  },
  areas: ospfAreas,
}

/** OSPF for IPv6: neighbours meet by their link-local addresses, so they need no subnet in common. */
export const ospfv3: LinkStateProtocol = {
  ...preferences,
  name: 'ospfv3',
  versions: [6],
  runs: (intent) => intent.ospfv3 !== undefined,
  member: ({ device, intent }) => {
    const process = processOf(device.ospfv3, intent.ospfv3)
    return member(intent, intent.ospfv3, process?.routerId === undefined ? undefined : process)
  },
  carries: () => true,
  cost: (intent) => intent.ospfv3?.cost ?? 1,
  announces: ({ intent }) => (intent.kind === 'loopback' ? 'host' : 'subnet'),
  facts: (a, b, others) => ospfAdjacencyFacts([v3EndOf(a), v3EndOf(b)], { protocol: 'OSPFv3', others }),
  sharedAreas: ({ intent }) => (intent.ospfv3 === undefined ? [] : [intent.ospfv3.area]),
  segmentKey: (port) => segmentKey(v3EndOf(port), String(port.intent.ospfv3?.instanceId ?? 0)),
  areas: ospfAreas,
}

type Process = { readonly underlayId: string; readonly vrfId?: string; readonly areas: readonly AreaIntent[] }

function processOf<P extends Process>(processes: readonly P[], terms: OspfTerms | undefined): P | undefined {
  return processes.find(({ underlayId }) => underlayId === terms?.underlayId)
}

/** A process takes no interface of another VPN instance. */
function member({ vrfId }: InterfaceIntent, terms: OspfTerms | undefined, process: Process | undefined): IgpMember {
  if (terms === undefined || process === undefined || process.vrfId !== vrfId) return { processId: 0, areas: [] }
  const area = process.areas.find(({ area }) => area === terms.area)
  const type = area?.type ?? 'normal'
  return {
    processId: terms.processId,
    areas: [{ area: terms.area, type, summaries: type === 'normal' || area?.options.includes('no-summary') !== true }],
  }
}

function segmentKey({ terms }: OspfEnd, place: string): string | undefined {
  if (terms.silent || terms.networkType.value === 'p2p') return undefined
  const { hello, dead } = ospfTimers(terms)
  return [place, terms.area, terms.networkType.value, hello, dead].join(' ')
}

function endOf({ device, intent, up }: IgpPort): OspfEnd {
  const { ospf } = intent
  if (ospf === undefined) throw new Error(`invariant violated: ${intent.name} runs no OSPF`)
  const process = processOf(device.ospf, ospf)
  return {
    deviceName: device.device.name,
    intent,
    terms: ospf,
    up,
    routerId: process?.routerId?.value ?? device.routerId?.value,
    areaType: areaTypeOf(process, ospf),
    subnet: subnetOf(intent),
    checksMtu: ospf.checksMtu,
  }
}

function v3EndOf({ device, intent, up }: IgpPort): OspfEnd {
  const terms = intent.ospfv3
  if (terms === undefined) throw new Error(`invariant violated: ${intent.name} runs no OSPFv3`)
  const process = processOf(device.ospfv3, terms)
  return {
    deviceName: device.device.name,
    intent,
    terms,
    up,
    routerId: process?.routerId?.value ?? 'none',
    areaType: areaTypeOf(process, terms),
    instanceId: terms.instanceId,
    checksMtu: false,
  }
}

function areaTypeOf(process: Process | undefined, terms: OspfTerms): AreaIntent['type'] {
  return process?.areas.find(({ area }) => area === terms.area)?.type ?? 'normal'
}

/** Unnumbered ends share no subnet and need none. */
function subnetOf({ ipv4, unnumberedFrom }: InterfaceIntent): string {
  const primary = ipv4[0]?.value
  if (primary !== undefined) return networkOf(primary)
  return unnumberedFrom === undefined ? 'none' : 'unnumbered'
}
