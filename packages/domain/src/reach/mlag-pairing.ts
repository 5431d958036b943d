import { ipVersion } from '@weft/net'
import { pairingVerdict } from '../catalog'
import type { DeviceIntent, DfsGroupIntent } from '../intent'
import type { LocalText } from '../model'
import { text } from '../model'
import type { Fact } from './facts'
import { fact } from './facts'
import type { SessionStatus, SessionVerdict } from './reachability'
import { verdictOf } from './session-verdict'
import { defaultPriority, masterOf, splitBrain } from './split-brain'
import type { Plane } from './tables'

type Member = { readonly device: DeviceIntent; readonly index: number; readonly group: DfsGroupIntent }
type Members = readonly [Member, Member]

/** Dual-active detection as it is, and whether its packets take the peer-link. */
type Detection = { readonly status: SessionStatus; readonly crossesPeerLink: boolean }

/**
 * Whether two devices become an M-LAG pair, which of them is master, and what follows when their peer-link fails.
 *
 * @source fabric.md sections 2, 4, 5 and 7, "Pairing causes a checker can predict"
 */
export function pairingVerdictOf(plane: Plane, members: Members, detection: Detection | undefined): SessionVerdict {
  return verdictOf(
    [
      peerLinkFact(plane, members),
      authenticationFact(members),
      ...addressFacts(members),
      modelFact(members),
      masterFact(members),
      splitBrainFact(members, detection),
    ],
    {},
  )
}

function namesOf([a, b]: Members): readonly [string, string] {
  return [a.device.device.name, b.device.device.name]
}

function peerLinkFact(plane: Plane, members: Members): Fact {
  const records = [members[0].group.pairId]
  const trunks = members.map(({ device, group }) =>
    device.interfaces.find(({ peerLink }) => peerLink?.pairId === group.pairId),
  )
  const without = members.find((_, side) => trunks[side] === undefined)
  if (without !== undefined)
    return fact('peer-link', 'no', records, () =>
      text(`${without.device.device.name} has no peer-link.`, `${without.device.device.name} 没有 peer-link。`),
    )
  const down = trunks.find(
    (trunk) => plane.segments.up[plane.ports.byId.get(trunk?.interfaceId ?? 'interface:') ?? -1] !== true,
  )
  if (down === undefined && trunks.some((trunk) => trunk?.peerLink?.virtual === true))
    return {
      ...fact('peer-link', 'yes', records, () =>
        text(
          'The peer-link is virtual: the tunnel it needs is taken to be up.',
          'peer-link 为虚拟链路，假定其隧道可用。',
        ),
      ),
      assurance: 'assumed',
    }
  return fact('peer-link', down === undefined ? 'yes' : 'no', records, () =>
    down === undefined
      ? text('The peer-link is up on both members.', '两台成员的 peer-link 均为 Up。')
      : text(`The peer-link ${down.name} is down.`, `peer-link ${down.name} 为 Down。`),
  )
}

/** The password is stored on the pair, so that both members have the same one. */
function authenticationFact(members: Members): Fact {
  const { pairId, password } = members[0].group
  if (password !== undefined)
    return fact('authentication', 'yes', [pairId], () =>
      text('Both members have the same password.', '两台成员的密码相同。'),
    )
  const carried = members.some(({ device: { device } }) =>
    device.carried?.some(({ lines }) => lines.some((line) => line.text.startsWith('authentication-mode '))),
  )
  return fact('authentication', carried ? 'unknown' : 'no', [pairId], () =>
    carried
      ? text('A password is in lines that are carried.', '密码在保留的配置行中。')
      : text('The DFS group has no password: the members do not pair.', 'DFS Group 没有密码：成员无法配对。'),
  )
}

function addressFacts(members: Members): readonly Fact[] {
  const { pairId } = members[0].group
  const sources = members.map(({ group }) => group.dualActiveDetection?.source?.value)
  const without = members.find((_, side) => sources[side] === undefined)
  if (without !== undefined)
    return [
      fact('local-address', 'no', [pairId], () =>
        text(
          `${without.device.device.name} has no address for dual-active detection.`,
          `${without.device.device.name} 没有双主检测地址。`,
        ),
      ),
    ]
  const [a, b] = sources
  const same = a !== undefined && b !== undefined && ipVersion(a) === ipVersion(b)
  return [
    fact('family', same ? 'yes' : 'no', [pairId], () =>
      same
        ? text(`Dual-active detection runs between ${a} and ${b}.`, `双主检测运行于 ${a} 与 ${b} 之间。`)
        : text(`${a} and ${b} are of different IP versions.`, `${a} 与 ${b} 的 IP 版本不同。`),
    ),
  ]
}

