import type { Design, FailureClass, LinkSuggestion, Network, Progress, RecordId, Sweep } from '@weft/domain'
import { compile, listSessions, recordName, subjectKey, suggestLinks, sweepFailures } from '@weft/domain'
import type { CliCommand, Terminal } from './command'
import { exitCodes, textOption, UnusableInput } from './command'
import { readDesign } from './files'

const shownLines = 20

export const failuresCommand: CliCommand = {
  name: 'failures',
  operands: 'DESIGN [--order 1|2] [--of devices,links] [--suggest] [--json]',
  summary: 'Try every failure of one device or link, or of two, and print which sessions fall.',
  options: {
    order: { type: 'string', value: 'N', default: '1', says: '1: one failure at a time; 2: also every two' },
    of: { type: 'string', value: 'WHAT', default: 'devices,links', says: 'what may fail: devices, links or both' },
    suggest: {
      type: 'boolean',
      says: 'also look for links whose addition mends single points and cuts; each is tried',
    },
    json: {
      type: 'boolean',
      says: 'print {file, order, tried, harmless, outcomes, sessions, singlePoints, classes, cuts} as JSON; with --suggest also suggestions',
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
      sweepFailures(compilation.network, compilation.intent, { order: order === '2' ? 2 : 1, of }),
      terminal,
    )
    const names = namesOf(design, sweep, listSessions(compilation))
    const suggestions =
      options.suggest === true ? toTheEnd(suggestLinks(design.network, compilation.intent, sweep), terminal) : undefined
    if (options.json === true) {
      const rest = suggestions === undefined ? {} : { suggestions: written(design, suggestions) }
      terminal.out(`${JSON.stringify({ file, ...report(sweep, names), ...rest }, undefined, 2)}\n`)
    } else {
      terminal.out(table(sweep, names))
      if (suggestions !== undefined) terminal.out(advice(design, suggestions))
    }
    return sweep.singlePoints.length + sweep.cuts.length > 0 ? exitCodes.errors : exitCodes.clean
  },
}

/** Runs the steps, with a bar on terminals that can show one. */
function toTheEnd<Result>(steps: Generator<Progress, Result>, { progress }: Terminal): Result {
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

function written({ network }: Design, suggestions: readonly LinkSuggestion[]) {
  return suggestions.map(({ label, command, mends }) => ({
    says: label.en,
    mends: mends.map((failure) => failure.map((id) => failureName(network, id))),
    command,
  }))
}

function advice({ network }: Design, suggestions: readonly LinkSuggestion[]): string {
  if (suggestions.length === 0) return 'No single link that was tried mends any of them.\n'
  const lines = suggestions.map(({ label, mends }) => {
    const [first = []] = mends
    const more = mends.length > 1 ? ` and ${count(mends.length - 1, 'other failure')}` : ''
    return `  ${label.en}  mends ${first.map((id) => failureName(network, id)).join(' + ')}${more}`
  })
  return `${['Links that mend failures, each tried:', ...upTo(lines)].join('\n')}\n`
}

type Names = { readonly element: (number: number) => string; readonly session: (number: number) => string }

function namesOf({ network }: Design, { elements, subjects }: Sweep, sessions: ReturnType<typeof listSessions>): Names {
  const named = new Map(sessions.map(({ session, name }) => [subjectKey(session), `${session.kind} ${name}`]))
  return {
    element: (number) => {
      const element = elements[number]
      return element === undefined ? '?' : failureName(network, element.id)
    },
    session: (number) => {
      const subject = subjects[number]
      const key = subject === undefined ? '' : subjectKey(subject)
      return named.get(key) ?? key
    },
  }
}

/** The name of a device, the id of a link. */
function failureName(network: Network, id: RecordId): string {
  return id in network.devices ? recordName(network, id) : id
}

function report({ order, tried, harmless, outcomes, subjects, singlePoints, classes, cuts }: Sweep, names: Names) {
  const named = ({ failures, breaks }: FailureClass) => ({
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
    classes: classes.map(named),
    cuts: cuts.map(named),
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
