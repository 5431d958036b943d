import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { closingLine, playwrightCounts, sum, vitestCounts } from '../lib/counts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'weft-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: object): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const green = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] }

describe('vitestCounts', () => {
  test('adds what is pending and what is to do', () => {
    expect(vitestCounts(report(green), 0)).toEqual({ passed: 3, failed: 0, skipped: 2 })
  })

  test('counts a file that does not load', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(vitestCounts(report({ ...green, testResults }), 1).failed).toBe(1)
  })

  test.each([
    ['no report', () => vitestCounts(join(folder, 'absent.json'), 0)],
    ['an error outside tests', () => vitestCounts(report(green), 1)],
    ['a run without tests', () => vitestCounts(report({ ...green, numPassedTests: 0 }), 0)],
  ])('%s is a failure', (_what, count) => {
    expect(count().failed).toBe(1)
  })
})

describe('playwrightCounts', () => {
  test('a journey that passed only when repeated has failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 1 }
    expect(playwrightCounts(report({ stats, errors: [] }), 1)).toEqual({ passed: 5, failed: 3, skipped: 1 })
  })

  test('an error outside journeys is a failure', () => {
    const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 }
    expect(playwrightCounts(report({ stats, errors: [{ message: 'no server' }] }), 1).failed).toBe(1)
  })
})

test('the closing line names skipped tests only when there are some', () => {
  const one = { passed: 1, failed: 0, skipped: 0 }
  expect(closingLine(sum([one, one]))).toBe('2 passed, 0 failed')
  expect(closingLine(sum([one, { passed: 0, failed: 2, skipped: 3 }]))).toBe('1 passed, 2 failed, 3 skipped')
})
