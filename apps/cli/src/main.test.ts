import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { weft } from '../test/weft-command'
import { commandReference } from './reference'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function newDesign(name: string, ...options: readonly string[]): Promise<string> {
  const file = join(folder, name)
  expect(await weft('new', ...options, '-o', file)).toEqual({ code: 0, out: '', err: '' })
  return file
}

/** A design with findings of severity error: two devices share a name and a loopback address. */
async function faultyDesign(name: string): Promise<string> {
  const file = await newDesign(name, '--leaves', '2', '--pairs', '1', '--servers', '1')
  const design = JSON.parse(await readFile(file, 'utf8'))
  design.network.devices['device:leaf-2'].name = 'leaf-1'
  design.network.interfaces['interface:leaf-2.LoopBack0'].ipv4 =
    design.network.interfaces['interface:leaf-1.LoopBack0'].ipv4
  await writeFile(file, JSON.stringify(design))
  return file
}

describe('weft new', () => {
  it('writes the same file for the same options', async () => {
    const one = await weft('new', '--leaves', '6', '--seed', '3')
    expect(one.code).toBe(0)
    expect(await weft('new', '--leaves', '6', '--seed', '3')).toEqual(one)
  })

  it('makes two ASs of routers without a finding that asks for more than a look', async () => {
    const file = await newDesign('inter-as.json', '--inter-as', '2')
    expect((await weft('check', file)).out).toMatch(/(^|\n)0 errors, 0 warnings, \d+ hints?\n$/)
  })

  it.each([
    [['--inter-as', '0'], 'PEs of each AS must be a whole number from 1 to 100, got 0'],
    [['--leaves', 'many'], '--leaves must be a whole number, got "many"'],
    [['--pairs', '9'], '9 pairs need 18 leaves but there are 4'],
    [['--underlay', 'rip'], '--underlay must be ospf, ospfv3, isis or ebgp, got "rip"'],
    [['--colour', 'red'], "Unknown option '--colour'"],
  ])('refuses %o and says why', async (options, message) => {
    const { code, err } = await weft('new', ...options)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

describe('weft check', () => {
  it.each(['ospf', 'ebgp'])('finds no error and no warning in a new %s fabric', async (underlay) => {
    const file = await newDesign(`clean-${underlay}.json`, '--underlay', underlay, '--servers', '5')
    const { code, out } = await weft('check', file)
    expect(out).toMatch(/(^|\n)0 errors, 0 warnings, \d+ hints\n$/)
    expect(code).toBe(0)
  })

  it('exits 1 and names the rule when there is an error', async () => {
    const { code, out } = await weft('check', await faultyDesign('faulty.json'))
    expect(code).toBe(1)
    expect(out).toContain('address/duplicate')
  })

  it('prints one stable JSON shape', async () => {
    const { out } = await weft('check', '--json', await faultyDesign('json.json'))
    const report = JSON.parse(out)
    expect(Object.keys(report)).toEqual(['file', 'counts', 'findings'])
    expect(report.counts.error).toBeGreaterThan(0)
    expect(report.findings[0]).toMatchObject({
      ruleId: expect.any(String),
      severity: 'error',
      subjects: expect.arrayContaining([expect.any(String)]),
    })
  })

  it('shows waived findings, counts them apart and counts them again when the waiver expires', async () => {
    const file = await faultyDesign('waived.json')
    const design = JSON.parse(await readFile(file, 'utf8'))
    const { findings } = JSON.parse((await weft('check', '--json', file)).out)
    const errors = findings.filter(({ severity }: { severity: string }) => severity === 'error')
    design.network.waivers = Object.fromEntries(
      errors.map(({ key }: { key: string }, index: number) => [
        `waiver:w${index}`,
        { id: `waiver:w${index}`, finding: key, reason: 'rebuilt in May', owner: 'Ada', until: '2026-05-31' },
      ]),
    )
    await writeFile(file, JSON.stringify(design))
    const held = await weft('check', file, '--today', '2026-05-31')
    expect(held.code).toBe(0)
    expect(held.out).toContain(`0 errors`)
    expect(held.out).toContain(`${errors.length} waived`)
    expect(held.out).toMatch(/^waived {3}address\/duplicate .* Ada until 2026-05-31: rebuilt in May$/m)
    const later = await weft('check', file, '--today', '2026-06-01')
    expect(later.code).toBe(1)
    expect(later.out).toContain('the waiver of Ada expired on 2026-05-31')
    expect((await weft('check', file, '--today', 'May')).code).toBe(2)
  })

  it('lets waived errors through an export, and asks about them again when the waiver expires', async () => {
    const file = await faultyDesign('waived-export.json')
    const design = JSON.parse(await readFile(file, 'utf8'))
    const { findings } = JSON.parse((await weft('check', '--json', file)).out)
    const errors = findings.filter(({ severity }: { severity: string }) => severity === 'error')
    const waivers = errors.map(({ key }: { key: string }, index: number) => {
      const id = `waiver:w${index}`
      return [id, { id, finding: key, reason: 'rebuilt in May', owner: 'Ada', until: '2026-05-31' }]
    })
    await writeFile(
      file,
      JSON.stringify({ ...design, network: { ...design.network, waivers: Object.fromEntries(waivers) } }),
    )
    const output = join(folder, 'waived-export')
    expect((await weft('export', file, '-o', output, '--today', '2026-06-01')).code).toBe(1)
    expect((await weft('export', file, '-o', output, '--today', '2026-05-31')).code).toBe(0)
    const manifest = JSON.parse(await readFile(join(output, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ errorsAcknowledged: false, findings: { error: 0, waived: errors.length } })
    expect(await readFile(join(output, 'findings.md'), 'utf8')).toContain(
      'waived by Ada until 2026-05-31, rebuilt in May',
    )
  })

  it.each([
    ['a file that is not there', undefined, 'no such file'],
    ['text that is not JSON', 'hello', 'not a usable design'],
    ['JSON that is no design', '[]', 'not a usable design'],
  ])('exits 2 for %s', async (name, content, message) => {
    const file = join(folder, `${name}.json`)
    if (content !== undefined) await writeFile(file, content)
    const { code, err } = await weft('check', file)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

describe('weft export', () => {
  it('writes a configuration per device and a manifest whose sums are right', async () => {
    const output = join(folder, 'out')
    expect(await weft('export', await newDesign('export.json'), '-o', output)).toMatchObject({ code: 0 })
    const manifest = JSON.parse(await readFile(join(output, 'manifest.json'), 'utf8'))
    expect(manifest.devices.map((device: { path: string }) => device.path)).toContain('leaf-1.cfg')
    for (const { path, sha256, bytes } of [...manifest.devices, ...manifest.reports]) {
      const content = await readFile(join(output, path))
      expect({ bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }).toEqual({
        bytes,
        sha256,
      })
    }
    expect((await readdir(output)).length).toBe(manifest.devices.length + manifest.reports.length + 1)
  })

  it('writes nothing while errors are not acknowledged', async () => {
    const file = await faultyDesign('refused.json')
    const output = join(folder, 'refused')
    const refused = await weft('export', file, '-o', output)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('findings of severity error')
    await expect(readdir(output)).rejects.toThrow('ENOENT')
    expect((await weft('export', file, '-o', output, '--acknowledge-errors')).code).toBe(0)
    expect(await readdir(output)).toContain('manifest.json')
  })
})

describe('weft blame', () => {
  it('names records, rule and source of every line', async () => {
    const { out } = await weft('blame', await newDesign('blame.json'), '--device', 'spine-1', '--json')
    const [{ device, lines }] = JSON.parse(out)
    expect(device).toBe('spine-1')
    expect(lines.length).toBeGreaterThan(20)
    for (const line of lines) {
      expect(line).toMatchObject({
        text: expect.any(String),
        derivation: expect.stringMatching(/\w/),
        source: expect.stringMatching(/\w/),
      })
      expect(line.records.length).toBeGreaterThan(0)
    }
  })

  it('says when there is no such device', async () => {
    expect(await weft('blame', await newDesign('none.json'), '--device', 'leaf-99')).toMatchObject({
      code: 2,
      err: 'weft blame: there is no device "leaf-99" in the design\n',
    })
  })
})

describe('weft', () => {
  it('lists its commands and refuses others', async () => {
    expect((await weft()).out).toContain('export')
    expect(await weft('deploy')).toMatchObject({ code: 2, err: expect.stringContaining('unknown command "deploy"') })
  })

  it('has a command reference in docs that is up to date', async () => {
    expect(await readFile(new URL('../../../docs/cli.md', import.meta.url), 'utf8')).toBe(commandReference())
  })
})

it('ends quietly when whoever reads has seen enough', () => {
  const weft = join(import.meta.dirname, '../bin/weft.mjs')
  const { stdout, stderr } = spawnSync('sh', ['-c', `"$0" "$1" rules --json | head -1`, process.execPath, weft])
  expect([String(stdout), String(stderr)]).toEqual(['[\n', ''])
})
