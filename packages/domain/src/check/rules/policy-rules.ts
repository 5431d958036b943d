import { ipVersion, splitPrefix } from '@weft/net'
import type { PolicyIntent } from '../../intent'
import type { AsPathFilter, DeviceId, PrefixList, RecordId, RoutePolicy } from '../../model'
import { byId, text } from '../../model'
import type { RuleContext } from '../context'
import { once } from '../once'
import type { Rule } from '../rule'

type Definition = PrefixList | AsPathFilter | RoutePolicy
type Node = RoutePolicy['nodes'][number]
type InUse<Item> = { readonly item: Item; readonly deviceIds: readonly DeviceId[] }

/** Records of one kind that some device has, with the devices. */
function inUse<Item extends Definition>(
  { devices }: RuleContext,
  itemsOf: (policies: PolicyIntent) => readonly Item[],
): readonly InUse<Item>[] {
  const found = new Map<Item, DeviceId[]>()
  for (const { device, policies } of devices) {
    for (const item of itemsOf(policies)) found.set(item, [...(found.get(item) ?? []), device.id])
  }
  return [...found].map(([item, deviceIds]) => ({ item, deviceIds })).sort((a, b) => byId(a.item, b.item))
}

/** The words that name a definition on a device. */
function called(item: Definition): string {
  if ('nodes' in item) return `route-policy ${item.name}`
  return 'version' in item
    ? `${item.version === 'ipv4' ? 'ip' : 'ipv6'}-prefix ${item.name}`
    : `as-path-filter ${item.name}`
}

function subjects({ item, deviceIds }: InUse<Definition>): readonly [RecordId, ...RecordId[]] {
  return [item.id, ...deviceIds]
}

const policyUndefined: Rule = {
  id: 'policy/policy-undefined',
  wide: ['bgp', 'definitions', 'policies'],
  severity: 'warning',
  title: text('A route policy that is named and not defined', '引用了未定义的路由策略'),
  why: text(
    'What a device does with routes whose policy does not exist is undocumented.',
    '路由策略不存在时设备如何处理路由无文档说明。',
  ),
  remedy: text('Give the policy its nodes, or take it off the peers.', '请为该策略配置节点，或取消引用。'),
  source: 'undocumented',
  *run(context) {
    for (const used of inUse(context, ({ routePolicies }) => routePolicies)) {
      if (used.item.nodes.length > 0) continue
      yield {
        subjects: subjects(used),
        what: text(`${called(used.item)} has no node`, `${called(used.item)} 没有节点`),
      }
    }
  },
}

const filterUndefined: Rule = {
  id: 'policy/filter-undefined',
  wide: ['bgp', 'definitions', 'policies'],
  severity: 'warning',
  title: text(
    'A prefix list or AS-path filter that is named and not defined',
    '引用了未定义的前缀列表或 AS 路径过滤器',
  ),
  why: text(
    'What a device does with routes whose filter does not exist is undocumented.',
    '过滤器不存在时设备如何处理路由无文档说明。',
  ),
  remedy: text('Give it entries, or remove what names it.', '请为其配置表项，或取消引用。'),
  source: 'undocumented',
  *run(context) {
    for (const used of inUse(context, ({ prefixLists, asPathFilters }) => [...prefixLists, ...asPathFilters])) {
      if (used.item.entries.length > 0) continue
      yield {
        subjects: subjects(used),
        what: text(`${called(used.item)} has no entry`, `${called(used.item)} 没有表项`),
      }
    }
  },
}

function isCatchAll({ clauses }: Node): boolean {
  return !clauses.some(
    (clause) => clause.kind.startsWith('match-') || (clause.kind === 'other' && !/^apply /.test(clause.line)),
  )
}

const inOrder = ({ nodes }: RoutePolicy): readonly Node[] => [...nodes].sort((a, b) => a.node - b.node)

