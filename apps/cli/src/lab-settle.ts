import type { Expectations, Lab } from '@weft/exchange'
import { compareSessions } from './lab-compare'
import type { Machine } from './lab-machine'
import type { Observation } from './lab-observe'
import { observe } from './lab-observe'
import { pause } from './lab-shell'

/** How long states must stay the same while every prediction is met. */
const quietMs = 6_000
const boundMs = 150_000
const betweenLooksMs = 1_500

/**
 * Waits until routing has settled: nothing changed for some seconds. While a prediction is not met the
 * wait is as long as the lab's slowest protocol needs, so that a disagreement is never impatience.
 */
export async function settle(
  lab: Lab,
  machine: Machine,
  {
    expected,
    signal,
    atLeastMs,
  }: { readonly expected: Expectations; readonly signal: AbortSignal; readonly atLeastMs: number },
): Promise<{ readonly seen: Observation; readonly settled: boolean; readonly seconds: number }> {
  const started = Date.now()
  let seen = await observe(lab, machine)
  let since = started
  for (;;) {
    signal.throwIfAborted()
    await pause(betweenLooksMs)
    const next = await observe(lab, machine)
    if (signature(next) !== signature(seen)) since = Date.now()
    seen = next
    const agreeing = compareSessions(expected, seen).every(({ verdict }) => verdict !== 'disagrees')
    const quiet = agreeing ? quietMs : Math.max(quietMs, lab.patienceSeconds * 1000)
    const settled = Date.now() - since >= quiet && Date.now() - started >= atLeastMs
    if (settled || Date.now() - started > boundMs) return { seen, settled, seconds: (Date.now() - started) / 1000 }
  }
}

/** Sessions that are not up take turns between Idle, Connect and Active: that is one state. */
function signature({ sessions, adjacencies, bmp }: Observation): string {
  const up = [...sessions].filter(([, state]) => state === 'Established').map(([key]) => key)
  return [...up, ...bmp, ...[...adjacencies].map((entry) => entry.join(' '))].sort().join('\n')
}
