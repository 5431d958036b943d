import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ledger } from '../src/index'
import { openLedger } from '../src/index'
import { testDatabases } from '../testing/index'

describe.each(testDatabases())('the ledger on $kind', (database) => {
  beforeAll(() => database.start())
  afterAll(() => database.stop())

  async function withLedger(work: (ledger: Ledger) => Promise<void>): Promise<void> {
    const ledger = await openLedger(await database.fresh())
    try {
      await work(ledger)
    } finally {
      await ledger.close()
    }
  }

  it('keeps any text inside documents as it was written', () =>
    withLedger(async ({ prisma }) => {
      const document = { zero: '\u0000', half: '\ud800', proto: { constructor: 1 }, b: 1, a: [1.5, null, '雪'] }
      await prisma.design.create({
        data: { id: 'd', name: 'odd', documentVersion: 1, snapshots: { create: { sequence: 0, document } } },
      })
      const [snapshot] = await prisma.snapshot.findMany()
      expect(snapshot?.document).toEqual(document)
      expect(Object.keys(snapshot?.document as object)).toEqual(Object.keys(document))
    }))

  it('refuses a second change with the same sequence or the same client id', () =>
    withLedger(async ({ prisma }) => {
      const change = { designId: 'd', author: 'a', label: {}, diff: [] }
      await prisma.design.create({ data: { id: 'd', name: 'd', documentVersion: 1 } })
      await prisma.change.create({ data: { ...change, sequence: 1, clientChangeId: 'x' } })
      await expect(
        prisma.change.create({ data: { ...change, sequence: 1, clientChangeId: 'y' } }),
      ).rejects.toMatchObject({
        code: 'P2002',
      })
      await expect(
        prisma.change.create({ data: { ...change, sequence: 2, clientChangeId: 'x' } }),
      ).rejects.toMatchObject({
        code: 'P2002',
      })
    }))

  it('opens again with everything in it, and rolls a failed transaction back', async () => {
    const options = await database.fresh()
    const first = await openLedger(options)
    await first.prisma.design.create({ data: { id: 'kept', name: 'kept', documentVersion: 1 } })
    const failing = first.prisma.$transaction(async (transaction) => {
      await transaction.design.create({ data: { id: 'lost', name: 'lost', documentVersion: 1 } })
      throw new Error('changed its mind')
    })
    await expect(failing).rejects.toThrow('changed its mind')
    await first.close()
    const second = await openLedger(options)
    expect((await second.prisma.design.findMany()).map(({ id }) => id)).toEqual(['kept'])
    await second.close()
  })

  it('gives 40 parallel transactions on one row an exact count', () =>
    withLedger(async ({ prisma }) => {
      await prisma.design.create({ data: { id: 'd', name: 'd', documentVersion: 1 } })
      const bump = () =>
        prisma.$transaction(async (transaction) => {
          await transaction.$queryRaw`SELECT id FROM design WHERE id = 'd' FOR UPDATE`
          const { headSequence } = await transaction.design.findUniqueOrThrow({ where: { id: 'd' } })
          await transaction.design.update({ where: { id: 'd' }, data: { headSequence: headSequence + 1 } })
        })
      await Promise.all(Array.from({ length: 40 }, bump))
      expect((await prisma.design.findUniqueOrThrow({ where: { id: 'd' } })).headSequence).toBe(40)
    }))
})

describe('a database that cannot be opened', () => {
  it.each([
    ['not a url', 'it is not a URL'],
    ['mysql://u:secret@h/db', 'it begins with mysql://'],
    ['postgresql://u:secret@localhost:5432', 'it names no database'],
    ['postgresql://u:secret@localhost/db?schema=a%3Bb', 'not a plain lower-case name'],
    ['postgresql://u:secret@127.0.0.1:1/weft', '127.0.0.1:1/weft cannot be used'],
  ])('%s is refused with the reason and a remedy, without the password', async (databaseUrl, reason) => {
    const failure = openLedger({ databaseUrl, dataDir: '/nowhere' })
    await expect(failure).rejects.toMatchObject({ name: 'LedgerRefusal' })
    await expect(failure).rejects.toThrow(reason)
    await expect(failure).rejects.not.toThrow('secret')
    await expect(failure).rejects.toThrow('DATABASE_URL')
  })
})
