import { sectionRank, statement, verbatim } from '@weft/vrp'
import type { CarriedLines, Device } from '../model'
import type { Line } from './line'
import { origin } from './line'
import type { Origin } from './origin'

type Block = CarriedLines
/** Blocks of one view by the line they follow; those that come first under the empty text. */
type Places = Map<string, Block[]>
type Carried = {
  readonly origin: Origin
  readonly places: ReadonlyMap<string, Places>
  /** Every view that has carried lines somewhere below it. */
  readonly around: ReadonlySet<string>
}

/** Joins headers to one key; a header is one line, so no header contains the mark. */
const mark = '\n'

/**
 * The sections of a device with the lines its record carries, each after the line it stood behind. A line whose
 * neighbour is gone goes to the end of its view, or in the system view to the place of its kind. The lines of a view
 * that is no longer there are not printed; the record still has them.
 */
export function withCarried(device: Device, sections: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  if (device.carried === undefined || device.carried.length === 0) return sections
  const carried = indexBlocks(device, device.carried)
  const places: Places = new Map(carried.places.get(''))
  const placed: Line[][] = takeSections(places, '', carried)
  for (const section of sections) {
    let open: Line[] = []
    placed.push(open)
    for (const each of section) {
      open.push(withView(each, each.text, carried))
      for (const block of take(places, each.text)) {
        for (const each of linesOf(block, carried)) {
          if (each.separated) {
            open = []
            placed.push(open)
          }
          open.push(each)
        }
      }
    }
  }
  for (const after of [...places.keys()]) {
    for (const section of takeSections(places, after, carried)) insertByKind(placed, section)
  }
  return placed.filter((section) => section.length > 0)
}

function indexBlocks(device: Device, blocks: readonly Block[]): Carried {
  const places = new Map<string, Places>()
  const around = new Set<string>()
  for (const block of blocks) {
    const key = block.view.join(mark)
    const ofView = places.get(key) ?? new Map<string, Block[]>()
    const after = block.after ?? ''
    const known = ofView.get(after)
    if (known === undefined) ofView.set(after, [block])
    else known.push(block)
    places.set(key, ofView)
    for (let depth = block.view.length; depth > 0; depth -= 1) around.add(block.view.slice(0, depth).join(mark))
  }
  return { origin: origin('carried', { because: [device.id] }), places, around }
}

/** The line with the carried lines of the view it opens; most lines have none. */
function withView(line: Line, key: string, carried: Carried): Line {
  if (!carried.around.has(key)) return line
  const places: Places = new Map(carried.places.get(key))
  const children: Line[] = takeLines(places, '', carried)
  for (const child of line.children) {
    children.push(withView(child, `${key}${mark}${child.text}`, carried), ...takeLines(places, child.text, carried))
  }
  for (const after of [...places.keys()]) children.push(...takeLines(places, after, carried))
  return statement(line.text, line.origin, children, { separated: line.separated })
}

function take(places: Places, after: string): readonly Block[] {
  const blocks = places.get(after) ?? []
  places.delete(after)
  return blocks
}

function takeLines(places: Places, after: string, carried: Carried): Line[] {
  return take(places, after).flatMap((block) => linesOf(block, carried))
}

function takeSections(places: Places, after: string, carried: Carried): Line[][] {
  const sections: Line[][] = []
  for (const block of take(places, after)) {
    for (const each of linesOf(block, carried)) {
      const open = each.separated ? undefined : sections.at(-1)
      if (open === undefined) sections.push([each])
      else open.push(each)
    }
  }
  return sections
}

function insertByKind(sections: Line[][], section: Line[]): void {
  const rank = sectionRank(section[0]?.text ?? '')
  const position = sections.findIndex((each) => sectionRank(each[0]?.text ?? '') > rank)
  sections.splice(position < 0 ? sections.length : position, 0, section)
}

/** The lines of a block that stand in the view itself, each with what is below it. */
function linesOf({ lines }: Block, { origin: why }: Carried): readonly Line[] {
  let next = 0
  const read = (depth: number): Line[] => {
    const roots: Line[] = []
    for (let line = lines[next]; line !== undefined && (line.depth ?? 0) >= depth; line = lines[next]) {
      next += 1
      const { text, separated } = line
      if ('verbatim' in line) roots.push(verbatim(text, why, { separated }))
      else roots.push(statement(text, why, read(depth + 1), { separated }))
    }
    return roots
  }
  return read(0)
}
