import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Design, Network } from '@weft/domain'
import { compile, serializeDesign } from '@weft/domain'
import type { Expectations, Lab } from '@weft/exchange'
import { buildLab, expectationsOf, withoutVpnInstances } from '@weft/exchange'
import type { Comparison } from './lab-compare'
import { comparePairs, compareSessions } from './lab-compare'
import type { Failure } from './lab-failures'
import { wiresDown } from './lab-failures'
import type { Machine } from './lab-machine'
import { kernelHasVrf, startLab } from './lab-machine'
import { probe } from './lab-observe'
import { settle } from './lab-settle'
import { inTurns } from './lab-shell'

export type LabPhase = {
  readonly title: string
  readonly settled: boolean
  readonly seconds: number
  readonly rows: readonly Comparison[]
}
export type LabOutcome = {
  readonly lab: Lab
  readonly phases: readonly LabPhase[]
  /** Present when something disagreed. */
  readonly bugBundle?: string
  /** Present when the lab was asked to stay. */
  readonly kept?: string
}

type RunOptions = {
  readonly failures: Failure | undefined
  readonly keep: boolean
  readonly signal: AbortSignal
  /** Told where the lab is as soon as it runs. */
  readonly started?: (folder: string) => void
  /** Where a bug bundle goes; the system's temporary folder unless a test wants to see it. */
  readonly bundleParent?: string
}

/** Boots the lab of a design, compares it with the compilation, then again with some of it down. */
export async function runLab(design: Design, options: RunOptions): Promise<LabOutcome> {
  const { network } = design
  const compilation = compile(network)
  const hasVrfs = [...compilation.intent.devices.values()].some(({ vrfs }) => vrfs.length > 0)
  const possible =
    hasVrfs && !(await kernelHasVrf())
      ? withoutVpnInstances(compilation.intent)
      : { intent: compilation.intent, losses: [] }
  const built = buildLab(network, possible.intent)
  const lab: Lab = { ...built, losses: [...possible.losses, ...built.losses] }
  const machine = await startLab(lab)
  options.started?.(machine.folder)
  let left = false
  try {
    const first = await look('As designed', lab, { network, machine, options, atLeastMs: lab.startSeconds * 1000 })
    const phases = [first]
    if (options.failures !== undefined) {
      await machine.cut(wiresDown(lab, options.failures))
      await machine.restartStations()
      // Sessions start again, so that what is seen is where routing ends and not what hold timers still keep.
      const speakers = lab.nodes.filter(({ frr }) => frr?.daemons.includes('bgpd'))
      await inTurns(speakers, async ({ name, vrfs }) => {
        await machine.ask(name, 'clear bgp *')
        for (const vrf of vrfs.values()) await machine.ask(name, `clear bgp vrf ${vrf} *`)
      })
      phases.push(
        await look(options.failures.title, lab, { network: options.failures.network, machine, options, atLeastMs: 0 }),
      )
    }
    const differs = phases.some(({ rows }) => rows.some(({ verdict }) => verdict === 'disagrees'))
    const bugBundle = differs
      ? await writeBundle({ design, lab, machine, phases, parent: options.bundleParent })
      : undefined
    left = options.keep
    return { lab, phases, ...(bugBundle === undefined ? {} : { bugBundle }), ...(left ? { kept: machine.folder } : {}) }
  } finally {
    if (left) machine.leave()
    else await machine.stop()
  }
}

async function look(
  title: string,
  lab: Lab,
  {
    network,
    machine,
    options,
    atLeastMs,
  }: { readonly network: Network; readonly machine: Machine; readonly options: RunOptions; readonly atLeastMs: number },
): Promise<LabPhase> {
  const expected: Expectations = expectationsOf(network, compile(network), lab)
  const { seen, settled, seconds } = await settle(lab, machine, { expected, signal: options.signal, atLeastMs })
  const answers = await probe(expected.pairs, machine)
  return { title, settled, seconds, rows: [...compareSessions(expected, seen), ...comparePairs(expected, answers)] }
}

/** Everything somebody needs to find out who is wrong. @returns the folder */
async function writeBundle({
  design,
  lab,
  machine,
  phases,
  parent,
}: {
  readonly design: Design
  readonly lab: Lab
  readonly machine: Machine
  readonly phases: readonly LabPhase[]
  readonly parent: string | undefined
}): Promise<string> {
  const folder = await mkdtemp(join(parent ?? tmpdir(), 'weft-lab-bug-'))
  await writeFile(join(folder, 'design.json'), serializeDesign(design))
  await writeFile(join(folder, 'comparisons.json'), `${JSON.stringify(phases, undefined, 2)}\n`)
  await writeFile(join(folder, 'losses.json'), `${JSON.stringify(lab.losses, undefined, 2)}\n`)
  for (const node of lab.nodes) {
    if (node.frr === undefined) continue
    const own = join(folder, node.name)
    await mkdir(own)
    await writeFile(join(own, 'frr.conf'), node.frr.config)
    for (const [file, command] of Object.entries(questions))
      await writeFile(join(own, file), await machine.ask(node.name, command).catch((error: unknown) => String(error)))
    const logs = await readdir(machine.logsOf(node.name))
    for (const log of logs.filter((name) => name.endsWith('.log')))
      await writeFile(join(own, log), await readFile(join(machine.logsOf(node.name), log)))
  }
  return folder
}

const questions = {
  'bgp-neighbors.txt': 'show bgp vrf all neighbors',
  'ip-route.txt': 'show ip route vrf all',
  'ipv6-route.txt': 'show ipv6 route vrf all',
  'ospf-neighbor.txt': 'show ip ospf vrf all neighbor',
  'ospf6-neighbor.txt': 'show ipv6 ospf6 vrf all neighbor',
  'isis-neighbor.txt': 'show isis vrf all neighbor detail',
  'interfaces.txt': 'show interface brief',
} as const
