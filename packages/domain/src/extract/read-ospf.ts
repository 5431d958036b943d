import type { Ipv4Address } from '@weft/net'
import { ipv4ToNumber } from '@weft/net'
import type { Command } from './commands'
import { commandReader } from './commands'
import type { OspfFacts } from './device-facts'
import { interfaceNameOf, ipv4Of, ipv4PrefixWithWildcard, numberOf } from './values'

type Draft = {
  routerId?: Ipv4Address
  vrf?: string
  networks: OspfFacts['networks'][number][]
  silentInterfaces: OspfFacts['silentInterfaces'][number][]
}

/** An OSPF process; settings of areas and timers that no record has stay with their lines. */
export function readOspf(processId: number, view: Command): OspfFacts {
  const draft: Draft = { networks: [], silentInterfaces: [] }
  const options = view.words.slice(2)
  for (let i = 0; i < options.length; i += 2) {
    const value = options[i + 1] ?? ''
    const routerId = options[i] === 'router-id' ? ipv4Of(value) : undefined
    if (routerId !== undefined) draft.routerId = routerId
    if (options[i] === 'vpn-instance') draft.vrf = value
  }
  for (const command of view.children) readLine(draft, command)
  return { ...draft, line: view.line, processId }
}

const readLine = commandReader<Draft>({
  'silent-interface *': ({ silentInterfaces }, [text = '']) => {
    const name = interfaceNameOf(text)
    if (name !== undefined) silentInterfaces.push(name)
  },
  'area *': ({ networks }, [text = ''], { children }) => {
    const area = ipv4Of(text)
    if (area === undefined) return
    for (const command of children) readNetwork({ networks, area: ipv4ToNumber(area) }, command)
  },
})

const readNetwork = commandReader<{ readonly networks: Draft['networks']; readonly area: number }>({
  'network * *': ({ networks, area }, [address = '', wildcard = '']) => {
    const prefix = ipv4PrefixWithWildcard(address, wildcard)
    if (prefix !== undefined) networks.push({ area, prefix })
  },
})

/** `ospf 1`, `ospf 1 router-id 10.0.0.1 vpn-instance red`. */
export function ospfProcessId({ words }: Command): number | undefined {
  if (words[0] !== 'ospf' || words.length % 2 !== 0) return undefined
  const id = numberOf(words[1] ?? '')
  return id === undefined || id === 0 ? undefined : id
}
