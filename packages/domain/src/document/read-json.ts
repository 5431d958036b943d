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

type Container =
  | { readonly kind: 'object'; readonly value: Record<string, unknown>; key: string }
  | { readonly kind: 'array'; readonly value: unknown[] }

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'end of value'

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
  const problems: DocumentProblem[] = []
  const open: Container[] = []
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0
  let expected: Expected = 'value'
  let result: unknown

  const fail = (what: string, whatZh: string): JsonReading => ({
    ok: false,
    problems: [syntaxProblem(source, at, { what, whatZh, open })],
  })

  for (;;) {
    at = afterBlanks(source, at)
    const character = source[at]
    if (character === undefined) {
      if (open.length === 0 && expected === 'end of value') break
      return fail('the file ends', '文件结束')
    }

    if (expected === 'end of value') {
      const top = open.at(-1)
      if (top === undefined) return fail('there is text after the end of the design', '设计结束之后还有文字')
      if (character === ',') {
        expected = top.kind === 'object' ? 'key' : 'value'
      } else if (character === (top.kind === 'object' ? '}' : ']')) {
        open.pop()
      } else {
        const close = top.kind === 'object' ? '}' : ']'
        return fail(
          `"," or "${close}" is expected, not ${quoted(character)}`,
          `此处应为“,”或“${close}”，而不是 ${quoted(character)}`,
        )
      }
      at += 1
      continue
    }

    if (expected === 'key' || expected === 'key or }') {
      const top = open.at(-1)
      if (top?.kind !== 'object') return fail('a key stands outside of an object', '键不在对象之内')
      if (character === '}' && expected === 'key or }') {
        open.pop()
        at += 1
        expected = 'end of value'
        continue
      }
      const end = endOfString(source, at)
      if (end.at === undefined) {
        at = end.badAt
        return fail('a key in double quotes is expected', '此处应为双引号内的键')
      }
      top.key = stringAt(source, at, end)
      noteKey(top, open, problems)
      if (problems.length >= mostProblems) return { ok: false, problems }
      at = afterBlanks(source, end.at)
      if (source[at] !== ':')
        return fail(`":" is expected after the key ${quoted(top.key)}`, `键 ${quoted(top.key)} 之后应为“:”`)
      at += 1
      expected = 'value'
      continue
    }

    if (character === ']' && expected === 'value or ]') {
      open.pop()
      at += 1
      expected = 'end of value'
      continue
    }
    if (character === '{' || character === '[') {
      if (open.length >= deepestNesting) {
        return fail(`values are nested deeper than ${deepestNesting} levels`, `嵌套超过 ${deepestNesting} 层`)
      }
      const container: Container =
        character === '{' ? { kind: 'object', value: {}, key: '' } : { kind: 'array', value: [] }
      if (open.length === 0) result = container.value
      else put(open.at(-1), container.value)
      open.push(container)
      expected = character === '{' ? 'key or }' : 'value or ]'
      at += 1
      continue
    }
    let value: unknown
    if (character === '"') {
      const end = endOfString(source, at)
      if (end.at === undefined) {
        at = end.badAt
        return fail('this text in double quotes is broken here', '双引号内的文字在此处有误')
      }
      value = stringAt(source, at, end)
      at = end.at
    } else {
      const literal = literals.find(([word]) => source.startsWith(word, at))
      numberPattern.lastIndex = at
      const number = literal === undefined ? numberPattern.exec(source)?.[0] : undefined
      if (literal === undefined && number === undefined) {
        return fail(`a value is expected, not ${quoted(character)}`, `此处应为一个值，而不是 ${quoted(character)}`)
      }
      value = literal === undefined ? Number(number) + 0 : literal[1]
      at += (literal?.[0] ?? number ?? '').length
    }
    if (open.length === 0) result = value
    else put(open.at(-1), value)
    expected = 'end of value'
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: result }
}

function put(container: Container | undefined, value: unknown): void {
  if (container?.kind === 'array') container.value.push(value)
  else if (container !== undefined && !forbiddenKeys.has(container.key)) container.value[container.key] = value
}

function noteKey(top: Container & { kind: 'object' }, open: readonly Container[], problems: DocumentProblem[]): void {
  const where = { path: formatPath(pathOf(open)), value: quoted(top.key) }
  if (forbiddenKeys.has(top.key)) problems.push({ ...where, ...forbiddenKey(top.key) })
  else if (Object.hasOwn(top.value, top.key)) {
    problems.push({
      ...where,
      message: text(
        `the key ${quoted(top.key)} is written twice in one object`,
        `同一对象中重复出现键 ${quoted(top.key)}`,
      ),
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

function pathOf(open: readonly Container[]): PathSegment[] {
  return open.map((container) =>
    container.kind === 'object' ? container.key : Math.max(0, container.value.length - 1),
  )
}

function afterBlanks(source: string, from: number): number {
  let at = from
  for (;;) {
    const code = source.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at
    at += 1
  }
}

type StringEnd = { readonly at: number; readonly escaped: boolean } | { readonly at: undefined; readonly badAt: number }

/** Where the string that begins at `from` is over, just after its closing quote. */
function endOfString(source: string, from: number): StringEnd {
  if (source.charCodeAt(from) !== 34) return { at: undefined, badAt: from }
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

type Syntax = { readonly what: string; readonly whatZh: string; readonly open: readonly Container[] }

function syntaxProblem(source: string, at: number, { what, whatZh, open }: Syntax): DocumentProblem {
  const before = source.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  const where = { path: formatPath(pathOf(open)), value: quoted(source.slice(at, at + 20)) }
  if (at >= source.length) {
    return {
      ...where,
      message: text(
        `line ${line}, column ${column}: the file ends before the design is complete`,
        `第 ${line} 行第 ${column} 列：文件在设计完整之前就结束了`,
      ),
      remedy: text(
        'The file was cut off or is empty: fetch or export it again.',
        '文件被截断或为空：请重新获取或重新导出。',
      ),
    }
  }
  return {
    ...where,
    message: text(`line ${line}, column ${column}: ${what}`, `第 ${line} 行第 ${column} 列：${whatZh}`),
    remedy: text('Correct the JSON at this place, or export the design again.', '请改正此处的 JSON，或重新导出设计。'),
  }
}
