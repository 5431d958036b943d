/** What stands for `<name>` in a typed line. */
export type Parameter = {
  /** Free text goes on to the end of the line. */
  readonly isText: boolean
  readonly fits: (word: string) => boolean
}

const ipv4 = (word: string) => /^\d{1,3}(\.\d{1,3}){3}$/.test(word)
const ipv6 = (word: string) => /^(?=.*:.*:)[0-9a-f:.]+(\/\d+)?$/i.test(word)
const mac = (word: string) => /^[0-9a-f]{1,4}(-[0-9a-f]{1,4}){2}$/i.test(word)
/** Numbers, dotted numbers (AS, area), slots (`1/0/1.5`), ranges and communities. */
const numeric = (word: string) => /^\d[\d.:/-]*$/.test(word)
const either =
  (...kinds: readonly ((word: string) => boolean)[]) =>
  (word: string) =>
    kinds.some((kind) => kind(word))
const oneOf = (...words: readonly string[]) => {
  const known = new Set(words)
  return (word: string) => known.has(word.toLowerCase())
}

/**
 * The kind of a parameter is in its name, as far as the page took care with names; the first row that fits
 * counts, and what no row knows may be any word. The forms say nothing about ranges.
 */
const kinds: readonly (readonly [RegExp, (word: string) => boolean])[] = [
  // Keywords that the page prints as parameters.
  [/^sub$/, oneOf('sub')],
  [/^vrfRtType$/, oneOf('both', 'export-extcommunity', 'import-extcommunity')],
  [/^matchMode$/, oneOf('permit', 'deny')],
  [/^(peer)?group-?name$/i, (word) => !ipv4(word) && !ipv6(word)],
  // Names and secrets are any word, however their kind is called.
  [/name|instance|password|text|cipher|plain|regular|string|^sessname/i, (word) => word !== ''],
  [/interface-?type|if-?type/i, (word) => /^(\d+GE|GE|[a-z]+(-[a-z]+)*)$/i.test(word)],
  [/mac-address|macaddr|macValue/i, mac],
  [/mask-length|masklen|prefix-length|mask-len/i, numeric],
  [/^(mask|wildcard-mask|ip-mask|mask-address)$/, either(ipv4, numeric)],
  [/ipv6|ip6/i, ipv6],
  [/area-id|router-id|cluster|ls-id/i, either(numeric, ipv4)],
  [
    /ipv4-as|vpn-target|vrfRt|vrfRD|rdStr|soo|site-of-origin|cmnty|community|as-path-value|asValues|as-prepend/i,
    (word) => word !== '',
  ],
  [/ipv4|ip-address|nexthop-address|dest-address|virtual-address/i, ipv4],
  [/^(address|peer-ip|source-ip|peer-addr|source-ip-address|src-ip|srcAddr)$/, either(ipv4, ipv6)],
  [
    /number|num$|-id\d*$|^id\d*$|value|interval|time|limit|count|percentage|multiplier|threshold|hops?$|preference|^tag$|^med$|priority|seconds|minutes|delay|mtu|portnum|linkid|^asn$|slot/i,
    numeric,
  ],
]

/** An interface in one word. */
const interfaceName = (word: string) => /^(\d+GE|[a-z]+(-[a-z]+)*)\d[\d/.:]*$/i.test(word)

export function parameterOf(name: string): Parameter {
  const isText = /^(description|description-text|text|desc|profdescStr|description-information)$/.test(name)
  return { isText, fits: isText ? (word) => word !== '' : fitsOf(name) }
}

function fitsOf(name: string): Parameter['fits'] {
  if (/interface-name|^interface-value$|^(local)?if-?name/i.test(name)) return interfaceName
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? ((word) => word !== '')
}
