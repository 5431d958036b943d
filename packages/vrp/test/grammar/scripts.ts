import type { ViewName } from '../../src/index'
import { parseConfig, walkConfig } from '../../src/index'
import type { CorpusText } from '../corpus'
import { corpusConfigs } from '../corpus'
import { manualViews, systemView } from './manual-views'

/** A line of a published script, with the view it stands in by the names of the manual and by ours. */
export type ScriptLine = {
  readonly file: string
  readonly line: string
  readonly manualViews: readonly string[]
  readonly view: ViewName
}

/** Every command of the published scripts. Whether a port is routed is left open: the views of both count. */
export function scriptLines(): readonly ScriptLine[] {
  return corpusConfigs().flatMap(linesOf)
}

function linesOf({ name, text }: CorpusText): readonly ScriptLine[] {
  const lines: ScriptLine[] = []
  walkConfig(parseConfig(text).nodes, (node, ancestors) => {
    if (node.kind !== 'command') return
    const [outer, header] = [ancestors.at(-2), ancestors.at(-1)]
    const around = outer === undefined ? [] : manualViews(outer.text, false)
    lines.push({
      file: name,
      line: node.text,
      manualViews: header === undefined ? systemView : manualViews(header.text, false, around),
      view: header === undefined ? 'system' : (header.opens ?? 'other'),
    })
  })
  return lines
}
