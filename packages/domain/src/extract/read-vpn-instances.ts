import type { Command } from './commands'
import { commandReader } from './commands'
import type { VrfFacts } from './device-facts'
import { readTargets } from './normal-form'

type FamilyDraft = { routeDistinguisher?: string; importTargets: string[]; exportTargets: string[] }

/** `ip vpn-instance`: a family that says nothing yet is as good as none, the device has it by its interfaces. */
export function readVpnInstance(name: string, view: Command): VrfFacts {
  const ipv4 = readFamily(view, 'ipv4-family')
  const ipv6 = readFamily(view, 'ipv6-family')
  return { name, ...(ipv4 === undefined ? {} : { ipv4 }), ...(ipv6 === undefined ? {} : { ipv6 }) }
}

function readFamily(view: Command, header: string): VrfFacts['ipv4'] {
  const family = view.children.find(({ words }) => words.length === 1 && words[0] === header)
  if (family === undefined) return undefined
  const draft: FamilyDraft = { importTargets: [], exportTargets: [] }
  for (const command of family.children) readLine(draft, command)
  return draft.routeDistinguisher === undefined ? undefined : draft
}

const readLine = commandReader<FamilyDraft>({
  'route-distinguisher *': (draft, [distinguisher = '']) => {
    if (/^[0-9.]+:[0-9]+$/.test(distinguisher)) draft.routeDistinguisher = distinguisher
  },
  'vpn-target **': (draft, _, { words }) => {
    const read = readTargets(words)
    for (const direction of read?.directions ?? []) {
      const targets = direction === 'import-extcommunity' ? draft.importTargets : draft.exportTargets
      targets.push(...(read?.targets ?? []))
    }
  },
})
