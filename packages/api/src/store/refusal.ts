import type { DocumentProblem, LocalText } from '@weft/domain'
import { text } from '@weft/domain'

export type RefusalKind = 'not-found' | 'invalid' | 'archived' | 'too-large' | 'forbidden' | 'newer-version'

/** A request that is not carried out, for a reason the person who sent it can act on. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: RefusalKind
  readonly what: LocalText
  readonly remedy: LocalText
  readonly problems: readonly DocumentProblem[]

  constructor(
    kind: RefusalKind,
    reason: { what: LocalText; remedy: LocalText; problems?: readonly DocumentProblem[] },
  ) {
    const { what, remedy, problems = [] } = reason
    super([what.en, ...problems.slice(0, MOST_SPOKEN).map(sentence), remedy.en].join('\n'))
    this.kind = kind
    this.what = what
    this.remedy = remedy
    this.problems = problems
  }
}

/** The message names a few; all of them travel as data. */
const MOST_SPOKEN = 5

function sentence({ path, value, message, remedy }: DocumentProblem): string {
  const shown = value === undefined || message.en.includes(value) ? '' : ` (${value})`
  return `${path === '' ? '' : `${path}: `}${message.en}${shown}. ${remedy.en}`
}

export function designNotFound(id: string): Refusal {
  return new Refusal('not-found', {
    what: text(`There is no design ${JSON.stringify(id)}.`, `不存在设计 ${JSON.stringify(id)}。`),
    remedy: text('Choose one from the list of designs.', '请从设计列表中选择。'),
  })
}

export function designArchived(): Refusal {
  return new Refusal('archived', {
    what: text('This design is archived and cannot be edited.', '此设计已归档，无法编辑。'),
    remedy: text('Restore it from the list of archived designs first.', '请先在已归档列表中恢复它。'),
  })
}

export function invalid(problems: readonly DocumentProblem[]): Refusal {
  return new Refusal('invalid', {
    what: text('Nothing was stored, because something in it cannot be read.', '其中有无法读取的内容，未保存任何数据。'),
    remedy: text('Mend what is named and send it again.', '请修正所指出的内容后重试。'),
    problems,
  })
}
