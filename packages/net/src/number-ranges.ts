/** Items of a VRP number list, ascending and merged: `[3, 1, 2, 7]` gives `['1 to 3', '7']`. */
export function formatNumberRanges(numbers: readonly number[]): string[] {
  const items: string[] = []
  const ascending = [...new Set(numbers)].sort((a, b) => a - b)
  for (let first = 0; first < ascending.length; ) {
    let last = first
    while (ascending[last + 1] === (ascending[last] ?? 0) + 1) last += 1
    items.push(last === first ? `${ascending[first]}` : `${ascending[first]} to ${ascending[last]}`)
    first = last + 1
  }
  return items
}
