import type { InterfaceIntent } from '../../intent'
import type { DeviceInterface } from '../../model'
import { text } from '../../model'
import { setFields } from '../fixes'
import type { Rule } from '../rule'

type Field = 'mtu' | 'shutdown' | 'macAddress' | 'arpProxy' | 'unnumberedFrom' | 'unpairedPortReserved'
type OspfField = 'networkType' | 'helloSeconds' | 'deadSeconds'

/**
 * Fields that say something else than the default and that an interface of a kind has no command for.
 *
 * @source command reference: the views of "mtu", "shutdown", "mac-address", "arp proxy enable", "ospf timer hello" and
 *   the others
 */
const unprinted: {
  readonly [Kind in InterfaceIntent['kind']]?: {
    readonly fields: readonly Field[]
    readonly ospf: readonly OspfField[]
  }
} = {
  loopback: { fields: ['mtu', 'macAddress', 'arpProxy'], ospf: ['networkType', 'helloSeconds', 'deadSeconds'] },
  meth: {
    fields: ['macAddress', 'arpProxy', 'unpairedPortReserved'],
    ospf: ['networkType', 'helloSeconds', 'deadSeconds'],
  },
  subinterface: { fields: ['mtu', 'macAddress', 'arpProxy', 'unnumberedFrom', 'unpairedPortReserved'], ospf: [] },
  nve: { fields: ['mtu', 'shutdown'], ospf: [] },
  vbdif: { fields: ['unnumberedFrom'], ospf: [] },
}

const fieldNotPrinted: Rule = {
  id: 'interface/field-not-printed',
  severity: 'warning',
  title: text('A value that no command says', '无法输出的取值'),
  why: text(
    'Interfaces of this kind have no such command, so the value is in the drawing and not on the device.',
    '该类接口没有对应命令，取值只存在于图中，不会下发到设备。',
  ),
  remedy: text('Take the value away, or give it to an interface that has it.', '请删除该取值，或设置在支持的接口上。'),
  source: 'CR: views of the interface commands',
  offersFix: true,
  *run({ drawn, label }) {
    for (const { record, item } of drawn) {
      const known = unprinted[item.kind]
      if (known === undefined) continue
      const { ospf } = record
      const fields = known.fields.filter((field) => isSaid(record[field]))
      const ospfFields = known.ospf.filter((field) => ospf?.[field] !== undefined)
      if (fields.length + ospfFields.length === 0) continue
      const names = [...fields, ...ospfFields.map((field) => `ospf.${field}`)].join(', ')
      const rest = Object.fromEntries(
        Object.entries(ospf ?? {}).filter(([field]) => !ospfFields.some((each) => each === field)),
      )
      yield {
        subjects: [record.id],
        what: text(`${label(item)}: ${names} is not printed`, `${label(item)}：${names} 不会输出`),
        fix: setFields(text('Take it away', '删除该取值'), record.id, {
          ...Object.fromEntries(fields.map((field) => [field, undefined])),
          ...(ospfFields.length === 0 ? {} : { ospf: Object.keys(rest).length === 0 ? undefined : rest }),
        }),
      }
    }
  },
}

function isSaid(value: DeviceInterface[Field]): boolean {
  return value !== undefined && value !== false
}

const importNotPrinted: Rule = {
  id: 'bgp/import-not-printed',
  severity: 'warning',
  title: text('Imported routes of the other IP version', '引入另一 IP 版本的路由'),
  why: text(
    'OSPF has IPv4 routes only and OSPFv3 IPv6 routes only, so nothing is printed for the other family.',
    'OSPF 只有 IPv4 路由，OSPFv3 只有 IPv6 路由，另一地址族下不会输出任何命令。',
  ),
  remedy: text('Import OSPF for IPv4 and OSPFv3 for IPv6.', 'IPv4 请引入 OSPF，IPv6 请引入 OSPFv3。'),
  source: 'CR "import-route (BGP-IPv6 unicast address family view)": ospfv3, not ospf',
  offersFix: true,
  *run({ devices }) {
    for (const { device } of devices) {
      const all = device.bgp?.importRoutes ?? []
      const kept = all.filter(({ protocol, family }) => protocol !== (family === 'ipv4-unicast' ? 'ospfv3' : 'ospf'))
      if (kept.length === all.length) continue
      yield {
        subjects: [device.id],
        what: text(
          `${device.name}: import-route of OSPF for IPv6 or of OSPFv3 for IPv4 is not printed`,
          `${device.name}：IPv6 的 import-route ospf 或 IPv4 的 import-route ospfv3 不会输出`,
        ),
        fix: setFields(text('Take it away', '删除该引入'), device.id, { bgp: { ...device.bgp, importRoutes: kept } }),
      }
    }
  },
}

export const unprintedRules: readonly Rule[] = [fieldNotPrinted, importNotPrinted]
