/** The open design: what panels and canvas read, and the only way they change it. */
export { EditorProvider, useEditor, useEditorActions } from './editor-context'
export { summarize, worseOf } from './find-index'
export { freshId, freshSuffix } from './fresh-id'
export { openEditor } from './open-editor'
export { kindOf, recordAt } from './record-at'
export type { EditorTransport, OpenedEditor } from './open-editor'
export type { SendOutcome } from './save-queue'
export type {
  EditorActions,
  EditorState,
  FindingSummary,
  FocusRequest,
  SaveState,
  SelectMode,
  ShownRefusal,
} from './state'
export type { EditorStore } from './store'
