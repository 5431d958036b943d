import type { Command, Design } from '@weft/domain'
import { applyCommand, emptyDesign, invertChange } from '@weft/domain'
import { expect, it } from 'vitest'
import { sent } from './device-changes'
import { onBothDatabases } from './on-both'

onBothDatabases('given numbers', (running) => {
  it('name the change that first gave each number, also after undo and redo', async () => {
    const { id: designId } = await running.client.designs.create.mutate({ name: 'Design' })
    let design: Design = emptyDesign()
    const carryOut = async (command: Command) => {
      const result = applyCommand(design, command)
      if ('refused' in result) throw new Error(result.refused.what.en)
      await running.client.changes.append.mutate({ designId, knownSequence: 0, changes: [sent(result.change)] })
      design = result.design
      return result.change
    }
    await carryOut({ kind: 'device.add', id: 'device:a', model: 'CE6866-48S8CQ-P', name: 'a', at: { x: 0, y: 0 } })
    const loopback = await carryOut({ kind: 'loopback.add', id: 'interface:a.extra', deviceId: 'device:a' })
    const again = [invertChange(loopback), loopback].map(sent)
    await running.client.changes.append.mutate({ designId, knownSequence: 0, changes: again })
    await carryOut({ kind: 'record.set', id: 'interface:a.extra', fields: { description: 'extra' } })

    const given = await running.client.changes.givenNumbers.query({ designId })
    const noted = Object.values(design.network.interfaces).flatMap(({ id, allocations = [] }) =>
      allocations.map(({ field, value }) => ({ recordId: id, field, value: String(value) })),
    )
    expect(noted.length).toBeGreaterThan(0)
    expect(given.map(({ recordId, field, value }) => ({ recordId, field, value }))).toEqual(
      noted.sort((a, b) => (a.recordId < b.recordId ? -1 : 1)),
    )
    const extra = given.find(({ recordId }) => recordId === 'interface:a.extra')
    expect(extra?.sequence).toBe(2)
    expect(extra?.createdAt).toBeInstanceOf(Date)
    expect(extra?.author).not.toBe('')
  })
})
