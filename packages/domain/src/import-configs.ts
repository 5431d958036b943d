import type { Origin } from './config'
import { derivations } from './config'
import type { AddedLine, Comparison, DeviceFiles, FileProblem, Models, ReadOptions } from './extract'
import { compareConfigs, joinDevices, layOut, missingFromAll, nameOfFile, readFiles } from './extract'
import { withoutRepeatedStatements } from './lean-network'
import type { Design, DeviceId, LocalText, Network } from './model'
import { text } from './model'

export type ConfigFile = { readonly name: string; readonly text: string }

/** Why files cannot be imported: the file, the line in it (absent: the whole file), what is wrong and what to do. */
export type ImportProblem = FileProblem

/** What became of the lines of one device's file. */
export type ImportedDevice = {
  readonly deviceId: DeviceId
  readonly name: string
  readonly file: string
  /** What the text was read as: a configuration as devices show it, typed commands, or a captured session. */
  readonly form: NonNullable<ReadOptions['form']>
  /** The file is a part of a configuration: what it does not show may still be on the device. */
  readonly partial: boolean
  readonly lines: Comparison<Origin>['lines']
  readonly added: readonly DerivedLine[]
}

/** A line that the design derives and the file does not have, and why it is there. */
export type DerivedLine = AddedLine<Origin> & { readonly why: LocalText }

export type ImportReport = {
  /** In the order of names; a device in several parts comes once for each. */
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
  | {
      readonly ok: false
      readonly problems: readonly ImportProblem[]
      /** Every problem is a device in several texts that do not contradict each other: `joinFragments` takes them as one. */
      readonly joinable: boolean
    }

export type ImportOptions = ReadOptions & {
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
  const read = readFiles(files, options)
  if (!read.ok) return read
  const joined = joinDevices(
    read.devices.map(({ facts }) => facts),
    options,
  )
  const { network: bare, configs } = withoutRepeatedStatements(joined.network)
  const ids = new Map(Object.values(bare.devices).map(({ id, name }) => [name, id]))
  const devices: ImportedDevice[] = []
  const carried = new Map<DeviceId, Comparison<Origin>['carried']>()
  for (const { facts, parts } of read.devices) {
    const deviceId = ids.get(facts.name)
    const tree = deviceId === undefined ? undefined : configs.get(deviceId)
    if (deviceId === undefined || tree === undefined) continue
    const compared = parts.map((part) => ({ part, comparison: compareConfigs(part.commands, tree) }))
    const missing = missingFromAll(compared.map(({ comparison }) => comparison.added))
    const lines = compared.flatMap(({ comparison }) => comparison.carried)
    if (lines.length > 0) carried.set(deviceId, lines)
    for (const { part, comparison } of compared) {
      devices.push({
        deviceId,
        name: facts.name,
        file: part.file,
        form: part.form,
        partial: !facts.whole,
        lines: comparison.lines,
        added: missing.map((each) => ({ ...each, why: derivations[each.origin.derivation].what })),
      })
    }
  }
  const network = withCarriedLines(bare, carried)
  return {
    ok: true,
    design: { network, layout: { positions: layOut(network) } },
    report: {
      devices,
      modelsWanted: Object.values(network.devices).flatMap(({ name, model }) => (model === 'unknown' ? [name] : [])),
      remarks: [
        ...read.remarks,
        ...joined.remarks,
        ...read.devices.flatMap(({ parts }) => parts.flatMap((part) => [...misnamed(part), ...remarksOn(part)])),
      ],
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

function remarksOn({ file, problems, doubtful, lost }: DeviceFiles['parts'][number]): readonly ImportProblem[] {
  const odd = [...problems, ...doubtful].map(({ line, what, remedy }) => ({ file, line, what, remedy }))
  return [...odd, ...lost.map((line) => ({ file, line, ...notKept }))]
}

/** A file that is named like something else than its device, or was shown at another prompt, may be the wrong one. */
function misnamed({ file, form, host, facts }: DeviceFiles['parts'][number]): readonly ImportProblem[] {
  const { name, nameLine } = facts
  const given = form === 'session' ? (host ?? name) : nameOfFile(file)
  if (form === 'typed' || nameLine === undefined || given === nameOfFile(name)) return []
  const [en, zh] = form === 'session' ? ['prompt says', '提示符显示'] : ['file is named', '文件名为']
  return [
    {
      file,
      line: nameLine,
      what: text(`The ${en} ${given} and its device is ${name}.`, `${zh} ${given}，而设备名为 ${name}。`),
      remedy: text('See whether it is the right file.', '请确认文件是否正确。'),
    },
  ]
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
