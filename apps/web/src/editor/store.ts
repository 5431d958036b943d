import type { Change, Command, Design, Network, RecordId, Refusal } from '@weft/domain'
import { applyChange, applyCommand, expandIntents, invertChange, judgeFindings } from '@weft/domain'
import type { Clip } from './clipboard'
import { copySelection, pasteCommand } from './clipboard'
import type { Ask, Compiler, CompilerEvents, Digest } from './compiler'
import { touchesNetwork } from './compiler'
import { indexFindings } from './find-index'
import { freshId } from './fresh-id'
import type { History } from './history'
import { emptyHistory, remember, stepBack, stepForward } from './history'
import { localDate } from './local-date'
import { recordAt } from './record-at'
import type { EditorActions, EditorState, SaveState, SelectMode } from './state'

/** One open design: its state, who listens, and the only ways to change it. */
export type EditorStore = {
  getState(): EditorState
  subscribe(listener: () => void): () => void
  readonly actions: EditorActions
  readonly ask: Ask
  /** The design as the server has it now, with what is still unsaved on top. */
  replaceDesign(design: Design): void
  setSaveState(saveState: SaveState): void
  dispose(): void
}

export type StoreOptions = {
  readonly designId: string
  readonly name: string
  readonly design: Design
  readonly createCompiler: (events: CompilerEvents) => Compiler
  readonly saver: { add(change: Change): void; retryNow(): void }
}

export function createEditorStore({ designId, name, design, createCompiler, saver }: StoreOptions): EditorStore {
  const listeners = new Set<() => void>()
  let history: History = emptyHistory
  let clip: Clip | undefined
  let serial = 0
  let state: EditorState = {
    designId,
    name,
    design,
    fabric: expandIntents(design.network),
    compiling: true,
    findings: [],
    openFindings: [],
    findingsByRecord: new Map(),
    selection: new Set(),
    saveState: { kind: 'saved', pending: 0 },
    canUndo: false,
    canRedo: false,
  }

  function update(part: Partial<EditorState>) {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  const compiler = createCompiler({ onCompiled, onCrashed })
  compiler.open(design.network)

  function onCompiled(digest: Digest, newest: boolean) {
    const findings = judgeFindings(digest.findings, state.design.network, localDate(new Date()))
    const openFindings = findings.filter(({ standing }) => standing !== 'waived')
    update({
      digest,
      compiling: !newest,
      findings,
      openFindings,
      findingsByRecord: indexFindings(openFindings),
    })
  }

  function onCrashed(message: string) {
    update({ compiling: false, compileError: message })
  }

  /** Shows, saves and compiles a change that has been made to the design. */
  function commit(next: Design, change: Change, nextHistory: History) {
    history = nextHistory
    const compiles = touchesNetwork(change)
    const fabric = compiles ? expandIntents(next.network) : state.fabric
    update({
      design: next,
      fabric,
      selection: compiles ? stillThere(fabric, state.selection) : state.selection,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      compiling: state.compileError ? false : state.compiling || compiles,
      refusal: undefined,
    })
    compiler.change(change)
    saver.add(change)
  }

  function dispatch(command: Command): Refusal | undefined {
    const result = applyCommand(state.design, command)
    if ('refused' in result) {
      serial += 1
      update({ refusal: { refusal: result.refused, serial } })
      return result.refused
    }
    if (result.change.edits.length > 0) commit(result.design, result.change, remember(history, result.change))
    return undefined
  }

  function select(ids: Iterable<RecordId>, mode: SelectMode = 'replace') {
    const selection = chosen(state.selection, ids, mode)
    if (!sameSet(selection, state.selection)) update({ selection })
  }

  const actions: EditorActions = {
    dispatch,
    select,
    undo() {
      const step = stepBack(history)
      if (!step) return
      const inverse = invertChange(step.change)
      commit(applyChange(state.design, inverse), inverse, step.history)
    },
    redo() {
      const step = stepForward(history)
      if (step) commit(applyChange(state.design, step.change), step.change, step.history)
    },
    focus(recordId) {
      serial += 1
      update({ selection: new Set([recordId]), focusRequest: { recordId, serial } })
    },
    copy() {
      const copied = copySelection(state.design, state.selection)
      if (copied.records.length > 0) clip = copied
    },
    paste() {
      if (!clip) return
      const command = pasteCommand(clip, freshId)
      if (dispatch(command)) return
      select(Object.keys(command.positions) as RecordId[]) // positions are keyed by record id
      // The next paste lands beside this one, not on top of it.
      clip = { records: command.records, positions: command.positions }
    },
    deleteSelection() {
      if (state.selection.size > 0) dispatch({ kind: 'records.delete', ids: [...state.selection] })
    },
    dismissRefusal: () => update({ refusal: undefined }),
    retrySaving: () => saver.retryNow(),
    restartCompiling() {
      update({ compileError: undefined, compiling: true })
      compiler.open(state.design.network)
    },
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    actions,
    ask: compiler.ask,
    replaceDesign(next) {
      const fabric = expandIntents(next.network)
      const selection = stillThere(fabric, state.selection)
      update({ design: next, fabric, selection, compiling: true, compileError: undefined })
      compiler.open(next.network)
    },
    setSaveState: (saveState) => update({ saveState }),
    dispose: () => compiler.dispose(),
  }
}

function chosen(current: ReadonlySet<RecordId>, ids: Iterable<RecordId>, mode: SelectMode): ReadonlySet<RecordId> {
  if (mode === 'replace') return new Set(ids)
  const next = new Set(current)
  for (const id of ids) {
    if (mode === 'toggle' && next.has(id)) next.delete(id)
    else next.add(id)
  }
  return next
}

function sameSet(a: ReadonlySet<RecordId>, b: ReadonlySet<RecordId>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id))
}

function stillThere(network: Network, selection: ReadonlySet<RecordId>): ReadonlySet<RecordId> {
  const kept = [...selection].filter((id) => recordAt(network, id) !== undefined)
  return kept.length === selection.size ? selection : new Set(kept)
}
