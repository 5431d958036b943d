import type { Network, Waiver } from '../model'
import { byId } from '../model'
import type { Finding } from './finding'

/** A finding with the waiver somebody gave for it, which may have expired. */
export type JudgedFinding = Finding & {
  readonly waiver?: Waiver
  /** `waived`: it does not count. `expired`: it counts again. */
  readonly standing: 'open' | 'waived' | 'expired'
}

/**
 * The findings as they count today. The date comes from the caller: a compilation knows no clock.
 *
 * @param today as `2026-12-31`, where the reader is
 */
export function judgeFindings(
  findings: readonly Finding[],
  { waivers }: Pick<Network, 'waivers'>,
  today: string,
): readonly JudgedFinding[] {
  const byFinding = new Map<string, Waiver>()
  for (const waiver of Object.values(waivers).sort(byId)) {
    const known = byFinding.get(waiver.finding)
    if (known === undefined || !holds(known, today)) byFinding.set(waiver.finding, waiver)
  }
  return findings.map((finding) => {
    const waiver = byFinding.get(finding.key)
    if (waiver === undefined) return { ...finding, standing: 'open' }
    return { ...finding, waiver, standing: holds(waiver, today) ? 'waived' : 'expired' }
  })
}

function holds({ until }: Waiver, today: string): boolean {
  return until === undefined || today <= until
}
