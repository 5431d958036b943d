import type { Command } from './commands'
import { commandReader } from './commands'
import type { BmpFacts, BmpSessionFacts, MonitorFacts } from './device-facts'
import { interfaceNameOf, ipOf, ipv4Of, numberOf } from './values'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type Draft = Mutable<BmpFacts> & { sessions: BmpSessionFacts[] }
type SessionDraft = Mutable<BmpSessionFacts> & { monitor: MonitorFacts[] }

/** The `bmp` view. How a device prints it was never seen; this is the mirror of what Weft prints. */
export function readBmp(views: readonly Command[]): BmpFacts {
  const draft: Draft = { sessions: [] }
  for (const { children } of views) for (const command of children) readLine(draft, command)
  return draft
}

const readLine = commandReader<Draft>({
  'statistics-timer *': (draft, [seconds = '']) => {
    const number = numberOf(seconds)
    if (number !== undefined) draft.statisticsTimerSeconds = number
  },
  'connect-interface *': (draft, [address = '']) => {
    const source = ipv4Of(address)
    if (source !== undefined) draft.sourceIpv4 = source
  },
  'bmp-session **': ({ sessions }, _, view) => {
    const session = readSession(view)
    if (session !== undefined) sessions.push(session)
  },
})

function readSession({ words, line, children }: Command): BmpSessionFacts | undefined {
  const vrf = words[1] === 'vpn-instance' ? words[2] : undefined
  const rest = words.slice(vrf === undefined ? 1 : 3)
  const address = ipOf(rest[0] ?? '')
  const alias = rest[1] === 'alias' ? rest[2] : undefined
  if (address === undefined || rest.length !== (alias === undefined ? 1 : 3)) return undefined
  const draft: SessionDraft = {
    line,
    address,
    monitor: [],
    ...(vrf === undefined ? {} : { vrf }),
    ...(alias === undefined ? {} : { alias }),
  }
  for (const command of children) readSessionLine(draft, command)
  return draft
}

const readSessionLine = commandReader<SessionDraft>({
  'tcp connect port *': (draft, [port = '']) => {
    const number = numberOf(port)
    if (number !== undefined) draft.tcpPort = number
  },
  'connect-interface *': (draft, [text = '']) => readSource(draft, text, undefined),
  'connect-interface * *': (draft, [name = '', address = '']) => readSource(draft, name, address),
  'monitor public': (draft, _, view) => readMonitor(draft, { kind: 'public' }, view),
  'monitor all-vpn-instance': (draft, _, view) => readMonitor(draft, { kind: 'all-vpn-instance' }, view),
  'monitor vpn-instance *': (draft, [vrf = ''], view) => readMonitor(draft, { kind: 'vpn-instance', vrf }, view),
  'monitor peer *': (draft, [text = ''], view) => {
    const address = ipOf(text)
    if (address !== undefined) readMonitor(draft, { kind: 'peer', address }, view)
  },
  'monitor vpn-instance * peer *': (draft, [vrf = '', text = ''], view) => {
    const address = ipOf(text)
    if (address !== undefined) readMonitor(draft, { kind: 'peer', address, vrf }, view)
  },
})

function readSource(draft: SessionDraft, first: string, second: string | undefined): void {
  const name = interfaceNameOf(first)
  const address = ipOf(second ?? first)
  if (name !== undefined) draft.sourceInterface = name
  if (address !== undefined) draft.sourceAddress = address
}

function readMonitor({ monitor }: SessionDraft, target: MonitorFacts['target'], { children }: Command): void {
  for (const { words } of children) {
    const [command, view, unicast, rib, policy] = words
    const family = view === 'ipv4-family' ? 'ipv4-unicast' : view === 'ipv6-family' ? 'ipv6-unicast' : undefined
    if (command !== 'route-mode' || family === undefined || unicast !== 'unicast' || words.length > 5) continue
    if (rib === 'local-rib' && policy === undefined) monitor.push({ target, family, rib })
    const isAdjacent = rib === 'adj-rib-in' || rib === 'adj-rib-out'
    if (isAdjacent && (policy === 'pre-policy' || policy === 'post-policy')) {
      monitor.push({ target, family, rib, policy })
    }
  }
}
