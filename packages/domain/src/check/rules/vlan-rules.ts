import { interfaceKind, interfaceNumber } from '@weft/net'
import { vlanRange } from '../../catalog'
import type { InterfaceIntent } from '../../intent'
import type { RecordId } from '../../model'
import { text } from '../../model'
import { endlessLoops } from '../../reach'
import { subjectOf } from '../addresses'
import type { RuleContext } from '../context'
import { setFields } from '../fixes'
import type { Rule } from '../rule'

const vlanOutOfRange: Rule = {
  id: 'vlan/range',
  perDevice: true,
  severity: 'error',
  title: text('VLAN out of range', 'VLAN 超出范围'),
  why: text(
    'The model refuses the VLAN: CE6885-LL in low latency mode has VLANs 1 to 1023 only.',
    '该型号拒绝此 VLAN：低时延模式的 CE6885-LL 只支持 VLAN 1 到 1023。',
  ),
  remedy: text('Choose a VLAN the model supports.', '请选择该型号支持的 VLAN。'),
  source: 'CR "vlan batch"',
  *run({ devices }) {
    for (const { device, vlans } of devices) {
      const [first, last] = vlanRange(device)
      for (const { vlan, because } of vlans) {
        if (vlan >= first && vlan <= last) continue
        yield {
          subjects: [device.id, ...because],
          key: String(vlan),
          what: text(
            `${device.name}: VLAN ${vlan} is outside ${first} to ${last}`,
            `${device.name}：VLAN ${vlan} 不在 ${first} 到 ${last} 之间`,
          ),
        }
      }
    }
  },
}

const vlanOne: Rule = {
  id: 'vlan/default-vlan',
  severity: 'info',
  title: text('VLAN 1 carries service', 'VLAN 1 承载业务'),
  why: text(
    'Every port is in VLAN 1 until configured, so its broadcasts go everywhere; the manual advises against using it.',
    '所有端口默认属于 VLAN 1，广播范围不可控，手册不建议将其用于业务。',
  ),
  remedy: text('Use another VLAN.', '请改用其他 VLAN。'),
  source: 'CG "Configuration Precautions for VLANs"',
  *run({ devices, label }) {
    for (const { interfaces } of devices) {
      for (const item of interfaces) {
        const { switching, name } = item
        const passes = switching?.vlan === 1 || switching?.allowedVlans.includes(1) === true
        if (name !== 'Vlanif1' && !passes) continue
        yield { subjects: [subjectOf(item)], what: text(`${label(item)} uses VLAN 1`, `${label(item)} 使用 VLAN 1`) }
      }
    }
  },
}

const emptyTrunk: Rule = {
  id: 'vlan/empty-trunk',
  severity: 'warning',
  title: text('A trunk port without VLANs', 'trunk 端口未允许任何 VLAN'),
  why: text('A trunk passes only the VLANs it allows.', 'trunk 端口只转发允许通过的 VLAN。'),
  remedy: text('Allow the VLANs the port should carry.', '请允许该端口需要承载的 VLAN。'),
  source: 'CR "port trunk allow-pass vlan"',
  *run({ devices, label }) {
    for (const { interfaces } of devices) {
      for (const item of interfaces) {
        if (item.switching?.linkType !== 'trunk' || item.switching.allowedVlans.length > 0) continue
        if (item.interfaceId === undefined || item.mlagMember !== undefined) continue
        yield {
          subjects: [item.interfaceId],
          what: text(`${label(item)} is a trunk that allows no VLAN`, `${label(item)} 是 trunk 端口但未允许任何 VLAN`),
        }
      }
    }
  },
}

const pvidNotAllowed: Rule = {
  id: 'vlanif/pvid-not-allowed',
  severity: 'warning',
  title: text('The PVID of a trunk is not allowed on it', 'trunk 的 PVID 不在允许列表中'),
  why: text(
    'The PVID does not add the port to the VLAN: untagged frames are dropped and the Vlanif may stay down.',
    '设置 PVID 不会把端口加入该 VLAN：不带 Tag 的帧会被丢弃，Vlanif 也可能无法 Up。',
  ),
  remedy: text('Allow the PVID on the trunk.', '请在 trunk 上允许该 PVID。'),
  source: 'CR "port trunk pvid vlan"; CG "A VLANIF Interface Goes Down"',
  offersFix: true,
  *run({ drawn, label }) {
    for (const { item, record } of drawn) {
      const { switching, interfaceId } = item
      if (switching?.linkType !== 'trunk' || switching.vlan === undefined || switching.vlan === 1) continue
      if (switching.allowedVlans.includes(switching.vlan)) continue
      const own = record.switching
      const at = label(item)
      yield {
        subjects: [interfaceId],
        what: text(
          `${at}: PVID ${switching.vlan} is not among the allowed VLANs`,
          `${at}：PVID ${switching.vlan} 不在允许的 VLAN 中`,
        ),
        ...(own === undefined
          ? {}
          : {
              fix: setFields(text(`Allow VLAN ${switching.vlan}`, `允许 VLAN ${switching.vlan}`), interfaceId, {
                switching: {
                  ...own,
                  allowedVlans: [...(own.allowedVlans ?? []), switching.vlan].sort((a, b) => a - b),
                },
              }),
            }),
      }
    }
  },
}

