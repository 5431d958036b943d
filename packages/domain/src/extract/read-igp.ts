import { ipv4ToNumber } from '@weft/net'
import type { IgpProcess } from '../model'
import type { Command } from './commands'
import { commandReader } from './commands'
import type { IgpFacts } from './device-facts'
import { interfaceNameOf, ipv4Of, ipv4PrefixWithWildcard, numberOf } from './values'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type Area = NonNullable<IgpProcess['areas']>[number]
type Imported = NonNullable<IgpProcess['importRoutes']>[number]
type Draft = Mutable<
  Omit<IgpFacts, 'line' | 'processId' | 'networks' | 'silentInterfaces' | 'areas' | 'importRoutes'>
> & {
  networks: IgpFacts['networks'][number][]
  silentInterfaces: IgpFacts['silentInterfaces'][number][]
  areas: Mutable<Area>[]
  importRoutes: Imported[]
}

/** A process of OSPF, OSPFv3 or IS-IS; settings that no record has stay with their lines. */
export function readIgp(processId: number, view: Command): IgpFacts {
  const draft: Draft = { networks: [], silentInterfaces: [], areas: [], importRoutes: [] }
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
  'router-id *': (draft, [text = '']) => {
    const routerId = ipv4Of(text)
    if (routerId !== undefined) draft.routerId = routerId
  },
  'suppress-reachability': (draft) => {
    draft.suppressReachability = true
  },
  'silent-interface *': ({ silentInterfaces }, [text = '']) => {
    const name = interfaceNameOf(text)
    if (name !== undefined) silentInterfaces.push(name)
  },
  'import-route **': ({ importRoutes }, [words = '']) => addImport(importRoutes, words, {}),
  'ipv6 import-route **': ({ importRoutes }, [words = '']) => addImport(importRoutes, words, { ipv6: true }),
  'network-entity *': (draft, [text]) => {
    draft.networkEntity ??= text
  },
  'is-level *': (draft, [level]) => {
    if (level === 'level-1' || level === 'level-1-2' || level === 'level-2') draft.level = level
  },
  'cost-style *': (draft, [style]) => {
    const known = costStyles.find((each) => each === style)
    if (known !== undefined) draft.costStyle = known
  },
  'ipv6 enable': (draft) => {
    draft.ipv6Topology = 'standard'
  },
  'ipv6 enable topology ipv6': (draft) => {
    draft.ipv6Topology = 'ipv6'
  },
  'area *': (draft, [text = ''], { children }) => {
    const number = ipv4Of(text)
    if (number === undefined) return
    const area: Mutable<Area> = { area: ipv4ToNumber(number) }
    draft.areas.push(area)
    for (const command of children) readAreaLine({ networks: draft.networks, area }, command)
  },
})

const costStyles = ['narrow', 'wide', 'wide-compatible', 'compatible', 'narrow-compatible'] as const

type InArea = { readonly networks: Draft['networks']; readonly area: Mutable<Area> }

const readAreaLine = commandReader<InArea>({
  'network * *': ({ networks, area }, [address = '', wildcard = '']) => {
    const prefix = ipv4PrefixWithWildcard(address, wildcard)
    if (prefix !== undefined) networks.push({ area: area.area, prefix })
  },
  stub: ({ area }) => {
    area.type = 'stub'
  },
  'stub **': ({ area }, [words = '']) => setType(area, 'stub', words),
  nssa: ({ area }) => {
    area.type = 'nssa'
  },
  'nssa **': ({ area }, [words = '']) => setType(area, 'nssa', words),
})

const areaOptions = [
  'default-route-advertise',
  'no-import-route',
  'no-summary',
  'set-n-bit',
  'suppress-forwarding-address',
  'translator-always',
  'zero-address-forwarding',
] as const

/** The type holds whatever the options are; those no record has leave the line carried. */
function setType(area: Mutable<Area>, type: 'stub' | 'nssa', words: string): void {
  area.type = type
  const options = words.split(' ').flatMap((word) => areaOptions.find((each) => each === word) ?? [])
  if (options.length > 0) area.options = options
}

/** `direct`, `static cost 10`, `ospf 2 type 1`; with anything else, a policy first of all, the line stays carried. */
function addImport(imports: Imported[], text: string, base: Pick<Imported, 'ipv6'>): void {
  const [protocol, ...words] = text.split(' ')
  const imported: Mutable<Imported> = { ...base, protocol: 'direct' }
  switch (protocol) {
    case 'direct':
    case 'static':
    case 'bgp':
      imported.protocol = protocol
      break
    case 'ospf':
    case 'ospfv3':
    case 'isis': {
      const processId = numberOf(words.shift() ?? '')
      if (processId === undefined || processId === 0) return
      Object.assign(imported, { protocol, processId })
      break
    }
    default:
      return
  }
  for (let i = 0; i < words.length; i += 2) {
    const value = numberOf(words[i + 1] ?? '', 16777214)
    if (words[i] === 'cost' && value !== undefined) imported.cost = value
    else if (words[i] === 'type' && value === 1) imported.type = value
    else return
  }
  imports.push(imported)
}

/** `ospf 1`, `ospf 1 router-id 10.0.0.1 vpn-instance red`, `isis 1 vpn-instance red`. */
export function processIdOf({ words }: Command): number | undefined {
  if (words.length % 2 !== 0) return undefined
  const id = numberOf(words[1] ?? '')
  return id === undefined || id === 0 ? undefined : id
}
