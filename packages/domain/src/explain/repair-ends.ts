import type { Fix } from '../check'
import { setEnd, setFields } from '../check'
import type { Peering, PeeringEnd, VrfId } from '../model'
import { text } from '../model'
import type { ProofFact } from '../reach'
import type { Patient } from './patient'
import { isFailing, words } from './patient'

type EndField = {
  readonly field: Exclude<keyof PeeringEnd, 'owner'>
  readonly facts: readonly ProofFact['fact'][]
  readonly label: readonly [en: string, zh: string]
}

/** What an end says beside the defaults, and the facts that may fail because of it. */
const endFields: readonly EndField[] = [
  { field: 'notConfigured', facts: ['remote-configured'], label: ['Configure the peer on %', '在 % 上配置对等体'] },
  { field: 'ignore', facts: ['administratively-up'], label: ['Enable the peer on %', '在 % 上启用对等体'] },
  {
    field: 'remoteAddress',
    facts: ['remote-configured', 'source-owned', 'source-expected', 'local-address', 'forward-path', 'return-path'],
    label: ['Peer with the address the other end has, on %', '% 以对端实际地址为对等体'],
  },
  {
    field: 'remoteAsNumber',
    facts: ['as-number', 'hop-budget'],
    label: ['Expect the AS number the other end has, on %', '% 期望对端实际的 AS 号'],
  },
  {
    field: 'address',
    facts: ['remote-configured', 'source-owned', 'source-expected', 'forward-path', 'return-path'],
    label: ['Use the primary address of the source on %', '% 使用源接口的主地址'],
  },
  {
    field: 'connectInterface',
    facts: ['source-expected', 'source-owned'],
    label: ['Name the source of the session on %', '在 % 上指定会话的源'],
  },
  {
    field: 'ebgpMaxHop',
    facts: ['hop-budget'],
    label: ['Allow the hops the path has, on %', '% 允许路径所需的跳数'],
  },
  { field: 'validTtlHops', facts: ['hop-budget'], label: ['Take GTSM away from %', '取消 % 的 GTSM'] },
  {
    field: 'disabledFamilies',
    facts: ['family'],
    label: ['Enable the families of the peering on %', '在 % 上使能会话的地址族'],
  },
  {
    field: 'openMode',
    facts: ['open-mode', 'source-expected'],
    label: ['Let % open and accept the connection', '% 可发起并接受连接'],
  },
  {
    field: 'vrfId',
    facts: ['vpn-instance', 'source-owned', 'forward-path', 'return-path', 'remote-configured'],
    label: ['Run the session in the table of the peering on %', '% 在会话所在路由表中运行'],
  },
  {
    field: 'keychain',
    facts: ['authentication'],
    label: ['Use the keychain of the peering on %', '% 使用会话的 keychain'],
  },
  {
    field: 'relyStateInterfaceIds',
    facts: ['tracked-interface'],
    label: ['Track no port on %', '% 不再跟踪端口'],
  },
]

/** Edits of the two ends of a BGP session. */
export function endRepairs(patient: Patient): readonly Fix[] {
  const { network, entry } = patient
  if (entry.session.kind !== 'bgp') return []
  const id = entry.session.key.slice(0, -2)
  const peering = network.peerings[id]
  if (peering === undefined) return []
  const single = ([0, 1] as const).flatMap((side) => clearedFields(patient, peering, side))
  return [
    ...single,
    ...bothEnds(patient, peering),
    ...([0, 1] as const).flatMap((side) => otherSource(patient, peering, side)),
  ]
}

function clearedFields(patient: Patient, peering: Peering, side: 0 | 1): readonly Fix[] {
  const end = peering.ends[side]
  const name = ownerName(patient, end)
  return endFields.flatMap(({ field, facts, label: [en, zh] }) =>
    end[field] !== undefined && isFailing(patient, ...facts)
      ? [setEnd(words(en, zh, name), { peering, side }, { [field]: undefined })]
      : [],
  )
}

/** What both ends have to say alike. */
function bothEnds(patient: Patient, peering: Peering): readonly Fix[] {
  const [a, b] = peering.ends
  const fixes: Fix[] = []
  if (isFailing(patient, 'hop-budget') && (a.validTtlHops ?? b.validTtlHops) !== undefined) {
    fixes.push(
      setFields(text('Take GTSM away from both ends', '取消两端的 GTSM'), peering.id, {
        ends: peering.ends.map(({ validTtlHops: _, ...end }) => end),
      }),
    )
  }
  if (isFailing(patient, 'family') && peering.families.length === 0)
    fixes.push(setFields(text('Enable IPv4 unicast', '使能 IPv4 单播'), peering.id, { families: ['ipv4-unicast'] }))
  if (peering.vrfId !== undefined && isFailing(patient, 'vpn-instance', 'source-owned', 'forward-path', 'return-path'))
    fixes.push(
      setFields(text('Run the session in the public network', '在公网运行该会话'), peering.id, { vrfId: undefined }),
    )
  return fixes
}

/** Another interface to run from: the table of the one that is named, or a LoopBack of the table of the session. */
function otherSource(patient: Patient, peering: Peering, side: 0 | 1): readonly Fix[] {
  const end = peering.ends[side]
  if (!('deviceId' in end.owner) || !isFailing(patient, 'source-owned', 'remote-configured', 'source-expected'))
    return []
  const device = patient.compilation.intent.devices.get(end.owner.deviceId)
  const vrfId: VrfId | undefined = end.vrfId ?? peering.vrfId
  const loopback = device?.interfaces.find(
    (each) => each.kind === 'loopback' && each.vrfId === vrfId && !each.shutdown && each.interfaceId !== undefined,
  )
  if (device === undefined || loopback === undefined || loopback.interfaceId === end.interfaceId) return []
  const label = text(
    `Use ${loopback.name} of ${device.device.name} as source`,
    `以 ${device.device.name} 的 ${loopback.name} 为源`,
  )
  return [
    setEnd(
      label,
      { peering, side },
      { interfaceId: loopback.interfaceId, address: undefined, connectInterface: undefined },
    ),
  ]
}

function ownerName({ network }: Patient, { owner }: PeeringEnd): string {
  return 'deviceId' in owner
    ? (network.devices[owner.deviceId]?.name ?? owner.deviceId)
    : (network.hosts[owner.hostId]?.name ?? owner.hostId)
}
