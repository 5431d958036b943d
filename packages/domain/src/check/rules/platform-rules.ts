import { interfaceKind } from '@weft/net'
import type { FeatureKey } from '../../catalog'
import { featureSupport, featureTitle, isRouter, modelOf } from '../../catalog'
import type { DeviceIntent } from '../../intent'
import { bgpSessions } from '../../intent'
import type { Device, Family, Peering, RecordId } from '../../model'
import { text } from '../../model'
import { isIpv6 } from '../context'
import type { Fix } from '../fixes'
import { remove, setFields } from '../fixes'
import type { Rule } from '../rule'

/** Routers have a manual of their own; these rules speak of switches. */
const isSwitch = ({ device }: DeviceIntent): boolean => !isRouter(device)

const unknownModel: Rule = {
  id: 'platform/unknown-model',
  severity: 'warning',
  title: text('A model nobody knows', '未知的设备型号'),
  why: text(
    'Ports, ranges and features of the device cannot be checked.',
    '无法检查该设备的端口、取值范围和特性支持情况。',
  ),
  remedy: text(
    'Choose a model from the catalogue, by order name or short name.',
    '请从型号目录中按订购名或短名选择型号。',
  ),
  source: 'CG "Configuration Precautions" hardware tables, V300R023C00',
  *run({ devices }) {
    for (const intent of devices) {
      const { device } = intent
      if (!isSwitch(intent) || modelOf(device) !== undefined) continue
      yield {
        subjects: [device.id],
        what: text(
          `${device.name}: the catalogue has no model "${device.model}"`,
          `${device.name}：型号目录中没有 "${device.model}"`,
        ),
      }
    }
  },
}

const modelUndocumented: Rule = {
  id: 'platform/model-undocumented',
  severity: 'warning',
  title: text('A model outside the document set', '型号不在文档范围内'),
  why: text(
    'No page of V300R023C00 names this model. What it supports is undocumented, which proves neither support nor its absence.',
    'V300R023C00 文档未提及该型号，特性支持情况无文档说明，既不能证明支持，也不能证明不支持。',
  ),
  remedy: text(
    'Compare the configuration with the manual of that model, or choose a documented model.',
    '请对照该型号自己的手册核对配置，或改用文档覆盖的型号。',
  ),
  source: 'CG "Configuration Precautions" hardware tables, V300R023C00',
  *run({ devices }) {
    for (const intent of devices) {
      const { device } = intent
      if (!isSwitch(intent) || modelOf(device)?.entry.status !== 'undocumented') continue
      yield {
        subjects: [device.id],
        what: text(
          `${device.name}: ${device.model} is outside the V300R023C00 documents; feature support is undocumented`,
          `${device.name}：${device.model} 不在 V300R023C00 文档范围内，特性支持情况无文档说明`,
        ),
      }
    }
  },
}

type Use = { readonly feature: FeatureKey; readonly subjects: readonly [RecordId, ...RecordId[]] }

