import type { BgpSessionIntent, DeviceIntent, NetworkIntent } from '../intent'

type Timers = { readonly tx: number; readonly rx: number; readonly multiplier: number }

const words = { 'min-tx-interval': 'tx', 'min-rx-interval': 'rx', 'detect-multiplier': 'multiplier' } as const

/**
 * After how many seconds BFD of a session finds that packets stay out, at the quicker end of those that live. Each end
 * waits for as many packets as the other's multiplier says, at the slower of what it asks for and the other sends.
 * Timers that no record says are those of carried lines, or the defaults; undefined where lines of a group may say others.
 *
 * @source routing.md B8 (`peer bfd`: milliseconds, defaults 1000, 1000 and 3); RFC 5880 section 6.8.4
 */
export function bfdSeconds(
  intent: NetworkIntent,
  sides: readonly BgpSessionIntent[],
  alive: readonly BgpSessionIntent[],
): number | undefined {
  const timers = sides.map((side) => {
    const device = intent.devices.get(side.deviceId)
    return device === undefined ? undefined : timersOf(device, side)
  })
  const waits = alive.flatMap((side) => {
    const at = sides.indexOf(side)
    const [own, other] = [timers[at], timers[1 - at]]
    return own === undefined || other === undefined ? [] : [Math.max(own.rx, other.tx) * other.multiplier]
  })
  return waits.length < alive.length || waits.length === 0 ? undefined : Math.min(...waits) / 1000
}

function timersOf({ device: { carried = [] } }: DeviceIntent, { remoteAddress }: BgpSessionIntent): Timers | undefined {
  const timers = { tx: 1000, rx: 1000, multiplier: 3 }
  for (const { text } of carried.flatMap(({ lines }) => lines)) {
    const [, peer = '', rest = ''] = /^peer (\S+) bfd (.*)$/.exec(text) ?? []
    const given = [...rest.matchAll(/(min-tx-interval|min-rx-interval|detect-multiplier) (\d+)/g)]
    if (given.length === 0) continue
    const isGroup = !/^[0-9a-f]*[.:]/i.test(peer)
    if (isGroup) return undefined
    if (peer !== remoteAddress?.value) continue
    for (const [, word, value] of given) {
      const field = words[word as keyof typeof words]
      timers[field] = Number(value)
    }
  }
  return timers
}
