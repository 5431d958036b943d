import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ConfigFile, ImportOptions } from '../../src/import-configs'
import { importConfigs } from '../../src/import-configs'
import { configTexts } from '../compiled-configs'
import { corpusFolder, hasCorpus } from './corpus-examples'

const stored = (name: string, port: string) =>
  `#\nsysname ${name}\n#\ninterface ${port}\n undo portswitch\n#\ninterface LoopBack0\n#\nreturn\n`

const versionOf = (model: string) => `Huawei Versatile Routing Platform Software
VRP (R) software, Version 8.220 (CE6800 V300R022C00SPC500)
Copyright (C) 2012-2023 Huawei Technologies Co., Ltd.
HUAWEI ${model} uptime is 161 days, 0 hour, 20 minutes
`

function imported(files: readonly ConfigFile[], options: ImportOptions = {}) {
  const result = importConfigs(files, options)
  if (!result.ok) throw new Error(result.problems.map(({ file, line, what }) => `${file}:${line} ${what.en}`).join())
  return { ...result, devices: Object.values(result.design.network.devices) }
}

const refusals = (text: string, options: ImportOptions = {}) => {
  const result = importConfigs([{ name: 'a.txt', text }], options)
  return result.ok ? [] : result.problems
}

describe('typed commands', () => {
  const typed = `<HUAWEI> system-view
[~HUAWEI] sysname leaf-1
[*HUAWEI] commit
[~leaf-1] interface 100ge 1/0/1
[*leaf-1-100GE1/0/1] undo portswitch
[*leaf-1-100GE1/0/1] ip address 10.1.0.1 30
[*leaf-1-100GE1/0/1] quit
[*leaf-1] ntp unicast-server 10.9.0.1
`
  test('are told by their prompts, and become what the device would store', () => {
    const { devices, design, report } = imported([{ name: 'a.txt', text: typed }])
    expect(devices).toMatchObject([{ name: 'leaf-1', partlyKnown: true }])
    expect(configTexts(design.network).get('leaf-1')).toBe(
      '#\nsysname leaf-1\n#\ninterface 100GE1/0/1\n undo portswitch\n ip address 10.1.0.1 255.255.255.252\n#\nntp unicast-server 10.9.0.1\n#\nreturn\n',
    )
    expect(report.devices).toMatchObject([{ form: 'typed', partial: true }])
    expect(report.devices[0]?.lines.map(({ line, verdict }) => `${line} ${verdict}`)).toEqual([
      '2 modelled',
      '4 modelled',
      '5 modelled',
      '6 modelled',
      '8 carried',
    ])
  })

  test('are told by quit and system-view without prompts', () => {
    const { report } = imported([{ name: 'a.txt', text: typed.replaceAll(/^[<[].*?[>\]] /gm, '') }])
    expect(report.devices).toMatchObject([{ name: 'leaf-1', form: 'typed' }])
  })

  test('are read as such where nothing tells, when a person says so', () => {
    const text = 'sysname leaf-1\ninterface 100ge 1/0/1\nundo portswitch\n'
    expect(imported([{ name: 'a.txt', text }], { form: 'typed' }).report.devices).toMatchObject([{ form: 'typed' }])
  })

  test('are refused with line and reason where a keyword is shortened, and nothing is imported', () => {
    const text = typed.replace('undo portswitch', 'undo ports')
    expect(refusals(text)).toMatchObject([{ file: 'a.txt', line: 5, what: { en: expect.stringContaining('`ports`') } }])
  })
})

