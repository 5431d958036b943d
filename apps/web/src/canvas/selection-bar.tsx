'use client'

import type { Command, LocalText } from '@weft/domain'
import { text } from '@weft/domain'
import type { LucideIcon } from 'lucide-react'
import { Cable, CircleDot, Link2, Merge, Spline, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useEditor, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { Button } from '../ui'
import { selectionActions } from './selection-actions'
import { useStartLink } from './use-start-link'

const words = {
  title: text('What the selection can become', '对所选对象的操作'),
  connect: text('Connect', '连接'),
  loopback: text('Add LoopBack', '添加 LoopBack'),
  peer: text('Peer', '建立对等体'),
  pair: text('Pair as M-LAG', '组成 M-LAG'),
  vlanif: text('VLANIF link', 'VLANIF 链路'),
  attach: text('Attach to M-LAG', '接入 M-LAG'),
  remove: text('Delete', '删除'),
}

/** The next steps the selection makes possible, at the top of the canvas, each with its key. */
export function SelectionBar() {
  const say = useSay()
  const network = useEditor((state) => state.design.network)
  const selection = useEditor((state) => state.selection)
  const { dispatch, deleteSelection } = useEditorActions()
  const startLink = useStartLink()
  const actions = useMemo(() => selectionActions(network, selection), [network, selection])
  if (selection.size === 0) return null

  const run = (command: Command) => () => void dispatch(command)
  return (
    <div
      role="toolbar"
      aria-label={say(words.title)}
      className="absolute top-3 left-1/2 z-10 flex -translate-x-1/2 gap-0.5 rounded-lg border bg-raised p-1 shadow-float"
    >
      {actions.connect && (
        <Action icon={Spline} words={words.connect} keys="L" onClick={() => startLink(actions.connect)} />
      )}
      {actions.addLoopbacks && (
        <Action icon={CircleDot} words={words.loopback} keys="O" onClick={run(actions.addLoopbacks)} />
      )}
      {actions.peer && <Action icon={Merge} words={words.peer} keys="P" onClick={run(actions.peer)} />}
      {actions.pair && <Action icon={Link2} words={words.pair} keys="M" onClick={run(actions.pair)} />}
      {actions.drawVlanif && <Action icon={Cable} words={words.vlanif} keys="V" onClick={run(actions.drawVlanif)} />}
      {actions.attach && <Action icon={Link2} words={words.attach} keys="T" onClick={run(actions.attach)} />}
      <Action icon={Trash2} words={words.remove} keys="Del" onClick={deleteSelection} />
    </div>
  )
}

type ActionProps = {
  readonly icon: LucideIcon
  readonly words: LocalText
  readonly keys: string
  readonly onClick: () => void
}

function Action({ icon: Icon, words: name, keys, onClick }: ActionProps) {
  const say = useSay()
  return (
    <Button small look="quiet" onClick={onClick} aria-keyshortcuts={keys === 'Del' ? 'Delete' : keys}>
      <Icon size={14} aria-hidden />
      {say(name)}
      <kbd className="rounded-sm bg-sunken px-1 font-mono text-xs text-ink-muted" aria-hidden>
        {keys}
      </kbd>
    </Button>
  )
}
