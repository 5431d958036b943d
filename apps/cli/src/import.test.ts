import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { weft } from '../test/weft-command'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

const leaf = `#
sysname leaf-1
#
interface 100GE1/0/1
 undo portswitch
 ip address 10.1.0.1 255.255.255.252
 qos trust dscp
#
return
`
const spine = leaf.replace('leaf-1', 'spine-1').replace('10.1.0.1', '10.1.0.2').replace(' qos trust dscp\n', '')

test('configurations become a design, and the report names the lines that were not understood', async () => {
  const files = [await fileWith('leaf-1.cfg', leaf), await fileWith('spine-1.cfg', spine)]
  const design = join(folder, 'fabric.json')
  const { code, out, err } = await weft('import', ...files, '-o', design, '--models', '*=CE6885-48YS8CQ')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain(`leaf-1.cfg:7  carried  qos trust dscp\n`)
  expect(out).toContain('2 devices, 9 lines: understood 88.9 %, 1 carried, 0 added\n')
  expect(JSON.parse(await readFile(design, 'utf8')).network.links).toMatchObject({
    'link:leaf-1.100GE1-0-1--spine-1.100GE1-0-1': {},
  })

  const exported = join(folder, 'out')
  await weft('export', design, '-o', exported, '--acknowledge-errors')
  expect(await readFile(join(exported, 'leaf-1.cfg'), 'utf8')).toBe(leaf)
})

test('importing again over the design lists what changed on the device', async () => {
  const design = join(folder, 'drift.json')
  const file = await fileWith('drift.cfg', leaf)
  await weft('import', file, '-o', design)
  expect(await weft('import', file, '--over', design)).toMatchObject({ code: 0 })
  await writeFile(file, leaf.replace('10.1.0.1', '10.1.0.9'))
  const { code, out } = await weft('import', file, '--over', design)
  expect(code).toBe(1)
  expect(out).toContain(`+ ${file}:6  interface 100GE1/0/1 / ip address 10.1.0.9 255.255.255.252\n`)
  expect(out).toContain('- interface 100GE1/0/1 / ip address 10.1.0.1 255.255.255.252  (')
})

test.each([
  ['a binary file', 'binary.cfg', new Uint8Array([35, 10, 0, 1, 2, 0]), 'binary.cfg:2'],
  ['GBK', 'gbk.cfg', new Uint8Array([...Buffer.from('#\nsysname '), 0xba, 0xcb, 0xd0, 0xc4, 10]), 'gbk.cfg:2'],
  ['UTF-16', 'wide.cfg', new Uint8Array(Buffer.from('\ufeff#\nsysname a\n', 'utf16le')), 'wide.cfg'],
  ['another vendor', 'ios.cfg', Buffer.from('!\nversion 15.2\nhostname r1\n'), 'ios.cfg:3'],
  ['an empty file', 'empty.cfg', Buffer.from('\n'), 'empty.cfg'],
])('%s is refused by name, and nothing is written', async (_, name, content, place) => {
  const design = join(folder, 'refused.json')
  const files = [await fileWith('good.cfg', leaf), await fileWith(name, content)]
  const { code, err } = await weft('import', ...files, '-o', design)
  expect(code).toBe(2)
  expect(err).toContain('nothing was imported')
  expect(err).toContain(`${place}: `)
  await expect(readFile(design)).rejects.toThrow('ENOENT')
})

test.each([
  ['a configuration of Junos', 'junos.cfg', 'set system host-name r1\n', 'junos.cfg:1: The line is of Juniper Junos'],
  [
    'a configuration of EOS',
    'eos.cfg',
    '! Command: show running-config\nhostname a\n',
    'eos.cfg:1: The line is of Arista EOS',
  ],
  ['a configuration of SR OS', 'nokia.cfg', '# TiMOS-B-12.0.R4\nexit all\n', 'nokia.cfg:1: The line is of Nokia SR OS'],
  [
    'a configuration of Comware',
    'h3c.cfg',
    ' version 7.1.075, Release 3605P07\n',
    'h3c.cfg:1: The line is of H3C Comware',
  ],
  ['100 MB of lines', 'huge.cfg', '#\nsysname a\n'.repeat(8_000_000), 'huge.cfg: The file has more than 32 MB'],
  [
    'a shortened keyword among typed commands',
    'typed.txt',
    'system-view\nsysname a\ninterf 100ge1/0/1\nquit\n',
    'typed.txt:3: `interf`',
  ],
])('%s is refused by name, line and reason', async (_, name, content, message) => {
  const design = join(folder, 'refused.json')
  const { code, err } = await weft(
    'import',
    await fileWith('good.cfg', leaf),
    await fileWith(name, content),
    '-o',
    design,
  )
  expect(code).toBe(2)
  expect(err).toContain(message)
  await expect(readFile(design)).rejects.toThrow('ENOENT')
})

test.each([
  ['a million nested blanks', `#\nsysname a\n#\n${' '.repeat(1_000_000)}interface LoopBack0\n#\nreturn\n`, 'odd'],
  ['a hostname that is not that of the file', leaf, 'The file is named odd-file and its device is leaf-1.'],
  ['a truncated file', leaf.slice(0, leaf.indexOf(' qos')), 'a part of a configuration'],
])('%s is imported, and the report says so', async (_, content, message) => {
  const file = await fileWith('odd-file.cfg', content)
  const { code, out } = await weft('import', file, '-o', join(folder, 'odd.json'))
  expect(code).toBe(0)
  expect(out).toContain(message)
})

test('parts of one device are taken together when asked', async () => {
  const part = (lines: string) => `#\nsysname leaf-7\n#\n${lines}#\n`
  const files = [
    await fileWith('part-1.cfg', part('interface LoopBack0\n')),
    await fileWith('part-2.cfg', part('interface LoopBack1\n')),
  ]
  const refused = await weft('import', ...files, '-o', join(folder, 'parts.json'))
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('give --join') })
  expect(await weft('import', ...files, '--join', '-o', join(folder, 'parts.json'))).toMatchObject({ code: 0 })
})

test('typed commands are read as such when told so', async () => {
  const file = await fileWith('plain.txt', 'sysname leaf-8\ninterface 100ge 1/0/1\nundo portswitch\n')
  const { out } = await weft('import', file, '--typed', '-o', join(folder, 'typed.json'))
  expect(out).toContain('typed commands, a part of a configuration')
})

test('one device in two files is refused with file and line', async () => {
  const files = [await fileWith('one.cfg', leaf), await fileWith('two.cfg', leaf)]
  const { code, err } = await weft('import', ...files, '-o', join(folder, 'twice.json'))
  expect(code).toBe(2)
  expect(err).toContain('two.cfg:2: The device "leaf-1" is also in')
})

test('says what is missing on the command line', async () => {
  const file = await fileWith('alone.cfg', leaf)
  expect((await weft('import', file)).err).toContain('-o DESIGN')
  expect((await weft('import', '-o', 'x.json')).err).toContain('name the configuration files')
  expect((await weft('import', file, '-o', 'x.json', '--models', 'leaf-1')).err).toContain('NAME=MODEL')
})
