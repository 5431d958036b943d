import type { RecordKind } from '@weft/domain'
import { sampleDesign } from '@weft/domain'
import { expect, test } from 'vitest'
import { copySelection, pasteCommand } from './clipboard'
import { kindOf } from './record-at'

const design = sampleDesign()
const [firstPair] = Object.values(design.network.mlagPairs)
if (!firstPair) throw new Error('the sample design has an M-LAG pair')
const members = new Set(firstPair.members)

function counter() {
  let next = 0
  return <Kind extends RecordKind>(kind: Kind): `${Kind}:${string}` => `${kind}:copy-${next++}`
}

test('a device takes its interfaces along, and nothing of others', () => {
  const [one] = firstPair.members
  const { records } = copySelection(design, new Set([one]))
  const expected = Object.values(design.network.interfaces).filter(({ deviceId }) => deviceId === one).length
  expect(records.filter(({ id }) => kindOf(id) === 'interface')).toHaveLength(expected)
  expect(records.filter(({ id }) => kindOf(id) === 'link')).toHaveLength(0)
  expect(records.filter(({ id }) => kindOf(id) === 'mlag')).toHaveLength(0)
})

test('both members take their pair and the cables between them along', () => {
  const { records } = copySelection(design, members)
  expect(records.map(({ id }) => id)).toContain(firstPair.id)
  const inside = Object.values(design.network.links).filter(({ ends }) =>
    ends.every(
      (end) => 'interfaceId' in end && members.has(design.network.interfaces[end.interfaceId]?.deviceId ?? 'device:'),
    ),
  )
  expect(inside.length).toBeGreaterThan(0)
  expect(records.filter(({ id }) => kindOf(id) === 'link')).toHaveLength(inside.length)
})

test('a copy has new ids everywhere and points only to itself and to what is shared', () => {
  const clip = copySelection(design, members)
  const command = pasteCommand(clip, counter())
  const copied = new Set<string>(clip.records.map(({ id }) => id))
  const text = JSON.stringify(command)
  for (const id of copied) expect(text).not.toContain(`"${id}"`)
  expect(command.records).toHaveLength(clip.records.length)
  expect(Object.keys(command.positions)).toHaveLength(members.size)
})

test('copying nothing drawn copies nothing', () => {
  expect(copySelection(design, new Set(['peering:none'])).records).toEqual([])
})
