import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hasCorpus } from '../import/corpus-examples'
import type { Calibration, ManualFigures } from './calibrate'
import { calibrate } from './calibrate'

/** Run with `npm run calibrate`; needs the collection of published configurations beside the repository. */
const names: { readonly [Manual in ManualFigures['manual']]: string } = {
  ce6800: 'CloudEngine 6800 examples (V300R023C00)',
  ne40e: 'NE40E router examples (V800R012C10)',
  'ce12800-clos-a': 'CloudEngine 12800 labs (V200R005C10)',
}

function page({ manuals, faults, announcements }: Calibration): string {
  const after = (kind: string) => announcements.filter((trial) => trial.after === kind).length
  const found = faults.filter((fault) => fault.found).length
  return `${[
    '# Calibration',
    'Written by `npm run calibrate`: what Weft makes of configurations that others have published and that it had no part in. ' +
      'A modelled line follows from records of the design; a carried line is kept and printed back in its place. ' +
      'Every command of every file is one or the other.',
    '## Reading',
    table(
      ['examples', 'devices', 'lines', 'modelled', 'carried', 'added'],
      manuals.map((each) => [
        names[each.manual],
        each.examples,
        each.devices,
        each.lines,
        `${each.modelled} (${((100 * each.modelled) / each.lines).toFixed(1)} %)`,
        each.carried,
        each.added,
      ]),
    ),
    ...manuals.flatMap(({ refused }) => refused.map((reason) => `Refused: ${reason}`)),
    '## Judging',
    'Findings on the same examples. Where a carried line may say what a rule misses, the finding is a note that says so.',
    table(
      ['errors', 'warnings', 'notes', 'BGP sessions: established', 'unknown', 'down'],
      manuals.map(({ manual, findings, sessions }) => [
        names[manual],
        findings.error,
        findings.warning,
        findings.info,
        sessions.get('established') ?? 0,
        sessions.get('unknown') ?? 0,
        sessions.get('down') ?? 0,
      ]),
    ),
    'Every error on the CloudEngine examples, each looked at and found to be a fault of the example:',
    manuals
      .filter(({ manual }) => manual === 'ce6800')
      .flatMap(({ errors }) => errors.map((error) => `- ${error}`))
      .join('\n'),
    '## Faults that were there',
    `${found} of ${faults.length} faults that another script found in these files are named on their line.`,
    '## LoopBacks without their announcement',
    `${announcements.length} LoopBacks are the source of a peering and are announced by a line of their own. With the line, ` +
      `\`bgp/loopback-unreachable\` fires on ${announcements.filter(({ before }) => before.length > 0).length} of them. Without it, the rule names this LoopBack and no other in ` +
      `${after('found')} cases; ${after('unknown')} are unknown because carried lines may announce it, and in ${after('not modelled')} the peering itself is carried. ` +
      `Missed: ${after('silent')}. Another one named: ${after('elsewhere')}.`,
  ].join('\n\n')}\n`
}

function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [['', ...columns], ['---', ...columns.map(() => '---:')], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}

if (hasCorpus) {
  const text = page(calibrate())
  writeFileSync(fileURLToPath(new URL('../../../../docs/calibration.md', import.meta.url)), text)
  process.stdout.write(text)
} else {
  process.stderr.write('There is no ../shared/corpus beside this repository: nothing was calibrated.\n')
  process.exitCode = 1
}
