import type { Network } from '../../src/model'
import { networkFromText } from '../fabric-text'

/** What is wrong with the one VLAN that every device is in. */
export type BrokenVlan = {
  readonly devices: number
  /** Every interface in the VLAN has the same address. */
  readonly oneAddress?: boolean
  /** Half of the cables are trunks that forgot the VLAN, a third access ports in another one. */
  readonly mixed?: boolean
  /** OSPF between all of them. */
  readonly ospf?: boolean
  /** Each device peers with the first over the VLAN. */
  readonly bgp?: boolean
}

/** A tree of switches with two ways up, all in VLAN 100 with an address there. */
export function brokenVlan({ devices, oneAddress, mixed, ospf, bgp }: BrokenVlan): Network {
  const names = Array.from({ length: devices }, (_, at) => `d${at}`)
  const places = names.map((_, at) => `${Math.floor(at / 250)}.${(at % 250) + 1}`)
  const modes = ['trunk 100', 'trunk 200', 'access 100', 'access 200'] as const
  const mode = (at: number): string => (mixed ? (modes[at % 4] ?? 'trunk 100') : 'trunk 100')
  const used = names.map(() => 0)
  const port = (at: number): string => {
    used[at] = (used[at] ?? 0) + 1
    return `10GE1/0/${used[at]}`
  }
  const cables = names.flatMap((_, at) => {
    const parent = Math.floor((at - 1) / 20)
    return [parent, parent + 1].flatMap((up) => (up < 0 || up >= at ? [] : [[at, up] as const]))
  })
  const lines = [
    ...names.map((name, at) => `${name} CE6881H-48S6CQ as ${65000 + (bgp ? at : 0)} lo0 10.1.${places[at]}/32`),
    ...names.map((name, at) => `interface ${name} Vlanif100 ${oneAddress ? '10.0.0.1' : `10.0.${places[at]}`}/16`),
    ...cables.flatMap(([low, high], at) => {
      const [own, far] = [port(low), port(high)]
      return [
        `port d${low} ${own} ${mode(at)}`,
        `port d${high} ${far} ${mode(3 * at + 1)}`,
        `link d${low} ${own} -- d${high} ${far}`,
      ]
    }),
    ...(ospf ? ['underlay ospf all type broadcast'] : []),
    ...(ospf
      ? names.map(
          (name) =>
            `set device:${name} {"ospfNetworks":[{"underlayId":"underlay:ospf","prefix":"10.0.0.0/15","area":0}]}`,
        )
      : []),
    ...(bgp ? names.slice(1).map((name) => `peering d0 Vlanif100 -- ${name} Vlanif100`) : []),
  ]
  return networkFromText(lines.join('\n'))
}
