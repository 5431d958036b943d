'use client'

import { Popover } from '@base-ui/react/popover'
import type { DeviceId, RecordId } from '@weft/domain'
import { recordName, text } from '@weft/domain'
import { useMemo, useRef, useState } from 'react'
import { useEditor, useEditorActions } from '../editor'
import { sentences, useSay } from '../i18n'
import { Button, Field, inputClass } from '../ui'
import type { LinkDraft } from './canvas-session'
import { useCanvasSession } from './canvas-session'
import type { LinkMode } from './link-proposal'
import { drawLink, proposePorts } from './link-proposal'
import { portChoices } from './port-choices'
import { selectionActions } from './selection-actions'

const words = {
  title: text('New link', '新建链路'),
  port: (name: string) => text(`Port of ${name}`, `${name} 的端口`),
  mode: text('Kind of link', '链路类型'),
  routed: text('Routed (undo portswitch, addresses)', '三层（undo portswitch，配置地址）'),
  switched: text('Switched (Layer 2)', '二层（交换）'),
  connect: text('Connect', '连接'),
  cancel: text('Cancel', '取消'),
  taken: text('taken', '已占用'),
  attachable: text(
    'This host is now cabled to both members of an M-LAG pair. Attach it to the pair?',
    '该主机已连接到 M-LAG 的两台成员设备。是否将其作为 M-LAG 接入？',
  ),
}

/** Asks for the ports of a link that was just drawn. Enter takes what is proposed. */
export function LinkPopover() {
  const { draft, setDraft } = useCanvasSession()
  const connect = useRef<HTMLButtonElement>(null)
  const anchor = useMemo(() => {
    const { x, y } = draft?.at ?? { x: 0, y: 0 }
    return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }
  }, [draft])
  return (
    <Popover.Root open={draft !== undefined} onOpenChange={(open) => !open && setDraft(undefined)}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="bottom" sideOffset={8} collisionPadding={16} className="z-30">
          <Popover.Popup
            initialFocus={connect}
            className="w-72 rounded-lg border border-line bg-raised p-3 text-ink shadow-float outline-none"
          >
            {draft && <LinkForm key={`${draft.from} ${draft.to}`} draft={draft} connect={connect} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function LinkForm({
  draft,
  connect,
}: {
  readonly draft: LinkDraft
  readonly connect: React.RefObject<HTMLButtonElement | null>
}) {
  const say = useSay()
  const design = useEditor((state) => state.design)
  const { dispatch, select } = useEditorActions()
  const { setDraft, setNotice } = useCanvasSession()
  const { network } = design
  const betweenDevices = draft.from in network.devices && draft.to in network.devices
  const [mode, setMode] = useState<LinkMode>(betweenDevices ? 'routed' : 'switched')
  const [chosen, setChosen] = useState<readonly [string | undefined, string | undefined]>([undefined, undefined])
  const command = useMemo(() => drawLink(draft, { ports: chosen, mode }), [draft, chosen, mode])
  const proposal = useMemo(() => proposePorts(design, command), [design, command])
  const ports = proposal.kind === 'ports' ? proposal.ports : chosen

  function draw() {
    if (proposal.kind === 'refused' || dispatch(drawLink(draft, { ports, mode }))) return
    setDraft(undefined)
    // A host with a cable to each member of a pair: the next step is offered, not taken.
    const host = [draft.from, draft.to].find((id) => id in network.hosts)
    if (host && selectionActions(proposal.network, new Set([host])).attach) {
      select([host])
      setNotice(words.attachable)
    }
  }

  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        draw()
      }}
    >
      <Popover.Title className="font-semibold">{say(words.title)}</Popover.Title>
      {([draft.from, draft.to] as const).map((id, index) => (
        <PortField
          key={id}
          id={id}
          label={say(words.port(recordName(network, id)))}
          value={ports[index] ?? ''}
          onChange={(port) => setChosen(index === 0 ? [port, ports[1]] : [ports[0], port])}
        />
      ))}
      {betweenDevices && (
        <fieldset className="grid gap-1">
          <legend className="pb-0.5 text-sm text-ink-muted">{say(words.mode)}</legend>
          {(['routed', 'switched'] as const).map((each) => (
            <label key={each} className="flex items-center gap-2">
              <input
                type="radio"
                className="accent-accent"
                name="mode"
                checked={mode === each}
                onChange={() => setMode(each)}
              />
              {say(words[each])}
            </label>
          ))}
        </fieldset>
      )}
      {proposal.kind === 'refused' && (
        <p role="alert" className="rounded-md bg-error-soft px-2 py-1 text-sm text-error">
          {say(sentences(proposal.refusal.what, proposal.refusal.remedy))}
        </p>
      )}
      <div className="flex justify-end gap-2 pt-1">
        <Button small onClick={() => setDraft(undefined)}>
          {say(words.cancel)}
        </Button>
        <Button ref={connect} small look="primary" type="submit" disabled={proposal.kind === 'refused'}>
          {say(words.connect)}
        </Button>
      </div>
    </form>
  )
}

type PortFieldProps = {
  readonly id: RecordId
  readonly label: string
  readonly value: string
  readonly onChange: (port: string) => void
}

/** A list of the model's ports, or free text where the ports are not known. Nothing for things without ports. */
function PortField({ id, label, value, onChange }: PortFieldProps) {
  const say = useSay()
  const network = useEditor((state) => state.design.network)
  if (id in network.stations || id in network.hosts) return null
  const choices = portChoices(network, id as DeviceId) // neither host nor station: a device
  const listed = choices.some(({ name }) => name === value)
  return (
    <Field label={label}>
      {(parts) =>
        choices.length === 0 ? (
          <input
            {...parts}
            className={`${inputClass} font-mono`}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <select
            {...parts}
            className={`${inputClass} font-mono`}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            {!listed && <option value={value}>{value}</option>}
            {choices.map(({ name, speedGbps, taken }) => (
              <option key={name} value={name} disabled={taken}>
                {name}
                {speedGbps === undefined ? '' : ` · ${speedGbps}G`}
                {taken ? ` · ${say(words.taken)}` : ''}
              </option>
            ))}
          </select>
        )
      }
    </Field>
  )
}