const noCarrier: Rule = {
  id: 'vlanif/no-carrier',
  severity: 'warning',
  title: text('A Vlanif without a port', 'Vlanif 没有成员端口'),
  why: text(
    'A Vlanif is up only while a port of its VLAN is up; a PVID alone does not put a port into the VLAN.',
    '只有 VLAN 内有端口 Up 时 Vlanif 才会 Up；仅设置 PVID 不算加入该 VLAN。',
  ),
  remedy: text('Put a port into the VLAN, or remove the Vlanif.', '请把端口加入该 VLAN，或删除该 Vlanif。'),
  source: 'CG "A VLANIF Interface Goes Down"',
  *run({ devices, label }) {
    for (const { interfaces } of devices) {
      const ports = interfaces.filter((item) => item.switching !== undefined || item.peerLink !== undefined)
      for (const item of interfaces) {
        const vlan = item.kind === 'vlanif' ? interfaceNumber(item.name) : undefined
        if (vlan === undefined || vlan === 1 || ports.some((port) => carries(port, vlan))) continue
        yield {
          subjects: [subjectOf(item)],
          what: text(
            `${label(item)} stays down: no port is in VLAN ${vlan}`,
            `${label(item)} 无法 Up：VLAN ${vlan} 中没有端口`,
          ),
        }
      }
    }
  },
}

/** Whether a switched port or a peer-link passes a VLAN. */
export function carries({ switching, peerLink }: InterfaceIntent, vlan: number): boolean {
  if (peerLink !== undefined) return !peerLink.excludedVlans.includes(vlan)
  if (switching?.linkType === 'access') return (switching.vlan ?? 1) === vlan
  return switching?.allowedVlans.includes(vlan) ?? false
}

const vlanMismatch: Rule = {
  id: 'vlanif/vlan-mismatch',
  severity: 'error',
  title: text('A VLANIF link with the wrong Vlanif', 'VLANIF 链路与 Vlanif 编号不符'),
  why: text(
    'A Vlanif belongs to the VLAN of its number; another VLAN on the cable never reaches it.',
    'Vlanif 只属于与其编号相同的 VLAN，链路上的其他 VLAN 无法到达该接口。',
  ),
  remedy: text('Use the Vlanif of the VLAN on both ends.', '请在两端使用与 VLAN 编号相同的 Vlanif。'),
  source: 'CG "Configuring a VLANIF Interface"',
  offersFix: true,
  *run({ vlanifLinks, interfaceById, label }) {
    for (const link of vlanifLinks) {
      const ends = link.ends.flatMap((id) => interfaceById.get(id) ?? [])
      const numbers = new Set(
        ends.map(({ name }) => (interfaceKind(name) === 'vlanif' ? interfaceNumber(name) : undefined)),
      )
      const [only] = numbers
      for (const end of ends) {
        if (end.name === `Vlanif${link.vlan}`) continue
        yield {
          subjects: [link.id, subjectOf(end)],
          what: text(
            `the VLANIF link uses VLAN ${link.vlan}, but its end is ${label(end)}`,
            `VLANIF 链路使用 VLAN ${link.vlan}，但其一端是 ${label(end)}`,
          ),
          ...(ends.length === 2 && numbers.size === 1 && only !== undefined
            ? { fix: setFields(text(`Use VLAN ${only}`, `改用 VLAN ${only}`), link.id, { vlan: only }) }
            : {}),
        }
      }
    }
  },
}

