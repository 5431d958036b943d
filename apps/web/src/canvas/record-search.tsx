'use client'

import type { RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import { useId, useMemo, useState } from 'react'
import { kindNames, kindOf, useEditor, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { inputClass, Modal } from '../ui'
import { useCanvasSession } from './canvas-session'
import { findRecords } from './find-records'

const words = {
  title: text('Find in this design', '在设计中查找'),
  hint: text('Name, model, address, AS number or VLAN', '名称、型号、地址、AS 号或 VLAN'),
  none: text('Nothing here has this in its name, model, address or number.', '没有名称、型号、地址或编号匹配的内容。'),
}

/** Ctrl+K: type a part of a name or address, choose with the arrows, Enter shows it on the canvas. */
export function RecordSearch() {
  const say = useSay()
  const { searching, setSearching } = useCanvasSession()
  return (
    <Modal open={searching} onClose={() => setSearching(false)} title={say(words.title)}>
      {searching && <SearchBox onDone={() => setSearching(false)} />}
    </Modal>
  )
}

function SearchBox({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  const listId = useId()
  const network = useEditor((state) => state.fabric)
  const digest = useEditor((state) => state.digest)
  const { focus } = useEditorActions()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const found = useMemo(() => findRecords(network, digest, query), [network, digest, query])

  function choose(id: RecordId | undefined) {
    if (!id) return
    focus(id)
    onDone()
  }

  return (
    <div className="grid gap-2">
      <input
        className={`${inputClass} h-8`}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
        aria-label={say(words.title)}
        placeholder={say(words.hint)}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined && found.length > 0) {
            event.preventDefault()
            setActive((active + step + found.length) % found.length)
          } else if (event.key === 'Enter') {
            event.preventDefault()
            choose(found[active]?.id)
          }
        }}
      />
      <div id={listId} role="listbox" aria-label={say(words.title)} className="grid max-h-80 overflow-auto">
        {found.map(({ id, name, detail }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard drives the list from the field above it.
          <div
            key={id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="flex h-7 cursor-pointer items-center gap-2 rounded-md px-2 aria-selected:bg-accent-soft"
            onClick={() => choose(id)}
          >
            <span className="truncate font-medium">{name}</span>
            <span className="truncate font-mono text-sm text-ink-muted">{detail}</span>
            <span className="ml-auto shrink-0 text-sm text-ink-muted">{say(kindNames[kindOf(id)])}</span>
          </div>
        ))}
      </div>
      {query.trim() !== '' && found.length === 0 && <p className="px-2 text-ink-muted">{say(words.none)}</p>}
    </div>
  )
}
