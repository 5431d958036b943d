import type { Draft, DraftRecord } from './fabric-text-draft'
import { addRecord, deviceId, interfaceOf, isInterfaceWord, renameRecord } from './fabric-text-draft'
import type { OptionHandler, Words } from './fabric-text-words'
import { list, optionValue, readOptions, vlanList } from './fabric-text-words'

type Line = (draft: Draft, words: Words) => void
type PeeringEndDraft = { owner: { deviceId?: string; hostId?: string } } & { [field: string]: unknown }

/**
 * `peering leaf1 lo0 -- spine1 lo0 [families ipv4-unicast,evpn] [hops 2] [rr left]`
 *
 * `left.field value` and `right.field value` set a field of one end, for example `left.openMode listen-only`.
 */
const peeringLine: Line = (draft, words) => {
  const left = readPeeringEnd(draft, words)
  if (!words.take('--'))
    throw new Error(`-- is expected between the two ends, not ${words.peek() ?? 'the end of the line'}`)
  const right = readPeeringEnd(draft, words)
  const peering = addRecord(draft, 'peerings', `${left.name}-${right.name}`)
  Object.assign(peering, { ends: [left.end, right.end], families: ['ipv4-unicast'] })
  const both = (field: string, value: unknown): void => {
    left.end[field] = value
    right.end[field] = value
  }
  const extra: Record<string, unknown> = {}
  readOptions(
    words,
    {
      families: (options) => (peering.families = list(options.next('families'))),
      hops: (options) => both('ebgpMaxHop', optionValue(options.next('hop count'))),
      gtsm: (options) => both('validTtlHops', optionValue(options.next('hop count'))),
      rr: (options) => (endOf(options.next('left or right'), left.end, right.end).reflectClient = true),
      ignore: (options) => (endOf(options.next('left or right'), left.end, right.end).ignore = true),
      'next-hop-local': (options) => (endOf(options.next('left or right'), left.end, right.end).nextHopLocal = true),
      invariable: (options) => (endOf(options.next('left or right'), left.end, right.end).nextHopInvariable = true),
      rely: (options) => {
        const device = options.next('device')
        const end = [left, right].find((side) => side.name === device)?.end
        if (end === undefined) throw new Error(`${device} is no end of this peering`)
        end.relyStateInterfaceIds = list(options.next('ports')).map((port) => interfaceOf(draft, device, port).id)
      },
      vrf: (options) => (peering.vrfId = `vrf:${options.next('VPN instance')}`),
      id: (options) => renameRecord(draft, 'peerings', peering, options.next('name')),
    },
    extra,
  )
  for (const [key, value] of Object.entries(extra)) {
    const [side, field] = key.split('.')
    if (field === undefined) peering[key] = value
    else endOf(side ?? '', left.end, right.end)[field] = value
  }
}

function endOf(word: string, left: PeeringEndDraft, right: PeeringEndDraft): PeeringEndDraft {
  if (word === 'left') return left
  if (word === 'right') return right
  throw new Error(`left or right is expected, not ${word}`)
}

function readPeeringEnd(draft: Draft, words: Words): { name: string; end: PeeringEndDraft } {
  const name = words.next('name of a device or host')
  if (draft.records.hosts.has(`host:${name}`)) return { name, end: { owner: { hostId: `host:${name}` } } }
  const end: PeeringEndDraft = { owner: { deviceId: deviceId(draft, name) } }
  const word = words.peek()
  if (word !== undefined && isInterfaceWord(word))
    end.interfaceId = interfaceOf(draft, name, words.next('interface')).id
  return { name, end }
}

/** `bmp leaf1 -- bmp1 source lo0 port 5000 [vrf red]`; monitors public IPv4 unicast unless `monitor` says otherwise. */
const bmpLine: Line = (draft, words) => {
  const device = words.next('device')
  if (!words.take('--')) throw new Error('-- is expected between device and station')
  const station = words.next('station')
  const session = addRecord(draft, 'bmpSessions', `${device}-${station}`)
  Object.assign(session, {
    deviceId: deviceId(draft, device),
    stationId: `station:${station}`,
    monitor: [{ target: { kind: 'public' }, family: 'ipv4-unicast', rib: 'adj-rib-in', policy: 'post-policy' }],
  })
  readOptions(
    words,
    {
      source: (options) => {
        const word = options.next('interface or address')
        session.source = isInterfaceWord(word)
          ? { interfaceId: interfaceOf(draft, device, word).id }
          : { address: word }
      },
      port: (options) => (session.tcpPort = Number(options.next('port'))),
      vrf: (options) => (session.vrfId = `vrf:${options.next('VPN instance')}`),
      id: (options) => renameRecord(draft, 'bmpSessions', session, options.next('name')),
    },
    session,
  )
}

