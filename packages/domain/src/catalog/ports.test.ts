import { parseInterfaceName } from '@weft/net'
import { describe, expect, it, test } from 'vitest'
import type { ModelChoice } from './index'
import { catalogModels, portFits, portsOf, vlanRange } from './index'

function fits(model: ModelChoice | string, text: string): string {
  const name = parseInterfaceName(text)
  if (!name.ok) throw new Error(name.problems[0]?.message)
  const fit = portFits(typeof model === 'string' ? { model } : model, name.value)
  expect(fit.source).not.toBe('')
  return `${fit.answer} ${fit.certainty}`
}

describe('ports of a model', () => {
  it('are expanded in number order with speed, form factor and role', () => {
    const ports = portsOf({ model: 'CE6866-48S8CQ-P' })
    expect(ports).toHaveLength(56)
    expect(ports[0]).toEqual({
      name: '25GE1/0/1',
      speedGbps: 25,
      formFactor: 'sfp28',
      role: 'access',
      certainty: 'sourced',
    })
    expect(ports[55]).toMatchObject({ name: '100GE1/0/8', speedGbps: 100, role: 'uplink' })
  })

  it('have the speed they have out of the box', () => {
    const port = portsOf({ model: 'CE8855' }).find(({ name }) => name === '100GE1/0/33')
    expect(port).toMatchObject({ speedGbps: 100, formFactor: 'qsfp56' })
  })

  it('of a short name are those that every box of it has', () => {
    const ports = portsOf({ model: 'CE6881H' })
    expect(ports).toHaveLength(54)
    expect(ports[0]).toEqual({ name: '10GE1/0/1', speedGbps: 10, role: 'access', certainty: 'inferred' })
    expect(ports[53]).toMatchObject({ formFactor: 'qsfp28' })
  })

  it('are unknown for a chassis and for a model nobody knows', () => {
    expect(portsOf({ model: 'CE12804' })).toEqual([])
    expect(portsOf({ model: 'CE0000' })).toEqual([])
  })

  it('of every documented box are known and have different names', () => {
    for (const model of catalogModels) {
      const ports = portsOf(model)
      if (model.status === 'documented') expect(ports.length).toBeGreaterThanOrEqual(36)
      expect(new Set(ports.map(({ name }) => name)).size).toBe(ports.length)
      for (const port of ports) expect(fits(model.name, port.name)).toBe(`present ${port.certainty}`)
    }
  })
})

describe('whether an interface exists', () => {
  test.each([
    ['CE6866', '25GE1/0/48', 'present sourced'],
    ['CE6866', '25GE1/0/49', 'absent sourced'],
    ['CE6866', '25GE2/0/1', 'absent sourced'],
    ['CE6866', '10GE1/0/1', 'absent sourced'],
    ['CE6866', '50GE1/0/1', 'after-port-mode sourced'],
    ['CE6866', '200GE1/0/1', 'after-port-mode inferred'],
    ['CE6866', '100GE1/0/1:4', 'after-split sourced'],
    ['CE6866', '100GE1/0/1:5', 'absent sourced'],
    ['CE6866', '25GE1/0/1:1', 'absent sourced'],
    ['CE6866', '100GE1/0/1.10', 'present sourced'],
    ['CE6863H', '100GE1/0/1:1', 'absent sourced'],
    ['CE8855', '100GE1/0/1:1', 'after-split sourced'],
    ['CE8855', '100GE1/0/2:1', 'absent sourced'],
    ['CE8855', '100GE1/0/34:1', 'after-split sourced'],
    ['CE8850-SAN', '400GE1/0/9', 'absent guess'],
    ['CE6881H', '10GE1/0/48', 'present inferred'],
    ['CE6866', 'MEth0/0/0', 'present sourced'],
    ['CE6866', 'MEth0/0/1', 'absent sourced'],
    ['CE6866', 'Vlanif10', 'present sourced'],
    ['CE6866', 'Nve1', 'present sourced'],
    ['CE6885-LL-56F', 'Nve1', 'absent sourced'],
    ['CE6885-LL-56F', '100GE1/0/1.10', 'absent sourced'],
    ['CE6885-LL-56F', 'LoopBack0', 'present sourced'],
    ['CE12804', '100GE1/0/1', 'unknown inferred'],
    ['CE12804', 'MEth0/0/0', 'unknown inferred'],
    ['CE6855-48S6Q-HI', '40GE1/0/1:1', 'unknown inferred'],
    ['NE40E', 'LoopBack0', 'present sourced'],
    ['NE40E', 'GigabitEthernet0/1/0', 'unknown inferred'],
    ['NE9999', 'LoopBack0', 'unknown inferred'],
  ])('%s %s: %s', (model, name, answer) => {
    expect(fits(model, name)).toBe(answer)
  })
})

describe('VLAN range', () => {
  test.each([
    [{ model: 'CE6866' }, [1, 4094]],
    [{ model: 'CE6885-LL-56F' }, [1, 1023]],
    [{ model: 'CE6885-LL-56F', forwardingMode: 'standard' as const }, [1, 4094]],
    [{ model: 'CE12804' }, [1, 4094]],
    [{ model: 'anything' }, [1, 4094]],
  ])('%j: %j', (choice, range) => {
    expect(vlanRange(choice)).toEqual(range)
  })
})
