import type { LocalText, MlagOutcome, Noticed } from '@weft/domain'
import { text } from '@weft/domain'

/** How a session learns that it is down. */
export function noticedWords(noticed: Noticed): LocalText {
  switch (noticed.by) {
    case 'tracked-interface':
      return text('noticed at once: the tracked interface is down', '立即感知：被跟踪的接口已中断')
    case 'interface':
      return text('noticed at once: its interface is down', '立即感知：接口已中断')
    case 'bfd':
      return noticed.seconds === undefined
        ? text('noticed by BFD, whose timers are not known', '由 BFD 感知，其定时器未知')
        : text(`noticed by BFD within ${noticed.seconds} s`, `BFD 在 ${noticed.seconds} 秒内感知`)
    case 'hold-timer':
      return text(
        `noticed by the hold timer after up to ${noticed.seconds} s`,
        `保持定时器最多 ${noticed.seconds} 秒后感知`,
      )
    case 'nothing':
      return text('nothing notices it: the hold timer is off', '无法感知：保持定时器已关闭')
  }
}

/** What becomes of an M-LAG pair. */
export function mlagWords(outcome: MlagOutcome, nameOf: (id: MlagOutcomeId) => string): LocalText {
  switch (outcome.outcome) {
    case 'paired':
      return text('stays paired', '保持配对')
    case 'not-paired-before':
      return text('was not whole before, so what happens is not known', '此前未正常配对，结果未知')
    case 'both-failed':
      return text('both members are down', '两个成员均中断')
    case 'one-member-left':
      return text(`${nameOf(outcome.left)} forwards alone`, `由 ${nameOf(outcome.left)} 单独转发`)
    case 'backup-error-down': {
      const { backup, interfaces } = outcome
      const ports = interfaces.map(nameOf).join(', ')
      return backup === undefined
        ? text(
            'the backup member takes its ports down; which member that is depends on system MAC addresses',
            '备设备的接口将 error-down；主备由系统 MAC 决定',
          )
        : text(
            `${nameOf(backup)} becomes backup and takes its ports down: ${ports}`,
            `${nameOf(backup)} 成为备设备，接口 error-down：${ports}`,
          )
    }
    case 'dual-active':
      return text('both members forward without knowing of each other: dual-active', '两个成员互不感知，形成双主')
    case 'unknown':
      return text('whether the members hear each other is not known', '成员之间能否感知对方未知')
  }
}

type MlagOutcomeId =
  | Extract<MlagOutcome, { left: unknown }>['left']
  | Extract<MlagOutcome, { interfaces: unknown }>['interfaces'][number]
