import { formatNumberRanges, ipv4FromNumber, ipv4Mask, splitPrefix } from '@weft/net'
import { itemsPerLine, splitItems } from '@weft/vrp'
import { isRouter } from '../catalog'
import type { DeviceIntent, InterfaceIntent } from '../intent'
import { isisInterfaceLines } from './isis'
import type { Line, Reason } from './line'
import { joined, line, lines } from './line'
import { nveLines } from './nve'
import { ospfv3InterfaceLines } from './ospfv3'
import { encapsulationLines, interfaceHeader } from './sub-interfaces'
import type { VrfNames } from './vrf-names'

/** One `interface` section. */
export function interfaceSection(intent: InterfaceIntent, device: DeviceIntent, names: VrfNames): Line {
  return line('interface.view', interfaceHeader(intent), intent, interfaceLines(intent, device, names))
}

/**
 * The order was counted over the printed configurations of the CloudEngine guide: mode, attributes,
 * VPN binding (which would wipe addresses after it), addresses, routing, then Layer 2 and Eth-Trunk lines.
 */
function interfaceLines(intent: InterfaceIntent, device: DeviceIntent, names: VrfNames): readonly Line[] {
  const { because } = intent
  const isPlain = intent.kind === 'nve' || (intent.kind === 'subinterface' && intent.mode === 'switched')
  const attributes = lines(
    intent.mtu !== undefined &&
      intent.kind !== 'loopback' &&
      intent.kind !== 'subinterface' &&
      intent.kind !== 'nve' &&
      line('interface.mtu', `mtu ${intent.mtu}`, { because }),
    intent.description !== undefined && line('interface.description', `description ${intent.description}`, { because }),
    intent.shutdown && intent.kind !== 'nve' && line('interface.shutdown', 'shutdown', { because }),
  )
  if (intent.memberOf !== undefined) {
    const trunk = intent.memberOf.slice('Eth-Trunk'.length)
    return [...attributes, line('interface.trunk-member', `eth-trunk ${trunk}`, { because })]
  }
  if (isPlain) return [...attributes, ...encapsulationLines(intent), ...nveLines(intent)]
  return lines(
    layer(intent, device),
    attributes,
    layer3(intent, names),
    ospf(intent),
    ospfv3InterfaceLines(intent),
    isisInterfaceLines(intent),
    encapsulationLines(intent),
    switching(intent),
    !isGateway(intent) && macAddressLine(intent),
    ethTrunk(intent, device),
    intent.unpairedPortReserved &&
      intent.kind !== 'meth' &&
      intent.kind !== 'subinterface' &&
      line('interface.unpaired-reserved', 'm-lag unpaired-port reserved', { because }),
  )
}

/** Switch ports are Layer 2 by default; router ports are Layer 3. */
function layer({ kind, mode, because }: InterfaceIntent, { device }: DeviceIntent): Line | undefined {
  if (kind !== 'ethernet' && kind !== 'eth-trunk') return undefined
  const byDefault = isRouter(device) ? 'routed' : 'switched'
  if (mode === byDefault) return undefined
  return line('interface.layer', mode === 'routed' ? 'undo portswitch' : 'portswitch', { because })
}