describe('a captured session', () => {
  const session = (name: string, model: string) =>
    `<${name}>display version\n${versionOf(model)}<${name}>dis cur\n${stored(name, '100GE1/0/1')}<${name}>\n`

  test('gives the configuration, the model and the software version', () => {
    const { devices, design, report } = imported([{ name: 'log.txt', text: session('leaf-1', 'CE6881-48S6CQ') }])
    expect(devices).toMatchObject([{ name: 'leaf-1', model: 'CE6881-48S6CQ', softwareVersion: 'V300R022C00SPC500' }])
    expect(report).toMatchObject({ modelsWanted: [], remarks: [], devices: [{ form: 'session', partial: false }] })
    expect(report.devices[0]?.lines[0]).toMatchObject({ line: 8, text: 'sysname leaf-1' })
    expect(configTexts(design.network).get('leaf-1')).toBe(stored('leaf-1', '100GE1/0/1'))
  })

  test('may be of several devices', () => {
    const text = `${session('leaf-1', 'CE6881-48S6CQ')}${session('leaf-2', 'CE6881-48S6CQ')}`
    expect(imported([{ name: 'log.txt', text }]).devices.map(({ name }) => name)).toEqual(['leaf-1', 'leaf-2'])
  })

  test('may stand in another file than the configuration', () => {
    const files = [
      { name: 'leaf-1.cfg', text: stored('leaf-1', '100GE1/0/1') },
      {
        name: 'versions.txt',
        text: `<leaf-1>display version\n${versionOf('CE6881-48S6CQ')}<leaf-9>display version\n${versionOf('CE8850')}`,
      },
    ]
    const { devices, report } = imported(files)
    expect(devices).toMatchObject([{ model: 'CE6881-48S6CQ' }])
    expect(report.remarks).toMatchObject([{ file: 'versions.txt', what: { en: expect.stringContaining('leaf-9') } }])
  })

  test('with a banner in brackets keeps it', () => {
    const banner = 'header login information "\n[leaf] staff only\n<staff only>\n"\n'
    const text = `<leaf-1>display current-configuration\n#\nsysname leaf-1\n#\n${banner}#\nreturn\n`
    const { design } = imported([{ name: 'leaf-1.txt', text }])
    expect(configTexts(design.network).get('leaf-1')).toContain(banner)
  })

  test('that also configures the device is refused with the line', () => {
    const text = `${session('leaf-1', 'CE6881-48S6CQ')}<leaf-1>system-view\n[~leaf-1]vlan batch 10\n`
    expect(refusals(text)).toMatchObject([{ line: text.split('\n').length - 1 }])
  })

  test('that shows nothing of use is refused', () => {
    expect(refusals('<leaf-1>display clock\n2026-01-01\n<leaf-1>\n')).toMatchObject([{ file: 'a.txt' }])
  })
})

describe('answers pasted with a configuration', () => {
  const deviceTable = `CE6866-48S8CQ-P's Device status:
--------------------------------------------------------------------------------
Slot  Card   Type                           Online   Power Register     Alarm     Primary
--------------------------------------------------------------------------------
1     -      CE6866-48S8CQ-P        Present  On    Registered   Normal    Master
      FAN1   FAN-031A-B             Present  On    Registered   Normal    NA
--------------------------------------------------------------------------------
`
  test.each([
    ['display version before it', `${versionOf('CE6881-48S6CQ')}${stored('leaf-1', '100GE1/0/1')}`, 'CE6881-48S6CQ'],
    ['display device behind it', `${stored('leaf-1', '100GE1/0/1')}${deviceTable}`, 'CE6866-48S8CQ-P'],
  ])('%s tells the model and is no part of it', (_what, text, model) => {
    const { devices, design, report } = imported([{ name: 'leaf-1.cfg', text }])
    expect(devices).toMatchObject([{ name: 'leaf-1', model }])
    expect(report.remarks).toEqual([])
    expect(configTexts(design.network).get('leaf-1')).toBe(stored('leaf-1', '100GE1/0/1'))
  })

  test('that disagree tell nothing and are named', () => {
    const text = `${versionOf('CE6881-48S6CQ')}${deviceTable}${stored('leaf-1', '100GE1/0/1')}`
    const { devices, report } = imported([{ name: 'leaf-1.cfg', text }])
    expect(devices).toMatchObject([{ model: 'unknown' }])
    expect(report.remarks).toMatchObject([{ line: 4 + 5, what: { en: expect.stringContaining('neither is taken') } }])
  })

  test.skipIf(!hasCorpus).each([
    ['ntc/huawei_vrp_display_version.txt', 'NE40E-X2-M8A', 'V800R011C00SPC200'],
    ['ntc/huawei_vrp_display_version2.txt', 'ATN 910C-B', 'V300R003C10SPC500'],
    ['napalm-vrp/display_version.txt', 'NE40E-X8A', 'V800R021C10SPC600'],
  ])('%s of the corpus is read', (file, model, softwareVersion) => {
    const answer = readFileSync(`${corpusFolder}../display/${file}`, 'utf8')
    const text = `<r1>display version\n${answer}\n<r1>display current-configuration\n${stored('r1', '100GE1/0/1')}`
    expect(imported([{ name: 'r1.txt', text }]).devices).toMatchObject([{ model, softwareVersion }])
  })
})

