import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { designJsonSchema } from '../src/document'

/** Run with `npx tsx packages/domain/scripts/write-schema.ts` after a change of the model. */
const file = fileURLToPath(new URL('../../../docs/design.schema.json', import.meta.url))
writeFileSync(file, `${JSON.stringify(designJsonSchema(), undefined, 2)}\n`)
process.stdout.write(`${file} written\n`)
