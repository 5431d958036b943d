import type { ConfigNode, LineKind, PlacedBy } from './config-node'
import type { ViewName } from './views/view-spec'

/** A node while the text is read; it is finished when reading ends. */
export type DraftNode = {
  kind: LineKind
  readonly number: number
  indent: number
  margin: string
  text: string
  readonly end: string
  opens: ViewName | undefined
  placedBy: PlacedBy
  children: DraftNode[]
}

/** Most lines open no view; they share one empty list, which nothing adds to. */
const childless: DraftNode[] = []

export type Line = Pick<ConfigNode, 'kind' | 'number' | 'indent' | 'margin' | 'text' | 'end'>

export function draftNode({ kind, number, indent, margin, text, end }: Line): DraftNode {
  return { kind, number, indent, margin, text, end, opens: undefined, placedBy: 'both', children: childless }
}

export function adopt(parent: DraftNode, child: DraftNode): void {
  if (parent.children === childless) parent.children = [child]
  else parent.children.push(child)
}
