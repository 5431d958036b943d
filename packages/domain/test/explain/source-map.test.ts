import { expect, test } from 'vitest'
import { compile } from '../../src/compile'
import { configText, derivations } from '../../src/config'
import { newFabric } from '../../src/edit'
import type { Compilation, MappedLine } from '../../src/explain'
import { explainSession, listSessions, sessionsNamed, sourceMap } from '../../src/explain'
import type { Network } from '../../src/model'
import { networkFromText } from '../fabric-text'
import { allFixtures } from '../fixtures'
import { ospfFabric } from '../rules/healthy'
import { toggledNetwork } from '../toggled-network'

/** What is not known about a line; nothing is wrong with a line of a complete map. */
function gaps(network: Network, { allocation }: Compilation, line: MappedLine): readonly string[] {
  const ids = new Set(Object.values(network).flatMap((records) => Object.keys(records)))
  return [
    ...(line.derivation in derivations ? [] : ['no derivation']),
    ...(line.source === '' ? ['no source'] : []),
    ...(line.says.en === '' || line.says.zh === '' ? ['no words'] : []),
    ...(line.records.length === 0 ? ['no record'] : []),
    ...line.records.filter((id) => !ids.has(id)).map((id) => `${id} is not in the design`),
    ...line.allocations.filter((key) => !allocation.entries.has(key)).map((key) => `${key} was not given`),
  ].map((gap) => `${line.deviceId} line ${line.number} "${line.text}": ${gap}`)
}

/** Every line of every device of a design, and what is missing in its map. */
function mapped(network: Network): { readonly lines: number; readonly wrong: readonly string[] } {
  const compilation = compile(network)
  const map = sourceMap(compilation)
  const wrong: string[] = []
  let lines = 0
  for (const [deviceId, tree] of compilation.configs) {
    const own = map.linesOfDevice(deviceId)
    lines += own.length
    if (configText(tree) !== own.map(({ text }) => `${text}\n`).join('')) wrong.push(`${deviceId}: lines are missing`)
    for (const line of own) wrong.push(...gaps(compilation.network, compilation, line))
    for (const line of own.slice(0, 40)) {
      for (const id of line.records)
        if (!map.linesOfRecord(id).includes(line)) wrong.push(`${id} has lost ${line.text}`)
    }
  }
  return { lines, wrong }
}

const fabrics = (['ospf', 'ebgp'] as const).map(
  (underlay) =>
    [
      `newFabric ${underlay}`,
      newFabric({ spines: 2, leaves: 12, pairs: 3, servers: 12, underlay, seed: 9 }).network,
    ] as const,
)
const fixtures = [...allFixtures(), ...fabrics]

test.each(fixtures)('every line of %s has records, a derivation and a source', (_, network) => {
  const { lines, wrong } = mapped(network)
  expect(wrong).toEqual([])
  expect(lines).toBeGreaterThan(0)
})

test('and so it is with any optional field left out or changed', () => {
  let state = 7
  const choose = (count: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * count)
  }
  const wrong = fixtures.flatMap(([, network]) =>
    Object.keys(network.devices).length > 6
      ? []
      : [1, 2, 3].flatMap(() => mapped(toggledNetwork(network, choose)).wrong),
  )
  expect(wrong).toEqual([])
})

test('a line knows its findings and its numbers', () => {
  const network = networkFromText(`
    leaf1 CE6866-48S8CQ-P as 65000 lo0
    leaf2 CE6866-48S8CQ-P as 65000 lo0
    set interface:leaf1.LoopBack0 {"shutdown": true}
    pool loopback-ipv4 10.0.0.0/24
    peering leaf1 lo0 -- leaf2 lo0`)
  const compilation = compile(network)
  const map = sourceMap(compilation)
  const lines = map.linesOfRecord('interface:leaf1.LoopBack0')
  const address = lines.find(({ derivation }) => derivation === 'interface.ipv4')
  if (address === undefined) throw new Error('the LoopBack has an address')
  expect(map.allocationsOfLine(address).map(({ poolId, field }) => `${poolId} ${field}`)).toEqual([
    'pool:loopback-ipv4 ipv4',
  ])
  expect(map.findingsOfLine(address).map(({ ruleId }) => ruleId)).toContain('interface/loopback-shutdown')
  expect(map.linesOfRecord('peering:leaf1-leaf2').map(({ deviceId }) => deviceId)).toContain('device:leaf2')
})

test('the facts of a session lead to the lines that say them, on both devices', () => {
  const compilation = compile(networkFromText(ospfFabric))
  const sessions = listSessions(compilation)
  const [entry] = sessionsNamed(sessions, 'leaf3:10.0.0.1')
  if (entry === undefined) throw new Error('leaf3 has a session with spine1')
  const { sides, notModelled } = explainSession(compilation, entry)
  const said = sides.map(({ facts }) =>
    Object.fromEntries(facts.map(({ fact, lines }) => [fact, lines.map(({ text }) => text.trim())])),
  )
  expect(sides.map(({ deviceId }) => deviceId)).toEqual(['device:leaf3', 'device:spine1'])
  expect(said[0]?.['remote-configured']).toContain('peer 10.0.0.1 as-number 65000')
  expect(said[0]?.['as-number']).toContain('bgp 65000')
  expect(said[0]?.['source-owned']).toEqual(
    expect.arrayContaining(['peer 10.0.0.1 connect-interface LoopBack0', 'ip address 10.0.0.13 255.255.255.255']),
  )
  expect(said[1]?.family).toContain('peer 10.0.0.13 enable')
  expect(sides.flatMap(({ facts }) => facts.filter(({ source }) => source === ''))).toEqual([])
  expect(notModelled.length).toBeGreaterThan(3)
})

test('every session of every fixture is explained, and called by its name alone', () => {
  for (const [, network] of fixtures) {
    const compilation = compile(network)
    const sessions = listSessions(compilation)
    const names = sessions.map(({ session, name }) => `${session.kind}:${name}`)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    for (const entry of sessions.slice(0, 30)) {
      const { sides } = explainSession(compilation, entry)
      expect(sides.every(({ facts }) => facts.length > 0)).toBe(true)
    }
  }
})
