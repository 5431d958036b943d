import type { CableIntent, NetworkIntent } from '../intent'
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
  const portsOf = (ids: readonly (InterfaceId | undefined)[]): readonly number[] =>
    ids.flatMap((id) => (id === undefined ? [] : (byInterfaceId.get(id) ?? [])))
  const endsOf = ({ ends }: CableIntent): readonly number[] =>
    portsOf(ends.map((end) => (end.kind === 'interface' ? end.interfaceId : undefined)))
  const attachedTo = ({ attached, trunks }: MlagAttachment): readonly number[] =>
    portsOf([...trunks, 'interfaceId' in attached ? attached.interfaceId : undefined])
  const attachments = Object.values(network.attachments)

  const own = withTrunks(ports, lines)
  const isOwn = (port: number): boolean => own.has(port)
  const far = [...intent.cables.map(endsOf), ...attachments.map(attachedTo)].filter((each) => each.some(isOwn)).flat()
  const around = withTrunks(ports, [...own, ...far])
  const takes = (port: number): boolean => around.has(port)
  const list: DraftPort[] = before.slice() as DraftPort[] // Only what takes cables is written to, and is a draft.
  for (const index of around) {
    const port = before[index]
    if (port !== undefined) list[index] = { ...port, ...dead }
  }
  const sockets = { list, byInterfaceId, takes }
  const isAround = (each: readonly number[]): boolean => each.some(takes)
  joinCables(
    sockets,
    intent.cables.filter((cable) => isAround(endsOf(cable))),
  )
  joinAttachments(
    sockets,
    attachments.filter((each) => isAround(attachedTo(each))),
    network,
  )
  const parts = [...around].flatMap((index) => partsOf(ports, index))
  const raised = raisePorts(list, { ports: new Set(), links: new Set() }, [...around, ...parts])
  const changed = [...around, ...parts].filter((index) => lines.has(index) || !sameLine(before[index], raised[index]))
  return { ports: { ...ports, list: raised }, changed: new Set(changed) }
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
