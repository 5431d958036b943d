'use client'

import type { DeviceId, LinkId, LocalText, Requirement } from '@weft/domain'
import { byId, text } from '@weft/domain'
import { useEditor } from '../editor'
import { useSay } from '../i18n'
import { Field, inputClass } from '../ui'
import { Choice } from './choice'
import { useRecordName } from './record-name'

type Selection = Extract<Requirement['subject'], { kind: 'sessions' }>['of']
type Role = Extract<Selection, { readonly role: string }>['role']

const roles: readonly Role[] = ['leaf', 'spine', 'border', 'route-reflector', 'pe-router', 'asbr', 'other']
const words = {
  all: text('every device', '每台设备'),
  role: (role: Role) =>
    text(
      `every ${role === 'other' ? 'device with another role' : role}`,
      `每台 ${role === 'other' ? '其他角色设备' : role}`,
    ),
  chosen: text('chosen devices', '指定设备'),
  which: text('Which devices', '哪些设备'),
  how: text('Hold Ctrl (⌘) to choose several.', '按住 Ctrl（⌘）可多选。'),
}

const choices: readonly (readonly [Role | 'all' | 'chosen', LocalText])[] = [
  ['all', words.all],
  ...roles.map((role) => [role, words.role(role)] as const),
  ['chosen', words.chosen],
]

type SelectionProps = {
  readonly label: LocalText
  readonly value: Selection
  readonly onChange: (selection: Selection) => void
}

/** All devices, those of a role, or some by name; what is selected on the canvas is offered first. */
export function DeviceSelection({ label, value, onChange }: SelectionProps) {
  const network = useEditor((state) => state.design.network)
  const selection = useEditor((state) => state.selection)
  const chosen = 'role' in value ? value.role : 'deviceIds' in value ? 'chosen' : 'all'
  return (
    <>
      <Choice
        label={label}
        value={chosen}
        choices={choices}
        onChoose={(choice) => {
          if (choice === 'all') onChange({})
          else if (choice !== 'chosen') onChange({ role: choice })
          else onChange({ deviceIds: [...selection].flatMap((id) => network.devices[id]?.id ?? []) })
        }}
      />
      {'deviceIds' in value && (
        <ManyRecords<DeviceId>
          label={words.which}
          from="devices"
          chosen={value.deviceIds}
          onChoose={(deviceIds) => onChange({ deviceIds })}
        />
      )}
    </>
  )
}

type ManyProps<Id> = {
  readonly label: LocalText
  readonly from: 'devices' | 'links'
  readonly chosen: readonly Id[]
  readonly onChoose: (ids: readonly Id[]) => void
}

/** Some records out of a list. */
export function ManyRecords<Id extends DeviceId | LinkId>({ label, from, chosen, onChoose }: ManyProps<Id>) {
  const say = useSay()
  const nameOf = useRecordName()
  const records = useEditor((state) => state.design.network[from])
  return (
    <Field label={say(label)} hint={say(words.how)}>
      {(parts) => (
        <select
          {...parts}
          multiple
          size={3}
          className={`${inputClass} h-auto`}
          value={[...chosen]}
          onChange={(event) => {
            // The options are the ids of this collection.
            onChoose([...event.target.selectedOptions].map((option) => option.value as Id))
          }}
        >
          {Object.values(records)
            .sort(byId)
            .map(({ id }) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
        </select>
      )}
    </Field>
  )
}
