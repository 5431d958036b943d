import type { LocalText, Network, RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup, FieldSpec } from './fields'
import { idsOf } from './spec-parts'

const name: FieldSpec = { kind: 'text', path: ['name'], label: text('Name', '名称'), mono: true }

export const prefixListGroups: readonly FieldGroup[] = [
  {
    fields: [
      name,
      {
        kind: 'choice',
        path: ['version'],
        label: text('IP version', 'IP 版本'),
        choices: [
          { value: 'ipv4', label: text('IPv4', 'IPv4') },
          { value: 'ipv6', label: text('IPv6', 'IPv6') },
        ],
      },
      {
        kind: 'policy',
        path: ['entries'],
        label: text('Entries', '表项'),
        hint: text('permit 10.0.0.0 24 greater-equal 32', 'permit 10.0.0.0 24 greater-equal 32'),
      },
    ],
  },
]

export const asPathFilterGroups: readonly FieldGroup[] = [
  {
    fields: [
      name,
      {
        kind: 'policy',
        path: ['entries'],
        label: text('Entries', '表项'),
        hint: text('permit ^65001_', 'permit ^65001_'),
      },
    ],
  },
]

export const routePolicyGroups: readonly FieldGroup[] = [
  {
    fields: [
      name,
      {
        kind: 'policy',
        path: ['nodes'],
        label: text('Nodes', '节点'),
        hint: text(
          'permit node 10, below it the if-match and apply clauses, one a line',
          '先写 permit node 10，其下每行一条 if-match 或 apply 子句',
        ),
      },
    ],
  },
]

const families = [
  ['ipv4-unicast', 'IPv4'],
  ['ipv6-unicast', 'IPv6'],
  ['evpn', 'EVPN'],
  ['vpnv4', 'VPNv4'],
  ['vpnv6', 'VPNv6'],
] as const

/** What routes of each family have to pass at one end of a peering; lists and filters are for unicast alone. */
export function filterFields(side: 0 | 1): readonly FieldSpec[] {
  return families.flatMap(([family, called]) => {
    const lists = (network: Network) =>
      idsOf(network.prefixLists).filter((id) => family.startsWith(network.prefixLists[id]?.version ?? ''))
    const paths = (network: Network) => idsOf(network.asPathFilters)
    const field = (
      key: string,
      label: LocalText,
      candidates: (network: Network) => readonly RecordId[],
    ): FieldSpec => ({
      kind: 'reference',
      path: ['ends', side, 'filters', family, key],
      label: text(`${called}: ${label.en}`, `${called}：${label.zh}`),
      candidates,
      unset: text('none', '无'),
    })
    return [
      field('importPolicyId', text('import policy', '入方向路由策略'), (network) => idsOf(network.routePolicies)),
      field('exportPolicyId', text('export policy', '出方向路由策略'), (network) => idsOf(network.routePolicies)),
      ...(family.endsWith('unicast')
        ? [
            field('importPrefixListId', text('import prefix list', '入方向前缀列表'), lists),
            field('exportPrefixListId', text('export prefix list', '出方向前缀列表'), lists),
            field('importAsPathFilterId', text('import AS-path filter', '入方向 AS 路径过滤器'), paths),
            field('exportAsPathFilterId', text('export AS-path filter', '出方向 AS 路径过滤器'), paths),
          ]
        : []),
    ]
  })
}
