import type { Command } from './commands'
import { commandReader } from './commands'
import type { BridgeDomainFacts, VlanViewFacts } from './device-facts'
import { readTargets } from './normal-form'
import { numberOf } from './values'

const highest = 16777215

type Evpn = { routeDistinguisher?: string; importTargets: string[]; exportTargets: string[] }
type Draft = { -readonly [Key in keyof Omit<BridgeDomainFacts, 'evpn'>]: BridgeDomainFacts[Key] } & {
  evpn: Evpn | undefined
}

/** `bridge-domain`; an EVPN instance without a distinguisher has no targets, so its lines are carried. */
export function readBridgeDomain(number: number, views: readonly Command[]): BridgeDomainFacts {
  const draft: Draft = { number, evpn: undefined }
  for (const { children } of views) for (const command of children) readLine(draft, command)
  const { evpn, ...facts } = draft
  const routeDistinguisher = evpn?.routeDistinguisher
  if (evpn === undefined || routeDistinguisher === undefined || facts.vni === undefined) return facts
  return { ...facts, evpn: { ...evpn, routeDistinguisher } }
}

const readLine = commandReader<Draft>({
  'description **': (draft, _, { text }) => {
    draft.description = text.slice('description'.length).trim()
  },
  'vxlan vni *': (draft, [text = '']) => {
    const vni = numberOf(text, highest)
    if (vni !== undefined && vni > 0) draft.vni = vni
  },
  'l2 binding vlan *': (draft, [text = '']) => {
    const vlan = numberOf(text, 4094)
    if (vlan !== undefined && vlan > 0) draft.boundVlan = vlan
  },
  evpn: (draft, _, { children }) => {
    draft.evpn ??= { importTargets: [], exportTargets: [] }
    for (const command of children) readEvpnLine(draft.evpn, command)
  },
})

const readEvpnLine = commandReader<Evpn>({
  'route-distinguisher *': (draft, [distinguisher = '']) => {
    if (/^[0-9.]+:[0-9]+$/.test(distinguisher)) draft.routeDistinguisher = distinguisher
  },
  'vpn-target **': (draft, _, { words }) => {
    const read = readTargets(words)
    for (const direction of read?.directions ?? []) {
      if (direction === 'import-extcommunity') draft.importTargets.push(...(read?.targets ?? []))
      if (direction === 'export-extcommunity') draft.exportTargets.push(...(read?.targets ?? []))
    }
  },
})

/** The number of a bridge domain: those a record can have. */
export function bridgeDomainNumber(text: string): number | undefined {
  const number = numberOf(text, highest)
  return number === 0 ? undefined : number
}

type VlanView = { -readonly [Key in keyof VlanViewFacts]: VlanViewFacts[Key] }

/** `vlan N` with a view of its own. */
export function readVlanView(vlan: number, view: Command): VlanViewFacts {
  const draft: VlanView = { vlan }
  for (const command of view.children) readVlanLine(draft, command)
  return draft
}

const readVlanLine = commandReader<VlanView>({
  'name *': (draft, [name]) => {
    if (name !== undefined) draft.name = name
  },
  'description **': (draft, _, { text }) => {
    draft.description = text.slice('description'.length).trim()
  },
})
