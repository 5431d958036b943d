import type { DeviceIntent } from '../intent'
import type { Ports } from './ports'

/** Ports on which spanning tree is off. It runs unless somebody says otherwise, which no record does but carried lines. */
export function portsWithoutStp({ list, devices }: Pick<Ports, 'list' | 'devices'>): ReadonlySet<number> {
  const without = new Set<number>()
  const views = devices.map(viewsWithoutStp)
  if (views.every((each) => each.length === 0)) return without
  for (const { index, device, intent } of list) {
    const own = views[device] ?? []
    if (own.includes('') || own.some((view) => view.toLowerCase() === `interface ${intent.name}`.toLowerCase()))
      without.add(index)
  }
  return without
}

/** Views in which spanning tree is turned off. */
export function viewsWithoutStp({ device: { carried = [] } }: DeviceIntent): readonly string[] {
  return carried.flatMap(({ view, lines }) =>
    lines.some(({ text }) => text === 'stp disable') ? [view.join(' ')] : [],
  )
}
