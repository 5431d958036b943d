import { parseIpv4Address, parseIpv4InterfaceAddress, parseIpv4Prefix } from '@weft/net'
import type { Design } from '../model'
import { must, startDraft } from './fabric-draft'
import { newFabric } from './new-fabric'

/** The design a new installation opens with: two spines, four leaves (one M-LAG pair), three servers and a BMP station. */
export function sampleDesign(): Design {
  const design = newFabric({ spines: 2, leaves: 4, pairs: 1, servers: 3, underlay: 'ospf', seed: 7 })
  const draft = startDraft(design)
  const leaf = design.network.devices['device:leaf-4']
  if (!leaf) return design
  const port = draft.addInterface(leaf, '25GE1/0/48', {
    mode: 'routed',
    description: 'bmp-1',
    ipv4: [must(parseIpv4InterfaceAddress, '192.0.2.1/24')],
  })
  draft.add('stations', {
    id: 'station:bmp-1',
    name: 'bmp-1',
    address: must(parseIpv4Address, '192.0.2.10'),
    tcpPort: 5000,
  })
  draft.place('station:bmp-1', 1060, 760)
  draft.addCable('leaf-4--bmp-1', { interfaceId: port.id }, { stationId: 'station:bmp-1' })
  const announce = [...(leaf.bgp?.announce ?? []), { prefix: must(parseIpv4Prefix, '192.0.2.0/24') }]
  draft.add('devices', { ...leaf, bgp: { ...leaf.bgp, announce } })
  for (const name of ['spine-1', 'spine-2']) {
    draft.add('bmpSessions', {
      id: `bmp-session:${name}`,
      deviceId: `device:${name}`,
      stationId: 'station:bmp-1',
      source: { interfaceId: `interface:${name}.LoopBack0` },
      monitor: [{ target: { kind: 'public' }, family: 'ipv4-unicast', rib: 'adj-rib-in', policy: 'post-policy' }],
    })
  }
  return draft.design()
}
