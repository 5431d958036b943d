import type { NetworkRecord } from '@weft/domain'
import { policyText, readPolicyText } from '@weft/domain'
import { useEffect, useState } from 'react'
import { useEditor, useEditorActions } from '../../editor'
import { useSay } from '../../i18n'
import { Field, inputClass } from '../../ui'
import type { FieldSpec } from './fields'

/** The lines of a policy or filter, read while typing and applied when the field is left. */
export function PolicyField({ spec, record }: { readonly spec: FieldSpec; readonly record: NetworkRecord }) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const network = useEditor((state) => state.design.network)
  const stored = policyText(network, record.id)
  const [draft, setDraft] = useState(stored)
  useEffect(() => setDraft(stored), [stored])
  const reading = draft === stored ? undefined : readPolicyText(network, record.id, draft)

  function apply() {
    if (reading && 'fields' in reading) dispatch({ kind: 'record.set', id: record.id, fields: reading.fields })
  }

  return (
    <Field
      label={say(spec.label)}
      {...(reading && 'problem' in reading ? { error: say(reading.problem) } : {})}
      {...(spec.hint ? { hint: say(spec.hint) } : {})}
    >
      {(parts) => (
        <textarea
          {...parts}
          className={`${inputClass} min-h-24 py-1 font-mono text-sm`}
          value={draft}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setDraft(event.target.value)}
          onBlur={apply}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setDraft(stored)
          }}
        />
      )}
    </Field>
  )
}
