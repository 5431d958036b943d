'use client'

import type { ReactNode } from 'react'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Ask } from './compiler'
import type { EditorActions, EditorState } from './state'
import type { EditorStore } from './store'

const EditorContext = createContext<EditorStore | undefined>(undefined)

export function EditorProvider({ store, children }: { readonly store: EditorStore; readonly children: ReactNode }) {
  return <EditorContext value={store}>{children}</EditorContext>
}

function useStore(): EditorStore {
  const store = useContext(EditorContext)
  if (!store) throw new Error('this component must be drawn inside an EditorProvider')
  return store
}

/** Subscribes to one part of the open design. The selector must return a stable value (compared with Object.is). */
export function useEditor<T>(selector: (state: EditorState) => T): T {
  const store = useStore()
  const read = () => selector(store.getState())
  return useSyncExternalStore(store.subscribe, read, read)
}

/** The actions of the open design; one object for its whole life. */
export function useEditorActions(): EditorActions {
  return useStore().actions
}

/** Asks the compile worker about the newest design. */
export function useAsk(): Ask {
  return useStore().ask
}

/** Reads the state of this moment without subscribing, for handlers that run between two paints. */
export function useReadEditor(): () => EditorState {
  return useStore().getState
}
