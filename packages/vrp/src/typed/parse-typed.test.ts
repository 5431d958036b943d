import { describe, expect, it, test } from 'vitest'
import { parseTyped, printText } from '../index'

const lines = (...all: readonly string[]) => all.join('\n')

function stored(...typed: readonly string[]): readonly string[] {
  const { tree, problems } = parseTyped(lines(...typed))
  expect(problems).toEqual([])
  return printText(tree).trimEnd().split('\n').slice(1, -2)
}

function refusals(...typed: readonly string[]): readonly string[] {
  return parseTyped(lines(...typed)).problems.map(({ line, code, remedy }) => `${line} ${code}: ${remedy.en}`)
}

describe('typed commands', () => {
  const script = [
    'bgp 65001',
    ' router-id 10.0.0.1',
    ' peer 10.0.0.2 as-number 65001',
    ' #',
    ' ipv4-family unicast',
    '  peer 10.0.0.2 enable',
  ]

  test.each([
    {
      says: 'with the prompts of a session, device answers and remarks',
      typed: [
        '<HUAWEI> system-view',
        'Enter system view, return user view with return command.',
        '[~HUAWEI] bgp 65001',
        '[*HUAWEI-bgp] router-id 10.0.0.1',
        '[*HUAWEI-bgp] peer 10.0.0.2 as-number 65001   // the spine',
        '[*HUAWEI-bgp] ipv4-family unicast',
        '[*HUAWEI-bgp-af-ipv4] peer 10.0.0.2 enable',
        '[*HUAWEI-bgp-af-ipv4] quit',
        '[*HUAWEI-bgp] quit',
        '[*HUAWEI] commit',
        '[~HUAWEI] display bgp peer',
        ' BGP local router ID : 10.0.0.1',
      ],
    },
    {
      says: 'without prompts',
      typed: [
        'system-view',
        'bgp 65001',
        'router-id 10.0.0.1',
        'peer 10.0.0.2 as-number 65001',
        '# the family',
        'ipv4-family unicast',
        'peer 10.0.0.2 enable',
        'quit',
        'quit',
        'commit',
        'return',
        'save',
        'y',
      ],
    },
    {
      says: 'with family commands typed in the BGP view, which a device shows in the family',
      typed: ['bgp 65001', ' router-id 10.0.0.1', ' peer 10.0.0.2 as-number 65001', ' peer 10.0.0.2 enable'],
    },
    {
      says: 'with a view that is entered twice',
      typed: [
        'bgp 65001',
        'router-id 10.0.0.1',
        'quit',
        'bgp 65001',
        'peer 10.0.0.2 as-number 65001',
        'ipv4-family unicast',
        'peer 10.0.0.2 enable',
      ],
    },
    {
      says: 'with keywords in any case',
      typed: ['BGP 65001', 'Router-ID 10.0.0.1', 'PEER 10.0.0.2 AS-Number 65001', 'peer 10.0.0.2 Enable'],
    },
  ])('$says give the stored form', ({ typed }) => {
    expect(stored(...typed)).toEqual(script)
  })

  it('are told from answers by the prompt, and every line is accounted for', () => {
    const { ignored } = parseTyped(
      lines('<leaf> system-view', 'Enter system view.', '', '[~leaf] # remark', '[~leaf] vlan batch 10'),
    )
    expect(ignored).toEqual([
      { line: 1, reason: 'session' },
      { line: 2, reason: 'answer' },
      { line: 4, reason: 'remark' },
    ])
  })

  it('follow the host name when it is changed', () => {
    expect(
      stored(
        '<HUAWEI> system-view',
        '[~HUAWEI] sysname leaf-1',
        '[*HUAWEI] commit',
        '[~leaf-1] vlan 10',
        '[*leaf-1-vlan10] name a',
      ),
    ).toEqual(['sysname leaf-1', '#', 'vlan 10', ' name a'])
  })

  it('leave views that a prompt has left, and open views only a prompt tells of', () => {
    const { tree, problems } = parseTyped(
      lines(
        '[~A] interface 100GE1/0/1',
        '[*A-100GE1/0/1] undo portswitch',
        '[*A] unheard-of view',
        '[*A-unheard] setting 1',
        '[*A] vlan batch 10',
      ),
    )
    expect(
      printText(tree)
        .split('\n')
        .filter((line) => line !== '#'),
    ).toEqual([
      'vlan batch 10',
      'interface 100GE1/0/1',
      ' undo portswitch',
      'unheard-of view',
      ' setting 1',
      'return',
      '',
    ])
    expect(problems.map(({ line, code, refused }) => `${line} ${code} ${refused}`)).toEqual(['3 not-listed false'])
  })

  it('of the system view leave the view that has no such command', () => {
    expect(
      stored(
        'interface Vlanif10',
        'ip address 10.0.0.1 24',
        'interface LoopBack0',
        'ip address 10.0.0.9 32',
        'ospf 1',
        'area 0',
        'network 10.0.0.9 0.0.0.0',
      ).filter((line) => line !== '#'),
    ).toEqual([
      'interface Vlanif10',
      ' ip address 10.0.0.1 255.255.255.0',
      'interface LoopBack0',
      ' ip address 10.0.0.9 255.255.255.255',
      'ospf 1',
      ' area 0.0.0.0',
      '  network 10.0.0.9 0.0.0.0',
    ])
  })
})

