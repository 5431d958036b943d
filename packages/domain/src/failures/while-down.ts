import type { FailureProbe } from '../reach'

/** The same questions about the network with elements down all the time. */
export function whileDown(probe: FailureProbe, fixed: readonly number[]): FailureProbe {
  if (fixed.length === 0) return probe
  const down = new Set(fixed)
  const standsOn = probe.under(fixed)
  return {
    ...probe,
    // The number of a device among the elements is its number.
    backbone: probe.backbone.filter(({ ends, element }) => !down.has(element) && !ends.some((end) => down.has(end))),
    footing: (subject) => standsOn(subject) ?? 'anything',
    under: (more) => probe.under([...fixed, ...more]),
  }
}
