import type { PairingVerdict } from '../../catalog'
import { featureSupport, isRouter, pairingVerdict } from '../../catalog'
import type { DeviceIntent } from '../../intent'
import type { DeviceId, MlagPair } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import type { Rule } from '../rule'
import { pairName } from './mlag-dad-rules'

const pairWithItself: Rule = {
  id: 'mlag/pair-with-itself',
  severity: 'error',
  title: text('A pair of one device', '配对的两个成员是同一台设备'),
  why: text('An M-LAG pair has two devices.', 'M-LAG 由两台设备组成。'),
  remedy: text('Choose another device as second member.', '请选择另一台设备作为第二个成员。'),
  source: 'CR "dfs-group"',
  *run({ pairs, deviceName }) {
    for (const pair of pairs) {
      if (pair.members[0] !== pair.members[1]) continue
      yield {
        subjects: [pair.id],
        what: text(
          `${pairName(pair)} has ${deviceName(pair.members[0])} as both members`,
          `${pairName(pair)} 的两个成员都是 ${deviceName(pair.members[0])}`,
        ),
      }
    }
  },
}

const inTwoPairs: Rule = {
  id: 'mlag/device-in-two-pairs',
  wide: ['pairs'],
  words: ['names'],
  severity: 'error',
  title: text('A device in two pairs', '设备属于两个 M-LAG'),
  why: text('A device has one DFS group, and its number is 1.', '一台设备只有一个 DFS Group，编号为 1。'),
  remedy: text('Remove the device from one of the pairs.', '请将设备从其中一个 M-LAG 中移除。'),
  source: 'CR "dfs-group"',
  *run({ pairs, deviceName }) {
    const first = new Map<DeviceId, MlagPair>()
    for (const pair of pairs) {
      for (const id of new Set(pair.members)) {
        const known = first.get(id)
        if (known === undefined) first.set(id, pair)
        else {
          yield {
            subjects: [pair.id, known.id, id],
            what: text(
              `${deviceName(id)} is in ${pairName(known)} and ${pairName(pair)}`,
              `${deviceName(id)} 同时属于 ${pairName(known)} 和 ${pairName(pair)}`,
            ),
          }
        }
      }
    }
  },
}

type Judged = {
  readonly pair: MlagPair
  readonly a: DeviceIntent
  readonly b: DeviceIntent
  readonly verdict: PairingVerdict
}

function* judged({ pairs, intent }: RuleContext, kind: PairingVerdict['kind']): Iterable<Judged> {
  for (const pair of pairs) {
    const [a, b] = [intent.devices.get(pair.members[0]), intent.devices.get(pair.members[1])]
    if (a === undefined || b === undefined || a === b || [a, b].some(({ device }) => isRouter(device))) continue
    const verdict = pairingVerdict(a.device, b.device)
    if (verdict.kind === kind) yield { pair, a, b, verdict }
  }
}

function bothModels({ a, b }: Judged): string {
  return `${a.device.name} (${a.device.model}), ${b.device.name} (${b.device.model})`
}

const cannotPair: Rule = {
  id: 'mlag/cannot-pair',
  severity: 'error',
  title: text('Models that cannot pair', '型号不能配对'),
  why: text(
    'Both members are fixed or both modular switches, of one software generation, with the same chip (DEVICETYPEMISMATCH).',
    '两个成员必须同为盒式或同为框式、同一软件代次、同一芯片（DEVICETYPEMISMATCH）。',
  ),
  remedy: text('Use two devices of the same model.', '请使用两台相同型号的设备。'),
  source: 'CG "Configuration Precautions for M-LAG"; CR "display dfs-group"',
  *run(context) {
    for (const found of judged(context, 'cannot-pair')) {
      yield {
        subjects: [found.pair.id, found.a.device.id, found.b.device.id],
        severity: found.verdict.certainty === 'guess' ? 'warning' : 'error',
        what: text(`${bothModels(found)} cannot form an M-LAG pair`, `${bothModels(found)} 不能组成 M-LAG`),
      }
    }
    for (const pair of context.pairs) {
      for (const id of pair.members) {
        const device = context.intent.devices.get(id)?.device
        if (device === undefined || !isRouter(device)) continue
        yield {
          subjects: [pair.id, device.id],
          what: text(
            `${device.name} is a router and cannot be in an M-LAG pair`,
            `${device.name} 是路由器，不能组成 M-LAG`,
          ),
        }
      }
    }
  },
}

const differentPlatform: Rule = {
  id: 'mlag/different-platform',
  severity: 'warning',
  title: text('Models that probably have different chips', '型号的芯片可能不同'),
  why: text(
    'Different chips cannot pair. Which models share one is undocumented; these two differ in what the manual says they support.',
    '芯片不同则不能配对；哪些型号芯片相同无文档说明，但这两个型号在手册中的特性支持不同。',
  ),
  remedy: text('Use two devices of the same model, or confirm with the vendor.', '请使用相同型号，或向厂商确认。'),
  source: 'undocumented; CG "Configuration Precautions for M-LAG"',
  *run(context) {
    for (const found of judged(context, 'different-platform')) {
      yield {
        subjects: [found.pair.id, found.a.device.id, found.b.device.id],
        what: text(
          `${bothModels(found)} seem to be different platforms (undocumented)`,
          `${bothModels(found)} 似乎属于不同平台（无文档说明）`,
        ),
      }
    }
  },
}

const differentModel: Rule = {
  id: 'mlag/different-model',
  severity: 'warning',
  title: text('Members of different models', '成员型号不同'),
  why: text('The same model and version on both members is recommended.', '建议两个成员使用相同的型号和版本。'),
  remedy: text('Use two devices of the same model.', '请使用两台相同型号的设备。'),
  source: 'CG "Configuration Precautions for M-LAG"',
  *run(context) {
    for (const found of judged(context, 'different-model')) {
      yield {
        subjects: [found.pair.id, found.a.device.id, found.b.device.id],
        what: text(`${bothModels(found)} are different models`, `${bothModels(found)} 型号不同`),
      }
    }
  },
}

const virtualModel: Rule = {
  id: 'mlag/virtual-peer-link-model',
  severity: 'error',
  title: text('The model has no virtual peer-link', '型号不支持虚拟 peer-link'),
  why: text(
    'peer-link 1 virtual-link exists on part of the models only.',
    '只有部分型号支持 peer-link 1 virtual-link。',
  ),
  remedy: text('Use a physical peer-link.', '请使用物理 peer-link。'),
  source: 'CR "peer-link", support note',
  *run({ pairSides }) {
    for (const { pair, device } of pairSides) {
      if (pair.peerLink.kind !== 'virtual') continue
      if (featureSupport(device.device, 'mlagVirtualPeerLink').answer !== 'unsupported') continue
      yield {
        subjects: [pair.id, device.device.id],
        what: text(
          `${device.device.name}: ${device.device.model} has no virtual peer-link`,
          `${device.device.name}：${device.device.model} 不支持虚拟 peer-link`,
        ),
      }
    }
  },
}

export const mlagPairRules: readonly Rule[] = [
  pairWithItself,
  inTwoPairs,
  cannotPair,
  differentPlatform,
  differentModel,
  virtualModel,
]
