import { describe, expect, it } from 'vitest'
import { brief, reachOf, reasons } from '../../test/reach-of'

/** Three devices in a row, loopbacks 10.0.0.1 to 10.0.0.3. */
const row = `
  a CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32 router-id 10.0.0.1
  b CE6881H-48S6CQ as 65002 lo0 10.0.0.2/32 router-id 10.0.0.2
  c CE6881H-48S6CQ as 65003 lo0 10.0.0.3/32 router-id 10.0.0.3
  link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31
  link b 100GE1/0/2 10.1.0.2/31 -- c 100GE1/0/1 10.1.0.3/31
`
const statics = `
  static a 10.0.0.3/32 via 10.1.0.1
  static b 10.0.0.3/32 via 10.1.0.3
  static c 10.0.0.1/32 via 10.1.0.2
  static b 10.0.0.1/32 via 10.1.0.0
`

describe('sessions between loopbacks', () => {
  it('come up over static routes, and that is proved', () => {
    const verdict = reachOf(`${row}${statics} peering a lo0 -- c lo0`).bgpSessions.get('peering:a-c/0')
    expect(brief(verdict)).toBe('established proved')
    expect(verdict?.forward).toEqual({
      kind: 'reachable',
      path: ['device:a', 'device:b', 'device:c'],
      onlyByDefaultRoute: false,
      assurance: 'proved',
    })
    expect(verdict?.back).toMatchObject({ kind: 'reachable', path: ['device:c', 'device:b', 'device:a'] })
  })

  it('name the device that has no route', () => {
    const { bgpSessions } = reachOf(`${row}${statics} remove static-route:b-1\n peering a lo0 -- c lo0`)
    expect(bgpSessions.get('peering:a-c/0')?.forward).toMatchObject({
      kind: 'unreachable',
      stoppedAt: 'device:b',
      reason: 'no-route',
      missing: '10.0.0.3',
    })
    expect(reasons(bgpSessions.get('peering:a-c/0'))).toContain(
      'a does not reach 10.0.0.3: b has no route to 10.0.0.3.',
    )
  })

  it('are open at both ends when one names no source: the other can open them, which is all the way they need', () => {
    const { bgpSessions } = reachOf(`${row}${statics} peering a lo0 -- c lo0 right.connectInterface none`)
    expect(brief(bgpSessions.get('peering:a-c/0'))).toBe('unknown unknown source-expected?')
    expect(brief(bgpSessions.get('peering:a-c/1'))).toBe('unknown unknown source-expected?')
  })

  it('need the way back as well', () => {
    const { bgpSessions } = reachOf(`${row}${statics} remove static-route:c-1\n peering a lo0 -- c lo0`)
    expect(brief(bgpSessions.get('peering:a-c/0'))).toContain('down proved return-path')
    expect(brief(bgpSessions.get('peering:a-c/1'))).toContain('forward-path')
  })

  it('are down when a device on the way sends them to NULL0', () => {
    const { bgpSessions } = reachOf(`${row}${statics} static b 10.0.0.3/32 null0 preference 1\n peering a lo0 -- c lo0`)
    expect(bgpSessions.get('peering:a-c/0')?.forward).toMatchObject({ reason: 'null0', stoppedAt: 'device:b' })
  })

  it('are down when two devices send them to each other', () => {
    const { bgpSessions } = reachOf(
      `${row} static a 10.0.0.3/32 via 10.1.0.1\n static b 10.0.0.3/32 via 10.1.0.0\n peering a lo0 -- c lo0`,
    )
    expect(bgpSessions.get('peering:a-c/0')?.forward).toMatchObject({ kind: 'unreachable', reason: 'loop' })
  })

  it('are down when static routes only resolve through each other', () => {
    const { bgpSessions } = reachOf(`${row}
      static a 10.0.0.3/32 via 10.2.0.1
      static a 10.2.0.0/24 via 10.3.0.1
      static a 10.3.0.0/24 via 10.2.0.1
      peering a lo0 -- c lo0`)
    expect(bgpSessions.get('peering:a-c/0')?.forward).toMatchObject({
      kind: 'unreachable',
      reason: 'next-hop-unresolved',
    })
  })

  it('over a default route alone are only assumed to come up', () => {
    const { bgpSessions } = reachOf(`${row}
      static a 0.0.0.0/0 via 10.1.0.1
      static b 10.0.0.3/32 via 10.1.0.3
      static c 0.0.0.0/0 via 10.1.0.2
      static b 10.0.0.1/32 via 10.1.0.0
      peering a lo0 -- c lo0`)
    expect(brief(bgpSessions.get('peering:a-c/0'))).toBe('established assumed')
    expect(bgpSessions.get('peering:a-c/0')?.forward).toMatchObject({ onlyByDefaultRoute: true })
  })

  it('are down when a cable end is shut down', () => {
    const { bgpSessions } = reachOf(`${row}${statics} interface c 100GE1/0/1 shutdown\n peering a lo0 -- c lo0`)
    expect(bgpSessions.get('peering:a-c/0')?.status).toBe('down')
    expect(bgpSessions.get('peering:a-c/0')?.forward).toMatchObject({ kind: 'unreachable', stoppedAt: 'device:b' })
  })
})

