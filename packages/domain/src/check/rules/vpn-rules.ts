import type { Vrf } from '../../model'
import { byId, text } from '../../model'
import { subjectOf } from '../addresses'
import { setFields } from '../fixes'
import type { Rule } from '../rule'

const nameReserved: Rule = {
  id: 'vpn/name-reserved',
  wide: ['definitions'],
  severity: 'error',
  title: text('A reserved VPN instance name', 'VPN 实例名称为保留名'),
  why: text(
    '_public_ stands for the public network and cannot be the name of a VPN instance.',
    '_public_ 代表公网，不能用作 VPN 实例名。',
  ),
  remedy: text('Choose another name.', '请改用其他名称。'),
  source: 'CR "ip vpn-instance(System view)"',
  *run({ network }) {
    for (const vrf of Object.values(network.vrfs).sort(byId)) {
      if (vrf.name !== '_public_') continue
      yield { subjects: [vrf.id], what: text('a VPN instance is called _public_', 'VPN 实例名为 _public_') }
    }
  },
}

const nameDuplicate: Rule = {
  id: 'vpn/name-duplicate',
  perDevice: true,
  severity: 'error',
  title: text('Two VPN instances of one name on a device', '同一设备上 VPN 实例重名'),
  why: text(
    'A device knows a VPN instance by its name; two records would become one.',
    '设备以名称区分 VPN 实例，两条记录会合并为一个实例。',
  ),
  remedy: text('Rename one of them.', '请修改其中一个的名称。'),
  source: 'CR "ip vpn-instance(System view)"',
  *run({ devices }) {
    for (const { device, vrfs } of devices) {
      const first = new Map<string, Vrf['id']>()
      for (const { vrfId, name } of vrfs) {
        const known = first.get(name)
        if (known === undefined) first.set(name, vrfId)
        else
          yield {
            subjects: [device.id, known, vrfId],
            what: text(
              `${device.name} has two VPN instances called ${name}`,
              `${device.name} 上有两个名为 ${name} 的 VPN 实例`,
            ),
          }
      }
    }
  },
}

/** Distinguishers and targets share four forms; only the distinguisher excludes zero. */
function isPairOfNumbers(value: string): boolean {
  const colon = value.lastIndexOf(':')
  const [head, tail] = [value.slice(0, colon), value.slice(colon + 1)]
  if (colon < 0 || !/^(0|[1-9]\d*)$/.test(tail)) return false
  const number = Number(tail)
  const octets = head.split('.')
  if (!octets.every((part) => /^(0|[1-9]\d{0,9})$/.test(part))) return false
  if (octets.length === 4) return octets.every((part) => Number(part) <= 255) && number <= 65535
  if (octets.length === 2) return octets.every((part) => Number(part) <= 65535) && number <= 65535
  if (octets.length !== 1) return false
  const as = Number(head)
  return as <= 65535 ? number <= 4294967295 : as <= 4294967295 && number <= 65535
}

const forms = text('as:number, x.y:number or address:number', 'AS 号:数字、x.y:数字或 IP 地址:数字')

const distinguisherForm: Rule = {
  id: 'vpn/rd-form',
  wide: ['definitions'],
  severity: 'error',
  title: text('A route distinguisher that is none', 'RD 格式错误'),
  why: text(`A route distinguisher is ${forms.en}, and not 0:0.`, `RD 的格式为 ${forms.zh}，且不能为 0:0。`),
  remedy: text('Correct it, or leave it out to have one derived.', '请更正，或留空自动生成。'),
  source: 'CR "route-distinguisher (VPN instance IPv4 address family view)"',
  offersFix: true,
  *run({ network }) {
    for (const vrf of Object.values(network.vrfs).sort(byId)) {
      for (const field of ['ipv4', 'ipv6'] as const) {
        const rd = vrf[field]?.routeDistinguisher
        if (rd === undefined || (isPairOfNumbers(rd) && !/^0(\.0)?:0$/.test(rd))) continue
        const { routeDistinguisher: _, ...rest } = vrf[field] ?? {}
        yield {
          subjects: [vrf.id],
          key: field,
          what: text(`${vrf.name}: "${rd}" is no route distinguisher`, `${vrf.name}："${rd}" 不是有效的 RD`),
          fix: setFields(text('Derive it', '自动生成'), vrf.id, { [field]: rest }),
        }
      }
    }
  },
}

