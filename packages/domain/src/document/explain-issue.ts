import type { z } from 'zod'
import type { LocalText } from '../model'
import { text } from '../model'
import type { DocumentProblem, PathSegment } from './problem'
import { formatPath, preview, quoted } from './problem'
import { forbiddenKey, forbiddenKeys } from './read-json'

type Issue = z.core.$ZodIssue

/** What a schema refused, in the words of the product. */
export function explainIssues(issues: readonly Issue[], root: unknown, at: readonly PathSegment[]): DocumentProblem[] {
  return issues.flatMap((issue) => explainIssue(issue, root, at))
}

function explainIssue(issue: Issue, root: unknown, at: readonly PathSegment[]): DocumentProblem[] {
  const inside = issue.path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment))
  const path = [...at, ...inside]
  if (issue.code === 'invalid_union') {
    const closest = closestBranch(issue.errors)?.map((one) => withValuesOfAll(one, issue.errors))
    if (closest !== undefined) return explainIssues(closest, valueAt(root, inside), path)
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: formatPath([...path, key]),
      value: preview(valueAt(root, [...inside, key])),
      ...(forbiddenKeys.has(key) ? forbiddenKey(key) : unknownField(key)),
    }))
  }
  const value = valueAt(root, inside)
  return [{ path: formatPath(path), value: preview(value), ...sentences(issue, value) }]
}

/** Of the forms a value may have, the one it misses by least is the one that was meant. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.reduce<readonly Issue[] | undefined>(
    (best, branch) => (best === undefined || distance(branch) < distance(best) ? branch : best),
    undefined,
  )
}

/** A wrong `kind` is answered with the kinds of all forms, not of the closest one alone. */
function withValuesOfAll(issue: Issue, branches: readonly (readonly Issue[])[]): Issue {
  if (issue.code !== 'invalid_value') return issue
  const here = issue.path.join('.')
  const same = branches.flat().filter((other) => other.code === 'invalid_value' && other.path.join('.') === here)
  return {
    ...issue,
    values: [...new Set(same.flatMap((other) => (other.code === 'invalid_value' ? other.values : [])))],
  }
}

/** A wrong `kind` says that a form was not meant; a field that is only out of range says that it was. */
function distance(branch: readonly Issue[]): number {
  return branch.reduce((sum, issue) => sum + (issue.code === 'invalid_value' ? 10 : isForm(issue) ? 3 : 1), 0)
}

function isForm(issue: Issue): boolean {
  return issue.code === 'unrecognized_keys' || (issue.code === 'invalid_type' && issue.path.length === 0)
}

function valueAt(root: unknown, path: readonly PathSegment[]): unknown {
  let value = root
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined
    value = (value as { readonly [key: PathSegment]: unknown })[segment]
  }
  return value
}

type Sentences = { readonly message: LocalText; readonly remedy: LocalText }

export function unknownField(key: string): Sentences {
  return {
    message: text(`there is no field ${quoted(key)} here`, `此处没有字段 ${quoted(key)}`),
    remedy: text(
      'Remove it or correct its name; docs/design.schema.json lists the fields.',
      '请删除它或改正名称；字段见 docs/design.schema.json。',
    ),
  }
}

const nounsZh: { readonly [type: string]: string } = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  tuple: '列表',
  object: '对象',
}
const nounsEn: { readonly [type: string]: string } = {
  string: 'text',
  number: 'a number',
  int: 'an integer',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
}

function sentences(issue: Issue, value: unknown): Sentences {
  switch (issue.code) {
    case 'invalid_type': {
      const en = nounsEn[issue.expected] ?? issue.expected
      const zh = nounsZh[issue.expected] ?? issue.expected
      return value === undefined
        ? {
            message: text('a required field is missing', '缺少必填字段'),
            remedy: text(`Give it: ${en} is expected.`, `请补上：应为${zh}。`),
          }
        : {
            message: text(`${en} is expected, not ${preview(value)}`, `应为${zh}，而不是 ${preview(value)}`),
            remedy: text(`Write ${en}.`, `请写${zh}。`),
          }
    }
    case 'too_big':
      return limit(issue, { bound: issue.maximum, en: 'at most', zh: '最多为' })
    case 'too_small':
      return limit(issue, { bound: issue.minimum, en: 'at least', zh: '至少为' })
    case 'invalid_value': {
      const allowed = issue.values.map((one) => preview(one)).join(', ')
      return {
        message: text(`${preview(value)} is not one of the allowed values`, `${preview(value)} 不是允许的值`),
        remedy: text(`Write one of ${allowed}.`, `请写其中之一：${allowed}。`),
      }
    }
    default:
      return {
        message: text(issue.message, `值无效：${zhOfMessage(issue.message)}`),
        remedy: text('Write a value of this form.', '请按此要求填写。'),
      }
  }
}

/** Sentences of the model's own text rules; those of number and address parsers stay as they are. */
const knownMessages: { readonly [message: string]: string } = {
  'must be one line without control or invisible direction characters': '只能是一行，不得含控制字符或不可见的方向字符',
  'must not begin or end with a blank': '首尾不得有空白',
  'must be one word without blanks, quotes or any of ? # ! \\ , @ [ ]':
    '只能是一个词，不得含空白、引号或 ? # ! \\ , @ [ ]',
}

function zhOfMessage(message: string): string {
  return knownMessages[message] ?? message
}

type Bound = { readonly bound: number | bigint; readonly en: string; readonly zh: string }

function limit(issue: { readonly origin: string }, { bound, en, zh }: Bound): Sentences {
  const unit =
    issue.origin === 'string' ? [' characters', ' 个字符'] : issue.origin === 'array' ? [' items', ' 项'] : ['', '']
  return {
    message: text(`${en} ${bound}${unit[0]} can stand here`, `此处${zh} ${bound}${unit[1]}`),
    remedy: text(`Give a value of ${en} ${bound}${unit[0]}.`, `请给出${zh} ${bound}${unit[1]}的值。`),
  }
}
