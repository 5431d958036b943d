import { text } from '../model'
import type { DocumentProblem, PathSegment } from './problem'
import { formatPath, mostProblems, quoted } from './problem'

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] }

/** Far above what a design needs (about ten), far below what would exhaust a stack anywhere. */
export const deepestNesting = 64

/** Keys that mean something to JavaScript objects. No field of a design has such a name. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

type Reader = {
  readonly source: string
  at: number
  readonly path: PathSegment[]
  /** Keys that must not be there; reading goes on to find more of them. */
  readonly problems: DocumentProblem[]
  /** What makes the text no JSON. Once it is set, every function returns at once. */
  failure?: DocumentProblem
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const literals: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

/**
 * Reads JSON (RFC 8259) like `JSON.parse`, but says line and column of a mistake in the same words in
 * every browser, and refuses what `JSON.parse` lets pass in silence: a key written twice (the earlier
 * value would be lost) and keys such as `__proto__`.
 */
export function readJson(source: string): JsonReading {
  const reader: Reader = { source, at: source.charCodeAt(0) === 0xfeff ? 1 : 0, path: [], problems: [] }
  const value = readValue(reader)
  skipBlanks(reader)
  if (reader.failure === undefined && reader.at < source.length) {
    fail(reader, 'there is text after the end of the design', '设计结束之后还有文字')
  }
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems }
  return reader.failure === undefined ? { ok: true, value } : { ok: false, problems: [reader.failure] }
}

function readValue(reader: Reader): unknown {
  skipBlanks(reader)
  const { source, at } = reader
  const character = source[at]
  if (character === '{' || character === '[') {
    if (reader.path.length >= deepestNesting) {
      return fail(reader, `values are nested deeper than ${deepestNesting} levels`, `嵌套超过 ${deepestNesting} 层`)
    }
    return character === '{' ? readObject(reader) : readArray(reader)
  }
  if (character === '"') return readString(reader)
  numberPattern.lastIndex = at
  const number = numberPattern.exec(source)?.[0]
  if (number !== undefined) {
    reader.at += number.length
    // Adding 0 makes a plain zero of -0, which a file cannot tell apart when it is written again.
    return Number(number) + 0
  }
  const literal = literals.find(([word]) => source.startsWith(word, at))
  if (literal === undefined) {
    return fail(
      reader,
      `a value is expected, not ${quoted(character ?? '')}`,
      `此处应为一个值，而不是 ${quoted(character ?? '')}`,
    )
  }
  reader.at += literal[0].length
  return literal[1]
}

function readObject(reader: Reader): unknown {
  const object: Record<string, unknown> = {}
  reader.at += 1
  if (isClosed(reader, '}')) return object
  for (;;) {
    skipBlanks(reader)
    if (reader.source[reader.at] !== '"')
      return fail(reader, 'a key in double quotes is expected', '此处应为双引号内的键')
    const key = readString(reader)
    if (key === undefined) return undefined
    reader.path.push(key)
    noteKey(reader, object, key)
    skipBlanks(reader)
    if (reader.source[reader.at] !== ':') {
      return fail(reader, `":" is expected after the key ${quoted(key)}`, `键 ${quoted(key)} 之后应为“:”`)
    }
    reader.at += 1
    const value = readValue(reader)
    if (reader.failure !== undefined) return undefined
    if (!forbiddenKeys.has(key)) object[key] = value
    reader.path.pop()
    const next = separator(reader, '}')
    if (next !== 'more') return next === 'end' ? object : undefined
  }
}

function readArray(reader: Reader): unknown {
  const array: unknown[] = []
  reader.at += 1
  if (isClosed(reader, ']')) return array
  for (;;) {
    reader.path.push(array.length)
    const value = readValue(reader)
    if (reader.failure !== undefined) return undefined
    array.push(value)
    reader.path.pop()
    const next = separator(reader, ']')
    if (next !== 'more') return next === 'end' ? array : undefined
  }
}

function isClosed(reader: Reader, close: '}' | ']'): boolean {
  skipBlanks(reader)
  if (reader.source[reader.at] !== close) return false
  reader.at += 1
  return true
}

