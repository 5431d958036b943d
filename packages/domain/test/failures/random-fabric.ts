import type { Random } from '../../src/edit/pseudo-random'
import { pseudoRandom } from '../../src/edit/pseudo-random'
import { expandIntents } from '../../src/expand'
import type { Network } from '../../src/model'
import { networkFromText } from '../fabric-text'

/**
 * A small network nobody would draw, but that parses: some underlay, cables and trunks at random, sessions of every
 * kind between whatever there is, and now and then something that makes routing turn unexpected ways.
 */
export function randomFabric(seed: number): Network {
  return networkFromText(fabricLines(seed).join('\n'))
}

/**
 * The same networks with what decides about routes: policies on sessions, IS-IS in the place of OSPF, OSPFv3 beside it, and
 * IBGP overlays with route reflectors.
 */
export function randomPolicedFabric(seed: number): Network {
  const roll = pseudoRandom(seed + 1_000_003)
  const chance = (percent: number): boolean => roll(100) < percent
  const isis = chance(40)
  const six = chance(30)
  const lines = fabricLines(seed).map((line) => {
    const [word, kind, ...rest] = line.split(' ')
    if (isis && word === 'underlay' && kind === 'ospf') return ['underlay isis', ...rest].join(' ')
    return six ? withIpv6(line) : line
  })
  const names = lines.flatMap((line) => /^(d\d+) CE/.exec(line)?.[1] ?? [])
  if (six) lines.push('underlay ospfv3 all')
  if (chance(50)) {
    const centre = names[roll(names.length)] ?? 'd0'
    const families = chance(50) ? 'evpn' : 'ipv4-unicast'
    lines.push(`overlay ibgp rr members ${names.join(',')} reflectors ${centre} families ${families}`)
  }
  const peerings = lines
    .filter((line) => line.startsWith('peering '))
    .map((line) => /^peering (d\d+).* -- (d\d+)/.exec(line))
  const [first] = peerings
  const pair = first === null || first === undefined ? undefined : `${first[1]}-${first[2]}`
  lines.push(`prefix-list SOME permit 10.0.0.${1 + roll(names.length)}/32`, 'prefix-list ALL permit 0.0.0.0/0 le 32')
  lines.push(
    'route-policy IN deny 10 prefixes SOME',
    `route-policy IN permit 20 prefixes ALL local-preference ${100 + roll(3) * 50}`,
  )
  if (pair !== undefined && chance(80))
    lines.push(`filter ${pair} ${chance(50) ? 'left' : 'right'} ${chance(50) ? 'import' : 'export'} route-policy IN`)
  return expandIntents(networkFromText(lines.join('\n')))
}

/** The same line with an IPv6 address beside each of a LoopBack or of a cable. */
function withIpv6(line: string): string {
  if (line.startsWith('link ')) return line.replace(/10\.9\.(\d+)\.([01])\/31/g, '$& 2001:db8:9:$1::$2/127')
  return line.replace(/ lo0 10\.0\.0\.(\d+)\/32/, '$& 2001:db8::$1/128')
}

/** Routers joined at random by EBGP sessions over cables, each with an AS of its own or some with the same. */
export function randomEbgpFabric(seed: number): Network {
  const roll = pseudoRandom(seed + 2_000_003)
  const count = 3 + roll(4)
  const shares = roll(2) === 0
  const lines = Array.from({ length: count }, (_, at) => {
    const as = 65000 + (shares ? roll(3) : at)
    return `d${at} CE6881H-48S6CQ as ${as} lo0 10.0.0.${at + 1}/32`
  })
  const nextPort = new Map<number, number>()
  const port = (at: number): string => {
    nextPort.set(at, (nextPort.get(at) ?? 0) + 1)
    return `10GE1/0/${nextPort.get(at)}`
  }
  for (let subnet = 0; subnet < count + roll(count); subnet += 1) {
    const [a, b] = [roll(count), subnet < count - 1 ? subnet + 1 : roll(count)]
    if (a !== b) lines.push(`link d${a} ${port(a)} 10.9.${subnet}.0/31 -- d${b} ${port(b)} 10.9.${subnet}.1/31`)
  }
  lines.push('underlay ebgp all')
  if (roll(4) === 0) lines.push(`static d${roll(count)} 0.0.0.0/0 via 10.9.0.1`)
  return expandIntents(networkFromText(lines.join('\n')))
}