function layer3(intent: InterfaceIntent, names: VrfNames): readonly Line[] {
  const { because, vrfId, unnumberedFrom, mlagIpv4 } = intent
  const vrf = vrfId === undefined ? undefined : names.get(vrfId)
  const usesIpv6 = intent.ipv6.length > 0 || intent.ipv6LinkLocal !== undefined
  return lines(
    vrf !== undefined &&
      line('interface.vpn-binding', `ip binding vpn-instance ${vrf}`, {
        because: vrfId === undefined ? because : [...because, vrfId],
      }),
    usesIpv6 && line('interface.ipv6', 'ipv6 enable', { because }),
    intent.ipv4.map((address, position) => {
      const { address: host, length } = splitPrefix(address.value)
      const text = `ip address ${host} ${ipv4Mask(length)}${position === 0 ? '' : ' sub'}`
      return line('interface.ipv4', text, { because, values: [address] })
    }),
    unnumberedFrom !== undefined &&
      intent.kind !== 'vbdif' &&
      intent.kind !== 'subinterface' &&
      line('interface.unnumbered', `ip address unnumbered interface ${unnumberedFrom}`, { because }),
    intent.ipv6LinkLocal !== undefined &&
      line('interface.ipv6', `ipv6 address ${intent.ipv6LinkLocal} link-local`, { because }),
    intent.ipv6.map((address) =>
      line('interface.ipv6', `ipv6 address ${address.value}`, { because, values: [address] }),
    ),
    isGateway(intent) && macAddressLine(intent),
    intent.kind === 'vbdif' && vxlanGateway(intent),
    mlagIpv4 !== undefined && mlagAddress(intent, mlagIpv4),
    intent.arpProxy &&
      intent.mode === 'routed' &&
      intent.kind !== 'vbdif' &&
      intent.kind !== 'subinterface' &&
      hasHosts(intent) &&
      line('interface.arp-proxy', 'arp proxy enable', { because }),
  )
}

function isGateway({ kind }: InterfaceIntent): boolean {
  return kind === 'vlanif' || kind === 'vbdif'
}

const hostRouteLines = [
  ['arp-broadcast-detect', 'arp broadcast-detect enable'],
  ['arp-collect', 'arp collect host enable'],
  ['arp-direct-route', 'arp direct-route enable'],
  ['nd-collect', 'ipv6 nd collect host enable'],
] as const

function vxlanGateway({ anycastGateway, hostRoutes, because }: InterfaceIntent): readonly Line[] {
  return lines(
    anycastGateway && line('interface.anycast-gateway', 'vxlan anycast-gateway enable', { because }),
    hostRouteLines.flatMap(([option, text]) =>
      hostRoutes.includes(option) ? [line('interface.host-routes', text, { because })] : [],
    ),
  )
}

/** LoopBacks and management ports lack the commands of a segment with hosts or neighbours. */
function hasHosts({ kind }: InterfaceIntent): boolean {
  return kind !== 'loopback' && kind !== 'meth'
}

function macAddressLine(intent: InterfaceIntent): Line | undefined {
  const { macAddress, because } = intent
  if (macAddress === undefined || !hasHosts(intent) || intent.kind === 'subinterface') return undefined
  return line('interface.mac-address', `mac-address ${macAddress.value}`, { because, values: [macAddress] })
}

function mlagAddress({ because }: InterfaceIntent, address: NonNullable<InterfaceIntent['mlagIpv4']>): Line {
  const { address: host, length } = splitPrefix(address.value)
  return line('interface.mlag-address', `m-lag ip address ${host} ${ipv4Mask(length)}`, { because, values: [address] })
}

/** A type that is the device default is not printed; LoopBacks and management ports keep theirs, and the timers too. */
function ospf(item: InterfaceIntent): readonly Line[] {
  const { ospf: intent, because } = item
  if (intent === undefined) return []
  const hasNeighbours = hasHosts(item)
  const reason = { because: joined(because, intent.because) }
  const { networkType } = intent
  return lines(
    intent.cost !== undefined && line('interface.ospf-cost', `ospf cost ${intent.cost}`, reason),
    hasNeighbours &&
      networkType.value !== 'broadcast' &&
      line('interface.ospf-network-type', `ospf network-type ${networkType.value}`, {
        ...reason,
        values: [networkType],
      }),
    hasNeighbours &&
      intent.helloSeconds !== undefined &&
      line('interface.ospf-timer', `ospf timer hello ${intent.helloSeconds}`, reason),
    hasNeighbours &&
      intent.deadSeconds !== undefined &&
      line('interface.ospf-timer', `ospf timer dead ${intent.deadSeconds}`, reason),
    hasNeighbours && intent.checksMtu && line('interface.ospf-mtu', 'ospf mtu-enable', reason),
    intent.enabledOnInterface &&
      line('interface.ospf-enable', `ospf enable ${intent.processId} area ${ipv4FromNumber(intent.area)}`, reason),
  )
}

