/**
 * The two simple ways to tell the view of a line, for counting how often they are wrong: the parents of all
 * commands by line number, 0 for the system view.
 */
type Way = 'indent alone' | 'separator'

export function naiveParents(text: string, way: Way): ReadonlyMap<number, number> {
  const parents = new Map<number, number>()
  const open: { readonly line: number; readonly indent: number }[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    const indent = raw.length - raw.trimStart().length
    if (line === '#' && indent === 0 && way === 'separator') open.length = 0
    if (line === '' || line.startsWith('#') || line.startsWith('!') || line.startsWith('//')) continue
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
    parents.set(index + 1, open.at(-1)?.line ?? 0)
    open.push({ line: index + 1, indent })
  }
  return parents
}
