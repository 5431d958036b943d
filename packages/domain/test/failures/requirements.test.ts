import { describe, expect, it } from 'vitest'
import { allocate } from '../../src/allocate'
import { applyChange, applyCommand, invertChange } from '../../src/edit'
import { demandedBy, findBreaks, judgeRequirements } from '../../src/failures'
import { deriveIntent } from '../../src/intent'
import type { Device, DeviceId, LinkId, Network, Requirement } from '../../src/model'
import type { Failure } from '../../src/reach'
import { computeReach, failureProbe, loopbackAddress, noFailure, tracePaths } from '../../src/reach'
import { networkFromText } from '../fabric-text'
import { lastOf } from '../last-of'
import { randomEbgpFabric, randomFabric } from './random-fabric'

type Way = { readonly ends: readonly [DeviceId, DeviceId] }

function compiled(network: Network) {
  const intent = deriveIntent(network, allocate(network))
  return { network, intent, reachability: computeReach(network, intent) }
}

/** Everything up while something is down, by name, computed from scratch. */
function standing({ network, intent }: ReturnType<typeof compiled>, down: readonly string[], ways: readonly Way[]) {
  const failure: Failure = {
    ...noFailure,
    devices: new Set(down.filter((id): id is DeviceId => id.startsWith('device:'))),
    links: new Set(down.filter((id): id is LinkId => id.startsWith('link:'))),
  }
  const { bgpSessions, bmpSessions, igpAdjacencies } = computeReach(network, intent, failure)
  const up = new Set<string>()
  for (const [key, { status }] of bgpSessions) if (status === 'established') up.add(`bgp ${key}`)
  for (const [id, { status }] of bmpSessions) if (status === 'established') up.add(`bmp ${id}`)
  for (const { protocol, ends, verdict } of igpAdjacencies)
    if (verdict.status === 'established') up.add(`${protocol} ${ends.join(' ')}`)
  const addressOf = (id: DeviceId) => {
    const device = intent.devices.get(id)
    return device && loopbackAddress(device)
  }
  for (const { ends } of ways) {
    const answers = [ends, [ends[1], ends[0]] as const].map(([from, to]) => {
      const address = addressOf(to)
      const [verdict] = address === undefined ? [] : tracePaths(network, intent, [{ from, to: address }], failure)
      return verdict?.kind === 'reachable' && verdict.path.at(-1) === to
    })
    if (answers.every(Boolean)) up.add(`loopbacks ${ends.join(' ')}`)
  }
  return up
}

/** All sets of at most so many, the small ones first. */
function sets(all: readonly string[], most: number): readonly (readonly string[])[] {
  const two = all.flatMap((a, at) => all.slice(at + 1).map((b) => [a, b]))
  return [[], ...(most > 0 ? all.map((id) => [id]) : []), ...(most > 1 ? two : [])]
}

/** Tries every failure from scratch; the sets of the least size that break the requirement, with what falls. */
function bruteForce(design: ReturnType<typeof compiled>, requirement: Requirement) {
  const { intent } = design
  const { failures, of } = requirement.survives
  const { deviceIds = [], linkIds = [] } = requirement.whileDown ?? {}
  const fixed = [...deviceIds, ...linkIds]
  const demanded = demandedBy(design, requirement)
  const ways = demanded.flatMap(({ key, ends: [a, b] }) =>
    key.startsWith('loopbacks') && a !== undefined && b !== undefined ? [{ ends: [a, b] as const }] : [],
  )
  const before = standing(design, [], ways)
  const already = demanded.filter(({ key }) => !before.has(key))
  if (already.length > 0) return [{ failed: [], falls: already.map(({ name }) => name) }]
  const mayFail = [
    ...(of === 'links' ? [] : [...intent.devices.keys()]),
    ...(of === 'devices' ? [] : intent.cables.map(({ linkId }) => linkId)),
  ].filter((id) => !fixed.includes(id as DeviceId))
  const found: { failed: readonly string[]; falls: readonly string[] }[] = []
  for (const failed of sets(mayFail, failures)) {
    if (found[0] !== undefined && failed.length > found[0].failed.length) break
    const down = [...fixed, ...failed]
    const counted = demanded.filter(({ ends }) => !ends.some((id) => down.includes(id)))
    const up = standing(design, down, ways)
    const falls = counted.filter(({ key }) => !up.has(key)).map(({ name }) => name)
    if (falls.length > 0) found.push({ failed: [...failed].sort(), falls })
  }
  return found
}