const nodeUnreachable: Rule = {
  id: 'policy/node-unreachable',
  wide: ['bgp', 'definitions', 'policies'],
  severity: 'warning',
  title: text('A node that no route comes to', '永远匹配不到的节点'),
  why: text(
    'A node without conditions matches every route, so the nodes after it are never looked at.',
    '没有匹配条件的节点匹配所有路由，其后的节点不会再被检查。',
  ),
  remedy: text(
    'Give the earlier node a condition, or delete the later ones.',
    '请为前面的节点添加条件，或删除其后的节点。',
  ),
  source: 'CR "route-policy"',
  *run(context) {
    for (const used of inUse(context, ({ routePolicies }) => routePolicies)) {
      const nodes = inOrder(used.item)
      const at = nodes.findIndex(isCatchAll)
      const [later] = at < 0 ? [] : nodes.slice(at + 1)
      if (later === undefined) continue
      const name = called(used.item)
      yield {
        subjects: subjects(used),
        what: text(
          `node ${later.node} of ${name} is never reached: node ${nodes[at]?.node} matches every route`,
          `${name} 的节点 ${later.node} 永远不会生效：节点 ${nodes[at]?.node} 匹配所有路由`,
        ),
      }
    }
  },
}

const nothingPasses: Rule = {
  id: 'policy/nothing-passes',
  wide: ['bgp', 'definitions', 'policies'],
  severity: 'warning',
  title: text('A filter that lets nothing through', '拒绝一切路由的过滤条件'),
  why: text(
    'A route that no entry or node permits is denied, so sessions with this filter carry no routes in its direction.',
    '没有任何表项或节点允许的路由会被拒绝，使用该过滤条件的会话在该方向上不传递任何路由。',
  ),
  remedy: text(
    'Permit what should pass, or disable the family of the session.',
    '请允许需要通过的路由，或在会话上禁用该地址族。',
  ),
  source: 'CR "route-policy"; CR "ip ip-prefix"; CR "ip as-path-filter"',
  *run(context) {
    const { prefixLists, asPathFilters } = context.network
    const permits = (list: PrefixList | AsPathFilter | undefined) =>
      list === undefined || list.entries.length === 0 || list.entries.some(({ action }) => action === 'permit')
    const canMatch = ({ clauses }: Node) =>
      clauses.every((clause) => {
        if (clause.kind === 'match-prefix') return permits(prefixLists[clause.prefixListId])
        return clause.kind !== 'match-as-path' || permits(asPathFilters[clause.asPathFilterId])
      })
    const lets = (item: Definition): boolean => {
      if (!('nodes' in item)) return permits(item)
      const nodes = inOrder(item)
      const last = nodes.findIndex(isCatchAll)
      const reached = last < 0 ? nodes : nodes.slice(0, last + 1)
      return nodes.length === 0 || reached.some((node) => node.action === 'permit' && canMatch(node))
    }
    const filters = once(() => filtersOnSessions(context))
    for (const used of inUse<Definition>(context, ofAnyKind)) {
      if (!filters().has(used.item.id) || lets(used.item)) continue
      const name = called(used.item)
      yield { subjects: subjects(used), what: text(`${name} denies every route`, `${name} 拒绝所有路由`) }
    }
  },
}

const ofAnyKind = ({ prefixLists, asPathFilters, routePolicies }: PolicyIntent): readonly Definition[] => [
  ...prefixLists,
  ...asPathFilters,
  ...routePolicies,
]

function filtersOnSessions({ sessions }: RuleContext): ReadonlySet<string> {
  return new Set(
    sessions.flatMap(({ session }) => Object.values(session.filters ?? {}).flatMap((ids) => Object.values(ids))),
  )
}

const unused: Rule = {
  id: 'policy/unused',
  wide: ['definitions', 'policies'],
  severity: 'info',
  title: text('A policy or filter that nothing uses', '未被使用的路由策略或过滤器'),
  why: text('It is on no device, because no device names it.', '没有设备引用它，因此不会出现在任何设备上。'),
  remedy: text('Use it at a peering or an announcement, or delete it.', '请在会话或发布中引用它，或将其删除。'),
  source: 'inferred: a device without the name has no use for the definition',
  *run(context) {
    const used = new Set<RecordId>(inUse<Definition>(context, ofAnyKind).map(({ item }) => item.id))
    const { prefixLists, asPathFilters, routePolicies } = context.network
    const all: readonly Definition[] = [prefixLists, asPathFilters, routePolicies].flatMap((each) =>
      Object.values(each),
    )
    for (const item of [...all].sort(byId)) {
      if (used.has(item.id)) continue
      yield { subjects: [item.id], what: text(`${called(item)} is used nowhere`, `${called(item)} 未被任何对象使用`) }
    }
  },
}

