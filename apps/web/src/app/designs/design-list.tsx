'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Design } from '@weft/domain'
import { serializeDesign, text } from '@weft/domain'
import { FileCode, FileUp, Plus, Search } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { PreferencesMenu } from '../../app-preferences'
import { usePreferences, useSay } from '../../i18n'
import { Button, Empty, inputClass } from '../../ui'
import { ImportDialog } from '../importing/import-dialog'
import { trpcClient as api } from '../trpc'
import { DesignMenu } from './design-menu'
import type { DesignRow } from './design-row'
import { NewDesignDialog } from './new-design-dialog'
import { Thumbnail } from './thumbnail'

/** The first page: every design, newest edit first. */
export function DesignList() {
  const say = useSay()
  const router = useRouter()
  const queries = useQueryClient()
  const [query, setQuery] = useState('')
  const [archived, setArchived] = useState(false)
  const [naming, setNaming] = useState(false)
  const [importing, setImporting] = useState(false)
  const [problem, setProblem] = useState<string>()
  const file = useRef<HTMLInputElement>(null)
  const designs = useQuery({
    queryKey: ['designs', query, archived],
    queryFn: () => api.designs.list.query({ query, archived }),
  })
  const create = useMutation({
    mutationFn: (name: string) => api.designs.create.mutate({ name }),
    onSuccess: ({ id }) => router.push(`/d/${id}`),
    onError: (error) => setProblem(error.message),
  })
  const importDesign = useMutation({
    mutationFn: ({ name, design }: { readonly name: string; readonly design: Design }) =>
      api.designs.importDocument.mutate({ name, text: serializeDesign(design) }),
    onSuccess: ({ id }) => router.push(`/d/${id}`),
    onError: (error) => {
      setImporting(false)
      setProblem(error.message)
    },
  })
  const importFile = useMutation({
    mutationFn: async (chosen: File) =>
      api.designs.importDocument.mutate({ name: chosen.name.replace(/\.json$/i, ''), text: await chosen.text() }),
    onSuccess: ({ id }) => router.push(`/d/${id}`),
    onError: (error) => setProblem(error.message),
  })
  const changed = () => void queries.invalidateQueries({ queryKey: ['designs'] })

  return (
    <div className="mx-auto grid min-h-full max-w-6xl content-start gap-4 px-6 py-5">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="text-xl font-semibold tracking-tight">Weft</h1>
        <p className="min-w-0 flex-1 text-ink-muted">
          {say(text('CloudEngine fabrics, drawn and derived', 'CloudEngine 数据中心网络，绘制即推导'))}
        </p>
        <PreferencesMenu />
      </header>
      <main className="grid content-start gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <label className="relative min-w-52 flex-1">
            <span className="sr-only">{say(text('Search designs', '搜索设计'))}</span>
            <Search size={14} className="absolute top-2 left-2 text-ink-faint" aria-hidden />
            <input
              className={`${inputClass} h-8 pl-7`}
              value={query}
              placeholder={say(text('Search designs', '搜索设计'))}
              onChange={(event) => setQuery(event.target.value)}
            />
          </label>
          <Button
            aria-pressed={archived}
            look={archived ? 'primary' : 'plain'}
            onClick={() => setArchived((before) => !before)}
          >
            {say(text('Archived', '已归档'))}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".json,application/json"
            className="sr-only"
            tabIndex={-1}
            aria-label={say(text('Design file', '设计文件'))}
            onChange={(event) => {
              const chosen = event.target.files?.[0]
              if (chosen) importFile.mutate(chosen)
              event.target.value = ''
            }}
          />
          <Button onClick={() => file.current?.click()} disabled={importFile.isPending}>
            <FileUp size={14} aria-hidden />
            {say(importFile.isPending ? text('Reading…', '正在读取…') : text('Open a file', '打开文件'))}
          </Button>
          <Button onClick={() => setImporting(true)}>
            <FileCode size={14} aria-hidden />
            {say(text('Import configurations', '导入配置'))}
          </Button>
          <Button look="primary" onClick={() => setNaming(true)}>
            <Plus size={14} aria-hidden />
            {say(text('New design', '新建设计'))}
          </Button>
        </div>
        {problem && (
          <div role="alert" className="flex items-start gap-2 rounded-md border border-error bg-error-soft p-3">
            <pre className="min-w-0 flex-1 overflow-auto font-sans whitespace-pre-wrap">{problem}</pre>
            <Button small onClick={() => setProblem(undefined)}>
              {say(text('Dismiss', '关闭'))}
            </Button>
          </div>
        )}
        <Cards
          designs={designs.data}
          error={designs.error}
          retry={() => void designs.refetch()}
          searching={query !== '' || archived}
          onChanged={changed}
          onProblem={setProblem}
        />
      </main>
      {importing && (
        <ImportDialog
          busy={importDesign.isPending}
          onClose={() => setImporting(false)}
          onDesign={(name, design) => importDesign.mutate({ name, design })}
        />
      )}
      {naming && (
        <NewDesignDialog
          onCancel={() => setNaming(false)}
          onCreate={(name, design) => {
            setNaming(false)
            if (design) importDesign.mutate({ name, design })
            else create.mutate(name)
          }}
        />
      )}
    </div>
  )
}

type CardsProps = {
  readonly designs: readonly DesignRow[] | undefined
  readonly error: Error | null
  readonly retry: () => void
  readonly searching: boolean
  readonly onChanged: () => void
  readonly onProblem: (message: string) => void
}

function Cards({ designs, error, retry, searching, onChanged, onProblem }: CardsProps) {
  const say = useSay()
  const { language } = usePreferences()
  if (error) {
    return (
      <Empty title={say(text('The server does not answer', '服务器没有响应'))}>
        <p>{error.message}</p>
        <Button onClick={retry}>{say(text('Try again', '重试'))}</Button>
      </Empty>
    )
  }
  if (!designs) return <Empty title={say(text('Loading…', '正在加载…'))} />
  if (designs.length === 0) {
    return (
      <Empty title={say(searching ? text('No design matches', '没有匹配的设计') : text('No design yet', '还没有设计'))}>
        {!searching && say(text('Create one, or open a design file.', '新建一个设计，或打开设计文件。'))}
      </Empty>
    )
  }
  const when = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(240px,1fr))] gap-3">
      {designs.map((design) => (
        <li
          key={design.id}
          className="group relative overflow-hidden rounded-lg border bg-surface hover:border-line-strong"
        >
          <Link href={`/d/${design.id}`} className="focus-ring block rounded-lg">
            <Thumbnail svg={design.thumbnail} />
            <div className="border-t px-3 py-2 pr-10">
              <h2 className="truncate font-medium">{design.name}</h2>
              <p className="text-sm text-ink-muted">
                <time dateTime={design.updatedAt.toISOString()}>{when.format(design.updatedAt)}</time>
              </p>
            </div>
          </Link>
          <div className="absolute right-1.5 bottom-2.5">
            <DesignMenu design={design} onChanged={onChanged} onProblem={onProblem} />
          </div>
        </li>
      ))}
    </ul>
  )
}
