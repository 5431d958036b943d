import type { ConfigText } from '../config-node'

export type TypedProblemCode =
  | 'abbreviated'
  | 'ambiguous-interface'
  | 'not-listed'
  | 'other-device'
  | 'outside-view'
  | 'unknown-view'
  | 'unprintable'
  | 'user-view'

/** A typed line that was refused or, with `not-listed`, taken as it is. */
export type TypedProblem = {
  readonly line: number
  readonly code: TypedProblemCode
  /** The line is not in the tree. */
  readonly refused: boolean
  readonly what: ConfigText
  readonly remedy: ConfigText
}

export function abbreviated(line: number, word: string, fullWords: readonly string[]): TypedProblem {
  const list = fullWords.map((each) => `\`${each}\``).join(', ')
  return {
    line,
    code: 'abbreviated',
    refused: true,
    what: {
      en: `\`${word}\` is no full keyword. Keywords are not guessed, so the line was left out.`,
      zh: `\`${word}\` 不是完整的关键字。关键字不作猜测，该行未读取。`,
    },
    remedy: { en: `Write the keyword in full: ${list}.`, zh: `请写出完整的关键字：${list}。` },
  }
}

export function ambiguousInterface(line: number, name: string, types: readonly string[]): TypedProblem {
  const list = types.map((each) => `\`${each}\``).join(', ')
  return {
    line,
    code: 'ambiguous-interface',
    refused: true,
    what: { en: `\`${name}\` can be several kinds of interface.`, zh: `\`${name}\` 可能是多种接口类型。` },
    remedy: { en: `Write the type in full: ${list}.`, zh: `请写出完整的接口类型：${list}。` },
  }
}

export function notListed(line: number): TypedProblem {
  return {
    line,
    code: 'not-listed',
    refused: false,
    what: {
      en: 'The command is not among the known ones of its view. It was taken as it is.',
      zh: '该命令不在所属视图的已知命令之中；已按原样读取。',
    },
    remedy: { en: 'Check its spelling and its view.', zh: '请检查拼写和所属视图。' },
  }
}

export function otherDevice(line: number, name: string, host: string): TypedProblem {
  return {
    line,
    code: 'other-device',
    refused: true,
    what: {
      en: `The prompt \`${name}\` is not one of \`${host}\`.`,
      zh: `提示符 \`${name}\` 不属于 \`${host}\`。`,
    },
    remedy: { en: 'Paste the commands of one device at a time.', zh: '请一次只粘贴一台设备的命令。' },
  }
}

export function outsideView(line: number, word: string): TypedProblem {
  return {
    line,
    code: 'outside-view',
    refused: true,
    what: {
      en: `\`${word}\` is no command of the system view; the command that enters its view is missing.`,
      zh: `\`${word}\` 不是系统视图的命令，缺少进入其视图的命令。`,
    },
    remedy: {
      en: 'Add the command that enters the view, such as `bgp 65001` or `interface 100GE1/0/1`.',
      zh: '请补上进入该视图的命令，例如 `bgp 65001` 或 `interface 100GE1/0/1`。',
    },
  }
}

export function unknownView(line: number, view: string): TypedProblem {
  return {
    line,
    code: 'unknown-view',
    refused: true,
    what: {
      en: `The prompt shows the view \`${view}\`, but no command above enters it.`,
      zh: `提示符显示视图 \`${view}\`，但其上没有进入该视图的命令。`,
    },
    remedy: { en: 'Add the command that enters the view.', zh: '请补上进入该视图的命令。' },
  }
}

export function inUserView(line: number): TypedProblem {
  return {
    line,
    code: 'user-view',
    refused: true,
    what: {
      en: 'The line is typed in the user view, where nothing is configured.',
      zh: '该行在用户视图中键入，而用户视图不能进行配置。',
    },
    remedy: { en: 'Type `system-view` before it.', zh: '请先键入 `system-view`。' },
  }
}

export function unprintableTyped(line: number): TypedProblem {
  return {
    line,
    code: 'unprintable',
    refused: true,
    what: { en: 'The line has unprintable characters.', zh: '该行含不可显示的字符。' },
    remedy: { en: 'Type the command again without them.', zh: '请去掉这些字符后重新键入。' },
  }
}
