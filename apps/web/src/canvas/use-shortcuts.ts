'use client'

import { useReactFlow } from '@xyflow/react'
import { useEffect } from 'react'
import { useEditorActions, useReadEditor } from '../editor'
import { useCanvasSession } from './canvas-session'
import { fitOptions } from './fit-options'
import { selectionActions } from './selection-actions'
import { useStartLink } from './use-start-link'

/** The keys of the design page. Undo works everywhere but in fields; the rest only when no field or panel has the focus. */
export function useShortcuts() {
  const readEditor = useReadEditor()
  const { dispatch, undo, redo, copy, paste, deleteSelection, select } = useEditorActions()
  const { setSearching, setNotice, draft } = useCanvasSession()
  const startLink = useStartLink()
  const flow = useReactFlow()

  useEffect(() => {
    const withControl: { readonly [key: string]: (event: KeyboardEvent) => void } = {
      z: (event) => (event.shiftKey ? redo() : undo()),
      y: redo,
    }
    const onCanvasWithControl: { readonly [key: string]: () => void } = {
      c: copy,
      x: () => {
        copy()
        deleteSelection()
      },
      v: paste,
      d: () => {
        copy()
        paste()
      },
      a: () => {
        const { devices, hosts, stations } = readEditor().design.network
        select([devices, hosts, stations].flatMap((records) => Object.values(records).map(({ id }) => id)))
      },
    }
    const actions = () => {
      const { design, selection } = readEditor()
      return selectionActions(design.network, selection)
    }
    const run = (command: Parameters<typeof dispatch>[0] | undefined) => void (command && dispatch(command))
    const onCanvas: { readonly [key: string]: () => void } = {
      delete: deleteSelection,
      backspace: deleteSelection,
      escape: () => {
        select([])
        setNotice(undefined)
      },
      l: () => startLink(actions().connect),
      o: () => run(actions().addLoopbacks),
      p: () => run(actions().peer),
      m: () => run(actions().pair),
      v: () => run(actions().drawVlanif),
      t: () => run(actions().attach),
      f: () => void flow.fitView(fitOptions),
      '+': () => void flow.zoomIn(),
      '=': () => void flow.zoomIn(),
      '-': () => void flow.zoomOut(),
    }

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey || draft) return
      const key = event.key.toLowerCase()
      const control = event.ctrlKey || event.metaKey
      if (control && key === 'k') {
        event.preventDefault()
        setSearching(true)
        return
      }
      if (isTyping(event.target) || inDialog(event.target)) return
      const action = control
        ? (withControl[key] ?? (onTheCanvas(event.target) ? onCanvasWithControl[key] : undefined))
        : onTheCanvas(event.target)
          ? onCanvas[key]
          : undefined
      if (!action) return
      event.preventDefault()
      action(event)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [
    readEditor,
    dispatch,
    undo,
    redo,
    copy,
    paste,
    deleteSelection,
    select,
    setSearching,
    setNotice,
    draft,
    startLink,
    flow,
  ])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable=true], .cm-editor') !== null
  )
}

function inDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=menu]') !== null
}

/** Panels have texts and lists of their own to copy and delete; the canvas, its bars and the palette do not. */
function onTheCanvas(target: EventTarget | null): boolean {
  return !(target instanceof Element) || target.closest('[data-panel]') === null
}
