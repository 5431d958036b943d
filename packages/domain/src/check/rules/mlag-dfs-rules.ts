import { text } from '../../model'
import { present, remove, setFields } from '../fixes'
import type { Rule } from '../rule'
import { pairName } from './mlag-dad-rules'

const authenticationMissing: Rule = {
  id: 'mlag/authentication-missing',
  severity: 'error',
  title: text('No DFS authentication', '未配置 DFS 认证'),
  why: text(
    'In V300R023C00 the members pair only with authentication-mode set on both (NOAUTHENTICATION).',
    '在 V300R023C00 中，两端都配置 authentication-mode 才能配对（NOAUTHENTICATION）。',
  ),
  remedy: text('Set a password of 8 to 16 characters.', '请设置 8 到 16 个字符的密码。'),
  source: 'CR "authentication-mode (DFS group view)"; CR "display dfs-group"',
  *run({ pairs }) {
    for (const pair of pairs) {
      if (pair.dfs.password !== undefined) continue
      yield {
        subjects: [pair.id],
        what: text(`${pairName(pair)} has no DFS password`, `${pairName(pair)} 没有 DFS 密码`),
      }
    }
  },
}

const passwordForm: Rule = {
  id: 'mlag/password-form',
  severity: 'error',
  title: text('A DFS password the device refuses', 'DFS 密码格式不正确'),
  why: text(
    'In clear text the password has 8 to 16 characters; a question mark cannot be typed.',
    '明文密码为 8 到 16 个字符，且无法输入问号。',
  ),
  remedy: text('Use 8 to 16 letters, digits and symbols.', '请使用 8 到 16 个字母、数字或符号。'),
  source: 'CR "authentication-mode (DFS group view)"',
  *run({ pairs }) {
    for (const pair of pairs) {
      const { password } = pair.dfs
      if (password === undefined) continue
      const fault = passwordFault(password)
      if (fault === undefined) continue
      yield {
        subjects: [pair.id],
        what: text(`${pairName(pair)}: the DFS password ${fault.en}`, `${pairName(pair)}：DFS 密码${fault.zh}`),
      }
    }
  },
}

