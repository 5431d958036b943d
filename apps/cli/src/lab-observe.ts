import { fileURLToPath } from 'node:url'
import type { Expectations, Lab } from '@weft/exchange'
import type { Machine } from './lab-machine'
import { fieldsOf, neighbourLists, textIn } from './lab-neighbours'
import { inTurns } from './lab-shell'

const probeFile = fileURLToPath(new URL('./lab-probe.mjs', import.meta.url))

/** States of sessions and adjacencies as FRR names them, by `node vrf peer` and `protocol node interface neighbour`. */
export type Observation = {
  readonly sessions: ReadonlyMap<string, string>
  readonly adjacencies: ReadonlyMap<string, string>
  /** `station router port` of BMP sessions that began. */
  readonly bmp: ReadonlySet<string>
}

/** Asks every router for its neighbours. @source FRR 8.4 user guide: `show bgp neighbors json`, and the commands below */
export async function observe(lab: Lab, machine: Machine): Promise<Observation> {
  const sessions = new Map<string, string>()
  const adjacencies = new Map<string, string>()
  const ask = async (node: string, command: string): Promise<unknown> => {
    const answer = await machine.ask(node, command)
    return answer.trim() === '' ? {} : JSON.parse(answer)
  }
  await inTurns(lab.nodes, async ({ name, frr }) => {
    if (frr?.daemons.includes('bgpd')) {
      for (const [vrf, peers] of fieldsOf(await ask(name, 'show bgp vrf all neighbors json'))) {
        for (const [peer, facts] of fieldsOf(peers)) {
          const state = textIn(facts, 'bgpState')
          if (state !== undefined) sessions.set(`${name} ${vrf} ${peer}`, state)
        }
      }
    }
    for (const { protocol, daemon, command, read } of neighbourLists) {
      if (frr?.daemons.includes(daemon))
        for (const { linux, neighbour, state } of read(await ask(name, command)))
          adjacencies.set(`${protocol} ${name} ${linux} ${neighbour}`, state)
    }
  })
  const bmp = new Set<string>()
  for (const { name, listensOn } of lab.nodes) {
    for (const port of listensOn ?? []) {
      for (const router of await machine.heard(name, port)) bmp.add(`${name} ${router} ${port}`)
    }
  }
  return { sessions, adjacencies, bmp }
}

/** What came back for each pair of LoopBacks: `answers`, or the word for what did not. */
export async function probe(pairs: Expectations['pairs'], machine: Machine): Promise<readonly string[]> {
  const byNode = new Map<string, (readonly [number, Expectations['pairs'][number]])[]>()
  for (const [index, pair] of pairs.entries())
    byNode.set(pair.from.node, [...(byNode.get(pair.from.node) ?? []), [index, pair]])
  const answers: string[] = pairs.map(() => 'not asked')
  await inTurns([...byNode], async ([node, entries]) => {
    const questions = entries.map(([, { from, to }]) => ({ from: from.address, to: to.address }))
    const said = JSON.parse(
      await machine.inside(node, [process.execPath, probeFile, JSON.stringify(questions)]),
    ) as string[]
    for (const [at, [index]] of entries.entries()) answers[index] = said[at] ?? 'not asked'
  })
  return answers
}
