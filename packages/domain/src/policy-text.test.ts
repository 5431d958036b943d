import { describe, expect, test } from 'vitest'
import { networkFromText } from '../test/fabric-text'
import { collections } from './model'
import { policyText, readPolicyText } from './policy-text'

const network = networkFromText(`
  prefix-list LO permit 10.0.0.0/24 ge 32 index 10
  prefix-list LO deny 0.0.0.0/0 le 32
  prefix-list LO-6 permit 2001:db8::/32
  as-path-filter OWN permit ^$
  route-policy OUT permit 10 prefixes LO as-path OWN local-preference 200 prepend 65001,65002
  route-policy OUT deny 20 prefixes LO-6 other "if-match tag 3"`)

describe('the text of a policy', () => {
  test('is what a device shows, without the name', () => {
    expect(policyText(network, 'prefix-list:LO')).toBe(
      'index 10 permit 10.0.0.0 24 greater-equal 32\ndeny 0.0.0.0 0 less-equal 32',
    )
    expect(policyText(network, 'route-policy:OUT').split('\n')).toEqual([
      'permit node 10',
      ' if-match ip-prefix LO',
      ' if-match as-path-filter OWN',
      ' apply local-preference 200',
      ' apply as-path 65001 65002 additive',
      'deny node 20',
      ' if-match ipv6 address prefix-list LO-6',
      ' if-match tag 3',
    ])
  })

  test.each(['prefix-list:LO', 'prefix-list:LO-6', 'as-path-filter:OWN', 'route-policy:OUT'] as const)(
    'of %s reads back as the record',
    (id) => {
      const record = network.prefixLists[id] ?? network.asPathFilters[id] ?? network.routePolicies[id]
      const reading = readPolicyText(network, id, policyText(network, id))
      expect('fields' in reading ? { ...record, ...reading.fields } : reading).toEqual(record)
    },
  )

  test.each([
    ['route-policy:OUT', 'if-match ip-prefix LO', '"if-match ip-prefix LO" is not understood here'],
    ['route-policy:OUT', 'permit node ten', '"permit node ten" is not understood here'],
    ['route-policy:OUT', 'permit node 10\nif-match ip-prefix GONE', 'the design has no list or filter called GONE'],
    ['prefix-list:LO', 'permit 10.0.0.0', '"permit 10.0.0.0" is not understood here'],
    ['prefix-list:LO', 'permit 10.0.0.0 33', '"permit 10.0.0.0 33" is not understood here'],
    ['as-path-filter:OWN', 'allow ^$', '"allow ^$" is not understood here'],
  ] as const)('of %s says what is wrong with %j', (id, lines, problem) => {
    const reading = readPolicyText(network, id, lines)
    expect('problem' in reading ? reading.problem.en : reading).toBe(problem)
  })

  test('may be empty: named, and not defined', () => {
    expect(readPolicyText(network, 'prefix-list:LO', ' \n')).toEqual({ fields: { entries: [] } })
    expect(readPolicyText(network, 'route-policy:OUT', '')).toEqual({ fields: { nodes: [] } })
    expect(collections.routePolicies.safeParse({ id: 'route-policy:x', name: 'x', nodes: [] }).success).toBe(true)
  })
})
