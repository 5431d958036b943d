import type { ConfigTree, Statement } from '../src/index'

/** A tree of commands without what does not matter to a device: origins, separators and sections. */
export type Nesting = readonly [text: string, children: readonly Nesting[]]

export function nesting<O>(tree: ConfigTree<O>): readonly Nesting[] {
  return tree.sections.flat().map(nestingOf)
}

function nestingOf<O>({ text, children }: Statement<O>): Nesting {
  return [text, children.map(nestingOf)]
}
