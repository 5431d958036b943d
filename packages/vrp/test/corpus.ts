import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Configurations that others have published; they lie beside the repository and are not part of it. */
const folder = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url))
export const hasCorpus = existsSync(`${folder}configs`)

export type CorpusText = { readonly name: string; readonly text: string }

/** Says loudly that nothing was tested. */
export function sayCorpusIsMissing(): void {
  if (!hasCorpus) console.warn(`NOT TESTED: there is no ../shared/corpus beside this repository`)
}

/** Whole device scripts, as printed. */
export function corpusConfigs(): readonly CorpusText[] {
  if (!hasCorpus) return []
  const files = readdirSync(`${folder}configs`, { recursive: true, encoding: 'utf8' })
  const scripts = files
    .filter((file) => file.endsWith('.cfg'))
    .sort()
    .map((file) => ({ name: `configs/${file}`, text: readFileSync(`${folder}configs/${file}`, 'utf8') }))
  return [...scripts, ...records('configs-bulk/ce6800-other-chapters.jsonl')]
}

/** Pieces that people typed or copied, with device answers between them. */
export function corpusFragments(): readonly CorpusText[] {
  return hasCorpus ? records('snippets/cli-tips-ru.jsonl') : []
}

function records(path: string): readonly CorpusText[] {
  return jsonLines(path).map((record) => {
    const { id, text } = record as { readonly id: string; readonly text: string }
    return { name: `${path}#${id}`, text }
  })
}

function jsonLines(path: string): readonly unknown[] {
  return readFileSync(`${folder}${path}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
}

/** Rows of a table with a heading line, by the names in it. */
export function corpusTable(name: string): readonly { readonly [column: string]: string }[] {
  const [head = '', ...rows] = readFileSync(`${folder}${name}`, 'utf8').trimEnd().split('\n')
  const columns = head.split('\t')
  return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, index) => [columns[index] ?? '', cell])))
}

export type TypedLine = { readonly view: string; readonly candidate: string; readonly cmd: string }

/** A typed line with the prompt that a person sees before it. */
export function prompted({ view, candidate, cmd }: TypedLine): string {
  if (view === '<user>') return `<HUAWEI> ${cmd}`
  return `[${candidate === 'clean' ? '~' : '*'}HUAWEI${view === '' ? '' : `-${view}`}] ${cmd}`
}

/** Procedures of manual pages: what is typed on each device, and the script printed at the end of the page. */
export function corpusProcedures(): readonly {
  readonly name: string
  readonly typed: readonly TypedLine[]
  readonly script: string
}[] {
  if (!hasCorpus) return []
  const files = readdirSync(`${folder}configs`, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('scenario.json'))
    .sort()
    .flatMap((file) => {
      const scenario = JSON.parse(readFileSync(`${folder}configs/${file}`, 'utf8')) as {
        readonly procedure?: readonly (readonly (TypedLine & { readonly device: string })[])[]
        readonly scripts?: { readonly [device: string]: string }
      }
      const lines = (scenario.procedure ?? []).flat()
      return Object.entries(scenario.scripts ?? {}).flatMap(([device, script]) => {
        const path = script.includes('/') ? `${folder}${script}` : `${folder}configs/${file.replace(/[^/]+$/, script)}`
        const typed = lines.filter((line) => line.device === device)
        return existsSync(path) && typed.length > 0
          ? [{ name: `${file} ${device}`, typed, script: readFileSync(path, 'utf8') }]
          : []
      })
    })
}

/** Typed example blocks of the command reference, with the view each line is typed in. */
export function corpusBlocks(): readonly { readonly name: string; readonly typed: readonly TypedLine[] }[] {
  if (!hasCorpus) return []
  return jsonLines('snippets/ce6800-command-reference.jsonl').flatMap((record) => {
    const { id, blocks } = record as {
      readonly id: string
      readonly blocks: readonly (readonly { readonly view: string; readonly state: string; readonly cmd: string }[])[]
    }
    return blocks.map((block) => ({
      name: id,
      typed: block.map(({ view, state, cmd }) => ({ view, candidate: state, cmd })),
    }))
  })
}
