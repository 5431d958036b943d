import type { InterfaceName } from '@weft/net'
import { parseInterfaceName } from '@weft/net'
import { catalogModels } from './entries'
import { modelOf } from './find-model'
import type { CatalogModel, CatalogPort, ModelChoice, PortBlock, Range } from './types'

/** Ports of a box out of the factory, in number order; empty when they are not known. */
export function portsOf(choice: ModelChoice | CatalogModel): readonly CatalogPort[] {
  if ('hardware' in choice) return portsByModel.get(choice.name) ?? []
  const candidates = modelOf(choice)?.candidates
  if (candidates === undefined) return []
  const [first, ...others] = candidates.map(({ name }) => portsByModel.get(name) ?? [])
  return others.reduce(inBoth, first ?? [])
}

/** VLAN ids the device can carry. Models nobody documents get the range of the standard. */
export function vlanRange(device: ModelChoice): Range {
  return modelOf(device)?.entry.vlanId ?? [1, 4094]
}

/** Names of the ports of a block, in number order. */
function portNames(block: PortBlock): readonly InterfaceName[] {
  return Array.from({ length: block.count }, (_, i) => {
    const name = `${block.type}${block.slot}/${block.subcard}/${block.first + i}`
    const parsed = parseInterfaceName(name)
    if (!parsed.ok) throw new Error(`invariant violated: the catalogue has a port "${name}"`)
    return parsed.value
  })
}

const portsByModel: ReadonlyMap<string, readonly CatalogPort[]> = new Map(
  catalogModels.map((model): [string, readonly CatalogPort[]] => [model.name, model.hardware.ports.flatMap(expand)]),
)

function expand(block: PortBlock): readonly CatalogPort[] {
  const { role, formFactor, certainty } = block
  const speedGbps = block.defaultSpeedGbps ?? block.speedGbps
  return portNames(block).map((name) => ({ name, speedGbps, formFactor, role, certainty }))
}

/** Ports that exist whichever box the short name means. */
function inBoth(a: readonly CatalogPort[], b: readonly CatalogPort[]): readonly CatalogPort[] {
  const other = new Map(b.map((port) => [port.name, port]))
  return a.flatMap((port): CatalogPort[] => {
    const twin = other.get(port.name)
    if (twin === undefined || twin.speedGbps !== port.speedGbps) return []
    const { formFactor, ...rest } = port
    return [formFactor !== undefined && twin.formFactor === formFactor ? { ...rest, formFactor } : rest]
  })
}
