/**
 * Runs inside a node of a lab as its BMP station: listens on the ports in its arguments and writes a line
 * `SYSNAME PORT` for each router that introduces itself.
 *
 * @source RFC 7854, 4.1 (common header), 4.3 (initiation: type 4) and 4.4 (sysName: information type 2)
 */
import { createServer } from 'node:net'

const [initiation, sysName] = [4, 2]
const headerLength = 6

for (const port of process.argv.slice(2).map(Number)) {
  createServer((socket) => {
    let heard = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', (part) => {
      heard = Buffer.concat([heard, part])
      while (heard.length >= headerLength && heard.length >= heard.readUInt32BE(1)) {
        const length = heard.readUInt32BE(1)
        if (length < headerLength) return socket.destroy()
        if (heard[0] === 3 && heard[5] === initiation) introduce(heard.subarray(headerLength, length), port)
        heard = heard.subarray(length)
      }
    })
  }).listen(port)
}

/** @param {Buffer} body @param {number} port */
function introduce(body, port) {
  for (let at = 0; at + 4 <= body.length; at += 4 + body.readUInt16BE(at + 2)) {
    if (body.readUInt16BE(at) !== sysName) continue
    const name = body.subarray(at + 4, at + 4 + body.readUInt16BE(at + 2)).toString('utf8')
    console.log(`${name} ${port}`)
  }
}
