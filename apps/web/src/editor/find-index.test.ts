import type { Finding, RecordId } from '@weft/domain'
import { expect, test } from 'vitest'
import { indexFindings, summarize } from './find-index'

const finding = (ruleId: string, severity: Finding['severity'], ...subjects: readonly RecordId[]): Finding => ({
  ruleId,
  severity,
  subjects,
  what: { en: ruleId, zh: ruleId },
  key: `${ruleId} ${subjects.join(' ')}`,
})

const findings = [
  finding('a', 'info', 'device:x', 'device:y'),
  finding('b', 'error', 'interface:x.lo0', 'device:x'),
  finding('c', 'warning', 'device:y'),
]

test('findings by every record they are about', () => {
  const index = indexFindings(findings)
  expect(index.get('device:x')?.map(({ ruleId }) => ruleId)).toEqual(['a', 'b'])
  expect(index.get('interface:x.lo0')?.map(({ ruleId }) => ruleId)).toEqual(['b'])
})

test('worst severity and count where a record is drawn; one finding counts once per drawing', () => {
  const summary = summarize(findings, (id) => [id === 'interface:x.lo0' ? 'device:x' : id])
  expect(summary.get('device:x')).toEqual({ worst: 'error', count: 2 })
  expect(summary.get('device:y')).toEqual({ worst: 'warning', count: 2 })
  expect(summary.has('interface:x.lo0')).toBe(false)
})
