import type { ReactNode } from 'react'

/** What an empty place says: what is missing and how to get it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="grid place-items-center gap-1 px-6 py-8 text-center">
      <p className="font-medium text-ink">{title}</p>
      {children && <div className="max-w-sm text-ink-muted">{children}</div>}
    </div>
  )
}