function separator(reader: Reader, close: '}' | ']'): 'more' | 'end' | undefined {
  if (isClosed(reader, close)) return 'end'
  const character = reader.source[reader.at] ?? ''
  if (character !== ',') {
    return fail(
      reader,
      `"," or "${close}" is expected, not ${quoted(character)}`,
      `此处应为“,”或“${close}”，而不是 ${quoted(character)}`,
    )
  }
  reader.at += 1
  return 'more'
}

function readString(reader: Reader): string | undefined {
  const { source, at } = reader
  const end = endOfString(source, at)
  if (end.at === undefined) {
    reader.at = end.badAt
    return fail(reader, 'this text in double quotes is broken here', '双引号内的文字在此处有误')
  }
  reader.at = end.at
  return stringAt(source, at, end)
}

function noteKey(reader: Reader, object: Record<string, unknown>, key: string): void {
  if (reader.problems.length >= mostProblems) return
  const where = { path: formatPath(reader.path), value: quoted(key) }
  if (forbiddenKeys.has(key)) reader.problems.push({ ...where, ...forbiddenKey(key) })
  else if (Object.hasOwn(object, key)) {
    reader.problems.push({
      ...where,
      message: text(`the key ${quoted(key)} is written twice in one object`, `同一对象中重复出现键 ${quoted(key)}`),
      remedy: text(
        'Keep one of the two, or give one of them another id.',
        '请只保留其中一个，或为其中一个改用其他 ID。',
      ),
    })
  }
}

export function forbiddenKey(key: string): Pick<DocumentProblem, 'message' | 'remedy'> {
  return {
    message: text(`the key ${quoted(key)} is never part of a design`, `键 ${quoted(key)} 不可能属于设计文件`),
    remedy: text('Remove it.', '请删除它。'),
  }
}

function skipBlanks(reader: Reader): void {
  for (;;) {
    const code = reader.source.charCodeAt(reader.at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
    reader.at += 1
  }
}

type StringEnd = { readonly at: number; readonly escaped: boolean } | { readonly at: undefined; readonly badAt: number }

/** Where the string that begins at `from` is over, just after its closing quote. */
function endOfString(source: string, from: number): StringEnd {
  let escaped = false
  for (let at = from + 1; at < source.length; at += 1) {
    const code = source.charCodeAt(at)
    if (code === 34) return { at: at + 1, escaped }
    if (code < 32) return { at: undefined, badAt: at }
    if (code !== 92) continue
    escaped = true
    const length = escapeLength(source, at)
    if (length === 0) return { at: undefined, badAt: at }
    at += length - 1
  }
  return { at: undefined, badAt: source.length }
}

function escapeLength(source: string, at: number): 0 | 2 | 6 {
  const next = source[at + 1] ?? ''
  if (next === 'u') return /^[0-9a-fA-F]{4}$/.test(source.slice(at + 2, at + 6)) ? 6 : 0
  return next !== '' && '"\\/bfnrt'.includes(next) ? 2 : 0
}

function stringAt(source: string, from: number, end: { readonly at: number; readonly escaped: boolean }): string {
  if (!end.escaped) return source.slice(from + 1, end.at - 1)
  // The scan above accepted every escape, so this cannot throw and gives a string.
  return JSON.parse(source.slice(from, end.at)) as string
}

/** Notes the failure where the reader stands; gives undefined, so that a caller can return it. */
function fail(reader: Reader, what: string, whatZh: string): undefined {
  const { source, at } = reader
  const before = source.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  const where = { path: formatPath(reader.path), value: quoted(source.slice(at, at + 20)) }
  const cutOff = at >= source.length
  const en = cutOff ? 'the file ends before the design is complete' : what
  const zh = cutOff ? '文件在设计完整之前就结束了' : whatZh
  reader.failure ??= {
    ...where,
    message: text(`line ${line}, column ${column}: ${en}`, `第 ${line} 行第 ${column} 列：${zh}`),
    remedy: cutOff
      ? text('The file was cut off or is empty: fetch or export it again.', '文件被截断或为空：请重新获取或重新导出。')
      : text('Correct the JSON at this place, or export the design again.', '请改正此处的 JSON，或重新导出设计。'),
  }
  return undefined
}
