import type { LocalText } from '../model'
import { text as localText } from '../model'

export type FileProblem = {
  readonly file: string
  readonly line?: number
  readonly what: LocalText
  readonly remedy: LocalText
}

/** Larger than any configuration of a switch; a device itself stores a few megabytes. */
const mostCharacters = 32 * 1024 * 1024
const mostLines = 200_000

/** First lines that other systems print and VRP never does. */
const otherSystems: readonly { readonly name: string; readonly line: RegExp }[] = [
  {
    name: 'Cisco IOS or NX-OS',
    line: /^(?:hostname \S|Building configuration|!Command: show running|feature \S+$|ip routing$|router bgp \d)/,
  },
  { name: 'Juniper Junos', line: /^(?:set system host-name|set interfaces |system \{|## Last commit)/ },
  { name: 'Arista EOS', line: /^! (?:Command: show running|device: .* EOS)/ },
  { name: 'Nokia SR OS', line: /^(?:# TiMOS|configure \{|exit all$)/ },
  { name: 'H3C Comware', line: /^ ?version 7\.\d\.\d+, Release/ },
]

/** Why a text is no configuration this can read: not text, not UTF-8, of another vendor. Each names the line. */
export function fileProblems(file: string, text: string): readonly FileProblem[] {
  if (text.trim() === '') return [problem(file, undefined, empty)]
  if (text.length > mostCharacters || lineAt(text, text.length) > mostLines) return [problem(file, undefined, tooLarge)]
  const zero = text.indexOf('\u0000')
  if (zero >= 0) {
    const wide = text.length > 3 && text.charCodeAt(1) === 0 && text.charCodeAt(3) === 0
    return [problem(file, lineAt(text, zero), wide ? utf16 : binary)]
  }
  const replaced = text.indexOf('\ufffd')
  if (replaced >= 0) return [problem(file, lineAt(text, replaced), notUtf8)]
  const foreign = foreignLine(text)
  return foreign === undefined ? [] : [problem(file, foreign.line, otherVendor(foreign.system))]
}

type Sentences = { readonly what: LocalText; readonly remedy: LocalText }

const empty: Sentences = {
  what: localText('The file is empty.', '文件为空。'),
  remedy: localText(
    'Save the output of `display current-configuration` in it.',
    '请保存 `display current-configuration` 的输出。',
  ),
}
const tooLarge: Sentences = {
  what: localText(
    'The file has more than 32 MB or 200,000 lines, which no configuration has.',
    '文件超过 32 MB 或 20 万行，不可能是设备配置。',
  ),
  remedy: localText('Import one configuration per file.', '请按每台设备一个文件导入。'),
}
const binary: Sentences = {
  what: localText('The file has zero bytes: it is not text.', '文件包含零字节，不是文本。'),
  remedy: localText(
    'Import configurations as plain text; unpack archives first.',
    '请导入纯文本配置；压缩包请先解压。',
  ),
}
const utf16: Sentences = {
  what: localText('The file is in UTF-16.', '文件编码为 UTF-16。'),
  remedy: localText('Save it as UTF-8.', '请另存为 UTF-8。'),
}
const notUtf8: Sentences = {
  what: localText('The line is not UTF-8; it may be GBK.', '该行不是 UTF-8 编码，可能是 GBK。'),
  remedy: localText(
    'Convert the file to UTF-8, for example with `iconv -f GBK -t UTF-8`.',
    '请将文件转换为 UTF-8，例如使用 `iconv -f GBK -t UTF-8`。',
  ),
}
function otherVendor(system: string): Sentences {
  return {
    what: localText(`The line is of ${system}, not of VRP.`, `该行属于 ${system}，不是 VRP 配置。`),
    remedy: localText('Import configurations of Huawei CloudEngine devices.', '请导入华为 CloudEngine 设备的配置。'),
  }
}

function problem(file: string, line: number | undefined, { what, remedy }: Sentences): FileProblem {
  return { file, ...(line === undefined ? {} : { line }), what, remedy }
}

function lineAt(text: string, position: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

/** The first lines tell; a VRP configuration has `sysname` or a `#` in the first column among them. */
function foreignLine(text: string): { readonly line: number; readonly system: string } | undefined {
  const lines = text.slice(0, 20000).split('\n', 200)
  if (lines.some((line) => /^(?:sysname |!Software Version|#\s*$)/.test(line))) return undefined
  for (const [index, line] of lines.entries()) {
    const system = otherSystems.find((each) => each.line.test(line.trimEnd()))
    if (system !== undefined) return { line: index + 1, system: system.name }
  }
  return undefined
}
