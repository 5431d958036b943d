import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyCommand, parseDesignText, serializeDesign } from '@weft/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { weft } from '../test/weft-command'
import { main } from './main'

let folder: string
let single: string
let double: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-failures-'))
  single = join(folder, 'single.json')
  double = join(folder, 'double.json')
  const size = ['--leaves', '3', '--pairs', '1', '--servers', '2', '--underlay', 'ospf']
  await weft('new', ...size, '--spines', '1', '-o', single)
  await weft('new', ...size, '--spines', '2', '-o', double)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ignored = (text: string) => text.length

describe('weft failures', () => {
  it('names the only uplinks as single points of failure', async () => {
    const { code, out } = await weft('failures', single, '--json')
    const { singlePoints, tried, sessions } = JSON.parse(out)
    expect(code).toBe(1)
    expect(singlePoints).toContainEqual({ failure: 'link:spine-1--leaf-3', own: 1, others: 1 })
    expect(tried.one).toBeGreaterThan(4)
    expect(sessions).toBeGreaterThan(4)
  })

  it('finds with two uplinks that both have to fail', async () => {
    const alone = JSON.parse((await weft('failures', double, '--of', 'devices', '--json')).out)
    expect(alone.singlePoints).toEqual([])
    expect(alone.tried).toEqual({ one: 5, two: 0 })
    const { code, out } = await weft('failures', double, '--of', 'devices,links', '--order', '2', '--json')
    const { cuts } = JSON.parse(out)
    expect(code).toBe(1)
    expect(cuts.flatMap(({ failures }: { failures: string[][] }) => failures)).toContainEqual([
      'link:spine-1--leaf-3',
      'link:spine-2--leaf-3',
    ])
  })

  it('proposes links that mend them, and a design with the first of them proves it', async () => {
    const lean = join(folder, 'lean.json')
    const design = JSON.parse(await readFile(double, 'utf8'))
    delete design.network.links['link:spine-2--leaf-3']
    await writeFile(lean, JSON.stringify(design))
    const before = JSON.parse((await weft('failures', lean, '--suggest', '--json')).out)
    expect(before.singlePoints.map(({ failure }: { failure: string }) => failure)).toContain('spine-1')
    const [first] = before.suggestions
    expect(first.mends).toContainEqual(['spine-1'])
    expect(first.mends).toContainEqual(['link:spine-1--leaf-3'])
    const reading = parseDesignText(await readFile(lean, 'utf8'))
    if (!reading.ok) throw new Error('the design is not readable')
    const result = applyCommand(reading.design, first.command)
    if ('refused' in result) throw new Error(result.refused.what.en)
    await writeFile(lean, serializeDesign(result.design))
    const after = JSON.parse((await weft('failures', lean, '--json')).out)
    const left = after.singlePoints.map(({ failure }: { failure: string }) => failure)
    for (const [failure] of first.mends) expect(left).not.toContain(failure)
    expect((await weft('failures', double, '--suggest')).out).toContain('No single link')
  })

  it('shows its progress only where somebody sees it', async () => {
    expect((await weft('failures', double)).err).toBe('')
    const shown: string[] = []
    await main(['failures', double], { out: ignored, err: ignored, progress: (line) => shown.push(line) })
    expect(shown.at(0)).toMatch(/^\[[.#]{30}\] 0 of \d+$/)
    expect(shown.at(-1)).toBe('')
  })

  it('refuses an order and a kind of failure it does not know', async () => {
    expect(await weft('failures', double, '--order', '3')).toMatchObject({ code: 2 })
    expect(await weft('failures', double, '--of', 'cables')).toMatchObject({ code: 2 })
  })
})

describe('weft what-if', () => {
  it('prints verdicts before and after, and how the loss is noticed', async () => {
    const { code, out } = await weft('what-if', single, '--down', 'spine-1', '--json')
    const { down, sessions, loopbacks } = JSON.parse(out)
    expect(code).toBe(1)
    expect(down).toEqual({ devices: ['device:spine-1'], links: [], interfaces: [] })
    const lost = sessions.find((each: { session: { kind: string } }) => each.session.kind === 'bgp')
    expect(lost).toMatchObject({ before: { status: 'established' }, after: { status: 'down' }, noticed: {} })
    expect(loopbacks.changed.length).toBeGreaterThan(0)
  })

  it('predicts that the backup puts its service ports in error-down, and split brain without detection', async () => {
    const peerLink = await weft('what-if', double, '--down', 'peer-link:leaf-1--leaf-2', '--json')
    expect(JSON.parse(peerLink.out).mlagPairs).toMatchObject([
      { outcome: 'backup-error-down', backup: 'device:leaf-2' },
    ])
    const both = await weft('what-if', double, '--down', 'peer-link:leaf-1--leaf-2,dad:leaf-1--leaf-2', '--json')
    expect(JSON.parse(both.out).mlagPairs).toMatchObject([{ outcome: 'dual-active' }])
    const dead = await weft('what-if', double, '--down', 'leaf-2')
    expect(dead.out).toContain('leaf-1 goes on alone')
  })

  it('finds links and ports by name, and loses nothing with one of two uplinks', async () => {
    const byDevices = JSON.parse((await weft('what-if', double, '--down', 'leaf-3--spine-1', '--json')).out)
    expect(byDevices.down.links).toHaveLength(1)
    expect(byDevices.sessions.every((each: { session: { kind: string } }) => each.session.kind === 'ospf')).toBe(true)
    const byId = JSON.parse((await weft('what-if', double, '--down', byDevices.down.links[0], '--json')).out)
    expect(byId.sessions).toEqual(byDevices.sessions)
    const byPort = JSON.parse((await weft('what-if', double, '--down', 'leaf-3:100GE1/0/1', '--json')).out)
    expect(byPort.down.interfaces).toEqual(['interface:leaf-3.100GE1-0-1'])
  })

  it('says which word names nothing', async () => {
    const { code, err } = await weft('what-if', double, '--down', 'leaf-3,leaf-99')
    expect(code).toBe(2)
    expect(err).toContain('"leaf-99"')
  })
})
