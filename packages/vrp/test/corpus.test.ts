import { describe, expect, it } from 'vitest'
import type { ConfigNode } from '../src/index'
import { formatConfig, parseConfig, printParsed, toConfigTree, walkConfig } from '../src/index'
import { corpusConfigs, corpusFragments, corpusTable, hasCorpus, sayCorpusIsMissing } from './corpus'
import { naiveParents } from './naive-views'
import { nesting } from './nesting'

sayCorpusIsMissing()

function parentsOf(nodes: readonly ConfigNode[]): ReadonlyMap<number, number> {
  const parents = new Map<number, number>()
  walkConfig(nodes, (node, ancestors) => {
    if (node.kind === 'command') parents.set(node.number, ancestors.at(-1)?.number ?? 0)
  })
  return parents
}

function differs(ours: ReadonlyMap<number, number>, theirs: ReadonlyMap<number, number>): boolean {
  return [...ours].some(([line, parent]) => theirs.get(line) !== parent)
}

describe.skipIf(!hasCorpus)('every published configuration', () => {
  const configs = corpusConfigs()
  const all = [...configs, ...corpusFragments()]

  it('is given back character by character, each line once and in order', () => {
    for (const { name, text } of all) {
      const config = parseConfig(text)
      const numbers: number[] = []
      walkConfig(config.nodes, ({ number }) => numbers.push(number))
      expect(printParsed(config) === text, name).toBe(true)
      expect(numbers, name).toEqual(Array.from({ length: config.lines }, (_, index) => index + 1))
    }
  })

  it('keeps its nesting and its words when it is laid out, and laying out again changes nothing', () => {
    for (const { name, text } of all) {
      const config = parseConfig(text)
      const laidOut = formatConfig(config)
      expect(nesting(toConfigTree(parseConfig(laidOut))), name).toEqual(nesting(toConfigTree(config)))
      expect(formatConfig(parseConfig(laidOut)) === laidOut, name).toBe(true)
    }
  })

  it('has its views told better than by # or by indentation alone', () => {
    const placed = { both: 0, command: 0, indent: 0 }
    const wrong = { bySeparator: [] as string[], byIndent: [] as string[] }
    const found = new Map<string, number>()
    let lines = 0
    for (const { name, text } of configs) {
      const config = parseConfig(text)
      lines += config.lines
      walkConfig(config.nodes, ({ kind, placedBy }) => {
        if (kind === 'command') placed[placedBy] += 1
      })
      for (const { code } of config.problems) found.set(code, (found.get(code) ?? 0) + 1)
      const ours = parentsOf(config.nodes)
      if (differs(ours, naiveParents(text, 'separator'))) wrong.bySeparator.push(name)
      if (differs(ours, naiveParents(text, 'indent alone'))) wrong.byIndent.push(name)
    }
    const figures = [
      `${configs.length} files, ${lines} lines`,
      `view told by indentation and command table: ${placed.both}; by indentation, command not listed: ${placed.indent}; by the table against the indentation: ${placed.command}`,
      `files where # alone is wrong: ${wrong.bySeparator.length}; where indentation alone is wrong: ${wrong.byIndent.length}`,
      `problems: ${[...found].map(([code, count]) => `${code} ${count}`).join(', ')}`,
    ]
    console.log(figures.join('\n'))
    expect(configs.length).toBeGreaterThan(800)
    expect(wrong.bySeparator.length).toBeGreaterThan(30)
    expect(wrong.byIndent.length).toBeGreaterThan(5)
    expect(placed.both / (placed.both + placed.command + placed.indent)).toBeGreaterThan(0.95)
  })

  it('shows its misplaced lines where a person found them', () => {
    const faults = corpusTable('natural-faults.tsv').filter(({ kind }) =>
      ['top-line-indented', 'sub-line-in-column-0'].includes(kind ?? ''),
    )
    expect(faults.length).toBeGreaterThan(15)
    for (const { file, kind, evidence } of faults) {
      const line = Number(/^line (\d+):/.exec(evidence ?? '')?.[1])
      const text = configs.find(({ name }) => name === file)?.text ?? ''
      const codes = parseConfig(text).problems.filter((problem) => problem.line === line)
      const expected = kind === 'top-line-indented' ? 'top-line-indented' : 'misplaced-line'
      expect(
        codes.map(({ code }) => code),
        `${file} ${evidence}`,
      ).toContain(expected)
    }
  })
})
