import { describe, expect, it } from 'vitest'
import { allFixtures } from '../../test/fixtures'
import { randomEdit } from '../../test/random-edits'
import { allocate } from '../allocate'
import { pseudoRandom } from '../edit/pseudo-random'
import type { DeviceIntent, NetworkIntent } from '../intent'
import { deriveIntent } from '../intent'
import type { DeviceId, Network } from '../model'
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
  if (changed.size === 0) expect(simulation.reachability).toBe(before.reachability)
}

const seeds = [1, 2]
const steps = 14

describe('a reachability brought up to date after an edit is that of the network', () => {
  for (const [name, first] of allFixtures()) {
    it(name, () => {
      for (const seed of seeds) {
        const roll = pseudoRandom(seed * 7919 + name.length)
        let network = first
        let intent = deriveIntent(network, allocate(network))
        let simulation = simulateReach(network, intent)
        const story: string[] = []
        for (let step = 0; step < steps; step += 1) {
          const edit = randomEdit(network, roll)
          story.push(edit.says)
          const { intent: next, touched } = derivedAfter(intent, edit.network)
          const update = updateReach(simulation, edit.network, next, touched)
          try {
            expectSame(update, simulation, edit.network, next)
          } catch (wrong) {
            throw new Error(`after ${story.join(', ')} (seed ${seed})`, { cause: wrong })
          }
          network = edit.network
          intent = next
          simulation = update.simulation
        }
      }
    })
  }
})
