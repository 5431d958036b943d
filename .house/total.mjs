// node .house/total.mjs FILE…: one closing line for the counts that several commands have left.
import { existsSync, readFileSync } from 'node:fs'
import { closingLine, none, sum } from './lib/counts.mjs'

const total = sum(
  process.argv
    .slice(2)
    .map((file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { ...none, failed: 1 })),
)
console.log(closingLine(total))
process.exitCode = total.failed === 0 ? 0 : 1
