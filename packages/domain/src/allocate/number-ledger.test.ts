import { describe, expect, test } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import { compile } from '../compile'
import type { Network } from '../model'
import { allocate } from './allocate'
import type { NumberRow } from './number-ledger'
import { numberLedger } from './number-ledger'

const ledgerOf = (network: Network) => numberLedger(network, allocate(network))
const ledger = (text: string) => ledgerOf(networkFromText(text))
const said = ({ key, value, from, poolId, why }: NumberRow) => `${key} ${value} ${from} ${poolId ?? '–'}: ${why.en}`

const devices = `
  a CE6866-48S8CQ-P
  b CE6866-48S8CQ-P
  interface a LoopBack0
  interface b LoopBack0`

describe('rows', () => {
  test('say who has a number, from which pool, and why it is this one', () => {
    const { rows } = ledger(`${devices}
      c CE6866-48S8CQ-P lo0 10.0.0.2/32
      peering a lo0 -- b lo0
      set device:a {"asNumber": 64513}
      pool as 64512 64520
      pool loopback-ipv4 10.0.0.0/24`)
    expect(rows.map(said)).toEqual([
      'device:a/asNumber 64513 person –: given by hand or with a file',
      'device:b/asNumber 64512 open pool:as: first free number of the pool',
      'interface:a.LoopBack0/ipv4 10.0.0.1/32 open pool:loopback-ipv4: first free number of the pool',
      'interface:b.LoopBack0/ipv4 10.0.0.3/32 open pool:loopback-ipv4: first free number after that of c LoopBack0',
      'interface:c.LoopBack0/ipv4 10.0.0.2/32 person –: given by hand or with a file',
    ])
  })

  test('a note holds only for the number it was written for', () => {
    const noted = (value: string) => {
      const network = networkFromText(
        `${devices}\nset interface:a.LoopBack0 {"ipv4": ["${value}"],
        "allocations": [{"field": "ipv4", "value": "10.0.0.1/32", "pool": "pool:gone", "after": "device:gone"}]}`.replaceAll(
          '\n        ',
          ' ',
        ),
      )
      return ledgerOf(network).rows.map(said)[0]
    }
    expect(noted('10.0.0.1/32')).toBe(
      'interface:a.LoopBack0/ipv4 10.0.0.1/32 pool pool:gone: first free number after that of device:gone',
    )
    expect(noted('10.0.0.9/32')).toBe('interface:a.LoopBack0/ipv4 10.0.0.9/32 person –: given by hand or with a file')
  })

  test('what a pool reserves is given to nobody', () => {
    const { rows, pools } = ledger(`${devices}
      pool loopback-ipv4 10.0.0.0/29 reserved ["10.0.0.0/30"]`)
    expect(rows.map(said)).toEqual([
      'interface:a.LoopBack0/ipv4 10.0.0.4/32 open pool:loopback-ipv4: first free number after what the pool reserves',
      'interface:b.LoopBack0/ipv4 10.0.0.5/32 open pool:loopback-ipv4: first free number after that of a LoopBack0',
    ])
    // Eight addresses without the first and the last, and without three that are reserved.
    expect(pools).toEqual([{ poolId: 'pool:loopback-ipv4', size: 3, used: 2 }])
  })

  test('bridge domains with EVPN get VNIs where there is a pool of them, and the intent has them', () => {
    const network = networkFromText(`a CE6866-48S8CQ-P\npool vni 10000 10009`)
    const evpn = { importTargets: ['auto'], exportTargets: ['auto'] }
    const bridgeDomains = {
      'bridge-domain:1': { id: 'bridge-domain:1', number: 1, evpn, deviceIds: ['device:a'] },
      'bridge-domain:2': { id: 'bridge-domain:2', number: 2, vni: 10000 },
      'bridge-domain:3': { id: 'bridge-domain:3', number: 3 },
    } as const
    const { rows } = ledgerOf({ ...network, bridgeDomains })
    expect(rows.map(said)).toEqual([
      'bridge-domain:1/vni 10001 open pool:vni: first free number after that of BD 2',
      'bridge-domain:2/vni 10000 person –: given by hand or with a file',
    ])
    const compiled = compile({ ...network, bridgeDomains })
    expect(compiled.intent.devices.get('device:a')?.bridgeDomains.map(({ vni }) => vni?.value)).toEqual([10001])
  })

  test('stations get ports where there is a pool of them', () => {
    const stations = 'station s1 192.0.2.1\nstation s2 192.0.2.1\nstation s3 192.0.2.3'
    expect(ledger(stations).rows).toEqual([])
    expect(ledger(`${stations}\npool tcp-port 11000 11009`).rows.map(said)).toEqual([
      'station:s1/tcpPort 11000 open pool:tcp-port: first free number of the pool',
      'station:s2/tcpPort 11001 open pool:tcp-port: first free number after that of s1',
      'station:s3/tcpPort 11000 open pool:tcp-port: first free number of the pool',
    ])
  })
})

describe('usage', () => {
  test.each([
    ['links count as whole subnets', 'link a 100GE1/0/1 -- b 100GE1/0/1\npool link-ipv4 10.1.0.0/29', 8, 2],
    ['numbers of people count', 'host h 192.0.2.1 as 64513\nhost g 192.0.2.2 as 64599\npool as 64512 64515', 4, 1],
    ['numbers nobody may have make the pool smaller', 'pool as 65530 65535', 5, 0],
    ['a pool from high to low is empty', 'pool as 64515 64512', 0, 0],
    ['VLANs that are used anywhere count', 'a CE6866-48S8CQ-P vlans 10,20-21\npool vlan 20 29', 10, 2],
  ])('%s', (_, text, size, used) => {
    const { pools } = ledger(text.startsWith('link') ? `a CE6866-48S8CQ-P\nb CE6866-48S8CQ-P\n${text}` : text)
    expect(pools).toMatchObject([{ size, used }])
  })

  test('of M-LAG ids is that of the fullest pair', () => {
    const { pools } = ledger(`
      a CE6866-48S8CQ-P
      b CE6866-48S8CQ-P
      c CE6866-48S8CQ-P
      d CE6866-48S8CQ-P
      host h 192.0.2.1
      eth-trunk a Eth-Trunk0 100GE1/0/7
      eth-trunk b Eth-Trunk0 100GE1/0/7
      eth-trunk c Eth-Trunk0 100GE1/0/7
      eth-trunk d Eth-Trunk0 100GE1/0/7
      mlag one a b trunk Eth-Trunk0
      mlag two c d trunk Eth-Trunk0
      attach x one Eth-Trunk10 -- h vlans 10
      attach y two Eth-Trunk10 -- h vlans 10
      attach z two Eth-Trunk11 -- h vlans 10
      pool mlag-id 1 8`)
    expect(pools).toEqual([{ poolId: 'pool:mlag-id', size: 8, used: 2 }])
  })
})
