import { testDatabases } from '@weft/prisma/testing'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Api, ApiOptions } from '../src/index'
import { createApi } from '../src/index'
import type { Client } from './client'
import { clientOf } from './client'

export type Running = {
  readonly api: Api
  readonly client: Client
  /** Closes the API and opens it again on the same data, as a restart of the server does. */
  restart(): Promise<void>
}

/** Runs a suite on the embedded database and on a PostgreSQL server, each with an empty ledger of its own. */
export function onBothDatabases(title: string, suite: (running: Running) => void): void {
  describe.each(testDatabases())(`${title} on $kind`, (database) => {
    let options: ApiOptions
    let api: Api
    const open = async () => {
      api = await createApi(options)
    }
    beforeAll(async () => {
      await database.start()
      options = await database.fresh()
      await open()
    })
    afterAll(async () => {
      await api.close()
      await database.stop()
    })
    suite({
      get api() {
        return api
      },
      get client() {
        return clientOf(api)
      },
      async restart() {
        await api.close()
        await open()
      },
    })
  })
}
