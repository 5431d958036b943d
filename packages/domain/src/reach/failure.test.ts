import { describe, expect, it } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import { brief, reasons } from '../../test/reach-of'
import { allocate } from '../allocate'
import { deriveIntent } from '../intent'
import type { DeviceId, InterfaceId, LinkId } from '../model'
import { computeReach } from './compute-reach'
import { noFailure } from './failure'

const square = networkFromText(`
  a CE6881H as 65000 lo0 10.0.0.1/32
  b CE6881H as 65000 lo0 10.0.0.2/32
  c CE6881H as 65000 lo0 10.0.0.3/32
  eth-trunk a Eth-Trunk1 100GE1/0/1 100GE1/0/2 routed 10.1.0.0/31
  eth-trunk b Eth-Trunk1 100GE1/0/1 100GE1/0/2 routed 10.1.0.1/31
  link a 100GE1/0/1 -- b 100GE1/0/1
  link a 100GE1/0/2 -- b 100GE1/0/2
  link a 100GE1/0/3 10.1.0.2/31 -- c 100GE1/0/3 10.1.0.3/31
  link b 100GE1/0/3 10.1.0.4/31 -- c 100GE1/0/4 10.1.0.5/31
  underlay ospf all
  peering a lo0 -- b lo0`)

function session(down: { devices?: readonly string[]; links?: readonly string[]; interfaces?: readonly string[] }) {
  const { bgpSessions } = computeReach(square, deriveIntent(square, allocate(square)), {
    ...noFailure,
    devices: new Set(down.devices as readonly DeviceId[] | undefined),
    links: new Set(down.links as readonly LinkId[] | undefined),
    interfaces: new Set(down.interfaces as readonly InterfaceId[] | undefined),
  })
  return bgpSessions.get('peering:a-b/0')
}
const links = Object.keys(square.links)
const trunk = Object.values(square.interfaces).find(
  ({ name, deviceId }) => name === 'Eth-Trunk1' && deviceId === 'device:a',
)

describe('a failure', () => {
  it('of one member leaves the trunk up', () => {
    expect(session({ links: links.slice(0, 1) })?.forward).toMatchObject({ path: ['device:a', 'device:b'] })
  })

  it('of all members sends packets another way', () => {
    expect(session({ links: links.slice(0, 2) })?.forward).toMatchObject({ path: ['device:a', 'device:c', 'device:b'] })
  })

  it('of a trunk takes its members along', () => {
    expect(session({ interfaces: [trunk?.id ?? ''] })?.forward).toMatchObject({
      path: ['device:a', 'device:c', 'device:b'],
    })
  })

  it('of a device says that its interfaces are down and not that somebody forgot to configure it', () => {
    const verdict = session({ devices: ['device:b'] })
    expect(brief(verdict)).toContain('down')
    expect(reasons(verdict)).toContain('LoopBack0 of b, the source of the session, is down.')
  })
})
