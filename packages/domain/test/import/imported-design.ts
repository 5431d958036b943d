import { invariant } from '@weft/net'
import { importConfigs } from '../../src/import-configs'
import type { Design } from '../../src/model'

/** Two switches with lines that no record says: a route policy, an NTP server, a hybrid port. */
export const importedFiles = [
  {
    name: 'leaf-1.cfg',
    text: `#
sysname leaf-1
#
vlan batch 10 20
#
interface 100GE1/0/1
 undo portswitch
 description to spine-1
 ip address 10.1.0.1 255.255.255.252
#
interface 100GE1/0/2
 port link-type hybrid
 port hybrid pvid vlan 10
#
interface LoopBack0
 ip address 10.0.0.1 255.255.255.255
#
route-policy out permit node 10
 apply cost 5
#
ntp unicast-server 10.9.0.1
#
return
`,
  },
  {
    name: 'spine-1.cfg',
    text: `#
sysname spine-1
#
interface 100GE1/0/1
 undo portswitch
 description to leaf-1
 ip address 10.1.0.2 255.255.255.252
#
interface LoopBack0
 ip address 10.0.0.2 255.255.255.255
#
return
`,
  },
] as const

export function importedDesign(): Design {
  const result = importConfigs(importedFiles, { models: { 'leaf-1': 'CE6885-48YS8CQ', 'spine-1': 'CE6885-48YS8CQ' } })
  invariant(result.ok, 'the files of this fixture can be imported')
  return result.design
}
