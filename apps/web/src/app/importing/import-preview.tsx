'use client'

import type { Design, ImportReport } from '@weft/domain'
import { paletteModels, text } from '@weft/domain'
import { useId } from 'react'
import { sentences, useSay } from '../../i18n'
import { inputClass } from '../../ui'

type Device = ImportReport['devices'][number]

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

const words = {
  understood: (share: string, devices: number, links: number, lines: number) =>
    text(
      `${counted(devices, 'device')}, ${counted(links, 'link')}. Of ${counted(lines, 'line')} ${share} % are understood; the others are kept on their device and printed back in their place.`,
      `${devices} 台设备，${links} 条链路。共 ${lines} 行，其中 ${share}% 已理解；其余行保留在设备上并原样输出。`,
    ),
  devices: text('Devices', '设备'),
  device: text('Device', '设备'),
  file: text('File', '文件'),
  model: text('Model', '型号'),
  lines: text('Lines', '行数'),
  understoodShare: text('Understood', '已理解'),
  kept: text('Kept as they are', '原样保留'),
  added: text('Added', '新增'),
  partial: text('partial', '不完整'),
  form: {
    stored: undefined,
    typed: text('typed commands', '键入的命令'),
    session: text('captured session', '会话记录'),
  },
  chooseModel: (device: string) => text(`Model of ${device}`, `${device} 的型号`),
  notGiven: text('not given', '未给出'),
  showKept: (count: number) =>
    text(`${counted(count, 'line')} kept as ${count === 1 ? 'it is' : 'they are'}`, `${count} 行原样保留`),
  showAdded: (count: number) => text(`${counted(count, 'line')} added`, `${count} 行新增`),
  remarks: (count: number) => text(`${counted(count, 'remark')} on the files`, `关于文件的 ${count} 条说明`),
}

/** What an import would make: understood, kept and added lines per device, before anything is made. */
export function ImportPreview({
  design,
  report,
  onModel,
}: {
  readonly design: Design
  readonly report: ImportReport
  readonly onModel: (device: string, model: string) => void
}) {
  const say = useSay()
  const models = useId()
  const { totals } = report
  const wanted = new Set(report.modelsWanted)
  const links = Object.keys(design.network.links).length
  return (
    <section className="grid grid-cols-1 gap-3">
      <p>{say(words.understood(share(totals), report.devices.length, links, totals.lines))}</p>
      <datalist id={models}>
        {paletteModels().flatMap(({ models: list }) => list.map(({ name }) => <option key={name} value={name} />))}
      </datalist>
      <table className="w-full text-left">
        <caption className="sr-only">{say(words.devices)}</caption>
        <thead className="border-b text-sm text-ink-muted">
          <tr>
            <th className="py-1 pr-3 font-medium">{say(words.device)}</th>
            <th className="py-1 pr-3 font-medium">{say(words.model)}</th>
            <th className="py-1 pr-3 text-right font-medium">{say(words.lines)}</th>
            <th className="py-1 pr-3 text-right font-medium">{say(words.understoodShare)}</th>
            <th className="py-1 pr-3 text-right font-medium">{say(words.kept)}</th>
            <th className="py-1 text-right font-medium">{say(words.added)}</th>
          </tr>
        </thead>
        <tbody>
          {report.devices.map((device) => {
            const model = design.network.devices[device.deviceId]?.model
            const modelled = device.lines.filter(({ verdict }) => verdict === 'modelled').length
            const notes = [words.form[device.form], device.partial ? words.partial : undefined].filter(
              (note) => note !== undefined,
            )
            return (
              <tr key={keyOf(device)} className="border-b align-middle">
                <th scope="row" className="py-1 pr-3 font-normal" title={`${say(words.file)}: ${device.file}`}>
                  {device.name}
                  {notes.length > 0 && (
                    <span className="ml-1 text-sm text-ink-muted">({notes.map(say).join(', ')})</span>
                  )}
                </th>
                <td className="py-1 pr-3">
                  {wanted.has(device.name) ? (
                    <input
                      list={models}
                      className={`${inputClass} w-44 font-mono text-sm`}
                      aria-label={say(words.chooseModel(device.name))}
                      placeholder={say(words.notGiven)}
                      onBlur={(event) => event.target.value && onModel(device.name, event.target.value.trim())}
                    />
                  ) : (
                    <span className="font-mono text-sm">{model}</span>
                  )}
                </td>
                <td className="py-1 pr-3 text-right font-mono">{device.lines.length}</td>
                <td className="py-1 pr-3 text-right font-mono">{share({ lines: device.lines.length, modelled })} %</td>
                <td className="py-1 pr-3 text-right font-mono">{device.lines.length - modelled}</td>
                <td className="py-1 text-right font-mono">{device.added.length}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {report.devices.map((device) => (
        <DeviceLines key={keyOf(device)} device={device} />
      ))}
      {report.remarks.length > 0 && (
        <details className="rounded-md border">
          <summary className="focus-ring cursor-pointer rounded-md px-2 py-1">
            {say(words.remarks(report.remarks.length))}
          </summary>
          <ul className="grid grid-cols-1 gap-1 px-2 pb-2 text-sm">
            {report.remarks.slice(0, 200).map(({ file, line, what, remedy }) => (
              <li key={`${file}:${line ?? ''}:${what.en}`}>
                <span className="font-mono">
                  {file}
                  {line !== undefined && `:${line}`}
                </span>{' '}
                {say(sentences(what, remedy))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** The lines of one device that were not understood, and those the design says beyond the file. */
function DeviceLines({ device }: { readonly device: Device }) {
  const say = useSay()
  const kept = device.lines.filter(({ verdict }) => verdict === 'carried')
  if (kept.length === 0 && device.added.length === 0) return null
  return (
    <details className="rounded-md border">
      <summary className="focus-ring cursor-pointer rounded-md px-2 py-1">
        {device.name}: {say(words.showKept(kept.length))}
        {device.added.length > 0 && `, ${say(words.showAdded(device.added.length))}`}
      </summary>
      <div className="px-2 pb-2 font-mono text-sm">
        {kept.map(({ line, text: content }) => (
          <div key={line} className="flex gap-3">
            <span className="w-10 shrink-0 text-right text-ink-faint">{line}</span>
            <span className="min-w-0 break-words whitespace-pre-wrap">{content}</span>
          </div>
        ))}
        {device.added.map(({ view, text: content }) => (
          <div key={`${view.join('\n')}\n${content}`} className="flex gap-3 text-ok">
            <span className="w-10 shrink-0 text-right">+</span>
            <span className="min-w-0 break-words whitespace-pre-wrap">{[...view, content].join(' › ')}</span>
          </div>
        ))}
      </div>
    </details>
  )
}

/** A device in several parts has a row for each. */
function keyOf({ deviceId, file }: Device): string {
  return `${deviceId} ${file}`
}

function share({ lines, modelled }: { readonly lines: number; readonly modelled: number }): string {
  return lines === 0 ? '100' : ((100 * modelled) / lines).toFixed(1)
}
