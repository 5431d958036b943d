import type { Command } from './commands'
import { commandReader } from './commands'
import type { VrfFacts } from './device-facts'
import { readTargets } from './normal-form'
import { numberOf } from './values'

type FamilyDraft = {
  routeDistinguisher?: string
  importTargets: string[]
  exportTargets: string[]
  evpnImportTargets: string[]
  evpnExportTargets: string[]
}

/** `ip vpn-instance`: a family that says nothing yet is as good as none, the device has it by its interfaces. */
export function readVpnInstance(name: string, view: Command): VrfFacts {
  const ipv4 = readFamily(view, 'ipv4-family')
  const ipv6 = readFamily(view, 'ipv6-family')
  const vni = vniOf(view)
  return {
    name,
    ...(ipv4 === undefined ? {} : { ipv4 }),
    ...(ipv6 === undefined ? {} : { ipv6 }),
    ...(vni === undefined ? {} : { vni }),
  }
}

function vniOf({ children }: Command): number | undefined {
  const line = children.find(({ words }) => words.length === 3 && words[0] === 'vxlan' && words[1] === 'vni')
  const vni = numberOf(line?.words[2] ?? '', 16777215)
  return vni === 0 ? undefined : vni
}

function readFamily(view: Command, header: string): VrfFacts['ipv4'] {
  const family = view.children.find(({ words }) => words.length === 1 && words[0] === header)
  if (family === undefined) return undefined
  const draft: FamilyDraft = { importTargets: [], exportTargets: [], evpnImportTargets: [], evpnExportTargets: [] }
  for (const command of family.children) readLine(draft, command)
  if (draft.routeDistinguisher === undefined) return undefined
  const { evpnImportTargets, evpnExportTargets, ...facts } = draft
  return {
    ...facts,
    ...(evpnImportTargets.length === 0 ? {} : { evpnImportTargets }),
    ...(evpnExportTargets.length === 0 ? {} : { evpnExportTargets }),
  }
}

const fieldOf = {
  'import-extcommunity': 'importTargets',
  'export-extcommunity': 'exportTargets',
  'import-extcommunity evpn': 'evpnImportTargets',
  'export-extcommunity evpn': 'evpnExportTargets',
} as const

const readLine = commandReader<FamilyDraft>({
  'route-distinguisher *': (draft, [distinguisher = '']) => {
    if (/^[0-9.]+:[0-9]+$/.test(distinguisher)) draft.routeDistinguisher = distinguisher
  },
  'vpn-target **': (draft, _, { words }) => {
    const read = readTargets(words)
    for (const direction of read?.directions ?? []) {
      draft[fieldOf[direction]].push(...(read?.targets ?? []))
    }
  },
})
