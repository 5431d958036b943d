import { bannerSearch, openBanner } from './banner'
import type { LineKind, ParsedConfig } from './config-node'
import { problemOf } from './config-problems'
import type { DraftNode } from './draft-node'
import { adopt, draftNode } from './draft-node'
import type { Reading } from './open-views'
import { leaveAllViews, placeCommand, settleWaiting, startReading } from './open-views'
import { beginsWithPrompt, withoutPaging } from './terminal-text'
import { hasUnprintable, isUnusualText } from './unprintable'

/** Longer lines cannot be restored from a file. Source: configuration guide, "Understanding Configuration Files". */
const longestLine = 510

/**
 * Reads a configuration as a device shows or stores it. Nothing is lost: `printParsed` gives the text back. The
 * view of a line is decided by its indentation together with the tables of what belongs to a view. It never
 * throws; what is odd is a problem, and its line is kept all the same.
 *
 * @source CloudEngine V300R023C00 configuration guide, "Understanding Configuration Files"
 */
export function parseConfig(text: string): ParsedConfig {
  const reading = startReading()
  const closingOf = bannerSearch(text)
  const unusual = isUnusualText(text)
  let number = 0
  let hasReturned = false
  for (let position = 0; position < text.length; ) {
    number += 1
    const node = readLine(text, position, number)
    position += lengthOf(node)
    const { kind } = node
    if (kind === 'command') {
      if (!isCommand(reading, node, unusual)) continue
      if (hasReturned) reading.problems.push(problemOf(number, 'after-return'))
      hasReturned = false
      placeCommand(reading, node)
      const mark = openBanner(node.text)
      if (mark === undefined) continue
      const close = closingOf(mark, position)
      if (close === undefined) reading.problems.push(problemOf(number, 'banner-not-closed'))
      while (close !== undefined && position < close) {
        number += 1
        const line = readLine(text, position, number)
        line.kind = 'banner'
        adopt(node, line)
        position += lengthOf(line)
      }
    } else if (kind === 'return') {
      leaveAllViews(reading)
      settleWaiting(reading, reading.root)
      adopt(reading.root, node)
      hasReturned = true
    } else {
      reading.waiting.push(node)
      if (kind === 'separator' && node.indent === 0) reading.afterSeparator = true
    }
  }
  settleWaiting(reading, reading.root)
  return { nodes: reading.root.children, lines: number, problems: reading.problems }
}

function lengthOf({ margin, text, end }: DraftNode): number {
  return margin.length + text.length + end.length
}

const byteOrderMark = 0xfeff

function readLine(text: string, start: number, number: number): DraftNode {
  const lineFeed = text.indexOf('\n', start)
  const stop = lineFeed < 0 ? text.length : lineFeed
  const first = start === 0 && text.charCodeAt(0) === byteOrderMark ? 1 : start
  let from = first
  while (from < stop && text.charCodeAt(from) === 0x20) from += 1
  const isPlain = first === start && from - start < plainMargins.length && !isBlank(text.charCodeAt(from))
  while (from < stop && isBlank(text.charCodeAt(from))) from += 1
  let to = stop
  while (to > from && isTrailing(text.charCodeAt(to - 1))) to -= 1
  const inner = text.slice(from, to)
  return draftNode({
    kind: kindOf(inner),
    number,
    indent: from - first,
    margin: (isPlain ? plainMargins[from - start] : undefined) ?? text.slice(start, from),
    text: inner,
    end: to === stop && lineFeed >= 0 ? '\n' : text.slice(to, stop + 1),
  })
}

/** Nearly all lines begin with one of these, so it need not be cut out of the text. */
const plainMargins = Array.from({ length: 9 }, (_, blanks) => ' '.repeat(blanks))

function isTrailing(code: number): boolean {
  return code === 0x0d || isBlank(code)
}

/** Blanks of all widths; web pages indent with no-break spaces. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || (code >= 0xa0 && wideBlanks.has(code))
}

const wideBlanks: ReadonlySet<number> = new Set([
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x202f, 0x205f,
  0x3000,
])

function kindOf(text: string): LineKind {
  switch (text.charCodeAt(0)) {
    case 0x23: // #
      return text.length === 1 ? 'separator' : 'comment'
    case 0x21: // !
      return 'comment'
    case 0x2f: // / as in the remarks of manuals
      return text.charCodeAt(1) === 0x2f ? 'comment' : 'command'
    case 0x52: // R
    case 0x72: // r
      return text.length === 6 && text.toLowerCase() === 'return' ? 'return' : 'command'
    default:
      return text === '' ? 'blank' : 'command'
  }
}

/**
 * Whether a line that looks like a command is one. Paging noise before it is taken off; a line that is only
 * terminal text or has unprintable characters is kept as it is.
 */
function isCommand(reading: Reading, node: DraftNode, unusual: boolean): boolean {
  const first = node.text.charCodeAt(0)
  if (first === 0x2d) takeOffPaging(node)
  const isTerminalText = node.kind !== 'command' || ((first === 0x3c || first === 0x5b) && beginsWithPrompt(node.text))
  if (isTerminalText || (unusual && hasUnprintable(node.text))) {
    node.kind = 'unknown'
    reading.problems.push(problemOf(node.number, isTerminalText ? 'terminal-text' : 'unprintable'))
    reading.waiting.push(node)
    return false
  }
  if (node.text.length > longestLine) reading.problems.push(problemOf(node.number, 'line-too-long'))
  return true
}

function takeOffPaging(node: DraftNode): void {
  const rest = withoutPaging(node.text)
  if (rest === undefined) return
  const text = rest.trimStart()
  node.margin += node.text.slice(0, node.text.length - text.length)
  node.indent = rest.length - text.length
  node.text = text
  node.kind = kindOf(text)
}
