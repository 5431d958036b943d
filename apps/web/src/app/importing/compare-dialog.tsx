'use client'

import type { DeviceId, ImportOptions, Taking } from '@weft/domain'
import { text } from '@weft/domain'
import type { Upload } from '@weft/exchange'
import { useState } from 'react'
import { useEditor, useEditorActions } from '../../editor'
import { useSay } from '../../i18n'
import { Button, Modal } from '../../ui'
import type { ChosenFiles } from './config-chooser'
import { ConfigChooser, Problems, Reading } from './config-chooser'
import { DriftList, LeftLines } from './drift-list'
import type { Compared } from './import-messages'
import { useImport } from './use-import'

const words = {
  title: text('Compare with running configurations', '与运行配置对比'),
  description: text(
    'What devices run now, against what this design says. Take what a device runs, or keep the design: nothing changes before you apply it, and one undo takes it back.',
    '对比设备当前运行的配置与本设计。可采用设备的运行配置，也可保留设计；应用之前不会有任何更改，且可一步撤销。',
  ),
  refused: text('Nothing was compared', '未进行对比'),
  crashed: text('The comparison stopped', '对比已停止'),
  apply: (count: number) =>
    text(
      count === 0 ? 'Take into the design' : `Take ${count} ${count === 1 ? 'device' : 'devices'} into the design`,
      count === 0 ? '采用到设计' : `将 ${count} 台设备的配置采用到设计`,
    ),
  confirm: text('Apply all the same', '仍然应用'),
}

/** Running configurations against the open design, device by device; taking some of them is one edit. */
export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const design = useEditor((state) => state.design)
  const { dispatch } = useEditorActions()
  const { state, start, reset } = useImport()
  const [given, setGiven] = useState<{ readonly uploads: readonly Upload[]; readonly options: ImportOptions }>()
  const [shown, setShown] = useState<{ readonly compared: Compared; readonly devices: number }>()
  const [chosen, setChosen] = useState<ReadonlySet<DeviceId>>(new Set())

  function compare(uploads: readonly Upload[], options: ImportOptions) {
    setGiven({ uploads, options })
    setShown(undefined)
    setChosen(new Set())
    start({ uploads, options, want: { kind: 'drift', design } }, (answer) => {
      if (answer.kind === 'compared') setShown(answer)
    })
  }

  const choose = ({ uploads, form }: ChosenFiles) => compare(uploads, form === undefined ? {} : { form })

  function take() {
    if (given === undefined) return
    start({ ...given, want: { kind: 'taking', design, deviceIds: [...chosen] } }, (answer) => {
      if (answer.kind === 'taken' && isPlain(answer.taking)) apply(answer.taking)
    })
  }

  /** A refusal is shown over the canvas, as that of any other edit. */
  function apply({ command }: Taking) {
    dispatch(command)
    onClose()
  }

  function again() {
    reset()
    setShown(undefined)
  }

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
            <Button onClick={again}>
              {say(state.kind === 'reading' ? text('Cancel', '取消') : text('Choose others', '重新选择'))}
            </Button>
          )}
          <Button onClick={onClose}>{say(text('Close', '关闭'))}</Button>
          {state.kind === 'compared' && state.compared.drift.length > 0 && (
            <Button look="primary" disabled={chosen.size === 0} onClick={take}>
              {say(words.apply(chosen.size))}
            </Button>
          )}
          {state.kind === 'taken' && (
            <Button look="primary" onClick={() => apply(state.taking)}>
              {say(words.confirm)}
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
          onJoin={
            state.joinable && given
              ? () => compare(given.uploads, { ...given.options, joinFragments: true })
              : undefined
          }
        />
      )}
      {state.kind === 'compared' && shown && <DriftList {...shown} chosen={chosen} onChosen={setChosen} />}
      {state.kind === 'taken' && <LeftLines taking={state.taking} />}
    </Modal>
  )
}

/** Everything is taken, and no other device changes with it: there is nothing more to read. */
function isPlain({ left, alsoChanged }: Taking): boolean {
  return left.length === 0 && alsoChanged.length === 0
}
