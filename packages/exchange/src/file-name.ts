const reservedOnWindows = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

/**
 * A name safe as one path segment on every system: letters, digits, `.`, `_` and `-`; no separator,
 * no leading dot, none of the names Windows reserves.
 */
export function safeFileName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, 100)
  return safe === '' || reservedOnWindows.test(safe) ? `_${safe}` : safe
}

/** File names for many names: a second use (also one that differs in case only) gets a number. */
export function uniqueFileNames(names: readonly string[], extension: string): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const base = safeFileName(name)
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? `${base}${extension}` : `${base}-${number}${extension}`
      const folded = candidate.toLowerCase()
      if (taken.has(folded)) continue
      taken.add(folded)
      return candidate
    }
  })
}
