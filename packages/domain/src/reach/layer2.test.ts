import { describe, expect, it } from 'vitest'
import { brief, reachOf, reasons } from '../../test/reach-of'

/** Two leaves with a Vlanif each, joined through a switch that has no address at all. */
const throughSwitch = (carried: string) => `
  leaf1 CE6881H as 65001
  leaf2 CE6881H as 65002
  access CE6881H
  interface leaf1 Vlanif100 10.9.0.1/30
  interface leaf2 Vlanif100 10.9.0.2/30
  port leaf1 10GE1/0/1 trunk 100
  port leaf2 10GE1/0/1 trunk 100
  port access 10GE1/0/1 trunk 100
  port access 10GE1/0/2 ${carried}
  link leaf1 10GE1/0/1 -- access 10GE1/0/1
  link leaf2 10GE1/0/1 -- access 10GE1/0/2
  peering leaf1 Vlanif100 -- leaf2 Vlanif100`

describe('VLANs', () => {
  it('meet across a switch that carries them', () => {
    expect(brief(reachOf(throughSwitch('trunk 100')).bgpSessions.get('peering:leaf1-leaf2/0'))).toBe(
      'established proved',
    )
  })

  it('end where a trunk does not allow them', () => {
    const verdict = reachOf(throughSwitch('trunk 200')).bgpSessions.get('peering:leaf1-leaf2/0')
    expect(verdict?.status).toBe('down')
    expect(verdict?.forward).toMatchObject({ kind: 'unreachable', stoppedAt: 'device:leaf1' })
  })

  it('leave a Vlanif down when no live port of the device is in them', () => {
    const { bgpSessions } = reachOf(`
      leaf1 CE6881H as 65001
      leaf2 CE6881H as 65002
      interface leaf1 Vlanif100 10.9.0.1/30
      interface leaf2 Vlanif100 10.9.0.2/30
      port leaf1 10GE1/0/1 trunk 100
      peering leaf1 Vlanif100 -- leaf2 Vlanif100`)
    expect(reasons(bgpSessions.get('peering:leaf1-leaf2/0'))).toContain(
      'Vlanif100 of leaf1, the source of the session, is down.',
    )
  })

  it('are changed by two access ports of different VLANs on one cable', () => {
    const { bgpSessions } = reachOf(`
      leaf1 CE6881H as 65001
      leaf2 CE6881H as 65002
      interface leaf1 Vlanif100 10.9.0.1/30
      interface leaf2 Vlanif200 10.9.0.2/30
      port leaf1 10GE1/0/1 access 100
      port leaf2 10GE1/0/1 access 200
      link leaf1 10GE1/0/1 -- leaf2 10GE1/0/1
      peering leaf1 Vlanif100 -- leaf2 Vlanif200`)
    expect(brief(bgpSessions.get('peering:leaf1-leaf2/0'))).toBe('established proved')
  })

  it('reach a routed port through an access port', () => {
    const { bgpSessions } = reachOf(`
      leaf CE6881H as 65001
      router CE6881H as 65002
      interface leaf Vlanif100 10.9.0.1/30
      port leaf 10GE1/0/1 access 100
      link leaf 10GE1/0/1 -- router 10GE1/0/1 10.9.0.2/30
      peering leaf Vlanif100 -- router 10GE1/0/1`)
    expect(brief(bgpSessions.get('peering:leaf-router/0'))).toBe('established proved')
  })
})

/** Three switches in a circle; two of them have an address in the VLAN that all their cables carry. */
const circle = (changes = '') => `
  leaf1 CE6881H as 65001
  leaf2 CE6881H as 65002
  access CE6881H
  interface leaf1 Vlanif100 10.9.0.1/30
  interface leaf2 Vlanif100 10.9.0.2/30
  port leaf1 10GE1/0/1 trunk 100
  port leaf1 10GE1/0/2 trunk 100
  port leaf2 10GE1/0/1 trunk 100
  port leaf2 10GE1/0/2 trunk 100
  port access 10GE1/0/1 trunk 100
  port access 10GE1/0/2 trunk 100
  link leaf1 10GE1/0/1 -- access 10GE1/0/1
  link leaf2 10GE1/0/1 -- access 10GE1/0/2
  link leaf1 10GE1/0/2 -- leaf2 10GE1/0/2
  peering leaf1 Vlanif100 -- leaf2 Vlanif100
  ${changes}`
const withoutStp = (view: string) =>
  `set device:access {"carried":[{"view":[${view}],"lines":[{"text":"stp disable"}]}]}`

