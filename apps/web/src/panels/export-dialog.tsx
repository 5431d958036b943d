'use client'

import type { DeviceId, LocalText, RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import { LoaderCircle } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ExportOutcome, ExportStep } from '../editor'
import { localDate, useAsk, useEditor } from '../editor'
import { useSay } from '../i18n'
import { Button, Modal, SeverityMark } from '../ui'

type Scope = 'all' | 'selection'

const stepWords: { readonly [Step in ExportStep]: LocalText } = {
  compiling: text('Checking the design…', '正在检查设计…'),
  writing: text('Writing the configurations…', '正在生成配置…'),
  packing: text('Packing the files…', '正在打包文件…'),
}

/** Downloads configurations: one device as a file, several as a zip with manifest and findings. */
export function ExportDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const say = useSay()
  const name = useEditor((state) => state.name)
  const network = useEditor((state) => state.design.network)
  const selection = useEditor((state) => state.selection)
  const findings = useEditor((state) => state.openFindings)
  const [scope, setScope] = useState<Scope>('all')
  const [acknowledged, setAcknowledged] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [step, setStep] = useState<ExportStep>()
  const running = useRef<AbortController>(undefined)
  const ask = useAsk()

  const selected = devicesOf(selection, network.devices)
  const everyDevice = Object.keys(network.devices).length
  const count = scope === 'all' ? everyDevice : selected.length
  const errors = findings.filter((finding) => finding.severity === 'error')

  function close() {
    running.current?.abort()
    setStep(undefined)
    setAcknowledged(false)
    setProblem(undefined)
    onClose()
  }

  /** The worker compiles what it has not compiled yet: the files are those of the design on the screen. */
  async function download() {
    const mine = new AbortController()
    running.current = mine
    setProblem(undefined)
    setStep('compiling')
    const chosen = scope === 'selection' ? { deviceIds: selected } : {}
    try {
      const { outcome } = await ask(
        { kind: 'export', designName: name, errorsAcknowledged: acknowledged, today: localDate(new Date()), ...chosen },
        { signal: mine.signal, onStep: setStep },
      )
      if (outcome.kind === 'refused') setProblem(say(outcome.what))
      else {
        saveFile(outcome)
        close()
      }
    } catch (error) {
      if (mine.signal.aborted) return
      setProblem(error instanceof Error ? error.message : String(error))
    }
    setStep(undefined)
  }

  return (
    <Modal
      open={open}
      onClose={close}
      title={say(text('Export configurations', '导出配置'))}
      description={say(
        text(
          'One .cfg file per device, with the findings and a manifest of SHA-256 sums.',
          '每台设备一个 .cfg 文件，附检查结果和 SHA-256 清单。',
        ),
      )}
      footer={
        <>
          <Button onClick={close}>{say(text('Cancel', '取消'))}</Button>
          <Button
            look="primary"
            onClick={() => void download()}
            disabled={count === 0 || (errors.length > 0 && !acknowledged) || step !== undefined}
          >
            {say(
              scope === 'selection' && selected.length === 1
                ? text('Download .cfg', '下载 .cfg')
                : text('Download zip', '下载 zip'),
            )}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-3">
        <fieldset className="grid grid-cols-1 gap-1">
          <legend className="text-sm text-ink-muted">{say(text('Devices', '设备'))}</legend>
          <ScopeChoice
            value="all"
            chosen={scope}
            onChoose={setScope}
            label={say(text(`All devices (${everyDevice})`, `全部设备（${everyDevice}）`))}
          />
          <ScopeChoice
            value="selection"
            chosen={scope}
            onChoose={setScope}
            disabled={selected.length === 0}
            label={say(text(`Selected devices (${selected.length})`, `所选设备（${selected.length}）`))}
          />
        </fieldset>
        {errors.length > 0 && (
          <div className="grid gap-2 rounded-md border border-error bg-error-soft p-2">
            <p className="flex items-center gap-1.5 font-medium text-error">
              <SeverityMark severity="error" />
              {say(text(`The design has ${errors.length} errors`, `该设计有 ${errors.length} 个错误`))}
            </p>
            <ul className="grid max-h-40 list-disc gap-0.5 overflow-auto pl-5">
              {errors.slice(0, 20).map((finding) => (
                <li key={finding.key}>{say(finding.what)}</li>
              ))}
              {errors.length > 20 && <li>+{errors.length - 20}</li>}
            </ul>
            <label className="flex items-center gap-2">
              <input
                type="checkbox"
                className="focus-ring accent-accent"
                checked={acknowledged}
                onChange={(event) => setAcknowledged(event.target.checked)}
              />
              {say(text('I have read them and export all the same', '我已阅读，仍要导出'))}
            </label>
          </div>
        )}
        <p role="status" className={step ? 'flex items-center gap-2 text-ink-muted' : 'sr-only'}>
          {step && (
            <>
              <LoaderCircle className="animate-spin" size={16} aria-hidden />
              {say(stepWords[step])}
            </>
          )}
        </p>
        {problem && (
          <p role="alert" className="text-error">
            {problem}
          </p>
        )}
      </div>
    </Modal>
  )
}

function ScopeChoice({
  value,
  chosen,
  onChoose,
  label,
  disabled = false,
}: {
  readonly value: Scope
  readonly chosen: Scope
  readonly onChoose: (scope: Scope) => void
  readonly label: string
  readonly disabled?: boolean
}) {
  return (
    <label className={`flex items-center gap-2 ${disabled ? 'text-ink-faint' : ''}`}>
      <input
        type="radio"
        name="export-scope"
        className="focus-ring accent-accent"
        checked={chosen === value}
        disabled={disabled}
        onChange={() => onChoose(value)}
      />
      {label}
    </label>
  )
}

function devicesOf(
  selection: ReadonlySet<RecordId>,
  devices: { readonly [id: string]: { readonly id: DeviceId } },
): readonly DeviceId[] {
  return [...selection].flatMap((id) => devices[id]?.id ?? [])
}

function saveFile({ name, type, content }: ExportOutcome & { readonly kind: 'file' }): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  URL.revokeObjectURL(url)
}
