import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { addressOf, requireFreePort, whereToListen } from '../lib/listening.mjs'

describe('where to listen', () => {
  test('is this computer, port 3000, unless said otherwise', () => {
    expect(whereToListen([], {})).toEqual({ host: '127.0.0.1', port: 3000, open: false })
    expect(whereToListen([], { HOST: 'localhost', PORT: '4000' })).toEqual({
      host: 'localhost',
      port: 4000,
      open: false,
    })
    expect(whereToListen(['--port=4001'], { PORT: '4000' }).port).toBe(4001)
  })

  test('is another address only by the flag', () => {
    expect(() => whereToListen([], { HOST: '0.0.0.0' })).toThrow('would let other computers in')
    expect(whereToListen(['--host', '0.0.0.0'], {})).toEqual({ host: '0.0.0.0', port: 3000, open: true })
    expect(() => whereToListen(['--host'], {})).toThrow('--host needs a value')
  })

  test.each(['0', '65536', '3e3', 'web', ''])('refuses port %j', (port) => {
    expect(() => whereToListen([`--port=${port}`], {})).toThrow('must be a number from 1 to 65535')
  })

  test('a taken port is refused with another one as the remedy', async () => {
    const server = createServer()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    await expect(requireFreePort('127.0.0.1', port)).rejects.toMatchObject({
      message: `Port ${port} is taken by another program.`,
      remedy: expect.stringContaining(`PORT=${port + 1} npm start`),
    })
    await new Promise((closed) => server.close(closed))
    await expect(requireFreePort('127.0.0.1', port)).resolves.toBeUndefined()
  })
})

test('the address is one that a browser understands', () => {
  expect(addressOf('127.0.0.1', 3000)).toBe('http://localhost:3000')
  expect(addressOf('fd00::1', 3000)).toBe('http://[fd00::1]:3000')
})
