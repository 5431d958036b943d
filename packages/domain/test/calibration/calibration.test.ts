import { describe, expect, test } from 'vitest'
import { hasCorpus, sayCorpusIsMissing } from '../import/corpus-examples'
import { announcementTrials } from './announcements'
import { naturalFaults } from './natural-faults'

sayCorpusIsMissing()

describe.skipIf(!hasCorpus)('a LoopBack whose announcement is taken away', () => {
  const trials = announcementTrials()

  test('was not called unreachable before', () => {
    expect(trials.length).toBeGreaterThan(100)
    expect(trials.filter(({ before }) => before.length > 0)).toEqual([])
  })

  test('is named, and no other is', () => {
    const places = (after: string) => trials.filter((trial) => trial.after === after).map(({ file }) => file)
    expect(places('elsewhere')).toEqual([])
    expect(places('silent')).toEqual([])
    expect(places('found').length).toBeGreaterThanOrEqual(35)
  })

  test('stays unnamed only where its peering, or what may announce it, is among the carried lines', () => {
    const open = trials.filter(({ after }) => after === 'unknown' || after === 'not modelled')
    expect(open.length).toBeLessThanOrEqual(69)
  })
})

test.skipIf(!hasCorpus)('every fault the corpus is known to have is named on its line', () => {
  const faults = naturalFaults()
  expect(faults.length).toBe(20 + 1)
  expect(faults.filter(({ found }) => !found)).toEqual([])
})