describe('switched links that make a circle', () => {
  const session = (changes?: string) => reachOf(circle(changes)).bgpSessions.get('peering:leaf1-leaf2/0')

  it('stay connected by spanning tree, which is assumed and said', () => {
    const found = session()
    expect(brief(found)).toBe('established assumed')
    expect(found?.proof.find(({ fact }) => fact === 'spanning-tree')).toMatchObject({
      holds: 'yes',
      says: {
        en: 'Switched links on the way form a loop: spanning tree is taken to block one port of it and to keep the rest connected.',
      },
    })
  })

  it('are no circle with a link less', () => {
    expect(brief(session('interface access 10GE1/0/1 shutdown'))).toBe('established proved')
  })

  it('let nobody know what arrives where spanning tree is off on the way round', () => {
    expect(session(withoutStp(''))?.status).toBe('unknown')
    expect(session(withoutStp('"interface 10GE1/0/2"'))?.status).toBe('unknown')
    expect(reasons(session(withoutStp(''))).join()).toContain('go around in a loop without spanning tree')
    expect(session(withoutStp('"interface 10GE1/0/9"'))?.status).toBe('established')
  })

  it('of an attachment to both members of an M-LAG pair are none', () => {
    const { bgpSessions } = reachOf(`
      leaf1 CE6881H as 65001 lo0 10.0.0.1/32
      leaf2 CE6881H as 65002 lo0 10.0.0.2/32
      access CE6881H as 65003
      eth-trunk leaf1 Eth-Trunk0 100GE1/0/1 100GE1/0/2
      eth-trunk leaf2 Eth-Trunk0 100GE1/0/1 100GE1/0/2
      link leaf1 100GE1/0/1 -- leaf2 100GE1/0/1
      mlag pair1 leaf1 leaf2 trunk Eth-Trunk0
      eth-trunk leaf1 Eth-Trunk1 10GE1/0/1
      eth-trunk leaf2 Eth-Trunk1 10GE1/0/1
      eth-trunk access Eth-Trunk1 10GE1/0/1 10GE1/0/2
      port access Eth-Trunk1 trunk 100
      link leaf1 10GE1/0/1 -- access 10GE1/0/1
      link leaf2 10GE1/0/1 -- access 10GE1/0/2
      attach att1 pair1 Eth-Trunk1 -- access Eth-Trunk1 vlans 100 mlagId 1
      interface leaf1 Vlanif100 10.9.0.1/24
      interface leaf2 Vlanif100 10.9.0.2/24
      interface access Vlanif100 10.9.0.3/24
      peering leaf1 Vlanif100 -- access Vlanif100`)
    expect(brief(bgpSessions.get('peering:leaf1-access/0'))).toBe('established proved')
  })
})

const pair = `
  leaf1 CE6881H as 65001 lo0 10.0.0.1/32
  leaf2 CE6881H as 65001 lo0 10.0.0.2/32
  eth-trunk leaf1 Eth-Trunk0 100GE1/0/1 100GE1/0/2
  eth-trunk leaf2 Eth-Trunk0 100GE1/0/1 100GE1/0/2
  link leaf1 100GE1/0/1 -- leaf2 100GE1/0/1
  link leaf1 100GE1/0/2 -- leaf2 100GE1/0/2
  interface leaf1 Vlanif100 10.9.0.1/30
  interface leaf2 Vlanif100 10.9.0.2/30
`

describe('a peer-link', () => {
  it('joins every VLAN', () => {
    const { bgpSessions } = reachOf(
      `${pair} mlag pair1 leaf1 leaf2 trunk Eth-Trunk0\n peering leaf1 Vlanif100 -- leaf2 Vlanif100`,
    )
    expect(brief(bgpSessions.get('peering:leaf1-leaf2/0'))).toBe('established proved')
  })

  it('does not join an excluded VLAN', () => {
    const { bgpSessions } = reachOf(
      `${pair} mlag pair1 leaf1 leaf2 trunk Eth-Trunk0 exclude 100\n peering leaf1 Vlanif100 -- leaf2 Vlanif100`,
    )
    expect(bgpSessions.get('peering:leaf1-leaf2/0')?.status).toBe('down')
  })
})

it('a peer-link does not carry a VLAN that is bound to a bridge domain', () => {
  const { bgpSessions } = reachOf(
    `${pair} mlag pair1 leaf1 leaf2 trunk Eth-Trunk0\n bd 5 vlan 100 on leaf1,leaf2\n peering leaf1 Vlanif100 -- leaf2 Vlanif100`,
  )
  expect(bgpSessions.get('peering:leaf1-leaf2/0')?.status).toBe('down')
})

