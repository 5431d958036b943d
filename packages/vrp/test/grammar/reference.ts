import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Form } from './form'
import { parseForm } from './form'

/** The published command reference lies beside the repository and is not part of it. */
const file = fileURLToPath(
  new URL('../../../../../shared/corpus/snippets/ce6800-command-reference.jsonl', import.meta.url),
)
export const hasReference = existsSync(file)

export function sayReferenceIsMissing(): void {
  if (!hasReference)
    console.warn('NOT TESTED: there is no command reference in ../shared/corpus beside this repository')
}

/** One page: the commands of one title in the views it names. Several pages share a title, one per view. */
export type ReferencePage = {
  readonly id: string
  readonly stem: string
  readonly views: readonly string[]
  readonly forms: readonly Form[]
  readonly examples: readonly (readonly string[])[]
}

type StoredPage = {
  readonly id: string
  readonly stem: string
  readonly views: readonly string[]
  readonly forms: readonly string[]
  readonly blocks: readonly (readonly { readonly view: string; readonly cmd: string }[])[]
}

export function referencePages(): readonly ReferencePage[] {
  if (!hasReference) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => {
      const { id, stem, views, forms, blocks } = JSON.parse(text) as StoredPage
      return {
        id,
        stem,
        views: views.flatMap((each) => each.split(',')).map((view) => view.trim()),
        forms: forms.map(parseForm),
        examples: blocks.map((block) => block.map(({ cmd }) => cmd)),
      }
    })
}
