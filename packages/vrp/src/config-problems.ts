import type { ConfigProblem, ConfigProblemCode, ConfigText } from './config-node'

type Sentences = { readonly what: ConfigText; readonly remedy: ConfigText }

/** Problems that say the same for every line they are found on. */
const sentences: { readonly [code in Exclude<ConfigProblemCode, 'repeated-header'>]: Sentences } = {
  'after-return': {
    what: {
      en: 'There are lines after `return`, which ends a configuration.',
      zh: '`return` 表示配置结束，但其后还有内容。',
    },
    remedy: { en: 'Keep one configuration per file.', zh: '每个文件只保留一份配置。' },
  },
  'banner-not-closed': {
    what: {
      en: 'The banner does not end: no later line ends with its first character. It was read as one line.',
      zh: '标题文本没有结束：后面没有以其起始字符结尾的行，因此只按一行读取。',
    },
    remedy: {
      en: 'End the text with the character it begins with; see whether the file is cut off.',
      zh: '请用起始字符结束标题文本，并检查文件是否被截断。',
    },
  },
  'line-too-long': {
    what: {
      en: 'The line is longer than 510 characters; a device cannot restore it from a file.',
      zh: '该行超过 510 个字符，设备无法从文件恢复该行。',
    },
    remedy: { en: 'Shorten it or split it into several commands.', zh: '请缩短该行，或拆分为多条命令。' },
  },
  'misplaced-line': {
    what: {
      en: 'The indentation puts the line outside the view it is a command of. It was read as part of that view.',
      zh: '缩进使该行位于其所属视图之外；已按所属视图读取。',
    },
    remedy: {
      en: 'Indent it by one blank more than the header of its view.',
      zh: '请让它比所属视图的首行多缩进一个空格。',
    },
  },
  'no-view': {
    what: {
      en: 'The line is indented but belongs to no view that is open above it.',
      zh: '该行有缩进，但不属于其上已打开的任何视图。',
    },
    remedy: {
      en: 'Add the line that enters its view, such as `interface 100GE1/0/1`.',
      zh: '请补上进入其视图的命令行，例如 `interface 100GE1/0/1`。',
    },
  },
  'terminal-text': {
    what: {
      en: 'This is text of a terminal session, not a line of a configuration.',
      zh: '这是终端会话的文本，不是配置行。',
    },
    remedy: {
      en: 'Remove it, or read the text as typed input if it is a pasted session.',
      zh: '请删除该行；若为粘贴的会话内容，请按键入内容读取。',
    },
  },
  'too-deep': {
    what: { en: 'The line is nested deeper than any view of a device.', zh: '该行的嵌套层级超过设备的任何视图。' },
    remedy: { en: 'Correct the indentation: one blank per view level.', zh: '请更正缩进：每级视图一个空格。' },
  },
  'top-line-indented': {
    what: {
      en: 'The line is indented but is a command of the system view. It was read as such.',
      zh: '该行有缩进，但它是系统视图的命令；已按系统视图读取。',
    },
    remedy: { en: 'Begin it in the first column.', zh: '请从第一列开始书写。' },
  },
  'uneven-indent': {
    what: {
      en: 'The line is indented differently from the lines before it in the same view.',
      zh: '该行的缩进与同一视图中前面的行不同。',
    },
    remedy: { en: 'Indent all lines of a view alike.', zh: '同一视图内各行的缩进应一致。' },
  },
  unprintable: {
    what: {
      en: 'The line has unprintable characters and was not read as a command.',
      zh: '该行含不可显示的字符，未作为命令读取。',
    },
    remedy: {
      en: 'Remove the characters; see whether the file is plain text in UTF-8.',
      zh: '请删除这些字符，并检查文件是否为 UTF-8 纯文本。',
    },
  },
}

export function problemOf(line: number, code: keyof typeof sentences): ConfigProblem {
  const { what, remedy } = sentences[code]
  return { line, code, what, remedy }
}

export function repeatedHeader(line: number, firstLine: number): ConfigProblem {
  return {
    line,
    code: 'repeated-header',
    what: {
      en: `The view was entered on line ${firstLine} already; its lines add up.`,
      zh: `第 ${firstLine} 行已进入过该视图；两处的行合并计算。`,
    },
    remedy: { en: 'Put its lines together under one header.', zh: '请将这些行合并到同一个视图首行之下。' },
  }
}
