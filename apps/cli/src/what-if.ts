import type { Network, SessionVerdict, WhatIf } from '@weft/domain'
import { compile, failureNamed, listSessions, recordName, subjectKey, whatIf } from '@weft/domain'
import type { CliCommand } from './command'
import { exitCodes, textOption, UnusableInput } from './command'
import { readDesign } from './files'

export const whatIfCommand: CliCommand = {
  name: 'what-if',
  operands: 'DESIGN --down NAME[,NAME…] [--json]',
  summary: 'Print what changes when devices, links, ports, Eth-Trunks, peer-links or DAD links are down.',
  options: {
    down: {
      type: 'string',
      value: 'NAMES',
      says: 'leaf-1, leaf-1:10GE1/0/1, leaf-1--spine-1, a link id, peer-link:leaf-1--leaf-2, dad:leaf-1--leaf-2',
    },
    json: { type: 'boolean', says: 'print {file, down, sessions, unchanged, loopbacks, mlagPairs} as JSON' },
  },
  exits:
    '0 no session and no path between loopbacks is lost, 1 some is, 2 the file is not a usable design or a name fits nothing',
  async run(operands, options, terminal) {
    const words = textOption(options, 'down')
      ?.split(',')
      .map((word) => word.trim())
    if (words === undefined) throw new UnusableInput('say with --down what has failed')
    const { file, design } = await readDesign(operands)
    const compilation = compile(design.network)
    const failure = failureNamed(compilation.network, compilation.intent, words)
    if ('unknown' in failure) throw new UnusableInput(nothingCalled(failure.unknown))
    const result = whatIf(compilation.network, compilation, failure)
    const named = new Map(
      listSessions(compilation).map(({ session, name }) => [subjectKey(session), `${session.kind} ${name}`]),
    )
    const nameOf = (session: WhatIf['sessions'][number]['session']) =>
      named.get(subjectKey(session)) ?? subjectKey(session)
    if (options.json === true) {
      const down = { devices: [...failure.devices], links: [...failure.links], interfaces: [...failure.interfaces] }
      const sessions = result.sessions.map(({ session, ...rest }) => ({ session, name: nameOf(session), ...rest }))
      const { unchanged, loopbacks, mlagPairs } = result
      terminal.out(`${JSON.stringify({ file, down, sessions, unchanged, loopbacks, mlagPairs }, undefined, 2)}\n`)
    } else terminal.out(text(compilation.network, result, nameOf))
    const lost =
      result.sessions.some(({ before, after }) => before.status === 'established' && after?.status !== 'established') ||
      result.loopbacks.changed.some(({ before }) => before.kind === 'reachable')
    return lost ? exitCodes.errors : exitCodes.clean
  },
}

export function nothingCalled(word: string): string {
  return `nothing that can fail is called "${word}"; name a device, a link (leaf-1--spine-1 or its id), a port (leaf-1:10GE1/0/1), peer-link:A--B or dad:A--B`
}

function text(
  network: Network,
  { sessions, unchanged, loopbacks, mlagPairs }: WhatIf,
  nameOf: (session: WhatIf['sessions'][number]['session']) => string,
): string {
  const lines = sessions.flatMap(({ session, before, after, noticed }) => [
    `${nameOf(session)}: ${before.status} → ${after?.status ?? 'gone'}${noticedText(noticed)}`,
    ...whyNot(after).map((reason) => `    ${reason}`),
  ])
  for (const outcome of mlagPairs)
    lines.push(`M-LAG pair ${recordName(network, outcome.pairId)}: ${outcomeText(network, outcome)}`)
  for (const { from, to, before, after } of loopbacks.changed)
    lines.push(
      `${recordName(network, from)} to the loopback of ${recordName(network, to)}: ${before.kind} → ${after.kind}`,
    )
  const part =
    loopbacks.asked < loopbacks.all
      ? ` (${loopbacks.asked} of ${loopbacks.all} followed, between the ${loopbacks.between.length} loopbacks nearest to the failure)`
      : ''
  lines.push(
    `${sessions.length} sessions change, ${unchanged} do not; ${loopbacks.changed.length} ways between loopbacks change${part}.`,
  )
  return `${lines.join('\n')}\n`
}

function whyNot(verdict: SessionVerdict | undefined): readonly string[] {
  return (verdict?.proof ?? []).filter(({ holds }) => holds !== 'yes').map(({ says }) => says.en)
}

function noticedText(noticed: WhatIf['sessions'][number]['noticed']): string {
  switch (noticed?.by) {
    case undefined:
      return ''
    case 'tracked-interface':
      return ' (at once: the tracked interface goes down)'
    case 'interface':
      return ' (at once: the interface goes down)'
    case 'bfd':
      return noticed.seconds === undefined
        ? ' (BFD notices, with timers that are not known)'
        : ` (BFD notices within ${noticed.seconds} s)`
    case 'hold-timer':
      return ` (the hold timer notices within ${noticed.seconds} s)`
    case 'nothing':
      return ' (nobody notices: the hold time is 0)'
  }
}

function outcomeText(network: Network, outcome: WhatIf['mlagPairs'][number]): string {
  switch (outcome.outcome) {
    case 'paired':
      return 'still a pair; dual-active detection changes'
    case 'not-paired-before':
      return 'was no pair before'
    case 'both-failed':
      return 'both members have failed'
    case 'one-member-left':
      return `${recordName(network, outcome.left)} goes on alone`
    case 'backup-error-down':
      return outcome.backup === undefined
        ? 'the backup puts its service ports in error-down; which member that is depends on the system MAC'
        : `${recordName(network, outcome.backup)}, the backup, puts ${outcome.interfaces.length} service ports in error-down`
    case 'dual-active':
      return 'split brain: both members stay active'
    case 'unknown':
      return 'what happens is not known, because dual-active detection is not'
  }
}
