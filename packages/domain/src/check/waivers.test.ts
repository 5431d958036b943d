import { expect, test } from 'vitest'
import type { Waiver } from '../model'
import type { Finding } from './finding'
import { judgeFindings } from './waivers'

const finding = (key: string): Finding => ({
  ruleId: 'bgp/ignored',
  severity: 'warning',
  subjects: [],
  what: { en: key, zh: key },
  key,
})
const waiver = (id: Waiver['id'], key: string, until?: string): Waiver => ({
  id,
  finding: key,
  reason: 'lab',
  owner: 'Ada',
  ...(until === undefined ? {} : { until }),
})
const standings = (waivers: readonly Waiver[], today: string): readonly string[] =>
  judgeFindings(
    ['a', 'b', 'c'].map(finding),
    { waivers: Object.fromEntries(waivers.map((each) => [each.id, each])) },
    today,
  ).map(({ standing }) => standing)

test('a waiver holds through its last day, and without one until it is taken back', () => {
  const waivers = [waiver('waiver:1', 'a', '2026-05-31'), waiver('waiver:2', 'b')]
  expect(standings(waivers, '2026-05-31')).toEqual(['waived', 'waived', 'open'])
  expect(standings(waivers, '2026-06-01')).toEqual(['expired', 'waived', 'open'])
})

test('of several waivers one that holds decides', () => {
  const waivers = [waiver('waiver:1', 'a', '2026-05-31'), waiver('waiver:2', 'a', '2026-07-31')]
  expect(standings(waivers, '2026-06-01')).toEqual(['waived', 'open', 'open'])
  expect(standings(waivers.toReversed(), '2026-06-01')).toEqual(['waived', 'open', 'open'])
  expect(standings(waivers, '2026-08-01')).toEqual(['expired', 'open', 'open'])
})
