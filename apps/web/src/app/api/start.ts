import { LedgerRefusal } from '@weft/api'
import { getApi } from './server'

/** A server without its ledger cannot do anything: it says why, and what to do, and ends. */
export async function openLedgerOrExit(): Promise<void> {
  try {
    const { database } = await getApi()
    console.log(`Weft keeps designs in the ${database}.`)
  } catch (error) {
    if (!(error instanceof LedgerRefusal)) throw error
    console.error(`\n${error.message}\n`)
    process.exit(1)
  }
}
