import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ConfigFile } from '../../src/import-configs'

/** Configurations that others have published; they lie beside the repository and are not part of it. */
export const corpusFolder = fileURLToPath(new URL('../../../../../shared/corpus/configs/', import.meta.url))
export const hasCorpus = existsSync(corpusFolder)

export type Example = { readonly name: string; readonly files: readonly ConfigFile[] }

/** Says loudly that nothing was tested. */
export function sayCorpusIsMissing(): void {
  if (!hasCorpus) console.warn('NOT TESTED: there is no ../shared/corpus beside this repository')
}

/** The device scripts of each example of a manual, and those of each course lab as one fabric. */
export function examplesOf(manual: 'ce6800' | 'ne40e' | 'ce12800-clos-a'): readonly Example[] {
  if (!hasCorpus) return []
  const examples = new Map<string, ConfigFile[]>()
  for (const path of readdirSync(`${corpusFolder}${manual}`, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.cfg')) continue
    const name = path.includes('/') ? (path.split('/')[0] ?? '') : (path.split('-')[0] ?? '')
    const files = examples.get(name) ?? []
    files.push({ name: path, text: readFileSync(`${corpusFolder}${manual}/${path}`, 'utf8') })
    examples.set(name, files)
  }
  return [...examples].map(([name, files]) => ({ name, files }))
}

/** The rows of a table of the corpus by the names in its head. */
export function corpusTable(file: string): readonly { readonly [column: string]: string | undefined }[] {
  if (!hasCorpus) return []
  const [head = '', ...rows] = readFileSync(`${corpusFolder}../${file}`, 'utf8').split(/\r?\n/).filter(Boolean)
  const names = head.split('\t')
  return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, index) => [names[index] ?? '', cell])))
}

/** The files of a folder that are no example of a manual, each as one. */
export function labsOf(name: string): readonly Example[] {
  if (!hasCorpus) return []
  return readdirSync(`${corpusFolder}${name}`)
    .filter((file) => file.endsWith('.cfg'))
    .map((file) => ({
      name: file,
      files: [{ name: file, text: readFileSync(`${corpusFolder}${name}/${file}`, 'utf8') }],
    }))
}