const targetForm: Rule = {
  id: 'vpn/rt-form',
  wide: ['definitions'],
  severity: 'error',
  title: text('A route target that is none', 'VPN Target 格式错误'),
  why: text(`A route target is ${forms.en}.`, `VPN Target 的格式为 ${forms.zh}。`),
  remedy: text('Correct it.', '请更正。'),
  source: 'CR "vpn-target (VPN instance IPv4 address family view)"',
  *run({ network }) {
    for (const vrf of Object.values(network.vrfs).sort(byId)) {
      const targets = [vrf.ipv4, vrf.ipv6].flatMap((family) => [
        ...(family?.importTargets ?? []),
        ...(family?.exportTargets ?? []),
      ])
      for (const target of new Set(targets)) {
        if (isPairOfNumbers(target)) continue
        yield {
          subjects: [vrf.id],
          key: target,
          what: text(`${vrf.name}: "${target}" is no route target`, `${vrf.name}："${target}" 不是有效的 VPN Target`),
        }
      }
    }
  },
}

const distinguisherDuplicate: Rule = {
  id: 'vpn/rd-duplicate',
  perDevice: true,
  severity: 'warning',
  title: text('One route distinguisher twice on a device', '同一设备上 RD 重复'),
  why: text(
    'With equal distinguishers the routes of two VPN instances cannot be told apart.',
    'RD 相同时无法区分两个 VPN 实例的路由。',
  ),
  remedy: text('Give each family of each VPN instance its own.', '请为每个 VPN 实例的每个地址族使用不同的 RD。'),
  source: 'CR "route-distinguisher (VPN instance IPv4 address family view)"',
  *run({ devices }) {
    for (const { device, vrfs } of devices) {
      const first = new Map<string, Vrf['id']>()
      for (const { vrfId, name, ipv4, ipv6 } of vrfs) {
        for (const family of [ipv4, ipv6]) {
          const rd = family?.routeDistinguisher?.value
          if (rd === undefined) continue
          const known = first.get(rd)
          if (known === undefined) first.set(rd, vrfId)
          else {
            yield {
              subjects: known === vrfId ? [device.id, vrfId] : [device.id, known, vrfId],
              key: rd,
              what: text(
                `${device.name}: route distinguisher ${rd} of ${name} is used twice`,
                `${device.name}：${name} 的 RD ${rd} 被重复使用`,
              ),
            }
          }
        }
      }
    }
  },
}

const familyMissing: Rule = {
  id: 'vpn/family-missing',
  severity: 'error',
  title: text('A VPN instance without the family it needs', 'VPN 实例缺少所需地址族'),
  why: text(
    'Addresses and BGP peers of an IP version need the family of that version in the VPN instance.',
    '某 IP 版本的地址和 BGP 对等体要求 VPN 实例启用相应地址族。',
  ),
  remedy: text('Add the family to the VPN instance.', '请在 VPN 实例中添加该地址族。'),
  source: 'CR "ipv4-family"; CR "ipv6-family (VPN instance view)"',
  offersFix: true,
  *run({ network, devices, sessions, label }) {
    const lacks = (vrfId: Vrf['id'] | undefined, field: 'ipv4' | 'ipv6'): Vrf | undefined => {
      const vrf = vrfId === undefined ? undefined : network.vrfs[vrfId]
      // A record without any family gets the ones its interfaces need.
      if (vrf === undefined || (vrf.ipv4 === undefined && vrf.ipv6 === undefined)) return undefined
      return vrf[field] === undefined ? vrf : undefined
    }
    const add = (vrf: Vrf, field: 'ipv4' | 'ipv6') =>
      setFields(text(`Add the ${field} family`, `添加 ${field} 地址族`), vrf.id, {
        [field]: { importTargets: [], exportTargets: [] },
      })
    for (const { interfaces } of devices) {
      for (const item of interfaces) {
        if (item.vrfId === undefined) continue
        for (const field of ['ipv4', 'ipv6'] as const) {
          const vrf = item[field].length === 0 ? undefined : lacks(item.vrfId, field)
          if (vrf === undefined) continue
          yield {
            subjects: [vrf.id, subjectOf(item)],
            key: field,
            what: text(
              `${label(item)} has ${field} addresses, but ${vrf.name} has no ${field} family`,
              `${label(item)} 有 ${field} 地址，但 ${vrf.name} 没有 ${field} 地址族`,
            ),
            fix: add(vrf, field),
          }
        }
      }
    }
    for (const { session, subject, device } of sessions) {
      for (const family of session.families) {
        if (family !== 'ipv4-unicast' && family !== 'ipv6-unicast') continue
        const field = family === 'ipv4-unicast' ? 'ipv4' : 'ipv6'
        const vrf = lacks(session.vrfId, field)
        if (vrf === undefined) continue
        yield {
          subjects: [vrf.id, subject],
          key: field,
          what: text(
            `${device.device.name}: a ${family} peer needs the ${field} family of ${vrf.name}`,
            `${device.device.name}：${family} 对等体需要 ${vrf.name} 的 ${field} 地址族`,
          ),
          fix: add(vrf, field),
        }
      }
    }
  },
}

