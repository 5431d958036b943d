import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { newFabric, newInterAs, sampleDesign } from '../src/edit'
import { expandIntents } from '../src/expand'
import type { Network } from '../src/model'
import { networkFromText } from './fabric-text'
import { importedDesign } from './import/imported-design'
import { seed000Design } from './seeds/seed-000'
import { seed001Design } from './seeds/seed-001'
import { seed002Design } from './seeds/seed-002'
import { seed003Design } from './seeds/seed-003'
import { seed004Design } from './seeds/seed-004'

const goldens = fileURLToPath(new URL('./goldens/', import.meta.url))

/** Every network a test of the whole derivation should see, by name; what intents stand for is there. */
export function allFixtures(): ReadonlyMap<string, Network> {
  const fixtures = new Map<string, Network>()
  for (const name of readdirSync(goldens).sort()) {
    fixtures.set(name, networkFromText(readFileSync(`${goldens}${name}/fabric.txt`, 'utf8')))
  }
  for (const [name, design] of Object.entries({
    seed000Design,
    seed001Design,
    seed002Design,
    seed003Design,
    seed004Design,
    sampleDesign,
    importedDesign,
  })) {
    fixtures.set(name, design().network)
  }
  for (const underlay of ['ospf', 'isis', 'ebgp'] as const) {
    const { network } = newFabric({ spines: 2, leaves: 6, pairs: 2, servers: 6, underlay, seed: 3 })
    fixtures.set(`newFabric ${underlay}`, network)
  }
  const { network } = newFabric({
    spines: 2,
    leaves: 4,
    pairs: 1,
    servers: 4,
    underlay: 'ospf',
    seed: 5,
    evpn: 2,
    bmp: 1,
  })
  fixtures.set('newFabric with EVPN and BMP', network)
  fixtures.set('newInterAs', newInterAs({ pes: 2 }).network)
  return new Map([...fixtures].map(([name, network]) => [name, expandIntents(network)]))
}
