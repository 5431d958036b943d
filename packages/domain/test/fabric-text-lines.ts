import type { Draft, DraftRecord } from './fabric-text-draft'
import { addAddress, addRecord, deviceId, interfaceOf, isInterfaceWord, renameRecord } from './fabric-text-draft'
import type { OptionHandler, Words } from './fabric-text-words'
import { list, optionValue, readOptions, vlanList } from './fabric-text-words'

type Line = (draft: Draft, words: Words) => void

const isAddress = (word: string): boolean => /^[0-9a-f.:]+(\/\d+)?$/i.test(word) && /[.:]/.test(word)
const vrfOption = (record: DraftRecord): { vrf: OptionHandler } => ({
  vrf: (words) => (record.vrfId = `vrf:${words.next('VPN instance')}`),
})

/** `leaf1 CE6881H-48S6CQ role leaf as 65001 lo0 10.0.0.1/32 router-id 10.0.0.1` */
export function deviceLine(draft: Draft, name: string, words: Words): void {
  const device = addRecord(draft, 'devices', name)
  Object.assign(device, { name, model: words.next('model'), role: 'leaf' })
  const setBgp = (field: string, value: unknown): void => {
    device.bgp = { ...(device.bgp as object | undefined), [field]: value }
  }
  const loopback =
    (number: number): OptionHandler =>
    (options) => {
      const record = interfaceOf(draft, name, `lo${number}`)
      for (const address of options.takeWhile((word) => isAddress(word) || word === 'none')) addAddress(record, address)
    }
  const loopbacks = Object.fromEntries([0, 1, 2, 3].map((number) => [`lo${number}`, loopback(number)]))
  readOptions(
    words,
    {
      ...loopbacks,
      as: (options) => (device.asNumber = optionValue(options.next('AS number'))),
      'router-id': (options) => (device.routerId = options.next('router id')),
      mode: (options) => (device.forwardingMode = options.next('forwarding mode')),
      vlans: (options) => (device.extraVlans = vlanList(options.next('VLANs'))),
      announce: (options) =>
        setBgp(
          'announce',
          list(options.next('prefixes')).map((prefix) => ({ prefix })),
        ),
      import: (options) =>
        setBgp(
          'importRoutes',
          list(options.next('protocols')).map((protocol) => ({ protocol, family: 'ipv4-unicast' })),
        ),
      'cluster-id': (options) => setBgp('clusterId', options.next('cluster id')),
    },
    device,
  )
}

/** `link leaf1 100GE1/0/1 10.1.0.0/31 -- spine1 100GE1/0/1 10.1.0.1/31`: routed ports unless `switched`. */
const linkLine: Line = (draft, words) => {
  const left = readLinkEnd(draft, words)
  if (!words.take('--'))
    throw new Error(`-- is expected between the two ends, not ${words.peek() ?? 'the end of the line'}`)
  const right = readLinkEnd(draft, words)
  const link = addRecord(draft, 'links', `${left.name}--${right.name}`)
  link.ends = [left.end, right.end]
  let mode: 'routed' | 'switched' = 'routed'
  const ports = [left.port, right.port].filter((port) => port !== undefined)
  readOptions(
    words,
    {
      switched: () => (mode = 'switched'),
      vrf: (options) => {
        const vrfId = `vrf:${options.next('VPN instance')}`
        for (const port of ports) port.vrfId = vrfId
      },
      id: (options) => renameRecord(draft, 'links', link, options.next('name')),
    },
    link,
  )
  const betweenDevices = ports.length === 2
  for (const port of ports) {
    const routed = mode === 'routed' && (betweenDevices || port.ipv4 !== undefined || port.ipv6 !== undefined)
    if (!draft.stated.has(port.id) && routed) port.mode = 'routed'
  }
}

function readLinkEnd(draft: Draft, words: Words): { name: string; end: unknown; port?: DraftRecord } {
  const name = words.next('name of a device, host or station')
  if (draft.records.hosts.has(`host:${name}`)) {
    const next = words.peek()
    const port = next === undefined || next === '--' || next === 'id' ? undefined : words.next('port')
    return { name, end: { hostId: `host:${name}`, ...(port === undefined ? {} : { port }) } }
  }
  if (draft.records.stations.has(`station:${name}`)) return { name, end: { stationId: `station:${name}` } }
  const port = interfaceOf(draft, name, words.next('port'))
  for (const address of words.takeWhile((word) => isAddress(word) || word === 'none')) addAddress(port, address)
  return { name: port.id.slice('interface:'.length), end: { interfaceId: port.id }, port }
}

