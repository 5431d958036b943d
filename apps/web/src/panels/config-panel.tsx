'use client'

import type { BlamedLine, Device, RecordId } from '@weft/domain'
import { byId, text } from '@weft/domain'
import { useMemo, useState } from 'react'
import { markedLines, useAnswer, useEditor, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { Button, Empty } from '../ui'
import { ConfigView } from './config-view'
import { useRecordName } from './record-name'

/** The configuration of one device. A clicked line selects its objects; selected objects mark their lines on every device. */
export function ConfigPanel() {
  const say = useSay()
  const network = useEditor((state) => state.design.network)
  const selection = useEditor((state) => state.selection)
  const { select } = useEditorActions()
  const nameOf = useRecordName()
  const [chosen, setChosen] = useState<RecordId>()
  const [caret, setCaret] = useState(0)

  const devices = useMemo(() => Object.values(network.devices).sort(byId), [network.devices])
  const selectedDevice = devices.find((device) => selection.has(device.id))
  const shown = devices.find((device) => device.id === chosen) ?? selectedDevice ?? devices[0]
  const blamed = useLines(shown?.id)
  const marked = useMemo(() => markedLines(blamed, selection), [blamed, selection])
  const elsewhere = useDevicesWithLines(devices, selection)

  if (devices.length === 0) {
    return (
      <Empty title={say(text('No device yet', '还没有设备'))}>
        {say(
          text(
            'Drag a model from the palette: its configuration appears here.',
            '从左侧面板拖入一个型号，这里会显示其配置。',
          ),
        )}
      </Empty>
    )
  }
  const line = blamed[caret]
  return (
    <section aria-label={say(text('Configuration', '配置'))} className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-2 border-b px-2 py-1">
        <DeviceChoice devices={devices} value={shown?.id} onChange={setChosen} />
        <Standings lines={blamed} />
        {elsewhere.length > 0 && (
          <div className="flex min-w-0 flex-wrap items-center gap-1 text-sm text-ink-muted">
            {say(text('Lines of the selection:', '所选对象的配置行：'))}
            {elsewhere.slice(0, 12).map(({ device, count }) => (
              <Button
                key={device.id}
                small
                look={device.id === shown?.id ? 'primary' : 'plain'}
                onClick={() => setChosen(device.id)}
              >
                {device.name} {count}
              </Button>
            ))}
            {elsewhere.length > 12 && <span>+{elsewhere.length - 12}</span>}
          </div>
        )}
      </div>
      <div className="min-h-0 flex-1">
        <ConfigView
          label={say(text(`Configuration of ${shown?.name ?? ''}`, `${shown?.name ?? ''} 的配置`))}
          lines={blamed}
          marked={marked}
          onLine={(index, clicked) => {
            setCaret(index)
            const records = blamed[index]?.records ?? []
            if (clicked && records.length > 0) {
              if (shown) setChosen(shown.id)
              select(records)
            }
          }}
        />
      </div>
      <footer
        className="flex min-h-7 flex-wrap items-center gap-x-3 border-t px-2 text-sm text-ink-muted"
        aria-live="polite"
      >
        {line ? (
          <>
            <span>{say(line.says)}</span>
            <span className="text-ink-faint">{line.source}</span>
            <span className="truncate">{line.records.map(nameOf).join(' · ')}</span>
          </>
        ) : (
          say(text('Click a line to see where it comes from.', '点击一行可查看其来源。'))
        )}
      </footer>
    </section>
  )
}

const standingWords = {
  carried: (count: number) => text(`${count} kept as imported`, `${count} 行按导入原样保留`),
  unknown: (count: number) => text(`${count} unknown to Weft`, `${count} 行未知`),
}
const standingEdges = {
  carried: 'border-l-3 border-dotted border-ink-faint',
  unknown: 'border-l-3 border-dashed border-warning',
} as const

/** How many lines were imported and are not modelled, with the mark they have in the text; nothing when there are none. */
function Standings({ lines }: { readonly lines: readonly BlamedLine[] }) {
  const say = useSay()
  return (['carried', 'unknown'] as const).map((standing) => {
    const count = lines.filter((line) => line.standing === standing).length
    return count === 0 ? null : (
      <span key={standing} className={`pl-1.5 text-sm text-ink-muted ${standingEdges[standing]}`}>
        {say(standingWords[standing](count))}
      </span>
    )
  })
}

const noLines: readonly BlamedLine[] = []

/** The configuration of a device; empty while it is fetched for the first time. */
function useLines(deviceId: Device['id'] | undefined): readonly BlamedLine[] {
  const question = useMemo(() => deviceId && ({ kind: 'lines', deviceId } as const), [deviceId])
  return useAnswer(question)?.lines ?? noLines
}

/** The devices that have lines because of the selected records, and how many. */
function useDevicesWithLines(devices: readonly Device[], selection: ReadonlySet<RecordId>) {
  const question = useMemo(
    () => (selection.size > 0 ? ({ kind: 'line-counts', records: [...selection] } as const) : undefined),
    [selection],
  )
  const counts = useAnswer(question)?.counts
  return useMemo(() => {
    const countOf = new Map(counts?.map(({ deviceId, count }) => [deviceId, count]))
    return devices.flatMap((device) => {
      const count = countOf.get(device.id)
      return count ? [{ device, count }] : []
    })
  }, [devices, counts])
}

function DeviceChoice({
  devices,
  value,
  onChange,
}: {
  readonly devices: readonly Device[]
  readonly value: RecordId | undefined
  readonly onChange: (id: RecordId) => void
}) {
  const say = useSay()
  return (
    <select
      aria-label={say(text('Device', '设备'))}
      className="focus-ring h-6 rounded-md border border-line-strong bg-surface px-1.5 text-sm"
      value={value}
      onChange={(event) => {
        const device = devices.find((candidate) => candidate.id === event.target.value)
        if (device) onChange(device.id)
      }}
    >
      {devices.map((device) => (
        <option key={device.id} value={device.id}>
          {device.name}
        </option>
      ))}
    </select>
  )
}
