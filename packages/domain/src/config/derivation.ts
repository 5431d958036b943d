import type { LocalText } from '../model'
import { text } from '../model'

/** Why lines of one kind are in a configuration, and the page that says so. */
export type Derivation = { readonly what: LocalText; readonly source: string }

export const reference = (page: string) => `CloudEngine V300R023C00 command reference, "${page}"`
export const guide = (page: string) => `CloudEngine V300R023C00 configuration guide, "${page}"`

export function derivation(en: string, zh: string, source: string): Derivation {
  return { what: text(en, zh), source }
}
