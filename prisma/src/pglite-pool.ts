import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

const SSL_REQUEST = 80877103
const SSL_REFUSED = 'N'
const TERMINATE = 0x58

/**
 * A pool of one client that speaks the PostgreSQL wire protocol to a PGlite in the same process, without
 * a TCP port. PGlite has one session, so a second client would only wait for the first.
 */
export function pglitePool(database: PGlite): pg.Pool {
  return new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    ssl: false,
    user: 'postgres',
    database: 'postgres',
    stream: () => pgliteStream(database),
  })
}

/** What `pg` asks of a socket besides being a stream. */
type SocketLike = Duplex & {
  connect(): SocketLike
  setNoDelay(): SocketLike
  setKeepAlive(): SocketLike
  ref(): SocketLike
  unref(): SocketLike
}

function pgliteStream(database: PGlite): SocketLike {
  let started = false
  let pending: Buffer = Buffer.alloc(0)

  /** Cuts the next whole protocol message off what has arrived. */
  function nextMessage(): Buffer | undefined {
    const header = started ? 5 : 4
    if (pending.length < header) return undefined
    const size = started ? 1 + pending.readInt32BE(1) : pending.readInt32BE(0)
    if (pending.length < size) return undefined
    const message = pending.subarray(0, size)
    pending = pending.subarray(size)
    return message
  }

  async function answerAll(): Promise<void> {
    for (let message = nextMessage(); message !== undefined; message = nextMessage()) {
      if (!started && message.length === 8 && message.readInt32BE(4) === SSL_REQUEST) {
        duplex.push(Buffer.from(SSL_REFUSED))
        continue
      }
      if (started && message[0] === TERMINATE) {
        duplex.push(null)
        return
      }
      started = true
      const reply = await database.execProtocolRaw(new Uint8Array(message))
      if (reply.length > 0) duplex.push(Buffer.from(reply))
    }
  }

  const duplex = new Duplex({
    read() {
      // Answers are pushed as they come.
    },
    write(chunk: Buffer, _encoding, done) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
      answerAll().then(() => done(), done)
    },
    final(done) {
      duplex.push(null)
      done()
    },
  })
  const socket: SocketLike = Object.assign(duplex, {
    connect() {
      queueMicrotask(() => duplex.emit('connect'))
      return socket
    },
    setNoDelay: () => socket,
    setKeepAlive: () => socket,
    ref: () => socket,
    unref: () => socket,
  })
  return socket
}