function modelFact(members: Members): Fact {
  const [a, b] = [members[0].device.device, members[1].device.device]
  const { kind } = pairingVerdict(a, b)
  const models = `${a.model} – ${b.model}`
  const records = [a.id, b.id]
  switch (kind) {
    case 'ok':
    case 'different-model':
      return fact('model-support', 'yes', records, () => text(`${models} may pair.`, `${models} 可以配对。`))
    case 'cannot-pair':
      return fact('model-support', 'no', records, () => text(`${models} cannot pair.`, `${models} 不能配对。`))
    case 'different-platform':
      return fact('model-support', 'unknown', records, () =>
        text(
          `${models} have different support notes and may not pair.`,
          `${models} 的特性支持说明不同，可能无法配对。`,
        ),
      )
    case 'unknown':
      return {
        ...fact('model-support', 'yes', records, () =>
          text(`Whether ${models} may pair is not documented.`, `${models} 能否配对无文档说明。`),
        ),
        assurance: 'assumed',
      }
  }
}

function masterFact(members: Members): Fact {
  const master = masterOf(members)
  const [a, b] = members.map(({ group }) => group.priority ?? defaultPriority)
  const stated = fact('master', 'yes', [members[0].group.pairId], () =>
    master === undefined
      ? text(
          `Both members have priority ${a}: the smaller system MAC becomes master.`,
          `两台成员的优先级均为 ${a}：系统 MAC 较小者为主。`,
        )
      : text(
          `${master.device.device.name} becomes master (priorities ${a} and ${b}).`,
          `${master.device.device.name} 成为主设备（优先级 ${a} 与 ${b}）。`,
        ),
  )
  return master === undefined ? { ...stated, assurance: 'assumed' } : stated
}

/** With detection the backup shuts its ports; without it both members go on, each as if it were alone. */
function splitBrainFact(members: Members, detection: Detection | undefined): Fact {
  const { pairId } = members[0].group
  const names = namesOf(members)
  const after = splitBrain(members, detection?.status)
  const say = (words: LocalText): Fact => fact('split-brain', 'yes', [pairId], () => words)
  if (detection?.crossesPeerLink === true)
    return say(
      text(
        'Dual-active detection crosses the peer-link itself: if that fails and no other way is left, both members stay active.',
        '双主检测报文经过 peer-link 本身：peer-link 故障且无其他路径时，两台成员均保持活动。',
      ),
    )
  switch (after.outcome) {
    case 'unknown':
      return say(
        text(
          'What happens if the peer-link fails is not known, because dual-active detection is not.',
          'peer-link 故障后的结果未知，因为双主检测的状态未知。',
        ),
      )
    case 'dual-active':
      return say(
        text(
          `If the peer-link fails, ${names.join(' and ')} both stay active: ${detection?.status === 'established' ? 'error-down is turned off' : 'nothing tells them of each other'}.`,
          `peer-link 故障时，${names.join(' 与 ')} 均保持活动：${detection?.status === 'established' ? '已关闭 error-down' : '双方无法感知对方'}。`,
        ),
      )
    case 'backup-error-down': {
      const { backup, ports } = after
      const kept = (backup?.interfaces ?? []).filter((each) => each.unpairedPortReserved).map(({ name }) => name)
      const but = kept.length === 0 ? ['', ''] : [` (not ${kept.join(', ')})`, `（${kept.join('、')} 除外）`]
      if (backup === undefined)
        return say(
          text(
            'If the peer-link fails, the backup, which the system MAC decides, puts its service ports in error-down.',
            'peer-link 故障时，备设备（由系统 MAC 决定）的业务口进入 error-down。',
          ),
        )
      return say(
        text(
          `If the peer-link fails, ${backup.device.name} puts ${ports.length} service ports in error-down${but[0]} and the master goes on.`,
          `peer-link 故障时，${backup.device.name} 的 ${ports.length} 个业务口${but[1]}进入 error-down，主设备继续转发。`,
        ),
      )
    }
  }
}
