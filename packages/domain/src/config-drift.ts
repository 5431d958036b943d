import type { Origin } from './config'
import { derivations } from './config'
import { deriveConfigs } from './derive-configs'
import type { Comparison } from './extract'
import { compareConfigs, missingFromAll, readFiles } from './extract'
import type { ConfigFile, ImportOptions, ImportProblem } from './import-configs'
import type { Design, DeviceId, LocalText } from './model'

/** A line that the device has: where it stands in the file. */
export type RunningLine = { readonly file: string; readonly line: number; readonly text: string }
/** A line that the design says, and why. */
export type DesignedLine = { readonly text: string; readonly origin: Origin; readonly why: LocalText }

/** One difference, with the headers of the views around it. */
export type DriftLine = { readonly view: readonly string[] } & (
  | { readonly kind: 'added'; readonly running: RunningLine }
  | { readonly kind: 'removed'; readonly designed: DesignedLine }
  | { readonly kind: 'changed'; readonly running: RunningLine; readonly designed: DesignedLine }
)

/** How a device differs from the design. */
export type DeviceDrift = {
  readonly deviceId: DeviceId
  readonly name: string
  readonly file: string
  /** The text is a part of a configuration: what it does not show may still be on the device. */
  readonly partial: boolean
  readonly lines: readonly DriftLine[]
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
  | { readonly ok: false; readonly problems: readonly ImportProblem[]; readonly joinable: boolean }

/** Compares the configurations of running devices with those of a design, line by line in the view they stand in. */
export function configDrift(design: Design, files: readonly ConfigFile[], options: ImportOptions = {}): DriftResult {
  const read = readFiles(files, options)
  if (!read.ok) return read
  const { network } = design
  const { configs } = deriveConfigs(network)
  const ids = new Map(Object.values(network.devices).map(({ id, name }) => [name, id]))
  const drift = read.devices.flatMap(({ facts, parts }): readonly DeviceDrift[] => {
    const deviceId = ids.get(facts.name)
    const tree = deviceId === undefined ? undefined : configs.get(deviceId)
    if (deviceId === undefined || tree === undefined) return []
    const compared = parts.map(({ file, commands }) => ({ file, comparison: compareConfigs(commands, tree) }))
    const running = compared.flatMap(({ file, comparison }) => runningLines(file, comparison))
    // A part of a configuration does not tell what the device lacks.
    const designed = facts.whole ? missingFromAll(compared.map(({ comparison }) => comparison.added)) : []
    const lines = driftLines(running, designed)
    return lines.length === 0 ? [] : [{ deviceId, name: facts.name, file: facts.file, partial: !facts.whole, lines }]
  })
  const named = new Set(read.devices.map(({ facts }) => facts.name))
  return {
    ok: true,
    drift,
    unknown: [...named].filter((name) => !ids.has(name)),
    absent: [...ids.keys()].filter((name) => !named.has(name)).sort(),
  }
}

type InView<Line> = { readonly view: readonly string[]; readonly line: Line }

/** Remarks and the heading of a dump, with its dates, configure nothing. */
function runningLines(file: string, { lines }: Comparison<Origin>): readonly InView<RunningLine>[] {
  return lines.flatMap(({ view, line, text, verdict }) =>
    verdict === 'modelled' || (/^\s*(?:[#!]|\/\/)/.test(text) && !/^header /.test(view.at(-1) ?? ''))
      ? []
      : [{ view, line: { file, line, text } }],
  )
}

/** A line on each side that differs in its last words is one that changed. */
function driftLines(
  running: readonly InView<RunningLine>[],
  missing: Comparison<Origin>['added'],
): readonly DriftLine[] {
  const designed = missing.map(({ view, text, origin }): InView<DesignedLine> => {
    return { view, line: { text, origin, why: derivations[origin.derivation].what } }
  })
  const partners = byStem(running)
  const own = byStem(designed)
  const paired = new Set<InView<RunningLine>>()
  const lines = designed.map((each): DriftLine & { readonly at: number } => {
    const { view, line } = each
    const stem = stemOf(each)
    const [partner, second] = partners.get(stem) ?? []
    if (partner === undefined || second !== undefined || own.get(stem)?.length !== 1) {
      return { kind: 'removed', view, designed: line, at: Number.POSITIVE_INFINITY }
    }
    paired.add(partner)
    return { kind: 'changed', view, running: partner.line, designed: line, at: partner.line.line }
  })
  const added = running.flatMap((each) =>
    paired.has(each) ? [] : [{ kind: 'added', view: each.view, running: each.line, at: each.line.line } as const],
  )
  // In the order of the file; what is only in the design follows.
  return [...lines, ...added].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ at: _, ...line }) => line)
}

function byStem<Line extends { readonly text: string }>(lines: readonly InView<Line>[]) {
  const map = new Map<string, InView<Line>[]>()
  for (const each of lines) map.set(stemOf(each), [...(map.get(stemOf(each)) ?? []), each])
  return map
}

/** A command up to its value, with its view: what a line is about. Two with the same stem say two values of it. */
function stemOf({ view, line: { text } }: InView<{ readonly text: string }>): string {
  const words = text.split(' ')
  const lastKeyword = words.findLastIndex((word) => /^[a-z][a-z-]*$/.test(word))
  const isValue = lastKeyword === words.length - 1 && words.length > 1
  const length = words.includes('description') ? words.indexOf('description') + 1 : lastKeyword + (isValue ? 0 : 1)
  const stem = words[0] === 'undo' || length === 0 ? words : words.slice(0, length)
  return [...view, stem.join(' ')].join('\n')
}
