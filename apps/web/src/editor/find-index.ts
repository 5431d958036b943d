import type { Finding, RecordId, Severity } from '@weft/domain'
import type { FindingSummary } from './state'

const rank: { readonly [Key in Severity]: number } = { error: 2, warning: 1, info: 0 }

export function worseOf(a: Severity, b: Severity): Severity {
  return rank[a] >= rank[b] ? a : b
}

/** Findings by every record they are about, in the order of the findings. */
export function indexFindings<Found extends Finding>(
  findings: readonly Found[],
): ReadonlyMap<RecordId, readonly Found[]> {
  const byRecord = new Map<RecordId, Found[]>()
  for (const finding of findings) {
    for (const subject of new Set(finding.subjects)) {
      const known = byRecord.get(subject)
      if (known) known.push(finding)
      else byRecord.set(subject, [finding])
    }
  }
  return byRecord
}

/**
 * Worst severity and count for each record that is drawn.
 *
 * @param drawnAs the records on whose drawing a record shows: an interface shows on its device
 */
export function summarize(
  findings: readonly Finding[],
  drawnAs: (recordId: RecordId) => readonly RecordId[],
): FindingSummary {
  const summary = new Map<RecordId, { worst: Severity; count: number }>()
  for (const finding of findings) {
    const shownOn = new Set(finding.subjects.flatMap((subject) => drawnAs(subject)))
    for (const recordId of shownOn) {
      const known = summary.get(recordId)
      if (known) {
        known.worst = worseOf(known.worst, finding.severity)
        known.count += 1
      } else summary.set(recordId, { worst: finding.severity, count: 1 })
    }
  }
  return summary
}
