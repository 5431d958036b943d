import type { CableEndIntent, CableIntent, NetworkIntent } from '../intent'
import type { InterfaceId, MlagAttachment, Network } from '../model'
import { sameValue } from '../model'
import type { DraftPort, Port, Ports } from './ports'
import { dead, joinAttachments, joinCables, raisePorts } from './ports'

/**
 * The ports with the intents they have now, after some were shut, opened, configured otherwise or plugged in elsewhere.
 *
 * @param lines these ports; their trunks, members and those they are cabled with follow from them
 * @returns also all ports whose line, state or neighbours differ
 */
export function relinedPorts(
  ports: Ports,
  { network, intent }: { readonly network: Network; readonly intent: NetworkIntent },
  lines: ReadonlySet<number>,
): { readonly ports: Ports; readonly changed: ReadonlySet<number> } {
  const { list: before, byId: byInterfaceId } = ports
  const attachments = Object.values(network.attachments)
  const own = withTrunks(ports, lines)
  const near = touching(before, { cables: intent.cables, attachments }, own)
  const around = withTrunks(ports, [...own, ...endsOf(near).flatMap((id) => byInterfaceId.get(id) ?? [])])
  const takes = (port: number): boolean => around.has(port)
  const list: DraftPort[] = before.slice() as DraftPort[] // Only what takes cables is written to, and is a draft.
  for (const index of around) {
    const port = before[index]
    if (port !== undefined) list[index] = { ...port, ...dead }
  }
  const sockets = { list, byInterfaceId, takes }
  const plugs = touching(before, { cables: intent.cables, attachments }, around)
  joinCables(sockets, plugs.cables)
  joinAttachments(sockets, plugs.attachments, network)
  const parts = [...around].flatMap((index) => partsOf(ports, index))
  const raised = raisePorts(list, { ports: new Set(), links: new Set() }, [...around, ...parts])
  const changed = [...around, ...parts].filter((index) => lines.has(index) || !sameLine(before[index], raised[index]))
  return { ports: { ...ports, list: raised }, changed: new Set(changed) }
}

type Plugs = { readonly cables: readonly CableIntent[]; readonly attachments: readonly MlagAttachment[] }

/** What is plugged into some of these ports. Interfaces are compared by their ids, for there are many cables. */
function touching(list: readonly Port[], { cables, attachments }: Plugs, ports: Iterable<number>): Plugs {
  const ids = new Set<InterfaceId>()
  for (const port of ports) {
    const id = list[port]?.intent.interfaceId
    if (id !== undefined) ids.add(id)
  }
  const isIn = (end: CableEndIntent): boolean => end.kind === 'interface' && ids.has(end.interfaceId)
  return {
    cables: cables.filter(({ ends: [a, b] }) => isIn(a) || isIn(b)),
    attachments: attachments.filter((each) => attachedTo(each).some((id) => ids.has(id))),
  }
}

function endsOf({ cables, attachments }: Plugs): readonly InterfaceId[] {
  return [
    ...cables.flatMap(({ ends }) => ends.flatMap((end) => (end.kind === 'interface' ? end.interfaceId : []))),
    ...attachments.flatMap(attachedTo),
  ]
}

function attachedTo({ attached, trunks }: MlagAttachment): readonly InterfaceId[] {
  return [...trunks, 'interfaceId' in attached ? attached.interfaceId : undefined].flatMap((id) => id ?? [])
}

function sameLine(a: Port | undefined, b: Port | undefined): boolean {
  return a?.up === b?.up && a?.cabled === b?.cabled && sameValue(a?.cables, b?.cables)
}

/** The sub-interfaces of a port. */
export function partsOf({ list, byName }: Ports, port: number): readonly number[] {
  const device = list[port]?.device ?? -1
  return [...(byName[device]?.values() ?? [])].filter(
    (each) => list[each]?.subInterface === true && list[each].parent === port,
  )
}

/** Ports with their trunks and all members of these. */
function withTrunks({ list, byName }: Ports, ports: Iterable<number>): ReadonlySet<number> {
  const found = new Set<number>()
  for (const index of ports) {
    const port = list[index]
    if (port === undefined || found.has(index)) continue
    const trunk = trunkOf(port)
    found.add(index).add(trunk)
    for (const each of byName[port.device]?.values() ?? []) {
      const other = list[each]
      if (other !== undefined && other.index !== trunk && trunkOf(other) === trunk) found.add(each)
    }
  }
  return found
}

function trunkOf({ index, parent, intent }: Port): number {
  return intent.memberOf === undefined ? index : (parent ?? index)
}
