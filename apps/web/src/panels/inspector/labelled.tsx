import type { ReactNode } from 'react'
import { useId } from 'react'
import { useSay } from '../../i18n'
import type { FieldSpec } from './fields'

/** A label over several controls that belong together, with what there is to do beside it. */
export function Labelled({
  spec,
  action,
  children,
}: {
  readonly spec: FieldSpec
  readonly action?: ReactNode
  readonly children?: ReactNode
}) {
  const say = useSay()
  const id = useId()
  return (
    <fieldset aria-labelledby={id} className="grid min-w-0 grid-cols-1 gap-1">
      <div className="flex items-center gap-2">
        <span id={id} className="min-w-0 flex-1 text-sm text-ink-muted">
          {say(spec.label)}
        </span>
        {action}
      </div>
      {children}
      {spec.hint && <p className="text-sm text-ink-faint">{say(spec.hint)}</p>}
    </fieldset>
  )
}
