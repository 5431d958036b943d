import type { MlagPair } from '../model'
import type { SpanningTreeFacts } from './device-facts'

/** The spanning tree of a pair: what both members have; a line that only one has stays with it. */
export function pairSpanningTree(a: SpanningTreeFacts, b: SpanningTreeFacts): MlagPair['spanningTree'] {
  if (a.vStp && b.vStp) {
    const same = (a.mode ?? 'mstp') === (b.mode ?? 'mstp')
    // Where the two differ the default says nothing, and each keeps its line.
    const stpMode = same && a.mode !== 'vbst' && a.mode !== undefined ? a.mode : 'mstp'
    return { mode: 'v-stp', stpMode }
  }
  if (a.mode === 'vbst' && b.mode === 'vbst') return { mode: 'v-vbst' }
  if (a.rootPrimary && b.rootPrimary) {
    const bridgeAddress = a.bridgeAddress === b.bridgeAddress ? a.bridgeAddress : undefined
    return { mode: 'root-bridge', ...(bridgeAddress === undefined ? {} : { bridgeAddress }) }
  }
  return { mode: 'none' }
}
