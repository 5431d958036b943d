import type { Design } from '@weft/domain'
import { expandIntents, sampleDesign } from '@weft/domain'
import { expect, test } from 'vitest'
import { emptyGraph } from './flow-types'
import { allLayers, markSelected } from './mark-selected'
import { toFlow } from './to-flow'

const design = sampleDesign()
const extras = { summary: new Map() }
const graph = toFlow(design, extras, emptyGraph)
const [deviceId] = Object.keys(design.network.devices)
if (!deviceId) throw new Error('the sample design has devices')

function moved(id: string): Design {
  return { ...design, layout: { positions: { ...design.layout.positions, [id]: { x: 4_000, y: 4_000 } } } }
}

test('every device, host, station and pair is drawn once, and every cable is in one edge', () => {
  const { devices, hosts, stations, mlagPairs, links } = design.network
  const expected = [devices, hosts, stations, mlagPairs].flatMap((records) => Object.keys(records)).sort()
  expect(graph.nodes.map(({ id }) => id).sort()).toEqual(expected)
  const drawnLinks = graph.edges.flatMap((edge) => (edge.type === 'cable' ? (edge.data?.linkIds ?? []) : []))
  expect([...drawnLinks].sort()).toEqual(Object.keys(links).sort())
})

test('the sessions an overlay stands for are drawn like others', () => {
  const expanded = { ...design, network: expandIntents(design.network) }
  const drawn = toFlow(expanded, extras, emptyGraph).edges.filter(({ type }) => type === 'session')
  const sessions = [expanded.network.peerings, expanded.network.bmpSessions].flatMap((records) => Object.keys(records))
  expect(Object.keys(design.network.peerings)).toEqual([])
  expect(drawn.map(({ id }) => id).sort()).toEqual(sessions.sort())
})

test('the same design gives the same graph object', () => {
  expect(toFlow(design, extras, graph)).toBe(graph)
  expect(toFlow(structuredClone(design), extras, graph)).toBe(graph)
})

test('moving one device leaves every other node and every distant edge as it was', () => {
  const next = toFlow(moved(deviceId), extras, graph)
  const changed = next.nodes.filter((node, index) => node !== graph.nodes[index]).map(({ id }) => id)
  const pairs = Object.values(design.network.mlagPairs)
    .filter(({ members }) => members.some((member) => member === deviceId))
    .map(({ id }) => id)
  expect(changed.sort()).toEqual([deviceId, ...pairs].sort())
  const untouched = next.edges.filter(({ source, target }) => source !== deviceId && target !== deviceId)
  const same = untouched.filter((edge) => graph.edges.includes(edge))
  expect(same.length).toBeGreaterThan(0)
  // Wires of neighbours may land elsewhere on the side they share with a wire that moved; the others may not change.
  const neighbours = new Set(
    next.edges
      .filter(({ source, target }) => source === deviceId || target === deviceId)
      .flatMap(({ source, target }) => [source, target]),
  )
  const distant = untouched.filter(({ source, target }) => !neighbours.has(source) && !neighbours.has(target))
  expect(distant.every((edge) => graph.edges.includes(edge))).toBe(true)
})

test('a renamed device is the only new node', () => {
  const device = design.network.devices[deviceId]
  if (!device) throw new Error('just found')
  const network = {
    ...design.network,
    devices: { ...design.network.devices, [deviceId]: { ...device, name: 'other-name' } },
  }
  const next = toFlow({ ...design, network }, extras, graph)
  const changed = next.nodes.filter((node) => !graph.nodes.includes(node) && node.type !== 'pair').map(({ id }) => id)
  expect(changed).toEqual([deviceId])
})

test('a finding shows as a badge on its node and nowhere else', () => {
  const next = toFlow(
    design,
    { summary: new Map([[deviceId as `device:${string}`, { worst: 'error', count: 2 }]]) },
    graph,
  )
  const changed = next.nodes.filter((node) => !graph.nodes.includes(node))
  expect(changed.map(({ id, data }) => [id, data.badge])).toEqual([[deviceId, { worst: 'error', count: 2 }]])
  expect(next.edges).toBe(graph.edges)
})

test('selecting marks one element; the rest, and the mark when nothing changes, keep their identity', () => {
  const selection = new Set([deviceId as `device:${string}`])
  const first = markSelected(graph, { selection, layers: allLayers, previous: emptyGraph })
  expect(first.nodes.filter(({ selected }) => selected).map(({ id }) => id)).toEqual([deviceId])
  expect(first.nodes.filter((node) => !graph.nodes.includes(node))).toHaveLength(1)
  const second = markSelected(graph, { selection, layers: allLayers, previous: first })
  expect(second.nodes.every((node, index) => node === first.nodes[index])).toBe(true)
})

test('a hidden layer is left out', () => {
  const shown = markSelected(graph, {
    selection: new Set(),
    layers: { ...allLayers, pairs: false },
    previous: emptyGraph,
  })
  expect(shown.nodes.some(({ type }) => type === 'pair')).toBe(false)
  expect(graph.nodes.some(({ type }) => type === 'pair')).toBe(true)
})