/** Some requirements about a random network, the same for the same seed. */
function requirementsFor(network: Network, seed: number): readonly Requirement[] {
  const ids = Object.keys(network.devices).sort() as DeviceId[]
  const links = Object.keys(network.links).sort() as LinkId[]
  const pick = <Item>(items: readonly Item[], at: number): readonly Item[] =>
    items.length === 0 ? [] : items.slice(at % items.length, (at % items.length) + 1)
  const some = { deviceIds: pick(ids, seed) }
  const subjects: readonly Requirement['subject'][] = [
    { kind: 'loopbacks', from: some, to: {} },
    { kind: 'loopbacks', from: { deviceIds: ids.slice(0, 2) }, to: { deviceIds: ids.slice(1) } },
    { kind: 'sessions', protocols: ['bgp'], of: some },
    { kind: 'sessions', protocols: ['igp', 'bmp'], of: {} },
  ]
  return subjects.map((subject, at) => ({
    id: `requirement:${at}`,
    subject,
    survives: {
      failures: ([1, 2, 2, 0] as const)[(seed + at) % 4] ?? 1,
      of: (['devices', 'links', 'both'] as const)[(seed + at) % 3] ?? 'both',
    },
    ...((seed + at) % 3 === 1
      ? { whileDown: { deviceIds: pick(ids, seed + 2), linkIds: at % 2 === 0 ? pick(links, seed) : [] } }
      : {}),
  }))
}

describe('requirements agree with trying every failure from scratch', () => {
  it.each([
    ['small networks', randomFabric, 150, ['kept', 'already', 'one', 'two']],
    ['small fabrics over EBGP', randomEbgpFabric, 100, ['kept', 'already', 'one']],
  ] as const)(
    'in %s, and the counterexample is minimal and breaks most',
    (_, draw, seeds, verdicts) => {
      const seen = { kept: 0, already: 0, one: 0, two: 0, unknown: 0 }
      for (let seed = 0; seed < seeds; seed += 1) {
        const plain = draw(seed)
        for (const requirement of requirementsFor(plain, seed)) {
          const design = compiled({ ...plain, requirements: { [requirement.id]: requirement } })
          const [judged] = judgeRequirements(design)
          const found = bruteForce(design, requirement)
          const told = { seed, id: requirement.id }
          if (demandedBy(design, requirement).length === 0) {
            expect({ ...told, verdict: judged?.verdict }).toEqual({ ...told, verdict: 'empty' })
          } else if (judged?.verdict === 'broken') {
            const { failed, falls } = judged
            const most = Math.max(...found.map((each) => each.falls.length))
            // Already broken, unknown sessions are not counted: they may be up.
            const truth = found.find((each) => each.failed.join() === failed.join())
            expect({ ...told, failed, known: truth !== undefined }).toEqual({ ...told, failed, known: true })
            expect({ ...told, missing: falls.filter((name) => !truth?.falls.includes(name)) }).toEqual({
              ...told,
              missing: [],
            })
            if (failed.length > 0) expect({ ...told, most: falls.length }).toEqual({ ...told, most })
            seen[failed.length === 0 ? 'already' : failed.length === 1 ? 'one' : 'two'] += 1
          } else if (judged?.verdict === 'unknown') {
            expect({ ...told, why: judged.why }).toEqual({ ...told, why: 'not-simulated' })
            expect({ ...told, about: judged.why === 'not-simulated' ? [...judged.about].sort() : [] }).toEqual({
              ...told,
              about: [...(found[0]?.falls ?? [])].sort(),
            })
            seen.unknown += 1
          } else {
            expect({ ...told, found }).toEqual({ ...told, found: [] })
            seen.kept += 1
          }
        }
      }
      for (const verdict of verdicts) expect(seen[verdict]).toBeGreaterThan(10)
    },
    300_000,
  )
})

const fabric = networkFromText(`
  leaf1 CE6866-48S8CQ-P role leaf lo0 10.0.0.1/32
  leaf2 CE6866-48S8CQ-P role leaf lo0 10.0.0.2/32
  spine1 CE8851-32CQ8DQ-P role spine lo0 10.0.0.11/32
  spine2 CE8851-32CQ8DQ-P role spine lo0 10.0.0.12/32
  link leaf1 100GE1/0/1 10.1.0.0/31 -- spine1 100GE1/0/1 10.1.0.1/31
  link leaf1 100GE1/0/2 10.1.0.2/31 -- spine2 100GE1/0/1 10.1.0.3/31
  link leaf2 100GE1/0/1 10.1.0.4/31 -- spine1 100GE1/0/2 10.1.0.5/31
  link leaf2 100GE1/0/2 10.1.0.6/31 -- spine2 100GE1/0/2 10.1.0.7/31
  underlay ospf all`)

function judged(subject: Requirement['subject'], failures: 0 | 1 | 2, rest: Partial<Requirement> = {}) {
  const requirement: Requirement = { id: 'requirement:r', subject, survives: { failures, of: 'both' }, ...rest }
  return judgeRequirements(compiled({ ...fabric, requirements: { [requirement.id]: requirement } }))[0]
}