const linkEndsDiffer: Rule = {
  id: 'vpn/link-ends-differ',
  severity: 'warning',
  title: text('The ends of a link are in different VPN instances', '链路两端属于不同的 VPN 实例'),
  why: text(
    'The two devices then meet in different routing tables, which is right only where networks are joined on purpose.',
    '两台设备将在不同路由表中互通，仅在有意互连时才正确。',
  ),
  remedy: text('Bind both ends to the same VPN instance.', '请将两端绑定到同一 VPN 实例。'),
  source: 'inferred; CR "ip binding vpn-instance"',
  *run(context) {
    for (const { id, ends } of context.layer3Links) {
      const [a, b] = ends
      if (a.vrfId === b.vrfId) continue
      const shown = (vrfId: Vrf['id'] | undefined) =>
        vrfId === undefined ? text('the public network', '公网') : text(context.vrfName(vrfId), context.vrfName(vrfId))
      yield {
        subjects: [id, subjectOf(a), subjectOf(b)],
        what: text(
          `${context.label(a)} is in ${shown(a.vrfId).en}, ${context.label(b)} in ${shown(b.vrfId).en}`,
          `${context.label(a)} 属于${shown(a.vrfId).zh}，${context.label(b)} 属于${shown(b.vrfId).zh}`,
        ),
      }
    }
  },
}

const noCommonTarget: Rule = {
  id: 'vpn/no-common-target',
  wide: ['definitions'],
  severity: 'warning',
  title: text('A VPN instance that imports nothing', 'VPN 实例没有可引入的路由'),
  why: text(
    'Routes pass between sites only where what one exports another one imports.',
    '只有一方 Export 的 Target 与另一方 Import 的 Target 相同，站点间才会交换路由。',
  ),
  remedy: text('Import a route target that some VPN instance exports.', '请引入某个 VPN 实例导出的 Target。'),
  source: 'CR "vpn-target (VPN instance IPv4 address family view)"',
  *run({ network }) {
    const vrfs = Object.values(network.vrfs).sort(byId)
    for (const field of ['ipv4', 'ipv6'] as const) {
      const exported = new Set(vrfs.flatMap((vrf) => vrf[field]?.exportTargets ?? []))
      for (const vrf of vrfs) {
        const imported = vrf[field]?.importTargets ?? []
        if (imported.length === 0 || imported.some((target) => exported.has(target))) continue
        yield {
          subjects: [vrf.id],
          key: field,
          what: text(
            `${vrf.name} (${field}) imports ${imported.join(', ')}, which nothing exports`,
            `${vrf.name}（${field}）引入 ${imported.join('、')}，但没有任何实例导出`,
          ),
        }
      }
    }
  },
}

export const vpnRules: readonly Rule[] = [
  nameReserved,
  nameDuplicate,
  distinguisherForm,
  targetForm,
  distinguisherDuplicate,
  familyMissing,
  linkEndsDiffer,
  noCommonTarget,
]
