import { expect, test } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import type { Design, Peering } from '../model'
import { applyChange, invertChange } from './apply-change'
import { applyCommand } from './apply-command'

const network = networkFromText(`
  leaf1 CE6866-48S8CQ-P as 65000 lo0 10.0.0.11/32
  leaf2 CE6866-48S8CQ-P as 65000 lo0 10.0.0.12/32`)
const process = (name: string) => ({ name, asNumber: 65100 })
const peering = {
  id: 'peering:a',
  ends: [
    { owner: { deviceId: 'device:leaf1' }, instance: 'evpn1' },
    { owner: { deviceId: 'device:leaf2' }, instance: 'evpn1' },
  ],
  families: ['evpn'],
} as Peering

function carriedOut(design: Design, fields: { readonly [field: string]: unknown }): Design {
  const result = applyCommand(design, { kind: 'record.set', id: 'device:leaf1', fields })
  if ('refused' in result) throw new Error(result.refused.what.en)
  expect(applyChange(result.design, invertChange(result.change))).toEqual(design)
  return result.design
}

const before = carriedOut(
  { network: { ...network, peerings: { [peering.id]: peering } }, layout: { positions: {} } },
  { bgpInstances: [process('evpn1'), process('evpn2')] },
)
const names = (design: Design) => design.network.peerings[peering.id]?.ends.map(({ instance }) => instance)

test('ends of the device follow the new name of their process, the other ends keep theirs', () => {
  expect(names(carriedOut(before, { bgpInstances: [process('overlay'), process('evpn2')] }))).toEqual([
    'overlay',
    'evpn1',
  ])
})

test.each([
  ['is removed', [process('evpn2')]],
  ['changes places with another', [process('evpn2'), process('evpn1')]],
  ['gets another AS number', [{ name: 'evpn1', asNumber: 65200 }, process('evpn2')]],
  ['gets the name of another', [process('evpn2'), process('evpn2')]],
])('nobody follows a process that %s', (_what, bgpInstances) => {
  expect(names(carriedOut(before, { bgpInstances }))).toEqual(['evpn1', 'evpn1'])
})
