import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleDesign, serializeDesign } from '@weft/domain'
import { networkFromText } from '@weft/domain/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFailure } from '../../src/lab-failures'
import { main } from '../../src/main'
import { labDesigns } from './designs'

let folder = ''
let file = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-lab-command-'))
  file = join(folder, 'sample.json')
  writeFileSync(file, serializeDesign(sampleDesign()))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function weft(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await main(['lab', ...words], {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  return { code, ...said }
}

describe('weft lab', () => {
  it('writes a lab of FRR nodes and says what it leaves out', async () => {
    const place = join(folder, 'frr')
    const { code, out } = await weft(file, '-o', place)
    expect(code).toBe(0)
    expect(out).toContain('m-lag')
    expect(readdirSync(place)).toContain('sample.clab.yml')
    expect(readdirSync(join(place, 'leaf-1')).sort()).toEqual(['daemons', 'frr.conf', 'setup.sh'])
    expect(readFileSync(join(place, 'leaf-1', 'frr.conf'), 'utf8')).toMatch(/^router bgp \d+$/m)
  })

  it('writes a lab of VRP nodes with the configurations as they are', async () => {
    const place = join(folder, 'vrp')
    expect((await weft(file, '-o', place, '--kind', 'huawei_vrp')).code).toBe(0)
    expect(readFileSync(join(place, 'sample.clab.yml'), 'utf8')).toContain('startup-config: "leaf-1.cfg"')
    expect(readFileSync(join(place, 'leaf-1.cfg'), 'utf8')).toContain('sysname leaf-1')
  })

  it.each([
    ['no folder', () => [file], /-o DIR/],
    ['an unknown kind', () => [file, '-o', folder, '--kind', 'ios'], /frr or huawei_vrp, not "ios"/],
    ['no design', () => ['run'], /exactly one design file/],
    ['something that is not there', () => ['run', file, '--down', 'leaf-99'], /called "leaf-99"/],
  ])('refuses %s', async (_, words, reason) => {
    const { code, err } = await weft(...words())
    expect(code).toBe(2)
    expect(err).toMatch(reason)
  })

  it('takes down what is named, and changes no number by that', () => {
    const network = networkFromText(labDesigns[0]?.text ?? '')
    const failure = readFailure('spine1, link:leaf1.100GE1-0-2--spine2.100GE1-0-1', network)
    const shut = Object.values(failure.network.interfaces).filter(({ shutdown }) => shutdown === true)
    expect(shut.map(({ id }) => id).sort()).toEqual([
      'interface:leaf1.100GE1-0-2',
      'interface:spine1.100GE1-0-1',
      'interface:spine1.100GE1-0-2',
      'interface:spine1.LoopBack0',
      'interface:spine2.100GE1-0-1',
    ])
    expect({ ...failure.network, interfaces: network.interfaces }).toEqual(network)
  })
})
