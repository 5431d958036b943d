import { expect, test } from 'vitest'
import { importConfigs } from '../../src/import-configs'
import { configTexts } from '../compiled-configs'
import { viewLines } from './view-lines'

const head = '#\nsysname rr\n#\nevpn-overlay enable\n#\ninterface LoopBack1\n ip address 10.0.1.0 255.255.255.255\n#\n'
const body = `bgp 65000
 router-id 10.0.1.0
 group LEAVES internal
 peer LEAVES connect-interface LoopBack1
 peer LEAVES timer keepalive 10 hold 30
 peer 10.0.0.1 as-number 65000
 peer 10.0.0.1 group LEAVES
 #
 ipv4-family unicast
  undo peer LEAVES enable
  undo peer 10.0.0.1 enable
 #
 l2vpn-family evpn
  undo policy vpn-target
  peer LEAVES enable
  peer LEAVES reflect-client
  peer 10.0.0.1 enable
  peer 10.0.0.1 group LEAVES
#
return
`

test('what a group says holds for its peers and is not printed for them', () => {
  const text = head + body
  const result = importConfigs([{ name: 'rr.cfg', text }])
  expect(result).toMatchObject({ ok: true, report: { totals: { added: 0 } } })
  if (!result.ok) return
  const { network } = result.design
  const [peering] = Object.values(network.peerings)
  expect(peering).toMatchObject({ keepaliveSeconds: 10, holdSeconds: 30, families: ['evpn'] })
  expect(peering?.ends[0]).toMatchObject({
    interfaceId: 'interface:rr.LoopBack1',
    connectInterface: 'interface',
    reflectClient: true,
    fromGroup: ['connect-interface', 'reflect-client', 'timer'],
  })
  expect(viewLines(configTexts(network).get('rr') ?? '')).toEqual(viewLines(text))
})
