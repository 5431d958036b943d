import type { LocalText } from '../model'

/** Why a file or a change is refused, at one place of it. */
export type DocumentProblem = {
  /** Such as `network.devices["device:leaf-1"].asNumber`; empty: the file as a whole. */
  readonly path: string
  /** What stands there, shortened. */
  readonly value?: string
  readonly message: LocalText
  readonly remedy: LocalText
}

export type PathSegment = string | number

/** A person mends a few problems at a time; a broken file must not answer with a million of them. */
export const mostProblems = 50

const plainName = /^[A-Za-z_$][\w$]*$/

export function formatPath(segments: readonly PathSegment[]): string {
  let path = ''
  for (const segment of segments) {
    if (typeof segment === 'number') path += `[${segment}]`
    else if (plainName.test(segment)) path += path === '' ? segment : `.${segment}`
    else path += `[${quoted(segment)}]`
  }
  return path
}

const longestPreview = 80

/** A value as one short printable line, whatever it is. */
export function preview(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value)
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? `[… ${value.length}]` : '{…}'
    case 'undefined':
      return 'undefined'
    default:
      return shortened(String(value))
  }
}

/** Invisible characters are written as escapes, so that a report shows what a name hides. */
export function quoted(value: string): string {
  const visible = JSON.stringify(value.slice(0, longestPreview)).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
  return value.length > longestPreview ? `${visible.slice(0, -1)}…"` : visible
}

function shortened(value: string): string {
  return value.length > longestPreview ? `${value.slice(0, longestPreview)}…` : value
}

export function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
