import type { TextForm } from '@weft/vrp'
import { text as localText } from '../model'
import type { DeviceFacts } from './device-facts'
import type { DeviceFiles } from './device-files'
import { deviceFiles } from './device-files'
import type { FileProblem } from './file-problems'
import { fileProblems } from './file-problems'
import type { HeardFacts } from './read-displays'
import { heardTogether } from './read-displays'
import type { TextReading } from './read-text'
import { readText } from './read-text'

export type NamedText = { readonly name: string; readonly text: string }

export type ReadOptions = {
  /** What all texts are. Absent: each text tells. */
  readonly form?: TextForm
  /** Several texts of one device are parts of one configuration. */
  readonly joinFragments?: boolean
}

export type FilesReading =
  | {
      readonly ok: true
      /** In the order of names. */
      readonly devices: readonly DeviceFiles[]
      readonly remarks: readonly FileProblem[]
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[]; readonly joinable: boolean }

/** Reads texts into devices, all or none of them. The order of the texts does not matter. */
export function readFiles(files: readonly NamedText[], options: ReadOptions): FilesReading {
  const ordered = [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const unusable = ordered.flatMap(({ name, text }) => fileProblems(name, text))
  if (unusable.length > 0) return { ok: false, problems: unusable, joinable: false }
  const readings = ordered.map(({ name, text }) => readText(name, text, options.form))
  const refused = readings.flatMap((reading) => reading.refused)
  if (refused.length > 0) return { ok: false, problems: refused, joinable: false }
  const { devices, problems, joinable } = deviceFiles(
    readings.flatMap(({ configs }) => configs),
    options.joinFragments === true,
  )
  if (problems.length > 0) return { ok: false, problems, joinable }
  const heard = heardByName(readings)
  const known = new Set(devices.map(({ facts }) => facts.name))
  return {
    ok: true,
    devices: devices.map(({ facts, parts }) => ({ facts: withHeard(facts, heard.get(facts.name)), parts })),
    remarks: [
      ...[...heard].flatMap(([name, facts]) => (known.has(name) ? disagreements(name, facts) : stranger(name, facts))),
    ],
  }
}

function heardByName(readings: readonly TextReading[]): ReadonlyMap<string, HeardFacts> {
  const byName = new Map<string, HeardFacts[]>()
  for (const { configs, heard } of readings) {
    for (const [host, facts] of heard) {
      // What stands beside a configuration is of its device; a prompt may be older than the name in it.
      const own = configs.length === 1 ? configs[0]?.facts.name : undefined
      const name = own ?? host
      byName.set(name, [...(byName.get(name) ?? []), facts])
    }
  }
  return new Map([...byName].map(([name, all]) => [name, heardTogether(all)]))
}

/** A model or version counts when everything that was heard agrees on it. */
function withHeard(facts: DeviceFacts, heard: HeardFacts | undefined): DeviceFacts {
  if (heard === undefined) return facts
  const [model, otherModel] = valuesOf(heard.models)
  const [softwareVersion, otherVersion] = valuesOf(heard.softwareVersions)
  return {
    ...facts,
    ...(model === undefined || otherModel !== undefined ? {} : { model }),
    ...(softwareVersion === undefined || otherVersion !== undefined ? {} : { softwareVersion }),
    neighbors: heard.neighbors,
  }
}

function valuesOf(said: HeardFacts['models']): readonly string[] {
  return [...new Set(said.map(({ value }) => value))]
}

function disagreements(name: string, { models, softwareVersions }: HeardFacts): readonly FileProblem[] {
  return [models, softwareVersions].flatMap((said) => {
    const [first] = said
    const other = said.find(({ value }) => value !== first?.value)
    if (first === undefined || other === undefined) return []
    return [
      {
        file: other.file,
        line: other.line,
        what: localText(
          `${name} says ${other.value} here, and ${first.value} in ${first.file}, line ${first.line}; neither is taken.`,
          `${name} 在此处显示 ${other.value}，而在 ${first.file} 第 ${first.line} 行显示 ${first.value}；两者均不采用。`,
        ),
        remedy: localText('See which of the two is right.', '请确认哪一个正确。'),
      },
    ]
  })
}

/** Answers of a device whose configuration is not there. */
function stranger(name: string, { models, softwareVersions, neighbors }: HeardFacts): readonly FileProblem[] {
  const [first] = [...models, ...softwareVersions, ...neighbors]
  if (first === undefined) return []
  return [
    {
      file: first.file,
      line: first.line,
      what: localText(
        `The device “${name}” answers here, and no file has its configuration.`,
        `此处为设备“${name}”的输出，但没有文件包含其配置。`,
      ),
      remedy: localText('Import its configuration too.', '请同时导入其配置。'),
    },
  ]
}
