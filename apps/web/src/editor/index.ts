/** The open design: what panels and canvas read, and the only way they change it. */
export type {
  ChangedRow,
  Digest,
  ExportOutcome,
  ExportStep,
  FailureOutcome,
  LedgerFilter,
  SessionRow,
} from './compiler'
export { markedLines, worseStatus } from './compiler'
export { EditorProvider, useAsk, useEditor, useEditorActions, useReadEditor } from './editor-context'
export type { FailurePlayer } from './failure-player'
export { FailurePlayerProvider, useFailurePlayer } from './failure-player'
export { summarize, worseOf } from './find-index'
export { freshId, freshSuffix } from './fresh-id'
export { kindNames } from './kind-names'
export { localDate } from './local-date'
export type { EditorTransport, OpenedEditor } from './open-editor'
export { openEditor } from './open-editor'
export { kindOf } from './record-at'
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
export { useAnswer } from './use-answer'