/** `vlanif-link leaf1 leaf2 vlan 100 over leaf1:100GE1/0/5 10.9.0.0/30` */
const vlanifLinkLine: Line = (draft, words) => {
  const devices = [words.next('first device'), words.next('second device')] as const
  if (!words.take('vlan')) throw new Error('vlan is expected after the two devices')
  const vlan = Number(words.next('VLAN'))
  const link = addRecord(draft, 'vlanifLinks', `${devices[0]}-${devices[1]}-${vlan}`)
  const ends = devices.map((device) => interfaceOf(draft, device, `Vlanif${vlan}`))
  Object.assign(link, { vlan, ends: ends.map((end) => end.id), carriedBy: [] })
  const readSubnets = (): void => {
    for (const subnet of words.takeWhile(isAddress)) link[subnet.includes(':') ? 'ipv6Subnet' : 'ipv4Subnet'] = subnet
  }
  readSubnets()
  readOptions(
    words,
    {
      ...vrfOption(link),
      over: (options) => {
        link.carriedBy = list(options.next('device:port')).map((port) => linkOn(draft, port))
        readSubnets()
      },
      addresses: (options) => {
        for (const end of ends) addAddress(end, options.next('address of each end'))
      },
      id: (options) => renameRecord(draft, 'vlanifLinks', link, options.next('name')),
    },
    link,
  )
}

/** The cable on `leaf1:100GE1/0/5`. */
function linkOn(draft: Draft, word: string): string {
  const colon = word.indexOf(':')
  const port = interfaceOf(draft, word.slice(0, colon), word.slice(colon + 1))
  for (const link of draft.records.links.values()) {
    if ((link.ends as { interfaceId?: string }[]).some((end) => end.interfaceId === port.id)) return link.id
  }
  throw new Error(`no link on ${word} above this line`)
}

/** `interface leaf1 Vlanif102 10.102.0.1/24 [vrf red] [shutdown] [routed]` */
const interfaceLine: Line = (draft, words) => {
  const record = interfaceOf(draft, words.next('device'), words.next('interface'))
  for (const address of words.takeWhile((word) => isAddress(word) || word === 'none')) addAddress(record, address)
  const state =
    (mode: string): OptionHandler =>
    () => {
      record.mode = mode
      draft.stated.add(record.id)
    }
  readOptions(
    words,
    {
      ...vrfOption(record),
      shutdown: () => (record.shutdown = true),
      routed: state('routed'),
      switched: state('switched'),
    },
    record,
  )
}

function switchingOptions(draft: Draft, record: DraftRecord): { readonly [word: string]: OptionHandler } {
  const set = (switching: unknown): void => {
    record.switching = switching
    draft.stated.add(record.id)
  }
  return {
    access: (words) => set({ linkType: 'access', vlan: Number(words.next('VLAN')) }),
    trunk: (words) => set({ linkType: 'trunk', allowedVlans: vlanList(words.next('VLANs')) }),
    shutdown: () => (record.shutdown = true),
    routed: () => {
      record.mode = 'routed'
      draft.stated.add(record.id)
    },
  }
}

/** `port leaf1 10GE1/0/5 access 102` or `trunk 10,20` or `member Eth-Trunk1` */
const portLine: Line = (draft, words) => {
  const device = words.next('device')
  const record = interfaceOf(draft, device, words.next('port'))
  delete record.mode
  readOptions(
    words,
    {
      ...switchingOptions(draft, record),
      member: (options) => {
        record.memberOf = interfaceOf(draft, device, options.next('Eth-Trunk')).id
        draft.stated.add(record.id)
      },
    },
    record,
  )
}

/** `eth-trunk leaf1 Eth-Trunk1 100GE1/0/1 100GE1/0/2 [trunk 10,20] [routed 10.1.0.0/31]` */
const ethTrunkLine: Line = (draft, words) => {
  const device = words.next('device')
  const trunk = interfaceOf(draft, device, words.next('Eth-Trunk'))
  for (const word of words.takeWhile(isInterfaceWord)) {
    const member = interfaceOf(draft, device, word)
    member.memberOf = trunk.id
    delete member.mode
    draft.stated.add(member.id)
  }
  const switching = switchingOptions(draft, trunk)
  readOptions(
    words,
    {
      ...switching,
      ...vrfOption(trunk),
      routed: (options) => {
        switching.routed?.(options)
        for (const address of options.takeWhile(isAddress)) addAddress(trunk, address)
      },
    },
    trunk,
  )
}

/** `static leaf1 10.0.0.2/32 via 10.1.0.1 [on 100GE1/0/1]`, `via 100GE1/0/1`, `null0` */
const staticLine: Line = (draft, words) => {
  const device = words.next('device')
  const route = addRecord(
    draft,
    'staticRoutes',
    `${device}-${1 + [...draft.records.staticRoutes.values()].filter((other) => other.deviceId === deviceId(draft, device)).length}`,
  )
  Object.assign(route, { deviceId: deviceId(draft, device), prefix: words.next('prefix') })
  readOptions(
    words,
    {
      ...vrfOption(route),
      via: (options) => {
        const word = options.next('next hop')
        route.nextHop = isInterfaceWord(word)
          ? { kind: 'interface', interfaceId: interfaceOf(draft, device, word).id }
          : { kind: 'address', address: word }
      },
      on: (options) =>
        (route.nextHop = {
          ...(route.nextHop as object),
          interfaceId: interfaceOf(draft, device, options.next('interface')).id,
        }),
      null0: () => (route.nextHop = { kind: 'null0' }),
    },
    route,
  )
}

