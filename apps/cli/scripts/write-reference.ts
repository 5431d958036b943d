import { writeFile } from 'node:fs/promises'
import { commandReference } from '../src/reference'

await writeFile(new URL('../../../docs/cli.md', import.meta.url), commandReference())
