'use client'

import type { Network, NetworkRecord, RecordId, RecordKind } from '@weft/domain'
import { collectionOf, text } from '@weft/domain'
import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useEditor, useEditorActions } from '../../editor'
import { useSay } from '../../i18n'
import { Button, IconButton, SeverityMark } from '../../ui'
import { kindNames, useRecordName } from '../record-name'
import type { Addition } from './additions'
import { additionsOf, designAdditions } from './additions'
import { IntentNote } from './intent-note'
import { RecordForm } from './record-form'
import { relatedOf } from './related'

/** The selected record with all its fields, or the design as a whole. */
export function Inspector() {
  const say = useSay()
  const network = useEditor((state) => state.fabric)
  const selection = useEditor((state) => state.selection)
  const ids = [...selection]
  const only = ids.length === 1 && ids[0] ? recordOf(network, ids[0]) : undefined
  return (
    <section aria-label={say(text('Inspector', '属性'))} className="flex h-full min-h-0 flex-col overflow-auto p-3">
      {only ? <RecordPanel key={only.id} record={only} /> : ids.length > 1 ? <ManyPanel ids={ids} /> : <DesignPanel />}
    </section>
  )
}

function recordOf(network: Network, id: RecordId): NetworkRecord | undefined {
  const collection = collectionOf(id)
  return collection && network[collection][id]
}

function kindOf(id: RecordId): RecordKind {
  return id.slice(0, id.indexOf(':')) as RecordKind
}

function RecordPanel({ record }: { readonly record: NetworkRecord }) {
  const say = useSay()
  const network = useEditor((state) => state.fabric)
  const findings = useEditor((state) => state.findingsByRecord.get(record.id))
  const { dispatch } = useEditorActions()
  const nameOf = useRecordName()
  const kind = kindOf(record.id)
  const related = useMemo(() => relatedOf(network, record), [network, record])
  return (
    <div className="grid grid-cols-1 gap-3">
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="text-sm text-ink-muted">{say(kindNames[kind])}</p>
          <h2 className="truncate text-lg font-semibold">{nameOf(record.id)}</h2>
        </div>
        <IconButton
          name={say(text('Delete', '删除'))}
          onClick={() => dispatch({ kind: 'records.delete', ids: [record.id] })}
        >
          <Trash2 size={16} />
        </IconButton>
      </header>
      {findings && findings.length > 0 && (
        <ul className="grid grid-cols-1 gap-1">
          {findings.slice(0, 5).map((finding) => (
            <li key={finding.key} className="flex items-start gap-1.5 text-sm">
              <span className="pt-px">
                <SeverityMark severity={finding.severity} size={12} />
              </span>
              {say(finding.what)}
            </li>
          ))}
          {findings.length > 5 && <li className="text-sm text-ink-muted">+{findings.length - 5}</li>}
        </ul>
      )}
      <IntentNote record={record} />
      <RecordForm record={record} kind={kind} />
      <Additions additions={additionsOf(network, record)} />
      <RecordList title={say(text('Belongs to it', '相关对象'))} ids={related} />
    </div>
  )
}

function ManyPanel({ ids }: { readonly ids: readonly RecordId[] }) {
  const say = useSay()
  const { deleteSelection } = useEditorActions()
  return (
    <div className="grid grid-cols-1 gap-3">
      <h2 className="text-lg font-semibold">
        {say(text(`${ids.length} objects selected`, `已选 ${ids.length} 个对象`))}
      </h2>
      <Button onClick={deleteSelection}>
        <Trash2 size={14} aria-hidden />
        {say(text('Delete all of them', '全部删除'))}
      </Button>
      <RecordList title={say(text('Selected', '所选'))} ids={ids} />
    </div>
  )
}

function DesignPanel() {
  const say = useSay()
  const network = useEditor((state) => state.fabric)
  const count = (collection: { readonly [id: string]: unknown }) => Object.keys(collection).length
  const designRecords = [
    network.underlays,
    network.overlays,
    network.bmpMonitorings,
    network.roleDefaults,
    network.vrfs,
    network.bridgeDomains,
    network.routePolicies,
    network.prefixLists,
    network.asPathFilters,
    network.pools,
  ].flatMap((collection) => Object.values(collection).map((record) => record.id))
  return (
    <div className="grid grid-cols-1 gap-3">
      <h2 className="text-lg font-semibold">{say(text('Design', '设计'))}</h2>
      <dl className="grid grid-cols-2 gap-x-3 gap-y-1">
        {(
          [
            [text('Devices', '设备'), count(network.devices)],
            [text('Links', '链路'), count(network.links)],
            [text('M-LAG pairs', 'M-LAG 组'), count(network.mlagPairs)],
            [text('BGP peerings', 'BGP 对等体'), count(network.peerings)],
            [text('BMP sessions', 'BMP 会话'), count(network.bmpSessions)],
            [text('Hosts', '主机'), count(network.hosts)],
          ] as const
        ).map(([label, value]) => (
          <div key={label.en} className="flex justify-between border-b py-0.5">
            <dt className="text-ink-muted">{say(label)}</dt>
            <dd className="font-mono">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-muted">
        {say(
          text('Select something on the canvas to see and change it here.', '在画布上选择对象后，可在此查看和修改。'),
        )}
      </p>
      <Additions additions={designAdditions(network)} />
      <RecordList title={say(text('Of the whole fabric', '全网'))} ids={designRecords} />
    </div>
  )
}

function Additions({ additions }: { readonly additions: readonly Addition[] }) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  if (additions.length === 0) return null
  return (
    <div className="grid grid-cols-1 gap-1">
      <h3 className="text-sm font-medium text-ink-muted">{say(text('Add', '添加'))}</h3>
      <div className="flex flex-wrap gap-1">
        {additions.map((addition) => (
          <Button key={addition.label.en} small onClick={() => dispatch(addition.command())}>
            + {say(addition.label)}
          </Button>
        ))}
      </div>
    </div>
  )
}

function RecordList({ title, ids }: { readonly title: string; readonly ids: readonly RecordId[] }) {
  const say = useSay()
  const { focus } = useEditorActions()
  const nameOf = useRecordName()
  const findings = useEditor((state) => state.findingsByRecord)
  if (ids.length === 0) return null
  return (
    <div className="grid grid-cols-1 gap-1">
      <h3 className="text-sm font-medium text-ink-muted">{title}</h3>
      <ul className="grid grid-cols-1">
        {ids.slice(0, 200).map((id) => {
          const worst = findings.get(id)?.[0]
          return (
            <li key={id}>
              <button
                type="button"
                className="focus-ring flex min-h-6 w-full items-center gap-2 rounded-sm px-1 text-left hover:bg-sunken"
                onClick={() => focus(id)}
              >
                <span className="w-24 shrink-0 truncate text-sm text-ink-faint">{say(kindNames[kindOf(id)])}</span>
                <span className="min-w-0 flex-1 truncate font-mono text-sm">{nameOf(id)}</span>
                {worst && <SeverityMark severity={worst.severity} size={12} />}
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
