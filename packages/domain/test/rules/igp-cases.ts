import type { RuleCase } from './rule-case'

const pair = `
  leaf1 CE6866-48S8CQ-P as 65001 lo0 10.0.0.1/32 2001:db8::1/128
  leaf2 CE6866-48S8CQ-P as 65001 lo0 10.0.0.2/32 2001:db8::2/128
  link leaf1 100GE1/0/1 10.1.0.0/31 2001:db8:1::/127 -- leaf2 100GE1/0/1 10.1.0.1/31 2001:db8:1::1/127`
const over = (kind: 'ospf' | 'ospfv3' | 'isis', ...lines: readonly string[]): string =>
  [pair, `underlay ${kind} all`, ...lines].join('\n')
const port = (device: string, fields: object): string => `set interface:${device}.100GE1-0-1 ${JSON.stringify(fields)}`
const process = (device: string, kind: 'ospfv3' | 'isis', fields: object): string =>
  `set device:${device} ${JSON.stringify({ igp: [{ underlayId: `underlay:${kind}`, ...fields }] })}`
const statements = (...prefixes: readonly string[]): string =>
  `set device:leaf1 ${JSON.stringify({ ospfNetworks: prefixes.map((prefix) => ({ underlayId: 'underlay:ospf', area: 0, prefix })) })}`
const bothLevels = 'set underlay:isis {"level": "level-1-2"}'
const otherArea = process('leaf2', 'isis', { networkEntity: '49.0002.0100.0000.0002.00' })

const onLink = 'error link:leaf1.100GE1-0-1--leaf2.100GE1-0-1 interface:leaf1.100GE1-0-1 interface:leaf2.100GE1-0-1'

export const igpCases: readonly RuleCase[] = [
  {
    rule: 'ospf/network-matches-nothing',
    fails: over('ospf', statements('10.0.0.1/32', '10.1.0.0/31', '10.77.0.0/16')),
    at: ['warning device:leaf1 underlay:ospf 0 10.77.0.0/16'],
    passes: over('ospf', statements('10.0.0.1/32', '10.1.0.0/16')),
  },
  {
    rule: 'ospf/secondary-address-only',
    fails: over(
      'ospf',
      'interface leaf1 100GE1/0/2 10.8.0.1/24 10.9.0.1/24 routed',
      statements('10.0.0.1/32', '10.1.0.0/31', '10.9.0.0/24'),
    ),
    at: ['warning interface:leaf1.100GE1-0-2'],
    also: ['ospf/network-matches-nothing'],
    passes: over(
      'ospf',
      'interface leaf1 100GE1/0/2 10.8.0.1/24 10.9.0.1/24 routed',
      statements('10.0.0.1/32', '10.1.0.0/31', '10.8.0.0/24'),
    ),
  },
  {
    rule: 'ospf/mtu-differs',
    fails: over('ospf', port('leaf1', { mtu: 9000, ospf: { checkMtu: true } })),
    at: [onLink],
    also: ['link/mtu-differs'],
    passes: over('ospf', port('leaf1', { mtu: 9000, ospf: { checkMtu: true } }), port('leaf2', { mtu: 9000 })),
  },
  {
    rule: 'ospfv3/no-router-id',
    fails: over('ospfv3', process('leaf1', 'ospfv3', { routerId: 'none' })),
    at: ['error device:leaf1 underlay:ospfv3'],
    passes: over('ospfv3', process('leaf1', 'ospfv3', { routerId: '10.0.0.99' })),
  },
  {
    rule: 'ospfv3/link-settings-differ',
    fails: over('ospfv3', port('leaf1', { ospfv3: { instanceId: 3, networkType: 'broadcast', area: 1 } })),
    at: [`${onLink} area`, `${onLink} instanceId`, `${onLink} networkType`],
    passes: over(
      'ospfv3',
      port('leaf1', { ospfv3: { instanceId: 3, networkType: 'broadcast' } }),
      port('leaf2', { ospfv3: { instanceId: 3, networkType: 'broadcast' } }),
    ),
  },
  {
    rule: 'isis/no-network-entity',
    fails: over('isis', process('leaf1', 'isis', { networkEntity: 'none' })),
    at: ['error device:leaf1 underlay:isis'],
    passes: over('isis', process('leaf1', 'isis', { networkEntity: '49.0007.0100.0000.0099.00' })),
  },
  {
    // The system ID is made of the router ID; of one's own it may be anything.
    rule: 'isis/system-id-duplicate',
    fails: over('isis', process('leaf2', 'isis', { networkEntity: '49.0001.0100.0000.0001.00' })),
    at: ['error underlay:isis device:leaf1 device:leaf2'],
    passes: over('isis', process('leaf2', 'isis', { networkEntity: '49.0001.0100.0000.0003.00' })),
  },
  {
    // Two areas: level 2 does not mind, level 1 does.
    rule: 'isis/levels-differ',
    fails: over('isis', bothLevels, otherArea, port('leaf1', { isis: { level: 'level-1' } })),
    at: [onLink],
    passes: over('isis', bothLevels, otherArea, port('leaf1', { isis: { level: 'level-2' } })),
  },
  {
    rule: 'isis/cost-styles-differ',
    fails: over('isis', process('leaf1', 'isis', { costStyle: 'narrow' })),
    at: [onLink],
    passes: over('isis', process('leaf1', 'isis', { costStyle: 'compatible' })),
  },
  {
    rule: 'isis/circuit-types-differ',
    fails: over('isis', port('leaf2', { isis: { circuitType: 'broadcast' } })),
    at: [onLink],
    passes: over(
      'isis',
      port('leaf1', { isis: { circuitType: 'broadcast' } }),
      port('leaf2', { isis: { circuitType: 'broadcast' } }),
    ),
  },
]
