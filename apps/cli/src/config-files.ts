import { readFile } from 'node:fs/promises'
import { UnusableInput } from './command'

/**
 * Reads a configuration file, which is text in UTF-8 or plain ASCII. Anything else is refused before a line of it is
 * read, because text in the wrong encoding would be changed when it is written again.
 *
 * @throws UnusableInput naming the file, what it is and how to mend it
 */
export async function readConfigText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new UnusableInput(
      `${file}: ${error instanceof Error ? error.message : String(error)}; name a configuration file that can be read`,
    )
  })
  const refusal = bytes.length > largest ? `it has more than ${largest / 2 ** 20} MB; split it` : refuseBytes(bytes)
  if (refusal !== undefined) throw new UnusableInput(`${file}: ${refusal}`)
  // ignoreBOM keeps the mark, so that the text can be written back byte by byte.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** Thousands of times a device's configuration, and still one string. */
const largest = 256 * 2 ** 20

/** Beginnings of files that are no text. Source: the file formats' own specifications. */
const signatures: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'it is a zip archive; unpack it and name the .cfg file in it'],
  [[0x1f, 0x8b], 'it is compressed with gzip; unpack it first'],
  [[0x25, 0x50, 0x44, 0x46], 'it is a PDF document; save the configuration as plain text'],
]

function refuseBytes(bytes: Uint8Array): string | undefined {
  const known = signatures.find(([signature]) => signature.every((byte, index) => bytes[index] === byte))
  if (known) return known[1]
  const utf16 = utf16Kind(bytes)
  if (utf16) return `it is text in ${utf16}; save it as UTF-8, for example with "iconv -f ${utf16} -t UTF-8"`
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    return `it is not text: line ${lineOf(bytes, nul)} has a zero byte; name a .cfg text file (a .dat file is binary)`
  }
  if (isDecodable(bytes, 'utf-8')) return undefined
  const line = lineOf(bytes, firstInvalid(bytes))
  if (isDecodable(bytes, 'gb18030')) {
    return `line ${line} is not UTF-8 and looks like GBK; save it as UTF-8, for example with "iconv -f GB18030 -t UTF-8"`
  }
  return `line ${line} is not UTF-8; save the file as UTF-8`
}

/** By the byte order mark, or by the zero byte that every second byte of plain text is. */
function utf16Kind(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'UTF-16LE'
  if (first === 0xfe && second === 0xff) return 'UTF-16BE'
  const sample = bytes.subarray(0, 400)
  if (sample.length < 4 || sample.length % 2 !== 0) return undefined
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = sample.length * 0.4
  if (odd > most && even === 0) return 'UTF-16LE'
  return even > most && odd === 0 ? 'UTF-16BE' : undefined
}

function isDecodable(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Place of the first byte at which the text stops being UTF-8. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2)
    if (isDecodablePart(bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  return low
}

/** A part may end within a character. */
function isDecodablePart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function lineOf(bytes: Uint8Array, place: number): number {
  let line = 1
  for (let index = 0; index < place; index += 1) if (bytes[index] === 0x0a) line += 1
  return line
}
