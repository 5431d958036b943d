import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { tokenizeLine } from './index'

function shown(line: string): string[] {
  return tokenizeLine(line).map(({ kind, from, to }) => `${kind}:${line.slice(from, to)}`)
}

describe('colouring tokens', () => {
  test.each([
    [' peer 10.0.0.2 as-number 65001', ['keyword:peer', 'address:10.0.0.2', 'keyword:as-number', 'number:65001']],
    [
      ' peer 2001:db8::1 connect-interface LoopBack0',
      ['keyword:peer', 'address:2001:db8::1', 'keyword:connect-interface', 'interface:LoopBack0'],
    ],
    ['bgp 1.10', ['keyword:bgp', 'number:1.10']],
    ['interface 100GE 1/0/1', ['keyword:interface', 'interface:100GE 1/0/1']],
    ['interface Eth-Trunk1', ['keyword:interface', 'interface:Eth-Trunk1']],
    [' eth-trunk 1', ['keyword:eth-trunk', 'number:1']],
    [' undo portswitch', ['undo:undo', 'keyword:portswitch']],
    ['sysname bgp', ['keyword:sysname', 'name:bgp']],
    [' ip binding vpn-instance peer', ['keyword:ip', 'keyword:binding', 'keyword:vpn-instance', 'name:peer']],
    [' description to spine-1, port 100GE1/0/1', ['keyword:description', 'name:to spine-1, port 100GE1/0/1']],
    [
      '  vpn-target 65000:1 export-extcommunity',
      ['keyword:vpn-target', 'number:65000', 'punctuation::', 'number:1', 'keyword:export-extcommunity'],
    ],
    [
      '  route-distinguisher 10.0.0.1:2',
      ['keyword:route-distinguisher', 'address:10.0.0.1', 'punctuation::', 'number:2'],
    ],
    [' mac-address 0000-5e00-0101', ['keyword:mac-address', 'address:0000-5e00-0101']],
    [' ipv6 address 2001:db8::1/64', ['keyword:ipv6', 'keyword:address', 'address:2001:db8::1/64']],
    ['!Software Version', ['comment:!Software Version']],
    [' #', ['punctuation:#']],
    ['return', ['keyword:return']],
    ['', []],
  ])('%j', (line, tokens) => {
    expect(shown(line)).toEqual(tokens)
  })

  it('stay inside any line, ascend, and cover everything that is not a blank', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            'peer',
            'undo',
            '#',
            '"a b"',
            '"',
            '10.0.0.1',
            'LoopBack',
            '0',
            '65000:1',
            'description',
            '!',
            ' ',
          ),
        )
        .map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(line, (text) => {
        let end = 0
        for (const token of tokenizeLine(text)) {
          expect(token.from).toBeGreaterThanOrEqual(end)
          expect(token.to).toBeGreaterThan(token.from)
          expect(text.slice(end, token.from).trim()).toBe('')
          end = token.to
        }
        expect(end).toBeLessThanOrEqual(text.length)
        expect(text.slice(end).trim()).toBe('')
      }),
    )
  })
})
