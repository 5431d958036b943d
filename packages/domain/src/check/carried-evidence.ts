import type { Device, DeviceId, RecordId } from '../model'
import { byId, referencesOf, text } from '../model'
import type { RuleContext } from './context'
import { recordOf } from './context'
import type { RuleId, Violation } from './rule'

/** Lines that, where a device carries them, may say what a rule misses. */
const saidBy: { readonly [rule: RuleId]: RegExp } = {
  'bgp/as-mismatch': /^confederation |^bgp \S+ instance |^peer \S+ (?:fake-as|local-as)\b/,
  'bgp/next-hop-local-on-ebgp': /^confederation /,
  'bgp/network-not-in-table':
    /^(?:isis|ospf|ospfv3|rip|ripng|ip route-static|ipv6 route-static|import-rib|ip import-rib)\b/,
  'bgp/router-id-missing': /^router-id /,
  'mlag/authentication-missing': /^authentication-mode /,
  'mlag/dad-missing': /^(?:dual-active detection )?source /,
  'ospf/area-without-backbone': /^(?:vlink-peer |ospf enable multi-area )/,
}

/** Rules about something that is not there: it may be on a device whose configuration is known in part only. */
const missesSomething: RegExp =
  /(?:-missing|-unreachable|-not-in-table|-one-sided|-unresolved|-not-carried|-elsewhere|-foreign|-not-local|\/not-carried|\/no-carrier|\/no-bgp|\/no-members|\/empty-trunk|\/isolated-device|\/area-without-backbone|\/ibgp-not-meshed|\/address-not-known)$/

/**
 * The violation as it stands when devices are known by their configurations: where a carried line may say what the
 * rule misses, or a device is known in part only, nobody knows, and what nobody knows is no error.
 */
export function weighed(context: RuleContext, rule: RuleId, violation: Violation): Violation {
  const pattern = saidBy[rule]
  const isAbsence = missesSomething.test(rule)
  if (pattern === undefined && !isAbsence) return violation
  for (const device of devicesOf(context, violation.subjects)) {
    if (isAbsence && device.partlyKnown === true) {
      return unknown(violation, {
        en: `${device.name} is known in part only`,
        zh: `${device.name} 的配置只有一部分已知`,
      })
    }
    if (pattern !== undefined && device.carried?.some(({ lines }) => lines.some(({ text }) => pattern.test(text)))) {
      return unknown(violation, {
        en: `${device.name} carries lines that may say it`,
        zh: `${device.name} 保留的配置行可能已包含该项`,
      })
    }
  }
  return violation
}

function unknown({ what, fix: _fix, ...violation }: Violation, because: Violation['what']): Violation {
  return {
    ...violation,
    severity: 'info',
    what: text(`${what.en} (unknown: ${because.en})`, `${what.zh}（未知：${because.zh}）`),
  }
}

/** Devices a finding is about, by the records it names and those that these name. */
function devicesOf(context: RuleContext, subjects: readonly RecordId[]): readonly Device[] {
  const { network } = context
  const found = new Map<DeviceId, Device>()
  const add = (id: string) => {
    const device = network.devices[id]
    if (device !== undefined) found.set(device.id, device)
    const owner = network.interfaces[id]?.deviceId
    if (owner !== undefined) add(owner)
  }
  for (const subject of subjects) {
    add(subject)
    const record = recordOf(context, subject)
    if (record !== undefined) for (const { id } of referencesOf(record)) add(id)
  }
  return [...found.values()].sort(byId)
}