describe('the stored form', () => {
  test.each([
    ['interface 100ge 1/0/1', 'interface 100GE1/0/1'],
    ['interface loop 0', 'interface LoopBack0'],
    ['interface lo0', 'interface LoopBack0'],
    ['interface vlanif 10', 'interface Vlanif10'],
    ['interface eth-t1', 'interface Eth-Trunk1'],
    ['interface 10g1/0/1', 'interface 10GE1/0/1'],
    ['ip route-static 10.0.0.0 8 null 0', 'ip route-static 10.0.0.0 255.0.0.0 NULL0'],
    ['ip vpn-instance tunnel1', 'ip vpn-instance tunnel1'],
    ['ospf', 'ospf 1'],
    ['sysname GE1/0/1', 'sysname GE1/0/1'],
    ['vlan  batch   10 20', 'vlan batch 10 20'],
  ])('of "%s" is "%s"', (typed, expected) => {
    expect(stored(typed)).toEqual([expected])
  })

  test.each([
    ['bgp 1', 'peer 10.0.0.2 connect-interface loopback 0', [' peer 10.0.0.2 connect-interface LoopBack0']],
    ['bgp 1', 'peer 10.0.0.2 ebgp-max-hop', [' peer 10.0.0.2 ebgp-max-hop 255']],
    ['interface Vlanif10', 'ipv6 address 2001:db8::1 64', [' ipv6 address 2001:db8::1/64']],
    ['interface Vlanif10', 'description  To  the  10ge 1/0/1 // spare', [' description To  the  10ge 1/0/1 // spare']],
    ['ip vpn-instance a', 'description x', [' description x']],
    ['ospf 1', 'area 256', [' area 0.0.1.0']],
    ['interface Nve1', 'SOURCE 10.0.0.1', [' source 10.0.0.1']],
  ])('in %s of "%s" is %j', (header, typed, expected) => {
    expect(stored(header, typed)).toEqual([header, ...expected])
  })

  it('of a route target without direction is two lines', () => {
    expect(stored('ip vpn-instance a', 'ipv4-family', 'vpn-target 1:1 both')).toEqual([
      'ip vpn-instance a',
      ' ipv4-family',
      '  vpn-target 1:1 export-extcommunity',
      '  vpn-target 1:1 import-extcommunity',
    ])
  })
})

