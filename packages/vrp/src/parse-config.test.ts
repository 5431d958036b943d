import { describe, expect, it, test } from 'vitest'
import type { ConfigNode } from './index'
import { formatConfig, parseConfig, printParsed, walkConfig } from './index'

/** Every command under the headers it stands in, outermost first. */
function places(text: string): readonly string[] {
  const found: string[] = []
  walkConfig(parseConfig(text).nodes, (node, ancestors) => {
    if (node.kind === 'command') found.push([...ancestors, node].map((each) => each.text).join(' > '))
  })
  return found
}

function problems(text: string): readonly string[] {
  return parseConfig(text).problems.map(({ line, code }) => `${line} ${code}`)
}

function kinds(text: string): readonly string[] {
  const found: ConfigNode[] = []
  walkConfig(parseConfig(text).nodes, (node) => found.push(node))
  return found.map(({ number, kind }) => `${number} ${kind}`)
}

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`

describe('the view of a line', () => {
  it('is the one its indentation says, and an indented # closes nothing', () => {
    const text = lines(
      '#',
      'bgp 1',
      ' peer 10.0.0.1 as-number 1',
      ' #',
      ' ipv4-family unicast',
      '  peer 10.0.0.1 enable',
    )
    expect(places(text)).toEqual([
      'bgp 1',
      'bgp 1 > peer 10.0.0.1 as-number 1',
      'bgp 1 > ipv4-family unicast',
      'bgp 1 > ipv4-family unicast > peer 10.0.0.1 enable',
    ])
    expect(problems(text)).toEqual([])
  })

  test.each([
    {
      says: 'a # in the first column closes no view when the next line belongs to it',
      text: lines('bgp 1', ' peer 10.0.0.1 as-number 1', '#', ' ipv4-family unicast', '  peer 10.0.0.1 enable'),
      place: 'bgp 1 > ipv4-family unicast > peer 10.0.0.1 enable',
      problem: [],
    },
    {
      says: 'an indented header after # is a section when the open view has no such command',
      text: lines('interface LoopBack0', ' ip address 10.0.0.1 32', '#', ' interface Nve1', '  source 10.0.0.1'),
      place: 'interface Nve1 > source 10.0.0.1',
      problem: ['4 top-line-indented'],
    },
    {
      says: 'an indented system command after # leaves the open view',
      text: lines('interface LoopBack0', ' ip address 10.0.0.1 32', '#', ' ip route-static 10.1.0.0 24 NULL0'),
      place: 'ip route-static 10.1.0.0 24 NULL0',
      problem: ['4 top-line-indented'],
    },
    {
      says: 'an indented line nobody knows leaves a view whose commands are known',
      text: lines('interface LoopBack0', ' ip address 10.0.0.1 32', '#', ' frobnicate enable'),
      place: 'frobnicate enable',
      problem: ['4 no-view'],
    },
    {
      says: 'a family of a kind nobody has listed stays in its process',
      text: lines('bgp 1', ' router-id 10.0.0.1', '#', ' ipv4-family unheard-of', '  peer 10.0.0.1 enable'),
      place: 'bgp 1 > ipv4-family unheard-of > peer 10.0.0.1 enable',
      problem: [],
    },
    {
      says: 'a line in the first column belongs to the open view when only that has such a command',
      text: lines('interface 100GE1/0/1', 'ip address 10.0.0.1 30', '#'),
      place: 'interface 100GE1/0/1 > ip address 10.0.0.1 30',
      problem: ['2 misplaced-line'],
    },
    {
      says: 'a process option in the first column does not swallow what follows',
      text: lines('ospf 1', 'import-route static', ' area 0.0.0.0', '  network 10.0.0.0 0.0.0.255'),
      place: 'ospf 1 > area 0.0.0.0 > network 10.0.0.0 0.0.0.255',
      problem: ['2 misplaced-line'],
    },
    {
      says: 'indentation may jump',
      text: lines('bgp 1', ' ipv4-family unicast', '   undo synchronization', '  peer 10.0.0.1 enable'),
      place: 'bgp 1 > ipv4-family unicast > peer 10.0.0.1 enable',
      problem: ['4 uneven-indent'],
    },
    {
      says: 'four blanks a level are as good as one',
      text: lines('ospf 1', '    area 0', '        network 10.0.0.0 0.0.0.255'),
      place: 'ospf 1 > area 0 > network 10.0.0.0 0.0.0.255',
      problem: [],
    },
    {
      says: 'a line below a command opens its view, known or not',
      text: lines('frobnicator 1', ' level', '  deeper on'),
      place: 'frobnicator 1 > level > deeper on',
      problem: [],
    },
    {
      says: 'a header that the tables know only as a command is found by what stands below it',
      text: lines('dcb pfc', ' priority 3 4', '#', 'dcb pfc uplink group a', ' group-member interface 100GE1/0/1'),
      place: 'dcb pfc uplink group a > group-member interface 100GE1/0/1',
      problem: [],
    },
    {
      says: 'undo of a header opens nothing',
      text: lines('undo interface Vlanif10', ' ip address 10.0.0.1 24'),
      place: 'ip address 10.0.0.1 24',
      problem: ['2 no-view'],
    },
    {
      says: 'keywords count in any case, interface names with a blank',
      text: lines('INTERFACE  nve 1', ' SOURCE 10.0.0.1', '#'),
      place: 'INTERFACE  nve 1 > SOURCE 10.0.0.1',
      problem: [],
    },
    {
      says: 'a piece without its header is known as such',
      text: lines(' peer 10.0.0.1 enable'),
      place: 'peer 10.0.0.1 enable',
      problem: ['1 no-view'],
    },
    {
      says: 'a view entered twice adds up',
      text: lines('vlan 10', ' name a', '#', 'vlan 10', ' name b'),
      place: 'vlan 10 > name b',
      problem: ['4 repeated-header'],
    },
  ])('$says', ({ text, place, problem }) => {
    expect(places(text).at(-1)).toBe(place)
    expect(problems(text)).toEqual(problem)
    expect(printParsed(parseConfig(text))).toBe(text)
  })

  it('is found in both dialects of M-LAG and EVPN', () => {
    const old = lines('dfs-group 1', ' priority 150', ' source ip 10.0.0.1 peer 10.0.0.2')
    expect(places(old).at(-1)).toBe('dfs-group 1 > source ip 10.0.0.1 peer 10.0.0.2')
    const oldEvpn = lines(
      'evpn vpn-instance e10 bd-mode',
      ' route-distinguisher 1:10',
      '#',
      'bridge-domain 10',
      ' evpn binding vpn-instance e10',
      ' vxlan vni 10',
    )
    expect(places(oldEvpn).at(-1)).toBe('bridge-domain 10 > vxlan vni 10')
    const newEvpn = lines(
      'bridge-domain 10',
      ' vxlan vni 10',
      ' #',
      ' evpn',
      '  route-distinguisher 1:10',
      '#',
      'bgp 1 instance evpn1',
      ' peer 10.0.0.2 as-number 1',
      ' #',
      ' l2vpn-family evpn',
      '  peer 10.0.0.2 enable',
    )
    expect(places(newEvpn)).toContain('bridge-domain 10 > evpn > route-distinguisher 1:10')
    expect(places(newEvpn).at(-1)).toBe('bgp 1 instance evpn1 > l2vpn-family evpn > peer 10.0.0.2 enable')
    for (const text of [old, oldEvpn, newEvpn]) expect(problems(text)).toEqual([])
  })
})

describe('lines that are no commands', () => {
  it('are kept as what they are', () => {
    const text = lines('!Software Version V300R023C00', '', '#', 'sysname a', '// remark', '# remark', '#', 'Return')
    expect(kinds(text)).toEqual([
      '1 comment',
      '2 blank',
      '3 separator',
      '4 command',
      '5 comment',
      '6 comment',
      '7 separator',
      '8 return',
    ])
    expect(problems(text)).toEqual([])
  })

  it('are the text of a banner up to the character it began with', () => {
    const text = lines(
      'header login information %',
      'interface 100GE1/0/1',
      '#',
      ' shutdown %',
      '#',
      'header shell information "one line"',
      'vlan 10',
    )
    expect(kinds(text)).toEqual([
      '1 command',
      '2 banner',
      '3 banner',
      '4 banner',
      '5 separator',
      '6 command',
      '7 command',
    ])
    expect(problems(text)).toEqual([])
    expect(printParsed(parseConfig(text))).toBe(text)
  })

  it('are not looked for behind a banner that never ends', () => {
    const text = lines('header login information "cut', 'vlan 10', ' name a')
    expect(places(text).at(-1)).toBe('vlan 10 > name a')
    expect(problems(text)).toEqual(['1 banner-not-closed'])
  })

  it('are prompts, paging notices and unprintable characters', () => {
    const text = lines(
      '<leaf-1>display current-configuration',
      'bgp 1',
      '  ---- More ----\u001b[42D      \u001b[42D peer 10.0.0.1 as-number 1',
      ' router-id 1.1.1.1\u0000',
      '---- More ----',
      '[~leaf-1]',
    )
    expect(kinds(text)).toEqual(['1 unknown', '2 command', '3 command', '4 unknown', '5 unknown', '6 unknown'])
    expect(places(text)).toEqual(['bgp 1', 'bgp 1 > peer 10.0.0.1 as-number 1'])
    expect(problems(text)).toEqual(['1 terminal-text', '4 unprintable', '5 terminal-text', '6 terminal-text'])
    expect(printParsed(parseConfig(text))).toBe(text)
  })

  it('after return are reported once', () => {
    expect(problems(lines('sysname a', 'return', '', 'sysname b', 'vlan 2'))).toEqual(['4 after-return'])
  })

  it('are too long to be restored', () => {
    expect(problems(lines(`description ${'x'.repeat(500)}`))).toEqual(['1 line-too-long'])
  })
})

describe('the text', () => {
  test.each([
    '',
    '\n',
    '#',
    'sysname a',
    '\r\n',
    '\ufeff#\r\nsysname a  \r\n',
    'a\rb\r\r\n\t b\u00a0\n',
    '\u3000\n ',
    ' \n#\n#\n',
  ])('%j is given back as it was', (text) => {
    expect(printParsed(parseConfig(text))).toBe(text)
  })

  it('is read with CRLF, a byte order mark and trailing blanks as without', () => {
    const plain = lines('#', 'interface Vlanif10', ' ip address 10.0.0.1 24', '#', 'return')
    expect(formatConfig(parseConfig(`\ufeff${plain.replaceAll('\n', '   \r\n')}`))).toBe(plain)
  })

  it('gives every problem with a remedy in both languages', () => {
    const text = lines(
      ' x',
      '#',
      ' sysname a',
      '<a>',
      '\u0000',
      'header login information "',
      'ospf 1',
      'area 0',
      '   network 1',
      '  nssa',
      'ospf 1',
      'return',
      `y ${'y'.repeat(600)}`,
    )
    for (const { what, remedy } of parseConfig(text).problems) {
      for (const sentence of [what.en, remedy.en]) expect(sentence).toMatch(/^[A-Z].*\.$/)
      for (const sentence of [what.zh, remedy.zh]) expect(sentence).toMatch(/[\u4e00-\u9fff].*。$/)
    }
  })
})

describe('hostile text', () => {
  const many = 200_000
  test.each([
    ['nested a blank deeper on every line', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}x${i}`).join('\n')],
    ['a million blanks before a word', `${' '.repeat(1_000_000)}x\n`],
    ['only separators', '#\n'.repeat(many)],
    ['banners that never end', 'header login information %x\n'.repeat(many)],
    ['headers', 'bgp 1\n'.repeat(many)],
    ['one long line', `peer ${'a '.repeat(5_000_000)}`],
    ['paging notices', `---- More ----${'[42D '.repeat(many)}\n`],
    ['open brackets and prompts', `${'[<'.repeat(many)}\n${'<a'.repeat(many)}>`],
    ['binary', Array.from({ length: many }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('')],
  ])('%s is read in one pass and given back', (_, text) => {
    const config = parseConfig(text)
    expect(printParsed(config) === text).toBe(true)
    expect(formatConfig(config).length).toBeLessThan(text.length * 2 + 1000)
  })
})
