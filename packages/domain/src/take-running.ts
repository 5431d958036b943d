import type { Origin } from './config'
import { configText, derivations } from './config'
import type { DesignedLine } from './config-drift'
import type { Derived } from './derive-configs'
import { deriveConfigs } from './derive-configs'
import { collectionNames } from './document'
import type { Command } from './edit'
import { applyCommand } from './edit'
import type { Comparison, DeviceFacts, DeviceFiles, Models } from './extract'
import { compareConfigs, joinDevices, missingFromAll, readFiles } from './extract'
import type { ConfigFile, ImportOptions, ImportProblem } from './import-configs'
import { withoutRepeatedStatements } from './lean-network'
import type { CarriedLines, Design, DeviceId, LocalText, Network, NetworkRecord, RecordId } from './model'
import { referencesOf, text, withMappedIds } from './model'
import { sameRecords } from './same-records'

export type Taking = {
  /** One step of undo; it makes the design say what the devices say. */
  readonly command: Command
  /** Lines that the design says even so, because no record of one device alone decides them. */
  readonly left: readonly { readonly name: string; readonly view: readonly string[]; readonly designed: DesignedLine }[]
  /** Other devices whose configurations change with it. */
  readonly alsoChanged: readonly string[]
}

export type TakeResult =
  | ({ readonly ok: true } & Taking)
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

/**
 * Takes what running devices say into a design. The design as it is, and the design with these devices' own
 * configurations in place of its own, are both read back into records; what differs between the two is what changed,
 * and is changed in the design. So records that nobody touched on a device stay as people made them. Lines no record
 * says are carried by the device.
 */
export function takeRunning(
  design: Design,
  files: readonly ConfigFile[],
  { deviceIds, ...options }: ImportOptions & { readonly deviceIds: readonly DeviceId[] },
): TakeResult {
  const read = readFiles(files, options)
  if (!read.ok) return read
  const wanted = new Set(deviceIds.map((id) => design.network.devices[id]?.name))
  const running = new Map(
    read.devices.flatMap((each) => (wanted.has(each.facts.name) ? [[each.facts.name, each] as const] : [])),
  )
  const partial = [...running.values()].flatMap(({ facts }) => (facts.whole ? [] : [partOnly(facts)]))
  if (partial.length > 0) return { ok: false, problems: partial }

  const label = labelOf([...running.keys()])
  const bare = deviceIds.map((id): Command => ({ kind: 'record.set', id, fields: { carried: undefined } }))
  const commands: Command[] = []
  const before = deriveConfigs(design.network)
  for (let current = before, round = 1; ; round += 1) {
    const more = changesFor(current, running)
    if (!more.ok) return more
    commands.push(...more.commands)
    const applied = applyCommand(design, { kind: 'batch', label, commands: [...commands, ...bare] })
    if ('refused' in applied) return { ok: false, problems: [refusedBy(applied.refused, files)] }
    current = deriveConfigs(applied.design.network)
    const compared = deviceIds.flatMap((id) => compareDevice(id, { after: current, running }))
    const left = compared.flatMap((each) => each.left)
    // A value that followed from a changed one, such as a router ID, has to be given in another round.
    if (left.length > 0 && more.commands.length > 0 && round < mostRounds) continue
    const carry = compared.map(({ id, carried }): Command => ({ kind: 'record.set', id, fields: { carried } }))
    return {
      ok: true,
      command: { kind: 'batch', label, commands: [...commands, ...carry] },
      left,
      alsoChanged: Object.values(design.network.devices).flatMap(({ id, name }) =>
        running.has(name) || sameText(before, current, id) ? [] : [name],
      ),
    }
  }
}

const mostRounds = 3

type Running = ReadonlyMap<string, DeviceFiles>
type Changes =
  | { readonly ok: true; readonly commands: readonly Command[] }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

/** What leads from a design to one in which these devices say what they run. */
function changesFor(current: Derived, running: Running): Changes {
  const said = readFiles(textsOf(current), { form: 'stored' })
  if (!said.ok) return said
  const devices = Object.values(current.network.devices)
  const models: Models = Object.fromEntries(devices.map(({ name, model }) => [name, model]))
  const readBack = (facts: readonly DeviceFacts[]) => withoutRepeatedStatements(joinDevices(facts, { models }).network)
  const designed = readBack(said.devices.map(({ facts }) => facts))
  const changed = readBack(said.devices.map(({ facts }) => running.get(facts.name)?.facts ?? facts))
  return { ok: true, commands: changes({ before: current, designed, changed: changed.network }) }
}

function textsOf({ network, configs }: Derived): readonly ConfigFile[] {
  return [...configs].map(([id, tree]) => ({ name: `${network.devices[id]?.name ?? id}.cfg`, text: configText(tree) }))
}

function sameText(before: Derived, after: Derived, id: DeviceId): boolean {
  const [was, is] = [before.configs.get(id), after.configs.get(id)]
  return was !== undefined && is !== undefined && configText(was) === configText(is)
}

