import type { Network } from '../../src/model'
import { networkFromText } from '../fabric-text'

const model = 'CE6881H-48S6CQ'
const times = (count: number, line: (at: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, at) => line(at))
/** The address so many after `10.16.0.0`, `11.16.0.0` … */
const address = (first: number, at: number): string => `${first}.${16 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}`
const two = [`d0 ${model} as 65000 lo0 10.0.0.1/32`, `d1 ${model} as 65001 lo0 10.0.0.2/32`]
const cable = 'link d0 10GE1/0/1 10.9.0.0/31 -- d1 10GE1/0/1 10.9.0.1/31'
const between = [cable, 'static d1 10.0.0.1/32 via 10.9.0.0', 'peering d0 lo0 -- d1 lo0 hops 2']

/** Cables from each of one row to each of the next, two a row. */
const ladder = (rows: number): readonly string[] => {
  const place = (row: number, side: number, far: number): number => ((row * 2 + side) * 2 + far) * 2
  const rungs = times(rows - 1, (row) => String(row)).flatMap((_, row) =>
    [0, 1].flatMap((side) => [0, 1].map((far) => ({ row, side, far }))),
  )
  return [
    ...times(2 * rows, (at) => `d${at} ${model} as 65000 lo0 ${address(12, at)}/32`),
    ...rungs.map(
      ({ row, side, far }) =>
        `link d${row * 2 + side} 10GE1/0/${1 + far} ${address(11, place(row, side, far))}/31 -- d${row * 2 + 2 + far} 10GE1/0/${3 + side} ${address(11, place(row, side, far) + 1)}/31`,
    ),
    ...rungs.map(
      ({ row, side, far }) => `static d${row * 2 + side} 10.99.0.1/32 via ${address(11, place(row, side, far) + 1)}`,
    ),
  ]
}