/** VLAN 1 passes a trunk by default, so it is taken off unless wanted. An access port in VLAN 1 is the default. */
function switching({ switching: intent, because }: InterfaceIntent): readonly Line[] {
  if (intent === undefined) return []
  const reason = { because: joined(because, intent.because) }
  const edge = intent.edgePort && line('interface.edge-port', 'stp edged-port enable', reason)
  const { vlan, allowedVlans } = intent
  if (intent.linkType === 'access') {
    const printed = vlan !== undefined && vlan !== 1
    return lines(printed && line('interface.access-vlan', `port default vlan ${vlan}`, reason), edge)
  }
  if (intent.linkType === 'dot1q-tunnel') {
    const say = (text: string) => line('interface.dot1q-tunnel', text, reason)
    return lines(say('port link-type dot1q-tunnel'), vlan !== undefined && say(`port default vlan ${vlan}`), edge)
  }
  if (intent.linkType === 'hybrid') return lines(hybrid(intent, reason), edge)
  const items = formatNumberRanges(allowedVlans.filter((allowed) => allowed !== 1))
  return lines(
    line('interface.trunk', 'port link-type trunk', reason),
    vlan !== undefined && vlan !== 1 && line('interface.trunk', `port trunk pvid vlan ${vlan}`, reason),
    !allowedVlans.includes(1) && line('interface.trunk', 'undo port trunk allow-pass vlan 1', reason),
    splitItems('port trunk allow-pass vlan', items, itemsPerLine.allowPass).map((text) =>
      line('interface.trunk', text, reason),
    ),
    edge,
  )
}

/** VLAN 1 is the PVID of a port by default. */
function hybrid(
  { vlan, allowedVlans, untaggedVlans }: NonNullable<InterfaceIntent['switching']>,
  reason: Reason,
): readonly Line[] {
  const say = (text: string) => line('interface.hybrid', text, reason)
  const list = (tag: 'tagged' | 'untagged', vlans: readonly number[]) =>
    splitItems(`port hybrid ${tag} vlan`, formatNumberRanges(vlans), itemsPerLine.exclude).map(say)
  return lines(
    say('port link-type hybrid'),
    vlan !== undefined && vlan !== 1 && say(`port hybrid pvid vlan ${vlan}`),
    list('tagged', allowedVlans),
    list('untagged', untaggedVlans),
  )
}

/** Manual load balancing is the default mode. A root-bridge pair needs spanning tree off on the peer-link. */
function ethTrunk(intent: InterfaceIntent, { dfsGroup }: DeviceIntent): readonly Line[] {
  const { because, aggregation, peerLink, mlagMember } = intent
  const excluded = formatNumberRanges(peerLink?.excludedVlans ?? [])
  return lines(
    peerLink !== undefined &&
      intent.mode === 'switched' &&
      dfsGroup?.spanningTree.mode === 'root-bridge' &&
      line('interface.peer-link-stp', 'stp disable', { because: [...because, peerLink.pairId] }),
    aggregation !== undefined &&
      aggregation !== 'manual' &&
      line('interface.aggregation', `mode ${aggregation}`, { because }),
    peerLink !== undefined &&
      line('interface.peer-link', peerLink.virtual ? 'peer-link 1 virtual-link' : 'peer-link 1', {
        because: [...because, peerLink.pairId],
      }),
    mlagMember !== undefined && mlagMemberLine(intent, mlagMember),
    splitItems('port vlan exclude', excluded, itemsPerLine.exclude).map((text) =>
      line('interface.vlan-exclude', text, {
        because: peerLink === undefined ? because : [...because, peerLink.pairId],
      }),
    ),
  )
}

function mlagMemberLine({ because }: InterfaceIntent, member: NonNullable<InterfaceIntent['mlagMember']>): Line {
  const standby = member.mode === 'active-standby' ? ' active-standby' : ''
  return line('interface.mlag-member', `dfs-group 1 m-lag ${member.mlagId.value}${standby}`, {
    because: [...because, member.attachmentId, member.pairId],
    values: [member.mlagId],
  })
}
