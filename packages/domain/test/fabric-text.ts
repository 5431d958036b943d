import type { CollectionName, Network } from '../src/model'
import { collections } from '../src/model'
import type { Draft } from './fabric-text-draft'
import { emptyDraft } from './fabric-text-draft'
import { deviceLine, plainLines } from './fabric-text-lines'
import { overlayLines } from './fabric-text-overlay'
import { policyLines } from './fabric-text-policies'
import { sessionLines } from './fabric-text-sessions'
import { wordsOf } from './fabric-text-words'

const lines = { ...plainLines, ...overlayLines, ...sessionLines, ...policyLines }

/**
 * A network from a few lines of text, for tests. One line, one record; what a line says is shown in
 * the comment of its reader in `fabric-text-lines.ts`, `-overlay.ts`, `-sessions.ts` and `-policies.ts`. A line that
 * begins with no known word is a device. `#` begins a comment.
 *
 *     leaf1 CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32
 *     spine1 CE6881H-48S6CQ role spine as 65000 lo0 10.0.0.2/32
 *     link leaf1 100GE1/0/1 10.1.0.0/31 -- spine1 100GE1/0/1 10.1.0.1/31
 *     underlay ospf all
 *     peering leaf1 lo0 -- spine1 lo0
 *
 * Ids follow from the names: `device:leaf1`, `interface:leaf1.LoopBack0`, `interface:leaf1.100GE1-0-1`,
 * `link:leaf1.100GE1-0-1--spine1.100GE1-0-1`, `peering:leaf1-spine1`, `bmp-session:leaf1-bmp1`,
 * `static-route:leaf1-1`, `vlanif-link:leaf1-leaf2-100`, `underlay:ospf`; a second one of a name ends in `-2`.
 *
 * @throws Error with the number of the line that the fixture has wrong
 */
export function networkFromText(text: string): Network {
  const draft = emptyDraft()
  for (const [index, line] of text.split('\n').entries()) {
    const words = wordsOf(line.replace(/(^|\s)#.*$/, ''))
    const first = words.peek()
    if (first === undefined) continue
    words.next('word')
    try {
      const read = Object.hasOwn(lines, first) ? lines[first] : undefined
      if (read === undefined) deviceLine(draft, first, words)
      else read(draft, words)
    } catch (mistake) {
      throw new Error(
        `line ${index + 1} "${line.trim()}": ${mistake instanceof Error ? mistake.message : String(mistake)}`,
      )
    }
  }
  return validated(draft)
}

function validated(draft: Draft): Network {
  const network: Record<string, Record<string, unknown>> = {}
  for (const name of Object.keys(collections) as CollectionName[]) {
    const records: Record<string, unknown> = {}
    for (const record of draft.records[name].values()) {
      const result = collections[name].safeParse(record)
      if (!result.success) {
        const [issue] = result.error.issues
        throw new Error(`${record.id}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not valid'}`)
      }
      records[record.id] = result.data
    }
    network[name] = records
  }
  // Every collection went through its own schema just above.
  return network as unknown as Network
}
