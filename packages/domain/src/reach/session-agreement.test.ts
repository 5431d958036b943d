import { expect, test } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import { brief, reachOf, reasons } from '../../test/reach-of'
import { canonicalPair, ebgp, ibgp } from '../../test/rules/healthy'
import { allocate } from '../allocate'
import { configText, renderConfigs } from '../config'
import type { SessionKey } from '../intent'
import { deriveIntent } from '../intent'

const key: SessionKey = 'peering:leaf1-leaf2/0'
const session = (fabric: string, ...lines: readonly string[]) =>
  reachOf([fabric, 'peering leaf1 lo0 -- leaf2 lo0', ...lines].join('\n')).bgpSessions.get(key)
const ends = (first: object, second: object = {}) => {
  const end = (device: string, more: object) => ({
    owner: { deviceId: `device:${device}` },
    interfaceId: `interface:${device}.LoopBack0`,
    ...more,
  })
  return `set peering:leaf1-leaf2 ${JSON.stringify({ ends: [end('leaf1', first), end('leaf2', second)] })}`
}
const says = (verdict: ReturnType<typeof session>, name: string) =>
  verdict?.proof.filter(({ fact }) => fact === name).map(({ holds, says: { en } }) => `${holds}: ${en}`)

test('a proof states every agreement of a healthy session', () => {
  const verdict = session(ibgp)
  expect(brief(verdict)).toBe('established simulated')
  expect(says(verdict, 'family')).toEqual(['yes: Both ends enable ipv4-unicast.'])
  expect(says(verdict, 'open-mode')).toEqual(['yes: Either end may open the connection.'])
  expect(says(verdict, 'authentication')).toEqual(['yes: Neither end authenticates.'])
  expect(says(verdict, 'timers')).toEqual(['yes: The negotiated hold time is 180 s, keepalives go every 60 s.'])
  expect(says(verdict, 'router-id')).toEqual(['yes: The router IDs differ: 10.0.0.1 and 10.0.0.2.'])
  expect(says(verdict, 'model-support')).toEqual(['yes: The manual lists CE6866-48S8CQ-P (leaf1) for BGP.'])
})

test('a keychain at one end keeps the session down', () => {
  expect(brief(session(ibgp, ends({ keychain: 'core' })))).toBe('down proved authentication')
  expect(brief(session(ibgp, ends({ keychain: 'core' }, { keychain: 'CORE' })))).toBe('established assumed')
  expect(brief(session(ibgp, 'set peering:leaf1-leaf2 {"keychain": "core"}'))).toBe('established assumed')
})

test('a password that one end carries is a doubt, and none when both carry one', () => {
  const carry = (device: string, peer: string) =>
    `set device:${device} ${JSON.stringify({ carried: [{ view: ['bgp 65000'], lines: [{ text: `peer ${peer} password cipher x` }] }] })}`
  expect(brief(session(ibgp, carry('leaf1', '10.0.0.2')))).toBe('unknown unknown authentication?')
  expect(brief(session(ibgp, carry('leaf1', '10.0.0.2'), carry('leaf2', '10.0.0.1')))).toBe('established assumed')
  expect(brief(session(ibgp, carry('leaf1', '10.0.0.22')))).toBe('established simulated')
})

test('the shorter hold time is the one of the session, and each end prints its own', () => {
  const own = ends({ keepaliveSeconds: 20, holdSeconds: 60 }, { keepaliveSeconds: 10, holdSeconds: 90 })
  expect(says(session(ibgp, own), 'timers')).toEqual([
    'yes: The negotiated hold time is 60 s, keepalives go every 10 s.',
  ])
  const network = networkFromText([ibgp, 'peering leaf1 lo0 -- leaf2 lo0', own].join('\n'))
  const texts = [...renderConfigs(deriveIntent(network, allocate(network))).values()].map(configText)
  expect(texts[0]).toContain('peer 10.0.0.2 timer keepalive 20 hold 60')
  expect(texts[1]).toContain('peer 10.0.0.1 timer keepalive 10 hold 90')
})

test('equal router IDs are refused, by IBGP always and by EBGP unless it is allowed', () => {
  const same = 'set device:leaf2 {"bgp": {"routerId": "10.0.0.1"}}'
  expect(brief(session(ibgp, same))).toBe('down proved router-id')
  expect(brief(session(ebgp, same))).toBe('down proved router-id')
  const allow = { carried: [{ view: ['bgp 65002'], lines: [{ text: 'router-id allow-same enable' }] }] }
  expect(brief(session(ebgp, same, `set device:leaf2 ${JSON.stringify(allow)}`))).toBe('unknown unknown router-id?')
})

test('who only connects accepts nothing, so an unexpected source leaves nobody to open', () => {
  const oneSided = ends({ connectInterface: 'none', openMode: 'connect-only' })
  expect(brief(session(ibgp, ends({ connectInterface: 'none' })))).toContain('source-expected?')
  expect(brief(session(ibgp, oneSided))).toContain('down proved source-expected')
})

const pairing = (fabric: string) => reachOf(fabric).mlagChannels.get('mlag:pair1')?.pairing

test('two members pair, the higher priority is master, and the backup gives way', () => {
  const verdict = pairing(canonicalPair)
  expect(brief(verdict)).toBe('established proved')
  expect(says(verdict, 'master')).toEqual(['yes: leaf1 becomes master (priorities 150 and 120).'])
  expect(says(verdict, 'split-brain')).toEqual([
    'yes: If the peer-link fails, leaf2 puts 4 service ports in error-down (not 100GE1/0/6) and the master goes on.',
  ])
})

test('members without a password, a peer-link or an address do not pair', () => {
  const set = (fields: object) => `${canonicalPair}\nset mlag:pair1 ${JSON.stringify(fields)}`
  expect(reasons(pairing(set({ dfs: {} })))).toEqual(['The DFS group has no password: the members do not pair.'])
  expect(brief(pairing(set({ peerLink: { kind: 'physical', trunks: [null, null] } })))).toBe('down proved peer-link')
  const lone = `${canonicalPair}\nremove mlag:pair1\nmlag pair1 leaf1 leaf2 trunk Eth-Trunk0`
  expect(brief(pairing(lone))).toBe('down proved local-address')
  expect(says(pairing(lone), 'split-brain')).toEqual([
    'yes: If the peer-link fails, leaf1 and leaf2 both stay active: nothing tells them of each other.',
  ])
})
