/**
 * Runs inside a node of a lab: for each pair of addresses in the argument, whether the far one answers. A
 * connection that is refused came back from the far end, so both ways work; no program has to listen there.
 */
import { connect } from 'node:net'

const closedPort = 9
const patienceMs = 1500

/** @type {readonly { from: string, to: string }[]} */
const pairs = JSON.parse(process.argv[2] ?? '[]')

/** @param {{ from: string, to: string }} pair @returns {Promise<string>} `answers`, or what went wrong */
function probe({ from, to }) {
  return new Promise((resolve) => {
    const socket = connect({ host: to, port: closedPort, localAddress: from })
    const answer = (/** @type {string} */ what) => {
      socket.destroy()
      resolve(what)
    }
    socket.setTimeout(patienceMs, () => answer('silence'))
    socket.on('connect', () => answer('answers'))
    socket.on('error', (/** @type {NodeJS.ErrnoException} */ { code }) =>
      answer(code === 'ECONNREFUSED' ? 'answers' : (code ?? 'error')),
    )
  })
}

/** A first packet may wait for the address of a neighbour. @param {{ from: string, to: string }} pair */
async function patiently(pair) {
  const first = await probe(pair)
  return first === 'answers' ? first : probe(pair)
}

console.log(JSON.stringify(await Promise.all(pairs.map(patiently))))
