import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expandIntents } from '@weft/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { weft } from '../test/weft-command'

let folder: string
let sound: string
let broken: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-cli-'))
  sound = join(folder, 'sound.json')
  broken = join(folder, 'broken.json')
  await weft('new', '--leaves', '2', '--pairs', '1', '--servers', '1', '-o', sound)
  const design = JSON.parse(await readFile(sound, 'utf8'))
  // The peering of leaf-1 with spine-1 expects an AS number spine-1 does not have.
  const expanded = JSON.stringify(expandIntents(design.network).peerings)
  const peerings: Record<string, { ends: { owner: { deviceId: string }; remoteAsNumber?: number }[] }> =
    JSON.parse(expanded)
  const peering = Object.values(peerings).find(({ ends }) =>
    ['device:leaf-1', 'device:spine-1'].every((id) => ends.some(({ owner }) => owner.deviceId === id)),
  )
  const end = peering?.ends.find(({ owner }) => owner.deviceId === 'device:leaf-1')
  if (end === undefined) throw new Error('leaf-1 peers with spine-1')
  end.remoteAsNumber = 64999
  design.network.peerings = peerings
  await writeFile(broken, JSON.stringify(design))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('weft sessions', () => {
  it('exits 0 and lists every kind when nothing is down', async () => {
    const { code, out } = await weft('sessions', sound, '--json')
    expect(code).toBe(0)
    const report = JSON.parse(out)
    expect(Object.keys(report)).toEqual(['file', 'counts', 'sessions'])
    expect(report.counts.down).toBe(0)
    expect(new Set(report.sessions.map(({ kind }: { kind: string }) => kind))).toEqual(
      new Set(['bgp', 'ospf', 'dfs-pairing', 'dual-active-detection']),
    )
    expect(Object.keys(report.sessions[0])).toEqual(['name', 'kind', 'devices', 'status', 'assurance', 'failing'])
  })

  it('exits 1 and says why one is down', async () => {
    const { code, out } = await weft('sessions', broken, '--device', 'leaf-1')
    expect(code).toBe(1)
    expect(out).toMatch(/down\s+proved\s+bgp\s+leaf-1:\S+ {2}leaf-1 expects AS 64999/)
    expect(out).toContain(' 1 down, ')
  })
})

describe('weft explain', () => {
  it('prints the proof with lines and sources, and the edit that brings the session up', async () => {
    const { code, out } = await weft('explain', broken, 'bgp:leaf-1--spine-1')
    expect(code).toBe(1)
    expect(out).toContain(': down (proved)')
    expect(out).toContain('- as-number: leaf-1 expects AS 64999')
    expect(out).toMatch(/leaf-1:\d+ {2}peer \S+ as-number 64999/)
    expect(out).toContain('seen from spine-1')
    expect(out).toContain('to bring it up:\n    Expect the AS number the other end has, on leaf-1')
  })

  it('prints one stable JSON shape', async () => {
    const [explained] = JSON.parse((await weft('explain', sound, 'bgp:leaf-1--spine-1', '--json')).out)
    expect(Object.keys(explained)).toEqual([
      'name',
      'kind',
      'devices',
      'status',
      'assurance',
      'failing',
      'sides',
      'notModelled',
      'fixes',
    ])
    expect(explained).toMatchObject({ status: 'established', fixes: [] })
    const [fact] = explained.sides[0].facts
    expect(Object.keys(fact).sort()).toEqual(['fact', 'holds', 'lines', 'records', 'says', 'source'])
    expect(fact.lines[0]).toEqual({ device: 'leaf-1', number: expect.any(Number), text: expect.any(String) })
  })

  it('exits 2 for a session nobody has', async () => {
    const { code, err } = await weft('explain', sound, 'leaf-1--leaf-9')
    expect(code).toBe(2)
    expect(err).toContain('there is no session "leaf-1--leaf-9"')
  })
})

describe('weft reach', () => {
  it('prints the way between two devices in both directions', async () => {
    const { code, out } = await weft('reach', sound, 'leaf-1', 'leaf-2')
    expect(code).toBe(0)
    expect(out).toMatch(/^reachable {4}leaf-1 → leaf-2 \S+ {2}leaf-1 → \S+ → leaf-2$/m)
    expect(out).toMatch(/^reachable {4}leaf-2 → leaf-1 /m)
  })

  it('says where a way stops and why', async () => {
    const cut = join(folder, 'cut.json')
    const design = JSON.parse(await readFile(sound, 'utf8'))
    design.network.interfaces['interface:leaf-2.LoopBack0'].outsideUnderlay = true
    await writeFile(cut, JSON.stringify(design))
    const { code, out } = await weft('reach', cut, '--json')
    expect(code).toBe(1)
    const { counts, pairs } = JSON.parse(out)
    expect(counts.unreachable).toBeGreaterThan(0)
    expect(pairs.find(({ kind }: { kind: string }) => kind === 'unreachable')).toMatchObject({
      to: 'leaf-2',
      reason: 'no-route',
      stoppedAt: expect.stringMatching(/leaf|spine/),
    })
  })

  it('exits 2 for a device nobody drew', async () => {
    expect(await weft('reach', sound, 'leaf-9')).toMatchObject({ code: 2 })
  })
})

describe('weft rules', () => {
  it('lists every rule, and one in full', async () => {
    const listed = JSON.parse((await weft('rules', '--json')).out)
    expect(listed.length).toBeGreaterThan(200)
    expect(Object.keys(listed[0]).sort()).toEqual(['id', 'offersFix', 'remedy', 'severity', 'source', 'title', 'why'])
    expect((await weft('rules', 'bmp/fate-sharing')).out).toContain('BMP depends on the BGP it watches')
    expect((await weft('rules', 'no/such')).code).toBe(2)
  })
})

describe('the source map of weft export', () => {
  it('explains every line it exports', async () => {
    const output = join(folder, 'out')
    expect((await weft('export', sound, '-o', output)).code).toBe(0)
    const { weftSourceMap, devices, derivations } = JSON.parse(await readFile(join(output, 'source-map.json'), 'utf8'))
    expect(weftSourceMap).toBe(1)
    for (const { path, lines } of devices) {
      const texts = lines.map(({ text }: { text: string }) => `${text}\n`).join('')
      expect(texts).toBe(await readFile(join(output, path), 'utf8'))
      for (const { derivation, records } of lines) {
        expect(derivations[derivation].source).not.toBe('')
        expect(records.length).toBeGreaterThan(0)
      }
    }
  })
})
