import type {
  Command,
  Design,
  DeviceId,
  EndChoice,
  HostId,
  LinkEnd,
  Network,
  RecordId,
  Refusal,
  Station,
} from '@weft/domain'
import { applyCommand } from '@weft/domain'
import { freshId, kindOf } from '../editor'

export type LinkMode = 'routed' | 'switched'
export type DrawLink = Command & { readonly kind: 'link.draw' }

/** The command that joins two drawn things; a port that is not given is proposed by the command itself. */
export function drawLink(
  { from, to }: { readonly from: RecordId; readonly to: RecordId },
  { ports, mode }: { readonly ports: readonly [string | undefined, string | undefined]; readonly mode: LinkMode },
): DrawLink {
  return {
    kind: 'link.draw',
    id: freshId('link'),
    from: endChoice(from, ports[0]),
    to: endChoice(to, ports[1]),
    newInterfaceIds: [freshId('interface'), freshId('interface')],
    mode,
  }
}

function endChoice(id: RecordId, portName: string | undefined): EndChoice {
  // The kind in front of an id says which id it is.
  switch (kindOf(id)) {
    case 'host':
      return { kind: 'host', hostId: id as HostId, ...(portName ? { port: portName } : {}) }
    case 'station':
      return { kind: 'station', stationId: id as Station['id'] }
    default:
      return { kind: 'device', deviceId: id as DeviceId, ...(portName ? { portName } : {}) }
  }
}

export type Proposal =
  | {
      readonly kind: 'ports'
      readonly ports: readonly [string | undefined, string | undefined]
      /** The network as it would be with the link. */
      readonly network: Network
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Which ports the command would take, found by trying it on the design without keeping the result. */
export function proposePorts(design: Design, command: DrawLink): Proposal {
  const result = applyCommand(design, command)
  if ('refused' in result) return { kind: 'refused', refusal: result.refused }
  const { network } = result.design
  const ends = network.links[command.id]?.ends ?? []
  const portOf = (end: LinkEnd | undefined) => {
    if (!end) return undefined
    if ('interfaceId' in end) return network.interfaces[end.interfaceId]?.name
    return 'hostId' in end ? end.port : undefined
  }
  return { kind: 'ports', ports: [portOf(ends[0]), portOf(ends[1])], network }
}