describe('LLDP', () => {
  const brief = (...rows: readonly (readonly [string, string, string])[]) =>
    `Local Interface         Exptime(s) Neighbor Interface            Neighbor Device
-------------------------------------------------------------------------------------
${rows.map(([port, farPort, far]) => `${port.padEnd(30)}107  ${farPort.padEnd(30)}${far}\n`).join('')}`
  const session = (name: string, port: string, lldp: string) => ({
    name: `${name}.txt`,
    text: `<${name}>display current-configuration\n${stored(name, port)}<${name}>display lldp neighbor brief\n${lldp}<${name}>\n`,
  })

  test('joins the ports of both ends with one cable', () => {
    const { design, report } = imported([
      session('leaf-1', '100GE1/0/1', brief(['100GE1/0/1', '100GE1/0/2', 'spine-1'])),
      session('spine-1', '100GE1/0/2', brief(['100GE1/0/2', '100GE1/0/1', 'leaf-1'], ['100GE1/0/9', 'eth0', 'server'])),
    ])
    expect(Object.values(design.network.links).map(({ ends }) => ends)).toEqual([
      [{ interfaceId: 'interface:leaf-1.100GE1-0-1' }, { interfaceId: 'interface:spine-1.100GE1-0-2' }],
    ])
    expect(report.remarks).toEqual([])
  })

  test('is read in its long form and in the table of older releases', () => {
    const long =
      '100GE1/0/1 has 1 neighbor(s):\n\nNeighbor index                     :1\nPort ID subtype                    :Interface Name\nPort ID                            :100GE1/0/2\nSystem name                        :spine-1\n'
    const old =
      'Local Intf       Neighbor Dev             Neighbor Intf             Exptime(s)\n100GE1/0/2       leaf-1      100GE1/0/1                99\n'
    for (const lldp of [long, '']) {
      const { design } = imported([
        session('leaf-1', '100GE1/0/1', lldp),
        session('spine-1', '100GE1/0/2', lldp === '' ? old : ''),
      ])
      expect(Object.keys(design.network.links)).toHaveLength(1)
    }
  })

  test('is believed against a description, which is named', () => {
    const { name, text } = session('leaf-1', '100GE1/0/1', brief(['100GE1/0/1', '100GE1/0/2', 'spine-1']))
    const { design, report } = imported([
      { name, text: text.replace('portswitch\n', 'portswitch\n description to_leaf-2\n') },
      session('leaf-2', '100GE1/0/1', ''),
      session('spine-1', '100GE1/0/2', ''),
    ])
    expect(Object.keys(design.network.links)).toHaveLength(1)
    expect(report.remarks).toMatchObject([
      { file: 'leaf-1.txt', line: 15, what: { en: expect.stringMatching(/leaf-1 100GE1\/0\/1.*names leaf-2;/) } },
    ])
  })

  test('that contradicts itself draws nothing, and both places are named', () => {
    const { design, report } = imported([
      session('leaf-1', '100GE1/0/1', brief(['100GE1/0/1', '100GE1/0/2', 'spine-1'])),
      session('leaf-2', '100GE1/0/1', brief(['100GE1/0/1', '100GE1/0/2', 'spine-1'])),
      session('spine-1', '100GE1/0/2', ''),
    ])
    expect(design.network.links).toEqual({})
    expect(report.remarks).toMatchObject([
      {
        file: 'leaf-2.txt',
        line: 14,
        what: { en: expect.stringMatching(/spine-1 100GE1\/0\/2.*leaf-1\.txt, line 14/) },
      },
    ])
  })
})

describe('one device in several texts', () => {
  const part = (lines: string) => `#\nsysname leaf-1\n#\n${lines}#\n`
  const one = { name: 'a.cfg', text: part('interface 100GE1/0/1\n undo portswitch\n') }
  const two = { name: 'b.cfg', text: part('interface LoopBack0\n ip address 10.0.0.1 255.255.255.255\n') }

  test('that do not contradict each other is offered to be taken as one', () => {
    expect(importConfigs([one, two])).toMatchObject({
      ok: false,
      joinable: true,
      problems: [{ file: 'b.cfg', line: 2 }],
    })
    const { devices, design, report } = imported([one, two], { joinFragments: true })
    expect(devices).toHaveLength(1)
    expect(report.devices.map(({ file, lines }) => [file, lines.map(({ line }) => line)])).toEqual([
      ['a.cfg', [2, 4, 5]],
      ['b.cfg', [4, 5]],
    ])
    expect(configTexts(design.network).get('leaf-1')).toContain(
      '#\ninterface 100GE1/0/1\n undo portswitch\n#\ninterface LoopBack0\n ip address 10.0.0.1 255.255.255.255\n',
    )
  })

  test('that contradict each other is refused, and both places are named', () => {
    const other = { name: 'b.cfg', text: part('interface 100GE1/0/1\n shutdown\n') }
    for (const joinFragments of [false, true]) {
      expect(importConfigs([one, other], { joinFragments })).toMatchObject({
        ok: false,
        joinable: false,
        problems: [
          {
            file: 'b.cfg',
            what: { en: expect.stringMatching(/line 5 says “shutdown”, and line 5 of a\.cfg “undo portswitch”/) },
          },
        ],
      })
    }
  })
})