const notCarried: Rule = {
  id: 'vlanif/not-carried',
  wide: ['cables', 'shutdown', 'switching'],
  words: ['names'],
  severity: 'error',
  title: text('A VLANIF link that no cable carries', 'VLANIF 链路没有线缆承载'),
  why: text(
    'Both Vlanifs have to meet in their VLAN over switched ports; otherwise neither reaches the other.',
    '两端 Vlanif 必须通过二层端口在同一 VLAN 内互通，否则无法到达对方。',
  ),
  remedy: text(
    'Carry the link by cables whose ports are switched and pass the VLAN all the way.',
    '请用全程二层且允许该 VLAN 的线缆承载该链路。',
  ),
  source: 'CG "Configuring a VLANIF Interface"; CR "peer-link"',
  *run(context) {
    for (const link of context.vlanifLinks) {
      const [a, b] = [context.interfaceById.get(link.ends[0]), context.interfaceById.get(link.ends[1])]
      if (a === undefined || b === undefined) continue
      if (a.deviceId === b.deviceId) {
        yield {
          subjects: [link.id],
          what: text(
            `both ends of VLAN ${link.vlan} are on ${context.deviceName(a.deviceId)}`,
            `VLAN ${link.vlan} 的两端都在 ${context.deviceName(a.deviceId)} 上`,
          ),
        }
        continue
      }
      const broken = new Set<InterfaceIntent>()
      const reached = spread(context, link, { from: a.deviceId, broken })
      if (reached.has(b.deviceId)) continue
      const [obstacle] = broken
      const names = `${context.deviceName(a.deviceId)} – ${context.deviceName(b.deviceId)}`
      const subjects: [RecordId, ...RecordId[]] = obstacle === undefined ? [link.id] : [link.id, subjectOf(obstacle)]
      yield {
        subjects,
        what:
          obstacle === undefined
            ? text(
                `${names}: no cable carries VLAN ${link.vlan} all the way`,
                `${names}：没有线缆全程承载 VLAN ${link.vlan}`,
              )
            : text(
                `${names}: ${context.label(obstacle)} does not pass VLAN ${link.vlan}`,
                `${names}：${context.label(obstacle)} 不允许 VLAN ${link.vlan} 通过`,
              ),
      }
    }
  },
}

/** Devices a VLANIF link's VLAN gets to over its cables; ports that stop it are collected. */
function spread(
  { network, intent, interfaceById }: RuleContext,
  link: RuleContext['network']['vlanifLinks'][string],
  { from, broken }: { readonly from: string; readonly broken: Set<InterfaceIntent> },
): ReadonlySet<string> {
  const wanted = new Set<string>(link.carriedBy)
  const open: (readonly [string, string])[] = []
  for (const { linkId, ends } of wanted.size === 0 ? [] : intent.cables) {
    if (!wanted.has(linkId) || network.links[linkId] === undefined) continue
    const carriers = ends.flatMap((end) =>
      end.kind === 'interface' ? (interfaceById.get(end.trunkId ?? end.interfaceId) ?? []) : [],
    )
    const stopped = carriers.filter(
      (carrier) => carrier.shutdown || carrier.mode === 'routed' || !carries(carrier, link.vlan),
    )
    for (const carrier of stopped) broken.add(carrier)
    const [first, second] = carriers
    if (stopped.length === 0 && first !== undefined && second !== undefined)
      open.push([first.deviceId, second.deviceId])
  }
  const reached = new Set([from])
  // A Set shows its iterator what is added meanwhile, so this walks until nothing new is reached.
  for (const device of reached) {
    for (const [a, b] of open) {
      if (a === device) reached.add(b)
      if (b === device) reached.add(a)
    }
  }
  return reached
}

const loopWithoutStp: Rule = {
  id: 'vlan/loop-without-stp',
  wide: ['cables', 'definitions', 'pairs', 'shutdown', 'switching', 'vxlan'],
  words: ['names'],
  severity: 'error',
  title: text('A loop of switched links that nothing breaks', '没有生成树阻断的二层环路'),
  why: text(
    'Spanning tree blocks a port of each loop only where it runs on every link of it; else broadcast frames go around for ever and fill the links.',
    '只有环路上的每条链路都运行生成树，才会阻塞其中一个端口；否则广播报文无休止循环并占满链路。',
  ),
  remedy: text(
    'Let spanning tree run on all links of the loop, or take one link away.',
    '请在环路的所有链路上运行生成树，或去掉其中一条链路。',
  ),
  source: 'CR "stp enable"; inferred: sub-interfaces in a bridge domain take no part in spanning tree',
  *run({ network, intent, deviceName }) {
    for (const { on, others, vlans, bridgeDomains } of endlessLoops(network, intent)) {
      const names = [on, ...others].map(deviceName).join(', ')
      const [en, zh] = [
        [...some('VLAN', vlans), ...some('bridge domain', bridgeDomains)].join(' and '),
        [...some('VLAN', vlans), ...some('桥域', bridgeDomains)].join('、'),
      ]
      yield {
        subjects: [on, ...others],
        what: text(`frames of ${en} go around among ${names}`, `${zh} 的报文在 ${names} 之间循环`),
      }
    }
  },
}

function some(what: string, numbers: readonly number[]): readonly string[] {
  const [first, ...more] = numbers
  return first === undefined ? [] : [`${what} ${first}${more.length === 0 ? '' : ` (+${more.length})`}`]
}

export const vlanRules: readonly Rule[] = [
  vlanOutOfRange,
  vlanOne,
  emptyTrunk,
  pvidNotAllowed,
  noCarrier,
  vlanMismatch,
  notCarried,
  loopWithoutStp,
]
