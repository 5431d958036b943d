'use client'

import type { Design, ImportOptions } from '@weft/domain'
import { text } from '@weft/domain'
import type { Upload } from '@weft/exchange'
import { useState } from 'react'
import { useSay } from '../../i18n'
import { Button, Modal } from '../../ui'
import { isDesignName, NameField } from '../designs/name-field'
import type { ChosenFiles } from './config-chooser'
import { ConfigChooser, Problems, Reading } from './config-chooser'
import { ImportPreview } from './import-preview'
import { useImport } from './use-import'

const words = {
  title: text('Import configurations', '导入配置'),
  description: text(
    'Files with the output of “display current-configuration”, one per device, or a zip of them. They stay on this computer and its Weft server.',
    '每台设备一个“display current-configuration”输出文件，或其 zip 压缩包。文件只保留在本机及其 Weft 服务器。',
  ),
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
  const [options, setOptions] = useState<ImportOptions>({})
  const [name, setName] = useState('')

  function read(next: readonly Upload[], how: ImportOptions) {
    setUploads(next)
    setOptions(how)
    start({ uploads: next, options: how, want: { kind: 'design' } })
  }

  function choose({ uploads: next, form }: ChosenFiles) {
    setName(
      next.length === 1 ? (next[0]?.name.replace(/\.[^.]+$/, '') ?? '') : say(text('Imported fabric', '导入的网络')),
    )
    read(next, form === undefined ? {} : { form })
  }

  const setModel = (device: string, model: string) =>
    read(uploads, { ...options, models: { ...options.models, [device]: model } })

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
              disabled={!isDesignName(name) || busy}
              onClick={() => onDesign(name.trim(), state.design)}
            >
              {say(words.create)}
            </Button>
          )}
        </>
      }
    >
      {state.kind === 'waiting' && <ConfigChooser label={say(words.title)} onChoice={choose} />}
      {state.kind === 'reading' && <Reading files={state.files} />}
      {state.kind === 'crashed' && <Problems title={say(words.crashed)} problems={[]} message={state.message} />}
      {state.kind === 'refused' && (
        <Problems
          title={say(words.refused)}
          problems={state.problems}
          onJoin={state.joinable ? () => read(uploads, { ...options, joinFragments: true }) : undefined}
        />
      )}
      {state.kind === 'read' && (
        <div className="grid grid-cols-1 gap-3">
          <NameField label={say(words.name)} value={name} onChange={setName} />
          <ImportPreview design={state.design} report={state.report} onModel={setModel} />
        </div>
      )}
    </Modal>
  )
}
