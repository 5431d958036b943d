import { catalogModels } from './entries'
import type { CatalogModel } from './types'

/** Models of one series, documented and other ones apart. */
export type PaletteGroup = {
  readonly series: string
  readonly kind: 'switch' | 'router'
  readonly status: CatalogModel['status']
  readonly models: readonly CatalogModel[]
}

/** Everything that can be put on the canvas: documented switches first, routers last, each by rising series number. */
export function paletteModels(): readonly PaletteGroup[] {
  return palette
}

const palette: readonly PaletteGroup[] = [
  ...groups('switch', 'documented'),
  ...groups('switch', 'undocumented'),
  ...groups('router', 'undocumented'),
]

function groups(kind: PaletteGroup['kind'], status: CatalogModel['status']): readonly PaletteGroup[] {
  const alike = catalogModels.filter((model) => model.status === status && (model.entries[0].kind ?? 'switch') === kind)
  const series = [...new Set(alike.map((model) => model.series))].sort((a, b) => seriesNumber(a) - seriesNumber(b))
  return series.map((name) => ({ series: name, kind, status, models: alike.filter((model) => model.series === name) }))
}

function seriesNumber(series: string): number {
  return Number(series.replace(/\D/g, ''))
}
