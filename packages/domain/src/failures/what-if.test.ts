import { expect, it } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import { allocate } from '../allocate'
import { deriveIntent } from '../intent'
import { computeReach, noFailure } from '../reach'
import { whatIf } from './what-if'

it('follows the ways nearest to the failure where there are too many', () => {
  const names = Array.from({ length: 160 }, (_, at) => `d${100 + at}`)
  const lines = names.map((name, at) => `${name} CE6866-48S8CQ-P lo0 10.0.${at}.1/32`)
  lines.push('link d259 100GE1/0/1 10.1.0.0/31 -- d258 100GE1/0/1 10.1.0.1/31')
  const network = networkFromText(lines.join('\n'))
  const intent = deriveIntent(network, allocate(network))
  const failure = { ...noFailure, devices: new Set(['device:d259'] as const) }
  const { loopbacks } = whatIf(network, { intent, reachability: computeReach(network, intent) }, failure)
  expect(loopbacks.between.slice(0, 3)).toEqual(['device:d259', 'device:d258', 'device:d100'])
  expect(loopbacks).toMatchObject({ asked: 150 * 149, all: 160 * 159 })
  expect(loopbacks.between).toHaveLength(150)
})
