import { describe, expect, test } from 'vitest'
import { configTexts } from '../../test/compiled-configs'
import { networkFromText } from '../../test/fabric-text'
import { emptyDesign } from '../document'
import { expandIntents } from '../expand'
import type { Design } from '../model'
import { applyChange, invertChange } from './apply-change'
import { applyCommand } from './apply-command'
import type { Command } from './command'

const design: Design = {
  network: networkFromText(`
    rr1 CE8851-32CQ4BQ role spine as 65000 lo0 10.0.0.1/32
    leaf1 CE6866-48S8CQ-P as 65000 lo0 10.0.0.11/32
    leaf2 CE6866-48S8CQ-P as 65000 lo0 10.0.0.12/32
    overlay ibgp fabric members rr1 roles leaf reflectors rr1
    station bmp1 192.0.2.10 port 5000
    monitoring all bmp1 roles leaf loopback 0`),
  layout: { positions: {} },
}
const peering = 'peering:fabric.leaf1.rr1'
const bmp = 'bmp-session:all.leaf1'

function carriedOut(command: Command, from: Design = design) {
  const result = applyCommand(from, command)
  if ('refused' in result) throw new Error(result.refused.what.en)
  // Whatever is done can be undone.
  expect(applyChange(result.design, invertChange(result.change))).toEqual(from)
  return result.design
}

describe('what an intent expands into', () => {
  test.each([peering, bmp] as const)('is detached with the same configurations: %s', (id) => {
    const after = carriedOut({ kind: 'record.detach', id })
    expect(after.network.peerings[id] ?? after.network.bmpSessions[id]).toEqual(
      expandIntents(design.network).peerings[id] ?? expandIntents(design.network).bmpSessions[id],
    )
    expect(configTexts(after.network)).toEqual(configTexts(design.network))
  })

  test('is detached by a change of one of its fields', () => {
    const after = carriedOut({ kind: 'record.set', id: peering, fields: { bfd: true } })
    expect(after.network.peerings[peering]).toMatchObject({ bfd: true, overlayId: 'overlay:fabric' })
    expect(configTexts(after.network)).not.toEqual(configTexts(design.network))
  })

  test('is detached when another record names it', () => {
    const monitor = [{ target: { kind: 'peer', peeringId: peering }, family: 'ipv4-unicast', rib: 'adj-rib-in' }]
    const after = carriedOut({ kind: 'record.set', id: bmp, fields: { monitor } })
    expect(Object.keys(after.network.peerings)).toEqual([peering])
    expect(Object.keys(after.network.bmpSessions)).toEqual([bmp])
  })

  test.each([[[]], [[peering, bmp]]] as const)('stays away when it is deleted, detached before or not: %s', (first) => {
    const detached = first.reduce((so, id) => carriedOut({ kind: 'record.detach', id }, so), design)
    const { network } = carriedOut({ kind: 'records.delete', ids: [peering, bmp] }, detached)
    expect(network.overlays['overlay:fabric']?.exceptPairs).toEqual([['device:leaf1', 'device:rr1']])
    expect(network.bmpMonitorings['bmp-monitoring:all']?.exceptIds).toEqual(['device:leaf1'])
    const expanded = expandIntents(network)
    expect(Object.keys(expanded.peerings)).toEqual(['peering:fabric.leaf2.rr1'])
    expect(Object.keys(expanded.bmpSessions)).toEqual(['bmp-session:all.leaf2'])
  })

  test('is refused by its name when there is no such thing', () => {
    expect(applyCommand(design, { kind: 'record.detach', id: 'peering:fabric.leaf1.leaf2' })).toHaveProperty('refused')
  })

  test('goes with the overlay, but not what was detached from it', () => {
    const detached = carriedOut({ kind: 'record.detach', id: peering })
    const { network } = carriedOut({ kind: 'records.delete', ids: ['overlay:fabric'] }, detached)
    expect(Object.values(expandIntents(network).peerings)).toHaveLength(1)
    expect(network.peerings[peering]).not.toHaveProperty('overlayId')
  })

  test('does not become a mesh when the last reflector is deleted', () => {
    const { network } = carriedOut({ kind: 'records.delete', ids: ['device:rr1'] })
    expect(network.overlays['overlay:fabric']).toMatchObject({ reflectorIds: [], deviceIds: [] })
    expect(expandIntents(network).peerings).toEqual({})
  })
})

describe('defaults of a role', () => {
  const withDefaults: Design = {
    ...emptyDesign(),
    network: {
      ...emptyDesign().network,
      ...networkFromText(
        'role-defaults border CE6866-48S8CQ-P\nset role-defaults:border {"asNumber": 65100, "loopbacks": [0, 1]}',
      ),
      pools: emptyDesign().network.pools,
    },
  }

  test('are what a device of the role is dropped with', () => {
    const { network } = carriedOut({ kind: 'device.add', id: 'device:x', role: 'border' }, withDefaults)
    expect(network.devices['device:x']).toMatchObject({ role: 'border', model: 'CE6866-48S8CQ-P', asNumber: 65100 })
    expect(Object.values(network.interfaces).map(({ name }) => name)).toEqual(['LoopBack0', 'LoopBack1'])
    expect(Object.values(network.interfaces).every(({ ipv4 }) => ipv4?.length === 1)).toBe(true)
  })

  test('give a model its role', () => {
    const { network } = carriedOut({ kind: 'device.add', id: 'device:x', model: 'CE6866-48S8CQ-P' }, withDefaults)
    expect(network.devices['device:x']?.role).toBe('border')
  })

  test('do not stand for a model nobody named', () => {
    expect(applyCommand(withDefaults, { kind: 'device.add', id: 'device:x', role: 'leaf' })).toHaveProperty('refused')
  })
})
