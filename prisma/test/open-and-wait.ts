// A process that opens the ledger of a folder, says so, and stays. Used by the lock tests.
import { openLedger } from '../src/index'

const [dataDir = ''] = process.argv.slice(2)
try {
  const ledger = await openLedger({ dataDir })
  console.log(`open ${ledger.where}`)
  setInterval(() => undefined, 60_000)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(3)
}