function passwordFault(password: string) {
  const { length } = password
  if (length < 8 || length > 16) return text(`has ${length} characters`, `长度为 ${length} 个字符`)
  if (!/^[\x20-\x7e]+$/.test(password))
    return text('has characters outside printable ASCII', '含有可打印 ASCII 以外的字符')
  return /[?"]/.test(password) ? text('has a question mark or a quotation mark', '含有问号或引号') : undefined
}

const priorityRange: Rule = {
  id: 'mlag/priority-range',
  severity: 'error',
  title: text('DFS priority out of range', 'DFS 优先级超出范围'),
  why: text('The device takes 1 to 254.', '取值范围为 1 到 254。'),
  remedy: text('Use 1 to 254; the higher one becomes master.', '请使用 1 到 254，数值大者为主。'),
  source: 'CR "priority (DFS group view)"',
  offersFix: true,
  *run({ pairs, deviceName }) {
    for (const pair of pairs) {
      for (const side of [0, 1] as const) {
        const priority = pair.dfs.priorities?.[side]
        if (priority === undefined || (priority >= 1 && priority <= 254)) continue
        const nearest = priority < 1 ? 1 : 254
        const name = deviceName(pair.members[side])
        yield {
          subjects: [pair.id, pair.members[side]],
          what: text(
            `${name}: DFS priority ${priority} is not 1 to 254`,
            `${name}：DFS 优先级 ${priority} 不在 1 到 254 之间`,
          ),
          fix: setFields(text(`Use ${nearest}`, `改为 ${nearest}`), pair.id, {
            dfs: {
              ...pair.dfs,
              priorities: pair.dfs.priorities?.map((each, index) => (index === side ? nearest : each)),
            },
          }),
        }
      }
    }
  },
}

const prioritiesEqual: Rule = {
  id: 'mlag/priorities-equal',
  severity: 'warning',
  title: text('Equal DFS priorities', 'DFS 优先级相同'),
  why: text(
    'The smaller MAC address then decides which member is master, which changes when a device is replaced.',
    '此时由较小的 MAC 地址决定主设备，更换设备后可能变化。',
  ),
  remedy: text('Give the intended master the higher priority.', '请为预期的主设备设置更高的优先级。'),
  source: 'CR "priority (DFS group view)"; 6 of 18 vendor pairs do this',
  offersFix: true,
  *run({ pairs, deviceName }) {
    for (const pair of pairs) {
      const [a, b] = [pair.dfs.priorities?.[0] ?? 100, pair.dfs.priorities?.[1] ?? 100]
      if (a !== b || pair.members[0] === pair.members[1]) continue
      yield {
        subjects: [pair.id],
        what: text(
          `both members of ${pairName(pair)} have DFS priority ${a}`,
          `${pairName(pair)} 的两个成员 DFS 优先级均为 ${a}`,
        ),
        fix: setFields(
          text(`Make ${deviceName(pair.members[0])} master`, `将 ${deviceName(pair.members[0])} 设为主`),
          pair.id,
          {
            dfs: { ...pair.dfs, priorities: [150, 120] },
          },
        ),
      }
    }
  },
}

const upDelayRange: Rule = {
  id: 'mlag/up-delay-range',
  severity: 'error',
  title: text('M-LAG up-delay out of range', 'M-LAG up-delay 超出范围'),
  why: text('The device takes 0 to 3600 seconds; 30 or more is advised.', '取值范围为 0 到 3600 秒，建议不小于 30。'),
  remedy: text('Use 30 to 3600, or leave it out for 240.', '请使用 30 到 3600，或留空使用 240。'),
  source: 'CR "m-lag up-delay"',
  offersFix: true,
  *run({ pairs }) {
    for (const pair of pairs) {
      const seconds = pair.dfs.upDelaySeconds
      if (seconds === undefined || (seconds >= 30 && seconds <= 3600)) continue
      yield {
        subjects: [pair.id],
        severity: seconds > 3600 ? 'error' : 'warning',
        what:
          seconds > 3600
            ? text(
                `${pairName(pair)}: up-delay ${seconds} is not 0 to 3600`,
                `${pairName(pair)}：up-delay ${seconds} 不在 0 到 3600 之间`,
              )
            : text(
                `${pairName(pair)}: up-delay ${seconds} is below the advised 30`,
                `${pairName(pair)}：up-delay ${seconds} 小于建议值 30`,
              ),
        fix: setFields(remove('up-delay'), pair.id, { dfs: present({ ...pair.dfs, upDelaySeconds: undefined }) }),
      }
    }
  },
}

const electionMissing: Rule = {
  id: 'mlag/election-missing',
  severity: 'error',
  title: text('Active-standby access without election packets', '主备接入未指定选举报文'),
  why: text(
    'Which member forwards is decided by the packets named in m-lag active-standby election; at least one type is needed.',
    '由 m-lag active-standby election 指定的报文决定转发成员，至少需要一种。',
  ),
  remedy: text('Choose at least one type, usually arp.', '请至少选择一种，通常为 arp。'),
  source: 'CR "m-lag active-standby election"',
  offersFix: true,
  *run({ pairs, attachments }) {
    const standby = new Set(attachments.flatMap(({ mode, pairId }) => (mode === 'active-standby' ? [pairId] : [])))
    for (const pair of pairs) {
      if (!standby.has(pair.id) || (pair.dfs.electionPackets ?? []).length > 0) continue
      yield {
        subjects: [pair.id],
        what: text(
          `${pairName(pair)} has active-standby attachments but no election packets`,
          `${pairName(pair)} 有主备接入，但未指定选举报文`,
        ),
        fix: setFields(text('Elect by arp', '使用 arp 选举'), pair.id, {
          dfs: { ...pair.dfs, electionPackets: ['arp'] },
        }),
      }
    }
  },
}

const vlansDiffer: Rule = {
  id: 'mlag/vlans-differ',
  severity: 'info',
  title: text('The members have different VLANs', '两个成员的 VLAN 不同'),
  why: text(
    'A VLAN on one member only is a type 2 difference: the consistency check raises an alarm, traffic is not stopped.',
    '仅一个成员有的 VLAN 属于 Type 2 不一致：一致性检查会告警，不影响转发。',
  ),
  remedy: text(
    'Create the VLAN on both members, unless it is of an uplink of one.',
    '除上行 VLAN 外，请在两个成员上都创建该 VLAN。',
  ),
  source: 'CG "Configuring M-LAG Consistency Check"; 2 of 18 vendor pairs differ',
  *run({ pairs, intent }) {
    for (const pair of pairs) {
      const [a, b] = [intent.devices.get(pair.members[0]), intent.devices.get(pair.members[1])]
      if (a === undefined || b === undefined || a === b) continue
      const [first, second] = [new Set(a.vlans.map(({ vlan }) => vlan)), new Set(b.vlans.map(({ vlan }) => vlan))]
      const only = [
        ...[...first].filter((vlan) => !second.has(vlan)),
        ...[...second].filter((vlan) => !first.has(vlan)),
      ].sort((x, y) => x - y)
      if (only.length === 0) continue
      yield {
        subjects: [pair.id],
        severity: pair.dfs.consistencyCheck === undefined ? 'info' : 'warning',
        what: text(
          `${a.device.name} and ${b.device.name}: VLAN ${only.join(', ')} on one member only`,
          `${a.device.name} 与 ${b.device.name}：VLAN ${only.join('、')} 仅在一个成员上存在`,
        ),
      }
    }
  },
}

export const mlagDfsRules: readonly Rule[] = [
  authenticationMissing,
  passwordForm,
  priorityRange,
  prioritiesEqual,
  upDelayRange,
  electionMissing,
  vlansDiffer,
]
