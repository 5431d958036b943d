import type { Layout, RecordId } from '@weft/domain'
import type { ElkNode } from 'elkjs/lib/elk-api'
import type { ArrangeRequest } from './arrange'

type Box = ArrangeRequest['boxes'][number]

const GAP = { across: 56, between: 150, rows: 96 }
/** A tier wider than this is folded into several rows: nobody can read a line of 400 leaves. */
const MOST_IN_ROW = 24

/** The question to ELK: layered from the top down, tiers as given, order within a tier as given where it can be. */
export function elkGraph({ boxes, wires }: ArrangeRequest): ElkNode {
  return {
    id: 'drawing',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.partitioning.activate': 'true',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.spacing.nodeNode': String(GAP.across),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP.between),
      'elk.edgeRouting': 'POLYLINE',
      'elk.separateConnectedComponents': 'false',
    },
    children: boxes.map(({ id, tier, width, height }) => ({
      id,
      width,
      height,
      layoutOptions: { 'elk.partitioning.partition': String(tier) },
    })),
    // Wires within a tier would push one end into another layer, so ELK does not hear of them.
    edges: downward({ boxes, wires }).map(([from, to], index) => ({
      id: `wire-${index}`,
      sources: [from],
      targets: [to],
    })),
  }
}

function downward({ boxes, wires }: ArrangeRequest): readonly (readonly [RecordId, RecordId])[] {
  const tiers = new Map(boxes.map(({ id, tier }) => [id, tier]))
  const tierOf = (id: RecordId) => tiers.get(id) ?? 0
  return wires
    .filter(([a, b]) => tierOf(a) !== tierOf(b))
    .map(([a, b]) => (tierOf(a) < tierOf(b) ? ([a, b] as const) : ([b, a] as const)))
}

/** ELK's order within each tier, on straight rows, each tier centred; wide tiers folded. */
export function positionsFrom(answer: ElkNode, { boxes }: ArrangeRequest): Layout['positions'] {
  const placed = new Map((answer.children ?? []).map(({ id, x = 0 }) => [id, x]))
  const tiers = [...new Set(boxes.map(({ tier }) => tier))].sort((a, b) => a - b)
  const positions: { [id: string]: { x: number; y: number } } = {}
  let y = 0
  for (const tier of tiers) {
    const members = boxes.filter((box) => box.tier === tier)
    members.sort((a, b) => (placed.get(a.id) ?? 0) - (placed.get(b.id) ?? 0))
    for (const row of rowsOf(members)) {
      const width = row.reduce((sum, box) => sum + box.width + GAP.across, -GAP.across)
      let x = -width / 2
      for (const box of row) {
        positions[box.id] = { x: snap(x), y: snap(y) }
        x += box.width + GAP.across
      }
      y += Math.max(...row.map((box) => box.height)) + GAP.rows
    }
    y += GAP.between - GAP.rows
  }
  return positions
}

function rowsOf(members: readonly Box[]): readonly (readonly Box[])[] {
  const count = Math.ceil(members.length / MOST_IN_ROW)
  const each = Math.ceil(members.length / count / 2) * 2 // even, so that a pair stays in one row
  return Array.from({ length: count }, (_, row) => members.slice(row * each, (row + 1) * each)).filter(
    (row) => row.length > 0,
  )
}

function snap(value: number): number {
  return Math.round(value / 8) * 8
}
