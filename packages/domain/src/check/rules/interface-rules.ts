import type { PortFit } from '../../catalog'
import { isRouter, portFits } from '../../catalog'
import type { DeviceInterface, InterfaceId } from '../../model'
import { text } from '../../model'
import type { RuleContext } from '../context'
import { remove, setFields } from '../fixes'
import { once, remembered } from '../once'
import type { Rule } from '../rule'

const unknownPort: Rule = {
  id: 'interface/unknown-port',
  severity: 'error',
  title: text('The model has no such port', '型号没有该端口'),
  why: text('The device refuses an interface it does not have.', '设备会拒绝不存在的接口。'),
  remedy: text('Choose a port of the model.', '请选择该型号实际具有的端口。'),
  source: 'CG "Interface Numbering Rules"; hardware pages of the models',
  *run({ devices, label }) {
    // Devices of one model have the same ports: each name is looked up once.
    const fitsOf = remembered((_model: string) => new Map<string, PortFit>())
    for (const { device, interfaces } of devices) {
      if (isRouter(device)) continue
      const fits = fitsOf(`${device.model} ${device.forwardingMode}`)
      for (const item of interfaces) {
        if (item.interfaceId === undefined) continue
        const fit = fits.get(item.name) ?? portFits(device, item.name)
        fits.set(item.name, fit)
        if (fit.answer !== 'absent') continue
        const sure = fit.certainty === 'sourced'
        yield {
          subjects: [item.interfaceId],
          severity: sure ? 'error' : 'warning',
          what: sure
            ? text(`${label(item)}: ${device.model} has no such port`, `${label(item)}：${device.model} 没有该端口`)
            : text(
                `${label(item)}: ${device.model} seems to have no such port (the port list is undocumented in part)`,
                `${label(item)}：${device.model} 似乎没有该端口（端口清单部分无文档说明）`,
              ),
        }
      }
    }
  },
}

const duplicateName: Rule = {
  id: 'interface/duplicate',
  severity: 'error',
  title: text('One interface, two records', '同一接口有两条记录'),
  why: text(
    'Both records claim the same section of the configuration; one of them would be lost.',
    '两条记录对应同一段配置，其中一条会丢失。',
  ),
  remedy: text('Delete one record, or correct its name.', '请删除其中一条，或更正名称。'),
  source: 'inferred: a device has each interface once',
  *run({ devices, label }) {
    for (const { interfaces } of devices) {
      const first = new Map<string, InterfaceId>()
      for (const item of interfaces) {
        if (item.interfaceId === undefined) continue
        const known = first.get(item.name)
        if (known === undefined) first.set(item.name, item.interfaceId)
        else {
          yield {
            subjects: [item.interfaceId, known],
            what: text(`${label(item)} is drawn twice`, `${label(item)} 被定义了两次`),
          }
        }
      }
    }
  },
}

const splitParentUsed: Rule = {
  id: 'interface/split-parent-used',
  severity: 'error',
  title: text('A port and a part of it', '已拆分的端口仍被使用'),
  why: text(
    'Splitting a port takes it away: the parts exist or the whole one does, and its configuration is gone.',
    '端口拆分后原端口及其配置不再存在，整端口和拆分后的端口不能同时使用。',
  ),
  remedy: text('Use the whole port, or only its parts.', '请使用整端口，或只使用拆分后的端口。'),
  source: 'CR "port split"',
  *run({ devices, label }) {
    for (const { interfaces } of devices) {
      if (!interfaces.some(({ name }) => name.includes(':'))) continue
      const whole = new Map(interfaces.map((item) => [item.name as string, item]))
      for (const part of interfaces) {
        const parent = whole.get(part.name.split(':')[0] ?? '')
        if (parent === undefined || parent === part) continue
        if (part.interfaceId === undefined || parent.interfaceId === undefined) continue
        yield {
          subjects: [parent.interfaceId, part.interfaceId],
          what: text(
            `${label(parent)} is split into ${part.name} and others`,
            `${label(parent)} 已拆分出 ${part.name} 等端口`,
          ),
        }
      }
    }
  },
}

