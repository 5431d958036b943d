import { platformG1 } from './data/platform-g1'
import { platformG2 } from './data/platform-g2'
import { platformG3 } from './data/platform-g3'
import { platformG3Ce6885 } from './data/platform-g3-ce6885'
import { routers } from './data/routers'
import { undocumentedCe6800 } from './data/undocumented-ce6800'
import { undocumentedModular } from './data/undocumented-modular'
import { undocumentedOtherFixed } from './data/undocumented-other-fixed'
import type { CatalogEntry, CatalogModel } from './types'

/** Every support-note entry and every model outside the document set. */
export const catalogEntries: readonly CatalogEntry[] = [
  ...platformG1,
  ...platformG2,
  ...platformG3,
  ...platformG3Ce6885,
  ...undocumentedCe6800,
  ...undocumentedOtherFixed,
  ...undocumentedModular,
  ...routers,
]

/** Every box, once, sorted by order name. */
export const catalogModels: readonly CatalogModel[] = listModels()

function listModels(): readonly CatalogModel[] {
  const models = new Map<string, CatalogModel>()
  for (const entry of catalogEntries) {
    for (const hardware of entry.hardware) {
      const known = models.get(hardware.name)
      const { name } = hardware
      const { series, status } = entry
      models.set(name, {
        name,
        series,
        status,
        hardware,
        entries: known === undefined ? [entry] : defaultFirst(known.entries[0], entry),
      })
    }
  }
  return [...models.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Of two forwarding modes of one box, low latency is what it ships with.
 * Source: CR set_system_next-work-mode.md
 */
function defaultFirst(a: CatalogEntry, b: CatalogEntry): readonly [CatalogEntry, CatalogEntry] {
  return a.forwardingMode === 'low-latency' ? [a, b] : [b, a]
}
