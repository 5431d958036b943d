import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/check'
import { rules } from '../../src/check'
import { networkFromText } from '../fabric-text'
import { allCases } from './all-cases'
import { afterFix, judge, judgeNetwork, place } from './judge'

/** Names of other rules with an error or a warning. */
function others(findings: readonly Finding[], rule: string): readonly string[] {
  const serious = findings.filter(({ severity, ruleId }) => severity !== 'info' && ruleId !== rule)
  return [...new Set(serious.map(({ ruleId }) => ruleId))].sort()
}

describe('the registry', () => {
  test('has more than forty rules, each with an id of its own in the form family/fault', () => {
    expect(rules.length).toBeGreaterThan(40)
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { id } of rules) expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  })

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s says what, why and what to do in both languages, and where it is from',
    (_, rule) => {
      for (const { en, zh } of [rule.title, rule.why, rule.remedy]) {
        expect(en).toMatch(/^\p{ASCII}[^\p{Script=Han}]{3,}$/u)
        expect(zh).toMatch(/\p{Script=Han}/u)
      }
      expect(rule.title.en).not.toMatch(/\.$/)
      expect(rule.why.en).toMatch(/\.$/)
      expect(rule.remedy.en).toMatch(/\.$/)
      expect(rule.source).toMatch(/^(CR|CG|NR|NG|inferred|undocumented)\b/)
    },
  )

  test('has exactly one case for every rule', () => {
    expect(allCases.map(({ rule }) => rule).sort()).toEqual(rules.map(({ id }) => id).sort())
  })

  test('an undocumented judgement is no error', () => {
    for (const rule of rules)
      if (rule.source.startsWith('undocumented')) expect([rule.id, rule.severity]).not.toContain('error')
  })
})

describe.each(allCases.map((each) => [each.rule, each] as const))(
  '%s',
  (rule, { fails, at, also = [], passes, passesWith = [] }) => {
    const broken = networkFromText(fails)
    const findings = judgeNetwork(broken)
    const own = findings.filter(({ ruleId }) => ruleId === rule)

    test('is found where it is broken, and nothing unrelated with it', () => {
      expect(own.map(place)).toEqual(at)
      expect(at).not.toEqual([])
      expect(others(findings, rule)).toEqual(also)
    })

    test('is not found in the design beside it, which is sound', () => {
      const sound = judge(passes)
      expect(sound.filter(({ ruleId }) => ruleId === rule).map(place)).toEqual([])
      expect(others(sound, rule)).toEqual(passesWith)
    })

    test('tells what is wrong in both languages', () => {
      for (const { what, fix } of own) {
        for (const { en, zh } of fix === undefined ? [what] : [what, fix.label]) {
          expect(en).not.toMatch(/undefined|NaN|\[object/)
          expect(zh).not.toMatch(/undefined|NaN|\[object/)
          expect(zh).toMatch(/\p{Script=Han}/u)
        }
      }
    })

    test('offers a fix where the rule says so', () => {
      const { offersFix = false } = rules.find(({ id }) => id === rule) ?? {}
      expect(own.some(({ fix }) => fix !== undefined)).toBe(offersFix)
    })

    test('every fix clears its finding and brings no new error', () => {
      for (const finding of findings) expect(afterFix(broken, finding, findings)).toBe('cleared')
    })
  },
)
