import { describe, expect, it } from 'vitest'
import type { ConfigNode, ConfigTree } from '../src/index'
import { parseConfig, parseTyped, printText, toConfigTree } from '../src/index'
import { corpusBlocks, corpusConfigs, corpusProcedures, hasCorpus, prompted, sayCorpusIsMissing } from './corpus'
import type { Nesting } from './nesting'
import { nesting } from './nesting'

sayCorpusIsMissing()

/** Every command with the headers it stands under. */
function commandPaths<O>(tree: ConfigTree<O>): ReadonlySet<string> {
  const paths = new Set<string>()
  const add = ([text, children]: Nesting, above: string): void => {
    paths.add(`${above}${text}`)
    for (const child of children) add(child, `${above}${text} > `)
  }
  for (const top of nesting(tree)) add(top, '')
  return paths
}

describe.skipIf(!hasCorpus)('procedures that manuals print', () => {
  it('are understood line by line, or refused for a fault of the page', () => {
    let typed = 0
    const refused = new Map<string, number>()
    for (const { name, typed: block } of corpusBlocks()) {
      typed += block.length
      const { tree, problems, ignored } = parseTyped(block.map(prompted).join('\n'))
      for (const { code, line } of problems) {
        refused.set(code, (refused.get(code) ?? 0) + 1)
        expect(line, name).toBeLessThanOrEqual(block.length)
      }
      expect(commandPaths(tree).size + ignored.length + problems.length, name).toBeGreaterThan(0)
    }
    const all = [...refused.values()].reduce((sum, count) => sum + count, 0)
    const list = [...refused].map(([code, count]) => `${code} ${count}`).join(', ')
    console.log(`command reference: ${typed} typed lines, ${all} refused or not known (${list})`)
    expect(typed).toBeGreaterThan(8_000)
    expect(all / typed).toBeLessThan(0.01)
  })

  it('give the lines of the script at the end of the page', () => {
    let found = 0
    let missing = 0
    for (const { typed, script } of corpusProcedures()) {
      const stored = commandPaths(toConfigTree(parseConfig(script)))
      for (const path of commandPaths(parseTyped(typed.map(prompted).join('\n')).tree)) {
        if (stored.has(path)) found += 1
        else missing += 1
      }
    }
    console.log(`procedures: ${found} typed lines are in the script of their page, ${missing} are not`)
    expect(found).toBeGreaterThan(5_000)
    expect(found / (found + missing)).toBeGreaterThan(0.85)
  })

  it('give the same tree as the stored form when that is typed line by line', () => {
    let same = 0
    const configs = corpusConfigs().filter(({ text }) => parseConfig(text).problems.length === 0)
    for (const { text } of configs) {
      const config = parseConfig(text)
      const stored = toConfigTree(config)
      const { tree } = parseTyped(typedScript(config.nodes).join('\n'))
      const paths = commandPaths(tree)
      if ([...commandPaths(stored)].every((path) => paths.has(path))) same += 1
      expect(() => printText(tree)).not.toThrow()
    }
    console.log(`stored forms typed again: ${same} of ${configs.length} give the same tree`)
    // The others are scripts with interface names, masks or prefix lengths that no device would store so.
    expect(same / configs.length).toBeGreaterThan(0.85)
  })
})

/** What a person types to get a configuration: every header, its lines, `quit`. */
function typedScript(nodes: readonly ConfigNode[]): readonly string[] {
  return nodes
    .filter(({ kind }) => kind === 'command')
    .flatMap(({ text, opens, children }) =>
      opens === undefined && children.length === 0 ? [text] : [text, ...typedScript(children), 'quit'],
    )
}
