import { ipVersion } from '@weft/net'
import type { DeviceIntent, DfsGroupIntent } from '../intent'
import type { Line } from './line'
import { line, lines } from './line'
import { wordOf } from './words'

/** The DFS group of an M-LAG member; its id is always 1. */
export function dfsGroup({ dfsGroup: group }: DeviceIntent): readonly Line[] {
  if (group === undefined) return []
  const because = { because: [group.pairId] }
  const body = lines(
    group.priority !== undefined && line('dfs.priority', `priority ${group.priority}`, because),
    dualActiveDetection(group),
    authentication(group),
    syncChannel(group),
    group.consistencyCheck !== undefined &&
      line('dfs.consistency-check', `consistency-check enable mode ${group.consistencyCheck}`, because),
    group.upDelaySeconds !== undefined && line('dfs.up-delay', `m-lag up-delay ${group.upDelaySeconds}`, because),
    group.electionPackets.map((packet) => line('dfs.election', `m-lag active-standby election ${packet}`, because)),
  )
  return [line('dfs.group', 'dfs-group 1', because, body)]
}

/** Left out without a source. The peer part, and the UDP port that depends on it, only with a peer of the same version. */
function dualActiveDetection({ pairId, dualActiveDetection: channel }: DfsGroupIntent): Line | undefined {
  if (channel?.source === undefined) return undefined
  const { source, peer, vrfName, udpPort, timeoutSeconds } = channel
  if (peer !== undefined && ipVersion(peer.value) !== ipVersion(source.value)) return undefined
  const command = channel.dialect === 'v200' ? 'source' : 'dual-active detection source'
  const words = [
    `${command} ${versionWord(source.value)} ${source.value}`,
    vrfName !== undefined && `vpn-instance ${vrfName}`,
    peer !== undefined && `peer ${peer.value}`,
    peer !== undefined && udpPort !== undefined && `udp-port ${udpPort}`,
    timeoutSeconds !== undefined && channel.dialect !== 'v200' && `timeout ${timeoutSeconds}`,
  ]
  return line('dfs.dual-active-detection', words.filter(Boolean).join(' '), {
    because: [pairId],
    values: [source, peer],
  })
}

function authentication({ pairId, password }: DfsGroupIntent): Line | undefined {
  const word = password === undefined ? undefined : wordOf(password)
  if (word === undefined) return undefined
  return line('dfs.authentication', `authentication-mode hmac-sha256 password ${word}`, { because: [pairId] })
}

/** Both addresses are part of the command, so it waits until both are known and of one version. */
function syncChannel({ pairId, syncChannel: channel }: DfsGroupIntent): Line | undefined {
  if (channel?.source === undefined || channel.peer === undefined) return undefined
  const { source, peer, vrfName, tcpPort } = channel
  if (ipVersion(source.value) !== ipVersion(peer.value)) return undefined
  const vrf = vrfName === undefined ? '' : ` vpn-instance ${vrfName}`
  const text = `peer-link source ${versionWord(source.value)} ${source.value}${vrf} peer ${peer.value} tcp-port ${tcpPort}`
  return line('dfs.sync-channel', text, { because: [pairId], values: [source, peer] })
}

function versionWord(address: Parameters<typeof ipVersion>[0]): 'ip' | 'ipv6' {
  return ipVersion(address) === 4 ? 'ip' : 'ipv6'
}
