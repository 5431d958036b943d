/**
 * Login banners: `header login information` and `header shell information`. The text begins and ends with the
 * same character and may go over several lines, which are text and not commands.
 *
 * @source CloudEngine command reference, "header"
 */
const header = /^header (?:login|shell) information[ \t]+([!-/:;=?@[-`{-~])/i

/** The character that closes the banner that begins in this command; undefined when it is closed already or none. */
export function openBanner(command: string): string | undefined {
  // Asked for every command, and hardly any begins with an h.
  if ((command.charCodeAt(0) | 0x20) !== 0x68) return undefined
  const [opening, mark] = header.exec(command) ?? []
  if (opening === undefined || mark === undefined) return undefined
  return command.length > opening.length && command.endsWith(mark) ? undefined : mark
}

/** A banner is a few kilobytes at most; what closes further down belongs to something else. */
const longestBanner = 200

/**
 * Finds the line that closes a banner. What a search did not find is remembered, so that a text with many
 * unclosed banners is still read in one pass.
 */
export function bannerSearch(text: string): (mark: string, from: number) => number | undefined {
  const nothingBefore = new Map<string, number>()
  return (mark, from) => {
    let line = from
    const searched = nothingBefore.get(mark) ?? 0
    for (let count = 0; count < longestBanner && line < text.length; count += 1) {
      const lineFeed = text.indexOf('\n', line)
      const next = lineFeed < 0 ? text.length : lineFeed + 1
      if (next > searched && lastInk(text, line, next) === mark) return next
      line = next
    }
    nothingBefore.set(mark, line)
    return undefined
  }
}

/** The last character of a stretch that is neither blank nor a line end. */
function lastInk(text: string, from: number, to: number): string | undefined {
  let end = to
  while (end > from && text.charCodeAt(end - 1) <= 0x20) end -= 1
  return end > from ? text[end - 1] : undefined
}
