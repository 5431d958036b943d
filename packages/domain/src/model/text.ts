/** One sentence in the languages of the product. CLI words inside it are never translated. */
export type LocalText = { readonly en: string; readonly zh: string }
export type Language = keyof LocalText

export function text(en: string, zh: string): LocalText {
  return { en, zh }
}