const underlayDefaults: { readonly [kind: string]: object } = {
  ospf: { processId: 1, area: 0, networkType: 'p2p' },
  ospfv3: { processId: 1, area: 0, networkType: 'p2p' },
  isis: { processId: 1, areaAddress: '49.0001', level: 'level-2', costStyle: 'wide', circuitType: 'p2p' },
}

/**
 * `underlay ospf leaf1 spine1 [process 1] [area 0] [type p2p]`, `underlay isis all [level level-1-2]`,
 * `underlay ospfv3 all` or `underlay ebgp leaf1 spine1`; `all` devices above.
 */
const underlayLine: Line = (draft, words) => {
  const kind = words.next('ospf, ospfv3, isis or ebgp')
  const underlay = addRecord(draft, 'underlays', kind)
  Object.assign(underlay, { kind }, underlayDefaults[kind])
  underlay.deviceIds = words.take('all')
    ? [...draft.records.devices.keys()]
    : words.takeWhile((word) => draft.records.devices.has(`device:${word}`)).map((word) => `device:${word}`)
  readOptions(
    words,
    {
      ...vrfOption(underlay),
      process: (options) => (underlay.processId = Number(options.next('process'))),
      area: (options) => (underlay.area = Number(options.next('area'))),
      type: (options) =>
        (underlay[kind === 'isis' ? 'circuitType' : 'networkType'] = options.next('network or circuit type')),
      id: (options) => renameRecord(draft, 'underlays', underlay, options.next('name')),
    },
    underlay,
  )
}

/** `host srv1 10.102.0.20 as 65120` */
const hostLine: Line = (draft, words) => {
  const name = words.next('name')
  const host = addRecord(draft, 'hosts', name)
  Object.assign(host, { name, kind: 'server', addresses: words.takeWhile(isAddress) })
  readOptions(words, { as: (options) => (host.asNumber = optionValue(options.next('AS number'))) }, host)
}

/** `station bmp1 192.0.2.10 port 5000` */
const stationLine: Line = (draft, words) => {
  const name = words.next('name')
  const station = addRecord(draft, 'stations', name)
  Object.assign(station, { name, address: words.next('address') })
  readOptions(words, { port: (options) => (station.tcpPort = Number(options.next('port'))) }, station)
}

/** `vrf red rt 100:1 [ipv6]` */
const vrfLine: Line = (draft, words) => {
  const name = words.next('name')
  const vrf = addRecord(draft, 'vrfs', name)
  const family = { importTargets: [] as string[], exportTargets: [] as string[] }
  Object.assign(vrf, { name, ipv4: family })
  readOptions(
    words,
    {
      rt: (options) => {
        const targets = list(options.next('route targets'))
        family.importTargets.push(...targets)
        family.exportTargets.push(...targets)
      },
      ipv6: () => (vrf.ipv6 = family),
    },
    vrf,
  )
}

/** `waiver lab`; `set waiver:lab {…}` says what it is for */
const waiverLine: Line = (draft, words) => {
  addRecord(draft, 'waivers', words.next('name'))
}

/** `requirement always`; `set requirement:always {…}` says what it is */
const requirementLine: Line = (draft, words) => {
  addRecord(draft, 'requirements', words.next('name'))
}

/** `pool link-ipv4 10.1.0.0/16`, `pool as 65001 65100` */
const poolLine: Line = (draft, words) => {
  const kind = words.next('kind')
  const pool = addRecord(draft, 'pools', kind)
  const first = words.next('prefix or first number')
  Object.assign(
    pool,
    { kind },
    isAddress(first) ? { prefix: first } : { first: Number(first), last: Number(words.next('last number')) },
  )
  readOptions(words, {}, pool)
}

/** `set peering:leaf1-spine1 {"holdSeconds":30}`: merges fields; `null` takes one away. */
const setLine: Line = (draft, words) => {
  const record = recordOf(draft, words.next('record id'))
  const fields = JSON.parse(words.rest()) as Record<string, unknown>
  for (const [field, value] of Object.entries(fields)) {
    if (value === null) delete record[field]
    else record[field] = value
  }
}

/** `remove interface:leaf1.LoopBack0`: leaves whatever refers to it dangling. */
const removeLine: Line = (draft, words) => {
  const id = words.next('record id')
  recordOf(draft, id)
  for (const records of Object.values(draft.records)) records.delete(id)
}

function recordOf(draft: Draft, id: string): DraftRecord {
  for (const records of Object.values(draft.records)) {
    const record = records.get(id)
    if (record !== undefined) return record
  }
  throw new Error(`no record ${id} above this line`)
}

export const plainLines: { readonly [word: string]: Line } = {
  link: linkLine,
  'vlanif-link': vlanifLinkLine,
  interface: interfaceLine,
  port: portLine,
  'eth-trunk': ethTrunkLine,
  static: staticLine,
  underlay: underlayLine,
  host: hostLine,
  station: stationLine,
  vrf: vrfLine,
  pool: poolLine,
  waiver: waiverLine,
  requirement: requirementLine,
  set: setLine,
  remove: removeLine,
}
