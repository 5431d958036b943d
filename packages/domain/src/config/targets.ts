import type { RecordId } from '../model'
import type { DerivationId } from './derivations'
import type { Line } from './line'
import { line } from './line'
import { distinguisherOf, inGroups } from './words'

/** Most targets a device accepts in one line. Source: command reference, "vpn-target". */
const targetsPerLine = 8

type Wanted = {
  readonly derivation: DerivationId
  readonly because: readonly RecordId[]
  /** What stands behind the direction. */
  readonly suffix?: ' evpn'
}

/** `vpn-target` lines of both directions: a device shows what is exported before what is imported. */
export function targetLines(
  {
    exportTargets,
    importTargets,
  }: { readonly exportTargets: readonly string[]; readonly importTargets: readonly string[] },
  wanted: Wanted,
): readonly Line[] {
  return [
    ...ofDirection(exportTargets, 'export-extcommunity', wanted),
    ...ofDirection(importTargets, 'import-extcommunity', wanted),
  ]
}

/** `auto` stands in a line of its own. */
function ofDirection(
  targets: readonly string[],
  direction: string,
  { derivation, because, suffix }: Wanted,
): readonly Line[] {
  const known = [...new Set(targets)].flatMap((target) => distinguisherOf(target) ?? [])
  const groups = inGroups(known, targetsPerLine)
  const all = targets.includes('auto') ? [['auto'], ...groups] : groups
  return all.map((group) => line(derivation, `vpn-target ${group.join(' ')} ${direction}${suffix ?? ''}`, { because }))
}
