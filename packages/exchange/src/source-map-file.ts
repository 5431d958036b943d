import type { Compilation, Device } from '@weft/domain'
import { derivations, sourceMap } from '@weft/domain'

/**
 * `source-map.json`: why each line of each exported configuration is there. Lines name a derivation, whose
 * sentence and page stand once in `derivations`, records of the design, and numbers in `allocations`.
 */
export function sourceMapFile(
  compilation: Compilation,
  configs: readonly { readonly device: Pick<Device, 'id' | 'name'>; readonly path: string }[],
): { readonly path: string; readonly text: string } {
  const map = sourceMap(compilation)
  const devices = configs.map(({ device, path }) => ({
    device: device.name,
    id: device.id,
    path,
    lines: map.linesOfDevice(device.id).map(({ number, text, derivation, records, allocations, standing }) => ({
      number,
      text,
      derivation,
      records,
      ...(allocations.length === 0 ? {} : { allocations }),
      ...(standing === 'modelled' ? {} : { standing }),
    })),
  }))
  const lines = devices.flatMap((device) => device.lines)
  const used = new Set(lines.map(({ derivation }) => derivation))
  const given = new Set(lines.flatMap(({ allocations = [] }) => allocations))
  const content = {
    weftSourceMap: 1,
    devices,
    derivations: Object.fromEntries(
      [...used].sort().map((id) => [id, { says: derivations[id].what, source: derivations[id].source }]),
    ),
    allocations: [...given].sort().flatMap((key) => compilation.allocation.entries.get(key) ?? []),
  }
  return { path: 'source-map.json', text: `${JSON.stringify(content, undefined, 1)}\n` }
}