describe('the hop budget of EBGP', () => {
  it.each([
    ['hops none', 'down proved hop-budget hop-budget'],
    ['hops 1', 'down proved hop-budget hop-budget'],
    ['hops 2', 'established proved'],
    ['left.ebgpMaxHop 2 right.ebgpMaxHop none', 'down proved hop-budget'],
    ['gtsm 1', 'down proved hop-budget hop-budget'],
    ['gtsm 2', 'established proved'],
    ['left.validTtlHops 2', 'down proved hop-budget hop-budget'],
  ])('two links away with %s: %s', (options, expected) => {
    expect(brief(reachOf(`${row}${statics} peering a lo0 -- c lo0 ${options}`).bgpSessions.get('peering:a-c/0'))).toBe(
      expected,
    )
  })

  it('of a neighbour needs 2 for its loopback and none for its port', () => {
    const neighbours = `${row} static a 10.0.0.2/32 via 10.1.0.1\n static b 10.0.0.1/32 via 10.1.0.0\n`
    expect(brief(reachOf(`${neighbours} peering a lo0 -- b lo0 hops none`).bgpSessions.get('peering:a-b/0'))).toBe(
      'down proved hop-budget hop-budget',
    )
    expect(brief(reachOf(`${neighbours} peering a lo0 -- b lo0 hops 2`).bgpSessions.get('peering:a-b/0'))).toBe(
      'established proved',
    )
    expect(brief(reachOf(`${row} peering a 100GE1/0/1 -- b 100GE1/0/1`).bgpSessions.get('peering:a-b/0'))).toBe(
      'established proved',
    )
  })
})

describe('what two ends must agree about', () => {
  const direct = `${row} peering a 100GE1/0/1 -- b 100GE1/0/1`
  it.each([
    ['left.remoteAsNumber 65009', 'down proved as-number'],
    ['left.remoteAddress 10.1.0.9', 'source-expected'],
    ['right.openMode listen-only left.openMode listen-only', 'open-mode'],
    ['right.openMode listen-only left.openMode connect-only', 'established proved'],
    ['ignore right', 'down proved administratively-up'],
    [
      'families ipv4-unicast,evpn left.disabledFamilies ["ipv4-unicast"] right.disabledFamilies ["evpn"]',
      'down proved family',
    ],
    ['rely a 100GE1/0/9', 'down proved tracked-interface'],
    ['rely a 100GE1/0/1', 'established proved'],
    ['left.address 10.1.0.77', 'source-owned'],
  ])('%s', (options, expected) => {
    expect(brief(reachOf(`${direct} ${options}`).bgpSessions.get('peering:a-b/0'))).toContain(expected)
  })

  it('leaves a session with a host open, but not one its own side refuses', () => {
    const server = `
      leaf CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32
      host srv 10.102.0.20 as 65120
      interface leaf Vlanif102 10.102.0.1/24
      port leaf 10GE1/0/5 access 102
      link leaf 10GE1/0/5 -- srv
      peering leaf Vlanif102 -- srv`
    const open = reachOf(server).bgpSessions.get('peering:leaf-srv/0')
    expect(brief(open)).toBe('unknown unknown remote-configured?')
    expect(open?.forward).toMatchObject({ kind: 'reachable', path: ['device:leaf'] })
    expect(reachOf(`${server} rely leaf 10GE1/0/6`).bgpSessions.get('peering:leaf-srv/0')?.status).toBe('down')
  })
})