/** Designs that nobody draws, by what is too much of something in them. */
export const hostileDesigns: { readonly [what: string]: (count: number) => readonly string[] } = {
  'peerings of a device with itself': (count) => [
    ...two,
    'interface d0 LoopBack1 10.0.0.3/32',
    ...times(count, (at) => (at % 2 === 0 ? 'peering d0 lo0 -- d0 lo0' : 'peering d0 lo0 -- d0 lo1')),
  ],
  'peerings of one pair': (count) => [...two, cable, ...times(count, () => 'peering d0 lo0 -- d1 lo0 hops 3')],
  'members of one trunk': (count) => {
    const members = times(count, (at) => `10GE1/0/${at + 1}`)
    return [
      ...two,
      ...[0, 1].map((at) => `eth-trunk d${at} Eth-Trunk1 ${members.join(' ')} routed 10.9.0.${at}/31`),
      ...members.map((name) => `link d0 ${name} -- d1 ${name}`),
      'underlay ospf all',
      'peering d0 lo0 -- d1 lo0 hops 2',
    ]
  },
  'members of one trunk, each with a cable to another device': (count) => [
    `d0 ${model} as 65000 lo0 10.0.0.1/32`,
    ...times(count, (at) => `d${at + 1} ${model} as 65000 lo0 ${address(12, at)}/32`),
    `eth-trunk d0 Eth-Trunk1 ${times(count, (at) => `10GE1/0/${at + 1}`).join(' ')} routed 10.32.0.1/12`,
    ...times(count, (at) => `link d0 10GE1/0/${at + 1} -- d${at + 1} 10GE1/0/1 10.33.${at >> 8}.${at & 255}/12`),
    'underlay ospf all',
  ],
  'nodes of one policy': (count) => [
    ...two,
    cable,
    ...times(count, (at) => `prefix-list P${at % 100} permit ${address(20, at)}/32`),
    ...times(count, (at) => `route-policy OUT ${at % 2 === 0 ? 'permit' : 'deny'} ${at + 1} prefixes P${at % 100}`),
    'underlay ebgp all',
    'peering d0 lo0 -- d1 lo0 hops 2',
    'filter d0-d1 left export route-policy OUT',
    'filter d0-d1 right import route-policy OUT',
  ],
  'VPN instances of two devices': (count) => [
    ...two,
    cable,
    ...times(count, (at) => `vrf v${at} rt 100:${at}`),
    ...times(count, (at) => `interface d0 LoopBack${at + 1} ${address(11, at)}/32 vrf v${at}`),
    ...times(count, (at) => `interface d1 LoopBack${at + 1} ${address(12, at)}/32 vrf v${at}`),
  ],
  'VLANs on every cable': (count) => [
    ...two,
    ...times(count, (at) => `interface d0 Vlanif${at + 2} ${address(11, at * 4 + 1)}/30`),
    ...times(count, (at) => `interface d1 Vlanif${at + 2} ${address(11, at * 4 + 2)}/30`),
    ...times(4, (port) => `port d0 10GE1/0/${port + 1} trunk ${times(count, (at) => String(at + 2)).join()}`),
    ...times(4, (port) => `port d1 10GE1/0/${port + 1} trunk ${times(count, (at) => String(at + 2)).join()}`),
    ...times(4, (port) => `link d0 10GE1/0/${port + 1} -- d1 10GE1/0/${port + 1}`),
  ],
  'static routes to one address': (count) => [
    ...two,
    ...between,
    ...times(count, (at) => `static d0 10.0.0.2/32 via 10.9.0.${1 + (at % 250)}`),
  ],
  'static routes each resolved by the next': (count) => [
    ...two,
    ...between,
    ...times(count, (at) => `static d0 ${address(30, at)}/32 via ${address(30, at + 1)}`),
    `static d0 10.0.0.2/32 via ${address(30, 0)}`,
  ],
  'static routes each resolved by both of the next pair': (count) => [
    ...two,
    ...between,
    ...times(count * 4, (at) => {
      const [pair, from, to] = [at >> 2, (at >> 1) & 1, at & 1]
      return `static d0 ${address(30, pair * 2 + from)}/32 via ${address(30, pair * 2 + 2 + to)}`
    }),
    ...[0, 1].map((last) => `static d0 ${address(30, count * 2 + last)}/32 via 10.9.0.1`),
    `static d0 10.0.0.2/32 via ${address(30, 0)}`,
  ],
  'static routes resolved by each other in rings': (count) => [
    ...two,
    ...between,
    ...times(
      count * 3,
      (at) => `static d0 ${address(30, at % count)}/32 via ${address(30, (at + 1 + (at % 3)) % count)}`,
    ),
    `static d0 10.0.0.2/32 via ${address(30, 0)}`,
  ],
  'rows of ways of equal cost that lead nowhere': (count) => [
    ...ladder(count),
    'host h 10.99.0.1 as 65009',
    'peering d0 lo0 -- h hops 255',
  ],
  'devices of one name, address and router ID': (count) => [
    ...times(count, (at) => `d${at} ${model} as 65000 lo0 10.0.0.1/32 router-id 10.0.0.1`),
    ...times(count, (at) => `set device:d${at} {"name":"same"}`),
    'underlay ospf all',
  ],
  'BMP sessions of one device': (count) => [
    ...two,
    'station bmp1 192.0.2.10 port 5000',
    ...times(count, () => 'bmp d0 -- bmp1 source lo0 port 5000'),
  ],
  'a chain of EBGP speakers with sessions across it': (count) => [
    ...times(count, (at) => `d${at} ${model} as ${at + 100} lo0 ${address(12, at)}/32`),
    ...times(
      count - 1,
      (at) => `link d${at} 10GE1/0/1 ${address(11, at * 2)}/31 -- d${at + 1} 10GE1/0/2 ${address(11, at * 2 + 1)}/31`,
    ),
    'underlay ebgp all',
    ...times(count - 1, (at) => `peering d${at} lo0 -- d${(at + 7) % count} lo0 hops 255`),
  ],
}

export function hostileNetwork(what: string, count: number): Network {
  return networkFromText((hostileDesigns[what]?.(count) ?? []).join('\n'))
}
