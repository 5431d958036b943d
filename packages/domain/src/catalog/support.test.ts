import { describe, expect, it, test } from 'vitest'
import type { CatalogEntry, FeatureKey, ModelChoice } from './index'
import {
  catalogEntries,
  commandSupport,
  featureKeys,
  featureSupport,
  featureTitle,
  pairingVerdict,
  sourceKeys,
} from './index'

const documented = catalogEntries.filter(({ status }) => status === 'documented')
const outside = catalogEntries.filter(({ status }) => status === 'undocumented')

function choiceOf({ name, forwardingMode }: CatalogEntry): ModelChoice {
  return forwardingMode === undefined ? { model: name } : { model: name, forwardingMode }
}

function entriesWith(feature: FeatureKey, answer: string): readonly string[] {
  return documented.filter((entry) => featureSupport(choiceOf(entry), feature).answer === answer).map(({ id }) => id)
}

const lowLatency = 'ce6885-ll-low-latency'
const all = documented.map(({ id }) => id)

describe('feature support', () => {
  it('gives IPv6 rely-state to the 23 entries of the page note: every documented one but the low latency mode', () => {
    expect(entriesWith('peerRelyStateIpv6', 'supported')).toEqual(all.filter((id) => id !== lowLatency))
    expect(entriesWith('peerRelyStateIpv6', 'supported')).toHaveLength(23)
    expect(entriesWith('peerRelyStateIpv6', 'unsupported')).toEqual([lowLatency])
    expect(entriesWith('peerRelyStateIpv4', 'supported')).toEqual(all)
  })

  it('knows what the smaller sets are', () => {
    const noVtep = ['ce6820h', 'ce6820h-k', 'ce6820s', lowLatency]
    expect([...entriesWith('vxlanVtep', 'unsupported')].sort()).toEqual(noVtep)
    expect(entriesWith('vpnv4vpnv6', 'undocumented')).toEqual(all)
    expect(entriesWith('mlagVirtualPeerLink', 'supported')).toHaveLength(16)
    expect(entriesWith('layer3ModeSwitch', 'unsupported')).toEqual([lowLatency])
    expect(entriesWith('portSplit', 'unsupported')).toHaveLength(7)
    expect(entriesWith('bmpIpv6Session', 'unknown')).toEqual([lowLatency])
  })

  it('marks what was inferred', () => {
    expect(featureSupport({ model: 'CE6866' }, 'vpnv4vpnv6').certainty).toBe('inferred')
    expect(featureSupport({ model: 'CE6881H-K' }, 'portSplit').certainty).toBe('inferred')
    expect(featureSupport({ model: 'CE6881H' }, 'portSplit').certainty).toBe('sourced')
  })

  test.each(featureKeys)(
    '%s: answered with a known source for all 24 documented entries, and titled in both languages',
    (feature) => {
      for (const entry of documented) {
        const support = featureSupport(choiceOf(entry), feature)
        expect(support.answer).toBeOneOf(
          feature === 'vpnv4vpnv6' ? ['undocumented'] : ['supported', 'unsupported', 'unknown'],
        )
        expect(sourceKeys).toHaveProperty(support.source.split(' ')[0] ?? '')
      }
      expect(featureTitle(feature).en.trim()).not.toBe('')
      expect(featureTitle(feature).zh.trim()).not.toBe('')
    },
  )

  it('never calls a model outside the document set unsupported', () => {
    for (const entry of outside) {
      for (const feature of featureKeys) {
        const { answer, source } = featureSupport(choiceOf(entry), feature)
        const isKnown =
          (feature === 'mlag' && entry.series === 'CE12800') || (feature === 'vpnv4vpnv6' && entry.kind === 'router')
        expect(answer).toBe(isKnown ? 'supported' : 'undocumented')
        expect(source).not.toBe('')
      }
    }
  })

  it('says unknown for a model nobody knows', () => {
    expect(featureSupport({ model: 'CE9999' }, 'ipv6').answer).toBe('unknown')
  })
})

describe('command support', () => {
  test.each([
    ['m-lag ipv6 address', 'CE6866', 'supported'],
    ['m-lag ipv6 address', 'CE6885-LL-56F', 'unsupported'],
    ['peer-link <id> virtual-link', 'CE6881H', 'unsupported'],
    ['peer-link <id> virtual-link', 'CE8855', 'supported'],
    ['peer <ipv4> rely-state interface', 'CE6885-LL-56F', 'supported'],
    ['peer <ipv6> rely-state interface', 'CE6885-LL-56F', 'unsupported'],
    ['set system next-work-mode', 'CE6885-LL-56F', 'supported'],
    ['set system next-work-mode', 'CE6885', 'unsupported'],
    ['bgp', 'CE6820S', 'supported'],
    ['m-lag ipv6 address', 'CE12804', 'undocumented'],
    ['m-lag ipv6 address', 'CE0000', 'unknown'],
  ])('%s on %s: %s', (command, model, answer) => {
    const support = commandSupport({ model }, command)
    expect(support.answer).toBe(answer)
    expect(support.source).not.toBe('')
  })

  it('cites the chapter of a page and is less sure where there is only the absence of a note', () => {
    expect(commandSupport({ model: 'CE6866' }, 'm-lag ipv6 address')).toMatchObject({
      certainty: 'sourced',
      source: 'CR High_Availability/M-LAG_Configuration_Commands, "m-lag ipv6 address"',
    })
    expect(commandSupport({ model: 'CE6866' }, 'bgp').certainty).toBe('inferred')
  })
})

describe('M-LAG pairing', () => {
  const low: ModelChoice = { model: 'CE6885-LL-56F' }
  const standard: ModelChoice = { model: 'CE6885-LL-56F', forwardingMode: 'standard' }
  const model = (name: string): ModelChoice => ({ model: name })
  test.each([
    [model('CE6866-48S8CQ-P'), model('CE6866'), 'ok', 'sourced'],
    [model('CE6866'), model('CE6866K'), 'different-model', 'sourced'],
    [model('CE6881H-48S6CQ'), model('CE6881H-48T6CQ'), 'different-model', 'sourced'],
    [model('CE6881H'), model('CE6881H-48T6CQ'), 'different-model', 'sourced'],
    [model('CE6866'), model('CE8855'), 'different-platform', 'guess'],
    [low, low, 'ok', 'sourced'],
    [low, standard, 'different-platform', 'guess'],
    [model('CE6866'), model('CE12804'), 'cannot-pair', 'sourced'],
    [model('CE6866'), model('CE6855-48S6Q-HI'), 'cannot-pair', 'sourced'],
    [model('CE6866'), model('CE8865'), 'unknown', 'inferred'],
    [model('CE12804'), model('CE12804'), 'ok', 'sourced'],
    [model('CE12804'), model('CE12808E'), 'different-model', 'sourced'],
    [model('CE12804'), model('CE12804S'), 'cannot-pair', 'sourced'],
    [model('CE16804'), model('CE16804'), 'unknown', 'inferred'],
    [model('CE6866'), model('NE40E'), 'cannot-pair', 'inferred'],
  ])('%j with %j: %s (%s), whichever comes first', (a, b, kind, certainty) => {
    expect(pairingVerdict(a, b)).toMatchObject({ kind, certainty })
    expect(pairingVerdict(b, a)).toEqual(pairingVerdict(a, b))
    expect(pairingVerdict(a, b).source).not.toBe('')
  })
})
