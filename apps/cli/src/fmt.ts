import { formatConfig, parseConfig, parseTyped, printText } from '@weft/domain'
import type { CliCommand, Terminal } from './command'
import { exitCodes, UnusableInput } from './command'
import { readConfigText } from './config-files'
import { writeText } from './files'
import { problemLine } from './parse'

type LaidOut = { readonly file: string; readonly text: string; readonly laidOut: string }

export const fmtCommand: CliCommand = {
  name: 'fmt',
  operands: 'FILE… [--check | --write] [--typed]',
  summary: 'Lay configurations out as a device shows them and print them. Words and the order of lines stay.',
  options: {
    check: { type: 'boolean', says: 'print only the names of the files that are laid out otherwise' },
    write: { type: 'boolean', says: 'write the files that are laid out otherwise; without it no file is changed' },
    typed: { type: 'boolean', says: 'the files are typed input; print what the device would store' },
  },
  exits:
    '0 laid out, 1 --check found a file that is laid out otherwise or typed lines were refused, ' +
    '2 a file is not text in UTF-8 or cannot be written; then none is written',
  async run(operands, options, terminal) {
    if (operands.length === 0) throw new UnusableInput('name at least one configuration file')
    if (options.check === true && options.write === true) throw new UnusableInput('choose one of --check and --write')
    const files: LaidOut[] = []
    let isRefused = false
    for (const file of operands) {
      const text = await readConfigText(file)
      const laidOut = options.typed === true ? storedText({ file, text }, terminal) : formatConfig(parseConfig(text))
      if (laidOut === undefined) isRefused = true
      else files.push({ file, text, laidOut })
    }
    if (isRefused) return exitCodes.errors
    const changed = files.filter(({ text, laidOut }) => text !== laidOut)
    if (options.check === true) {
      terminal.out(changed.map(({ file }) => `${file}\n`).join(''))
      return changed.length > 0 ? exitCodes.errors : exitCodes.clean
    }
    if (options.write === true) {
      for (const { file, laidOut } of changed) await writeText(file, laidOut)
      terminal.out(changed.map(({ file }) => `${file}\n`).join(''))
    } else terminal.out(files.map(({ laidOut }) => laidOut).join(''))
    return exitCodes.clean
  },
}

/** What the device would store, or undefined when lines were refused: half of what was typed is of no use. */
function storedText({ file, text }: { readonly file: string; readonly text: string }, terminal: Terminal) {
  const { tree, problems } = parseTyped(text)
  terminal.err(problems.map((problem) => `${file}: ${problemLine(problem)}`).join(''))
  return problems.some(({ refused }) => refused) ? undefined : printText(tree)
}
