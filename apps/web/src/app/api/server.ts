import path from 'node:path'
import type { Api } from '@weft/api'
import { createApi, readNetworkPolicy } from '@weft/api'

/** Next bundles the start-up hook and each route apart; what they share lives on the process. */
const shared = globalThis as typeof globalThis & { weftApi?: Promise<Api> }

/** The one API of this process. Opens the ledger when it is first asked for. */
export function getApi(): Promise<Api> {
  shared.weftApi ??= createApi({
    databaseUrl: process.env.DATABASE_URL,
    // `npm start` names the folder; `next start` by hand has the folder of the clone two levels up.
    dataDir: process.env.DATA_DIR || path.join(process.cwd(), '../../.weft-data'),
    policy: readNetworkPolicy(process.env),
  })
  return shared.weftApi
}
