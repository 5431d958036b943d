import { describe, expect, test } from 'vitest'
import { configDrift } from '../../src/config-drift'
import { parseDesign, toFile } from '../../src/document'
import { newFabric } from '../../src/edit'
import { importConfigs } from '../../src/import-configs'
import type { CarriedLines, Design } from '../../src/model'
import { configTexts } from '../compiled-configs'
import { importedDesign, importedFiles } from './imported-design'

function withCarried(blocks: readonly CarriedLines[]): string {
  const { network } = importedDesign()
  const device = network.devices['device:leaf-1']
  if (device === undefined) throw new Error('the fixture has leaf-1')
  const devices = { ...network.devices, [device.id]: { ...device, carried: blocks } }
  return configTexts({ ...network, devices }).get('leaf-1') ?? ''
}

const port = ['interface 100GE1/0/1']

describe('carried lines', () => {
  test('stand where they stood, with what is nested in them', () => {
    expect(
      withCarried([
        { view: port, after: 'undo portswitch', lines: [{ text: 'qos trust dscp' }] },
        {
          view: [],
          after: 'sysname leaf-1',
          lines: [
            { text: 'aaa', separated: true },
            { text: 'local-user a', depth: 1 },
          ],
        },
      ]),
    ).toContain(
      '#\nsysname leaf-1\n#\naaa\n local-user a\n#\nvlan batch 10 20\n#\ninterface 100GE1/0/1\n undo portswitch\n qos trust dscp\n description',
    )
  })

  test('go to the end of their view when their neighbour is gone', () => {
    const text = withCarried([{ view: port, after: 'mtu 9000', lines: [{ text: 'qos trust dscp' }] }])
    expect(text).toContain(' ip address 10.1.0.1 255.255.255.252\n qos trust dscp\n#\n')
  })

  test('go to the place of their kind when their section is gone', () => {
    const lines = [{ text: 'route-policy x permit node 10', separated: true }]
    expect(withCarried([{ view: [], after: 'bgp 65000', lines }])).toContain(
      '#\nroute-policy x permit node 10\n#\nreturn\n',
    )
  })

  test('are not printed without their view, and stay in the record', () => {
    expect(withCarried([{ view: ['bgp 65000'], lines: [{ text: 'timer 1' }] }])).not.toContain('timer 1')
  })

  test.each(['two\nlines', '#', '! remark', 'return', ' indented', 'a\u202eb', ''])(
    'a file cannot bring in %j as one',
    (text) => {
      const design = importedDesign()
      const file = JSON.parse(JSON.stringify(toFile(design)))
      file.network.devices['device:leaf-1'].carried[0].lines[0].text = text
      expect(parseDesign(file).ok).toBe(false)
    },
  )
})

test('secrets are carried as they are', () => {
  const secret = 'authentication-mode hmac-sha256 password %+%##!!!!x"#;y!!!!%+%#'
  const text = `#\nsysname a\n#\ndfs-group 1\n ${secret}\n#\nreturn\n`
  const result = importConfigs([{ name: 'a.cfg', text }])
  expect(result.ok && configTexts(result.design.network).get('a')).toBe(text)
})

describe('text that is no command', () => {
  const banner =
    'header login information "\n\n   ** Only for the staff of  Example **\t\nreturn\ninterface 100GE1/0/1\n#\n"\n'
  test.each([
    [
      'the heading of a dump',
      '!Software Version V200R005C10SPC607B607\n!Last configuration was saved at 2024\n#\nsysname a\n#\nreturn\n',
    ],
    ['a banner over several lines', `#\nsysname a\n#\n${banner}#\nvlan batch 10\n#\nreturn\n`],
    ['a banner before everything', `#\n${banner}#\nsysname a\n#\nreturn\n`],
    [
      'a remark at the head of a section',
      '#\nsysname a\n#\n// the uplink\ninterface 100GE1/0/1\n shutdown\n#\nreturn\n',
    ],
    ['a remark in a view', '#\nsysname a\n#\ninterface 100GE1/0/1\n # the uplink\n shutdown\n#\nreturn\n'],
  ])('%s is printed back in its place byte for byte', (_what, text) => {
    const result = importConfigs([{ name: 'a.cfg', text }])
    if (!result.ok) throw new Error('the file can be imported')
    const reading = parseDesign(JSON.parse(JSON.stringify(toFile(result.design))))
    expect(reading.ok && configTexts(reading.design.network).get('a')).toBe(text)
    expect(configDrift(result.design, [{ name: 'a.cfg', text }])).toMatchObject({ drift: [] })
  })

  test('cannot hide anything: unprintable characters are named by line and left out', () => {
    const result = importConfigs([{ name: 'a.cfg', text: '#\nsysname a\n# a\u202eb\n#\nreturn\n' }])
    expect(result).toMatchObject({ ok: true, report: { remarks: [{ file: 'a.cfg', line: 3 }] } })
  })
})

test('a derived OSPF underlay is not stated once more', () => {
  const { network } = newFabric({ spines: 2, leaves: 4, pairs: 1, servers: 4, underlay: 'ospf', seed: 1 })
  const files = [...configTexts(network)].map(([name, text]) => ({ name: `${name}.cfg`, text }))
  const result = importConfigs(files)
  expect(result.ok && Object.values(result.design.network.devices).flatMap((each) => each.ospfNetworks ?? [])).toEqual(
    [],
  )
})

describe('drift', () => {
  const design: Design = importedDesign()

  test('there is none right after an import', () => {
    expect(configDrift(design, importedFiles)).toEqual({ ok: true, drift: [], unknown: [], absent: [] })
  })

  test('lines that came and went are listed with their place', () => {
    const [leaf, spine] = importedFiles
    const text = leaf.text.replace(' apply cost 5\n', ' apply cost 6\n').replace('vlan batch 10 20', 'vlan batch 10')
    const result = configDrift(design, [{ ...leaf, text }])
    expect(result).toMatchObject({
      ok: true,
      drift: [
        {
          deviceId: 'device:leaf-1',
          name: 'leaf-1',
          file: 'leaf-1.cfg',
          partial: false,
          lines: [
            {
              kind: 'changed',
              view: ['route-policy out permit node 10'],
              running: { file: 'leaf-1.cfg', line: 19, text: 'apply cost 6' },
              designed: { text: 'apply cost 5', origin: { derivation: 'carried', records: ['device:leaf-1'] } },
            },
            { kind: 'removed', view: [], designed: { text: 'vlan batch 10 20', origin: { derivation: 'vlan.batch' } } },
          ],
        },
      ],
      absent: ['spine-1'],
    })
    expect(result.ok && result.drift[0]?.lines.length).toBe(2)
    expect(configDrift(design, [{ ...spine, text: spine.text.replace('spine-1', 'spine-9') }])).toMatchObject({
      unknown: ['spine-9'],
      absent: ['leaf-1', 'spine-1'],
    })
  })

  test('a part of a configuration does not tell what a device lacks', () => {
    const [leaf] = importedFiles
    const text = leaf.text.replace('vlan batch 10 20\n#\n', '').replace('return\n', '')
    expect(configDrift(design, [{ ...leaf, text }])).toMatchObject({ drift: [] })
  })
})
