import { emptyDesign, newFabric, sampleDesign } from '@weft/domain'
import { expect, test } from 'vitest'
import { thumbnailOf } from './thumbnail'

test('every device, host and station is one box', () => {
  const design = sampleDesign()
  const { devices, hosts, stations } = design.network
  const boxes = [devices, hosts, stations].reduce((sum, records) => sum + Object.keys(records).length, 0)
  expect(thumbnailOf(design)?.match(/<rect /g)).toHaveLength(boxes)
})

test('a large fabric stays a small picture', () => {
  const fabric = newFabric({ spines: 4, leaves: 500, pairs: 0, servers: 0, underlay: 'ospf', seed: 1 })
  expect(thumbnailOf(fabric)?.length).toBeLessThan(48_000)
})

test('nothing drawn, no picture', () => {
  expect(thumbnailOf(emptyDesign())).toBeUndefined()
})
