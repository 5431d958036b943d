import type { Origin } from './config'
import { derivations } from './config'
import type { AddedLine, Comparison, DeviceFacts, Models } from './extract'
import { compareConfigs, fileProblems, joinDevices, layOut, nameOfFile, nameProblems, readConfig } from './extract'
import { withoutRepeatedStatements } from './lean-network'
import type { Design, DeviceId, LocalText, Network } from './model'
import { text } from './model'

export type ConfigFile = { readonly name: string; readonly text: string }

/** Why files cannot be imported: the file, the line in it, what is wrong and what to do. */
export type ImportProblem = {
  readonly file: string
  /** Absent when the whole file is meant. */
  readonly line?: number
  readonly what: LocalText
  readonly remedy: LocalText
}

/** What became of the lines of one device's file. */
export type ImportedDevice = {
  readonly deviceId: DeviceId
  readonly name: string
  readonly file: string
  /** The file is a part of a configuration: what it does not show may still be on the device. */
  readonly partial: boolean
  readonly lines: Comparison<Origin>['lines']
  readonly added: readonly DerivedLine[]
}

/** A line that the design derives and the file does not have, and why it is there. */
export type DerivedLine = AddedLine<Origin> & { readonly why: LocalText }

export type ImportReport = {
  /** In the order of names. */
  readonly devices: readonly ImportedDevice[]
  /** Devices whose model no file names. */
  readonly modelsWanted: readonly string[]
  /** What the parser found odd; the lines are kept all the same. */
  readonly remarks: readonly ImportProblem[]
  readonly totals: {
    readonly lines: number
    readonly modelled: number
    readonly carried: number
    readonly added: number
  }
}

export type ImportResult =
  | { readonly ok: true; readonly design: Design; readonly report: ImportReport }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

export type ImportOptions = {
  /** Models by device name, for devices whose files do not say. */
  readonly models?: Models
  /** The model of every other device. */
  readonly otherModel?: string
}

/**
 * Makes one design of the configurations of a fabric. Every line of every file is afterwards either derived from a
 * record or carried by its device; which of the two is not believed but found out, by deriving the configuration and
 * comparing it with the file. The result does not depend on the order of the files.
 *
 * @returns problems, and no design at all, when a file is no configuration or two files contradict each other
 */
export function importConfigs(files: readonly ConfigFile[], options: ImportOptions = {}): ImportResult {
  const ordered = [...files].sort((a, b) => compare(a.name, b.name))
  const refused = ordered.flatMap(({ name, text }) => fileProblems(name, text))
  if (refused.length > 0) return { ok: false, problems: refused }
  const read = ordered.map(({ name, text }) => readConfig(name, text))
  const problems = nameProblems(read.map(({ facts }) => facts))
  if (problems.length > 0) return { ok: false, problems }

  const joined = joinDevices(
    read.map(({ facts }) => facts),
    options,
  )
  const { network: bare, configs } = withoutRepeatedStatements(joined)
  const ids = new Map(Object.values(bare.devices).map(({ id, name }) => [name, id]))
  const devices: ImportedDevice[] = []
  const carried = new Map<DeviceId, Comparison<Origin>['carried']>()
  for (const { file, commands, facts } of [...read].sort((a, b) => compare(a.facts.name, b.facts.name))) {
    const deviceId = ids.get(facts.name)
    const tree = deviceId === undefined ? undefined : configs.get(deviceId)
    if (deviceId === undefined || tree === undefined) continue
    const comparison = compareConfigs(commands, tree)
    if (comparison.carried.length > 0) carried.set(deviceId, comparison.carried)
    const added = comparison.added.map((each) => ({ ...each, why: derivations[each.origin.derivation].what }))
    devices.push({ deviceId, name: facts.name, file, partial: !facts.whole, lines: comparison.lines, added })
  }
  const network = withCarriedLines(bare, carried)
  return {
    ok: true,
    design: { network, layout: { positions: layOut(network) } },
    report: {
      devices,
      modelsWanted: Object.values(network.devices).flatMap(({ name, model }) => (model === 'unknown' ? [name] : [])),
      remarks: read.flatMap(({ file, facts, problems, doubtful, lost }) => [
        ...misnamed(facts),
        ...problems.map(({ line, what, remedy }) => ({ file, line, what, remedy })),
        ...doubtful.map((each) => ({ file, ...each })),
        ...lost.map((line) => ({ file, line, ...notKept })),
      ]),
      totals: totalsOf(devices),
    },
  }
}

const notKept = {
  what: text(
    'The line is not kept: it has unprintable characters, or is longer than any command.',
    '该行未保留：含不可显示的字符，或超过命令的最大长度。',
  ),
  remedy: text('Configure it on the device itself.', '请在设备上直接配置。'),
} as const

/** A file that is named like something else than its device may be the wrong file. */
function misnamed({ file, name, nameLine }: DeviceFacts): readonly ImportProblem[] {
  const fileName = nameOfFile(file)
  if (nameLine === undefined || fileName === nameOfFile(name)) return []
  return [
    {
      file,
      line: nameLine,
      what: text(`The file is named ${fileName} and its device ${name}.`, `文件名为 ${fileName}，而设备名为 ${name}。`),
      remedy: text('See whether it is the right file.', '请确认文件是否正确。'),
    },
  ]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function withCarriedLines(network: Network, carried: ReadonlyMap<DeviceId, Comparison<Origin>['carried']>): Network {
  const devices = Object.entries(network.devices).map(([id, device]) => {
    const lines = carried.get(device.id)
    return [id, lines === undefined ? device : { ...device, carried: lines }] as const
  })
  return { ...network, devices: Object.fromEntries(devices) }
}

function totalsOf(devices: readonly ImportedDevice[]): ImportReport['totals'] {
  const totals = { lines: 0, modelled: 0, carried: 0, added: 0 }
  for (const { lines, added } of devices) {
    totals.lines += lines.length
    totals.added += added.length
    for (const { verdict } of lines) totals[verdict] += 1
  }
  return totals
}
