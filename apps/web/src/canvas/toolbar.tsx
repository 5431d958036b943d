'use client'

import { Menu } from '@base-ui/react/menu'
import { text } from '@weft/domain'
import { useReactFlow } from '@xyflow/react'
import { Check, ChevronLeft, Layers, Maximize, Redo2, Search, Undo2, Workflow, ZoomIn, ZoomOut } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useEditor, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { Button, IconButton } from '../ui'
import { useCanvasSession } from './canvas-session'
import { fitOptions } from './fit-options'
import type { Layers as LayerChoice } from './mark-selected'
import { SaveIndicator } from './save-indicator'
import { useAutoLayout } from './use-auto-layout'

const words = {
  title: text('Tools', '工具栏'),
  back: text('All designs', '全部设计'),
  undo: text('Undo (Ctrl+Z)', '撤销 (Ctrl+Z)'),
  redo: text('Redo (Ctrl+Shift+Z)', '重做 (Ctrl+Shift+Z)'),
  arrange: text('Arrange', '自动布局'),
  fit: text('Show all (F)', '显示全部 (F)'),
  zoomIn: text('Zoom in (+)', '放大 (+)'),
  zoomOut: text('Zoom out (−)', '缩小 (−)'),
  layers: text('Layers', '图层'),
  find: text('Find', '查找'),
  compiling: text('Checking…', '正在检查…'),
  vlanifLinks: text('VLANIF links', 'VLANIF 链路'),
  sessions: text('BGP and BMP sessions', 'BGP 与 BMP 会话'),
  pairs: text('M-LAG frames', 'M-LAG 边框'),
}

/** The bar above the canvas. What belongs to panels (export, help, language, theme) is given by the page. */
export function Toolbar({ children }: { readonly children: ReactNode }) {
  const say = useSay()
  const name = useEditor((state) => state.name)
  const canUndo = useEditor((state) => state.canUndo)
  const canRedo = useEditor((state) => state.canRedo)
  const compiling = useEditor((state) => state.compiling)
  const { undo, redo } = useEditorActions()
  const { setSearching, arranging } = useCanvasSession()
  const arrange = useAutoLayout()
  return (
    <header className="flex h-11 items-center gap-1 border-b bg-surface px-2">
      <Link
        href="/"
        aria-label={say(words.back)}
        title={say(words.back)}
        className="focus-ring grid h-8 w-7 place-items-center rounded-md text-ink-muted hover:bg-sunken hover:text-ink"
      >
        <ChevronLeft size={16} />
      </Link>
      <h1 className="max-w-72 min-w-0 truncate pr-2 font-semibold">{name}</h1>
      <SaveIndicator />
      <div role="toolbar" aria-label={say(words.title)} className="ml-auto flex items-center gap-0.5">
        {compiling && (
          <span data-compiling className="pr-2 text-sm text-ink-faint">
            {say(words.compiling)}
          </span>
        )}
        <IconButton name={say(words.undo)} disabled={!canUndo} onClick={undo}>
          <Undo2 size={16} />
        </IconButton>
        <IconButton name={say(words.redo)} disabled={!canRedo} onClick={redo}>
          <Redo2 size={16} />
        </IconButton>
        <Divider />
        <ViewButtons />
        <Divider />
        <Button look="quiet" disabled={arranging} onClick={arrange}>
          <Workflow size={16} aria-hidden />
          {say(words.arrange)}
        </Button>
        <LayerMenu />
        <Button look="quiet" onClick={() => setSearching(true)} aria-keyshortcuts="Control+K">
          <Search size={16} aria-hidden />
          {say(words.find)}
          <kbd className="rounded-sm bg-sunken px-1 font-mono text-xs" aria-hidden>
            Ctrl K
          </kbd>
        </Button>
        <Divider />
        {children}
      </div>
    </header>
  )
}

function ViewButtons() {
  const say = useSay()
  const flow = useReactFlow()
  return (
    <>
      <IconButton name={say(words.zoomOut)} onClick={() => void flow.zoomOut()}>
        <ZoomOut size={16} />
      </IconButton>
      <IconButton name={say(words.zoomIn)} onClick={() => void flow.zoomIn()}>
        <ZoomIn size={16} />
      </IconButton>
      <IconButton name={say(words.fit)} onClick={() => void flow.fitView(fitOptions)}>
        <Maximize size={16} />
      </IconButton>
    </>
  )
}

function LayerMenu() {
  const say = useSay()
  const { layers, setLayers } = useCanvasSession()
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button look="quiet" />}>
        <Layers size={16} aria-hidden />
        {say(words.layers)}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="z-40">
          <Menu.Popup className="min-w-52 rounded-lg border border-line bg-raised p-1 text-ink shadow-float outline-none">
            {(['vlanifLinks', 'sessions', 'pairs'] as const satisfies readonly (keyof LayerChoice)[]).map((layer) => (
              <Menu.CheckboxItem
                key={layer}
                checked={layers[layer]}
                onCheckedChange={(checked) => setLayers({ ...layers, [layer]: checked })}
                closeOnClick={false}
                className="flex h-7 cursor-default items-center gap-2 rounded-md px-2 outline-none data-highlighted:bg-sunken"
              >
                <span className="w-4">
                  <Menu.CheckboxItemIndicator>
                    <Check size={14} className="text-accent" />
                  </Menu.CheckboxItemIndicator>
                </span>
                {say(words[layer])}
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Divider() {
  return <span className="mx-1 h-5 w-px bg-line" aria-hidden />
}
