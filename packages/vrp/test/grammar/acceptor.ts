import type { Form } from './form'
import { matches, wordsOf } from './match'

/** Forms by the view they are typed in. */
export type ViewForms = { readonly view: string; readonly forms: readonly Form[] }

export type Acceptor = {
  /** The forms of the views that accept the line. */
  readonly formsOf: (views: readonly string[], line: string) => readonly Form[]
  readonly accepts: (views: readonly string[], line: string) => boolean
}

export function acceptorOf(entries: Iterable<ViewForms>): Acceptor {
  const byFirstWord = new Map<string, Form[]>()
  for (const { view, forms } of entries) {
    for (const form of forms) {
      const key = keyOf(view, form[0]?.kind === 'word' ? form[0].text : '')
      const known = byFirstWord.get(key)
      if (known === undefined) byFirstWord.set(key, [form])
      else known.push(form)
    }
  }
  const candidates = (views: readonly string[], words: readonly string[]) =>
    views.flatMap((view) => [
      ...(byFirstWord.get(keyOf(view, words[0]?.toLowerCase() ?? '')) ?? []),
      ...(byFirstWord.get(keyOf(view, '')) ?? []),
    ])
  return {
    formsOf: (views, line) => {
      const words = wordsOf(line)
      return candidates(views, words).filter((form) => matches(form, words))
    },
    accepts: (views, line) => {
      const words = wordsOf(line)
      return candidates(views, words).some((form) => matches(form, words))
    },
  }
}

function keyOf(view: string, word: string): string {
  return `${view}\n${word}`
}
