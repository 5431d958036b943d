import { compile } from '../../src/compile'
import type { ImportReport } from '../../src/import-configs'
import { importConfigs } from '../../src/import-configs'
import { examplesOf } from '../import/corpus-examples'
import type { AnnouncementTrial } from './announcements'
import { announcementTrials } from './announcements'
import type { NaturalFault } from './natural-faults'
import { naturalFaults } from './natural-faults'

export type Manual = Parameters<typeof examplesOf>[0]
const manuals: readonly Manual[] = ['ce6800', 'ne40e', 'ce12800-clos-a']

export type ManualFigures = ImportReport['totals'] & {
  readonly manual: Manual
  readonly examples: number
  readonly devices: number
  /** Examples that are refused, each with its reason. */
  readonly refused: readonly string[]
  /** Findings by severity. */
  readonly findings: { readonly [severity in 'error' | 'warning' | 'info']: number }
  /** `example: rule` of every error. */
  readonly errors: readonly string[]
  /** BGP sessions by predicted status. */
  readonly sessions: ReadonlyMap<string, number>
}

export type Calibration = {
  readonly manuals: readonly ManualFigures[]
  readonly faults: readonly NaturalFault[]
  readonly announcements: readonly AnnouncementTrial[]
}

/** What Weft makes of configurations it had no part in. */
export function calibrate(): Calibration {
  return { manuals: manuals.map(figuresOf), faults: naturalFaults(), announcements: announcementTrials() }
}

function figuresOf(manual: Manual): ManualFigures {
  const examples = examplesOf(manual)
  const totals = { lines: 0, modelled: 0, carried: 0, added: 0 }
  const findings = { error: 0, warning: 0, info: 0 }
  const refused: string[] = []
  const errors: string[] = []
  const sessions = new Map<string, number>()
  let devices = 0
  for (const { name, files } of examples) {
    const result = importConfigs(files)
    if (!result.ok) {
      refused.push(`${name}: ${result.problems[0]?.what.en ?? ''}`)
      continue
    }
    const { report, design } = result
    devices += report.devices.length
    for (const key of ['lines', 'modelled', 'carried', 'added'] as const) totals[key] += report.totals[key]
    const compilation = compile(design.network)
    for (const { severity, ruleId } of compilation.findings) {
      findings[severity] += 1
      if (severity === 'error') errors.push(`${name}: ${ruleId}`)
    }
    for (const { status } of compilation.reachability.bgpSessions.values()) {
      sessions.set(status, (sessions.get(status) ?? 0) + 1)
    }
  }
  return { manual, examples: examples.length, devices, ...totals, refused, findings, errors, sessions }
}
