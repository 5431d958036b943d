import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, workspaces } from '../lib/places.mjs'
import type { Machine } from './machine'
import { measureMachine } from './machine'
import type { Table } from './table'
import { markdownTable } from './table'

/** What a file `bench/<name>.bench.ts` of a workspace exports as `bench`. */
type Bench = {
  readonly title: string
  readonly run: (machine: Machine) => Table | Promise<Table>
}

const report = join(root, 'docs/benchmarks.md')

/** The benches of all workspaces whose path contains the words given on the command line. */
async function findBenches(words: readonly string[]): Promise<readonly Bench[]> {
  const files = workspaces().flatMap(({ folder }) => {
    const benches = join(root, folder, 'bench')
    return existsSync(benches) ? readdirSync(benches).map((name) => join(benches, name)) : []
  })
  const chosen = files.filter((file) => file.endsWith('.bench.ts') && words.every((word) => file.includes(word))).sort()
  return Promise.all(
    chosen.map(async (file) => {
      const { bench } = (await import(pathToFileURL(file).href)) as { readonly bench?: Bench }
      if (!bench) throw new Error(`${file} must export \`bench\``)
      return bench
    }),
  )
}

const words = process.argv.slice(2)
const benches = await findBenches(words)
const machine = measureMachine()
const sections: string[] = []

function say(title: string, table: Table) {
  const section = `## ${title}\n\n${markdownTable(table)}\n`
  sections.push(section)
  console.log(`\n${section}`)
}

say('This machine', {
  columns: ['baseline', 'seconds'],
  rows: machine.baselines.map(({ name, seconds }) => [name, seconds]),
  notes: [`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}.`],
})
for (const bench of benches) say(bench.title, await bench.run(machine))

if (words.length === 0) {
  const introduction = 'Written by `npm run bench`. Compare ratios between machines, and seconds on one machine only.'
  writeFileSync(report, `# Benchmarks\n\n${introduction}\n\n${sections.join('\n')}`)
  console.log('Written to docs/benchmarks.md')
}
if (benches.length === 0) {
  console.error(`No bench matches: ${words.join(' ') || 'there is no bench/*.bench.ts'}`)
  process.exitCode = 1
}
