import type { Change } from '@weft/domain'
import { expect, test } from 'vitest'
import { emptyHistory, remember, stepBack, stepForward } from './history'

const change = (name: string): Change => ({ label: { en: name, zh: name }, edits: [] })
const names = (changes: readonly Change[]) => changes.map(({ label }) => label.en).join(' ')

test('steps go back and forward in order', () => {
  const made = ['a', 'b', 'c'].map(change).reduce(remember, emptyHistory)
  const once = stepBack(made)
  expect(once?.change.label.en).toBe('c')
  const twice = once && stepBack(once.history)
  expect(names(twice?.history.past ?? [])).toBe('a')
  const again = twice && stepForward(twice.history)
  expect(again?.change.label.en).toBe('b')
  expect(names(again?.history.past ?? [])).toBe('a b')
  expect(names(again?.history.future ?? [])).toBe('c')
})

test('a new step forgets what was undone', () => {
  const undone = stepBack(['a', 'b'].map(change).reduce(remember, emptyHistory))
  const history = remember(undone?.history ?? emptyHistory, change('x'))
  expect(names(history.past)).toBe('a x')
  expect(stepForward(history)).toBeUndefined()
})

test('nothing to undo at the beginning, and the oldest steps are forgotten', () => {
  expect(stepBack(emptyHistory)).toBeUndefined()
  const many = Array.from({ length: 620 }, (_, index) => change(String(index))).reduce(remember, emptyHistory)
  expect(many.past).toHaveLength(500)
  expect(many.past[0]?.label.en).toBe('120')
})
