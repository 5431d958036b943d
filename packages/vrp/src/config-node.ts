import type { ViewName } from './views/view-spec'

/**
 * What a line of a configuration text is. `unknown` is text that is no command: a prompt, paging noise,
 * unprintable characters.
 */
export type LineKind = 'command' | 'separator' | 'blank' | 'comment' | 'banner' | 'return' | 'unknown'

/**
 * What put a command where it is: indentation and the table of its view agree, the table alone (the indentation
 * says something else), or the indentation alone (the table does not list the command).
 */
export type PlacedBy = 'both' | 'command' | 'indent'

/** One line of a configuration text, with the lines of the view it opens. */
export type ConfigNode = {
  readonly kind: LineKind
  /** Line number, from 1. */
  readonly number: number
  /** Number of leading blanks. */
  readonly indent: number
  /** What stands before the text: blanks, and paging noise where there was some. */
  readonly margin: string
  /** The line without outer blanks. */
  readonly text: string
  /** What stands behind the text: trailing blanks and the line end, if any. */
  readonly end: string
  /** The view that the command opens, when it is one of the tables. */
  readonly opens: ViewName | undefined
  readonly placedBy: PlacedBy
  readonly children: readonly ConfigNode[]
}

/** A configuration text as a tree that has lost nothing: every line is in it once, in order. */
export type ParsedConfig = {
  readonly nodes: readonly ConfigNode[]
  readonly lines: number
  readonly problems: readonly ConfigProblem[]
}

/** A sentence in the two languages of the product. */
export type ConfigText = { readonly en: string; readonly zh: string }

export type ConfigProblem = {
  readonly line: number
  readonly code: ConfigProblemCode
  readonly what: ConfigText
  readonly remedy: ConfigText
}

export type ConfigProblemCode =
  | 'after-return'
  | 'banner-not-closed'
  | 'line-too-long'
  | 'misplaced-line'
  | 'no-view'
  | 'repeated-header'
  | 'terminal-text'
  | 'too-deep'
  | 'top-line-indented'
  | 'uneven-indent'
  | 'unprintable'

/** Deeper nesting than any view has; lines beyond it stay in the last view. */
export const deepestLevel = 32

/** Visits every line in the order of the text. */
export function walkConfig(
  nodes: readonly ConfigNode[],
  visit: (node: ConfigNode, ancestors: readonly ConfigNode[]) => void,
): void {
  const ancestors: ConfigNode[] = []
  const visitAll = (siblings: readonly ConfigNode[]): void => {
    for (const node of siblings) {
      visit(node, ancestors)
      if (node.children.length === 0) continue
      ancestors.push(node)
      visitAll(node.children)
      ancestors.pop()
    }
  }
  visitAll(nodes)
}

/** The text that was parsed, character by character. */
export function printParsed(config: ParsedConfig): string {
  const parts: string[] = []
  walkConfig(config.nodes, ({ margin, text, end }) => {
    parts.push(margin, text, end)
  })
  return parts.join('')
}
