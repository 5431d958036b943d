import { policyDefinition } from './config'
import { readPolicyLines } from './extract'
import type { LocalText, Network, RecordId } from './model'
import { byId, text } from './model'

type Named = { readonly id: string; readonly name: string }
type Reading =
  | { readonly fields: { readonly nodes: readonly unknown[] } | { readonly entries: readonly unknown[] } }
  | { readonly problem: LocalText }

/** What people edit of a policy or filter: its lines as a device shows them, without the words that name it. */
export function policyText(network: Network, id: RecordId): string {
  const head = headOf(network, id)
  return policyDefinition(network, id)
    .flatMap((line) => [line.text.slice(head.length), ...line.children.map((child) => ` ${child.text}`)])
    .join('\n')
}

/** The field of the record that the lines stand for, or what is wrong with them. */
export function readPolicyText(network: Network, id: RecordId, lines: string): Reading {
  const head = headOf(network, id)
  const isPolicy = network.routePolicies[id] !== undefined
  const given = lines.split('\n').flatMap((line) => line.trim() || [])
  const opens = (line: string) => (isPolicy ? /^(permit|deny) node \d/ : /^(index \d+ )?(permit|deny) /).test(line)
  const isClause = (line: string) => isPolicy && /^(if-match|apply|description|goto|continue) /.test(line)
  const stray = given.find((line, at) => !opens(line) && (at === 0 || !isClause(line)))
  if (stray !== undefined) return { problem: notRead(stray) }
  const { facts, unread } = readPolicyLines(
    given.map((line) => (opens(line) ? `${head}${line}` : ` ${line}`)).join('\n'),
  )
  if (unread !== undefined) return { problem: notRead(unread.startsWith(head) ? unread.slice(head.length) : unread) }
  const nodes = [...facts.routePolicies.values()].flat()
  if (isPolicy && nodes.length < given.filter(opens).length) return { problem: notRead(given.filter(opens).join('; ')) }
  if (isPolicy) return readNodes(network, nodes)
  const [entries = given.length === 0 ? [] : undefined] = [
    ...facts.prefixLists.values(),
    ...facts.asPathFilters.values(),
  ]
  return entries === undefined ? { problem: notRead(given.join('; ')) } : { fields: { entries } }
}

type NodeFacts =
  ReturnType<typeof readPolicyLines>['facts']['routePolicies'] extends ReadonlyMap<string, infer Nodes> ? Nodes : never

function readNodes(network: Network, facts: NodeFacts): Reading {
  let missing: string | undefined
  const idOf = (records: { readonly [id: string]: Named }, matches: (record: Named) => boolean, name: string) => {
    const found = Object.values(records)
      .sort(byId)
      .find((record) => record.name === name && matches(record))
    if (found === undefined) missing ??= name
    return found?.id
  }
  const nodes = facts.map(({ node, action, clauses }) => ({
    node,
    action,
    clauses: clauses.map(({ facts: clause }) => {
      switch (clause.kind) {
        case 'match-prefix': {
          const isMeant = (record: Named) => network.prefixLists[record.id]?.version === clause.version
          return { kind: clause.kind, prefixListId: idOf(network.prefixLists, isMeant, clause.name) }
        }
        case 'match-as-path':
          return { kind: clause.kind, asPathFilterId: idOf(network.asPathFilters, () => true, clause.name) }
        default:
          return clause
      }
    }),
  }))
  if (missing === undefined) return { fields: { nodes } }
  return {
    problem: text(`the design has no list or filter called ${missing}`, `设计中没有名为 ${missing} 的列表或过滤器`),
  }
}

/** The words that name the record in each of its lines. */
function headOf(network: Network, id: RecordId): string {
  const list = network.prefixLists[id]
  if (list !== undefined) return `ip ${list.version === 'ipv4' ? 'ip' : 'ipv6'}-prefix ${list.name} `
  const filter = network.asPathFilters[id]
  return filter === undefined
    ? `route-policy ${network.routePolicies[id]?.name ?? ''} `
    : `ip as-path-filter ${filter.name} `
}

function notRead(line: string): LocalText {
  return text(`"${line}" is not understood here`, `无法识别“${line}”`)
}
