import type { InterfaceName } from '@weft/net'
import { interfaceNameOf } from './values'

/** A value that a device gave in answer to a `display` command, with the line it stands on. */
export type Heard<Value> = { readonly file: string; readonly line: number; readonly value: Value }

export type LldpNeighbor = {
  readonly port: InterfaceName
  readonly farDevice: string
  readonly farPort: InterfaceName
}

/** What answers tell about a device besides its configuration. */
export type HeardFacts = {
  readonly models: readonly Heard<string>[]
  readonly softwareVersions: readonly Heard<string>[]
  readonly neighbors: readonly Heard<LldpNeighbor>[]
}

/** Lines of an answer with the number of the first one in its file. */
export type AnswerLines = { readonly file: string; readonly first: number; readonly lines: readonly string[] }

/** Heads of the answers that are read here; a text pasted without prompts shows them bare. */
export const answerHead =
  /^[ \t]*(?:Huawei Versatile Routing Platform Software|VRP \(R\) software, Version|\S+'s Device status:|Local Int(?:erface|f)\s.*Neighbor|\S+ has \d+ neighbor\(?s?\)?:)/im

/**
 * Reads the answers to `display version`, `display device`, `display lldp neighbor` and its `brief` form. Each is known
 * by its own head, whatever was typed, and only what it says in a field of its own is taken.
 *
 * @source command reference of CloudEngine V300R023C00: "display version", "display device", "display lldp neighbor"
 */
export function readDisplays({ file, first, lines }: AnswerLines): HeardFacts {
  const heard = lines.map((line, index) => ({ file, line: first + index, value: line.trim() }))
  return {
    models: [...only(heard, /^HUAWEI (\S.*?) uptime is /), ...boxes(heard)],
    softwareVersions: only(heard, /^VRP \(R\) software, Version \S+ \(.* (V\d{3}R\d{3}C\d\w*)\)/),
    neighbors: [...neighborTable(heard), ...neighborDetails(heard)],
  }
}

export function heardTogether(all: readonly HeardFacts[]): HeardFacts {
  return {
    models: all.flatMap(({ models }) => models),
    softwareVersions: all.flatMap(({ softwareVersions }) => softwareVersions),
    neighbors: all.flatMap(({ neighbors }) => neighbors),
  }
}

type Lines = readonly Heard<string>[]

function only(lines: Lines, pattern: RegExp): Lines {
  return lines.flatMap((each) => {
    const value = pattern.exec(each.value)?.[1]
    return value === undefined ? [] : [{ ...each, value }]
  })
}

/** `1  -  CE6881-48S6CQ  Present  …`; in its slots a chassis has boards, which are named otherwise. */
function boxes(lines: Lines): Lines {
  const head = lines.findIndex(({ value }) => /'s Device status:$/i.test(value))
  return head < 0 ? [] : only(lines.slice(head), /^\d+\s+-\s+(CE\d{4,5}\w*-\S+)\s+Present\b/)
}

/** Newer releases show the port of the neighbour first, older ones its name. */
const tableHeads = [
  { head: /^Local Interface\s+Exptime\S*\s+Neighbor Interface\s+Neighbor Device$/i, farPort: 2, farDevice: 3 },
  { head: /^Local Intf\s+Neighbor Dev\s+Neighbor Intf\s+Exptime\S*$/i, farPort: 2, farDevice: 1 },
] as const

function neighborTable(lines: Lines): readonly Heard<LldpNeighbor>[] {
  let form: (typeof tableHeads)[number] | undefined
  return lines.flatMap((each) => {
    const head = tableHeads.find((known) => known.head.test(each.value))
    form = head ?? (each.value === '' ? undefined : form)
    const words = each.value.split(/\s+/)
    if (form === undefined || head !== undefined || words.length !== 4) return []
    return neighbor(each, { port: words[0], farPort: words[form.farPort], farDevice: words[form.farDevice] })
  })
}

function neighborDetails(lines: Lines): readonly Heard<LldpNeighbor>[] {
  let port: string | undefined
  let farPort: string | undefined
  return lines.flatMap((each) => {
    port = /^(\S+) has \d+ neighbor/.exec(each.value)?.[1] ?? port
    const [, field = '', value = ''] = /^(\w[\w ]*?)\s*:\s*(.*)$/.exec(each.value) ?? []
    if (/^Neighbor index$/i.test(field)) farPort = undefined
    if (/^Port ID$/i.test(field)) farPort = value
    return /^System ?name$/i.test(field) ? neighbor(each, { port, farPort, farDevice: value }) : []
  })
}

type Words = { readonly [field in keyof LldpNeighbor]: string | undefined }

function neighbor(heard: Heard<string>, words: Words): readonly Heard<LldpNeighbor>[] {
  const [port, farPort] = [interfaceNameOf(words.port ?? ''), interfaceNameOf(words.farPort ?? '')]
  const { farDevice = '' } = words
  if (port === undefined || farPort === undefined || /^-*$/.test(farDevice)) return []
  return [{ ...heard, value: { port, farPort, farDevice } }]
}
