'use client'

import type { Design, ImportProblem } from '@weft/domain'
import { text } from '@weft/domain'
import type { Upload } from '@weft/exchange'
import { FileUp, LoaderCircle } from 'lucide-react'
import { useRef, useState } from 'react'
import { useSay } from '../../i18n'
import { Button, Field, inputClass, Modal } from '../../ui'
import { ImportPreview } from './import-preview'
import { useImport } from './use-import'

const words = {
  title: text('Import configurations', '导入配置'),
  description: text(
    'Files with the output of “display current-configuration”, one per device, or a zip of them. They stay on this computer and its Weft server.',
    '每台设备一个“display current-configuration”输出文件，或其 zip 压缩包。文件只保留在本机及其 Weft 服务器。',
  ),
  choose: text('Choose files', '选择文件'),
  drop: text('or drop them here', '或拖放到这里'),
  paste: text('or paste the configuration of one device', '或粘贴一台设备的配置'),
  read: text('Read it', '读取'),
  reading: text('Reading the configurations…', '正在读取配置…'),
  cancel: text('Cancel', '取消'),
  other: text('Choose others', '重新选择'),
  name: text('Name of the design', '设计名称'),
  create: text('Create design', '创建设计'),
  refused: text('Nothing was imported', '未导入任何内容'),
  crashed: text('The import stopped', '导入已停止'),
}

/** Existing configurations become a design: chosen, dropped or pasted, shown first, made only when told to. */
export function ImportDialog({
  busy,
  onClose,
  onDesign,
}: {
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDesign: (name: string, design: Design) => void
}) {
  const say = useSay()
  const { state, start, reset } = useImport()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [models, setModels] = useState<{ readonly [device: string]: string }>({})
  const [name, setName] = useState('')

  function read(next: readonly Upload[]) {
    if (next.length === 0) return
    setUploads(next)
    setModels({})
    setName(
      next.length === 1 ? (next[0]?.name.replace(/\.[^.]+$/, '') ?? '') : say(text('Imported fabric', '导入的网络')),
    )
    start({ uploads: next, models: {} })
  }

  function setModel(device: string, model: string) {
    const next = { ...models, [device]: model }
    setModels(next)
    start({ uploads, models: next })
  }

  const trimmed = name.trim()
  return (
    <Modal
      open
      wide
      onClose={onClose}
      title={say(words.title)}
      description={say(words.description)}
      footer={
        <>
          {state.kind !== 'waiting' && (
            <Button onClick={reset}>{say(state.kind === 'reading' ? words.cancel : words.other)}</Button>
          )}
          <Button onClick={onClose}>{say(text('Close', '关闭'))}</Button>
          {state.kind === 'read' && (
            <Button
              look="primary"
              disabled={trimmed === '' || trimmed.length > 120 || busy}
              onClick={() => onDesign(trimmed, state.design)}
            >
              {say(words.create)}
            </Button>
          )}
        </>
      }
    >
      {state.kind === 'waiting' && <Chooser onUploads={read} />}
      {state.kind === 'reading' && (
        <p role="status" className="flex items-center justify-center gap-2 py-10 text-ink-muted">
          <LoaderCircle className="motion-safe:animate-spin" size={16} aria-hidden />
          {say(words.reading)}
        </p>
      )}
      {state.kind === 'crashed' && <Problems title={say(words.crashed)} problems={[]} message={state.message} />}
      {state.kind === 'refused' && <Problems title={say(words.refused)} problems={state.problems} />}
      {state.kind === 'read' && (
        <div className="grid grid-cols-1 gap-3">
          <Field label={say(words.name)}>
            {(parts) => (
              <input
                {...parts}
                className={`${inputClass} h-8`}
                value={name}
                autoComplete="off"
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <ImportPreview design={state.design} report={state.report} onModel={setModel} />
        </div>
      )}
    </Modal>
  )
}

function Chooser({ onUploads }: { readonly onUploads: (uploads: readonly Upload[]) => void }) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [pasted, setPasted] = useState('')

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
          aria-label={say(words.title)}
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
      {pasted.trim() !== '' && (
        <Button
          onClick={() =>
            onUploads([{ name: say(text('pasted text', '粘贴的文本')), bytes: new TextEncoder().encode(pasted) }])
          }
        >
          {say(words.read)}
        </Button>
      )}
    </div>
  )
}

function Problems({
  title,
  problems,
  message,
}: {
  readonly title: string
  readonly problems: readonly ImportProblem[]
  readonly message?: string
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
            <p>
              {say(what)} {say(remedy)}
            </p>
          </li>
        ))}
      </ul>
      {problems.length > 100 && <p>+{problems.length - 100}</p>}
    </div>
  )
}
