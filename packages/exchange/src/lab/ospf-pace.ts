import type { NetworkIntent } from '@weft/domain'

/** How fast OSPF runs in a lab. */
export type OspfPace = {
  /** Said on every interface; absent: each interface has what the design says, else OSPF's own 10 and 40. */
  readonly everywhere?: { readonly hello: 1; readonly dead: 4 }
  readonly patienceSeconds: number
}

/**
 * Where no interface of the design has OSPF timers of its own, all of them get the same short ones: whether
 * neighbours agree stays the same and nobody waits for hellos. One timer in the design, and all stay as they are.
 *
 * @source RFC 2328, 9.3 (the wait timer is the dead interval) and C.3 (both must be the same on a network)
 */
export function ospfPace(intent: NetworkIntent): OspfPace {
  const ospf = [...intent.devices.values()].flatMap(({ interfaces }) => interfaces.flatMap((each) => each.ospf ?? []))
  const timed = ospf.some(({ helloSeconds, deadSeconds }) => helloSeconds !== undefined || deadSeconds !== undefined)
  return timed ? { patienceSeconds: 45 } : { everywhere: { hello: 1, dead: 4 }, patienceSeconds: 15 }
}
