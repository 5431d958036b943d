import { describe, expect, it } from 'vitest'
import { allFixtures } from '../../test/fixtures'
import { randomChange } from '../../test/random-changes'
import { allocate } from '../allocate'
import { applyChange } from '../edit'
import { pseudoRandom } from '../edit/pseudo-random'
import type { DeviceIntent, NetworkIntent } from '../intent'
import { deriveIntent } from '../intent'
import type { DeviceId, Network, NetworkRecord } from '../model'
import { sameValue } from '../model'
import { computeReach } from './compute-reach'
import type { ReachSimulation, ReachUpdate } from './update-reach'
import { simulateReach, updateReach } from './update-reach'

type Derived = { readonly intent: NetworkIntent; readonly touched: ReadonlySet<DeviceId> }

/** The intent of a network, with the objects of another one for every device that is the same there. */
function derivedAfter(before: NetworkIntent, network: Network): Derived {
  const intent = deriveIntent(network, allocate(network))
  const touched = new Set([...before.devices.keys()].filter((id) => !intent.devices.has(id)))
  const devices = new Map<DeviceId, DeviceIntent>()
  for (const [id, now] of intent.devices) {
    const was = before.devices.get(id)
    if (was !== undefined && sameValue(was, now)) devices.set(id, was)
    else {
      devices.set(id, now)
      touched.add(id)
    }
  }
  return { intent: { ...intent, devices }, touched }
}

/** Everything in the order it stands in. */
function inOrder(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, each]) => [key, inOrder(each)])
  return value
}

function expectSame(update: ReachUpdate, before: ReachSimulation, network: Network, intent: NetworkIntent): void {
  const { simulation, changed } = update
  const whole = computeReach(network, intent)
  for (const part of Object.keys(whole) as (keyof typeof whole)[]) {
    expect(inOrder(simulation.reachability[part]), part).toEqual(inOrder(whole[part]))
  }
  for (const [id, routes] of simulation.reachability.routes) {
    const isSame = before.reachability.routes.get(id) === routes
    expect(isSame || changed.has(id), `${id} is told`).toBe(true)
  }
  if (sameValue(whole, before.reachability)) expect(simulation.reachability).toBe(before.reachability)
}

const seeds = [1, 2]
const steps = 14

describe('a reachability brought up to date after an edit is that of the network', () => {
  for (const [name, first] of allFixtures()) {
    it(name, () => {
      for (const seed of seeds) {
        const random = pseudoRandom(seed * 7919 + name.length)
        const gone: NetworkRecord[] = []
        let design = { network: first, layout: { positions: {} } }
        let intent = deriveIntent(first, allocate(first))
        let simulation = simulateReach(first, intent)
        const story: string[] = []
        for (let step = 0; step < steps; step += 1) {
          const change = randomChange(design.network, random, gone)
          story.push(JSON.stringify(change.edits))
          design = applyChange(design, change)
          const { network } = design
          const { intent: next, touched } = derivedAfter(intent, network)
          const update = updateReach(simulation, network, next, touched)
          try {
            expectSame(update, simulation, network, next)
          } catch (wrong) {
            throw new Error(`seed ${seed}, after ${story.join('\n')}`, { cause: wrong })
          }
          intent = next
          simulation = update.simulation
        }
      }
    })
  }
})
