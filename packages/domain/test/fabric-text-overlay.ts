import type { Draft } from './fabric-text-draft'
import { addAddress, addRecord, deviceId, interfaceOf } from './fabric-text-draft'
import type { Words } from './fabric-text-words'
import { list, readOptions } from './fabric-text-words'

type Line = (draft: Draft, words: Words) => void

/** `bd 10 vni 10010 [rt 65000:10] [vlan 10] [on leaf1,leaf2]`; with `rt` it has an EVPN instance. */
const bridgeDomainLine: Line = (draft, words) => {
  const number = words.next('number')
  const domain = addRecord(draft, 'bridgeDomains', number)
  domain.number = Number(number)
  readOptions(
    words,
    {
      rt: (options) => {
        const targets = list(options.next('route targets'))
        domain.evpn = { importTargets: targets, exportTargets: targets }
      },
      vlan: (options) => (domain.boundVlan = Number(options.next('VLAN'))),
      on: (options) => (domain.deviceIds = list(options.next('devices')).map((name) => deviceId(draft, name))),
    },
    domain,
  )
}

/** `sub leaf1 25GE1/0/1.10 vid 10 bd 10` is of Layer 2, `sub leaf1 100GE1/0/1.10 10.1.0.1/30 vid 10` of Layer 3. */
const subInterfaceLine: Line = (draft, words) => {
  const record = interfaceOf(draft, words.next('device'), words.next('sub-interface'))
  for (const address of words.takeWhile((word) => /^[0-9a-f.:]+\/\d+$/i.test(word))) addAddress(record, address)
  readOptions(
    words,
    {
      vid: (options) => (record.encapsulation = { kind: 'dot1q', vlan: Number(options.next('VLAN')) }),
      untag: () => (record.encapsulation = { kind: 'untag' }),
      default: () => (record.encapsulation = { kind: 'default' }),
      vrf: (options) => (record.vrfId = `vrf:${options.next('VPN instance')}`),
      bd: (options) => {
        record.mode = 'switched'
        record.bridgeDomainId = `bridge-domain:${options.next('bridge domain')}`
      },
    },
    record,
  )
}

/** `nve leaf1 lo1 [macAddress 00e0-fc00-0001] [bypass 10.0.0.1]` */
const nveLine: Line = (draft, words) => {
  const device = words.next('device')
  const record = interfaceOf(draft, device, 'Nve1')
  const nve: { [field: string]: unknown } = {
    sourceInterfaceId: interfaceOf(draft, device, words.next('source interface')).id,
  }
  record.nve = nve
  readOptions(
    words,
    {
      bypass: (options) => (nve.bypass = { source: options.next('own address') }),
    },
    record,
  )
}

/** `overlay ibgp rr members leaf1,rr1 reflectors rr1 [roles leaf] [families evpn] [cluster-id 1.1.1.1]`; `ebgp … hubs spine1` */
const overlayIntentLine: Line = (draft, words) => {
  const kind = words.next('ibgp or ebgp')
  const overlay = addRecord(draft, 'overlays', words.next('name'))
  const centres = kind === 'ibgp' ? 'reflectorIds' : 'hubIds'
  Object.assign(overlay, { kind, deviceIds: [], families: ['ipv4-unicast'], [centres]: [] })
  const devices = (options: Words) => list(options.next('devices')).map((name) => deviceId(draft, name))
  readOptions(
    words,
    {
      members: (options) => (overlay.deviceIds = devices(options)),
      roles: (options) => (overlay.roles = list(options.next('roles'))),
      reflectors: (options) => (overlay.reflectorIds = devices(options)),
      hubs: (options) => (overlay.hubIds = devices(options)),
      families: (options) => (overlay.families = list(options.next('families'))),
      'cluster-id': (options) => (overlay.clusterId = options.next('cluster id')),
    },
    overlay,
  )
}

/** `monitoring all bmp1 [members leaf1,leaf2] [roles leaf] [loopback 0]` */
const monitoringLine: Line = (draft, words) => {
  const monitoring = addRecord(draft, 'bmpMonitorings', words.next('name'))
  Object.assign(monitoring, {
    stationId: `station:${words.next('station')}`,
    deviceIds: [],
    monitor: [{ target: { kind: 'public' }, family: 'ipv4-unicast', rib: 'adj-rib-in', policy: 'pre-policy' }],
  })
  readOptions(
    words,
    {
      members: (options) => (monitoring.deviceIds = list(options.next('devices')).map((name) => deviceId(draft, name))),
      roles: (options) => (monitoring.roles = list(options.next('roles'))),
    },
    monitoring,
  )
}

/** `role-defaults leaf CE6866-48S8CQ-P`: with LoopBack0. */
const roleDefaultsLine: Line = (draft, words) => {
  const role = words.next('role')
  Object.assign(addRecord(draft, 'roleDefaults', role), { role, model: words.next('model'), loopbacks: [0] })
}

export const overlayLines: { readonly [word: string]: Line } = {
  bd: bridgeDomainLine,
  sub: subInterfaceLine,
  nve: nveLine,
  overlay: overlayIntentLine,
  monitoring: monitoringLine,
  'role-defaults': roleDefaultsLine,
}
