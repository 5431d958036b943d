import type { ConfigNode, ConfigProblem, Statement, TypedProblem } from '@weft/domain'
import { parseConfig, parseTyped } from '@weft/domain'
import type { CliCommand, ExitCode, Terminal } from './command'
import { exitCodes, UnusableInput } from './command'
import { readConfigText } from './config-files'

export const parseCommand: CliCommand = {
  name: 'parse',
  operands: 'FILE [--json] [--typed]',
  summary: 'Read the configuration of a device and print its views, line by line, and what is odd in it.',
  options: {
    json: {
      type: 'boolean',
      says: 'print {file, lines, problems, tree} as JSON, with the line number of every command',
    },
    typed: {
      type: 'boolean',
      says: 'the file is typed input: prompts, quit, commit; the tree is what the device would store',
    },
  },
  exits: '0 read, 1 typed lines were refused, 2 the file is not text in UTF-8',
  async run(operands, options, terminal) {
    const [file, ...more] = operands
    if (file === undefined || more.length > 0) throw new UnusableInput('exactly one configuration file is expected')
    const text = await readConfigText(file)
    const asJson = options.json === true
    return options.typed === true
      ? printTyped({ file, text, asJson }, terminal)
      : printStored({ file, text, asJson }, terminal)
  },
}

type Input = { readonly file: string; readonly text: string; readonly asJson: boolean }

function printStored({ file, text, asJson }: Input, terminal: Terminal): ExitCode {
  const { nodes, lines, problems } = parseConfig(text)
  if (asJson) {
    const report = { file, lines, problems, tree: nodes.map(jsonNode) }
    terminal.out(`${JSON.stringify(report, undefined, 2)}\n`)
  } else {
    terminal.out(outline(nodes, 0).join(''))
    terminal.out(problems.map(problemLine).join(''))
  }
  return exitCodes.clean
}

function printTyped({ file, text, asJson }: Input, terminal: Terminal): ExitCode {
  const { tree, problems, ignored } = parseTyped(text)
  if (asJson) {
    const lines = text.split('\n').length
    const report = { file, lines, problems, ignored, tree: tree.sections.flat().map(jsonStatement) }
    terminal.out(`${JSON.stringify(report, undefined, 2)}\n`)
  } else {
    terminal.out(
      tree.sections
        .flat()
        .flatMap((top) => statementOutline(top, 0))
        .join(''),
    )
    terminal.out(problems.map(problemLine).join(''))
  }
  return problems.some(({ refused }) => refused) ? exitCodes.errors : exitCodes.clean
}

function jsonNode({ number, kind, text, opens, placedBy, children }: ConfigNode): object {
  const command = kind === 'command' ? { opens, placedBy, children: children.map(jsonNode) } : {}
  return { line: number, kind, text, ...command }
}

function jsonStatement({ origin, text, children }: Statement<number>): object {
  return { line: origin, kind: 'command', text, children: children.map(jsonStatement) }
}

function outline(nodes: readonly ConfigNode[], depth: number): readonly string[] {
  return nodes.flatMap(({ number, kind, text, children }) =>
    kind === 'blank' || kind === 'separator'
      ? []
      : [outlineLine({ number, depth, text }), ...outline(children, depth + 1)],
  )
}

function statementOutline({ origin, text, children }: Statement<number>, depth: number): readonly string[] {
  return [
    outlineLine({ number: origin, depth, text }),
    ...children.flatMap((child) => statementOutline(child, depth + 1)),
  ]
}

type OutlineLine = { readonly number: number; readonly depth: number; readonly text: string }

function outlineLine({ number, depth, text }: OutlineLine): string {
  return `${String(number).padStart(6)}  ${'  '.repeat(depth)}${text}\n`
}

/** One problem as one line, for standard output or error. */
export function problemLine({ line, code, what, remedy }: ConfigProblem | TypedProblem): string {
  return `line ${line}  ${code}  ${what.en} ${remedy.en}\n`
}
