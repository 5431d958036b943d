'use client'

import type { DeviceId, LinkId, LocalText, Requirement } from '@weft/domain'
import { requirementText, text } from '@weft/domain'
import { useState } from 'react'
import { freshId, useEditor, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { Button, Field, inputClass, Modal } from '../ui'
import { Choice } from './choice'
import { DeviceSelection, ManyRecords } from './device-selection'

type Subject = Requirement['subject']
type Protocol = Extract<Subject, { kind: 'sessions' }>['protocols'][number]

const words = {
  add: text('Add a requirement', '添加需求'),
  edit: text('Edit the requirement', '编辑需求'),
  save: text('Save', '保存'),
  cancel: text('Cancel', '取消'),
  name: text('Name, if it needs one', '名称（可选）'),
  about: text('What must stand', '必须保持的对象'),
  protocols: text('Sessions', '会话'),
  of: text('Of', '所属设备'),
  from: text('Between', '一端'),
  to: text('And', '另一端'),
  survives: text('Whatever fails', '故障数量'),
  what: text('Of', '故障对象'),
  alwaysDevices: text('Devices that are down all the time', '始终故障的设备'),
  alwaysLinks: text('Links that are down all the time', '始终故障的链路'),
  own: text('Devices that a session or way ends on do not count.', '会话或路径两端的设备故障不计。'),
}

const abouts: readonly (readonly [Subject['kind'], LocalText])[] = [
  ['loopbacks', text('ways between LoopBacks', 'LoopBack 之间的路径')],
  ['sessions', text('sessions', '会话')],
]
const protocolNames: { readonly [Name in Protocol]: string } = { bgp: 'BGP', bmp: 'BMP', igp: 'OSPF / IS-IS' }
const counts: readonly LocalText[] = [text('nothing', '无'), text('any one', '任意一个'), text('any two', '任意两个')]
const kinds: { readonly [Of in Requirement['survives']['of']]: LocalText } = {
  both: text('devices and links', '设备和链路'),
  devices: text('devices', '设备'),
  links: text('links', '链路'),
}

const fresh: Omit<Requirement, 'id'> = {
  subject: { kind: 'loopbacks', from: { role: 'leaf' }, to: { role: 'spine' } },
  survives: { failures: 1, of: 'both' },
}

/** Asks what must stand and what it has to survive; the sentence it makes is shown on top. */
export function RequirementForm({ before, onClose }: { readonly before?: Requirement; readonly onClose: () => void }) {
  const say = useSay()
  const network = useEditor((state) => state.design.network)
  const { dispatch } = useEditorActions()
  const [draft, setDraft] = useState<Requirement>(() => before ?? { id: freshId('requirement'), ...fresh })
  const { id, name, subject, survives, whileDown = { deviceIds: [], linkIds: [] } } = draft

  function save() {
    const always = whileDown.deviceIds.length + whileDown.linkIds.length === 0 ? undefined : whileDown
    const label = name?.trim() === '' ? undefined : name?.trim()
    if (before) dispatch({ kind: 'record.set', id, fields: { name: label, subject, survives, whileDown: always } })
    else {
      const record: Requirement = { id, subject, survives }
      dispatch({
        kind: 'record.create',
        record: { ...record, ...(label && { name: label }), ...(always && { whileDown: always }) },
      })
    }
    onClose()
  }

  return (
    <Modal
      open
      onClose={onClose}
      title={say(before ? words.edit : words.add)}
      description={say(requirementText(network, draft))}
      footer={
        <>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button look="primary" onClick={save}>
            {say(words.save)}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label={say(words.name)}>
          {(parts) => (
            <input
              {...parts}
              className={inputClass}
              maxLength={120}
              value={name ?? ''}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          )}
        </Field>
        <Choice
          label={words.about}
          value={subject.kind}
          choices={abouts}
          onChoose={(kind) => setDraft({ ...draft, subject: kind === subject.kind ? subject : subjectOf(kind) })}
        />
        <SubjectFields subject={subject} onChange={(next) => setDraft({ ...draft, subject: next })} />
        <div className="grid grid-cols-2 items-start gap-2">
          <Choice
            label={words.survives}
            hint={words.own}
            value={String(survives.failures)}
            choices={counts.map((count, at) => [String(at), count] as const)}
            onChoose={(value) => {
              const failures = ([0, 1, 2] as const).find((each) => String(each) === value) ?? 1
              setDraft({ ...draft, survives: { ...survives, failures } })
            }}
          />
          <Choice
            label={words.what}
            value={survives.of}
            choices={(['both', 'devices', 'links'] as const).map((of) => [of, kinds[of]] as const)}
            onChoose={(of) => setDraft({ ...draft, survives: { ...survives, of } })}
          />
        </div>
        <ManyRecords<DeviceId>
          label={words.alwaysDevices}
          from="devices"
          chosen={whileDown.deviceIds}
          onChoose={(deviceIds) => setDraft({ ...draft, whileDown: { ...whileDown, deviceIds } })}
        />
        <ManyRecords<LinkId>
          label={words.alwaysLinks}
          from="links"
          chosen={whileDown.linkIds}
          onChoose={(linkIds) => setDraft({ ...draft, whileDown: { ...whileDown, linkIds } })}
        />
      </div>
    </Modal>
  )
}

function subjectOf(kind: Subject['kind']): Subject {
  return kind === 'sessions' ? { kind, protocols: ['bgp'], of: {} } : fresh.subject
}

type SubjectProps = { readonly subject: Subject; readonly onChange: (subject: Subject) => void }

function SubjectFields({ subject, onChange }: SubjectProps) {
  const say = useSay()
  if (subject.kind === 'loopbacks')
    return (
      <>
        <DeviceSelection label={words.from} value={subject.from} onChange={(from) => onChange({ ...subject, from })} />
        <DeviceSelection label={words.to} value={subject.to} onChange={(to) => onChange({ ...subject, to })} />
      </>
    )
  const { protocols } = subject
  return (
    <>
      <fieldset className="flex flex-wrap gap-3">
        <legend className="text-sm text-ink-muted">{say(words.protocols)}</legend>
        {(['bgp', 'bmp', 'igp'] as const).map((protocol) => (
          <label key={protocol} className="flex items-center gap-1.5">
            <input
              type="checkbox"
              className="focus-ring accent-accent"
              checked={protocols.includes(protocol)}
              disabled={protocols.length === 1 && protocols.includes(protocol)}
              onChange={(event) =>
                onChange({
                  ...subject,
                  protocols: event.target.checked
                    ? [...protocols, protocol]
                    : protocols.filter((each) => each !== protocol),
                })
              }
            />
            {protocolNames[protocol]}
          </label>
        ))}
      </fieldset>
      <DeviceSelection label={words.of} value={subject.of} onChange={(of) => onChange({ ...subject, of })} />
    </>
  )
}