const layer2Address: Rule = {
  id: 'interface/layer2-address',
  severity: 'error',
  title: text('An IP address on a Layer 2 port', '二层接口配置了 IP 地址'),
  why: text(
    'Ethernet ports and Eth-Trunks of these switches start in Layer 2 mode and refuse an address until undo portswitch.',
    '这些交换机的以太口和 Eth-Trunk 默认为二层模式，执行 undo portswitch 之前不接受 IP 地址。',
  ),
  remedy: text('Make the port routed, or move the address to a Vlanif.', '请将接口改为三层，或把地址移到 Vlanif 上。'),
  source: 'CR "portswitch"',
  offersFix: true,
  *run(context) {
    for (const { record, item } of context.drawn) {
      const address = record.ipv4?.[0] ?? record.ipv6?.[0]
      if (address === undefined || item.mode === 'routed' || item.memberOf !== undefined) continue
      const carries = item.switching !== undefined || item.peerLink !== undefined || item.mlagMember !== undefined
      yield {
        subjects: [record.id],
        what: text(
          `${context.label(item)}: ${address} is on a Layer 2 port`,
          `${context.label(item)}：二层接口上配置了 ${address}`,
        ),
        ...(carries
          ? {}
          : { fix: setFields(text('Make the port routed', '改为三层接口'), record.id, { mode: 'routed' }) }),
      }
    }
  },
}

const memberWithService: Rule = {
  id: 'interface/member-with-service',
  severity: 'error',
  title: text('A member of an Eth-Trunk with its own service', 'Eth-Trunk 成员口带有自己的业务配置'),
  why: text(
    'A port joins an Eth-Trunk only in its default state: without address, VLAN, VPN instance or Layer 3 mode.',
    '端口必须处于默认状态才能加入 Eth-Trunk：不能有地址、VLAN、VPN 实例，也不能是三层模式。',
  ),
  remedy: text('Move the settings to the Eth-Trunk.', '请把这些配置移到 Eth-Trunk 上。'),
  source: 'CR "eth-trunk"; CR "portswitch"',
  offersFix: true,
  *run(context) {
    for (const { record, item } of context.drawn) {
      if (item.memberOf === undefined) continue
      const settings = serviceOf(record)
      if (settings.length === 0) continue
      yield {
        subjects: [record.id],
        what: text(
          `${context.label(item)} is a member of an Eth-Trunk and has ${settings.join(', ')} of its own`,
          `${context.label(item)} 是 Eth-Trunk 成员口，但自身配置了 ${settings.join('、')}`,
        ),
        fix: setFields(
          remove(settings.join(', ')),
          record.id,
          Object.fromEntries(settings.map((name) => [name, undefined])),
        ),
      }
    }
  },
}

/** Names of the fields that make a port more than a bare member. */
function serviceOf(record: DeviceInterface): readonly (keyof DeviceInterface)[] {
  const set: (keyof DeviceInterface)[] = []
  if (record.mode === 'routed') set.push('mode')
  if ((record.ipv4?.length ?? 0) > 0) set.push('ipv4')
  if ((record.ipv6?.length ?? 0) > 0) set.push('ipv6')
  if (record.switching !== undefined) set.push('switching')
  if (record.vrfId !== undefined) set.push('vrfId')
  return set
}

const layer3WithSwitching: Rule = {
  id: 'interface/layer3-with-switching',
  severity: 'error',
  title: text('VLANs on a Layer 3 port', '三层接口配置了 VLAN'),
  why: text(
    'A routed port has no link type and no VLANs; the device refuses the lines.',
    '三层接口没有链路类型和 VLAN，设备会拒绝这些命令。',
  ),
  remedy: text(
    'Choose one: routed with an address, or switched with VLANs.',
    '二选一：三层接口配地址，或二层接口配 VLAN。',
  ),
  source: 'CR "portswitch"; CR "port link-type"',
  offersFix: true,
  *run(context) {
    for (const { record, item } of context.drawn) {
      if (record.switching === undefined || item.memberOf !== undefined || item.mode !== 'routed') continue
      yield {
        subjects: [record.id],
        what: text(
          `${context.label(item)} is Layer 3 and has ${record.switching.linkType} VLAN settings`,
          `${context.label(item)} 是三层接口，却有 ${record.switching.linkType} VLAN 配置`,
        ),
        fix: setFields(text('Remove the VLAN settings', '删除 VLAN 配置'), record.id, { switching: undefined }),
      }
    }
  },
}