function fabricLines(seed: number): string[] {
  const roll = pseudoRandom(seed)
  const chance = (percent: number): boolean => roll(100) < percent
  const count = 3 + roll(4)
  const names = Array.from({ length: count }, (_, at) => `d${at}`)
  const underlay = (['ospf', 'ebgp', 'ospf', 'none'] as const)[roll(4)] ?? 'ospf'
  const sameAs = underlay !== 'ebgp' && chance(60)
  const sharedAs = chance(30)
  const lines: string[] = []
  for (const [at, name] of names.entries()) {
    const as = sameAs ? 65000 : 65000 + (sharedAs ? at % 3 : at)
    const second = chance(15) ? ` lo1 10.0.1.${at + 1}/32` : ''
    lines.push(`${name} CE6881H-48S6CQ as ${as} lo0 10.0.0.${at + 1}/32${second}`)
  }
  const nextPort = names.map(() => 0)
  const port = (at: number): string => {
    nextPort[at] = (nextPort[at] ?? 0) + 1
    return `10GE1/0/${nextPort[at]}`
  }
  let subnet = 0
  const costs: string[] = []
  const joined: { readonly a: number; readonly b: number; readonly portA: string; readonly portB: string }[] = []
  const join = (a: number, b: number): void => {
    const [first, second] = [`10.9.${subnet}.0/31`, `10.9.${subnet}.1/31`]
    subnet += 1
    if (chance(12)) {
      const [trunkA, trunkB] = [`Eth-Trunk${subnet}`, `Eth-Trunk${subnet}`]
      const [a1, a2, b1, b2] = [port(a), port(a), port(b), port(b)]
      lines.push(
        `eth-trunk d${a} ${trunkA} ${a1} ${a2} routed ${first}`,
        `eth-trunk d${b} ${trunkB} ${b1} ${b2} routed ${second}`,
      )
      lines.push(`link d${a} ${a1} -- d${b} ${b1}`, `link d${a} ${a2} -- d${b} ${b2}`)
      joined.push({ a, b, portA: trunkA, portB: trunkB })
      return
    }
    const [portA, portB] = [port(a), port(b)]
    if (chance(10)) {
      const vlan = 100 + subnet
      lines.push(`interface d${a} Vlanif${vlan} ${first}`, `interface d${b} Vlanif${vlan} ${second}`)
      lines.push(`port d${a} ${portA} trunk ${vlan}`, `port d${b} ${portB} trunk ${vlan}`)
      lines.push(`link d${a} ${portA} -- d${b} ${portB}`)
      joined.push({ a, b, portA: `Vlanif${vlan}`, portB: `Vlanif${vlan}` })
      return
    }
    lines.push(`link d${a} ${portA} ${first} -- d${b} ${portB} ${second}`)
    joined.push({ a, b, portA, portB })
    if (chance(15)) costs.push(`set interface:d${a}.${portA.replaceAll('/', '-')} {"ospf":{"cost":${2 + roll(4)}}}`)
  }
  for (let at = 1; at < count; at += 1) if (!chance(8)) join(roll(at), at)
  for (let extra = roll(count + 1); extra > 0; extra -= 1) {
    const [a, b] = [roll(count), roll(count)]
    if (a !== b) join(a, b)
  }
  sharedVlan(lines, { names, roll, chance, port })
  if (underlay !== 'none') lines.push(`underlay ${underlay} ${chance(80) ? 'all' : names.slice(0, -1).join(' ')}`)
  if (underlay === 'ospf' && chance(60)) lines.push(...costs)
  const between = (first: string, second: string, rest: string): void => {
    lines.push(`peering ${first} -- ${second} ${rest}`)
  }
  for (let at = roll(count + 2); at > 0; at -= 1) {
    const [a, b] = [roll(count), roll(count)]
    if (a === b) continue
    const hops = chance(50) ? ` hops ${1 + roll(4)}` : ''
    const families = chance(30) ? ' families evpn' : ''
    const source = chance(85) ? ' lo0' : ''
    between(`d${a}${source}`, `d${b} lo0`, `${hops}${families}${chance(20) ? ' rr left' : ''}`)
  }
  for (const { a, b, portA, portB } of joined) {
    if (chance(underlay === 'ebgp' ? 5 : 25)) between(`d${a} ${portA}`, `d${b} ${portB}`, chance(10) ? 'gtsm 2' : '')
  }
  for (let at = 0; at < count; at += 1) {
    const near = joined.filter(({ a, b }) => a === at || b === at)
    const some = near[roll(Math.max(1, near.length))]
    if (some === undefined || !chance(12)) continue
    const far = some.a === at ? some.b : some.a
    const hop = chance(70) ? `via ${some.a === at ? some.portA : some.portB}` : `via 10.0.0.${far + 1}`
    lines.push(`static d${at} ${chance(40) ? '0.0.0.0/0' : `10.0.0.${1 + roll(count)}/32`} ${hop}`)
  }
  station(lines, { count, chance, roll, port })
  mlagPair(lines, { count, chance, port })
  vxlan(lines, { count, chance, roll })
  return lines
}

