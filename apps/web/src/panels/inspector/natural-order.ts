const collator = new Intl.Collator('en', { numeric: true })

/** As people count: leaf-2 before leaf-10. */
export function inNaturalOrder<T extends { readonly label: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => collator.compare(a.label, b.label))
}
