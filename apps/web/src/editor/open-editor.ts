import type { Design } from '@weft/domain'
import { applyChange } from '@weft/domain'
import { createCompiler } from './compiler'
import { keptInStorage } from './kept-changes'
import type { QueuedChange, SendOutcome } from './save-queue'
import type { Saver } from './saver'
import { createSaver } from './saver'
import type { SaveState } from './state'
import type { EditorStore } from './store'
import { createEditorStore } from './store'

/** How the editor reaches the server. The page gives it, so that the editor knows no router. */
export type EditorTransport = {
  open(designId: string): Promise<{ readonly name: string; readonly sequence: number; readonly design: Design }>
  append(designId: string, knownSequence: number, batch: readonly QueuedChange[]): Promise<SendOutcome>
}

export type OpenedEditor = {
  readonly store: EditorStore
  /** Kept changes of an earlier visit that this version cannot read. A person should know. */
  readonly unreadable: number
  readonly dispose: () => void
}

/** Fetches a design, puts the changes kept from an earlier visit on top, and starts saving and compiling. */
export async function openEditor(designId: string, transport: EditorTransport): Promise<OpenedEditor> {
  const kept = keptInStorage(localStorage, designId)
  const opened = await transport.open(designId)
  const { changes: unsent, unreadable } = kept.load()
  let store: EditorStore | undefined
  let saveState: SaveState | undefined

  const saver: Saver = createSaver({
    knownSequence: opened.sequence,
    kept,
    unsent,
    send: (knownSequence, batch) => transport.append(designId, knownSequence, batch),
    onState: (next) => {
      saveState = next
      store?.setSaveState(next)
    },
    onBehind: () => void catchUp(),
  })

  async function catchUp() {
    try {
      const head = await transport.open(designId)
      saver.caughtUp(head.sequence)
      store?.replaceDesign(withUnsaved(head.design, saver.unconfirmed()))
    } catch (error) {
      // The next answer of the server finds the client behind again and comes back here.
      console.warn('the newest state of the design could not be fetched', error)
    }
  }

  store = createEditorStore({
    designId,
    name: opened.name,
    design: withUnsaved(opened.design, unsent),
    createCompiler,
    saver,
  })
  if (saveState) store.setSaveState(saveState)

  const { getState } = store
  const warnWhileUnsaved = (event: BeforeUnloadEvent) => {
    if (getState().saveState.pending > 0) event.preventDefault()
  }
  addEventListener('beforeunload', warnWhileUnsaved)

  return {
    store,
    unreadable,
    dispose() {
      removeEventListener('beforeunload', warnWhileUnsaved)
      saver.dispose()
      store?.dispose()
    },
  }
}

function withUnsaved(design: Design, unsaved: readonly QueuedChange[]): Design {
  return unsaved.reduce((next, { change }) => applyChange(next, change), design)
}
