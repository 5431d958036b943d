import { text } from '../../model'
import { present, setFields } from '../fixes'
import type { Rule } from '../rule'
import { pairName } from './mlag-dad-rules'

const vStpMode: Rule = {
  id: 'mlag/stp-mode',
  severity: 'error',
  title: text('V-STP with MSTP', 'V-STP 与 MSTP 不兼容'),
  why: text(
    'V-STP works with STP and RSTP; MSTP, the default of the device, excludes it.',
    'V-STP 只支持 STP 和 RSTP，与设备默认的 MSTP 互斥。',
  ),
  remedy: text('Use rstp.', '请使用 rstp。'),
  source: 'CR "stp v-stp enable"',
  offersFix: true,
  *run({ pairs }) {
    for (const pair of pairs) {
      const { mode, stpMode } = pair.spanningTree
      if (mode !== 'v-stp' || stpMode !== 'mstp') continue
      yield {
        subjects: [pair.id],
        what: text(`${pairName(pair)}: V-STP with stp mode mstp`, `${pairName(pair)}：V-STP 配合了 stp mode mstp`),
        fix: setFields(text('Use rstp', '使用 rstp'), pair.id, {
          spanningTree: { ...pair.spanningTree, stpMode: 'rstp' },
        }),
      }
    }
  },
}

const noSpanningTree: Rule = {
  id: 'mlag/stp-none',
  severity: 'warning',
  title: text('No spanning tree mode for the pair', '未选择 M-LAG 的生成树模式'),
  why: text(
    'To the network the pair has to look like one bridge: V-STP, V-VBST or the root bridge mode does that.',
    '两台设备对外应表现为一台桥设备，需使用 V-STP、V-VBST 或根桥方式。',
  ),
  remedy: text('Use V-STP.', '请使用 V-STP。'),
  source: 'CG "Configuring a Spanning Tree Protocol"',
  offersFix: true,
  *run({ pairs }) {
    for (const pair of pairs) {
      if (pair.spanningTree.mode !== 'none') continue
      yield {
        subjects: [pair.id],
        what: text(`${pairName(pair)} has no spanning tree mode`, `${pairName(pair)} 未选择生成树模式`),
        fix: setFields(text('Use V-STP with rstp', '使用 V-STP（rstp）'), pair.id, {
          spanningTree: present({ ...pair.spanningTree, mode: 'v-stp', stpMode: 'rstp', bridgeAddress: undefined }),
        }),
      }
    }
  },
}

const bridgeAddress: Rule = {
  id: 'mlag/stp-bridge-address',
  severity: 'error',
  title: text('Root bridge mode without bridge address', '根桥方式缺少桥 MAC'),
  why: text(
    'Both members are root with one bridge address; without it they are two roots.',
    '两个成员必须使用相同的桥 MAC 作为根桥，否则会成为两个根桥。',
  ),
  remedy: text('Give the bridge address.', '请填写桥 MAC 地址。'),
  source: 'CG "Configuring a Spanning Tree Protocol"',
  *run({ pairs }) {
    for (const pair of pairs) {
      if (pair.spanningTree.mode !== 'root-bridge' || pair.spanningTree.bridgeAddress !== undefined) continue
      yield {
        subjects: [pair.id],
        what: text(
          `${pairName(pair)}: root bridge mode without a bridge address`,
          `${pairName(pair)}：根桥方式未配置桥 MAC`,
        ),
      }
    }
  },
}

const multiLevel: Rule = {
  id: 'mlag/stp-multi-level',
  wide: ['cables', 'pairs'],
  severity: 'error',
  title: text('Two M-LAG levels in root bridge mode', '根桥方式不支持多级 M-LAG'),
  why: text(
    'Pairs connected to pairs need V-STP or V-VBST on both levels.',
    '多级 M-LAG 的各级都必须使用 V-STP 或 V-VBST。',
  ),
  remedy: text('Use V-STP.', '请使用 V-STP。'),
  source: 'CG "Configuring a Spanning Tree Protocol"',
  *run({ network, attachments, intent, interfaceById }) {
    for (const attachment of attachments) {
      const far = 'interfaceId' in attachment.attached ? interfaceById.get(attachment.attached.interfaceId) : undefined
      const lowerId = far === undefined ? undefined : intent.devices.get(far.deviceId)?.dfsGroup?.pairId
      const [upper, lower] = [
        network.mlagPairs[attachment.pairId],
        lowerId === undefined ? undefined : network.mlagPairs[lowerId],
      ]
      if (upper === undefined || lower === undefined || upper === lower) continue
      for (const pair of [upper, lower]) {
        if (pair.spanningTree.mode !== 'root-bridge') continue
        yield {
          subjects: [pair.id],
          what: text(
            `${pairName(pair)} is in root bridge mode and connected to the pair ${pairName(pair === upper ? lower : upper)}`,
            `${pairName(pair)} 使用根桥方式，且与 ${pairName(pair === upper ? lower : upper)} 组成多级 M-LAG`,
          ),
        }
      }
    }
  },
}

export const mlagStpRules: readonly Rule[] = [vStpMode, noSpanningTree, bridgeAddress, multiLevel]
