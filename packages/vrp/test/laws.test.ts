import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConfigTree, Statement } from '../src/index'
import { formatConfig, parseConfig, printText, statement, toConfigTree } from '../src/index'
import { viewSpecs } from '../src/views/views'

/** Words no table knows, so that only the indentation says where a line belongs. */
const freeText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => `x${text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')}`.trim())

const free = fc.letrec<{ one: Statement<number>; many: Statement<number>[] }>((tie) => ({
  many: fc.array(tie('one'), { maxLength: 3 }),
  one: fc
    .tuple(freeText, fc.oneof({ maxDepth: 5 }, fc.constant([]), tie('many')), fc.boolean())
    .map(([text, children, separated]) => statement(text, 0, children, { separated })),
})).many

/** Two or more lines of one view: the tables have many, and in a small configuration they are what matters. */
const samples: { readonly [view: string]: readonly string[] } = {
  system: ['sysname leaf-1', 'vlan batch 10 20 to 29', 'stp mode rstp', 'ip route-static 10.0.0.0 255.0.0.0 NULL0'],
  interface: [
    'undo portswitch',
    'ip address 10.0.0.1 255.255.255.0',
    'port link-type trunk',
    'eth-trunk 1',
    'mtu 9000',
  ],
  bgp: ['router-id 10.0.0.1', 'peer 10.0.0.2 as-number 65001', 'peer 10.0.0.2 connect-interface LoopBack0'],
  'bgp-family': ['peer 10.0.0.2 enable', 'network 10.0.0.0 255.0.0.0', 'import-route direct'],
  'vpn-instance': ['vxlan vni 100'],
  'vpn-instance-family': ['route-distinguisher 1:1', 'vpn-target 1:1 export-extcommunity'],
  ospf: ['opaque-capability enable', 'import-route direct'],
  'ospf-area': ['network 10.0.0.0 0.255.255.255', 'nssa'],
  'dfs-group': ['priority 150', 'dual-active detection source ip 10.0.0.1 peer 10.0.0.2'],
  bmp: ['statistics-timer 30'],
  'bmp-session': ['tcp connect port 5000', 'connect-interface LoopBack0'],
  'bmp-monitor': ['route-mode ipv4-family unicast adj-rib-in pre-policy'],
  'bridge-domain': ['vxlan vni 10'],
  'bridge-domain-evpn': ['route-distinguisher 1:10', 'vpn-target 0:10 both'],
}
const headers: { readonly [view: string]: readonly (readonly [header: string, view: string])[] } = {
  system: [
    ['interface 100GE1/0/1', 'interface'],
    ['bgp 65001', 'bgp'],
    ['bgp 65001 instance evpn1', 'bgp'],
    ['ip vpn-instance a', 'vpn-instance'],
    ['ospf 1', 'ospf'],
    ['dfs-group 1', 'dfs-group'],
    ['bmp', 'bmp'],
    ['bridge-domain 10', 'bridge-domain'],
  ],
  bgp: [
    ['ipv4-family unicast', 'bgp-family'],
    ['ipv6-family vpn-instance a', 'bgp-family'],
    ['l2vpn-family evpn', 'bgp-family'],
  ],
  'vpn-instance': [['ipv4-family', 'vpn-instance-family']],
  ospf: [['area 0.0.0.0', 'ospf-area']],
  bmp: [['bmp-session 10.0.0.9', 'bmp-session']],
  'bmp-session': [['monitor public', 'bmp-monitor']],
  'bridge-domain': [['evpn', 'bridge-domain-evpn']],
}

/** Lines of a view as a device has them: its commands, commands nobody knows, and its sub-views. */
function viewLines(view: string): fc.Arbitrary<readonly Statement<number>[]> {
  const separated = viewSpecs.some((spec) => spec.view === view && spec.separated === true)
  const leaves = fc.subarray([...(samples[view] ?? [])]).map((texts) => texts.map((text) => statement(text, 0)))
  const subViews = (headers[view] ?? []).map(([header, inner]) =>
    fc
      .option(viewLines(inner), { nil: undefined })
      .map((children) =>
        children === undefined ? [] : [statement(header, 0, children, { separated: isSeparated(inner) })],
      ),
  )
  return fc
    .tuple(leaves, fc.option(freeText, { nil: undefined }), ...subViews)
    .map(([known, unknown, ...inner]) => [
      ...known,
      ...(unknown === undefined || separated ? [] : [statement(unknown, 0)]),
      ...inner.flat(),
    ])
}

function isSeparated(view: string): boolean {
  return viewSpecs.some((spec) => spec.view === view && spec.separated === true)
}

function tree(sections: readonly (readonly Statement<number>[])[]): ConfigTree<number> {
  return { frame: 0, sections: sections.filter((section) => section.length > 0) }
}

/** Statements with children stand alone in their section, as a device prints them. */
const device = viewLines('system').map((lines) => tree(lines.map((line) => [line])))

function withoutOrigins({ sections }: ConfigTree<number>): ConfigTree<number> {
  const bare = ({ text, children, separated }: Statement<number>): Statement<number> =>
    statement(text, 0, children.map(bare), { separated })
  return { frame: 0, sections: sections.map((section) => section.map(bare)) }
}

describe('parse(print(c)) = c', () => {
  it('for trees of lines nobody knows', () => {
    fc.assert(
      fc.property(fc.array(free, { maxLength: 4 }), (sections) => {
        // At the top a `#` begins a section and belongs to no line.
        const given = tree(
          sections.map((section) => section.map(({ text, origin, children }) => statement(text, origin, children))),
        )
        const parsed = parseConfig(printText(given))
        expect(withoutOrigins(toConfigTree(parsed))).toEqual(given)
        expect(parsed.problems).toEqual([])
      }),
    )
  })

  it('for the configurations of devices, which are laid out as they are printed', () => {
    fc.assert(
      fc.property(device, (given) => {
        const text = printText(given)
        const parsed = parseConfig(text)
        expect(withoutOrigins(toConfigTree(parsed))).toEqual(given)
        expect(parsed.problems).toEqual([])
        expect(formatConfig(parsed)).toBe(text)
      }),
    )
  })

  it('with the line each command was printed on as its origin', () => {
    fc.assert(
      fc.property(device, (given) => {
        const text = printText(given)
        const lines = text.split('\n')
        const check = ({ text: command, origin, children }: Statement<number>): void => {
          expect(lines[origin - 1]?.trim()).toBe(command)
          for (const child of children) check(child)
        }
        for (const top of toConfigTree(parseConfig(text)).sections.flat()) check(top)
      }),
    )
  })
})
