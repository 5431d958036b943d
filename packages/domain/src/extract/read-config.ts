import type { ConfigNode, ConfigProblem, ParsedConfig, TextForm } from '@weft/vrp'
import { linesToText, parseConfig, parseTyped, print } from '@weft/vrp'
import type { Command } from './commands'
import { commandsOf, linesLost } from './commands'
import type { DeviceFacts } from './device-facts'
import type { DoubtfulLine } from './doubtful-lines'
import { doubtfulLines } from './doubtful-lines'
import { extractDevice } from './extract-device'
import type { FileProblem } from './file-problems'

/** A configuration with everything that is read from it. Lines have the numbers they have in the file. */
export type ReadConfig = {
  readonly file: string
  readonly form: TextForm
  /** The device that showed it, when a prompt says so. */
  readonly host?: string
  readonly commands: readonly Command[]
  readonly facts: DeviceFacts
  readonly problems: readonly Pick<ConfigProblem, 'line' | 'what' | 'remedy'>[]
  /** Lines that were typed wrong, or that refer to what the file does not create. */
  readonly doubtful: readonly DoubtfulLine[]
  /** Lines the design cannot keep, by number. */
  readonly lost: readonly number[]
}

/** A configuration as a device shows it. @param host the device that showed it, when the text says so */
export function readStored(file: string, text: string, host?: string): ReadConfig {
  const parsed = parseConfig(text)
  return {
    ...readParsed(file, parsed, host),
    ...(host === undefined ? { form: 'stored' } : { form: 'session', host }),
    problems: parsed.problems,
    lost: linesLost(parsed),
  }
}

/** What a device would store after these commands. Nothing of it is taken while a line of it is refused. */
export function readTyped(file: string, text: string): ReadConfig | { readonly refused: readonly FileProblem[] } {
  const { tree, problems, host } = parseTyped(text)
  const refused = problems.filter((each) => each.refused)
  if (refused.length > 0) return { refused: refused.map(({ line, what, remedy }) => ({ file, line, what, remedy })) }
  // A procedure is a part of a configuration, so the end that the printer adds is left out.
  const printed = print(tree).slice(0, -2)
  const parsed = renumbered(parseConfig(linesToText(printed)), (number) => printed[number - 1]?.origin ?? number)
  return { ...readParsed(file, parsed, host === factoryName ? undefined : host), form: 'typed', problems, lost: [] }
}

/** The prompt of a device that nobody has named, and of every procedure in the manuals. */
const factoryName = 'HUAWEI'

function readParsed(file: string, parsed: ParsedConfig, host?: string) {
  const commands = commandsOf(parsed)
  return {
    file,
    commands,
    facts: extractDevice({ name: file, host, parsed, commands }),
    doubtful: doubtfulLines(parsed),
  }
}

function renumbered(parsed: ParsedConfig, lineOf: (number: number) => number): ParsedConfig {
  const renumber = (node: ConfigNode): ConfigNode => ({
    ...node,
    number: lineOf(node.number),
    children: node.children.map(renumber),
  })
  return { ...parsed, nodes: parsed.nodes.map(renumber) }
}
