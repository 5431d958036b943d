import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { rulesLeftOut } from '../../scripts/rules-left-out'
import { rules } from '../../src/check'
import { judgements } from './proposed'

const sheets = ['routing', 'fabric'].map((name) =>
  fileURLToPath(new URL(`../../../../../shared/domain/${name}.md`, import.meta.url)),
)
const haveSheets = sheets.every((file) => existsSync(file))
if (!haveSheets) console.warn('SKIPPED: the fact sheets are not beside this repository; proposed rules are not counted')

/** First cells of the tables of rules: `SRC-01`, `FAB-DAD-07`; `SEED-n` are sources. */
function proposals(): readonly string[] {
  const text = sheets.map((file) => readFileSync(file, 'utf8')).join('\n')
  const names = [...text.matchAll(/^\| ((?:FAB-)?[A-Z][A-Z0-9]*-\d+) \|/gm)].map(([, name]) => name ?? '')
  return [...new Set(names)].filter((name) => !name.startsWith('SEED-'))
}

describe('every rule the fact sheets propose', () => {
  test.skipIf(!haveSheets)('is judged', () => {
    expect(proposals()).toHaveLength(336)
    expect(Object.keys(judgements).sort()).toEqual([...proposals()].sort())
  })

  it('has a rule that exists, or a reason why it has none', () => {
    const known = new Set<string>(rules.map(({ id }) => id))
    const named = Object.values(judgements).flatMap((judgement) => (typeof judgement === 'string' ? [] : judgement))
    expect(named.filter((id) => !known.has(id))).toEqual([])
  })

  it('is the reason for each fault that is left out', () => {
    const used = new Set(Object.values(judgements).filter((judgement) => typeof judgement === 'string'))
    expect([...used].sort()).toEqual(Object.keys(rulesLeftOut).sort())
  })
})
