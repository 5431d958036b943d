import type { Layout, Network } from '../model'

/** Canvas pixels between neighbours of a tier and between tiers. */
const across = 240
const down = 200
const perRow = 16

/** Devices in tiers by their role, hosts and stations below; each tier in the order of names and centred. */
export function layOut(network: Network): Layout['positions'] {
  const tiers: { readonly id: string; readonly name: string }[][] = [[], [], [], []]
  for (const device of Object.values(network.devices)) tiers[tierOf(device.role)]?.push(device)
  for (const outside of [...Object.values(network.hosts), ...Object.values(network.stations)]) tiers[3]?.push(outside)
  const positions: { [id: string]: { readonly x: number; readonly y: number } } = {}
  let y = 0
  for (const tier of tiers) {
    const ordered = [...tier].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
    for (let start = 0; start < ordered.length; start += perRow) {
      const row = ordered.slice(start, start + perRow)
      for (const [index, { id }] of row.entries()) positions[id] = { x: (index - (row.length - 1) / 2) * across, y }
      y += down
    }
  }
  return positions
}

function tierOf(role: Network['devices'][string]['role']): number {
  switch (role) {
    case 'pe-router':
    case 'asbr':
      return 0
    case 'spine':
    case 'route-reflector':
      return 1
    case 'leaf':
    case 'border':
    case 'other':
      return 2
  }
}
