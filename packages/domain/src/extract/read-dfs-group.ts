import type { Command } from './commands'
import { commandReader } from './commands'
import type { ChannelFacts, DfsGroupFacts } from './device-facts'
import { ipOf, numberOf } from './values'

type Draft = { -readonly [Key in keyof DfsGroupFacts]: DfsGroupFacts[Key] } & {
  electionPackets: NonNullable<DfsGroupFacts['electionPackets']>[number][]
}

/** `dfs-group 1` in the form of V300 and in that of V200, which says `source ip` alone. */
export function readDfsGroup(views: readonly Command[]): DfsGroupFacts {
  const draft: Draft = { line: views[0]?.line ?? 0, electionPackets: [] }
  for (const { children } of views) for (const command of children) readLine(draft, command)
  const { electionPackets, ...facts } = draft
  return electionPackets.length === 0 ? facts : { ...facts, electionPackets }
}

const readLine = commandReader<Draft>({
  'priority *': (draft, [priority = '']) => {
    const number = numberOf(priority, 65535)
    if (number !== undefined) draft.priority = number
  },
  'dual-active detection source **': (draft, [words = '']) => {
    const channel = readChannel(words.split(' '))
    if (channel !== undefined) draft.dualActiveDetection = channel
  },
  'source **': (draft, [words = '']) => {
    const channel = readChannel(words.split(' '))
    if (channel !== undefined) draft.dualActiveDetection = { ...channel, dialect: 'v200' }
  },
  'peer-link source **': (draft, [words = '']) => {
    const channel = readChannel(words.split(' '))
    if (channel?.tcpPort !== undefined) draft.syncChannel = channel
  },
  'authentication-mode hmac-sha256 password **': (draft, [password = '']) => {
    const clear = /^"[^"]*"$/.test(password) ? password.slice(1, -1) : password
    // A cipher text belongs to its device and is carried as it is; only what a person typed is a password.
    if (!isCipher(clear) && clear.length <= 128) draft.password = clear
  },
  'consistency-check enable mode *': (draft, [mode = '']) => {
    if (mode === 'strict' || mode === 'loose') draft.consistencyCheck = mode
  },
  'm-lag up-delay *': (draft, [seconds = '']) => {
    const number = numberOf(seconds, 65535)
    if (number !== undefined) draft.upDelaySeconds = number
  },
  'm-lag active-standby election *': ({ electionPackets }, [packet = '']) => {
    const known = (['arp', 'nd', 'igmp', 'dhcp', 'mld'] as const).find((each) => each === packet)
    if (known !== undefined) electionPackets.push(known)
  },
})

/** Stored secrets begin and end with the mark of their cipher (`%+%#…%+%#`, `$1a$…$`). */
function isCipher(text: string): boolean {
  return /^(?:[%@][\^+@#%][%@]#|%#%#|\$\d[a-z]\$)/.test(text)
}

/** `ip 10.0.0.1 [vpn-instance red] [peer 10.0.0.2] [udp-port n] [tcp-port n] [timeout n]`. */
function readChannel(words: readonly string[]): ChannelFacts | undefined {
  const source = ipOf(words[1] ?? '')
  if (source === undefined || (words[0] !== 'ip' && words[0] !== 'ipv6') || words.length % 2 !== 0) return undefined
  let channel: ChannelFacts = { source }
  for (let i = 2; i < words.length; i += 2) {
    const next = withOption(channel, words[i] ?? '', words[i + 1] ?? '')
    if (next === undefined) return undefined
    channel = next
  }
  return channel
}

function withOption(channel: ChannelFacts, option: string, text: string): ChannelFacts | undefined {
  const peer = ipOf(text)
  const number = numberOf(text)
  switch (option) {
    case 'vpn-instance':
      return { ...channel, vrf: text }
    case 'peer':
      return peer === undefined ? undefined : { ...channel, peer }
    case 'udp-port':
      return number === undefined || number > 65535 ? undefined : { ...channel, udpPort: number }
    case 'tcp-port':
      return number === undefined ? undefined : { ...channel, tcpPort: number }
    case 'timeout':
      return number === undefined || number > 3600 ? undefined : { ...channel, timeoutSeconds: number }
    default:
      return undefined
  }
}
