/** What a bench found: rows under column titles, and sentences that say what the numbers mean. */
export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  readonly notes?: readonly string[]
}

/** Three significant digits are what a measurement like these can carry. */
const cell = (value: string | number) =>
  typeof value === 'string' || Number.isInteger(value) ? String(value) : value.toPrecision(3)

export function markdownTable({ columns, rows, notes = [] }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = [line(columns), line(columns.map(() => '---')), ...rows.map((row) => line(row.map(cell)))]
  return [...table, ...notes.map((note) => `\n${note}`)].join('\n')
}
