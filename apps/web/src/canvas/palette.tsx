'use client'

import type { LocalText } from '@weft/domain'
import { paletteModels, text } from '@weft/domain'
import type { LucideIcon } from 'lucide-react'
import {
  Cable,
  ChevronRight,
  CircleDot,
  Cloud,
  Layers2,
  Link2,
  Radar,
  Router,
  Search,
  Server,
  SquareStack,
} from 'lucide-react'
import { useMemo, useState } from 'react'
import { useSay } from '../i18n'
import { inputClass } from '../ui'
import type { PaletteItem } from './palette-items'
import { DRAG_TYPE } from './palette-items'
import { usePlaceItem } from './use-place-item'

type Entry = {
  readonly key: string
  readonly item: PaletteItem
  readonly icon: LucideIcon
  readonly name: LocalText
  readonly hint?: LocalText
}

const tools: readonly Entry[] = [
  {
    key: 'loopback',
    item: { kind: 'loopback' },
    icon: CircleDot,
    name: text('LoopBack', 'LoopBack'),
    hint: text('onto a device', '放到设备上'),
  },
  {
    key: 'vlanif-link',
    item: { kind: 'vlanif-link' },
    icon: Cable,
    name: text('VLANIF link', 'VLANIF 链路'),
    hint: text('onto a link', '放到链路上'),
  },
  {
    key: 'mlag',
    item: { kind: 'mlag' },
    icon: Link2,
    name: text('M-LAG pair', 'M-LAG 组'),
    hint: text('of two devices', '由两台设备组成'),
  },
]
const things: readonly Entry[] = [
  { key: 'server', item: { kind: 'host', hostKind: 'server' }, icon: Server, name: text('Server', '服务器') },
  {
    key: 'switch',
    item: { kind: 'host', hostKind: 'switch' },
    icon: SquareStack,
    name: text('Access switch', '接入交换机'),
  },
  {
    key: 'router',
    item: { kind: 'host', hostKind: 'router' },
    icon: Router,
    name: text('Outside router', '外部路由器'),
  },
  {
    key: 'external',
    item: { kind: 'host', hostKind: 'external' },
    icon: Cloud,
    name: text('External network', '外部网络'),
  },
  { key: 'station', item: { kind: 'station' }, icon: Radar, name: text('BMP station', 'BMP 监控服务器') },
]

const words = {
  title: text('Palette', '组件库'),
  search: text('Search models', '搜索型号'),
  tools: text('Build', '构建'),
  things: text('Around the fabric', '网络周边'),
  none: text('No model has this in its name.', '没有名称匹配的型号。'),
  undocumented: text('not in the reference', '命令参考未收录'),
  router: text('routers', '路由器'),
}

/** Everything that can be put on the canvas: dragged with the mouse, or with Enter to the middle of the view. */
export function Palette() {
  const say = useSay()
  const [query, setQuery] = useState('')
  const groups = useMemo(() => matchingModels(query), [query])
  const searching = query.trim() !== ''
  return (
    <nav aria-label={say(words.title)} className="flex min-h-0 w-full min-w-0 flex-col border-r bg-surface">
      <div className="border-b p-2">
        <label className="relative block">
          <span className="sr-only">{say(words.search)}</span>
          <Search size={14} className="absolute top-[7px] left-2 text-ink-faint" aria-hidden />
          <input
            type="search"
            className={`${inputClass} pl-7`}
            value={query}
            placeholder={say(words.search)}
            onChange={(event) => setQuery(event.target.value)}
          />
        </label>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto pb-3">
        {!searching && <Section title={say(words.tools)} entries={tools} />}
        {!searching && <Section title={say(words.things)} entries={things} />}
        {groups.map(({ series, kind, status, models }) => (
          <SeriesGroup
            key={`${series} ${status}`}
            title={series}
            note={kind === 'router' ? say(words.router) : status === 'undocumented' ? say(words.undocumented) : ''}
            open={searching}
          >
            {models.map((model) => (
              <PaletteButton
                key={model}
                entry={{
                  key: model,
                  item: { kind: 'device', model },
                  icon: kind === 'router' ? Router : Layers2,
                  name: text(model, model),
                }}
              />
            ))}
          </SeriesGroup>
        ))}
        {groups.length === 0 && <p className="px-3 py-2 text-ink-muted">{say(words.none)}</p>}
      </div>
    </nav>
  )
}

function matchingModels(query: string) {
  const wanted = query.trim().toLowerCase()
  return paletteModels()
    .map(({ series, kind, status, models }) => ({
      series,
      kind,
      status,
      models: models.map(({ name }) => name).filter((name) => name.toLowerCase().includes(wanted)),
    }))
    .filter(({ models }) => models.length > 0)
}

function Section({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }) {
  return (
    <section>
      <h2 className="px-3 pt-3 pb-1 text-xs font-semibold tracking-wide text-ink-faint uppercase">{title}</h2>
      {entries.map((entry) => (
        <PaletteButton key={entry.key} entry={entry} />
      ))}
    </section>
  )
}

type GroupProps = {
  readonly title: string
  readonly note: string
  readonly open: boolean
  readonly children: React.ReactNode
}

function SeriesGroup({ title, note, open, children }: GroupProps) {
  return (
    // Remounted when searching starts or ends: found models are shown, a person's own folding comes back as it was made.
    <details key={String(open)} open={open} className="group border-t first:border-t-0">
      <summary className="focus-ring flex h-7 cursor-pointer list-none items-center gap-1 px-2 select-none hover:bg-sunken">
        <ChevronRight size={14} className="text-ink-faint transition-transform group-open:rotate-90" aria-hidden />
        <span className="font-medium">{title}</span>
        {note && <span className="truncate text-xs text-ink-faint">{note}</span>}
      </summary>
      {children}
    </details>
  )
}

function PaletteButton({ entry: { item, icon: Icon, name, hint } }: { readonly entry: Entry }) {
  const say = useSay()
  const { placeInView } = usePlaceItem()
  return (
    <button
      type="button"
      draggable
      className="focus-ring flex h-7 w-full cursor-grab items-center gap-2 px-3 text-left hover:bg-sunken active:cursor-grabbing"
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAG_TYPE, JSON.stringify(item))
        event.dataTransfer.effectAllowed = 'copy'
      }}
      onClick={() => placeInView(item)}
    >
      <Icon size={14} strokeWidth={1.75} className="shrink-0 text-ink-muted" aria-hidden />
      <span className="truncate">{say(name)}</span>
      {hint && <span className="ml-auto shrink-0 text-xs text-ink-faint">{say(hint)}</span>}
    </button>
  )
}
