// A server process with the real API over a real socket, for tests that kill it. Prints its port when it listens.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApi, LedgerRefusal } from '../src/index'

try {
  const api = await createApi({ databaseUrl: process.env.DATABASE_URL, dataDir: process.env.DATA_DIR ?? '' })
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const headers = new Headers(incoming.headers as Record<string, string>)
    const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}
    const url = `http://${incoming.headers.host}${incoming.url}`
    const answer = await api.handle(new Request(url, { method: incoming.method ?? 'GET', headers, ...body }))
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
    outgoing.end(await answer.text())
  })
  server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
} catch (error) {
  if (!(error instanceof LedgerRefusal)) throw error
  console.error(error.message)
  process.exit(1)
}
