import type { ConfigNode, ParsedConfig } from './config-node'
import type { ConfigTree, Statement } from './statement'
import { statement } from './statement'

/**
 * The commands of a parsed configuration, each with its line number as origin. Comments, blank lines, banner
 * text and lines that are no commands are left out; the parsed configuration still has them.
 */
export function toConfigTree({ nodes, lines }: ParsedConfig): ConfigTree<number> {
  const sections: Statement<number>[][] = []
  let isNewSection = true
  let frame = lines
  for (const node of nodes) {
    if (node.kind === 'separator') isNewSection = true
    else if (node.kind === 'return') frame = node.number
    if (node.kind !== 'command') continue
    if (isNewSection) sections.push([])
    sections.at(-1)?.push(toStatement(node, false))
    isNewSection = false
  }
  return { sections, frame }
}

function toStatement(node: ConfigNode, separated: boolean): Statement<number> {
  const children: Statement<number>[] = []
  let afterSeparator = false
  for (const child of node.children) {
    if (child.kind === 'separator') afterSeparator = true
    if (child.kind !== 'command') continue
    children.push(toStatement(child, afterSeparator))
    afterSeparator = false
  }
  return statement(node.text.replaceAll('\t', ' '), node.number, children, { separated })
}