const loopbackShutdown: Rule = {
  id: 'interface/loopback-shutdown',
  severity: 'error',
  title: text('A LoopBack cannot be shut down', 'LoopBack 接口不能关闭'),
  why: text(
    'A LoopBack is always up; the device refuses shutdown on it.',
    'LoopBack 接口始终为 Up，设备拒绝在其上执行 shutdown。',
  ),
  remedy: text('Remove shutdown, or delete the LoopBack.', '请删除 shutdown，或删除该 LoopBack。'),
  source: 'CG "Enabling or Disabling an Interface"',
  offersFix: true,
  *run(context) {
    for (const { record, item } of context.drawn) {
      if (!item.shutdown || item.kind !== 'loopback') continue
      yield {
        subjects: [record.id],
        what: text(
          `${context.label(item)} is shut down, which a LoopBack cannot be`,
          `${context.label(item)} 被关闭，而 LoopBack 接口不允许关闭`,
        ),
        fix: setFields(remove('shutdown'), record.id, { shutdown: undefined }),
      }
    }
  },
}

const shutdownInUse: Rule = {
  id: 'interface/shutdown-in-use',
  severity: 'warning',
  title: text('A shut-down interface that something needs', '被使用的接口处于关闭状态'),
  why: text('Whatever runs from or over the interface stays down.', '依赖该接口的会话或业务无法建立。'),
  remedy: text('Enable the interface, or choose another one.', '请开启该接口，或改用其他接口。'),
  source: 'CG "Enabling or Disabling an Interface"',
  offersFix: true,
  *run(context) {
    const users = once(() => interfaceUsers(context))
    for (const { record, item } of context.drawn) {
      const user = item.shutdown && item.kind !== 'loopback' ? users().get(record.id) : undefined
      if (user === undefined) continue
      yield {
        subjects: [record.id],
        what: text(
          `${context.label(item)} is shut down but is ${user.en}`,
          `${context.label(item)} 已关闭，但它是${user.zh}`,
        ),
        fix: setFields(text('Enable the interface', '开启接口'), record.id, { shutdown: undefined }),
      }
    }
  },
}

function interfaceUsers({ peerings, bmpSessions, pairs, attachments, vlanifLinks }: RuleContext) {
  const users = new Map<InterfaceId, { readonly en: string; readonly zh: string }>()
  const add = (id: InterfaceId | undefined, en: string, zh: string) => {
    if (id !== undefined && !users.has(id)) users.set(id, text(en, zh))
  }
  for (const { ends } of peerings)
    for (const end of ends) add(end.interfaceId, 'the source of a BGP session', ' BGP 会话的源接口')
  for (const session of bmpSessions)
    add(session.source?.interfaceId, 'the source of a BMP session', ' BMP 会话的源接口')
  for (const pair of pairs) {
    for (const trunk of pair.peerLink.trunks) add(trunk, 'the peer-link of an M-LAG pair', ' M-LAG 的 peer-link')
    for (const end of pair.dualActiveDetection?.ends ?? [])
      add(end.interfaceId, 'the source of dual-active detection', '双主检测的源接口')
    for (const end of pair.syncChannel?.ends ?? [])
      add(end.interfaceId, 'the source of the M-LAG TCP channel', ' M-LAG TCP 通道的源接口')
  }
  for (const { trunks } of attachments)
    for (const trunk of trunks) add(trunk, 'an M-LAG member interface', ' M-LAG 成员接口')
  for (const { ends } of vlanifLinks) for (const end of ends) add(end, 'an end of a VLANIF link', ' VLANIF 链路的一端')
  return users
}

const mtuRange: Rule = {
  id: 'interface/mtu-range',
  severity: 'error',
  title: text('MTU out of range', 'MTU 超出范围'),
  why: text('The device takes 46 to 9600 bytes.', '设备只接受 46 到 9600 字节。'),
  remedy: text('Set 46 to 9600, or leave it out for 1500.', '请设为 46 到 9600，或留空使用 1500。'),
  source: 'CR "mtu"',
  offersFix: true,
  *run(context) {
    for (const { record, item } of context.drawn) {
      if (item.mtu === undefined || (item.mtu >= 46 && item.mtu <= 9600)) continue
      yield {
        subjects: [record.id],
        what: text(
          `${context.label(item)}: MTU ${item.mtu} is not 46 to 9600`,
          `${context.label(item)}：MTU ${item.mtu} 不在 46 到 9600 之间`,
        ),
        fix: setFields(text('Use the default MTU 1500', '使用默认 MTU 1500'), record.id, { mtu: undefined }),
      }
    }
  },
}

export const interfaceRules: readonly Rule[] = [
  unknownPort,
  duplicateName,
  splitParentUsed,
  layer2Address,
  memberWithService,
  layer3WithSwitching,
  loopbackShutdown,
  shutdownInUse,
  mtuRange,
]
