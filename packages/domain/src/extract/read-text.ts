import type { DisplayAnswer, TextForm } from '@weft/vrp'
import { readSession, showsConfiguration, textForm } from '@weft/vrp'
import { text as localText } from '../model'
import type { FileProblem } from './file-problems'
import type { ReadConfig } from './read-config'
import { readStored, readTyped } from './read-config'
import type { HeardFacts } from './read-displays'
import { answerHead, heardTogether, readDisplays } from './read-displays'

/** What one text gives: configurations, and what devices answered besides. */
export type TextReading = {
  readonly configs: readonly ReadConfig[]
  /** By device; under the empty name for the device of the text's only configuration. */
  readonly heard: ReadonlyMap<string, HeardFacts>
  readonly refused: readonly FileProblem[]
}

/** @param form what a person says the text is; without it the text tells */
export function readText(file: string, text: string, form: TextForm = textForm(text)): TextReading {
  switch (form) {
    case 'typed': {
      const read = readTyped(file, text)
      if ('refused' in read) return { configs: [], heard: new Map(), refused: read.refused }
      return { configs: [read], heard: new Map(), refused: [] }
    }
    case 'session':
      return readAnswers(file, text)
    case 'stored': {
      const { rest, heard } = withoutAnswers(file, text)
      return { configs: [readStored(file, rest)], heard: new Map([['', heard]]), refused: [] }
    }
  }
}

/** The lines that are kept stay where they are, so that their numbers hold; the others become blank. */
function onlyLines(text: string, isKept: (number: number) => boolean): string {
  return text
    .split('\n')
    .map((line, index) => (isKept(index + 1) ? line : ''))
    .join('\n')
}

function readAnswers(file: string, text: string): TextReading {
  const session = readSession(text)
  const { answers = [], configuredOn } = session ?? {}
  if (configuredOn !== undefined) return refuse(file, configuredOn, mixed)
  const heard = new Map<string, HeardFacts>()
  const configs: ReadConfig[] = []
  for (const host of new Set(answers.map((answer) => answer.host))) {
    const own = answers.filter((answer) => answer.host === host)
    const shown = own.filter(showsConfiguration)
    if (shown.some(({ lines }) => lines.some((line) => line.trim() !== ''))) {
      configs.push(
        readStored(
          file,
          onlyLines(text, (number) => shown.some((answer) => isIn(answer, number))),
          host,
        ),
      )
    }
    const others = own.filter((answer) => !shown.includes(answer))
    const facts = heardTogether(others.map(({ line, lines }) => readDisplays({ file, first: line + 1, lines })))
    heard.set(host, facts)
  }
  const isEmpty = [...heard.values()].every((facts) => Object.values(facts).every((values) => values.length === 0))
  return configs.length === 0 && isEmpty ? refuse(file, undefined, nothingShown) : { configs, heard, refused: [] }
}

function isIn({ line, lines }: DisplayAnswer, number: number): boolean {
  return number > line && number <= line + lines.length
}

/** Answers pasted before or behind a configuration, without prompts: each begins with its head. */
function withoutAnswers(file: string, text: string): { readonly rest: string; readonly heard: HeardFacts } {
  const blocks: { readonly first: number; readonly lines: string[] }[] = []
  const taken = new Set<number>()
  let isOpen = false
  // Most texts have none, and need not be cut into lines.
  if (!answerHead.test(text)) return { rest: text, heard: heardTogether([]) }
  for (const [index, line] of text.split('\n').entries()) {
    if (answerHead.test(line)) {
      if (!isOpen) blocks.push({ first: index + 1, lines: [] })
      isOpen = true
    } else if (/^\s*(?:[#!]|sysname\s)/.test(line)) isOpen = false
    if (!isOpen) continue
    blocks.at(-1)?.lines.push(line)
    taken.add(index + 1)
  }
  const heard = heardTogether(blocks.map((block) => readDisplays({ file, ...block })))
  return { rest: onlyLines(text, (number) => !taken.has(number)), heard }
}

type Sentences = Pick<FileProblem, 'what' | 'remedy'>

function refuse(file: string, line: number | undefined, sentences: Sentences): TextReading {
  const place = line === undefined ? { file } : { file, line }
  return { configs: [], heard: new Map(), refused: [{ ...place, ...sentences }] }
}

const mixed: Sentences = {
  what: localText(
    'The session shows a configuration and configures the device here: which of the two comes first is not certain.',
    '该会话既显示了配置，又在此处修改了配置，无法确定先后关系。',
  ),
  remedy: localText(
    'Capture the configuration after the change, or import the two as separate texts.',
    '请在修改之后重新采集配置，或将两部分作为单独的文本导入。',
  ),
}

const nothingShown: Sentences = {
  what: localText(
    'The session shows neither a configuration nor anything else that is read here.',
    '该会话中没有配置，也没有其他可读取的内容。',
  ),
  remedy: localText(
    'Capture the answer to `display current-configuration`.',
    '请采集 `display current-configuration` 的输出。',
  ),
}
