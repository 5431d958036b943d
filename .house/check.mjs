// npm run check: every gate, one after the other, with what to do about the red ones.
import { closingLine, leaveCounts } from './lib/counts.mjs'
import { generate, installPackages, requireNode } from './lib/install.mjs'
import { green, main, red, step, Trouble } from './lib/say.mjs'

/** @typedef {import('./gates/gate.mjs').Gate} Gate */
/** @typedef {import('./gates/gate.mjs').Verdict & { gate: Gate, seconds: number }} Judged */

await main(async () => {
  requireNode()
  await installPackages()
  await generate()
  const chosen = choose(await gates(), process.argv.slice(2))
  /** @type {Judged[]} */
  const judged = []
  for (const gate of chosen) judged.push(await judge(gate))
  return report(judged)
})

/** The gates import the tools that were just installed. @returns {Promise<readonly Gate[]>} */
async function gates() {
  const [{ style }, { types }, { boundaries }, { unused }, { lockfile }, { migrations, generated }, { tests }] =
    await Promise.all([
      import('./gates/style.mjs'),
      import('./gates/types.mjs'),
      import('./gates/boundaries.mjs'),
      import('./gates/unused.mjs'),
      import('./gates/lockfile.mjs'),
      import('./gates/hooks.mjs'),
      import('./gates/tests.mjs'),
    ])
  return [style, types, boundaries, unused, lockfile, migrations, generated, tests]
}

/** `--no-tests` leaves out the unit tests; further words keep the gates whose name contains one of them. @param {readonly Gate[]} all @param {readonly string[]} args */
function choose(all, args) {
  const words = args.filter((arg) => !arg.startsWith('--'))
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--no-tests')
  if (unknown) throw new Trouble(`Unknown flag ${unknown}.`, 'npm run check -- [--no-tests] [part of a gate name …]')
  const wanted = args.includes('--no-tests') ? all.filter((gate) => gate.name !== 'unit tests') : all
  const chosen = words.length > 0 ? wanted.filter((gate) => words.some((word) => gate.name.includes(word))) : wanted
  if (chosen.length === 0)
    throw new Trouble('No gate has such a name.', `one of: ${all.map((gate) => gate.name).join(', ')}`)
  return chosen
}

/** @param {Gate} gate @returns {Promise<Judged>} */
async function judge(gate) {
  step(`Checking: ${gate.name}`)
  const started = Date.now()
  const verdict = await gate.judge()
  if (!verdict.ok) console.log(verdict.words)
  return { gate, ...verdict, seconds: (Date.now() - started) / 1000 }
}

/** @param {readonly Judged[]} judged @returns {number} exit code */
function report(judged) {
  console.log('')
  for (const { gate, ok, words, seconds } of judged) {
    console.log(
      `${ok ? green('✓') : red('✗')} ${gate.name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s  ${ok ? words : 'red, see above'}`,
    )
    if (!ok) console.log(`    What to do: ${gate.remedy}`)
  }
  const passed = judged.filter(({ ok }) => ok).length
  const counts = { passed, failed: judged.length - passed, skipped: 0 }
  leaveCounts(counts)
  console.log(closingLine(counts))
  return counts.failed === 0 ? 0 : 1
}