/** Features whose support differs by model and that have no rule of their own. */
function* usesOf(intent: DeviceIntent): Iterable<Use> {
  const { device, interfaces, bmp, dfsGroup, bridgeDomains } = intent
  const { id } = device
  if (dfsGroup !== undefined) {
    yield { feature: 'mlag', subjects: [dfsGroup.pairId, id] }
    const { dualActiveDetection, syncChannel } = dfsGroup
    if (dualActiveDetection?.source !== undefined && isIpv6(dualActiveDetection.source.value)) {
      yield { feature: 'mlagDadIpv6', subjects: [dfsGroup.pairId, id] }
    }
    if (syncChannel?.source !== undefined && isIpv6(syncChannel.source.value)) {
      yield { feature: 'mlagPeerLinkTcpIpv6', subjects: [dfsGroup.pairId, id] }
    }
    if (dfsGroup.electionPackets.some((type) => type === 'nd' || type === 'mld')) {
      yield { feature: 'mlagElectionNdMld', subjects: [dfsGroup.pairId, id] }
    }
  }
  for (const session of bgpSessions(intent)) {
    const subject: RecordId = session.peeringId ?? session.underlayId ?? id
    const remote = session.remoteAddress?.value
    if (remote !== undefined && isIpv6(remote)) {
      yield { feature: 'bgp4plus', subjects: [subject, id] }
      if (session.relyStateInterfaces.length > 0) yield { feature: 'peerRelyStateIpv6', subjects: [subject, id] }
    } else if (session.families.includes('ipv6-unicast')) yield { feature: 'bgp4plus', subjects: [subject, id] }
    if (session.families.includes('evpn')) yield { feature: 'evpnAddressFamily', subjects: [subject, id] }
  }
  for (const session of bmp?.sessions ?? []) {
    if (isIpv6(session.address)) yield { feature: 'bmpIpv6Session', subjects: [session.bmpSessionId, id] }
  }
  for (const { bridgeDomainId, vni } of bridgeDomains) {
    if (vni !== undefined) yield { feature: 'vxlanVtep', subjects: [bridgeDomainId, id] }
  }
  for (const { interfaceId, kind, mode, name } of interfaces) {
    if (interfaceId === undefined) continue
    if (kind === 'nve') yield { feature: 'vxlanVtep', subjects: [interfaceId, id] }
    if (kind === 'other' && interfaceKind(name) === 'tunnel') yield { feature: 'gre', subjects: [interfaceId, id] }
    if (kind === 'eth-trunk' && mode === 'routed') yield { feature: 'layer3ModeSwitch', subjects: [interfaceId, id] }
  }
}

const featureUnsupported: Rule = {
  id: 'platform/feature-unsupported',
  perDevice: true,
  severity: 'error',
  title: text('The model does not support a feature of the design', '型号不支持设计中使用的特性'),
  why: text(
    'The manual lists the models that have the command; on any other documented model the device refuses it.',
    '手册列出了支持该命令的型号，文档范围内的其他型号会拒绝该命令。',
  ),
  remedy: text(
    'Choose another model or forwarding mode, or take the feature out of the design.',
    '请更换型号或转发模式，或从设计中去掉该特性。',
  ),
  source: 'CR support notes per command, V300R023C00',
  *run(context) {
    for (const intent of context.devices.filter(isSwitch)) {
      for (const { feature, subjects } of usesOf(intent)) {
        const support = featureSupport(intent.device, feature)
        if (support.answer !== 'unsupported') continue
        const { en, zh } = featureTitle(feature)
        const { name } = intent.device
        const model = modelText(intent)
        yield {
          subjects,
          key: feature,
          severity: support.certainty === 'guess' ? 'warning' : 'error',
          what: text(
            `${name}: ${model.en} does not support ${en} (${support.source})`,
            `${name}：${model.zh} 不支持“${zh}”（${support.source}）`,
          ),
        }
      }
    }
  },
}

const featureUndocumented: Rule = {
  id: 'platform/feature-undocumented',
  perDevice: true,
  severity: 'info',
  title: text('Support for a feature is undocumented', '特性支持情况无文档说明'),
  why: text(
    'No page says whether this model has the feature. That is not a reason to call it wrong, only a reason to look.',
    '没有文档说明该型号是否支持此特性。这不代表错误，但需要自行确认。',
  ),
  remedy: text('Check the manual of that model before using the configuration.', '使用配置前请查阅该型号的手册。'),
  source: 'undocumented; CR support notes per command, V300R023C00',
  *run(context) {
    for (const intent of context.devices.filter(isSwitch)) {
      if (modelOf(intent.device) === undefined) continue
      const told = new Set<FeatureKey>()
      for (const { feature, subjects } of usesOf(intent)) {
        const { answer } = featureSupport(intent.device, feature)
        if (told.has(feature) || (answer !== 'undocumented' && answer !== 'unknown')) continue
        told.add(feature)
        const { en, zh } = featureTitle(feature)
        const { name, model } = intent.device
        yield {
          subjects: [intent.device.id, subjects[0]],
          key: feature,
          what: text(
            `${name}: whether ${model} supports ${en} is undocumented`,
            `${name}：${model} 是否支持“${zh}”无文档说明`,
          ),
        }
      }
    }
  },
}

