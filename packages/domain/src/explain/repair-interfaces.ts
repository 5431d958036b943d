import type { Fix } from '../check'
import { setFields } from '../check'
import type { DeviceId, DeviceInterface, InterfaceId, RecordId } from '../model'
import { byId } from '../model'
import type { ProofFact } from '../reach'
import type { Patient } from './patient'
import { clear, isFailing, words } from './patient'
import { addressRepairs } from './repair-addresses'

type InterfaceField = {
  readonly path: readonly [keyof DeviceInterface, string?]
  readonly label: readonly [en: string, zh: string]
}

const interfaceFields: readonly InterfaceField[] = [
  { path: ['shutdown'], label: ['Enable %', '开启 %'] },
  { path: ['outsideUnderlay'], label: ['Take % into the underlay', '将 % 加入 underlay'] },
  { path: ['isis', 'silent'], label: ['Let % speak IS-IS', '% 收发 IS-IS 报文'] },
  { path: ['isis', 'circuitType'], label: ['Use the circuit type of the underlay on %', '% 使用 underlay 的链路类型'] },
  { path: ['isis', 'level'], label: ['Use the levels of the process on %', '% 使用进程的级别'] },
  { path: ['ospfv3', 'silent'], label: ['Let % speak OSPFv3', '% 收发 OSPFv3 报文'] },
  { path: ['ospfv3', 'area'], label: ['Use the OSPFv3 area of the underlay on %', '% 使用 underlay 的 OSPFv3 区域'] },
  {
    path: ['ospfv3', 'networkType'],
    label: ['Use the OSPFv3 type of the underlay on %', '% 使用 underlay 的 OSPFv3 类型'],
  },
  { path: ['ospfv3', 'instanceId'], label: ['Use OSPFv3 instance 0 on %', '% 使用 OSPFv3 实例 0'] },
  {
    path: ['ospfv3', 'helloSeconds'],
    label: ['Use the default OSPFv3 hello interval on %', '% 使用缺省 OSPFv3 Hello 间隔'],
  },
  {
    path: ['ospfv3', 'deadSeconds'],
    label: ['Use the default OSPFv3 dead interval on %', '% 使用缺省 OSPFv3 Dead 间隔'],
  },
  { path: ['ospf', 'silent'], label: ['Let % speak OSPF', '% 收发 OSPF 报文'] },
  { path: ['ospf', 'area'], label: ['Use the area of the underlay on %', '% 使用 underlay 的区域'] },
  { path: ['ospf', 'networkType'], label: ['Use the network type of the underlay on %', '% 使用 underlay 的网络类型'] },
  { path: ['ospf', 'helloSeconds'], label: ['Use the default hello interval on %', '% 使用缺省 Hello 间隔'] },
  { path: ['ospf', 'deadSeconds'], label: ['Use the default dead interval on %', '% 使用缺省 Dead 间隔'] },
  { path: ['vrfId'], label: ['Take % out of its VPN instance', '将 % 移出 VPN 实例'] },
]

/** Facts that fail because of what an interface on the way says, or does not say. */
const facts: readonly ProofFact['fact'][] = [
  'remote-configured',
  'source-owned',
  'source-expected',
  'vpn-instance',
  'forward-path',
  'return-path',
  'tracked-interface',
  'local-address',
  'interface-up',
  'subnet',
  'area',
  'network-type',
  'timers',
  'silent',
  'peer-link',
]

/** Edits of the interfaces a session runs from and over. */
export function interfaceRepairs(patient: Patient): readonly Fix[] {
  if (!isFailing(patient, ...facts)) return []
  const { network } = patient
  const { near, cabled } = surroundings(patient)
  const said = near.flatMap((record) => {
    const name = `${network.devices[record.deviceId]?.name ?? record.deviceId} ${record.name}`
    const cleared = interfaceFields.flatMap(({ path, label: [en, zh] }) =>
      isSaid(record, path) ? [clear(words(en, zh, name), record, path)] : [],
    )
    const routed =
      record.mode === 'switched' && (record.ipv4?.length ?? 0) > 0
        ? [setFields(words('Make % a Layer 3 port', '将 % 改为三层口', name), record.id, { mode: 'routed' })]
        : []
    return [...cleared, ...routed]
  })
  return [...said, ...addressRepairs(patient, cabled)]
}

function isSaid(record: DeviceInterface, [field, inner]: InterfaceField['path']): boolean {
  const value: unknown = record[field]
  if (inner === undefined) return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false
  return typeof value === 'object' && value !== null && inner in value
}

/** Interfaces of the proof, those of its devices that say something unusual, and both ends of the cables there. */
function surroundings({ network, compilation, entry, failing }: Patient): {
  readonly near: readonly DeviceInterface[]
  readonly cabled: ReadonlySet<InterfaceId>
} {
  const devices = new Set<DeviceId>(entry.devices)
  for (const path of [entry.verdict.forward, entry.verdict.back]) {
    if (path !== undefined && path.kind !== 'unknown') for (const id of path.path) devices.add(id)
  }
  const cabled = new Set<InterfaceId>()
  for (const { ends } of compilation.intent.cables) {
    const drawn = ends.filter((end) => end.kind === 'interface')
    if (!drawn.some(({ deviceId }) => devices.has(deviceId))) continue
    for (const { interfaceId, trunkId } of drawn) cabled.add(interfaceId).add(trunkId ?? interfaceId)
  }
  const involved = new Set<RecordId>([
    ...('ends' in entry.session ? entry.session.ends : []),
    ...failing.flatMap(({ records }) => records),
    ...compilation.reachability.igpAdjacencies.flatMap(({ ends, verdict }) =>
      verdict.status === 'down' && ends.some((end) => cabled.has(end)) ? ends : [],
    ),
  ])
  const near = Object.values(network.interfaces).filter(
    (record) =>
      involved.has(record.id) || (isUnusual(record) && (devices.has(record.deviceId) || cabled.has(record.id))),
  )
  return { near: near.sort(byId), cabled }
}

function isUnusual({ shutdown, outsideUnderlay, ospf, ospfv3, isis, vrfId, mode }: DeviceInterface): boolean {
  if (shutdown === true || outsideUnderlay === true || vrfId !== undefined || mode === 'switched') return true
  return ospf !== undefined || ospfv3 !== undefined || isis !== undefined
}
