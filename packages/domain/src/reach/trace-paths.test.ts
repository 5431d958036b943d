import type { IpAddress } from '@weft/net'
import { expect, it } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import { allocate } from '../allocate'
import { deriveIntent } from '../intent'
import type { DeviceId } from '../model'
import { tracePaths } from './trace-paths'

const network = networkFromText(`
  a CE6881H-48S6CQ lo0 10.0.0.1/32
  b CE6881H-48S6CQ lo0 10.0.0.2/32
  link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31
  static a 10.0.0.2/32 via 10.1.0.1
`)

it('follows a packet one way only: the way back is a question of its own', () => {
  const ask = (from: string, to: string) => ({ from: `device:${from}` as DeviceId, to: to as IpAddress })
  const paths = tracePaths(network, deriveIntent(network, allocate(network)), [
    ask('a', '10.0.0.2'),
    ask('b', '10.0.0.1'),
    ask('nobody', '10.0.0.1'),
  ])
  expect(paths).toMatchObject([
    { kind: 'reachable', path: ['device:a', 'device:b'] },
    { kind: 'unreachable', reason: 'no-route', stoppedAt: 'device:b' },
    { kind: 'unknown' },
  ])
})
