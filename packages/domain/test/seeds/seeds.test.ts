import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/allocate'
import { deriveIntent } from '../../src/intent'
import type { Design } from '../../src/model'
import { computeReach } from '../../src/reach'
import { configTexts } from '../compiled-configs'
import { seed000Design } from './seed-000'
import { seed001Design } from './seed-001'
import { seed002Design } from './seed-002'
import { seed003Design } from './seed-003'
import { seed004Design } from './seed-004'

/** Lines of one view of a configuration, without their indentation. */
function linesOf(design: Design, device: string, view: string): readonly string[] {
  const lines = configTexts(design.network).get(device)?.split('\n') ?? []
  const start = lines.findIndex((line) => line.trim() === view)
  expect(start, `${device} has no view "${view}"`).toBeGreaterThanOrEqual(0)
  const depth = indent(lines[start] ?? '')
  const end = lines.findIndex((line, position) => position > start && indent(line) <= depth)
  return lines.slice(start + 1, end).map((line) => line.trim())
}

function indent(line: string): number {
  return line.length - line.trimStart().length
}

describe('seed 000: peer connect-interface', () => {
  test.each([
    ['1, LoopBack', 'peer 10.30.0.2 connect-interface LoopBack0'],
    ['1, LoopBack of an EBGP session', 'peer 10.30.0.3 connect-interface LoopBack0'],
    ['1, LoopBack and IPv6', 'peer 2001:db8:30::2 connect-interface LoopBack0'],
    ['1, Vlanif', 'peer 10.30.8.2 connect-interface Vlanif130'],
    ['1, physical', 'peer 10.30.9.5 connect-interface 100GE1/0/3'],
    ['1, unnumbered', 'peer 10.30.1.2 connect-interface 100GE1/0/4'],
    ['2', 'peer 10.30.1.3 connect-interface 10.30.1.1'],
    ['4, one of several addresses', 'peer 10.30.9.18 connect-interface 100GE1/0/2 10.30.9.17'],
    ['the hops an EBGP LoopBack session needs', 'peer 10.30.0.3 ebgp-max-hop 2'],
  ])('form %s', (_form, line) => {
    expect(linesOf(seed000Design(), 'gate', 'bgp 65030')).toContain(line)
  })

  test('the unnumbered source borrows its address', () => {
    expect(linesOf(seed000Design(), 'gate', 'interface 100GE1/0/4')).toContain(
      'ip address unnumbered interface LoopBack1',
    )
  })

  test('the default prints no source', () => {
    const lines = linesOf(seed000Design(), 'gate', 'bgp 65030').filter((line) => line.startsWith('peer 10.30.9.1 '))
    expect(lines).toEqual(['peer 10.30.9.1 as-number 65030', 'peer 10.30.9.1 enable'])
  })

  test.each([
    ['gate', 'ipv4-family vpn-instance green', 'peer 10.30.2.3 connect-interface LoopBack2'],
    ['gate', 'ipv4-family vpn-instance green', 'peer 10.30.7.1 connect-interface 10.30.7.0'],
    ['peak', 'ipv4-family vpn-instance green', 'peer 10.30.7.0 connect-interface 100GE1/0/6 10.30.7.1'],
    ['gate', 'ipv6-family vpn-instance green', 'peer 2001:db8:30:7::b connect-interface 100GE1/0/6'],
  ])('%s, %s: %s', (device, view, line) => {
    expect(linesOf(seed000Design(), device, view)).toContain(line)
  })
})

describe('seed 001: connect-interface of BMP', () => {
  test('the BMP view has an IPv4 address', () => {
    expect(linesOf(seed001Design(), 'watched', 'bmp')).toContain('connect-interface 10.31.0.1')
  })

  test.each([
    ['192.0.2.10', 'connect-interface LoopBack0'],
    ['192.0.2.11', 'connect-interface 10.31.0.1'],
    ['192.0.2.12', 'connect-interface LoopBack0 10.31.0.1'],
    ['2001:db8:31:2::10', 'connect-interface LoopBack0'],
    ['2001:db8:31:2::11', 'connect-interface 2001:db8:31::1'],
    ['2001:db8:31:2::12', 'connect-interface LoopBack0 2001:db8:31::1'],
  ])('the session to %s has "%s"', (station, line) => {
    expect(linesOf(seed001Design(), 'watched', `bmp-session ${station}`)).toContain(line)
  })

  test('a session without a source takes that of the BMP view, one with a source keeps its own', () => {
    const { network } = seed001Design()
    const sessions = deriveIntent(network, allocate(network)).devices.get('device:watched')?.bmp?.sessions ?? []
    const sources = Object.fromEntries(sessions.map(({ stationId, effectiveSource }) => [stationId, effectiveSource]))
    expect(linesOf(seed001Design(), 'watched', 'bmp-session 192.0.2.9').join()).not.toContain('connect-interface')
    expect(sources['station:inherits']).toEqual({
      from: 'bmp-view',
      address: '10.31.0.1',
      interfaceId: 'interface:watched.LoopBack0',
    })
    expect(sources['station:six-by-interface']).toEqual({
      from: 'bmp-session-view',
      address: '2001:db8:31::1',
      interfaceId: 'interface:watched.LoopBack0',
    })
  })
})

