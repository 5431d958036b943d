import { allocate } from './packages/domain/src/allocate'
import { newFabric } from './packages/domain/src/edit'
import { expandIntents } from './packages/domain/src/expand'
import { deriveIntent } from './packages/domain/src/intent'
import { runChecks } from './packages/domain/src/check'
import { renderConfigs } from './packages/domain/src/config'
import { computeReach } from './packages/domain/src/reach'
import { buildPlane } from './packages/domain/src/reach/tables'
import { buildPorts } from './packages/domain/src/reach/ports'
import { buildSegments } from './packages/domain/src/reach/segments'
import { buildIgp } from './packages/domain/src/reach/igp'
import { sessionPairs, examinePair } from './packages/domain/src/reach/session-pairs'
import { simulate } from './packages/domain/src/reach/compute-reach'
import { buildContext } from './packages/domain/src/check/context'
import { rules } from './packages/domain/src/check/registry'
for (const underlay of ['ospf','ebgp'] as const) {
const design = newFabric({ spines: 4, leaves: 850, pairs: 212, servers: 850, underlay, seed: 1 })
const network = expandIntents(design.network); const allocation = allocate(network)
const intent = deriveIntent(network, allocation)
const r: Record<string, number> = {}
let t = performance.now(); const lap = (w: string) => { const n = performance.now(); r[w] = Math.min(r[w] ?? 1e9, n - t); t = performance.now() }
const per: Record<string, number> = {}
for (let i = 0; i < 4; i++) {
  t = performance.now()
  const ports = buildPorts(network, intent, undefined as never ?? { devices: new Set(), links: new Set(), interfaces: new Set(), peerLinks: new Set() } as never); lap('ports')
  buildSegments(ports); lap('segments')
  const plane = buildPlane(network, intent); lap('plane(all)')
  const igp = buildIgp(plane, intent); lap('igp')
  const pairs = sessionPairs(plane); lap('pairs')
  simulate(plane, igp, pairs); lap('simulate')
  const reachability = computeReach(network, intent); lap('computeReach')
  const configs = renderConfigs(intent); lap('configs')
  const input = { network, allocation, intent, reachability, configs }
  const ctx = buildContext(input); lap('context')
  for (const rule of rules) { const a = performance.now(); for (const _ of rule.run(ctx)) {} ; const d = performance.now() - a; per[rule.id] = Math.min(per[rule.id] ?? 1e9, d) } lap('rules')
}
console.log(underlay, Object.entries(r).map(([k, v]) => `${k} ${v.toFixed(0)}`).join('  '))
const sorted = Object.entries(per).sort((a, b) => b[1] - a[1])
console.log(sorted.length, sorted.slice(0, 45).map(([k, v]) => `${k} ${v.toFixed(1)}`).join('\n'))
}
