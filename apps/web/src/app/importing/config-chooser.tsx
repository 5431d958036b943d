'use client'

import type { ImportOptions, ImportProblem } from '@weft/domain'
import { text } from '@weft/domain'
import type { Upload } from '@weft/exchange'
import { FileUp, LoaderCircle } from 'lucide-react'
import { useRef, useState } from 'react'
import { sentences, useSay } from '../../i18n'
import { Button, Field, inputClass } from '../../ui'

type TextForm = NonNullable<ImportOptions['form']>
const forms = ['stored', 'typed', 'session'] as const satisfies readonly TextForm[]

const words = {
  choose: text('Choose files', '选择文件'),
  drop: text('or drop them here', '或拖放到这里'),
  paste: text('or paste the configuration of one device', '或粘贴一台设备的配置'),
  read: text('Read it', '读取'),
  pasted: text('pasted text', '粘贴的文本'),
  form: text('The text is', '文本形式'),
  told: text('what it looks like', '自动识别'),
  stored: text('a configuration as devices show it', '设备显示的配置'),
  typed: text('typed commands', '键入的命令'),
  session: text('a captured session with several displays', '包含多条 display 输出的会话记录'),
  joinQuestion: text(
    'The files of one device do not contradict each other. Are they parts of one configuration?',
    '同一设备的文件互不矛盾。它们是同一份配置的几个部分吗？',
  ),
  join: text('Take them as one', '合并读取'),
  reading: text('Opening the files…', '正在打开文件…'),
  readingFiles: (files: number) =>
    text(files === 1 ? 'Reading the configuration…' : `Reading ${files} configurations…`, `正在读取 ${files} 份配置…`),
}

export type ChosenFiles = { readonly uploads: readonly Upload[]; readonly form: TextForm | undefined }

/** Configurations chosen, dropped or pasted, and what form they have when a person says so. */
export function ConfigChooser({
  label,
  onChoice,
}: {
  readonly label: string
  readonly onChoice: (chosen: ChosenFiles) => void
}) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [pasted, setPasted] = useState('')
  const [form, setForm] = useState<TextForm>()
  const onUploads = (uploads: readonly Upload[]) => {
    if (uploads.length > 0) onChoice({ uploads, form })
  }

  async function take(files: readonly File[]) {
    onUploads(
      await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      ),
    )
  }

  return (
    <div className="grid grid-cols-1 gap-3">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of three ways; the button and the text field are the others */}
      <div
        className={`grid place-items-center gap-1 rounded-md border border-dashed px-4 py-8 ${over ? 'border-accent bg-accent-soft' : 'border-line-strong'}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take([...event.dataTransfer.files])
        }}
      >
        <input
          ref={input}
          type="file"
          multiple
          accept=".cfg,.txt,.conf,.log,.zip,text/plain,application/zip"
          className="sr-only"
          tabIndex={-1}
          aria-label={label}
          onChange={(event) => {
            void take([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <Button onClick={() => input.current?.click()}>
          <FileUp size={14} aria-hidden />
          {say(words.choose)}
        </Button>
        <p className="text-sm text-ink-muted">{say(words.drop)}</p>
      </div>
      <Field label={say(words.paste)}>
        {(parts) => (
          <textarea
            {...parts}
            rows={6}
            className={`${inputClass} h-auto py-1 font-mono text-sm`}
            spellCheck={false}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={say(words.form)}>
          {(parts) => (
            <select
              {...parts}
              className={`${inputClass} h-8 w-auto`}
              value={form ?? ''}
              onChange={({ target }) => setForm(forms.find((each) => each === target.value))}
            >
              <option value="">{say(words.told)}</option>
              {forms.map((each) => (
                <option key={each} value={each}>
                  {say(words[each])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button
          look={pasted.trim() === '' ? 'plain' : 'primary'}
          disabled={pasted.trim() === ''}
          onClick={() => onUploads([{ name: say(words.pasted), bytes: new TextEncoder().encode(pasted) }])}
        >
          {say(words.read)}
        </Button>
      </div>
    </div>
  )
}

/** While files are read: what is done now. */
export function Reading({ files }: { readonly files: number | undefined }) {
  const say = useSay()
  return (
    <p role="status" className="flex items-center justify-center gap-2 py-10 text-ink-muted">
      <LoaderCircle className="motion-safe:animate-spin" size={16} aria-hidden />
      {say(files === undefined ? words.reading : words.readingFiles(files))}
    </p>
  )
}

/** Why files were refused; where they are parts of one device, the offer to take them together. */
export function Problems({
  title,
  problems,
  message,
  onJoin,
}: {
  readonly title: string
  readonly problems: readonly ImportProblem[]
  readonly message?: string
  readonly onJoin?: (() => void) | undefined
}) {
  const say = useSay()
  return (
    <div role="alert" className="grid grid-cols-1 gap-2">
      <h3 className="font-semibold text-error">{title}</h3>
      {message && <p>{message}</p>}
      <ul className="grid grid-cols-1 gap-2">
        {problems.slice(0, 100).map(({ file, line, what, remedy }) => (
          <li key={`${file}:${line ?? ''}:${what.en}`} className="rounded-md bg-error-soft px-2 py-1">
            <p className="font-mono text-sm">
              {file}
              {line !== undefined && `:${line}`}
            </p>
            <p>{say(sentences(what, remedy))}</p>
          </li>
        ))}
      </ul>
      {problems.length > 100 && <p>+{problems.length - 100}</p>}
      {onJoin && (
        <div className="flex flex-wrap items-center gap-3">
          <p className="min-w-0 flex-1">{say(words.joinQuestion)}</p>
          <Button onClick={onJoin}>{say(words.join)}</Button>
        </div>
      )}
    </div>
  )
}
