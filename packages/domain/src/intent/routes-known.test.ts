import { expect, test } from 'vitest'
import type { CarriedLines, Device } from '../model'
import { announcementsKnown, peersKnown, routesKnown } from './routes-known'

function device(...carried: readonly CarriedLines[]): Device {
  return { id: 'device:a', name: 'a', model: 'unknown', role: 'other', carried } as Device
}

test('a device that carries nothing is known', () => {
  expect(routesKnown(device())).toEqual({ public: true, vpn: true })
})

test('a protocol whose lines are carried may bring routes, and tells nobody by itself', () => {
  const isis = device({ view: [], lines: [{ text: 'isis 1' }] })
  expect(routesKnown(isis)).toEqual({ public: false, vpn: true })
  expect(announcementsKnown(isis, [])).toEqual({ public: true, vpn: true })
})

test('what is carried in the view of a VPN instance says nothing of the public network', () => {
  const inView = device({ view: ['bgp 1', 'ipv4-family vpn-instance red'], lines: [{ text: 'import-route isis 1' }] })
  const inBlock = device({
    view: ['bgp 1'],
    lines: [{ text: 'ipv4-family vpn-instance red' }, { text: 'import-route isis 1', depth: 1 }],
  })
  for (const each of [inView, inBlock]) expect(announcementsKnown(each, [])).toEqual({ public: true, vpn: false })
})

test('a confederation decides as which AS a device speaks', () => {
  expect(peersKnown(device({ view: ['bgp 65001'], lines: [{ text: 'confederation id 200' }] }))).toBe(false)
})

test('a device known in part only is not known', () => {
  expect(routesKnown({ ...device(), partlyKnown: true })).toEqual({ public: false, vpn: false })
})

test('what is imported from BGP is known after the routes of the process it is imported into', () => {
  const takesBgp = { importRoutes: [{ protocol: 'bgp' }] }
  expect(announcementsKnown(device(), [takesBgp])).toEqual({ public: false, vpn: true })
  expect(announcementsKnown(device(), [{ ...takesBgp, vrfId: 'vrf:red' }])).toEqual({ public: true, vpn: false })
  expect(announcementsKnown(device(), [{ importRoutes: [{ protocol: 'direct' }] }])).toEqual({
    public: true,
    vpn: true,
  })
})