describe('seed 002: peer rely-state interface', () => {
  test.each([
    ['bgp 65050', 'peer 10.32.50.20 rely-state interface 25GE1/0/1'],
    ['bgp 65050', 'peer 2001:db8:32:50::20 rely-state interface 25GE1/0/2'],
    ['ipv4-family vpn-instance shop', 'peer 10.32.60.20 rely-state interface 100GE1/0/1'],
    ['ipv6-family vpn-instance shop', 'peer 2001:db8:32:60::20 rely-state interface 100GE1/0/2'],
    ['vpn-instance shop', 'peer 10.32.60.30 rely-state interface 100GE1/0/3'],
  ])('%s: %s', (view, line) => {
    expect(linesOf(seed002Design(), 'shelf', view)).toContain(line)
  })

  test('the peer is created before the port is named', () => {
    const lines = linesOf(seed002Design(), 'shelf', 'ipv6-family vpn-instance shop')
    expect(lines.slice(0, 1)).toEqual(['peer 10.32.60.30 enable'])
    expect(lines.slice(1)).toEqual([
      'peer 2001:db8:32:60::20 as-number 65161',
      'peer 2001:db8:32:60::20 rely-state interface 100GE1/0/2',
    ])
  })
})

describe('seed 003: peer-link source … tcp-port', () => {
  test.each([
    ['four-a', 'peer-link source ip 10.33.1.1 peer 10.33.1.2 tcp-port 6400'],
    ['four-b', 'peer-link source ip 10.33.1.2 peer 10.33.1.1 tcp-port 6400'],
    ['four-vpn-a', 'peer-link source ip 10.33.2.1 vpn-instance SYNC peer 10.33.2.2 tcp-port 6400'],
    ['six-a', 'peer-link source ipv6 2001:db8:33:1::1 peer 2001:db8:33:1::2 tcp-port 6400'],
    ['six-vpn-b', 'peer-link source ipv6 2001:db8:33:2::2 vpn-instance SYNC peer 2001:db8:33:2::1 tcp-port 6400'],
  ])('%s: %s', (device, line) => {
    expect(linesOf(seed003Design(), device, 'dfs-group 1')).toContain(line)
  })
})

describe('seed 004: MP-EBGP between PEs', () => {
  test.each([
    ['the ASBR tells the other AS of the PE', 'asbr1', 'ipv4-family unicast', 'network 10.34.1.1 255.255.255.255'],
    ['the PE of the other AS, its number dotted', 'pe1', 'bgp 100', 'peer 10.34.2.1 as-number 65736'],
    ['its source', 'pe1', 'bgp 100', 'peer 10.34.2.1 connect-interface LoopBack1'],
    ['its hops', 'pe1', 'bgp 100', 'peer 10.34.2.1 ebgp-max-hop 10'],
    ['VPNv6 routes', 'pe1', 'ipv6-family vpnv6', 'peer 10.34.2.1 enable'],
    ['VPNv4 routes', 'pe2', 'ipv4-family vpnv4', 'peer 10.34.1.1 enable'],
    ['the reflector of the other AS', 'rr2', 'bgp 1.200', 'peer 10.34.1.2 ebgp-max-hop 10'],
    ['a PE as client', 'rr1', 'ipv6-family vpnv6', 'peer 10.34.1.1 reflect-client'],
    ['the next hop kept toward the EBGP peer', 'rr1', 'ipv6-family vpnv6', 'peer 10.34.2.2 next-hop-invariable'],
    ['the next hop kept toward the IBGP peer', 'rr1', 'ipv6-family vpnv6', 'peer 10.34.1.1 next-hop-invariable'],
    ['a reflector without VPN instances filters nothing', 'rr1', 'ipv4-family vpnv4', 'undo policy vpn-target'],
  ])('%s', (_says, device, view, line) => {
    expect(linesOf(seed004Design(), device, view)).toContain(line)
  })

  test('a reflector is never a client of the other AS', () => {
    expect(linesOf(seed004Design(), 'rr1', 'ipv6-family vpnv6')).not.toContain('peer 10.34.2.2 reflect-client')
  })
})

describe('the designs work', () => {
  test.each([
    ['000', seed000Design],
    ['001', seed001Design],
    ['002', seed002Design],
    ['003', seed003Design],
    ['004', seed004Design],
  ])('no session of seed %s is down', (_seed, design) => {
    const { network } = design()
    const intent = deriveIntent(network, allocate(network))
    const { bgpSessions, bmpSessions, mlagChannels } = computeReach(network, intent)
    const channels = [...mlagChannels].flatMap(([id, { dualActiveDetection, syncChannel }]) => [
      [`${id} dual-active detection`, dualActiveDetection] as const,
      [`${id} TCP channel`, syncChannel] as const,
    ])
    const down = [...bgpSessions, ...bmpSessions, ...channels].filter(([, verdict]) => verdict?.status === 'down')
    expect(down.map(([key, verdict]) => [key, verdict?.proof.filter(({ holds }) => holds === 'no')])).toEqual([])
    expect(intent.dangling).toEqual([])
  })
})
