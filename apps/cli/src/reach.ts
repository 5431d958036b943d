import type { Compilation, Network, PathQuery, PathVerdict } from '@weft/domain'
import { byId, compile, tracePaths } from '@weft/domain'
import type { CliCommand } from './command'
import { exitCodes, UnusableInput } from './command'
import { readDesign } from './files'

/** Pairs of one question: more would be a table nobody reads. */
const mostPairs = 40_000

export const reachCommand: CliCommand = {
  name: 'reach',
  operands: 'DESIGN [FROM [TO]] [--json]',
  summary: 'Print which LoopBacks reach each other, both ways, each with the way or where it stops and why.',
  options: {
    json: {
      type: 'boolean',
      says: 'print {file, counts, pairs: [{from, to, address, kind, assurance?, path?, stoppedAt?, reason?, missing?, why?}]}',
    },
  },
  exits: '0 every pair is reachable, 1 at least one is not, 2 the file is not a usable design or has no such device',
  async run(operands, options, terminal) {
    const [name, from, to, ...more] = operands
    if (name === undefined || more.length > 0)
      throw new UnusableInput('a design file and at most two devices are expected')
    const { file, design } = await readDesign([name])
    const compilation = compile(design.network)
    const pairs = trace(design.network, compilation, [from, to])
    const counts = { reachable: 0, unreachable: 0, unknown: 0 }
    for (const { kind } of pairs) counts[kind]++
    if (options.json === true) terminal.out(`${JSON.stringify({ file, counts, pairs }, undefined, 2)}\n`)
    else {
      const shown = from === undefined ? pairs.filter(({ kind }) => kind !== 'reachable') : pairs
      for (const pair of shown) terminal.out(`${line(pair)}\n`)
      terminal.out(`${counts.reachable} reachable, ${counts.unreachable} unreachable, ${counts.unknown} unknown\n`)
    }
    return counts.unreachable > 0 ? exitCodes.errors : exitCodes.clean
  },
}

type Pair = {
  readonly from: string
  readonly to: string
  readonly address: string
  readonly kind: PathVerdict['kind']
  readonly assurance?: string
  readonly path?: readonly string[]
  readonly stoppedAt?: string
  readonly reason?: string
  readonly missing?: string
  readonly why?: string
}

/** From each device to the LoopBacks of each other one, in the table of the LoopBack. */
function trace(
  network: Network,
  { intent }: Compilation,
  [from, to]: readonly [string | undefined, string | undefined],
): readonly Pair[] {
  const devices = Object.values(network.devices).sort(byId)
  for (const name of [from, to])
    if (name !== undefined && !devices.some((device) => device.name === name))
      throw new UnusableInput(`there is no device "${name}" in the design`)
  const targets = devices.flatMap(({ id, name }) =>
    (intent.devices.get(id)?.interfaces ?? []).flatMap(({ kind, shutdown, vrfId, ipv4, ipv6 }) =>
      kind !== 'loopback' || shutdown
        ? []
        : [...ipv4, ...ipv6].map(({ value }) => ({ id, name, vrfId, address: value.split('/')[0] as PathQuery['to'] })),
    ),
  )
  const asked = (a: string, b: string): boolean =>
    (from === undefined || a === from || b === from) && (to === undefined || a === to || b === to)
  const questions = devices.flatMap((device) =>
    targets.flatMap(({ id, name, vrfId, address }) =>
      id === device.id || !asked(device.name, name)
        ? []
        : [
            {
              from: device.name,
              to: name,
              query: { from: device.id, to: address, ...(vrfId === undefined ? {} : { vrfId }) },
            },
          ],
    ),
  )
  if (questions.length > mostPairs)
    throw new UnusableInput(`${questions.length} pairs are too many for one answer; name the device to start from`)
  const verdicts = tracePaths(
    network,
    intent,
    questions.map(({ query }) => query),
  )
  const nameOf = (id: string): string => network.devices[id]?.name ?? id
  return questions.flatMap((question, index) => {
    const verdict = verdicts[index]
    return verdict === undefined
      ? []
      : [{ from: question.from, to: question.to, address: question.query.to, ...told(verdict, nameOf) }]
  })
}

function told(verdict: PathVerdict, nameOf: (id: string) => string): Omit<Pair, 'from' | 'to' | 'address'> {
  switch (verdict.kind) {
    case 'reachable':
      return { kind: verdict.kind, assurance: verdict.assurance, path: verdict.path.map(nameOf) }
    case 'unreachable': {
      const { kind, assurance, reason, missing, path, stoppedAt } = verdict
      return { kind, assurance, path: path.map(nameOf), stoppedAt: nameOf(stoppedAt), reason, missing }
    }
    case 'unknown':
      return { kind: verdict.kind, why: verdict.why.en }
  }
}

function line({ from, to, address, kind, path = [], stoppedAt, reason, why }: Pair): string {
  const way = path.length > 1 ? `  ${path.join(' → ')}` : ''
  const stops = stoppedAt === undefined ? '' : `  stops at ${stoppedAt}: ${reason}`
  return `${kind.padEnd(11)}  ${from} → ${to} ${address}${way}${stops}${why === undefined ? '' : `  ${why}`}`
}
