import { describe, expect, test } from 'vitest'
import { configDrift } from '../../src/config-drift'
import { applyChange, applyCommand, invertChange, newFabric } from '../../src/edit'
import type { Design } from '../../src/model'
import { takeRunning } from '../../src/take-running'
import { configTexts } from '../compiled-configs'

const ospf = newFabric({ spines: 2, leaves: 4, pairs: 1, servers: 4, underlay: 'ospf', seed: 1 })
const ebgp = newFabric({ spines: 2, leaves: 3, pairs: 1, servers: 2, underlay: 'ebgp', seed: 2 })

function deviceOf(design: Design, name: string) {
  const device = Object.values(design.network.devices).find((each) => each.name === name)
  if (device === undefined) throw new Error(`the fabric has ${name}`)
  return device
}

/** Takes the running text of a device and gives back the design after it, with what the answer says. */
function take(design: Design, name: string, text: string) {
  const result = takeRunning(design, [{ name: `${name}.cfg`, text }], { deviceIds: [deviceOf(design, name).id] })
  if (!result.ok) throw new Error(result.problems.map(({ what }) => what.en).join())
  const applied = applyCommand(design, result.command)
  if ('refused' in applied) throw new Error(applied.refused.what.en)
  return { ...result, ...applied }
}

function running(design: Design, name: string, change: (text: string) => string): string {
  const text = configTexts(design.network).get(name) ?? ''
  const changed = change(text)
  expect(changed).not.toBe(text)
  return changed
}

type Case = readonly [what: string, change: (text: string) => string]
const cases: readonly Case[] = [
  ['a description', (text) => text.replace(/ description .*/, ' description changed by hand')],
  ['a command no record says', (text) => text.replace('#\nreturn', '#\nntp unicast-server 10.9.9.9\n#\nreturn')],
  ['a port that is shut down', (text) => text.replace(/( undo portswitch\n)/, '$1 shutdown\n')],
  ['another MTU', (text) => text.replace(/( undo portswitch\n)/, '$1 mtu 9100\n')],
  ['a static route', (text) => text.replace('#\nreturn', '#\nip route-static 10.88.0.0 255.255.0.0 NULL0\n#\nreturn')],
]

describe.each([
  ['an OSPF fabric', ospf],
  ['an EBGP fabric', ebgp],
])('what leaf-1 of %s runs is taken into the design', (_name, design) => {
  const name = Object.values(design.network.devices).find(({ role }) => role === 'leaf')?.name ?? ''
  test.each(cases)('%s', (_what, change) => {
    const text = running(design, name, change)
    const files = [{ name: `${name}.cfg`, text }]
    const before = configDrift(design, files)
    expect(before.ok && before.drift.flatMap(({ lines }) => lines).length).toBeGreaterThan(0)
    const taken = take(design, name, text)
    expect(taken.left).toEqual([])
    expect(configDrift(taken.design, files)).toMatchObject({ ok: true, drift: [] })
    expect(configTexts(taken.design.network).get(name)?.split('\n').sort()).toEqual(text.split('\n').sort())
    // Only what changed is touched: people's records stay as they are.
    expect(taken.change.edits.length).toBeLessThanOrEqual(4)
    expect(applyChange(taken.design, invertChange(taken.change))).toEqual(design)
  })

  test('a line that is gone', () => {
    const text = running(design, name, (before) => before.replace(/ description .*\n/, ''))
    const taken = take(design, name, text)
    expect(configDrift(taken.design, [{ name: `${name}.cfg`, text }])).toMatchObject({ drift: [] })
  })
})

const otherLoopback = (text: string) => text.replace(/(interface LoopBack0\n(?:.*\n)*? ip address )\S+/, '$110.77.0.1')

test('a value that others follow from changes alone: the router ID the device still has is given', () => {
  const text = running(ospf, 'leaf-1', otherLoopback)
  const { left, design, alsoChanged } = take(ospf, 'leaf-1', text)
  expect(left).toEqual([])
  expect(deviceOf(design, 'leaf-1').routerId).toBe('10.0.0.3')
  expect(configDrift(design, [{ name: 'leaf-1.cfg', text }])).toMatchObject({ drift: [] })
  // The reflectors go on peering with the old address, as they do on their devices; a finding says what that means.
  expect(alsoChanged).toEqual([])
})

test('what an underlay says for all its devices is left, and named', () => {
  const { left } = take(ebgp, 'leaf-1', running(ebgp, 'leaf-1', otherLoopback))
  expect(left.map(({ designed }) => designed.text)).toEqual(['network 10.77.0.1 255.255.255.255'])
  expect(left[0]?.designed.origin.derivation).toBe('bgp.family.network')
})

test('a device that is as designed changes nothing', () => {
  for (const design of [ospf, ebgp]) {
    const [name = '', text = ''] = [...configTexts(design.network)][0] ?? []
    const { change } = take(design, name, text)
    expect(change.edits).toEqual([])
  }
})

test('a part of a configuration is compared and not taken', () => {
  const device = deviceOf(ospf, Object.values(ospf.network.devices)[0]?.name ?? '')
  const files = [{ name: 'part.cfg', text: `#\nsysname ${device.name}\n#\ninterface LoopBack7\n` }]
  expect(configDrift(ospf, files)).toMatchObject({ drift: [{ partial: true, lines: [{ kind: 'added' }] }] })
  expect(takeRunning(ospf, files, { deviceIds: [device.id] })).toMatchObject({
    ok: false,
    problems: [{ file: 'part.cfg' }],
  })
})
