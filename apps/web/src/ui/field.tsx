import type { ReactNode } from 'react'
import { useId } from 'react'

export const inputClass =
  'focus-ring h-7 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 text-ink placeholder:text-ink-faint aria-invalid:border-error disabled:bg-sunken disabled:text-ink-muted'

export type FieldParts = { readonly id: string; readonly 'aria-invalid'?: true; readonly 'aria-describedby'?: string }

/** Label, control and the message below it, tied together for screen readers. */
export function Field({
  label,
  error,
  hint,
  children,
}: {
  readonly label: string
  readonly error?: string
  readonly hint?: string
  readonly children: (parts: FieldParts) => ReactNode
}) {
  const id = useId()
  const noteId = `${id}-note`
  const note = error ?? hint
  return (
    <div className="grid gap-0.5">
      <label htmlFor={id} className="text-sm text-ink-muted">
        {label}
      </label>
      {children({ id, ...(error ? { 'aria-invalid': true } : {}), ...(note ? { 'aria-describedby': noteId } : {}) })}
      {note && (
        <p id={noteId} className={`text-sm ${error ? 'text-error' : 'text-ink-faint'}`}>
          {note}
        </p>
      )}
    </div>
  )
}