describe('the channels of an M-LAG pair', () => {
  it('are proved over the peer-link', () => {
    const { mlagChannels } = reachOf(
      `${pair} mlag pair1 leaf1 leaf2 trunk Eth-Trunk0 sync 10.9.0.1 10.9.0.2 port 61000`,
    )
    expect(brief(mlagChannels.get('mlag:pair1')?.syncChannel)).toBe('established proved')
    expect(mlagChannels.get('mlag:pair1')).not.toHaveProperty('dualActiveDetection')
  })

  it('say when detection takes the peer-link that it watches', () => {
    const split = (text: string) =>
      reachOf(text)
        .mlagChannels.get('mlag:pair1')
        ?.pairing.proof.find(({ fact }) => fact === 'split-brain')?.says.en
    const dad = 'mlag pair1 leaf1 leaf2 trunk Eth-Trunk0 dad Vlanif100'
    expect(split(`${pair} ${dad}`)).toContain('crosses the peer-link itself')
    const off =
      'set device:leaf1 {"carried":[{"view":["dfs-group 1"],"lines":[{"text":"dual-active detection error-down disable"}]}]}'
    const beside = `${pair}
      interface leaf1 MEth0/0/0 192.0.2.1/24
      interface leaf2 MEth0/0/0 192.0.2.2/24
      mlag pair1 leaf1 leaf2 trunk Eth-Trunk0 dad MEth0/0/0
      set mlag:pair1 {"dfs":{"priorities":[90,120],"electionPackets":[]}}`
    expect(split(beside)).toContain('service ports in error-down')
    expect(split(`${beside}\n ${off}`)).toContain('both stay active: error-down is turned off')
  })

  it('over the management network are assumed, because it is not drawn', () => {
    const { mlagChannels } = reachOf(`${pair}
      vrf mgmt
      interface leaf1 MEth0/0/0 192.0.2.1/24 vrf mgmt
      interface leaf2 MEth0/0/0 192.0.2.2/24 vrf mgmt
      mlag pair1 leaf1 leaf2 trunk Eth-Trunk0 dad MEth0/0/0 vrf mgmt`)
    expect(brief(mlagChannels.get('mlag:pair1')?.dualActiveDetection)).toBe('established assumed')
  })

  it('need local addresses, different ones, and a way between them', () => {
    const channel = (dad: string) =>
      brief(
        reachOf(`${pair} mlag pair1 leaf1 leaf2 trunk Eth-Trunk0 dad ${dad}`).mlagChannels.get('mlag:pair1')
          ?.dualActiveDetection,
      )
    expect(channel('lo0')).toBe('down proved forward-path return-path')
    expect(channel('10.9.0.1 10.9.0.77')).toContain('down proved local-address')
    expect(channel('10.9.0.1 10.9.0.1')).toContain('source-expected')
  })
})

describe('BMP sessions', () => {
  const monitored = (bmp: string) => `
    leaf CE6881H as 65001 lo0 10.0.0.1/32
    station bmp1 192.0.2.10 port 5000
    link leaf 10GE1/0/1 192.0.2.1/24 -- bmp1
    bmp leaf -- bmp1 ${bmp}`
  const session = (bmp: string, more = '') =>
    reachOf(`${monitored(bmp)}\n${more}`).bmpSessions.get('bmp-session:leaf-bmp1')

  it('come up when the station answers through the device that connects it', () => {
    expect(brief(session('source lo0'))).toBe('established assumed')
    expect(session('source lo0')?.forward).toMatchObject({ kind: 'reachable', path: ['device:leaf'] })
  })

  it('need a port, a usable source and a way', () => {
    expect(brief(session('source lo0', 'set station:bmp1 {"tcpPort": null}'))).toBe('down proved tcp-port')
    expect(brief(session('source 10.0.0.99'))).toContain('down proved source-owned')
    expect(brief(session('source lo0', 'interface leaf 10GE1/0/1 shutdown'))).toContain('forward-path')
    expect(brief(session('source lo0', 'vrf red\n set bmp-session:leaf-bmp1 {"vrfId":"vrf:red"}'))).toContain(
      'down proved source-owned',
    )
  })

  it('stay open when the station is not cabled', () => {
    const { bmpSessions } = reachOf(`
      leaf CE6881H as 65001
      station bmp1 192.0.2.10 port 5000
      other CE6881H
      link leaf 10GE1/0/1 192.0.2.1/24 -- other 10GE1/0/1 192.0.2.2/24
      bmp leaf -- bmp1 source 10GE1/0/1`)
    expect(brief(bmpSessions.get('bmp-session:leaf-bmp1'))).toBe('unknown unknown forward-path?')
  })
})

describe('bad networks', () => {
  it('compile whatever is missing', () => {
    const reach = reachOf(`${pair}
      mlag pair1 leaf1 leaf2 trunk Eth-Trunk0 sync lo0
      peering leaf1 lo0 -- leaf2 lo0
      link leaf1 10GE1/0/9 10.5.0.0/31 -- leaf1 10GE1/0/9
      remove interface:leaf1.LoopBack0
      remove device:leaf2`)
    expect(reach.settled).toBe(true)
    expect(reach.bgpSessions.get('peering:leaf1-leaf2/0')?.status).toBe('down')
  })
})
