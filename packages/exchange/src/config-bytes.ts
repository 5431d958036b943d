import type { LocalText } from '@weft/domain'
import { text } from '@weft/domain'
import { strFromU8 } from 'fflate'

export type ConfigReading =
  /** A byte order mark stays, so that the text can be written back byte by byte. */
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly line?: number; readonly what: LocalText; readonly remedy: LocalText }

/** Thousands of times a device's configuration, and still one string. */
const largest = 256 * 2 ** 20

/** Beginnings of files that are no text. Source: the file formats' own specifications. */
const signatures: readonly { readonly bytes: readonly number[]; readonly refusal: ConfigReading & { ok: false } }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    refusal: refusal(
      text('It is a zip archive.', '文件是 zip 压缩包。'),
      text('Unpack it and name the .cfg file in it.', '请解压后选择其中的 .cfg 文件。'),
    ),
  },
  {
    bytes: [0x1f, 0x8b],
    refusal: refusal(
      text('It is compressed with gzip.', '文件为 gzip 压缩格式。'),
      text('Unpack it first.', '请先解压。'),
    ),
  },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    refusal: refusal(
      text('It is a PDF document.', '文件是 PDF 文档。'),
      text('Save the configuration as plain text.', '请将配置另存为纯文本。'),
    ),
  },
]

/**
 * The text of a configuration file, which is UTF-8 or plain ASCII. Anything else is refused before a line of it is
 * read, because text in the wrong encoding would be changed when it is written again. Total: any bytes give an answer.
 */
export function readConfigBytes(bytes: Uint8Array): ConfigReading {
  if (bytes.length > largest) {
    return refusal(
      text(`It has more than ${largest / 2 ** 20} MB.`, `文件超过 ${largest / 2 ** 20} MB。`),
      text('Split it: one file per device.', '请拆分：每台设备一个文件。'),
    )
  }
  const known = signatures.find((each) => each.bytes.every((byte, index) => bytes[index] === byte))
  if (known) return known.refusal
  const wide = utf16Kind(bytes)
  if (wide) {
    return refusal(
      text(`It is text in ${wide}.`, `文件编码为 ${wide}。`),
      text(
        `Save it as UTF-8, for example with "iconv -f ${wide} -t UTF-8".`,
        `请另存为 UTF-8，例如“iconv -f ${wide} -t UTF-8”。`,
      ),
    )
  }
  const zero = bytes.indexOf(0)
  if (zero >= 0) {
    return refusal(
      text('It is not text: the line has a zero byte.', '不是文本：该行包含零字节。'),
      text('Choose a .cfg text file; a .dat file is binary.', '请选择 .cfg 文本文件；.dat 文件是二进制。'),
      lineOf(bytes, zero),
    )
  }
  const wrong = firstNotUtf8(bytes)
  if (wrong >= 0) return wrongEncoding(bytes, wrong)
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return { ok: true, text: mark ? `\ufeff${strFromU8(bytes.subarray(3))}` : strFromU8(bytes) }
}

function refusal(what: LocalText, remedy: LocalText, line?: number): ConfigReading & { readonly ok: false } {
  return { ok: false, ...(line === undefined ? {} : { line }), what, remedy }
}

function wrongEncoding(bytes: Uint8Array, place: number): ConfigReading {
  const line = lineOf(bytes, place)
  if (!looksLikeGbk(bytes)) {
    return refusal(
      text('The line is not UTF-8.', '该行不是 UTF-8。'),
      text('Save the file as UTF-8.', '请另存为 UTF-8。'),
      line,
    )
  }
  return refusal(
    text('The line is not UTF-8; it looks like GBK.', '该行不是 UTF-8，疑似 GBK。'),
    text(
      'Save the file as UTF-8, for example with "iconv -f GB18030 -t UTF-8".',
      '请另存为 UTF-8，例如“iconv -f GB18030 -t UTF-8”。',
    ),
    line,
  )
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

/** Place of the first byte at which the text stops being UTF-8, or -1. Source: RFC 3629, section 4. */
function firstNotUtf8(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return -1
}

/** Bytes of the character that starts here; 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): 0 | 1 | 2 | 3 | 4 {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const second = bytes[at + 1] ?? 0
  if (first >= 0xc2 && first <= 0xdf) return isTail(second) ? 2 : 0
  const third = isTail(bytes[at + 2] ?? 0)
  if (first >= 0xe0 && first <= 0xef) {
    const from = first === 0xe0 ? 0xa0 : 0x80
    const to = first === 0xed ? 0x9f : 0xbf
    return second >= from && second <= to && third ? 3 : 0
  }
  if (first < 0xf0 || first > 0xf4) return 0
  const from = first === 0xf0 ? 0x90 : 0x80
  const to = first === 0xf4 ? 0x8f : 0xbf
  return second >= from && second <= to && third && isTail(bytes[at + 3] ?? 0) ? 4 : 0
}

function isTail(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf
}

/** Every byte above ASCII begins a pair that GBK has. Source: GB 18030, two-byte area. */
function looksLikeGbk(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    if (lead < 0x81 || lead > 0xfe || trail < 0x40 || trail === 0x7f || trail > 0xfe) return false
    at += 1
  }
  return true
}

function lineOf(bytes: Uint8Array, place: number): number {
  let line = 1
  for (let index = 0; index < place; index += 1) if (bytes[index] === 0x0a) line += 1
  return line
}
