import type { ConfigNode, ParsedConfig } from './config-node'
import { isSeparated } from './views/views'

/**
 * The configuration laid out as a device shows it: one blank per view level, `#` between sections and where a
 * device prints it inside them, no trailing blanks, no blank lines, lines ended by a line feed. Words and the order
 * of lines are not touched, comments and text that is no command stay, and `return` is not added: a part of a
 * configuration stays a part.
 */
export function formatConfig(config: ParsedConfig): string {
  const lines: string[] = []
  printLevel(lines, config.nodes, 0)
  return lines.map((line) => `${line}\n`).join('')
}

function printLevel(lines: string[], nodes: readonly ConfigNode[], depth: number): void {
  const margin = ' '.repeat(depth)
  let waiting: ConfigNode[] = []
  let before: ConfigNode | undefined
  for (const node of nodes) {
    if (node.kind === 'banner') lines.push(node.margin + node.text)
    else if (node.kind !== 'command' && node.kind !== 'return') waiting.push(node)
    else {
      const given = waiting.some(({ kind }) => kind === 'separator')
      const separated = depth === 0 ? given || beginsSection(node, before) : separatedInView(node, given)
      printWaiting(lines, waiting, separated ? `${margin}#` : undefined, margin)
      lines.push(`${margin}${node.kind === 'return' ? 'return' : node.text}`)
      printLevel(lines, node.children, depth + 1)
      waiting = []
      before = node
    }
  }
  printWaiting(lines, waiting, waiting.some(({ kind }) => kind === 'separator') ? `${margin}#` : undefined, margin)
}

/** Lines without a view of their own may share a section. */
function beginsSection(node: ConfigNode, before: ConfigNode | undefined): boolean {
  if (before === undefined || node.kind === 'return') return true
  return before.kind === 'return' || before.children.length > 0 || node.children.length > 0
}

function separatedInView({ opens }: ConfigNode, given: boolean): boolean {
  return (opens === undefined ? undefined : isSeparated(opens)) ?? given
}

/** One separator where the first one was or else directly before the command, and everything that has text. */
function printWaiting(
  lines: string[],
  waiting: readonly ConfigNode[],
  separator: string | undefined,
  margin: string,
): void {
  let missing = separator
  for (const { kind, margin: before, text } of waiting) {
    if (kind === 'comment') lines.push(`${margin}${text}`)
    else if (kind === 'unknown') lines.push(before + text)
    else if (kind === 'separator' && missing !== undefined) {
      lines.push(missing)
      missing = undefined
    }
  }
  if (missing !== undefined) lines.push(missing)
}
