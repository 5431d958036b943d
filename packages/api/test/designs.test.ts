import { emptyDesign, parseDesign, sampleDesign, serializeDesign, toFile } from '@weft/domain'
import { expect, it } from 'vitest'
import { refusalOf } from './client'
import { putDevice, sent } from './device-changes'
import { onBothDatabases } from './on-both'

onBothDatabases('designs', (running) => {
  const names = async (filter: { query?: string; archived?: boolean } = {}) =>
    (await running.client.designs.list.query(filter)).map(({ name }) => name)

  it('a new ledger holds the sample fabric, and a restart does not add another', async () => {
    expect(await names()).toEqual(['Sample fabric'])
    await running.restart()
    const [sample] = await running.client.designs.list.query({})
    expect(await names()).toEqual(['Sample fabric'])
    const { document } = await running.client.designs.open.query({ id: sample?.id ?? '' })
    expect(toFile(document)).toEqual(toFile(sampleDesign()))
  })

  it('are created empty, as the sample, or from a document, and open as they were', async () => {
    const { client } = running
    const empty = await client.designs.create.mutate({ name: '  Plain  ' })
    expect(await client.designs.open.query(empty)).toEqual({
      name: 'Plain',
      archived: false,
      sequence: 0,
      document: emptyDesign(),
    })
    const sample = await client.designs.create.mutate({ name: 'Sample', sample: true })
    const copy = await client.designs.create.mutate({ name: 'Document', document: toFile(sampleDesign()) })
    await running.restart()
    const opened = await Promise.all([sample, copy].map((one) => running.client.designs.open.query(one)))
    expect(opened.map(({ document }) => serializeDesign(document))).toEqual(
      Array(2).fill(serializeDesign(sampleDesign())),
    )
  })

  it('are listed by the newest edit and found by any part of the name, taken literally', async () => {
    const { client } = running
    const first = await client.designs.create.mutate({ name: 'Rack_1 100%' })
    await client.designs.create.mutate({ name: 'RackX1 100 percent' })
    expect((await names()).slice(0, 2)).toEqual(['RackX1 100 percent', 'Rack_1 100%'])
    await client.changes.append.mutate({ designId: first.id, knownSequence: 0, changes: [sent(putDevice('a'))] })
    expect((await names()).slice(0, 2)).toEqual(['Rack_1 100%', 'RackX1 100 percent'])
    expect(await names({ query: 'rack_1' })).toEqual(['Rack_1 100%'])
    expect(await names({ query: '100%' })).toEqual(['Rack_1 100%'])
    expect(await names({ query: 'x1 100' })).toEqual(['RackX1 100 percent'])
    expect(await names({ query: '\\' })).toEqual([])
  })

  it('are renamed, duplicated with everything in them, archived and restored', async () => {
    const { client } = running
    const { id } = await client.designs.create.mutate({ name: 'Before', sample: true })
    await client.changes.append.mutate({ designId: id, knownSequence: 0, changes: [sent(putDevice('extra'))] })
    await client.designs.rename.mutate({ id, name: 'After' })
    const copy = await client.designs.duplicate.mutate({ id })
    const [original, duplicate] = await Promise.all([id, copy.id].map((one) => client.designs.open.query({ id: one })))
    expect([original?.name, duplicate?.name]).toEqual(['After', 'After (copy)'])
    expect([original?.sequence, duplicate?.sequence]).toEqual([1, 0])
    expect(duplicate?.document).toEqual(original?.document)
    expect(duplicate?.document.network.devices['device:extra']?.name).toBe('extra')

    await client.designs.archive.mutate({ id })
    expect(await names({ query: 'After' })).toEqual(['After (copy)'])
    expect(await names({ archived: true })).toEqual(['After'])
    const edit = client.changes.append.mutate({ designId: id, knownSequence: 1, changes: [sent(putDevice('late'))] })
    expect(await refusalOf(edit)).toMatchObject({ code: 'PRECONDITION_FAILED', refusal: { kind: 'archived' } })
    await client.designs.restore.mutate({ id })
    expect(await names({ archived: true })).toEqual([])
    await client.changes.append.mutate({ designId: id, knownSequence: 1, changes: [sent(putDevice('late'))] })
  })

  it('take a thumbnail, which does not count as an edit', async () => {
    const { client } = running
    const { id } = await client.designs.create.mutate({ name: 'Pictured' })
    const [before] = await client.designs.list.query({ query: 'Pictured' })
    const svg = '<svg viewBox="0 0 9 9"><g fill="none"><rect x="1" y="1" width="4" height="2"/></g></svg>'
    await client.designs.saveThumbnail.mutate({ id, svg })
    const [after] = await client.designs.list.query({ query: 'Pictured' })
    expect(after).toEqual({ ...before, thumbnail: svg })
  })

  it('are imported from the text of a file, with its own name or that of the file', async () => {
    const { client } = running
    const named = await client.designs.importDocument.mutate({
      name: 'file',
      text: serializeDesign(sampleDesign(), 'Own'),
    })
    const unnamed = await client.designs.importDocument.mutate({ name: 'file', text: serializeDesign(sampleDesign()) })
    const opened = await Promise.all([named, unnamed].map((one) => client.designs.open.query(one)))
    expect(opened.map(({ name }) => name)).toEqual(['Own', 'file'])
    expect(parseDesign(toFile(opened[0]?.document ?? emptyDesign()))).toMatchObject({ ok: true })
  })

  it('that do not exist are not found by any procedure', async () => {
    const { designs, changes } = running.client
    const id = 'nowhere'
    const calls = [
      designs.open.query({ id }),
      designs.rename.mutate({ id, name: 'x' }),
      designs.duplicate.mutate({ id }),
      designs.archive.mutate({ id }),
      designs.restore.mutate({ id }),
      designs.saveThumbnail.mutate({ id, svg: '<svg></svg>' }),
      changes.append.mutate({ designId: id, knownSequence: 0, changes: [sent(putDevice('a'))] }),
      changes.since.query({ designId: id, sequence: 0 }),
    ]
    for (const refusal of await Promise.all(calls.map(refusalOf))) {
      expect(refusal).toMatchObject({ code: 'NOT_FOUND', refusal: { what: { en: 'There is no design "nowhere".' } } })
    }
  })
})
