import type { ConfigFile, ImportProblem } from '../../src/import-configs'
import { importConfigs } from '../../src/import-configs'
import { corpusTable, examplesOf, labsOf } from '../import/corpus-examples'

export type NaturalFault = { readonly file: string; readonly kind: string; readonly found: boolean }

/** Each fault a script once found in the corpus, and whether a remark of the import names its line. */
export function naturalFaults(): readonly NaturalFault[] {
  const examples = [...examplesOf('ce6800'), ...examplesOf('ne40e'), ...labsOf('ctreepo-fixture')]
  return corpusTable('natural-faults.tsv').map(({ file = '', kind = '', evidence = '' }) => {
    const files = examples.find((each) => each.files.some(({ name }) => file.endsWith(`/${name}`)))?.files ?? []
    const line = Number(/^line (\d+):/.exec(evidence)?.[1] ?? lineOf(files, file, evidence))
    const remarks = remarksOn(files, file).filter((remark) => file.endsWith(`/${remark.file}`))
    return { file, kind, found: remarks.some((remark) => remark.line === line) }
  })
}

/** Of evidence without a number, `interface 100GE1/0/2 / ip binding vpn-instance aa`, the last part is the line. */
function lineOf(files: readonly ConfigFile[], file: string, evidence: string): number {
  const wanted = evidence.split(' / ').at(-1)
  const text = files.find(({ name }) => file.endsWith(`/${name}`))?.text ?? ''
  return text.split('\n').findIndex((line) => line.trim() === wanted) + 1
}

/** An example that prints one device twice is refused as a whole; its files can be read one by one. */
function remarksOn(files: readonly ConfigFile[], file: string): readonly ImportProblem[] {
  const whole = importConfigs(files)
  if (whole.ok) return whole.report.remarks
  const alone = importConfigs(files.filter(({ name }) => file.endsWith(`/${name}`)))
  return alone.ok ? alone.report.remarks : []
}
