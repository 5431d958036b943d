'use client'

import type { DeviceDrift, DeviceId, DriftLine, LocalText, Taking } from '@weft/domain'
import { text } from '@weft/domain'
import { CircleCheck } from 'lucide-react'
import { useSay } from '../../i18n'
import type { Compared } from './import-messages'

const words = {
  none: text('No file is of a device of this design.', '没有文件属于本设计中的设备。'),
  same: (devices: number) =>
    text(
      devices === 1 ? 'The device runs what the design says.' : `All ${devices} devices run what the design says.`,
      `${devices} 台设备的运行配置与设计一致。`,
    ),
  differ: (differing: number, devices: number) =>
    text(
      `${differing} of ${devices} devices differ from the design.`,
      `${devices} 台设备中有 ${differing} 台与设计不同。`,
    ),
  unknown: (names: LocalText) =>
    text(
      `Not in the design: ${names.en}. Import them as a design of their own.`,
      `设计中没有：${names.zh}。可单独导入为新设计。`,
    ),
  absent: (names: LocalText) => text(`Without a file, not compared: ${names.en}.`, `没有文件，未对比：${names.zh}。`),
  changed: (count: number) => text(`${count} changed`, `${count} 处更改`),
  added: (count: number) => text(`${count} only on the device`, `${count} 行仅设备有`),
  removed: (count: number) => text(`${count} only in the design`, `${count} 行仅设计有`),
  keep: text('Keep the design', '保留设计'),
  take: text('Take what runs', '采用运行配置'),
  choiceFor: (name: string) => text(`What becomes of ${name}`, `${name} 的处理`),
  partial: text(
    'The file has a part of the configuration only: it is compared, and cannot be taken.',
    '文件只包含部分配置：可对比，不可采用。',
  ),
  left: text(
    'The design goes on saying these lines, because they follow from more than these devices. They stay a difference:',
    '以下行由更多设备共同决定，设计仍会输出，将继续作为差异存在：',
  ),
  also: (names: LocalText) =>
    text(`The configurations of ${names.en} change with it.`, `${names.zh} 的配置会随之更改。`),
}

const mostNames = 8

/** Names in a sentence; of many the first ones and how many more. */
function list(names: readonly string[]): LocalText {
  const first = names.slice(0, mostNames).join(', ')
  const more = names.length - mostNames
  return more > 0 ? text(`${first} and ${more} more`, `${first} 等 ${names.length} 台`) : text(first, first)
}

/** Devices that differ, each with its lines and a choice. */
export function DriftList({
  compared: { drift, unknown, absent },
  devices,
  chosen,
  onChosen,
}: {
  readonly compared: Compared
  readonly devices: number
  readonly chosen: ReadonlySet<DeviceId>
  readonly onChosen: (chosen: ReadonlySet<DeviceId>) => void
}) {
  const say = useSay()
  const choose = (id: DeviceId, taken: boolean) => {
    const next = new Set(chosen)
    if (taken) next.add(id)
    else next.delete(id)
    onChosen(next)
  }
  return (
    <section className="grid grid-cols-1 gap-3">
      <p role="status" className="flex items-center gap-2 font-medium">
        {drift.length === 0 && devices > 0 && <CircleCheck size={16} className="shrink-0 text-ok" aria-hidden />}
        {say(
          devices === 0 ? words.none : drift.length === 0 ? words.same(devices) : words.differ(drift.length, devices),
        )}
      </p>
      {unknown.length > 0 && <p className="text-warning">{say(words.unknown(list(unknown)))}</p>}
      {absent.length > 0 && <p className="text-sm text-ink-muted">{say(words.absent(list(absent)))}</p>}
      {drift.map((device) => (
        <Device
          key={device.deviceId}
          device={device}
          taken={chosen.has(device.deviceId)}
          onTaken={(taken) => choose(device.deviceId, taken)}
        />
      ))}
    </section>
  )
}

type DeviceProps = {
  readonly device: DeviceDrift
  readonly taken: boolean
  readonly onTaken: (taken: boolean) => void
}

function Device({ device, taken, onTaken }: DeviceProps) {
  const say = useSay()
  const count = (kind: DriftLine['kind']) => device.lines.filter((line) => line.kind === kind).length
  const counts = (['changed', 'added', 'removed'] as const).flatMap((kind) =>
    count(kind) === 0 ? [] : [say(words[kind](count(kind)))],
  )
  return (
    <article className="rounded-md border">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-2">
        <h3 className="font-semibold">{device.name}</h3>
        <p className="min-w-0 flex-1 text-sm text-ink-muted">{counts.join(' · ')}</p>
        {device.partial ? (
          <p className="text-sm text-ink-muted">{say(words.partial)}</p>
        ) : (
          <fieldset className="flex gap-3">
            <legend className="sr-only">{say(words.choiceFor(device.name))}</legend>
            {[false, true].map((value) => (
              <label key={String(value)} className="flex items-center gap-1.5">
                <input
                  type="radio"
                  className="focus-ring accent-accent"
                  checked={taken === value}
                  onChange={() => onTaken(value)}
                />
                {say(value ? words.take : words.keep)}
              </label>
            ))}
          </fieldset>
        )}
      </header>
      <ul className="grid grid-cols-1 gap-2 px-3 py-2">
        {device.lines.map((line) => (
          <Line key={keyOf(line)} line={line} />
        ))}
      </ul>
    </article>
  )
}

/** What the design says in red, what runs in green; both with their sign, so that colour is not needed. */
function Line({ line }: { readonly line: DriftLine }) {
  const say = useSay()
  return (
    <li className="grid grid-cols-1 gap-0.5 text-sm">
      {line.view.length > 0 && <p className="font-mono text-ink-muted">{line.view.join(' › ')}</p>}
      {line.kind !== 'added' && (
        <div className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2">
          <span className="font-mono text-error">−</span>
          <div>
            <p className="font-mono break-words text-error">{line.designed.text}</p>
            <p className="text-ink-muted">{say(line.designed.why)}</p>
          </div>
        </div>
      )}
      {line.kind !== 'removed' && (
        <div className="grid grid-cols-[1rem_minmax(0,1fr)_auto] gap-x-2">
          <span className="font-mono text-ok">+</span>
          <p className="font-mono break-words whitespace-pre-wrap text-ok">{line.running.text}</p>
          <p className="font-mono text-ink-muted">
            {line.running.file}:{line.running.line}
          </p>
        </div>
      )}
    </li>
  )
}

function keyOf(line: DriftLine): string {
  const place = line.kind === 'removed' ? line.designed.text : `${line.running.file}:${line.running.line}`
  return [...line.view, line.kind, place].join('\n')
}

/** What a person should know before the edit is made: lines that stay, devices that change too. */
export function LeftLines({ taking: { left, alsoChanged } }: { readonly taking: Taking }) {
  const say = useSay()
  return (
    <section className="grid grid-cols-1 gap-3">
      {alsoChanged.length > 0 && <p>{say(words.also(list(alsoChanged)))}</p>}
      {left.length > 0 && (
        <>
          <p>{say(words.left)}</p>
          <ul className="grid grid-cols-1 gap-2 text-sm">
            {left.map(({ name, view, designed }) => (
              <li key={[name, ...view, designed.text].join('\n')}>
                <p className="font-mono">{[name, ...view, designed.text].join(' › ')}</p>
                <p className="text-ink-muted">{say(designed.why)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
