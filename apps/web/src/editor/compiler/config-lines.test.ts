import { compile, sampleDesign } from '@weft/domain'
import { expect, test } from 'vitest'
import { countLines, linesOf, markedLines } from './config-lines'

const { network } = sampleDesign()
const compilation = compile(network)
const [peering] = Object.values(compilation.network.peerings)
if (!peering) throw new Error('the sample design has peerings')

test('a peering has lines on both of its devices, as many as are marked there', () => {
  const counts = countLines(compilation, [peering.id])
  const owners = peering.ends.map(({ owner }) => ('deviceId' in owner ? owner.deviceId : owner.hostId))
  expect(counts.map(({ deviceId }) => deviceId)).toEqual(owners.toSorted())
  for (const { deviceId, count } of counts) {
    expect(markedLines(linesOf(compilation, deviceId), new Set([peering.id]))).toHaveLength(count)
  }
})

test('a line of two selected records counts once', () => {
  const [{ deviceId, count } = { deviceId: 'device:' as const, count: 0 }] = countLines(compilation, [peering.id])
  const all = countLines(compilation, [peering.id, deviceId]).find((each) => each.deviceId === deviceId)?.count ?? 0
  const own = countLines(compilation, [deviceId]).find((each) => each.deviceId === deviceId)?.count ?? 0
  expect(all).toBeGreaterThanOrEqual(Math.max(own, count))
  expect(all).toBeLessThanOrEqual(linesOf(compilation, deviceId).length)
})

test('nothing selected, and devices that are not there, have no lines', () => {
  expect(countLines(compilation, [])).toEqual([])
  expect(countLines(compilation, ['device:gone'])).toEqual([])
  expect(linesOf(compilation, 'device:gone')).toEqual([])
})
