import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { weft } from '../test/weft-command'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-config-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

const tidy = '#\ninterface Vlanif10\n ip address 10.0.0.1 255.255.255.0\n#\nreturn\n'
const untidy = '#\r\ninterface Vlanif10   \r\n    ip address 10.0.0.1 255.255.255.0\r\n\r\n#\r\nreturn\r\n'

describe('weft fmt', () => {
  it('prints configurations as a device lays them out and leaves the files alone', async () => {
    const file = await fileWith('print.cfg', untidy)
    expect(await weft('fmt', file, await fileWith('tidy.cfg', tidy))).toEqual({ code: 0, out: tidy + tidy, err: '' })
    expect(await readFile(file, 'utf8')).toBe(untidy)
  })

  it('checks', async () => {
    const file = await fileWith('check.cfg', untidy)
    const good = await fileWith('good.cfg', tidy)
    expect(await weft('fmt', '--check', good, file)).toEqual({ code: 1, out: `${file}\n`, err: '' })
    expect(await weft('fmt', '--check', good)).toEqual({ code: 0, out: '', err: '' })
    expect(await readFile(file, 'utf8')).toBe(untidy)
  })

  it('writes only when told to, and nothing when one file cannot be read', async () => {
    const file = await fileWith('write.cfg', untidy)
    expect((await weft('fmt', '--write', file, join(folder, 'absent.cfg'))).code).toBe(2)
    expect(await readFile(file, 'utf8')).toBe(untidy)
    expect(await weft('fmt', '--write', file)).toEqual({ code: 0, out: `${file}\n`, err: '' })
    expect(await readFile(file, 'utf8')).toBe(tidy)
    expect(await weft('fmt', '--write', file)).toEqual({ code: 0, out: '', err: '' })
    expect((await weft('fmt', '--write', '--check', file)).err).toContain('choose one of')
  })

  it('gives the stored form of typed commands, or none when a line is refused', async () => {
    const typed = await fileWith('typed.txt', '[~A] interface vlanif 10\n[*A-Vlanif10] ip address 10.0.0.1 24\n')
    expect(await weft('fmt', '--typed', typed)).toEqual({ code: 0, out: tidy, err: '' })
    const short = await fileWith('short.txt', 'vlan batch 10\nint vlanif 10\n')
    expect(await weft('fmt', '--typed', short)).toEqual({
      code: 1,
      out: '',
      err: `${short}: line 2  abbreviated  \`int\` is no full keyword. Keywords are not guessed, so the line was left out. Write the keyword in full: \`interface\`.\n`,
    })
  })
})

describe('weft parse', () => {
  it('prints the views with line numbers and what is odd', async () => {
    const file = await fileWith('odd.cfg', '#\n sysname a\n#\nospf 1\n area 0.0.0.0\n  network 10.0.0.0 0.0.0.255\n')
    expect(await weft('parse', file)).toEqual({
      code: 0,
      out: [
        '     2  sysname a',
        '     4  ospf 1',
        '     5    area 0.0.0.0',
        '     6      network 10.0.0.0 0.0.0.255',
        'line 2  top-line-indented  The line is indented but is a command of the system view. It was read as such. Begin it in the first column.',
        '',
      ].join('\n'),
      err: '',
    })
  })

  it('gives every line once in one JSON shape', async () => {
    const file = await fileWith('json.cfg', '!Software Version V200R005C10\n#\nospf 1\n area 0.0.0.0\n')
    const { code, out } = await weft('parse', '--json', file)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      file,
      lines: 4,
      problems: [],
      tree: [
        { line: 1, kind: 'comment', text: '!Software Version V200R005C10' },
        { line: 2, kind: 'separator', text: '#' },
        {
          line: 3,
          kind: 'command',
          text: 'ospf 1',
          opens: 'ospf',
          placedBy: 'both',
          children: [
            { line: 4, kind: 'command', text: 'area 0.0.0.0', opens: 'ospf-area', placedBy: 'both', children: [] },
          ],
        },
      ],
    })
  })

  it('reads typed input with what was refused and ignored', async () => {
    const file = await fileWith('session.txt', '<A> system-view\n[~A] vlan 10\n[*A-vlan10] nam x\n')
    const { code, out } = await weft('parse', '--typed', '--json', file)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      tree: [{ line: 2, text: 'vlan 10' }],
      problems: [{ line: 3, code: 'abbreviated' }],
      ignored: [{ line: 1, reason: 'session' }],
    })
    expect((await weft('parse', '--typed', file)).out).toContain('     2  vlan 10\n')
  })

  it('expects one file', async () => {
    expect(await weft('parse')).toMatchObject({ code: 2, err: expect.stringContaining('exactly one') })
  })
})

describe('a file that is not text in UTF-8 is refused with its name and a remedy', () => {
  const chinese = '#\nsysname 叶子\n#\n'
  const utf16 = Buffer.from(chinese, 'utf16le')
  test.each([
    ['utf16le.cfg', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'UTF-16LE'],
    ['utf16be.cfg', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]), 'UTF-16BE'],
    ['utf16-plain.cfg', Buffer.from(tidy, 'utf16le'), 'iconv -f UTF-16LE'],
    ['utf16be-plain.cfg', Buffer.from(tidy, 'utf16le').swap16(), 'iconv -f UTF-16BE'],
    [
      'gbk.cfg',
      Buffer.from([...Buffer.from('#\nsysname '), 0xd2, 0xb6, 0xd7, 0xd3, 0x0a]),
      ':2: The line is not UTF-8; it looks like GBK',
    ],
    ['latin1.cfg', Buffer.from([...Buffer.from('#\n#\nsysname caf'), 0xe9, 0x0a]), ':3: The line is not UTF-8. Save'],
    ['binary.dat', Buffer.from([1, 2, 10, 0, 3, 4]), ':2: It is not text: the line has a zero byte'],
    ['archive.zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'zip archive. Unpack it'],
    ['packed.gz', Buffer.from([0x1f, 0x8b, 8, 0]), 'gzip'],
  ])('%s', async (name, content, message) => {
    const file = await fileWith(name, content)
    for (const command of ['fmt', 'parse']) {
      const { code, out, err } = await weft(command, file)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(`weft ${command}: ${file}:`)
      expect(err).toContain(message)
    }
  })

  it('but a byte order mark of UTF-8 is read over', async () => {
    expect((await weft('fmt', await fileWith('mark.cfg', `\ufeff${tidy}`))).out).toBe(tidy)
  })
})
