#!/usr/bin/env node
// The packages are TypeScript sources: tsx loads them as they are, so there is nothing to build.
import { register } from 'tsx/esm/api'

// Who reads the output may have seen enough, as `head` does.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

register()
const { main } = await import('../src/main.ts')
process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  ...(process.stderr.isTTY ? { progress: (line) => process.stderr.write(`\r\x1b[2K${line}`) } : {}),
})
