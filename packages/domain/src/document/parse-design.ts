import type { Design } from '../model'
import { text } from '../model'
import { danglingReferences } from './dangling'
import { envelopeSchema } from './envelope'
import { explainIssues } from './explain-issue'
import type { RawDocument } from './migrations'
import { currentDocumentVersion, migrate } from './migrations'
import type { DocumentProblem } from './problem'
import { isObject, mostProblems, preview } from './problem'
import { readJson } from './read-json'
import { readLayout, readNetwork } from './read-network'

export type DesignReading =
  | { readonly ok: true; readonly design: Design; readonly name?: string }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] }

export type ParseOptions = {
  /**
   * A file must be whole: a reference to a record that is not in it is refused. What Weft itself has
   * stored may name a record that somebody else just deleted; `tolerate` reads it, findings tell.
   */
  readonly references?: 'refuse' | 'tolerate'
}

/** 64 Mi characters: some 40 times a design of 1,000 devices. */
export const largestDesignText = 64 * 1024 * 1024

/** Reads the text of a design file. Either the whole design, or problems and nothing. */
export function parseDesignText(source: string, options: ParseOptions = {}): DesignReading {
  if (source.length > largestDesignText) {
    return refused({
      path: '',
      value: `${source.length}`,
      message: text(
        `the file has ${source.length} characters; a design file has at most ${largestDesignText}`,
        `文件有 ${source.length} 个字符；设计文件最多 ${largestDesignText} 个字符`,
      ),
      remedy: text('Split the design, or choose a design file.', '请拆分设计，或选择一个设计文件。'),
    })
  }
  const reading = readJson(source)
  return reading.ok ? parseDesign(reading.value, options) : reading
}

/**
 * Reads a design from a JSON value of the form
 * `{ "weft": { "documentVersion": 1 }, "name"?, "network": { … }, "layout"?: { "positions": { … } } }`.
 * Files of older versions are migrated. Total: any value gives a design or at most 50 problems.
 */
export function parseDesign(input: unknown, options: ParseOptions = {}): DesignReading {
  const version = readVersion(input)
  if (!version.ok) return version
  const problems: DocumentProblem[] = []
  const file = migrate(version.file, version.number)
  const name = readName(file, problems)
  const network = readNetwork(file.network, problems)
  const layout = readLayout(file.layout, problems)
  if (problems.length === 0 && options.references !== 'tolerate') problems.push(...danglingReferences(network))
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, mostProblems) }
  return { ok: true, design: { network, layout }, ...(name === undefined ? {} : { name }) }
}

function refused(problem: DocumentProblem): { readonly ok: false; readonly problems: readonly DocumentProblem[] } {
  return { ok: false, problems: [problem] }
}

type VersionReading =
  | { readonly ok: true; readonly number: number; readonly file: RawDocument }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] }

const readable =
  currentDocumentVersion === 1
    ? text('version 1', '版本 1')
    : text(`versions 1 to ${currentDocumentVersion}`, `版本 1 至 ${currentDocumentVersion}`)

function readVersion(input: unknown): VersionReading {
  const version = isObject(input) && isObject(input.weft) ? input.weft.documentVersion : undefined
  if (!isObject(input) || version === undefined) {
    return refused({
      path: '',
      value: preview(input),
      message: text(
        'this is not a Weft design: "weft.documentVersion" is missing',
        '这不是 Weft 设计：缺少 "weft.documentVersion"',
      ),
      remedy: text(
        'Choose a file that Weft exported or `weft new` wrote.',
        '请选择 Weft 导出或 `weft new` 生成的文件。',
      ),
    })
  }
  if (typeof version === 'number' && Number.isInteger(version) && version > currentDocumentVersion) {
    return refused({
      path: 'weft.documentVersion',
      value: preview(version),
      message: text(
        `the file has document version ${version}; this Weft reads ${readable.en}`,
        `文件的文档版本为 ${version}；此 Weft 可读取${readable.zh}`,
      ),
      remedy: text('Open it with a newer Weft.', '请用更新的 Weft 打开。'),
    })
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refused({
      path: 'weft.documentVersion',
      value: preview(version),
      message: text(
        `this Weft reads ${readable.en}, not ${preview(version)}`,
        `此 Weft 可读取${readable.zh}，而不是 ${preview(version)}`,
      ),
      remedy: text(`Write ${currentDocumentVersion}.`, `请写 ${currentDocumentVersion}。`),
    })
  }
  return { ok: true, number: version, file: input }
}

function readName(file: RawDocument, problems: DocumentProblem[]): string | undefined {
  const result = envelopeSchema.safeParse(file)
  if (result.success) return result.data.name
  problems.push(...explainIssues(result.error.issues, file, []))
  return undefined
}
