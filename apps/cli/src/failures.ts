import type { Design, FailureClass, Sweep } from '@weft/domain'
import { compile, listSessions, recordName, subjectKey, sweepFailures } from '@weft/domain'
import type { CliCommand, Terminal } from './command'
import { exitCodes, textOption, UnusableInput } from './command'
import { readDesign } from './files'

const shownLines = 20

export const failuresCommand: CliCommand = {
  name: 'failures',
  operands: 'DESIGN [--order 1|2] [--of devices,links] [--json]',
  summary: 'Try every failure of one device or link, or of two, and print which sessions fall.',
  options: {
    order: { type: 'string', value: 'N', default: '1', says: '1: one failure at a time; 2: also every two' },
    of: { type: 'string', value: 'WHAT', default: 'devices,links', says: 'what may fail: devices, links or both' },
    json: {
      type: 'boolean',
      says: 'print {file, order, tried, harmless, outcomes, sessions, singlePoints, classes, cuts} as JSON',
    },
  },
  exits:
    '0 every session survives what fails elsewhere, 1 some failure breaks sessions of others, 2 the file is not a usable design',
  async run(operands, options, terminal) {
    const order = textOption(options, 'order')
    if (order !== '1' && order !== '2') throw new UnusableInput(`--order is 1 or 2, not "${order ?? ''}"`)
    const of = (textOption(options, 'of') ?? '').split(',').map((word) => {
      if (word === 'devices') return 'device'
      if (word === 'links') return 'link'
      throw new UnusableInput(`--of takes devices, links or devices,links, not "${word}"`)
    })
    const { file, design } = await readDesign(operands)
    const compilation = compile(design.network)
    const sweep = toTheEnd(
      sweepFailures(design.network, compilation.intent, { order: order === '2' ? 2 : 1, of }),
      terminal,
    )
    const names = namesOf(design, sweep, listSessions(compilation))
    if (options.json === true) terminal.out(`${JSON.stringify({ file, ...report(sweep, names) }, undefined, 2)}\n`)
    else terminal.out(table(sweep, names))
    return sweep.singlePoints.length + sweep.cuts.length > 0 ? exitCodes.errors : exitCodes.clean
  },
}

/** Runs the steps, with a bar on terminals that can show one. */
function toTheEnd(steps: ReturnType<typeof sweepFailures>, { progress }: Terminal): Sweep {
  for (;;) {
    const step = steps.next()
    if (step.done === true) {
      progress?.('')
      return step.value
    }
    const { done, of } = step.value
    const full = Math.round((30 * done) / Math.max(1, of))
    progress?.(`[${'#'.repeat(full)}${'.'.repeat(30 - full)}] ${done} of ${of}`)
  }
}

type Names = { readonly element: (number: number) => string; readonly session: (number: number) => string }

function namesOf({ network }: Design, { elements, subjects }: Sweep, sessions: ReturnType<typeof listSessions>): Names {
  const named = new Map(sessions.map(({ session, name }) => [subjectKey(session), `${session.kind} ${name}`]))
  return {
    element: (number) => {
      const element = elements[number]
      return element?.kind === 'device' ? recordName(network, element.id) : (element?.id ?? '?')
    },
    session: (number) => {
      const subject = subjects[number]
      const key = subject === undefined ? '' : subjectKey(subject)
      return named.get(key) ?? key
    },
  }
}

function report({ order, tried, harmless, outcomes, subjects, singlePoints, classes, cuts }: Sweep, names: Names) {
  const written = ({ failures, breaks }: FailureClass) => ({
    failures: failures.map((failure) => failure.map(names.element)),
    breaks: breaks.map(names.session),
  })
  return {
    order,
    tried,
    harmless,
    outcomes,
    sessions: subjects.length,
    singlePoints: singlePoints.map(({ element, own, others }) => ({ failure: names.element(element), own, others })),
    classes: classes.map(written),
    cuts: cuts.map(written),
  }
}

function table({ order, tried, harmless, outcomes, subjects, singlePoints, cuts }: Sweep, names: Names): string {
  const lines = [
    `${subjects.length} sessions are up while nothing has failed.`,
    `One failure: ${tried.one} tried, ${harmless.one} break no session, ${outcomes.one} different outcomes.`,
    ...(order === 2
      ? [`Two failures: ${tried.two} tried, ${harmless.two} break no session, ${outcomes.two} different outcomes.`]
      : []),
    singlePoints.length === 0 ? 'No single failure breaks a session of others.' : 'Single points of failure:',
    ...upTo(
      singlePoints.map(
        ({ element, others }) => `  ${names.element(element)}  breaks ${count(others, 'session')} of others`,
      ),
    ),
  ]
  if (order === 2) {
    lines.push(
      cuts.length === 0
        ? 'No two failures break more than each alone.'
        : 'Two failures that break more than each alone:',
    )
    for (const { failures, breaks } of cuts.slice(0, shownLines)) {
      const [first] = failures
      const more = failures.length > 1 ? ` (or ${count(failures.length - 1, 'other pair')})` : ''
      const [session] = breaks
      const others = breaks.length > 1 ? ` and ${breaks.length - 1} more` : ''
      lines.push(
        `  ${(first ?? []).map(names.element).join(' + ')}${more}  breaks ${names.session(session ?? -1)}${others}`,
      )
    }
    if (cuts.length > shownLines) lines.push(`  … and ${cuts.length - shownLines} more; --json lists all`)
  }
  return `${lines.join('\n')}\n`
}

function upTo(lines: readonly string[]): readonly string[] {
  return lines.length <= shownLines
    ? lines
    : [...lines.slice(0, shownLines), `  … and ${lines.length - shownLines} more; --json lists all`]
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
