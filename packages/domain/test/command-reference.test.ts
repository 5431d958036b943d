import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Form } from './command-forms'
import { lineShape, matchesForm, parseForm } from './command-forms'

/**
 * Every line of the goldens against what others have published, in the view it is printed in: a form
 * of the command reference, or a line of the same shape in a printed configuration. The few lines
 * neither has are listed, so that a new one cannot hide among them.
 */
const corpus = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url))
const reference = `${corpus}snippets/ce6800-command-reference.jsonl`
const goldens = fileURLToPath(new URL('./goldens/', import.meta.url))

type Record = { readonly command: string; readonly views: readonly string[]; readonly forms: readonly string[] }

/** View a line opens, by its words; the first that fits. */
const views: readonly (readonly [RegExp, string])[] = [
  [/^bgp /, 'BGP view'],
  [/^ipv4-family unicast$/, 'BGP-IPv4 unicast address family view'],
  [/^ipv6-family unicast$/, 'BGP-IPv6 unicast address family view'],
  [/^ipv4-family vpn-instance /, 'BGP-VPN instance IPv4 address family view'],
  [/^ipv6-family vpn-instance /, 'BGP-VPN instance IPv6 address family view'],
  [/^vpn-instance /, 'BGP-VPN instance view'],
  [/^l2vpn-family evpn$/, 'BGP-EVPN address family view'],
  [/^bmp$/, 'BMP view'],
  [/^bmp-session /, 'BMP session view'],
  [/^monitor /, 'BMP monitor view'],
  [/^dfs-group /, 'DFS group view'],
  [/^ospf /, 'OSPF view'],
  [/^area /, 'OSPF area view'],
  [/^ip vpn-instance /, 'VPN instance view'],
  [/^ipv4-family$/, 'VPN instance IPv4 address family view'],
  [/^ipv6-family$/, 'VPN instance IPv6 address family view'],
  [/^interface Vlanif/, 'VLANIF interface view'],
  [/^interface Eth-Trunk/, 'Eth-Trunk interface view'],
  [/^interface LoopBack/, 'Loopback interface view'],
  [/^interface MEth/, 'Management interface view'],
  // Ports of every speed have the same commands.
  [/^interface \d+GE/, '100GE interface view'],
]

/** Neither has these; each is a page of the manual that the fact sheets quote. */
const notCovered: readonly RegExp[] = [
  /^System view: as-notation plain$/,
  /^System view: ip route-static vpn-instance \S+ .* description /,
  /^DFS group view: consistency-check enable mode (strict|loose)$/,
  /^VLANIF interface view: (arp proxy enable|description .*|m-lag ip address \S+ \S+)$/,
  /^Eth-Trunk interface view: mac-address [0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$/,
  /^100GE interface view: (shutdown|port trunk pvid vlan \d+|ip address unnumbered interface LoopBack\d+)$/,
  /^BGP view: peer \S+ (timer keepalive \d+ hold \d+|listen-only|connect-only)$/,
  /^BGP view: vpn-instance \S+$/,
  /^BMP view: bmp-session \S+ alias \S+$/,
  /^BMP session view: monitor all-vpn-instance$/,
  /^OSPF view: silent-interface \S+$/,
]

type Printed = { readonly view: string; readonly line: string; readonly file: string }

function printedLines(): readonly Printed[] {
  return readdirSync(goldens).flatMap((name) => {
    const folder = `${goldens}${name}/`
    const files = readdirSync(folder).filter((file) => file.endsWith('.cfg'))
    // Routers follow another manual.
    return name === 'option-c-routers' ? [] : files.flatMap((file) => linesOf(`${folder}${file}`, `${name}/${file}`))
  })
}

function linesOf(path: string, file: string): readonly Printed[] {
  const parents: string[] = []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && line.trim() !== '#' && line !== 'return')
    .map((text) => {
      const line = text.trimEnd()
      const depth = line.length - line.trimStart().length
      parents.length = depth
      const opener = parents.at(-1)
      parents.push(line.trim())
      return { view: opener === undefined ? 'System view' : viewOf(opener), line: line.trim(), file }
    })
}

function viewOf(opener: string): string {
  const [, view] = views.find(([pattern]) => pattern.test(opener)) ?? []
  return view ?? `the view of ${opener}`
}

function readForms(): ReadonlyMap<string, readonly Form[]> {
  const forms = new Map<string, Form[]>()
  for (const text of readFileSync(reference, 'utf8').split('\n')) {
    if (text === '') continue
    const record = JSON.parse(text) as Record
    for (const view of new Set(record.views.flatMap((each) => each.split(',')))) {
      const list = forms.get(view.trim()) ?? []
      for (const form of record.forms) list.push(parseForm(form))
      forms.set(view.trim(), list)
    }
  }
  return forms
}

function printedShapes(): ReadonlySet<string> {
  const files = readdirSync(`${corpus}configs`, { recursive: true, encoding: 'utf8' })
  const printed = files
    .filter((file) => file.endsWith('.cfg'))
    .flatMap((file) => linesOf(`${corpus}configs/${file}`, file))
  return new Set(printed.map(({ view, line }) => `${view}: ${lineShape(line)}`))
}

describe.skipIf(!existsSync(reference))('every golden line is a published form in its view', () => {
  test('all lines', () => {
    const forms = readForms()
    const shapes = printedShapes()
    const unknown = new Set<string>()
    let matched = 0
    for (const { view, line } of printedLines()) {
      const isPublished = (forms.get(view) ?? []).some((form) => matchesForm(form, line))
      if (isPublished || shapes.has(`${view}: ${lineShape(line)}`)) matched += 1
      else unknown.add(`${view}: ${line}`)
    }
    const notListed = [...unknown].filter((each) => !notCovered.some((pattern) => pattern.test(each)))
    expect(notListed).toEqual([])
    expect(notCovered.filter((pattern) => ![...unknown].some((each) => pattern.test(each)))).toEqual([])
    expect(matched).toBeGreaterThan(300)
  })
})

if (!existsSync(reference)) console.warn(`SKIPPED: no command reference at ${reference}`)

describe('forms', () => {
  test.each([
    [
      'peer <ipv4-address> connect-interface { <interface-name> | <ipv4-source-address> }',
      'peer 10.0.0.1 connect-interface LoopBack0',
      true,
    ],
    [
      'peer <ipv4-address> connect-interface { <interface-name> | <ipv4-source-address> }',
      'peer 2001:db8::1 connect-interface LoopBack0',
      false,
    ],
    ['a [ b <value> ] c', 'a c', true],
    ['a [ b <value> ] c', 'a b c', false],
    ['a { b | c } d', 'a d', false],
  ])('%s accepts "%s": %s', (form, line, expected) => {
    expect(matchesForm(parseForm(form), line)).toBe(expected)
  })
})
