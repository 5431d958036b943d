import { currentDocumentVersion, emptyDesign } from '@weft/domain'
import type { Ledger } from '@weft/prisma'
import { openLedger } from '@weft/prisma'
import { testDatabases } from '@weft/prisma/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChangeStore } from '../src/store/changes'
import { createDesignStore } from '../src/store/designs'
import { createHeadCache } from '../src/store/head-cache'
import { device, putDevice, sent } from './device-changes'

const author = 'tester'

describe.each(testDatabases())('the store on $kind', (database) => {
  let ledger: Ledger
  beforeAll(async () => {
    await database.start()
    ledger = await openLedger(await database.fresh())
  })
  afterAll(async () => {
    await ledger.close()
    await database.stop()
  })

  /** A server of its own over the shared database, with nothing in memory. */
  function server() {
    const cache = createHeadCache(2)
    return { designs: createDesignStore(ledger.prisma, cache), changes: createChangeStore(ledger.prisma, cache) }
  }

  async function designWith(...names: readonly string[]): Promise<string> {
    const { designs, changes } = server()
    const { id } = await designs.create({ name: 'Design', design: emptyDesign() })
    for (const name of names) await changes.append({ designId: id, author, changes: [sent(putDevice(name))] })
    return id
  }

  it('two servers over one database see each other, whatever they hold in memory', async () => {
    const [one, two] = [server(), server()]
    const id = await designWith()
    for (const [index, writer] of [one, two, two, one, two].entries()) {
      await writer.changes.append({ designId: id, author, changes: [sent(putDevice(`d${index}`))] })
      for (const reader of [one, two]) {
        const { sequence, design } = await reader.designs.open(id)
        expect([sequence, Object.keys(design.network.devices).length]).toEqual([index + 1, index + 1])
      }
    }
  })

  it('servers that start together make one first design', async () => {
    await ledger.prisma.design.deleteMany()
    const first = { id: 'first', name: 'First', design: emptyDesign() }
    await Promise.all([server(), server(), server()].map(({ designs }) => designs.createFirst(first)))
    expect(await ledger.prisma.design.count()).toBe(1)
    expect((await server().designs.open('first')).design).toEqual(emptyDesign())
  })

  it('keeps the base of the log and the newest snapshot, and opens from either', async () => {
    const id = await designWith()
    const { changes } = server()
    for (const round of [1, 2, 3]) {
      const batch = Array.from({ length: 200 }, () => sent(putDevice('a', { description: `round ${round}` })))
      await changes.append({ designId: id, author, changes: batch })
    }
    const snapshots = () =>
      ledger.prisma.snapshot.findMany({
        where: { designId: id },
        select: { sequence: true },
        orderBy: { sequence: 'asc' },
      })
    expect(await snapshots()).toEqual([{ sequence: 0 }, { sequence: 600 }])
    const expected = { 'device:a': device('a', { description: 'round 3' }) }
    expect((await server().designs.open(id)).design.network.devices).toEqual(expected)
    await ledger.prisma.snapshot.deleteMany({ where: { designId: id, sequence: 600 } })
    expect((await server().designs.open(id)).design.network.devices).toEqual(expected)
  })

  it('refuses designs of a newer document version, for reading and for writing', async () => {
    const id = await designWith('a')
    await ledger.prisma.design.update({ where: { id }, data: { documentVersion: currentDocumentVersion + 1 } })
    const refusal = { name: 'Refusal', kind: 'newer-version' }
    await expect(server().designs.open(id)).rejects.toMatchObject(refusal)
    const append = server().changes.append({ designId: id, author, changes: [sent(putDevice('b'))] })
    await expect(append).rejects.toMatchObject(refusal)
  })

  it('writes a snapshot before the first change of a newer document version', async () => {
    const id = await designWith('a')
    await ledger.prisma.design.update({ where: { id }, data: { documentVersion: currentDocumentVersion - 1 } })
    await server().changes.append({ designId: id, author, changes: [sent(putDevice('b'))] })
    const row = await ledger.prisma.design.findUniqueOrThrow({ where: { id }, include: { snapshots: true } })
    expect(row.documentVersion).toBe(currentDocumentVersion)
    expect(row.snapshots.map(({ sequence }) => sequence).sort()).toEqual([0, 1])
    expect(Object.keys((await server().designs.open(id)).design.network.devices)).toEqual(['device:a', 'device:b'])
  })

  it('says loudly when the log is damaged instead of opening part of a design', async () => {
    const id = await designWith('a', 'b', 'c')
    await ledger.prisma.change.delete({ where: { designId_sequence: { designId: id, sequence: 2 } } })
    await expect(server().designs.open(id)).rejects.toThrow(`The log of design ${id} has a gap between 0 and 3`)
    await ledger.prisma.snapshot.deleteMany({ where: { designId: id } })
    await expect(server().designs.open(id)).rejects.toThrow('has no snapshot')
  })
})
