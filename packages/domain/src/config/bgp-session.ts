import type { AsNumber } from '@weft/net'
import { formatAsNumber, ipVersion } from '@weft/net'
import type { BgpSessionIntent, DeviceIntent } from '../intent'
import type { Effective, VrfId } from '../model'
import type { Line } from './line'
import { line, lines } from './line'

/** A session that can be printed: the address and AS number of the other end are known. */
export type PrintableSession = BgpSessionIntent & {
  readonly remoteAddress: NonNullable<BgpSessionIntent['remoteAddress']>
  readonly remoteAsNumber: Effective<AsNumber>
}

/** A device has one peer for an address in a routing table: of several sessions the first by key stays. */
export function printableSessions(sessions: readonly BgpSessionIntent[]): readonly PrintableSession[] {
  const found = new Map<string, PrintableSession>()
  for (const session of sessions) {
    if (!isPrintable(session)) continue
    const key = `${session.vrfId ?? ''} ${session.remoteAddress.value}`
    const known = found.get(key)
    if (known === undefined || session.key < known.key) found.set(key, session)
  }
  return [...found.values()]
}

function isPrintable(session: BgpSessionIntent): session is PrintableSession {
  return session.remoteAddress !== undefined && session.remoteAsNumber !== undefined
}

export function inTable(sessions: readonly PrintableSession[], vrfId: VrfId | undefined): readonly PrintableSession[] {
  return sessions.filter((session) => session.vrfId === vrfId)
}

/** What a device shows for an AS number: above 65535 it is dotted unless `as-notation plain` is set. */
export function asText({ device }: DeviceIntent, asNumber: AsNumber): string {
  return formatAsNumber(asNumber, device.asNotationPlain === true ? 'plain' : 'dotted')
}

/** The block of one peer where it is created. `as-number` makes the peer, so it comes first. */
export function sessionLines(session: PrintableSession, device: DeviceIntent): readonly Line[] {
  const { because, remoteAddress, remoteAsNumber, ebgpMaxHop, validTtlHops, openMode } = session
  const own = (option: BgpSessionIntent['fromGroup'][number]) => !session.fromGroup.includes(option)
  const peer = `peer ${remoteAddress.value}`
  const values = [remoteAddress]
  return lines(
    own('as-number') &&
      line('bgp.peer.as-number', `${peer} as-number ${asText(device, remoteAsNumber.value)}`, {
        because,
        values: [remoteAddress, remoteAsNumber],
      }),
    own('ebgp-max-hop') &&
      ebgpMaxHop !== undefined &&
      line('bgp.peer.ebgp-max-hop', `${peer} ebgp-max-hop ${ebgpMaxHop.value}`, { because, values: [ebgpMaxHop] }),
    own('valid-ttl-hops') &&
      validTtlHops !== undefined &&
      line('bgp.peer.valid-ttl-hops', `${peer} valid-ttl-hops ${validTtlHops}`, { because, values }),
    own('bfd') && session.bfd && line('bgp.peer.bfd', `${peer} bfd enable`, { because, values }),
    own('connect-interface') && sourceLine(session, peer),
    own('description') &&
      session.description !== undefined &&
      line('bgp.peer.description', `${peer} description ${session.description}`, { because, values }),
    own('keychain') &&
      session.keychain !== undefined &&
      line('bgp.peer.keychain', `${peer} keychain ${session.keychain}`, { because, values }),
    own('timer') &&
      session.keepaliveSeconds !== undefined &&
      session.holdSeconds !== undefined &&
      line('bgp.peer.timer', `${peer} timer keepalive ${session.keepaliveSeconds} hold ${session.holdSeconds}`, {
        because,
        values,
      }),
    own('rely-state') &&
      // The VPN views of further processes do not have the command (routing.md B2).
      (session.instance === undefined || session.vrfId === undefined) &&
      session.relyStateInterfaces.map(({ interfaceId, name }) =>
        line('bgp.peer.rely-state', `${peer} rely-state interface ${name}`, {
          because: [...because, interfaceId],
          values,
        }),
      ),
    own('open-mode') &&
      openMode !== undefined &&
      line('bgp.peer.open-mode', `${peer} ${openMode}`, { because, values }),
    own('ignore') && session.ignore && line('bgp.peer.ignore', `${peer} ignore`, { because, values }),
  )
}

/**
 * The forms of `connect-interface`; left out when the interface or address it names is not known, or when the
 * address is not of the version of the peer.
 */
function sourceLine({ source, because, remoteAddress }: PrintableSession, peer: string): Line | undefined {
  const words = sourceWords(source, ipVersion(remoteAddress.value))
  if (words === undefined) return undefined
  const records = source.interfaceId === undefined ? because : [...because, source.interfaceId]
  return line('bgp.peer.source', `${peer} connect-interface ${words}`, {
    because: records,
    values: [remoteAddress, source.address],
  })
}

function sourceWords(source: BgpSessionIntent['source'], version: 4 | 6): string | undefined {
  const { connectInterface, interfaceName } = source
  const address =
    source.address !== undefined && ipVersion(source.address.value) === version ? source.address : undefined
  switch (connectInterface) {
    case 'none':
      return undefined
    case 'interface':
      return interfaceName
    case 'address':
      return address?.value
    case 'interface-and-address':
      return interfaceName === undefined || address === undefined ? undefined : `${interfaceName} ${address.value}`
  }
}
