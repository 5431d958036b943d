import { pseudoRandom } from '../src/edit/pseudo-random'
import type { Network } from '../src/model'
import { networkFromText } from './fabric-text'

/** How a sub-interface is drawn: of Layer 3, or in a bridge domain; with a VLAN, or with a word for what it takes. */
export type DrawnSub = {
  readonly number: number
  readonly takes: number | 'untag' | 'default'
  readonly domain?: number
}

export type DrawnPort = {
  readonly device: number
  readonly name: string
  readonly kind: 'access' | 'trunk' | 'hybrid' | 'routed'
  readonly vlan: number
  readonly tagged: readonly number[]
  readonly untagged: readonly number[]
  readonly subs: readonly DrawnSub[]
}

/** A small network of cables, VLANs and bridge domains, as it was drawn. */
export type DrawnLayer2 = {
  readonly network: Network
  readonly ports: readonly DrawnPort[]
  /** Numbers of ports. */
  readonly cables: readonly (readonly [number, number])[]
  readonly vlanifs: readonly (readonly [device: number, vlan: number])[]
  /** Of each device; `vlan` is bound to it. */
  readonly domains: readonly (readonly { readonly number: number; readonly vlan?: number; readonly vbdif: boolean }[])[]
  /** Groups of bridge domains whose VTEPs send to each other, as `device bridge domain`. */
  readonly meshes: readonly (readonly string[])[]
}

const vlans = [10, 20, 30]
const domainNumbers = [5, 6]

export function randomLayer2(seed: number): DrawnLayer2 {
  const roll = pseudoRandom(seed)
  const chance = (percent: number): boolean => roll(100) < percent
  const some = <Item>(items: readonly Item[], percent: number): readonly Item[] => items.filter(() => chance(percent))
  const count = 2 + roll(4)
  const devices = Array.from({ length: count }, (_, at) => at)
  const bound = new Map(domainNumbers.map((number, at) => [number, chance(30) ? vlans[at] : undefined]))
  const domains = devices.map(() =>
    some(domainNumbers, 60).map((number) => {
      const vlan = bound.get(number)
      return { number, vbdif: chance(70), ...(vlan === undefined ? {} : { vlan }) }
    }),
  )
  const ports: DrawnPort[] = []
  const port = (device: number): number => {
    const kind = (['access', 'trunk', 'trunk', 'hybrid', 'routed'] as const)[roll(5)] ?? 'trunk'
    const here = domains[device] ?? []
    const subs: DrawnSub[] = []
    const wants = kind === 'routed' ? chance(60) : here.length > 0 && chance(60)
    for (let number = 1; wants && number <= 1 + roll(2); number += 1) {
      const takes = kind !== 'routed' && chance(30) ? (['untag', 'default'] as const)[roll(2)] : vlans[roll(3)]
      const domain = here[roll(Math.max(1, here.length))]?.number
      if (takes === undefined || subs.some((other) => other.takes === takes)) continue
      subs.push({ number, takes, ...(kind === 'routed' || domain === undefined ? {} : { domain }) })
    }
    const vlan = kind === 'access' || chance(40) ? (vlans[roll(3)] ?? 10) : 1
    const untagged = kind === 'hybrid' ? some(vlans, 40) : []
    const tagged =
      kind === 'trunk' || kind === 'hybrid' ? some(vlans, 50).filter((each) => !untagged.includes(each)) : []
    ports.push({ device, name: `10GE1/0/${ports.length + 1}`, kind, vlan, tagged, untagged, subs })
    return ports.length - 1
  }
  const cables: [number, number][] = []
  for (let at = 1 + roll(2 * count); at > 0; at -= 1) {
    const [a, b] = [roll(count), roll(count)]
    if (a !== b) cables.push([port(a), port(b)])
  }
  const vlanifs = devices.flatMap((device) => some(vlans, 60).map((vlan) => [device, vlan] as const))
  const meshes = domainNumbers.flatMap((number) => {
    const having = devices.filter((device) => domains[device]?.some((each) => each.number === number))
    const whole = some(having, 70).map((device) => `${device} ${number}`)
    const pair = some(having, 50).map((device) => `${device} ${number}`)
    return [whole, ...(chance(30) ? [pair.slice(0, 2)] : [])].filter(({ length }) => length > 1)
  })
  const drawn = { ports, cables, vlanifs, domains, meshes }
  return { ...drawn, network: networkFromText(textOf(drawn)) }
}

function textOf({ ports, cables, vlanifs, domains }: Omit<DrawnLayer2, 'network'>): string {
  const lines = domains.map((_, at) => `d${at} CE6866-48S8CQ-P`)
  for (const number of domainNumbers) {
    const on = domains.flatMap((of, at) => (of.some((each) => each.number === number) ? [`d${at}`] : []))
    const vlan = domains.flat().find((each) => each.number === number)?.vlan
    if (on.length > 0) lines.push(`bd ${number} vni 1000${number}${vlan === undefined ? '' : ` vlan ${vlan}`} on ${on}`)
  }
  for (const { device, name, kind, vlan, tagged, untagged, subs } of ports) {
    const switching = { linkType: kind, vlan, allowedVlans: tagged, untaggedVlans: untagged }
    if (kind === 'routed') lines.push(`interface d${device} ${name} routed`)
    else if (kind === 'access') lines.push(`port d${device} ${name} access ${vlan}`)
    else lines.push(`port d${device} ${name} switching ${JSON.stringify(switching)}`)
    for (const { number, takes, domain } of subs) {
      const into = domain === undefined ? '' : ` bd ${domain}`
      lines.push(`sub d${device} ${name}.${number} ${typeof takes === 'number' ? `vid ${takes}` : takes}${into}`)
    }
  }
  for (const [a, b] of cables) {
    const [one, two] = [ports[a], ports[b]]
    if (one !== undefined && two !== undefined)
      lines.push(`link d${one.device} ${one.name} -- d${two.device} ${two.name} switched`)
  }
  for (const [device, vlan] of vlanifs) lines.push(`interface d${device} Vlanif${vlan} 10.${vlan}.0.${device + 1}/24`)
  for (const [device, of] of domains.entries())
    for (const { number, vbdif } of of)
      if (vbdif) lines.push(`interface d${device} Vbdif${number} 10.10${number}.0.${device + 1}/24`)
  return lines.join('\n')
}