type Versions = {
  readonly before: Derived
  /** The design read back, and the same with the running devices in it: one program made both, so they compare. */
  readonly designed: Derived
  readonly changed: Network
}

/** What leads from the design read back to the running devices, said of the records of the design. */
function changes({ before, designed, changed }: Versions): readonly Command[] {
  const same = new Map<string, RecordId>(sameRecords(designed, before))
  const added = collectionNames.flatMap((name) =>
    Object.values<NetworkRecord>(changed[name]).filter(({ id }) => !Object.hasOwn(designed.network[name], id)),
  )
  for (const { id } of added) same.set(id, freeId(before.network, id))
  const idFor = (id: string) => same.get(id) ?? id
  const sets: Command[] = []
  const gone: RecordId[] = []
  for (const name of collectionNames) {
    for (const old of Object.values<NetworkRecord>(designed.network[name])) {
      const id = same.get(old.id)
      // What the design says with other records, such as an underlay, no one record can be changed for.
      if (id === undefined) continue
      const now: NetworkRecord | undefined = changed[name][old.id]
      const fields = now === undefined ? {} : changedFields(old, withMappedIds(now, idFor), withMappedIds(old, idFor))
      if (now === undefined) gone.push(id)
      else if (Object.keys(fields).length > 0) sets.push({ kind: 'record.set', id, fields })
    }
  }
  return [
    ...inOrderOfNeed(added.map((record) => withMappedIds(record, idFor))).map(
      (record): Command => ({ kind: 'record.create', record }),
    ),
    ...sets,
    ...(gone.length === 0 ? [] : [{ kind: 'records.delete', ids: gone } as const]),
  ]
}

/** What only a drawing or a person says stays as it is. */
const ownFields: ReadonlySet<string> = new Set(['id', 'model', 'role', 'carried', 'partlyKnown'])

function changedFields(old: NetworkRecord, now: NetworkRecord, mappedOld: NetworkRecord): { [field: string]: unknown } {
  const names = new Set([...Object.keys(old), ...Object.keys(now)].filter((name) => !ownFields.has(name)))
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const [was, is] = [Reflect.get(mappedOld, name), Reflect.get(now, name)]
      return JSON.stringify(was) === JSON.stringify(is) ? [] : [[name, is]]
    }),
  )
}

/** A record comes after those it refers to. */
function inOrderOfNeed(records: readonly NetworkRecord[]): readonly NetworkRecord[] {
  const byOwnId = new Map<string, NetworkRecord>(records.map((record) => [record.id, record]))
  const ordered = new Set<NetworkRecord>()
  const visit = (record: NetworkRecord, above: ReadonlySet<NetworkRecord>) => {
    if (ordered.has(record) || above.has(record)) return
    for (const { id } of referencesOf(record)) {
      const needed = byOwnId.get(id)
      if (needed !== undefined) visit(needed, new Set(above).add(record))
    }
    ordered.add(record)
  }
  for (const record of records) visit(record, new Set())
  return [...ordered]
}

function freeId(network: Network, id: RecordId): RecordId {
  const isTaken = (candidate: string) => collectionNames.some((name) => Object.hasOwn(network[name], candidate))
  let candidate = id
  for (let count = 2; isTaken(candidate); count += 1) candidate = `${id.slice(0, 76)}-${count}` as RecordId
  return candidate
}

type Compared = { readonly after: Derived; readonly running: Running }

function compareDevice(id: DeviceId, { after, running }: Compared) {
  const name = after.network.devices[id]?.name ?? ''
  const tree = after.configs.get(id)
  const parts = running.get(name)?.parts
  if (tree === undefined || parts === undefined) return []
  const comparisons = parts.map(({ commands }): Comparison<Origin> => compareConfigs(commands, tree))
  const carried: readonly CarriedLines[] = comparisons.flatMap((each) => each.carried)
  const left = missingFromAll(comparisons.map(({ added }) => added)).map(({ view, text, origin }) => {
    return { name, view, designed: { text, origin, why: derivations[origin.derivation].what } }
  })
  return [{ id, carried: carried.length === 0 ? undefined : carried, left }]
}

function labelOf(names: readonly string[]): LocalText {
  const [first = ''] = names
  return names.length === 1
    ? text(`Take the running configuration of ${first}`, `采用 ${first} 的运行配置`)
    : text(`Take the running configurations of ${names.length} devices`, `采用 ${names.length} 台设备的运行配置`)
}

function partOnly({ file, name }: DeviceFacts): ImportProblem {
  return {
    file,
    what: text(
      `The file has a part of the configuration of ${name} only; what it does not show may be on the device.`,
      `文件只包含 ${name} 的部分配置；未显示的内容可能仍在设备上。`,
    ),
    remedy: text(
      'Save the whole answer to `display current-configuration`.',
      '请保存 `display current-configuration` 的完整输出。',
    ),
  }
}

function refusedBy(refusal: { readonly what: LocalText; readonly remedy: LocalText }, files: readonly ConfigFile[]) {
  return { file: files.map(({ name }) => name).join(', '), what: refusal.what, remedy: refusal.remedy }
}
