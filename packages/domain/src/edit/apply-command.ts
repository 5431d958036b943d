import type { Design } from '../model'
import { addDevice, addHost, addLoopback, addStation } from './add-things'
import { attachHost } from './attach-host'
import type { Change, Command, Refusal } from './command'
import { commandLabel } from './command-label'
import { deleteRecords } from './delete-records'
import { detachRecord } from './detach'
import type { Draft } from './draft'
import { openDraft } from './draft'
import { drawLink } from './draw-link'
import { drawVlanifLink, setVlanOfLink } from './draw-vlanif-link'
import { pairDevices, setSyncPort } from './pair-devices'
import { moveRecords, pasteRecords } from './paste-records'
import { pinNumbers } from './pin-numbers'
import { renumber } from './renumber'
import { createRecord, setRecord } from './set-record'

export type CommandResult = { readonly design: Design; readonly change: Change } | { readonly refused: Refusal }

/**
 * Carries out a command: the design after it and the change that leads there, or why not. Pure: the
 * same design and command give the same result everywhere, and a refusal leaves nothing behind.
 *
 * Numbers that become necessary are given once and written into the change, so that whatever is
 * inserted or deleted later renumbers nothing.
 */
export function applyCommand(design: Design, command: Command): CommandResult {
  const draft = openDraft(design)
  const refused = carryOut(draft, command)
  if (refused !== undefined) return { refused }
  pinNumbers(design.network, draft, command)
  return draft.close(commandLabel(command))
}

function carryOut(draft: Draft, command: Command): Refusal | undefined {
  switch (command.kind) {
    case 'record.set':
      return setRecord(draft, command)
    case 'record.create':
      return createRecord(draft, command)
    case 'records.delete':
      return deleteRecords(draft, command)
    case 'record.detach':
      return detachRecord(draft, command)
    case 'device.add':
      return addDevice(draft, command)
    case 'host.add':
      return addHost(draft, command)
    case 'station.add':
      return addStation(draft, command)
    case 'loopback.add':
      return addLoopback(draft, command)
    case 'link.draw':
      return drawLink(draft, command)
    case 'vlanif-link.draw':
      return drawVlanifLink(draft, command)
    case 'vlanif-link.set-vlan':
      return setVlanOfLink(draft, command)
    case 'mlag.pair':
      return pairDevices(draft, command)
    case 'mlag.set-sync-port':
      return setSyncPort(draft, command)
    case 'mlag.attach':
      return attachHost(draft, command)
    case 'records.paste':
      return pasteRecords(draft, command)
    case 'numbers.renumber':
      return renumber(draft, command)
    case 'layout.move':
      moveRecords(draft, command.positions)
      return undefined
    case 'batch':
      for (const each of command.commands) {
        const refused = carryOut(draft, each)
        if (refused !== undefined) return refused
      }
      return undefined
  }
}