/** `CE6885-LL-56F in low latency mode`. */
function modelText({ device }: DeviceIntent) {
  const mode = modelOf(device)?.forwardingMode
  if (mode === undefined) return text(device.model, device.model)
  return mode === 'standard'
    ? text(`${device.model} in standard forwarding mode`, `标准转发模式的 ${device.model}`)
    : text(`${device.model} in low latency mode`, `低时延模式的 ${device.model}`)
}

const ipv6Unsupported: Rule = {
  id: 'address/ipv6-unsupported',
  severity: 'error',
  title: text('IPv6 on a model without IPv6', '型号不支持 IPv6'),
  why: text('CE6885-LL in low latency mode has no IPv6 at all.', '低时延模式的 CE6885-LL 完全不支持 IPv6。'),
  remedy: text(
    'Remove the IPv6 addresses, use standard forwarding mode, or choose another model.',
    '请删除 IPv6 地址、改用标准转发模式或更换型号。',
  ),
  source: 'CR "ipv6 address", support note of 1 396 pages',
  offersFix: true,
  *run({ devices, label, network }) {
    for (const intent of devices.filter(isSwitch)) {
      if (featureSupport(intent.device, 'ipv6').answer !== 'unsupported') continue
      for (const item of intent.interfaces) {
        const value = item.ipv6[0]?.value ?? item.ipv6LinkLocal
        if (value === undefined) continue
        const record = item.interfaceId === undefined ? undefined : network.interfaces[item.interfaceId]
        const given =
          !speaksIpv6(intent) &&
          record !== undefined &&
          ((record.ipv6?.length ?? 0) > 0 || record.ipv6LinkLocal !== undefined)
        const model = modelText(intent)
        yield {
          subjects: [item.interfaceId ?? item.gatewayId ?? intent.device.id],
          what: text(
            `${label(item)}: ${value} cannot be used, ${model.en} has no IPv6`,
            `${label(item)}：${value} 不可用，${model.zh} 不支持 IPv6`,
          ),
          ...(given
            ? { fix: setFields(remove('IPv6'), record.id, { ipv6: undefined, ipv6LinkLocal: undefined }) }
            : {}),
        }
      }
    }
  },
}

/** Without its addresses what runs over IPv6 would be broken in other ways. */
function speaksIpv6(intent: DeviceIntent): boolean {
  const { bmp, dfsGroup, staticRoutes } = intent
  const channels = [dfsGroup?.dualActiveDetection?.source, dfsGroup?.syncChannel?.source]
  return (
    bgpSessions(intent).some(({ remoteAddress }) => remoteAddress !== undefined && isIpv6(remoteAddress.value)) ||
    (bmp?.sessions ?? []).some(({ address }) => isIpv6(address)) ||
    channels.some((source) => source !== undefined && isIpv6(source.value)) ||
    staticRoutes.some(({ prefix }) => prefix.includes(':'))
  )
}

const isVpnFamily = (family: Family): boolean => family === 'vpnv4' || family === 'vpnv6'

const vpnv4OnSwitch: Rule = {
  id: 'platform/vpnv4-on-ce',
  severity: 'error',
  title: text('VPNv4 or VPNv6 on a CloudEngine switch', 'CloudEngine 交换机上的 VPNv4/VPNv6'),
  why: text(
    'No page of CloudEngine 6800 and 8800 V300R023C00 has ipv4-family vpnv4 or ipv6-family vpnv6; these are views of routers, and Weft does not print them for a switch.',
    'CloudEngine 6800/8800 V300R023C00 的文档中没有 ipv4-family vpnv4 和 ipv6-family vpnv6 视图，它们属于路由器，Weft 不会为交换机生成这些视图。',
  ),
  remedy: text(
    'Use the evpn family, the overlay these switches have, or draw a router of the NE40E series.',
    '请使用这些交换机自有的 evpn 地址族，或改画 NE40E 系列路由器。',
  ),
  source: 'CR views of all BGP pages; NR "ipv6-family vpnv6"',
  offersFix: true,
  *run({ sessions }) {
    for (const { device, session, peering, subject } of sessions) {
      if (!isSwitch(device)) continue
      const families = session.families.filter(isVpnFamily)
      if (families.length === 0) continue
      const support = featureSupport(device.device, 'vpnv4vpnv6')
      const { name, model } = device.device
      yield {
        subjects: [subject, device.device.id],
        what: text(
          `${name}: ${families.join(', ')} is ${support.answer} on ${model} (${support.source})`,
          `${name}：${model} 上的 ${families.join('、')} 地址族：${support.answer}（${support.source}）`,
        ),
        ...(peering === undefined ? {} : { fix: evpnInstead(peering, device.device) }),
      }
    }
  },
}

