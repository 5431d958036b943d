/**
 * Published command forms as matchers: `peer <ipv4-address> connect-interface { <interface-name> | … }`.
 * A group of alternatives may match several times, because the published text has lost the mark for
 * "choose several"; apart from that a form accepts what it says and nothing else.
 */
type Part =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'group'; readonly optional: boolean; readonly choices: readonly (readonly Part[])[] }

export type Form = readonly Part[]

export function parseForm(text: string): Form {
  // `&<1-10>` says how often the group before it may come; groups repeat here anyway.
  const tokens = text.split(/\s+/).filter((token) => token !== '' && !token.startsWith('&<'))
  let at = 0
  const sequence = (): readonly (readonly Part[])[] => {
    const choices: Part[][] = [[]]
    while (at < tokens.length && tokens[at] !== ']' && tokens[at] !== '}') {
      const token = tokens[at] ?? ''
      at += 1
      if (token === '|') choices.push([])
      else choices.at(-1)?.push(part(token))
    }
    at += 1
    return choices
  }
  const part = (token: string): Part => {
    if (token === '[' || token === '{') return { kind: 'group', optional: token === '[', choices: sequence() }
    const value = /^<(.*)>$/.exec(token)?.[1]
    return value === undefined ? { kind: 'word', text: token } : { kind: 'value', name: value }
  }
  return sequence()[0] ?? []
}

/** A line with its values taken out: two lines of one shape are the same command with other numbers and names. */
export function lineShape(line: string): string {
  return line
    .replace(/^description .*$/, 'description X')
    .replace(/ description .*$/, ' description X')
    .replace(/(vpn-instance|alias|keychain|password|sysname) ("[^"]*"|\S+)/g, '$1 X')
    .replace(/[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/gi, 'MAC')
    .replace(/\b(\d+GE|Eth-Trunk|Vlanif|LoopBack|MEth|GigabitEthernet)\s?\d[\d/:]*/gi, 'IF')
    .replace(/\d+\.\d+\.\d+\.\d+/g, 'IP')
    .replace(/(^| )[0-9a-f]*:[0-9a-f]*:[0-9a-f:]*(\/\d+)?/gi, '$1IP6')
    .replace(/(IP|\b\d+(\.\d+)?):\d+/g, 'RD')
    .replace(/\b\d+(\.\d+)?\b/g, 'N')
    .replace(/N( to N| N)+/g, 'N')
    .replace(/RD( RD)+/g, 'RD')
}

export function matchesForm(form: Form, line: string): boolean {
  const words = line.split(' ')
  return ends(form, words, 0).has(words.length)
}

/** Every position a sequence can end at when it begins at `start`. */
function ends(parts: readonly Part[], words: readonly string[], start: number): ReadonlySet<number> {
  let positions: ReadonlySet<number> = new Set([start])
  for (const part of parts) positions = new Set([...positions].flatMap((at) => [...endsOfPart(part, words, at)]))
  return positions
}

function endsOfPart(part: Part, words: readonly string[], at: number): ReadonlySet<number> {
  if (part.kind === 'word') return new Set(words[at]?.toLowerCase() === part.text.toLowerCase() ? [at + 1] : [])
  if (part.kind === 'value') return endsOfValue(part.name, words, at)
  const found = new Set<number>(part.optional ? [at] : [])
  let edge: readonly number[] = [at]
  for (let round = 0; round < 12 && edge.length > 0; round += 1) {
    const next = edge.flatMap((position) => part.choices.flatMap((choice) => [...ends(choice, words, position)]))
    edge = next.filter((position) => !found.has(position))
    for (const position of edge) found.add(position)
  }
  return found
}

function endsOfValue(name: string, words: readonly string[], at: number): ReadonlySet<number> {
  const word = words[at]
  if (word === undefined) return new Set()
  // Free text goes on to the end of the line.
  if (/^(description|text|description-text)$/.test(name)) return new Set([words.length])
  if (name === 'sub') return new Set(word === 'sub' ? [at + 1] : [])
  return new Set(fits(name, word) ? [at + 1] : [])
}

function fits(name: string, word: string): boolean {
  const isIpv4 = /^\d+\.\d+\.\d+\.\d+$/.test(word)
  const isIpv6 = word.includes(':') && /^[0-9a-f:.]+(\/\d+)?$/i.test(word)
  if (/^(ipv4-|nexthop-address$|dest-address$)/.test(name)) return isIpv4
  if (/^ipv6-|ipv6-addr/.test(name)) return isIpv6
  if (/^(mask|wildcard-mask|ip-mask)$/.test(name)) return isIpv4
  if (/interface-name/.test(name)) return /^([0-9]+GE|[A-Z][A-Za-z-]*)\d\S*$/.test(word)
  if (/as-number-plain|mask-length|prefix-length|keepalive|hold|hop/.test(name)) return /^\d+$/.test(word)
  return true
}
