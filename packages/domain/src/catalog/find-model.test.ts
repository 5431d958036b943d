import { describe, expect, it, test } from 'vitest'
import type { ModelChoice } from './index'
import { catalogEntries, catalogModels, featureSupport, findModel, modelOf, paletteModels } from './index'

const names = (text: string): readonly string[] => {
  const found = findModel(text)
  return found.kind === 'documented'
    ? found.models.map(({ name }) => name)
    : found.kind === 'undocumented'
      ? [found.model.name]
      : []
}

describe('the catalogue', () => {
  it('has 24 documented entries, 35 switches outside the document set and a series of routers', () => {
    expect(catalogEntries.filter(({ status }) => status === 'documented')).toHaveLength(24)
    expect(catalogEntries.filter(({ status }) => status === 'undocumented')).toHaveLength(36)
    expect(new Set(catalogEntries.map(({ id }) => id)).size).toBe(60)
  })

  it('has 25 documented boxes, because CE6885-LL-56F is one box with two modes', () => {
    expect(catalogModels.filter(({ status }) => status === 'documented')).toHaveLength(25)
    expect(catalogModels.filter(({ entries }) => entries.length > 1).map(({ name }) => name)).toEqual(['CE6885-LL-56F'])
  })

  it('knows platform and VLAN range of every documented entry and invents neither for the others', () => {
    for (const { status, platform, vlanId, breakout } of catalogEntries) {
      const documented = status === 'documented'
      expect([platform, vlanId, breakout].map((fact) => fact !== undefined)).toEqual([
        documented,
        documented,
        documented,
      ])
    }
  })

  it('offers every box once in the palette, documented series first, ordered by series number, routers last', () => {
    const palette = paletteModels()
    expect(palette.map(({ status, series }) => `${status} ${series}`)).toEqual([
      'documented CE6800',
      'documented CE8800',
      'undocumented CE5800',
      'undocumented CE6800',
      'undocumented CE8800',
      'undocumented CE9800',
      'undocumented CE12800',
      'undocumented CE16800',
      'undocumented NE40E',
    ])
    const offered = palette.flatMap(({ models }) => models.map(({ name }) => name))
    expect([...offered].sort()).toEqual(catalogModels.map(({ name }) => name))
    expect(offered).toHaveLength(67)
  })
})

describe('finding a model', () => {
  type Case = readonly [input: ModelChoice, entry: string | undefined, relyStateIpv6: string]
  const cases: readonly Case[] = [
    [{ model: 'CE6866-48S8CQ-P' }, 'CE6866', 'supported'],
    [{ model: 'CloudEngine 6866-48S8CQ-P' }, 'CE6866', 'supported'],
    [{ model: 'CE6866-48S8CQ-K' }, 'CE6866K', 'supported'],
    [{ model: 'CE6866' }, 'CE6866', 'supported'],
    [{ model: 'CE6881H' }, 'CE6881H', 'supported'],
    [{ model: 'CE6881H-48T6CQ-K' }, 'CE6881H-K', 'supported'],
    [{ model: 'CE6881-48S6CQ' }, undefined, 'undocumented'],
    [{ model: 'CE6885-48YS8CQ' }, 'CE6885', 'supported'],
    [{ model: 'CE6885-48YS8CQ-T' }, 'CE6885-T', 'supported'],
    [{ model: 'CE6885-LL-56F', forwardingMode: 'standard' }, 'CE6885-LL (standard forwarding mode)', 'supported'],
    [{ model: 'CE6885-LL-56F', forwardingMode: 'low-latency' }, 'CE6885-LL (low latency mode)', 'unsupported'],
    [{ model: 'CE6885-LL-56F' }, 'CE6885-LL (low latency mode)', 'unsupported'],
    [{ model: 'CE6863E-48S8CQ' }, 'CE6863E-48S8CQ', 'supported'],
    [{ model: 'CE6863E-48S6CQ' }, undefined, 'undocumented'],
    [{ model: 'CE6855-48S6Q-HI' }, undefined, 'undocumented'],
    [{ model: 'CE6855-48XS8CQ' }, 'CE6855-48XS8CQ', 'supported'],
    [{ model: 'CE8850-64CQ-EI' }, undefined, 'undocumented'],
    [{ model: 'CE8850-SAN' }, 'CE8850-SAN', 'supported'],
    [{ model: 'CE8851-32CQ8DQ-K' }, 'CE8851K', 'supported'],
    [{ model: 'CE8851-32CQ8DQ-P' }, 'CE8851-32CQ8DQ-P', 'supported'],
    [{ model: 'CE8855-32CQ4BQ' }, 'CE8855', 'supported'],
    [{ model: 'CE12804' }, undefined, 'undocumented'],
    [{ model: 'CE9999-1Z' }, undefined, 'unknown'],
  ]
  test.each(cases)('%j belongs to %s; rely-state for IPv6 peers: %s', (choice, entry, relyStateIpv6) => {
    const resolved = modelOf(choice)
    expect(resolved?.entry.status === 'documented' ? resolved.entry.name : undefined).toBe(entry)
    expect(featureSupport(choice, 'peerRelyStateIpv6').answer).toBe(relyStateIpv6)
  })

  test.each([
    [' huawei CE6866-48s8cq-p ', 'CE6866-48S8CQ-P'],
    ['CE 6866-48S8CQ-P', 'CE6866-48S8CQ-P'],
    ['CloudEngine6866', 'CE6866-48S8CQ-P'],
    ['CloudEngine CE8855-32CQ4BQ (02355KUD)', 'CE8855-32CQ4BQ'],
    ['CE16804 (part 02352RCU)', 'CE16804'],
  ])('%s is spelled %s', (text, name) => {
    expect(names(text)).toEqual([name])
  })

  it('gives every box of a short name, so that a person can be asked', () => {
    expect(names('CE6881H')).toEqual(['CE6881H-48S6CQ', 'CE6881H-48T6CQ'])
    expect(names('CE6881H-K')).toEqual(['CE6881H-48S6CQ-K', 'CE6881H-48T6CQ-K'])
  })

  test.each(['CE6863E', 'CE6855', 'CE8850', 'CE6860', 'CE6881', 'CE6866-48S8CQ', 'CE6866-48S8CQ-P-X', 'CE', ''])(
    '%j is a beginning of names and no name',
    (text) => {
      expect(findModel(text)).toEqual({ kind: 'unknown' })
    },
  )

  it('takes the forwarding mode from the device, then from the name, then from the factory', () => {
    expect(modelOf({ model: 'CE6885-LL' })?.forwardingMode).toBe('low-latency')
    expect(modelOf({ model: 'CE6885-LL (standard forwarding mode)' })?.forwardingMode).toBe('standard')
    expect(modelOf({ model: 'CE6885-LL-56F (standard forwarding mode)' })?.forwardingMode).toBe('standard')
    expect(
      modelOf({ model: 'CE6885-LL (standard forwarding mode)', forwardingMode: 'low-latency' })?.forwardingMode,
    ).toBe('low-latency')
    expect(modelOf({ model: 'CE6866', forwardingMode: 'standard' })?.forwardingMode).toBeUndefined()
  })

  it('finds every box by its own name', () => {
    for (const model of catalogModels) {
      expect(names(model.name)).toEqual([model.name])
      expect(findModel(model.name).kind).toBe(model.status)
    }
  })
})
