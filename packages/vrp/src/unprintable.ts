/** Anything but printable ASCII, tabs and ordinary line ends: worth a closer look, line by line. */
const unusual = /[^\t\n\r -~]|\r(?![\r\n]|$)/
const notPlain = /[^\t -~]/
/** Control, invisible, direction-changing and line-separating characters, and broken surrogate pairs. */
const unprintable = /[^\P{Cc}\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

/** Whether lines of the text can have unprintable characters; asked once, so that plain text is not searched by line. */
export function isUnusualText(text: string): boolean {
  return unusual.test(text)
}

export function hasUnprintable(line: string): boolean {
  return notPlain.test(line) && unprintable.test(line)
}
