import { allocate } from './allocate'
import { renderConfigs } from './config'
import { compareConfigs, fileProblems, nameProblems, readConfig } from './extract'
import type { ConfigFile, ImportProblem } from './import-configs'
import { deriveIntent } from './intent'
import type { Design, DeviceId } from './model'

/** How a device differs from the design. */
export type DeviceDrift = {
  readonly deviceId: DeviceId
  readonly name: string
  readonly file: string
  /** Lines the device has and the design does not. */
  readonly appeared: readonly { readonly line: number; readonly text: string }[]
  /** Lines of the design that the device does not have, with the headers of their views. */
  readonly missing: readonly { readonly view: readonly string[]; readonly text: string }[]
}

export type DriftResult =
  | {
      readonly ok: true
      /** Devices that differ, in the order of names. */
      readonly drift: readonly DeviceDrift[]
      /** Devices of the files that the design does not have, and the other way round. */
      readonly unknown: readonly string[]
      readonly absent: readonly string[]
    }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

/** Compares the configurations of running devices with those of a design, line by line in the view they stand in. */
export function configDrift(design: Design, files: readonly ConfigFile[]): DriftResult {
  const ordered = [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const refused = ordered.flatMap(({ name, text }) => fileProblems(name, text))
  if (refused.length > 0) return { ok: false, problems: refused }
  const read = ordered.map(({ name, text }) => readConfig(name, text))
  const problems = nameProblems(read.map(({ facts }) => facts))
  if (problems.length > 0) return { ok: false, problems }

  const { network } = design
  const configs = renderConfigs(deriveIntent(network, allocate(network)))
  const ids = new Map(Object.values(network.devices).map(({ id, name }) => [name, id]))
  const inFiles = new Map(read.map((each) => [each.facts.name, each]))
  const drift = [...inFiles.keys()].sort().flatMap((name): readonly DeviceDrift[] => {
    const deviceId = ids.get(name)
    const each = inFiles.get(name)
    const tree = deviceId === undefined ? undefined : configs.get(deviceId)
    if (deviceId === undefined || each === undefined || tree === undefined) return []
    const { lines, added } = compareConfigs(each.commands, tree)
    const appeared = lines.flatMap(({ verdict, line, text }) => (verdict === 'carried' ? [{ line, text }] : []))
    // A part of a configuration does not tell what the device lacks.
    const missing = each.facts.whole ? added.map(({ view, text }) => ({ view, text })) : []
    return appeared.length + missing.length === 0 ? [] : [{ deviceId, name, file: each.file, appeared, missing }]
  })
  return {
    ok: true,
    drift,
    unknown: [...inFiles.keys()].filter((name) => !ids.has(name)).sort(),
    absent: [...ids.keys()].filter((name) => !inFiles.has(name)).sort(),
  }
}
