import type { BmpSessionIntent, DeviceIntent } from '../intent'
import { bgpSessions } from '../intent'
import type { Line } from './line'
import { line, lines } from './line'
import type { VrfNames } from './vrf-names'

type Monitor = BmpSessionIntent['monitor'][number]

/** The BMP view: its source can only be an IPv4 address. */
export function bmp(device: DeviceIntent, names: VrfNames): readonly Line[] {
  const { bmp: intent } = device
  if (intent === undefined) return []
  const heads = new Set<string>()
  const sessions = intent.sessions.flatMap((session) => {
    const head = sessionHead(session, names)
    if (head === undefined || heads.has(head)) return []
    heads.add(head)
    return [sessionView(session, head, { device, names })]
  })
  const body = lines(
    intent.statisticsTimerSeconds !== undefined &&
      line('bmp.statistics-timer', `statistics-timer ${intent.statisticsTimerSeconds}`, intent),
    intent.sourceIpv4 !== undefined && line('bmp.source', `connect-interface ${intent.sourceIpv4}`, intent),
    sessions,
  )
  return [line('bmp.view', 'bmp', intent, body)]
}

function sessionHead({ vrfId, address, alias }: BmpSessionIntent, names: VrfNames): string | undefined {
  const vrf = vrfId === undefined ? undefined : names.get(vrfId)
  if (vrfId !== undefined && vrf === undefined) return undefined
  const words = [
    'bmp-session',
    vrf !== undefined && `vpn-instance ${vrf}`,
    address,
    alias !== undefined && `alias ${alias}`,
  ]
  return words.filter(Boolean).join(' ')
}

type Surroundings = { readonly device: DeviceIntent; readonly names: VrfNames }

function sessionView(session: BmpSessionIntent, head: string, surroundings: Surroundings): Line {
  const { tcpPort } = session
  return line(
    'bmp.session',
    head,
    session,
    lines(
      tcpPort !== undefined &&
        line('bmp.session.port', `tcp connect port ${tcpPort.value}`, { because: session.because, values: [tcpPort] }),
      sourceLine(session),
      monitorLines(session, surroundings),
    ),
  )
}

/** Interface, address, or interface and address. */
function sourceLine({ source, because }: BmpSessionIntent): Line | undefined {
  if (source === undefined) return undefined
  const words = [source.interfaceName, source.address].filter((word) => word !== undefined)
  if (words.length === 0) return undefined
  const records = source.interfaceId === undefined ? because : [...because, source.interfaceId]
  return line('bmp.session.source', `connect-interface ${words.join(' ')}`, { because: records })
}

/** One `monitor` view for each target with everything that is reported about it. */
function monitorLines(session: BmpSessionIntent, surroundings: Surroundings): readonly Line[] {
  const modes = new Map<string, string[]>()
  for (const monitor of session.monitor) {
    const target = targetText(monitor.target, surroundings)
    const mode = modeText(monitor)
    if (target === undefined) continue
    const known = modes.get(target) ?? []
    if (mode !== undefined && !known.includes(mode)) known.push(mode)
    modes.set(target, known)
  }
  return [...modes].map(([target, known]) =>
    line(
      'bmp.session.monitor',
      target,
      session,
      known.map((mode) => line('bmp.session.route-mode', mode, session)),
    ),
  )
}

function targetText(target: Monitor['target'], { device, names }: Surroundings): string | undefined {
  switch (target.kind) {
    case 'public':
    case 'all-vpn-instance':
      return `monitor ${target.kind}`
    case 'vpn-instance':
      return `monitor vpn-instance ${target.vrfName}`
    case 'peer': {
      if (target.address === undefined) return undefined
      const vrfId = bgpSessions(device).find(({ peeringId }) => peeringId === target.peeringId)?.vrfId
      const vrf = vrfId === undefined ? undefined : names.get(vrfId)
      return vrf === undefined ? `monitor peer ${target.address}` : `monitor vpn-instance ${vrf} peer ${target.address}`
    }
  }
}

/** Adj-RIBs are seen before or after policy, and the command says which; the Loc-RIB has no such choice. */
function modeText({ family, rib, policy }: Monitor): string | undefined {
  const view = family === 'ipv4-unicast' ? 'ipv4-family unicast' : 'ipv6-family unicast'
  if (rib === 'local-rib') return `route-mode ${view} local-rib`
  return policy === undefined ? undefined : `route-mode ${view} ${rib} ${policy}`
}
