import { expect, test } from 'vitest'
import type { FlowEdge } from './flow-types'
import { FEW_WIRES, splitWires } from './split-wires'
import { areaAround } from './view'
import { wirePicture } from './wire-picture'

/** A star: one hub at the origin, and spokes to points 1,000 apart on a line far below. */
const spokes = Array.from({ length: FEW_WIRES * 2 }, (_, index) => `leaf-${index}`)
const middles = new Map([
  ['hub', { x: 0, y: 0 }],
  ...spokes.map((id, index) => [id, { x: index * 1_000, y: 10_000 }] as const),
])
const wires = spokes.map(
  (target): FlowEdge => ({
    id: `hub-${target}`,
    type: 'cable',
    source: 'hub',
    target,
    data: {
      linkIds: [`link:${target}`],
      ports: [[], []],
      anchors: [
        { dx: 0, dy: 0 },
        { dx: 0, dy: 0 },
      ],
      purpose: 'cable',
    },
  }),
)
const area = (left: number, top: number) => ({ left, top, right: left + 2_000, bottom: top + 2_000 })

test('few wires always stand alone', () => {
  const few = wires.slice(0, FEW_WIRES)
  expect(splitWires(few, { middles, area: undefined })).toEqual({ apart: few, together: [] })
})

test('from far a large drawing is one picture', () => {
  expect(splitWires(wires, { middles, area: undefined })).toEqual({ apart: [], together: wires })
})

test('close by, only wires that cross the area are drawn, and they stand alone', () => {
  const { apart, together } = splitWires(wires, { middles, area: area(49_000, 9_000) })
  const ending = apart.filter(({ target }) => target === 'leaf-50')
  expect(ending).toHaveLength(1)
  expect(apart.length).toBeLessThan(40) // most spokes pass elsewhere, though their boxes overlap the area
  expect(together).toEqual([])
})

test('where too many pass through, those that end here stand alone and the chosen one with them', () => {
  const crowd = { left: -10, top: 5_000, right: 500_000, bottom: 5_010 }
  const chosen = wires.map((wire, index) => (index === 7 ? { ...wire, selected: true } : wire))
  const passing = splitWires(chosen, { middles, area: crowd })
  expect(passing.apart.map(({ target }) => target)).toEqual(['leaf-7'])
  expect(passing.together).toHaveLength(wires.length - 1)
  const atTheHub = splitWires(wires, { middles, area: area(-1_000, -1_000) })
  expect(atTheHub.apart).toHaveLength(wires.length)
})

test('the area stays the same while the screen moves less than half its size, and always covers the screen', () => {
  const screen = (x: number, zoom = 1) => areaAround({ transform: [x, 0, zoom], width: 1_000, height: 600 })
  expect(screen(-10)).toEqual(screen(-490))
  expect(screen(-10)).not.toEqual(screen(-510))
  for (const zoom of [0.4, 0.55, 1, 1.7, 2.5]) {
    for (const x of [-12_345, -1, 0, 777]) {
      const { left, right } = screen(x, zoom)
      expect(left).toBeLessThanOrEqual(-x / zoom)
      expect(right).toBeGreaterThanOrEqual((1_000 - x) / zoom)
    }
  }
})

test('wires that look alike share paths; others do not', () => {
  const bad = wires.map((wire, index) =>
    index < 3 && wire.type === 'cable' && wire.data
      ? { ...wire, data: { ...wire.data, session: 'down' as const } }
      : wire,
  )
  const strokes = wirePicture(bad, middles)
  expect(strokes.filter(({ session }) => session === 'down').map(({ d }) => d.split('M').length - 1)).toEqual([3])
  expect(strokes.length).toBeLessThan(10)
  expect(strokes.map(({ d }) => d.split('M').length - 1).reduce((sum, count) => sum + count)).toBe(wires.length)
  expect(new Set(strokes.map(({ key }) => key)).size).toBe(strokes.length)
})
