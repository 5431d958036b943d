import { compile, newFabric, sampleDesign } from '@weft/domain'
import { describe, expect, test } from 'vitest'
import type { Beginning, Numbers } from './beginnings'
import { beginnings, begun, fieldsOf, firstNumbers, problemsOf } from './beginnings'

const problems = (beginning: Beginning, numbers: Partial<Numbers>) =>
  [...problemsOf(beginning, { ...firstNumbers, ...numbers })].map(([key, { en }]) => `${key}: ${en}`)

describe('what a new design begins with', () => {
  test.each(beginnings)('makes a design without errors from the first numbers: %s', (beginning) => {
    expect(problems(beginning, {})).toEqual([])
    const design = begun(beginning, firstNumbers)
    if (beginning === 'empty') expect(design).toBeUndefined()
    else if (design) expect(compile(design.network).findings.filter(({ severity }) => severity === 'error')).toEqual([])
    else throw new Error('a design was expected')
  })

  test('asks for every option there is', () => {
    const asked = (['fabric', 'inter-as'] as const).flatMap((each) => fieldsOf(each, firstNumbers))
    expect(asked.map(({ key }) => key).sort()).toEqual(Object.keys(firstNumbers).sort())
  })

  test('passes on what was typed', () => {
    const typed = { ...firstNumbers, spines: '3', leaves: '6', underlay: 'isis', reflectors: '3', bmp: '1', evpn: '2' }
    const options = { spines: 3, leaves: 6, pairs: 1, servers: 4, reflectors: 3, bmp: 1, evpn: 2, seed: 1 } as const
    expect(begun('fabric', typed)).toEqual(newFabric({ ...options, underlay: 'isis' }))
    expect(begun('sample', typed)).toEqual(sampleDesign())
  })

  test('does not ask for reflectors of an EBGP fabric, and forgets them', () => {
    const ebgp = { ...firstNumbers, underlay: 'ebgp', reflectors: '9' }
    expect(fieldsOf('fabric', ebgp).map(({ key }) => key)).not.toContain('reflectors')
    expect(problemsOf('fabric', ebgp).size).toBe(0)
  })

  test.each<[Partial<Numbers>, string]>([
    [{ spines: '6' }, 'spines: spines must be a whole number from 1 to 5, got 6'],
    [{ pairs: '3' }, 'pairs: 3 pairs need 6 leaves but there are 4: raise leaves or lower pairs'],
    [{ reflectors: '3' }, 'reflectors: 3 reflectors need as many spines of the top row, which has 2: raise spines'],
    [{ leaves: 'many' }, 'leaves: A whole number is expected.'],
    [{ servers: '' }, 'servers: A whole number is expected.'],
  ])('says at its field why %o cannot be', (numbers, problem) => {
    expect(problems('fabric', numbers)).toEqual([problem])
  })

  test('says why so many PEs cannot be', () => {
    expect(problems('inter-as', { pes: '101' })).toEqual([
      'pes: PEs of each AS must be a whole number from 1 to 100, got 101',
    ])
  })
})