const role = (name: Device['role']) => ({ role: name })
const leavesToSpines = { kind: 'loopbacks', from: role('leaf'), to: role('spine') } as const

describe('a fabric of two spines', () => {
  it('keeps its leaves together after any one failure, not after two', () => {
    expect(judged(leavesToSpines, 1)?.verdict).toBe('kept')
    const two = judged(leavesToSpines, 2)
    expect(two).toMatchObject({ verdict: 'broken' })
    expect(two?.verdict === 'broken' && two.failed.length).toBe(2)
  })

  it('has no second way left while a spine is down', () => {
    const between = { kind: 'loopbacks', from: role('leaf'), to: role('leaf') } as const
    expect(judged(between, 1)?.verdict).toBe('kept')
    const whileDown = { deviceIds: ['device:spine1'], linkIds: [] } as const
    expect(judged(between, 0, { whileDown })?.verdict).toBe('kept')
    expect(judged(between, 1, { whileDown })).toMatchObject({
      verdict: 'broken',
      failed: ['device:spine2'],
      falls: ['leaf1 ↔ leaf2'],
    })
  })

  it('says of an adjacency that its own cable takes it down, and of a device only where it is another one', () => {
    const sessions = { kind: 'sessions', protocols: ['igp'], of: { deviceIds: ['device:leaf1'] } } as const
    const survives = (of: 'devices' | 'links') => ({ survives: { failures: 1, of } }) as const
    expect(judged(sessions, 1, survives('devices'))?.verdict).toBe('kept')
    expect(judged(sessions, 1, survives('links'))).toMatchObject({
      verdict: 'broken',
      failed: ['link:leaf1.100GE1-0-1--spine1.100GE1-0-1'],
      falls: ['OSPF leaf1 – spine1'],
    })
  })
})

describe('what would take too long while drawing', () => {
  it('is said to be unknown, with how much was tried', () => {
    const loopbacks = Array.from({ length: 250 }, (_, at) => `d${at} CE6866-48S8CQ-P lo0 10.0.${at}.1/32`)
    const many = networkFromText(loopbacks.join('\n'))
    const requirement: Requirement = {
      id: 'requirement:r',
      subject: { kind: 'loopbacks', from: {}, to: {} },
      survives: { failures: 1, of: 'both' },
    }
    const [verdict] = judgeRequirements(compiled({ ...many, requirements: { [requirement.id]: requirement } }))
    expect(verdict).toMatchObject({ verdict: 'unknown', why: 'too-much', tried: 'ways', done: 0, of: (250 * 249) / 2 })
  })

  it('stops the search for breaks at its budget, and what it found is true', () => {
    let stops = 0
    for (let seed = 0; seed < 30; seed += 1) {
      const { network, intent } = compiled(randomFabric(seed))
      const probe = failureProbe(network, intent)
      const of = [...probe.elements.keys()]
      const all = lastOf(findBreaks(probe, { order: 2, of }))
      expect(all.stoppedAt).toBeUndefined()
      for (const left of [500, 2_000, 8_000]) {
        const bounded = failureProbe(network, intent)
        const some = lastOf(findBreaks(bounded, { order: 2, of, mostWork: left }))
        const wrong = some.alone.flatMap((subjects, at) => subjects.filter((each) => !all.alone[at]?.includes(each)))
        expect({ seed, left, wrong }).toEqual({ seed, left, wrong: [] })
        for (const pair of some.together) expect(all.together).toContainEqual(pair)
        if (some.stoppedAt === undefined) expect(some).toEqual(all)
        else {
          expect(some.stoppedAt.done).toBeLessThan(some.stoppedAt.of)
          stops += 1
        }
      }
    }
    expect(stops).toBeGreaterThan(20)
  })
})

it('forgets devices and links that are deleted, and comes back with them', () => {
  const link = 'link:leaf1.100GE1-0-1--spine1.100GE1-0-1'
  const requirement: Requirement = {
    id: 'requirement:r',
    subject: { kind: 'loopbacks', from: { deviceIds: ['device:leaf1', 'device:leaf2'] }, to: role('spine') },
    survives: { failures: 1, of: 'both' },
    whileDown: { deviceIds: ['device:spine2'], linkIds: [link] },
  }
  const design = {
    network: { ...fabric, requirements: { [requirement.id]: requirement } },
    layout: { positions: {} },
  }
  const result = applyCommand(design, { kind: 'records.delete', ids: ['device:leaf1', 'device:spine2'] })
  if ('refused' in result) throw new Error(result.refused.what.en)
  expect(result.design.network.requirements[requirement.id]).toEqual({
    ...requirement,
    subject: { kind: 'loopbacks', from: { deviceIds: ['device:leaf2'] }, to: role('spine') },
    whileDown: { deviceIds: [], linkIds: [] },
  })
  expect(applyChange(result.design, invertChange(result.change))).toEqual(design)
})
