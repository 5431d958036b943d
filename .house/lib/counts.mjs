import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, skipped: 0 }

/** @param {readonly Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    none,
  )
}

/** The closing line of every command. @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Leaves the counts where a calling script asked for them. @param {Counts} counts */
export function leaveCounts(counts) {
  const file = process.env.WEFT_COUNTS_FILE
  if (file) writeFileSync(file, JSON.stringify(counts))
}

/**
 * Reads a report of vitest. A run that failed without a failing test (a file that does not load, an error outside
 * tests, no report at all) counts as one failure, so that nothing red is ever summed as green.
 * @param {string} file @param {number} exitCode @returns {Counts}
 */
export function vitestCounts(file, exitCode) {
  if (!existsSync(file)) return { ...none, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ suite) =>
      suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length
  return atLeastOneFailure(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

/**
 * Reads a report of Playwright. A journey that passed only when repeated counts as failed.
 * @param {string} file @param {number} exitCode @returns {Counts}
 */
export function playwrightCounts(file, exitCode) {
  if (!existsSync(file)) return { ...none, failed: 1 }
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'))
  return atLeastOneFailure(exitCode, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  })
}

/** Also refuses an empty run: a suite that ran nothing has not passed. @param {number} exitCode @param {Counts} counts @returns {Counts} */
function atLeastOneFailure(exitCode, counts) {
  const silent = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)
  return silent ? { ...counts, failed: 1 } : counts
}
