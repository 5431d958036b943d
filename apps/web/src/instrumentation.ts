/** Next calls this once when a server starts, before the first request; a build does not call it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { openLedgerOrExit } = await import('./app/api/start')
    await openLedgerOrExit()
  }
}