/** EVPN in the place of the VPN families where the switch has it. */
function evpnInstead(peering: Peering, device: Device): Fix {
  const kept = peering.families.filter((family) => !isVpnFamily(family))
  if (featureSupport(device, 'evpnAddressFamily').answer === 'unsupported')
    return setFields(remove(peering.families.filter(isVpnFamily).join(', ')), peering.id, { families: kept })
  const families: readonly Family[] = kept.includes('evpn') ? kept : [...kept, 'evpn']
  return setFields(text('Use the evpn family', '改用 evpn 地址族'), peering.id, { families })
}

const defaultMode: Rule = {
  id: 'platform/default-mode-low-latency',
  severity: 'info',
  title: text('The forwarding mode is the factory default', '转发模式为出厂默认值'),
  why: text(
    'CE6885-LL starts in low latency mode, which has no IPv6, no routed Eth-Trunk and VLANs up to 1023 only.',
    'CE6885-LL 默认为低时延模式：不支持 IPv6、不支持三层 Eth-Trunk，VLAN 只到 1023。',
  ),
  remedy: text('Say which mode the device runs in.', '请明确设备的转发模式。'),
  source: 'CR "set system next-work-mode"',
  offersFix: true,
  *run({ devices }) {
    for (const { device } of devices) {
      const model = modelOf(device)
      const named = /MODE\)/i.test(device.model)
      if (model?.forwardingMode === undefined || device.forwardingMode !== undefined || named) continue
      yield {
        subjects: [device.id],
        what: text(
          `${device.name}: no forwarding mode is set, so ${device.model} counts as low latency`,
          `${device.name}：未设置转发模式，${device.model} 按低时延模式处理`,
        ),
        fix: setFields(text('Set low latency mode', '设为低时延模式'), device.id, { forwardingMode: 'low-latency' }),
      }
    }
  },
}

const modeWithoutModes: Rule = {
  id: 'platform/mode-without-modes',
  severity: 'warning',
  title: text('A forwarding mode on a model that has none', '型号没有转发模式之分'),
  why: text(
    'Only CE6885-LL has two forwarding modes; elsewhere the setting means nothing.',
    '只有 CE6885-LL 有两种转发模式，其他型号上该设置无意义。',
  ),
  remedy: text('Remove the forwarding mode, or correct the model.', '请删除转发模式设置，或更正型号。'),
  source: 'CR "set system next-work-mode"',
  offersFix: true,
  *run({ devices }) {
    for (const { device } of devices) {
      const model = modelOf(device)
      if (device.forwardingMode === undefined || model === undefined || model.entry.status === 'undocumented') continue
      if (model.forwardingMode !== undefined) continue
      yield {
        subjects: [device.id],
        what: text(
          `${device.name}: ${device.model} has no ${device.forwardingMode} mode`,
          `${device.name}：${device.model} 没有 ${device.forwardingMode} 模式`,
        ),
        fix: setFields(remove('forwardingMode'), device.id, { forwardingMode: undefined }),
      }
    }
  },
}

export const platformRules: readonly Rule[] = [
  unknownModel,
  modelUndocumented,
  featureUnsupported,
  featureUndocumented,
  ipv6Unsupported,
  vpnv4OnSwitch,
  defaultMode,
  modeWithoutModes,
]
