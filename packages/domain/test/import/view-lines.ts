import { parseConfig } from '@weft/vrp'
import type { Command } from '../../src/extract/commands'
import { commandsOf } from '../../src/extract/commands'
import { piecesOf } from '../../src/extract/normal-form'

/** Every piece of every command of a configuration with the headers of its views, sorted. */
export function viewLines(text: string): readonly string[] {
  const lines: string[] = []
  const visit = (commands: readonly Command[], view: string) => {
    for (const { words, children } of commands) {
      for (const piece of piecesOf(words)) lines.push(`${view} > ${piece}`)
      visit(children, `${view} > ${words.join(' ')}`)
    }
  }
  visit(commandsOf(parseConfig(text)), '')
  return lines.sort()
}
