import { bgpSessions } from '../../intent'
import type { LocalText, Peering } from '../../model'
import { text } from '../../model'
import type { Fix } from '../fixes'
import { present, setFields } from '../fixes'
import type { Rule } from '../rule'

const timer: Rule = {
  id: 'bgp/timer',
  severity: 'error',
  title: text('Timers the device refuses', '无效的 BGP 定时器'),
  why: text(
    'keepalive is 0 to 21845, hold is 0 or 3 to 65535, and hold is at least three times keepalive.',
    'keepalive 取值 0–21845，hold 取值 0 或 3–65535，且 hold 不小于 keepalive 的三倍。',
  ),
  remedy: text('Use a hold time of at least three times the keepalive time.', '请使 hold 不小于 keepalive 的三倍。'),
  source: 'CR "peer timer (BGP view)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const { session, peering, device, remoteName } of peeredSessions) {
      const { keepaliveSeconds: keepalive, holdSeconds: hold } = session
      if (peering === undefined || keepalive === undefined || hold === undefined) continue
      const valid = keepalive <= 21845 && hold <= 65535 && (hold === 0 || (hold >= 3 && hold >= 3 * keepalive))
      if (valid) continue
      const best = Math.max(20, Math.min(3 * keepalive, 65535))
      yield {
        subjects: [peering.id],
        what: text(
          `${device.device.name} – ${remoteName}: keepalive ${keepalive} with hold ${hold}`,
          `${device.device.name} – ${remoteName}：keepalive ${keepalive}、hold ${hold} 不符合要求`,
        ),
        ...(keepalive > 21845
          ? {}
          : { fix: setTimers(text(`Use hold ${best}`, `hold 改为 ${best}`), peering, { holdSeconds: best }) }),
      }
    }
  },
}

const timerOff: Rule = {
  id: 'bgp/timer-off',
  severity: 'warning',
  title: text('Failures are not detected by timers', '定时器不检测故障'),
  why: text(
    'With keepalive or hold 0 a dead peer is never noticed by BGP.',
    'keepalive 或 hold 为 0 时，BGP 无法发现对等体失效。',
  ),
  remedy: text('Remove the timers, or use BFD as well.', '请删除定时器设置，或同时启用 BFD。'),
  source: 'CR "peer timer (BGP view)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const { session, peering, device, remoteName } of peeredSessions) {
      const { keepaliveSeconds: keepalive, holdSeconds: hold } = session
      if (peering === undefined || (keepalive !== 0 && hold !== 0) || session.bfd) continue
      yield {
        subjects: [peering.id],
        what: text(
          `${device.device.name} – ${remoteName}: ${hold === 0 ? 'hold' : 'keepalive'} is 0`,
          `${device.device.name} – ${remoteName}：${hold === 0 ? 'hold' : 'keepalive'} 为 0`,
        ),
        fix: setTimers(text('Use the default timers', '使用默认定时器'), peering, {
          keepaliveSeconds: undefined,
          holdSeconds: undefined,
        }),
      }
    }
  },
}

/** Recommended minimum hold time by peers in a family. */
const minimumHold: readonly (readonly [peers: number, seconds: number])[] = [
  [100, 20],
  [200, 30],
  [300, 45],
  [400, 60],
  [500, 75],
  [Number.POSITIVE_INFINITY, 90],
]

const timerShort: Rule = {
  id: 'bgp/timer-short',
  severity: 'warning',
  title: text('The hold time is short for so many peers', '对等体数量较多而 hold 时间过短'),
  why: text(
    'The more peers a device has, the longer it may take to send keepalives; a short hold time then drops sessions.',
    '对等体越多，发送 Keepalive 越慢，hold 过短会导致会话中断。',
  ),
  remedy: text(
    'Use the recommended hold time, or BFD for fast detection.',
    '请使用建议的 hold 时间，或用 BFD 快速检测。',
  ),
  source: 'CR "peer timer (BGP view)"',
  offersFix: true,
  *run({ peeredSessions }) {
    for (const { session, peering, device, remoteName } of peeredSessions) {
      const { keepaliveSeconds: keepalive, holdSeconds: hold } = session
      if (peering === undefined || hold === undefined || hold < 3 || keepalive === undefined || hold < 3 * keepalive)
        continue
      const peers = bgpSessions(device).length
      const [, seconds] = minimumHold.find(([most]) => peers <= most) ?? [0, 90]
      if (hold >= seconds) continue
      yield {
        subjects: [peering.id, device.device.id],
        what: text(
          `${device.device.name}: hold ${hold} toward ${remoteName}; with ${peers} peers at least ${seconds} is recommended`,
          `${device.device.name}：到 ${remoteName} 的 hold 为 ${hold}，有 ${peers} 个对等体时建议不小于 ${seconds}`,
        ),
        fix: setTimers(text(`Use hold ${seconds}`, `hold 改为 ${seconds}`), peering, { holdSeconds: seconds }),
      }
    }
  },
}

/** Timers of the peering; an end with timers of its own gives way to them. */
function setTimers(
  label: LocalText,
  { id, ends, keepaliveSeconds }: Peering,
  timers: Pick<Peering, 'keepaliveSeconds' | 'holdSeconds'>,
): Fix {
  const ownKeepalive = ends.find((end) => end.keepaliveSeconds !== undefined)?.keepaliveSeconds
  const differs = ends.some((end) => end.keepaliveSeconds !== undefined || end.holdSeconds !== undefined)
  if (!differs) return setFields(label, id, timers)
  const common = ends.map((end) => present({ ...end, keepaliveSeconds: undefined, holdSeconds: undefined }))
  return setFields(label, id, { keepaliveSeconds: keepaliveSeconds ?? ownKeepalive, ...timers, ends: common })
}

export const bgpTimerRules: readonly Rule[] = [timer, timerOff, timerShort]
