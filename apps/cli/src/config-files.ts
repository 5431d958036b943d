import { readFile } from 'node:fs/promises'
import { readConfigBytes } from '@weft/exchange'
import { UnusableInput } from './command'

/**
 * Reads a configuration file, which is text in UTF-8 or plain ASCII.
 *
 * @throws UnusableInput naming the file, what it is and how to mend it
 */
export async function readConfigText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new UnusableInput(
      `${file}: ${error instanceof Error ? error.message : String(error)}; name a configuration file that can be read`,
    )
  })
  const reading = readConfigBytes(bytes)
  if (reading.ok) return reading.text
  const place = reading.line === undefined ? file : `${file}:${reading.line}`
  throw new UnusableInput(`${place}: ${reading.what.en} ${reading.remedy.en}`)
}
