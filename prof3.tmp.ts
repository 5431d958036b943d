import { allocate } from './packages/domain/src/allocate'
import { newFabric } from './packages/domain/src/edit'
import { deriveIntent } from './packages/domain/src/intent'
import { computeReach } from './packages/domain/src/reach'
const u = process.argv[2] as 'ospf'|'ebgp'
const { network } = newFabric({ spines: 4, leaves: 850, pairs: 212, servers: 850, underlay: u, seed: 1 })
const intent = deriveIntent(network, allocate(network))
let best = 1e9
for (let i = 0; i < 12; i++) { const t = performance.now(); const r = computeReach(network, intent); const d = performance.now()-t; best = Math.min(best, d); if (i===0) console.log(u, r.bgpSessions.size, r.igpAdjacencies.length, r.mlagChannels.size, r.vteps.length, intent.devices.size, [...intent.devices.values()].reduce((a,d)=>a+d.interfaces.length,0)) }
console.log('best', best.toFixed(1))
