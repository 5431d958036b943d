import type { Change, Design } from '@weft/domain'
import { applyChange, emptyDesign } from '@weft/domain'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { change, device, dropDevice, putDevice, sent } from './device-changes'
import { onBothDatabases } from './on-both'

const names = fc.constantFrom('a', 'b', 'c', 'd')
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(names, fc.integer({ min: 1, max: 65000 })).map(([name, asNumber]) => {
    // An integer of this range is what the parser of AS numbers makes of it.
    return putDevice(name, { asNumber: asNumber as never })
  }),
  names.map(dropDevice),
  fc
    .tuple(names, fc.integer({ min: -500, max: 500 }))
    .map(([name, x]) => change({ collection: 'positions', id: `device:${name}`, after: { x, y: 0 } })),
)

onBothDatabases('changes', (running) => {
  const create = async () => (await running.client.designs.create.mutate({ name: 'Design' })).id
  const openDocument = async (id: string): Promise<Design> => (await running.client.designs.open.query({ id })).document
  const replayOf = async (designId: string): Promise<Design> => {
    const missed = await running.client.changes.since.query({ designId, sequence: 0 })
    if (missed.kind === 'reopen') throw new Error('the log is too long for this test')
    expect(missed.changes.map(({ sequence }) => sequence)).toEqual(missed.changes.map((_, index) => index + 1))
    return missed.changes.reduce((design, entry) => applyChange(design, entry.change), emptyDesign())
  }

  it('of writers at the same time stand in one order without gaps, and the head is their replay', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyChange, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        async (batches) => {
          const designId = await create()
          const answers = await Promise.all(
            batches.map((batch) =>
              running.client.changes.append.mutate({ designId, knownSequence: 0, changes: batch.map(sent) }),
            ),
          )
          const places = answers
            .flatMap(({ accepted }) => accepted.map(({ sequence }) => sequence))
            .sort((a, b) => a - b)
          expect(places).toEqual(places.map((_, index) => index + 1))
          expect(places).toHaveLength(batches.flat().length)
          const head = await openDocument(designId)
          expect(head).toEqual(await replayOf(designId))
        },
      ),
      { numRuns: 25 },
    )
  })

  it('read the same from memory, from the log after a restart, and after snapshots', async () => {
    const designId = await create()
    let expected = emptyDesign()
    for (let round = 0; round < 9; round++) {
      const batch = Array.from({ length: 50 }, (_, index) =>
        putDevice(`d${(round * 7 + index) % 60}`, { description: `${round}` }),
      )
      expected = batch.reduce(applyChange, expected)
      await running.client.changes.append.mutate({ designId, knownSequence: round * 50, changes: batch.map(sent) })
    }
    expect(await openDocument(designId)).toEqual(expected)
    await running.restart()
    expect(await running.client.designs.open.query({ id: designId })).toMatchObject({
      sequence: 450,
      document: expected,
    })
    expect(await running.client.changes.since.query({ designId, sequence: 448 })).toMatchObject({
      kind: 'changes',
      sequence: 450,
      changes: [{ sequence: 449 }, { sequence: 450 }],
    })
  })

  it('sent again after a lost answer are recognised, also when new ones come with them', async () => {
    const designId = await create()
    const [first, second, third] = ['a', 'b', 'c'].map((name) => sent(putDevice(name)))
    if (!first || !second || !third) throw new Error('three changes')
    const once = await running.client.changes.append.mutate({ designId, knownSequence: 0, changes: [first, second] })
    expect(once.sequence).toBe(2)
    const again = await running.client.changes.append.mutate({
      designId,
      knownSequence: 0,
      changes: [first, second, third],
    })
    expect(again).toEqual({
      sequence: 3,
      accepted: [first, second, third].map(({ clientChangeId }, index) => ({ clientChangeId, sequence: index + 1 })),
    })
    const parallel = await Promise.all(
      Array.from({ length: 6 }, () =>
        running.client.changes.append.mutate({ designId, knownSequence: 3, changes: [third] }),
      ),
    )
    expect(parallel.map(({ sequence }) => sequence)).toEqual(Array(6).fill(3))
  })

  it('of the later writer win, record by record', async () => {
    const designId = await create()
    const append = (...changes: readonly Change[]) =>
      running.client.changes.append.mutate({ designId, knownSequence: 0, changes: changes.map(sent) })
    await append(putDevice('a', { description: 'first' }), putDevice('b'))
    await append(putDevice('a', { description: 'second' }))
    await append(dropDevice('b'))
    const { devices } = (await openDocument(designId)).network
    expect(devices).toEqual({ 'device:a': device('a', { description: 'second' }) })
  })

  it('may point at what somebody else deleted, and the design still opens after a restart', async () => {
    const designId = await create()
    const id = 'interface:a.LoopBack0' as const
    const loopback = { id, deviceId: 'device:a', name: 'LoopBack0' as never } as const
    await running.client.changes.append.mutate({
      designId,
      knownSequence: 0,
      changes: [sent(putDevice('a')), sent(dropDevice('a'))],
    })
    await running.client.changes.append.mutate({
      designId,
      knownSequence: 1,
      changes: [sent(change({ collection: 'interfaces', id, after: loopback }))],
    })
    await running.restart()
    expect((await openDocument(designId)).network.interfaces[id]).toEqual(loopback)
  })

  it('missed by a tab are told, and a tab too far behind is told to open again', async () => {
    const designId = await create()
    const since = (sequence: number) => running.client.changes.since.query({ designId, sequence })
    expect(await since(0)).toEqual({ kind: 'changes', sequence: 0, changes: [] })
    const edit = sent(putDevice('a'))
    await running.client.changes.append.mutate({ designId, knownSequence: 0, changes: [edit] })
    expect(await since(0)).toEqual({
      kind: 'changes',
      sequence: 1,
      changes: [{ ...edit, sequence: 1, author: 'local-owner', createdAt: expect.any(Date) }],
    })
    expect(await since(7)).toEqual({ kind: 'reopen', sequence: 1 })
    for (const round of [0, 1]) {
      const many = Array.from({ length: 300 }, () => sent(putDevice('a', { description: `${round}` })))
      await running.client.changes.append.mutate({ designId, knownSequence: 1, changes: many })
    }
    expect(await since(1)).toEqual({ kind: 'reopen', sequence: 601 })
  })
})