describe('a typed line is refused with its number and a remedy', () => {
  test.each([
    [['int 10ge1/0/1'], ['1 abbreviated: Write the keyword in full: `interface`.']],
    [['interface Vlanif10', 'ip add 10.0.0.1 24'], ['2 abbreviated: Write the keyword in full: `address`.']],
    [['bgp 1', 'peer 10.0.0.2 as 1'], ['2 abbreviated: Write the keyword in full: `as-number`, `as-path-filter`.']],
    [['un portswitch'], ['1 abbreviated: Write the keyword in full: `undo`.']],
    [['interface v10'], ['1 ambiguous-interface: Write the type in full: `Vlanif`, `Vbdif`.']],
    [
      ['peer 10.0.0.2 enable'],
      ['1 outside-view: Add the command that enters the view, such as `bgp 65001` or `interface 100GE1/0/1`.'],
    ],
    [['[~A-bgp] peer 10.0.0.2 enable', '[~A] vlan batch 2'], ['1 unknown-view: Add the command that enters the view.']],
    [['<A> vlan batch 2'], ['1 user-view: Type `system-view` before it.']],
    [
      ['<A> system-view', '[~A] vlan batch 2', '[~B] vlan batch 3'],
      ['3 other-device: Paste the commands of one device at a time.'],
    ],
    [['vlan batch 2\u0000'], ['1 unprintable: Type the command again without them.']],
    [['frobnicate 1'], ['1 not-listed: Check its spelling and its view.']],
  ])('%j', (typed, expected) => {
    expect(refusals(...typed)).toEqual(expected)
  })

  it('and quit is not guessed from q', () => {
    expect(refusals('vlan 10', 'q')[0]).toContain('`quit`')
  })

  it('in both languages', () => {
    const typed = lines('int 10ge1/0/1', 'interface v10', 'peer 10.0.0.2 enable', 'frobnicate', 'vlan 1\u0007')
    const prompted = lines('<A> vlan 2', '[~A-x] vlan 2', '[~B] vlan 2')
    const problems = [typed, prompted].flatMap((text) => parseTyped(text).problems)
    expect(new Set(problems.map(({ code }) => code)).size).toBe(8)
    for (const { what, remedy } of problems) {
      for (const sentence of [what.en, remedy.en]) expect(sentence).toMatch(/^[`A-Z].*\.$/)
      for (const sentence of [what.zh, remedy.zh]) expect(sentence).toMatch(/[\u4e00-\u9fff].*。$/)
    }
  })

  test.each([
    '',
    '[',
    '<>',
    '[]',
    '[~a',
    '<a',
    '"',
    'undo',
    'undo ',
    '~',
    '^Z',
    'quit\nquit\nquit',
    'description',
    'interface',
    'interface ge',
    'peer',
    '到',
    '[~a] [~b] x',
    'vpn-target',
    'area',
    'network',
    'ip address',
    'ipv6 address',
  ])('and none makes the parser throw: %j', (text) => {
    for (const header of ['bgp 1', 'ospf 1', 'interface Vlanif10', 'vlan 10'])
      expect(() => printText(parseTyped(`${header}\n${text}`).tree)).not.toThrow()
  })
})

describe('hostile typed text', () => {
  const many = 50_000
  const numbers = Array.from({ length: many }, (_, index) => index)
  test.each([
    ['many different lines of one view', `bgp 1\n${numbers.map((index) => `network 10.0.0.${index} 32`).join('\n')}`],
    ['many different system commands', numbers.map((index) => `ip route-static 10.0.0.${index} 32 NULL0`).join('\n')],
    ['a view in a view in a view', numbers.map((index) => `[~A${'-x'.repeat(index % 200)}] x ${index}`).join('\n')],
    ['a million blanks in a line', `vlan${' '.repeat(1_000_000)}batch 10`],
    ['a million slashes', `x ${'/ /'.repeat(many)} ${'a//'.repeat(many)}`],
    ['quotes', `x ${'"'.repeat(many * 2 + 1)}`],
    ['one word', 'x'.repeat(5_000_000)],
  ])('%s is read in one pass', (_, text) => {
    const { tree } = parseTyped(text)
    expect(printText(tree).length).toBeGreaterThan(0)
  })
})
