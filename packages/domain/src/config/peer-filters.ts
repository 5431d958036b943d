import type { BgpSessionIntent } from '../intent'
import type { Family, RecordId } from '../model'
import type { PrintableSession } from './bgp-session'
import type { Line } from './line'
import { line, lines } from './line'
import type { PolicyNames } from './policies'

/** What routes of one family have to pass on their way from and to the peer: prefix list, AS-path filter, policy. */
export function filterLines(session: PrintableSession, family: Family, policies: PolicyNames): readonly Line[] {
  const { remoteAddress, because } = session
  const filters: NonNullable<NonNullable<BgpSessionIntent['filters']>['ipv4-unicast']> = session.filters?.[family] ?? {}
  const inherited = new Set<string>(session.fromGroup)
  const filterLine = (
    kind: 'prefix-list' | 'as-path-filter' | 'route-policy',
    id: RecordId | undefined,
    direction: 'import' | 'export',
  ): Line | undefined => {
    const named = id === undefined ? undefined : policies.get(id)
    if (id === undefined || named === undefined) return undefined
    const option = kind === 'prefix-list' ? 'ip-prefix' : kind
    if (inherited.has(`${option}-${direction}`)) return undefined
    const word = kind === 'prefix-list' ? `ip${family === 'ipv6-unicast' ? 'v6' : ''}-prefix` : kind
    return line(`bgp.family.${kind}`, `peer ${remoteAddress.value} ${word} ${named.name} ${direction}`, {
      because: [...because, id],
      values: [remoteAddress],
    })
  }
  return lines(
    filterLine('prefix-list', filters.importPrefixListId, 'import'),
    filterLine('prefix-list', filters.exportPrefixListId, 'export'),
    filterLine('as-path-filter', filters.importAsPathFilterId, 'import'),
    filterLine('as-path-filter', filters.exportAsPathFilterId, 'export'),
    filterLine('route-policy', filters.importPolicyId, 'import'),
    filterLine('route-policy', filters.exportPolicyId, 'export'),
  )
}
