import type { ConfigProblem } from '@weft/vrp'
import { parseConfig } from '@weft/vrp'
import type { Command } from './commands'
import { commandsOf, linesLost } from './commands'
import type { DeviceFacts } from './device-facts'
import type { DoubtfulLine } from './doubtful-lines'
import { doubtfulLines } from './doubtful-lines'
import { extractDevice } from './extract-device'

/** A configuration file with everything that is read from it. */
export type ReadConfig = {
  readonly file: string
  readonly commands: readonly Command[]
  readonly facts: DeviceFacts
  readonly problems: readonly ConfigProblem[]
  /** Lines that were typed wrong, or that refer to what the file does not create. */
  readonly doubtful: readonly DoubtfulLine[]
  /** Lines that are no commands the design can keep, by number. */
  readonly lost: readonly number[]
}

export function readConfig(file: string, text: string): ReadConfig {
  const parsed = parseConfig(text)
  const commands = commandsOf(parsed)
  return {
    file,
    commands,
    facts: extractDevice({ name: file, parsed, commands }),
    problems: parsed.problems,
    doubtful: doubtfulLines(parsed),
    lost: linesLost(parsed),
  }
}
