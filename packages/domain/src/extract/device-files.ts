import { collections, text as localText } from '../model'
import type { Command } from './commands'
import { commandPieces } from './commands'
import type { DeviceFacts } from './device-facts'
import { factsOf } from './extract-device'
import type { FileProblem } from './file-problems'
import type { ReadConfig } from './read-config'

/** All that is known of one device: what its configuration says, and the texts it was put together from. */
export type DeviceFiles = { readonly facts: DeviceFacts; readonly parts: readonly ReadConfig[] }

export type DevicesReading = {
  readonly devices: readonly DeviceFiles[]
  readonly problems: readonly FileProblem[]
  /** Nothing is wrong but that devices come in several parts, which do not contradict each other. */
  readonly joinable: boolean
}

/**
 * Texts by the device they are of, in the order of names. Several of one device are taken as parts of one
 * configuration only when a person says so and where they say nothing different in one view.
 */
export function deviceFiles(configs: readonly ReadConfig[], joinFragments: boolean): DevicesReading {
  const byName = new Map<string, ReadConfig[]>()
  for (const config of configs) byName.set(config.facts.name, [...(byName.get(config.facts.name) ?? []), config])
  const problems: FileProblem[] = configs.flatMap(({ facts }) => badName(facts))
  let joinable = problems.length === 0
  const devices: DeviceFiles[] = []
  for (const name of [...byName.keys()].sort()) {
    const [first, ...others] = byName.get(name) ?? []
    if (first === undefined) continue
    const parts: ReadConfig[] = [first]
    for (const other of others) {
      const clash = parts.map((part) => contradiction(part, other)).find((found) => found !== undefined)
      if (clash !== undefined) joinable = false
      if (clash !== undefined || !joinFragments) problems.push(twice(first, other, clash))
      const known = parts.flatMap(({ commands }) => commands)
      parts.push({ ...other, commands: withoutKnown(other.commands, known) })
    }
    devices.push({ facts: others.length === 0 ? first.facts : factsTogether(parts), parts })
  }
  return { devices, problems, joinable: joinable && problems.length > 0 }
}

function factsTogether(parts: readonly ReadConfig[]): DeviceFacts {
  const facts = parts.map((part) => part.facts)
  const [{ file, name } = { file: '', name: '' }] = facts
  const together = factsOf(
    parts.flatMap(({ commands }) => commands),
    { file, name },
  )
  return { ...together, whole: facts.some(({ whole }) => whole) }
}

type Clash = { readonly here: Command; readonly there: Command; readonly file: string }

/** The first view that both have and of which each says something the other does not. */
function contradiction(first: ReadConfig, second: ReadConfig): Clash | undefined {
  const between = (ours: readonly Command[], theirs: readonly Command[]): Clash | undefined => {
    const byHeader = new Map(ours.map((each) => [keyOf(each), each]))
    for (const there of theirs) {
      const here = byHeader.get(keyOf(there))
      if (here === undefined || here.children.length === 0 || there.children.length === 0) continue
      const lost = withoutKnown(here.children, there.children)[0]
      const gained = withoutKnown(there.children, here.children)[0]
      if (lost === undefined || gained === undefined) continue
      return between(here.children, there.children) ?? { here: gained, there: lost, file: first.file }
    }
    return undefined
  }
  return between(first.commands, second.commands)
}

/** Commands that are not among the known ones; of a view that is, the lines that are not. */
function withoutKnown(commands: readonly Command[], known: readonly Command[]): readonly Command[] {
  const views = new Map<string, Command[]>()
  for (const each of known) views.set(keyOf(each), [...(views.get(keyOf(each)) ?? []), ...each.children])
  return commands.flatMap((each) => {
    const inView = views.get(keyOf(each))
    if (inView === undefined) return [each]
    const children = withoutKnown(each.children, inView)
    return children.length === 0 ? [] : [{ ...each, children }]
  })
}

function keyOf(command: Command): string {
  return commandPieces(command).join('\n')
}

/** Names that would change the meaning of a command they stand in; a device may have them, a design may not. */
function badName({ file, name, nameLine }: DeviceFacts): readonly FileProblem[] {
  if (collections.devices.shape.name.safeParse(name).success) return []
  return [
    {
      file,
      ...(nameLine === undefined ? {} : { line: nameLine }),
      what: localText(
        'The name of the device has quotes, separators or unprintable characters, or is too long.',
        '设备名称含引号、分隔符或不可显示字符，或过长。',
      ),
      remedy: localText('Rename the device in the file.', '请在文件中修改设备名称。'),
    },
  ]
}

/** Two texts that say they are the same device: neither is preferred. */
function twice(first: ReadConfig, { facts }: ReadConfig, clash: Clash | undefined): FileProblem {
  const { file, nameLine } = first.facts
  const place = facts.nameLine === undefined ? {} : { line: facts.nameLine }
  const [en, zh] = nameLine === undefined ? [file, file] : [`${file}, line ${nameLine}`, `${file} 第 ${nameLine} 行`]
  const also = localText(`The device "${facts.name}" is also in ${en}.`, `设备“${facts.name}”也出现在 ${zh}。`)
  if (clash === undefined) {
    return {
      file: facts.file,
      ...place,
      what: also,
      remedy: localText(
        'The two do not contradict each other: take them as parts of one configuration, or import one of them.',
        '两者互不矛盾：可作为同一配置的两部分导入，或只导入其中之一。',
      ),
    }
  }
  const { here, there } = clash
  return {
    file: facts.file,
    ...place,
    what: localText(
      `${also.en} They contradict each other: line ${here.line} says “${here.text}”, and line ${there.line} of ${clash.file} “${there.text}”.`,
      `${also.zh}两者相互矛盾：第 ${here.line} 行为“${here.text}”，而 ${clash.file} 第 ${there.line} 行为“${there.text}”。`,
    ),
    remedy: localText('Import one configuration of each device.', '请为每台设备只导入一份配置。'),
  }
}
