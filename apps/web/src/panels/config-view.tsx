'use client'

import { defaultKeymap } from '@codemirror/commands'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import type { Range } from '@codemirror/state'
import { EditorState, StateEffect, StateField } from '@codemirror/state'
import type { DecorationSet, ViewUpdate } from '@codemirror/view'
import { Decoration, EditorView, keymap, lineNumbers, ViewPlugin } from '@codemirror/view'
import type { LineStanding } from '@weft/domain'
import { tokenizeLine } from '@weft/domain'
import { useEffect, useRef } from 'react'
import './config-view.css'

type Props = {
  readonly label: string
  readonly lines: readonly { readonly text: string; readonly standing: LineStanding }[]
  /** Indexes of lines that belong to the selection. */
  readonly marked: readonly number[]
  /** The caret moved to a line; `clicked` when a pointer or Enter chose it. */
  readonly onLine: (index: number, clicked: boolean) => void
}

type LineClass = 'vrp-marked' | 'vrp-carried' | 'vrp-unknown'

/** Classes of whole lines, set from outside. */
function lineClasses() {
  const set = StateEffect.define<ReadonlyMap<number, LineClass>>()
  const field = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(decorations, transaction) {
      for (const effect of transaction.effects) {
        if (!effect.is(set)) continue
        const { doc } = transaction.state
        const ranges = [...effect.value]
          .filter(([index]) => index < doc.lines)
          .map(([index, name]) => Decoration.line({ class: name }).range(doc.line(index + 1).from))
        return Decoration.set(ranges, true)
      }
      return decorations.map(transaction.changes)
    },
    provide: (each) => EditorView.decorations.from(each),
  })
  return { set, field }
}

const selected = lineClasses()
const imported = lineClasses()

/** Colours the words of the visible lines only: cost follows the window, not the file. */
const colouring = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = colourVisible(view)
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = colourVisible(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

function colourVisible(view: EditorView): DecorationSet {
  const ranges: Range<Decoration>[] = []
  for (const { from, to } of view.visibleRanges) {
    for (let position = from; position <= to; ) {
      const line = view.state.doc.lineAt(position)
      for (const token of tokenizeLine(line.text)) {
        ranges.push(Decoration.mark({ class: `vrp-${token.kind}` }).range(line.from + token.from, line.from + token.to))
      }
      position = line.to + 1
    }
  }
  return Decoration.set(ranges, true)
}

export function ConfigView({ label, lines, marked, onLine }: Props) {
  const holder = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const report = useRef(onLine)
  useEffect(() => {
    report.current = onLine
  }, [onLine])

  useEffect(() => {
    if (!holder.current) return
    const editor = new EditorView({
      parent: holder.current,
      state: EditorState.create({
        extensions: [
          EditorState.readOnly.of(true),
          EditorView.contentAttributes.of({ tabindex: '0' }),
          lineNumbers(),
          search({ top: true }),
          highlightSelectionMatches(),
          keymap.of([
            {
              key: 'Enter',
              run: (target) => {
                report.current(caretLine(target), true)
                return true
              },
            },
            ...searchKeymap,
            ...defaultKeymap,
          ]),
          imported.field,
          selected.field,
          colouring,
          EditorView.domEventHandlers({
            click: (_event, target) => {
              if (target.state.selection.main.empty) report.current(caretLine(target), true)
              return false
            },
          }),
          EditorView.updateListener.of((update) => {
            if (update.selectionSet) report.current(caretLine(update.view), false)
          }),
        ],
      }),
    })
    view.current = editor
    return () => editor.destroy()
  }, [])

  useEffect(() => {
    view.current?.contentDOM.setAttribute('aria-label', label)
  }, [label])

  useEffect(() => {
    const editor = view.current
    if (!editor) return
    const insert = lines.map((line) => line.text).join('\n')
    if (insert !== editor.state.doc.toString())
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert } })
    const kept = lines.flatMap(({ standing }, index) =>
      standing === 'modelled' ? [] : [[index, standing === 'carried' ? 'vrp-carried' : 'vrp-unknown'] as const],
    )
    editor.dispatch({ effects: imported.set.of(new Map(kept)) })
  }, [lines])

  useEffect(() => {
    const editor = view.current
    if (!editor) return
    editor.dispatch({ effects: selected.set.of(new Map(marked.map((index) => [index, 'vrp-marked']))) })
    const first = marked[0]
    const alreadySeen = marked.some((index) => index < editor.state.doc.lines && isVisible(editor, index))
    if (first !== undefined && !alreadySeen && first < editor.state.doc.lines) {
      editor.dispatch({ effects: EditorView.scrollIntoView(editor.state.doc.line(first + 1).from, { y: 'center' }) })
    }
  }, [marked])

  return <div ref={holder} className="vrp-view h-full min-h-0 overflow-hidden" />
}

function caretLine(view: EditorView): number {
  return view.state.doc.lineAt(view.state.selection.main.head).number - 1
}

function isVisible(view: EditorView, index: number): boolean {
  const { from } = view.state.doc.line(index + 1)
  const block = view.lineBlockAt(from)
  const { scrollTop, clientHeight } = view.scrollDOM
  return block.top >= scrollTop && block.bottom <= scrollTop + clientHeight
}
