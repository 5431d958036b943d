import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readConfigBytes } from './config-bytes'
import { readUploads } from './config-upload'

const config = '#\nsysname leaf-1\n#\nreturn\n'
const bytesOf = (...bytes: readonly number[]) => Uint8Array.from(bytes)
const utf16 = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]))

describe('bytes of a configuration file', () => {
  it('are its text, the byte order mark included', () => {
    expect(readConfigBytes(strToU8(config))).toEqual({ ok: true, text: config })
    expect(readConfigBytes(bytesOf(0xef, 0xbb, 0xbf, 0x23))).toEqual({ ok: true, text: '\ufeff#' })
  })

  it.each([
    ['UTF-16 without a mark', utf16(config), /UTF-16LE/, undefined],
    ['UTF-16 with a mark', bytesOf(0xfe, 0xff, 0, 0x23), /UTF-16BE/, undefined],
    ['a zero byte', bytesOf(0x23, 0x0a, 0x61, 0x00, 0x62), /zero byte/, 2],
    ['GBK', bytesOf(0x23, 0x0a, 0xc9, 0xcf, 0xba, 0xa3, 0x0a), /GBK/, 2],
    ['half a character', bytesOf(0x23, 0xe4, 0xb8), /not UTF-8/, 1],
    ['an overlong character', bytesOf(0xc0, 0x80), /not UTF-8/, 1],
    ['gzip', bytesOf(0x1f, 0x8b, 8), /gzip/, undefined],
    ['a PDF document', strToU8('%PDF-1.7'), /PDF/, undefined],
  ])('%s is refused with a remedy', (_what, bytes, message, line) => {
    const reading = readConfigBytes(bytes)
    expect(reading).toMatchObject({ ok: false, what: { en: expect.stringMatching(message) } })
    expect(reading.ok ? undefined : reading.line).toBe(line)
    expect(reading.ok ? '' : reading.remedy.zh).not.toBe('')
  })

  it('are read back whatever text they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('\u0000') && !text.startsWith('%PDF') && !text.startsWith('PK\u0003'))
        const reading = readConfigBytes(strToU8(text))
        expect(reading).toEqual({ ok: true, text })
      }),
    )
  })

  it('give an answer whatever they are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => 'ok' in readConfigBytes(bytes)))
  })
})

describe('a zip archive', () => {
  const archive = (entries: { readonly [name: string]: Uint8Array }) => [{ name: 'all.zip', bytes: zipSync(entries) }]

  it('gives the configurations in it, whatever stands beside them', () => {
    const uploads = archive({ 'site/leaf-1.cfg': strToU8(config), 'manifest.json': strToU8('{}'), 'site/': bytesOf() })
    expect(readUploads(uploads)).toEqual({ files: [{ name: 'all.zip/site/leaf-1.cfg', text: config }], problems: [] })
  })

  it('cannot leave the archive: names are labels', () => {
    const { files } = readUploads(archive({ '../../etc/leaf-1.cfg': strToU8(config) }))
    expect(files.map(({ name }) => name)).toEqual(['all.zip/../../etc/leaf-1.cfg'])
  })

  it('that claims to be enormous is refused before it is unpacked', () => {
    const bytes = zipSync({ 'leaf-1.cfg': new Uint8Array(1_000_000) })
    // The uncompressed size in the central directory.
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 28; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xf000_0000, true)
    }
    const { files, problems } = readUploads([{ name: 'bomb.zip', bytes }])
    expect(files).toEqual([])
    expect(problems[0]).toMatchObject({ file: 'bomb.zip', what: { en: expect.stringMatching(/more than/) } })
  })

  it('that is damaged is named, and the other files are read', () => {
    const [whole] = archive({ 'leaf-1.cfg': strToU8(config) })
    const bytes = whole?.bytes.subarray(0, 40) ?? bytesOf()
    const reading = readUploads([
      { name: 'half.zip', bytes },
      { name: 'leaf-2.cfg', bytes: strToU8(config) },
    ])
    expect(reading.problems.map(({ file }) => file)).toEqual(['half.zip'])
    expect(reading.files.map(({ name }) => name)).toEqual(['leaf-2.cfg'])
  })
})
