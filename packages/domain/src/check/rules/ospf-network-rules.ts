import { addressOf, prefixContains } from '@weft/net'
import { text } from '../../model'
import { subjectOf } from '../addresses'
import { remove, setFields } from '../fixes'
import type { Rule } from '../rule'

const matchesNothing: Rule = {
  id: 'ospf/network-matches-nothing',
  perDevice: true,
  severity: 'warning',
  title: text('A network statement of OSPF without an interface', 'OSPF network 语句没有匹配的接口'),
  why: text(
    'Only interfaces whose primary address lies in the range run OSPF; here there is none.',
    '只有主地址落在该范围内的接口才运行 OSPF；这里没有这样的接口。',
  ),
  remedy: text('Correct the range or remove the statement.', '请更正范围或删除该语句。'),
  source: 'CR "network (OSPF area view)"',
  offersFix: true,
  *run(context) {
    for (const { device, ospf, interfaces } of context.devices) {
      for (const { underlayId, area, prefix } of device.ospfNetworks ?? []) {
        const process = ospf.find((each) => each.underlayId === underlayId)
        if (process === undefined) continue
        const hit = interfaces.some((item) => {
          const primary = item.vrfId === process.vrfId ? context.primaryAddress(item, 4) : undefined
          return primary !== undefined && prefixContains(prefix, primary)
        })
        if (hit) continue
        const ospfNetworks = device.ospfNetworks?.filter(
          (each) => each.underlayId !== underlayId || each.area !== area || each.prefix !== prefix,
        )
        yield {
          subjects: [device.id, underlayId],
          key: `${area} ${prefix}`,
          what: text(
            `no primary address of ${device.name} lies in ${prefix} of area ${area}`,
            `${device.name} 没有主地址落在区域 ${area} 的 ${prefix} 内`,
          ),
          fix: setFields(remove(`network ${prefix}`), device.id, { ospfNetworks }),
        }
      }
    }
  },
}

const secondaryOnly: Rule = {
  id: 'ospf/secondary-address-only',
  severity: 'warning',
  title: text('OSPF matches only a secondary address', 'OSPF 只匹配到从地址'),
  why: text(
    'A network statement looks at the primary address: the interface does not run OSPF.',
    'network 语句只看主地址：该接口不会运行 OSPF。',
  ),
  remedy: text('Let a statement contain the primary address.', '请让某条 network 语句包含主地址。'),
  source: 'CR "network (OSPF area view)"',
  *run(context) {
    for (const { device, ospf, interfaces } of context.devices) {
      const statements = device.ospfNetworks ?? []
      if (statements.length === 0) continue
      for (const item of interfaces) {
        if (item.ospf !== undefined || item.outsideUnderlay) continue
        const own = statements.filter(({ underlayId }) =>
          ospf.some((process) => process.underlayId === underlayId && process.vrfId === item.vrfId),
        )
        const found = item.ipv4
          .slice(1)
          .find(({ value }) => own.some(({ prefix }) => prefixContains(prefix, addressOf(value))))
        if (found === undefined) continue
        yield {
          subjects: [subjectOf(item)],
          what: text(
            `${context.label(item)} is matched by ${found.value} only, which is not its primary address`,
            `${context.label(item)} 仅由 ${found.value} 匹配，而它不是主地址`,
          ),
        }
      }
    }
  },
}

const defaultMtu = 1500

const mtuDiffers: Rule = {
  id: 'ospf/mtu-differs',
  severity: 'error',
  title: text('MTUs differ where OSPF compares them', 'OSPF 检查 MTU，而两端 MTU 不同'),
  why: text(
    'An end with `ospf mtu-enable` drops database descriptions with another MTU, and the neighbours stay in ExStart.',
    '配置了 `ospf mtu-enable` 的一端会丢弃 MTU 不同的 DD 报文，邻居停留在 ExStart。',
  ),
  remedy: text('Give both interfaces one MTU.', '请让两端接口的 MTU 相同。'),
  source: 'CR "ospf mtu-enable"',
  offersFix: true,
  *run(context) {
    for (const { id, ends } of context.layer3Links) {
      const [a, b] = ends
      if (a.ospf === undefined || b.ospf === undefined || !(a.ospf.checksMtu || b.ospf.checksMtu)) continue
      const [first, second] = [a.mtu ?? defaultMtu, b.mtu ?? defaultMtu]
      if (first === second) continue
      const [small, mtu] = first < second ? [a, second] : [b, first]
      const label = text(`Set MTU ${mtu} on ${context.label(small)}`, `将 ${context.label(small)} 的 MTU 设为 ${mtu}`)
      yield {
        subjects: [id, subjectOf(a), subjectOf(b)],
        what: text(
          `${context.label(a)} has MTU ${first}, ${context.label(b)} has MTU ${second}`,
          `${context.label(a)} 的 MTU 为 ${first}，${context.label(b)} 为 ${second}`,
        ),
        ...(small.interfaceId === undefined ? {} : { fix: setFields(label, small.interfaceId, { mtu }) }),
      }
    }
  },
}

export const ospfNetworkRules: readonly Rule[] = [matchesNothing, secondaryOnly, mtuDiffers]
