import type { NetworkIntent } from '@weft/domain'

/** How fast interior gateway protocols run in a lab. */
export type IgpPace = {
  /** Said on every OSPF and OSPFv3 interface; absent: each has what the design says, else OSPF's own 10 and 40. */
  readonly everywhere?: { readonly hello: 1; readonly dead: 4 }
  readonly patienceSeconds: number
  readonly startSeconds: number
}

/**
 * FRR's IS-IS tells of its first neighbours half a minute after it started: its first LSP goes out before the
 * interval in its configuration holds.
 */
const isisStart = 33

/**
 * Where no interface of the design has OSPF timers of its own, all of them get the same short ones: whether
 * neighbours agree stays the same and nobody waits for hellos. One timer in the design, and all stay as they are.
 *
 * @source RFC 2328, 9.3 (the wait timer is the dead interval) and C.3 (both must be the same on a network)
 */
export function igpPace(intent: NetworkIntent): IgpPace {
  const ospf = [...intent.devices.values()].flatMap(({ interfaces }) =>
    interfaces.flatMap((each) => [each.ospf ?? [], each.ospfv3 ?? []].flat()),
  )
  const timed = ospf.some(({ helloSeconds, deadSeconds }) => helloSeconds !== undefined || deadSeconds !== undefined)
  const startSeconds = [...intent.devices.values()].some(({ isis }) => isis.length > 0) ? isisStart : 0
  return timed
    ? { patienceSeconds: 45, startSeconds }
    : { everywhere: { hello: 1, dead: 4 }, patienceSeconds: 15, startSeconds }
}
