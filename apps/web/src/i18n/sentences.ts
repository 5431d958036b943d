import type { LocalText } from '@weft/domain'
import { text } from '@weft/domain'

/** One sentence after the other: with a blank in English, without one in Chinese. */
export function sentences(...parts: readonly LocalText[]): LocalText {
  return text(parts.map(({ en }) => en).join(' '), parts.map(({ zh }) => zh).join(''))
}
