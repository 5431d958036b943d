import { networkOf } from '@weft/net'
import type { IsisProcessIntent } from '../intent'
import { isisLevels } from './areas'
import type { IsisEnd } from './isis-adjacency'
import { areaAddressOf, circuitLevels, isisAdjacencyFacts } from './isis-adjacency'
import type { IgpPort, LinkStateProtocol } from './link-state-protocol'

/**
 * IS-IS for both versions of IP: one set of neighbours, and for each version the links that carry it at both ends.
 *
 * @source routing.md D3; preference: CR "preference (IS-IS view)"
 */
export const isis: LinkStateProtocol = {
  name: 'isis',
  versions: [4, 6],
  preference: 15,
  runs: (intent) => intent.isis !== undefined,
  member: (port) => {
    const process = processOf(port)
    const { isis: terms } = port.intent
    if (process?.networkEntity === undefined || terms === undefined || process.vrfId !== port.intent.vrfId)
      return { processId: 0, areas: [] }
    const address = areaAddressOf(process.networkEntity.value)
    return {
      processId: terms.processId,
      areas: circuitLevels(process, terms).map((level) => ({
        area: level === 2 ? 0 : 1,
        type: 'normal',
        summaries: true,
        address,
      })),
    }
  },
  carries: ({ isis: terms }, version) => (version === 4 ? terms?.ipv4 : terms?.ipv6) === true,
  cost: ({ isis: terms, kind }, version) =>
    (version === 6 ? (terms?.ipv6Cost ?? terms?.cost) : terms?.cost) ?? (kind === 'loopback' ? 0 : 10),
  announces: () => 'subnet',
  facts: (a, b, others) => isisAdjacencyFacts(endOf(a), endOf(b), others),
  sharedAreas: (a, b) => {
    const [one, other] = [endOf(a), endOf(b)]
    if (!understand(one.process, other.process)) return []
    const levels = circuitLevels(other.process, other.terms)
    return circuitLevels(one.process, one.terms)
      .filter((level) => levels.includes(level) && (level === 2 || areaOf(one) === areaOf(other)))
      .map((level) => (level === 2 ? 0 : 1))
  },
  segmentKey: (port, area) => {
    const end = endOf(port)
    if (end.process === undefined || end.terms.silent || end.terms.circuitType.value === 'p2p') return undefined
    const [primary] = port.intent.ipv4
    const subnet = primary === undefined ? '' : networkOf(primary.value)
    return [subnet, area, area === 0 ? '' : areaOf(end), sends[end.process.costStyle.value]].join(' ')
  },
  areas: isisLevels,
}

function processOf({ device, intent }: IgpPort): IsisProcessIntent | undefined {
  return device.isis.find(({ underlayId }) => underlayId === intent.isis?.underlayId)
}

function endOf(port: IgpPort): IsisEnd {
  const { device, intent, up } = port
  if (intent.isis === undefined) throw new Error(`invariant violated: ${intent.name} runs no IS-IS`)
  return { deviceName: device.device.name, intent, terms: intent.isis, process: processOf(port), up }
}

function areaOf({ process }: IsisEnd): string {
  return areaAddressOf(process?.networkEntity?.value ?? '')
}

type Style = IsisProcessIntent['costStyle']['value']

const sends: { readonly [S in Style]: 'narrow' | 'wide' | 'both' } = {
  narrow: 'narrow',
  'narrow-compatible': 'narrow',
  compatible: 'both',
  'wide-compatible': 'wide',
  wide: 'wide',
}
const reads: { readonly [S in Style]: 'narrow' | 'wide' | 'both' } = {
  narrow: 'narrow',
  'narrow-compatible': 'both',
  compatible: 'both',
  'wide-compatible': 'both',
  wide: 'wide',
}

/** Whether each of two routers reads the form of costs that the other one sends. */
export function understand(a: IsisProcessIntent | undefined, b: IsisProcessIntent | undefined): boolean {
  const readsFrom = (reader: IsisProcessIntent, sender: IsisProcessIntent): boolean => {
    const [said, heard] = [sends[sender.costStyle.value], reads[reader.costStyle.value]]
    return said === heard || said === 'both' || heard === 'both'
  }
  return a !== undefined && b !== undefined && readsFrom(a, b) && readsFrom(b, a)
}
