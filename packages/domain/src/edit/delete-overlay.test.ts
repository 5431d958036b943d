import { expect, test } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import { applyChange, invertChange } from './apply-change'
import { applyCommand } from './apply-command'

const network = networkFromText(`
  a CE6866-48S8CQ-P lo0 10.0.0.1/32 lo1 10.0.1.1/32
  bd 10 vni 10010 rt auto
  bd 20 vni 10020 on a
  nve a lo1
  sub a 25GE1/0/1.10 vid 10 bd 10
  set interface:a.Nve1 {"nve":{"sourceInterfaceId":"interface:a.LoopBack1","headEnd":[{"bridgeDomainId":"bridge-domain:10","peers":"bgp"},{"bridgeDomainId":"bridge-domain:20","peers":["10.0.1.2"]}]}}
  set device:a {"evpnDistinguishers":[{"bridgeDomainId":"bridge-domain:10","routeDistinguisher":"1:1"}]}
`)
const design = { network, layout: { positions: {} } }

test('a bridge domain that is deleted is forgotten by all that is in it, and comes back as it was', () => {
  const result = applyCommand(design, { kind: 'records.delete', ids: ['bridge-domain:10'] })
  if ('refused' in result) throw new Error(result.refused.what.en)
  const after = result.design.network
  expect(after.bridgeDomains).not.toHaveProperty('bridge-domain:10')
  expect(after.interfaces['interface:a.25GE1-0-1.10']).not.toHaveProperty('bridgeDomainId')
  expect(after.interfaces['interface:a.Nve1']?.nve?.headEnd).toEqual([
    { bridgeDomainId: 'bridge-domain:20', peers: ['10.0.1.2'] },
  ])
  expect(after.devices['device:a']?.evpnDistinguishers).toEqual([])
  expect(applyChange(result.design, invertChange(result.change))).toEqual(design)
})

test('a device that is deleted leaves the bridge domains of the others', () => {
  const result = applyCommand(design, { kind: 'records.delete', ids: ['device:a'] })
  if ('refused' in result) throw new Error(result.refused.what.en)
  expect(result.design.network.bridgeDomains).toMatchObject({
    'bridge-domain:10': { number: 10 },
    'bridge-domain:20': { number: 20 },
  })
  expect(result.design.network.bridgeDomains['bridge-domain:20']).not.toHaveProperty('deviceIds')
  expect(result.design.network.interfaces).toEqual({})
})
