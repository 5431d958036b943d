import { text } from '@weft/domain'

const longest = 120

export const isTooLong = (name: string) => name.length > longest
export const tooLong = text(`At most ${longest} characters.`, `最多 ${longest} 个字符。`)