const nameDuplicate: Rule = {
  id: 'policy/name-duplicate',
  perDevice: true,
  severity: 'error',
  title: text('Two policies or filters of one name on a device', '同一设备上的路由策略或过滤器重名'),
  why: text(
    'A device knows a policy by its name: the entries of two records would become one.',
    '设备以名称区分路由策略，两条记录的内容会合并。',
  ),
  remedy: text('Rename one of them.', '请修改其中一个的名称。'),
  source: 'CR "route-policy"; CR "ip ip-prefix"',
  *run({ devices }) {
    for (const { device, policies } of devices) {
      const first = new Map<string, RecordId>()
      for (const item of ofAnyKind(policies)) {
        const name = called(item)
        const known = first.get(name)
        if (known === undefined) first.set(name, item.id)
        else
          yield {
            subjects: [device.id, known, item.id],
            what: text(`${device.name} has two of the name ${name}`, `${device.name} 上有两个 ${name}`),
          }
      }
    }
  },
}

const entryRange: Rule = {
  id: 'policy/entry-range',
  wide: ['definitions'],
  severity: 'error',
  title: text('An entry of a prefix list that a device refuses', '设备不接受的前缀列表表项'),
  why: text(
    'The prefix is of the version of the list, and its length, greater-equal and less-equal ascend up to 32 or 128.',
    '前缀须与列表的 IP 版本一致，且掩码长度、greater-equal、less-equal 依次不减，最大为 32 或 128。',
  ),
  remedy: text('Correct the prefix or the lengths of the entry.', '请修正该表项的前缀或长度。'),
  source: 'CR "ip ip-prefix"; CR "ip ipv6-prefix"',
  *run({ network }) {
    for (const list of Object.values(network.prefixLists).sort(byId)) {
      const wrong = list.entries.find(({ prefix, greaterEqual, lessEqual }) => {
        const { length } = splitPrefix(prefix)
        const bounds = [
          length,
          greaterEqual ?? length,
          lessEqual ?? greaterEqual ?? length,
          list.version === 'ipv4' ? 32 : 128,
        ]
        const ascends = bounds.every((bound, at) => at === 0 || bound >= (bounds[at - 1] ?? 0))
        return !ascends || `ipv${ipVersion(prefix)}` !== list.version
      })
      if (wrong === undefined) continue
      yield {
        subjects: [list.id],
        what: text(
          `${called(list)}: the entry of ${wrong.prefix} does not fit`,
          `${called(list)}：${wrong.prefix} 的表项不符合要求`,
        ),
      }
    }
  },
}

const listVersion: Rule = {
  id: 'policy/list-version',
  severity: 'error',
  title: text('A prefix list of the other IP version', '前缀列表的 IP 版本不符'),
  why: text(
    'IPv4 families name IPv4 prefix lists and IPv6 families IPv6 ones; the other list does not exist there.',
    'IPv4 地址族引用 IPv4 前缀列表，IPv6 地址族引用 IPv6 前缀列表，另一版本的列表在此不存在。',
  ),
  remedy: text('Choose a list of the version of the family.', '请选择与地址族版本一致的列表。'),
  source: 'CR "peer ip-prefix export"; CR "peer ipv6-prefix export"',
  *run({ sessions, network }) {
    for (const { session, device, subject } of sessions) {
      for (const family of ['ipv4-unicast', 'ipv6-unicast'] as const) {
        const { importPrefixListId, exportPrefixListId } = session.filters?.[family] ?? {}
        for (const id of [importPrefixListId, exportPrefixListId]) {
          const list = id === undefined ? undefined : network.prefixLists[id]
          if (list === undefined || family.startsWith(list.version)) continue
          yield {
            subjects: [subject, device.device.id, list.id],
            what: text(
              `${device.device.name} filters ${family} with ${called(list)}`,
              `${device.device.name} 在 ${family} 中使用了 ${called(list)}`,
            ),
          }
        }
      }
    }
  },
}

export const policyRules: readonly Rule[] = [
  policyUndefined,
  filterUndefined,
  nodeUnreachable,
  nothingPasses,
  unused,
  nameDuplicate,
  entryRange,
  listVersion,
]
