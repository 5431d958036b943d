// Serves the built app: node scripts/serve.mjs [--hostname 127.0.0.1] [--port 3000]
import { parseArgs } from 'node:util'

const { host, port } = whereToListen()
// The server runs in this process, so that a signal to it reaches the server and leaves nothing behind.
const next = new URL(import.meta.resolve('next/dist/bin/next'))
process.argv = [process.argv[0] ?? 'node', next.pathname, 'start', '--hostname', host, '--port', port]
await import(next.href)

/** Until there are accounts, only this computer may connect unless somebody says otherwise. */
function whereToListen() {
  const { values } = parseArgs({ options: { hostname: { type: 'string' }, port: { type: 'string' } } })
  const host = values.hostname ?? process.env.HOST ?? '127.0.0.1'
  const port = values.port ?? process.env.PORT ?? '3000'
  if (!['localhost', '127.0.0.1', '::1'].includes(host) && process.env.WEFT_OPEN_TO_NETWORK !== '1') {
    console.error(
      `Weft does not listen on ${host}: other computers could connect, and there are no accounts yet.\n` +
        'Leave the address out, or say that everyone who reaches this computer may edit: npm start -- --host 0.0.0.0',
    )
    process.exit(1)
  }
  return { host, port }
}
