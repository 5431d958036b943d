import { parseConfig } from '@weft/vrp'
import type { Command } from '../../src/extract/commands'
import { commandPieces, commandsOf } from '../../src/extract/commands'

/** Every piece of every command of a configuration with the headers of its views, sorted. */
export function viewLines(text: string): readonly string[] {
  const lines: string[] = []
  const visit = (commands: readonly Command[], view: string) => {
    for (const command of commands) {
      for (const piece of commandPieces(command)) lines.push(`${view} > ${piece}`)
      visit(command.children, `${view} > ${command.words.join(' ')}`)
    }
  }
  visit(commandsOf(parseConfig(text)), '')
  return lines.sort()
}