/** A channel end is an interface or an address; one word serves both members when it is an interface. */
function channelEnds(draft: Draft, members: readonly string[], words: Words): readonly unknown[] {
  const first = words.next('interface or address')
  if (isInterfaceWord(first)) {
    const second = words.peek()
    const names = [first, second !== undefined && isInterfaceWord(second) ? words.next('interface') : first]
    return members.map((device, side) => ({ interfaceId: interfaceOf(draft, device, names[side] ?? first).id }))
  }
  return [{ address: first }, { address: words.next('address of the second member') }]
}

/**
 * `mlag pair1 leaf1 leaf2 trunk Eth-Trunk0 [virtual] [exclude 100] [dad lo0] [sync lo0 port 61467] [password …]`
 */
const mlagLine: Line = (draft, words) => {
  const pair = addRecord(draft, 'mlagPairs', words.next('name'))
  const members = [words.next('first member'), words.next('second member')]
  const peerLink: Record<string, unknown> = { kind: 'physical', trunks: [undefined, undefined] }
  const dfs: Record<string, unknown> = { password: 'Weft-Test-2024' }
  Object.assign(pair, {
    members: members.map((name) => deviceId(draft, name)),
    peerLink,
    dfs,
    spanningTree: { mode: 'v-stp' },
  })
  let channel: Record<string, unknown> = {}
  const openChannel =
    (field: string, extra: object): OptionHandler =>
    (options) => {
      channel = { ends: channelEnds(draft, members, options), ...extra }
      pair[field] = channel
    }
  readOptions(
    words,
    {
      trunk: (options) => {
        const name = options.next('Eth-Trunk')
        peerLink.trunks = members.map((device) => interfaceOf(draft, device, name).id)
      },
      virtual: () => (peerLink.kind = 'virtual'),
      exclude: (options) => (peerLink.excludedVlans = vlanList(options.next('VLANs'))),
      dad: openChannel('dualActiveDetection', { withPeer: true }),
      sync: openChannel('syncChannel', { tcpPort: 61467 }),
      vrf: (options) => (channel.vrfId = `vrf:${options.next('VPN instance')}`),
      port: (options) => (channel.tcpPort = Number(options.next('port'))),
      password: (options) => (dfs.password = options.next('password')),
    },
    pair,
  )
}

/** `attach att1 pair1 Eth-Trunk10 -- srv1 vlans 102 [trunk] [active-standby]`; the other end may be `access1 Eth-Trunk1`. */
const attachLine: Line = (draft, words) => {
  const attachment = addRecord(draft, 'attachments', words.next('name'))
  const pair = draft.records.mlagPairs.get(`mlag:${words.next('pair')}`)
  if (pair === undefined) throw new Error('the pair must be above this line')
  const trunk = words.next('Eth-Trunk')
  if (!words.take('--')) throw new Error('-- is expected before the attached host or device')
  const name = words.next('host or device')
  const attached = draft.records.hosts.has(`host:${name}`)
    ? { hostId: `host:${name}` }
    : { interfaceId: interfaceOf(draft, name, words.next('Eth-Trunk')).id }
  Object.assign(attachment, {
    pairId: pair.id,
    mode: 'dual-active',
    trunks: (pair.members as string[]).map((member) => interfaceOf(draft, member.slice('device:'.length), trunk).id),
    attached,
    linkType: 'access',
    vlans: [],
  })
  readOptions(
    words,
    {
      vlans: (options) => (attachment.vlans = vlanList(options.next('VLANs'))),
      trunk: () => (attachment.linkType = 'trunk'),
      'active-standby': () => (attachment.mode = 'active-standby'),
    },
    attachment,
  )
}

/** `gateway gw102 pair1 vlan 102 10.102.0.1/24 [vrf red] [mlag 10.102.0.3/24 10.102.0.4/24]` */
const gatewayLine: Line = (draft, words) => {
  const gateway: DraftRecord = addRecord(draft, 'gateways', words.next('name'))
  gateway.pairId = `mlag:${words.next('pair')}`
  readOptions(
    words,
    {
      vlan: (options) => {
        gateway.vlan = Number(options.next('VLAN'))
        for (const address of options.takeWhile((word) => /[.:]/.test(word)))
          gateway[address.includes(':') ? 'ipv6' : 'ipv4'] = address
      },
      vrf: (options) => (gateway.vrfId = `vrf:${options.next('VPN instance')}`),
      mlag: (options) => (gateway.mlagIpv4 = [options.next('first address'), options.next('second address')]),
    },
    gateway,
  )
}

export const sessionLines: { readonly [word: string]: Line } = {
  peering: peeringLine,
  bmp: bmpLine,
  mlag: mlagLine,
  attach: attachLine,
  gateway: gatewayLine,
}
