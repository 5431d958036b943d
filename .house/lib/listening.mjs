import { createServer } from 'node:net'
import { Trouble } from './say.mjs'

const loopback = new Set(['localhost', '127.0.0.1', '::1'])

/**
 * Where to listen. Until people have accounts only this computer may connect; the flag `--host` is the one way to say
 * otherwise, so that an inherited HOST variable never opens the door by accident.
 * @param {readonly string[]} args @param {NodeJS.ProcessEnv} env
 * @returns {{ host: string, port: number, open: boolean }}
 */
export function whereToListen(args, env) {
  const flagHost = flagValue(args, '--host')
  const host = flagHost ?? env.HOST ?? '127.0.0.1'
  if (flagHost === undefined && !loopback.has(host)) {
    throw new Trouble(
      `HOST=${host} would let other computers in, and Weft has no accounts yet.`,
      `leave HOST out, or say it with the flag: npm start -- --host ${host}`,
    )
  }
  const text = flagValue(args, '--port') ?? env.PORT ?? '3000'
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new Trouble(`The port must be a number from 1 to 65535, got "${text}".`, 'for example: PORT=3001 npm start')
  }
  return { host, port, open: !loopback.has(host) }
}

/** @param {readonly string[]} args @param {string} flag @returns {string | undefined} */
function flagValue(args, flag) {
  const joined = args.find((arg) => arg.startsWith(`${flag}=`))
  if (joined !== undefined) return joined.slice(flag.length + 1)
  const at = args.indexOf(flag)
  if (at === -1) return undefined
  const value = args[at + 1]
  if (value === undefined)
    throw new Trouble(
      `${flag} needs a value.`,
      `for example: npm start -- ${flag} ${flag === '--port' ? '3001' : '0.0.0.0'}`,
    )
  return value
}

/** Refuses an address that cannot be listened on, before minutes are spent on building. @param {string} host @param {number} port */
export function requireFreePort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => reject(listenTrouble(error, host, port)))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}

/** @param {NodeJS.ErrnoException} error @param {string} host @param {number} port */
function listenTrouble(error, host, port) {
  if (error.code === 'EADDRINUSE') {
    return new Trouble(
      `Port ${port} is taken by another program.`,
      `stop that program, or choose another port: PORT=${port + 1} npm start`,
    )
  }
  if (error.code === 'EACCES')
    return new Trouble(`This user may not listen on port ${port}.`, 'choose one above 1023: PORT=3000 npm start')
  return new Trouble(
    `Cannot listen on ${host}, port ${port}: ${error.message}`,
    'give an address of this computer, for example --host 0.0.0.0',
  )
}

/** The address to type into a browser. @param {string} host @param {number} port */
export function addressOf(host, port) {
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