type Tools = {
  readonly roll: Random
  readonly chance: (percent: number) => boolean
  readonly port: (at: number) => string
}

/** One VLAN with an address on several devices, through whatever cables. */
function sharedVlan(
  lines: string[],
  { names, roll, chance, port }: Tools & { readonly names: readonly string[] },
): void {
  if (!chance(25)) return
  const middle = roll(names.length)
  for (const at of names.keys()) {
    lines.push(`interface d${at} Vlanif50 10.50.0.${at + 1}/24`)
    if (at === middle) continue
    const [own, far] = [port(at), port(middle)]
    lines.push(
      `port d${at} ${own} trunk 50`,
      `port d${middle} ${far} trunk 50`,
      `link d${at} ${own} -- d${middle} ${far}`,
    )
  }
  const [a, b] = [roll(names.length), roll(names.length)]
  if (a !== b) lines.push(`peering d${a} Vlanif50 -- d${b} Vlanif50`)
}

function station(lines: string[], { count, chance, roll, port }: Tools & { readonly count: number }): void {
  if (!chance(35)) return
  const at = roll(count)
  lines.push('station bmp1 192.0.2.10 port 5000')
  lines.push(`link d${at} ${port(at)} 192.0.2.1/24 -- bmp1`)
  lines.push(`set device:d${at} {"bgp":{"announce":[{"prefix":"192.0.2.0/24"}]}}`)
  for (let from = 0; from < count; from += 1)
    if (chance(50)) lines.push(`bmp d${from} -- bmp1 ${chance(70) ? 'source lo0 ' : ''}port 5000`)
}

function mlagPair(
  lines: string[],
  { count, chance, port }: Pick<Tools, 'chance' | 'port'> & { readonly count: number },
): void {
  if (count < 4 || !chance(30)) return
  const virtual = chance(25)
  for (const at of [0, 1]) {
    if (virtual) lines.push(`interface d${at} Eth-Trunk0`)
    else lines.push(`eth-trunk d${at} Eth-Trunk0 ${port(at)} ${port(at)}`)
    lines.push(`interface d${at} MEth0/0/0 10.88.0.${at + 1}/24`, `interface d${at} Vlanif60 10.60.0.${at + 1}/24`)
  }
  const dad = chance(60) ? 'MEth0/0/0' : 'lo0'
  lines.push(`mlag pair1 d0 d1 trunk Eth-Trunk0 ${virtual ? 'virtual ' : ''}dad ${dad} sync Vlanif60 port 6000`)
}

/** A bridge domain on some devices; now and then two of them are one VTEP, or sessions run over the tunnels. */
function vxlan(
  lines: string[],
  { count, chance, roll }: Pick<Tools, 'chance' | 'roll'> & { readonly count: number },
): void {
  if (!chance(40)) return
  const vteps = Array.from({ length: count }, (_, at) => at).filter(() => chance(70))
  const shares = chance(30)
  lines.push(`bd 10 vni 10010${chance(30) ? ' rt 65000:10' : ''} on ${vteps.map((at) => `d${at}`).join(',') || 'd0'}`)
  for (const at of vteps) {
    const source = shares && at < 2 ? 1 : at + 1
    lines.push(`interface d${at} LoopBack2 10.0.2.${source}/32`, `nve d${at} lo2`)
  }
  if (!chance(60)) return
  const tenant = chance(60) ? ' vrf red' : ''
  if (tenant !== '') lines.push('vrf red')
  for (const at of vteps) lines.push(`interface d${at} Vbdif10 10.70.0.${at + 1}/24${tenant}`)
  const [a, b] = [vteps[roll(count)], vteps[roll(count)]]
  if (a !== undefined && b !== undefined && a !== b && chance(70))
    lines.push(`peering d${a} Vbdif10 -- d${b} Vbdif10${tenant}`)
}
