import { compareIp, ipVersion, ipv4Mask, splitPrefix } from '@weft/net'
import { isRouter } from '../catalog'
import type { BgpIntent, DeviceIntent } from '../intent'
import type { Family, RoutePolicyId, VrfId } from '../model'
import type { PrintableSession } from './bgp-session'
import { inTable, sessionLines } from './bgp-session'
import type { DerivationId } from './derivations'
import type { Line } from './line'
import { line, lines, separatedLine } from './line'
import { filterLines } from './peer-filters'
import type { PolicyNames } from './policies'

type Process = {
  readonly device: DeviceIntent
  readonly bgp: BgpIntent
  /** Ascending by address. */
  readonly sessions: readonly PrintableSession[]
  readonly policies: PolicyNames
}
type Table = { readonly vrfId: VrfId; readonly name: string }

/** Families in the order a device shows them; VPNv4 and VPNv6 exist on routers only. */
export function familyBlocks(process: Process): readonly Line[] {
  const isBase = process.bgp.instance === undefined
  const onRouter = isBase && isRouter(process.device.device)
  const tables = process.device.vrfs
  return lines(
    isBase && unicast(process, 4),
    isBase && unicast(process, 6),
    onRouter && overlay(process, 'vpnv4'),
    tables.map((table) => sharedView(process, table)).flatMap((view) => view ?? []),
    tables.map((table) => vpnFamily(process, table, 4)).flatMap((view) => view ?? []),
    onRouter && overlay(process, 'vpnv6'),
    tables.map((table) => vpnFamily(process, table, 6)).flatMap((view) => view ?? []),
    overlay(process, 'evpn'),
  )
}

const viewOf: { readonly [F in Family]: string } = {
  'ipv4-unicast': 'ipv4-family unicast',
  'ipv6-unicast': 'ipv6-family unicast',
  vpnv4: 'ipv4-family vpnv4',
  vpnv6: 'ipv6-family vpnv6',
  evpn: 'l2vpn-family evpn',
}

/**
 * IPv4 unicast is always shown. A new IPv4 peer is enabled in it by itself, so one that does not carry
 * IPv4 routes is disabled there.
 */
function unicast(process: Process, version: 4 | 6): Line | undefined {
  const { bgp } = process
  const family: Family = version === 4 ? 'ipv4-unicast' : 'ipv6-unicast'
  const sessions = inTable(process.sessions, undefined)
  const enabled = sessions.filter(({ families }) => families.includes(family))
  const routes = lines(
    synchronization(process, family),
    clusterId(process, enabled),
    routeLines(process, version, undefined),
  )
  if (version === 6 && enabled.length === 0 && routes.length === 0) return undefined
  const peers = sessions.flatMap((session) => {
    if (session.families.includes(family)) return [enable(session), ...optionLines(session, family, process)]
    const isEnabledByItself = version === 4 && ipVersion(session.remoteAddress.value) === 4
    return isEnabledByItself ? [disable(session)] : []
  })
  return separatedLine('bgp.family', viewOf[family], bgp, lines(routes, peers))
}

/** Families whose routes carry VPN targets. */
function overlay(process: Process, family: 'vpnv4' | 'vpnv6' | 'evpn'): Line | undefined {
  const enabled = inTable(process.sessions, undefined).filter(({ families }) => families.includes(family))
  if (enabled.length === 0) return undefined
  const because = { because: [...new Set(enabled.flatMap((session) => session.because))] }
  return separatedLine(
    'bgp.family',
    viewOf[family],
    because,
    lines(
      line(
        'bgp.family.policy',
        filtersByTarget(process, enabled) ? 'policy vpn-target' : 'undo policy vpn-target',
        because,
      ),
      clusterId(process, enabled),
      enabled.flatMap((session) => [enable(session), ...optionLines(session, family, process)]),
    ),
  )
}

function filtersByTarget(process: Process, sessions: readonly PrintableSession[]): boolean {
  return process.bgp.vpnTargetPolicy ?? !passesRoutesOn(process, sessions)
}

/** A device between those that have the VPN instances would drop every route it has no target for. */
function passesRoutesOn({ device }: Process, sessions: readonly PrintableSession[]): boolean {
  if (sessions.some(({ reflectClient }) => reflectClient)) return true
  const hasTargets = device.vrfs.some(({ ipv4, ipv6 }) =>
    [ipv4, ipv6].some((family) => family !== undefined && family.importTargets.length > 0),
  )
  return !hasTargets && sessions.some(({ nextHopInvariable }) => nextHopInvariable)
}

/** Peers that carry another version than their address, or nothing yet, are created here for both families. */
function sharedView(process: Process, { vrfId, name }: Table): Line | undefined {
  const sessions = inTable(process.sessions, vrfId).filter((session) => !isNative(session))
  if (sessions.length === 0) return undefined
  const because = { because: [vrfId, ...new Set(sessions.flatMap((session) => session.because))] }
  const peers = sessions.flatMap((session) => sessionLines(session, process.device))
  return separatedLine('bgp.vpn-view', `vpn-instance ${name}`, because, peers)
}

/** A peer created in its own VPN family is enabled by that; one from the shared view needs the line. */
function vpnFamily(process: Process, { vrfId, name }: Table, version: 4 | 6): Line | undefined {
  const family: Family = version === 4 ? 'ipv4-unicast' : 'ipv6-unicast'
  const sessions = inTable(process.sessions, vrfId)
  const native = sessions.filter((session) => isNative(session) && ipVersion(session.remoteAddress.value) === version)
  // The IPv4 family of a VPN instance has no peers with IPv6 addresses; in a further process neither has the other.
  const shared = sessions.filter(
    (session) =>
      !isNative(session) &&
      session.families.includes(family) &&
      ((version === 6 && process.bgp.instance === undefined) || ipVersion(session.remoteAddress.value) === version),
  )
  const routes = routeLines(process, version, vrfId)
  if (native.length === 0 && shared.length === 0 && routes.length === 0) return undefined
  const members = new Set(native)
  const peers = [...native, ...shared]
    .sort(byAddress)
    .flatMap((session) => [
      ...(members.has(session) ? sessionLines(session, process.device) : [enable(session)]),
      ...optionLines(session, family, process),
    ])
  const because = { because: [vrfId, ...process.bgp.because] }
  return separatedLine(
    'bgp.vpn-family',
    `ipv${version}-family vpn-instance ${name}`,
    because,
    lines(clusterId(process, [...native, ...shared]), routes, peers),
  )
}

function isNative({ families, remoteAddress }: PrintableSession): boolean {
  const unicastFamilies = families.filter((family) => family === 'ipv4-unicast' || family === 'ipv6-unicast')
  return unicastFamilies.length === 1 && unicastFamilies[0] === `ipv${ipVersion(remoteAddress.value)}-unicast`
}

export function byAddress(a: PrintableSession, b: PrintableSession): number {
  return compareIp(a.remoteAddress.value, b.remoteAddress.value)
}

function enable(session: PrintableSession): Line {
  return line('bgp.family.enable', `peer ${session.remoteAddress.value} enable`, reasonOf(session))
}

function disable(session: PrintableSession): Line {
  return line('bgp.family.disable', `undo peer ${session.remoteAddress.value} enable`, reasonOf(session))
}

function reasonOf(session: PrintableSession) {
  return { because: session.because, values: [session.remoteAddress] }
}

type Option = (derivation: DerivationId, words: string) => Line

/** What a peer gets in one family beside being enabled. */
function optionLines(session: PrintableSession, family: Family, { policies }: Process): readonly Line[] {
  const peer = `peer ${session.remoteAddress.value}`
  const option: Option = (derivation, words) => line(derivation, `${peer} ${words}`, reasonOf(session))
  const { allowAsLoop, fromGroup } = session
  const own = (name: (typeof fromGroup)[number]) => !fromGroup.includes(name)
  return lines(
    own('reflect-client') && session.reflectClient && option('bgp.family.reflect-client', 'reflect-client'),
    own('next-hop-local') &&
      session.nextHopLocal &&
      family !== 'evpn' &&
      option('bgp.family.next-hop-local', 'next-hop-local'),
    own('next-hop-invariable') && nextHopLine(session, family, option),
    own('allow-as-loop') &&
      allowAsLoop !== undefined &&
      option('bgp.family.allow-as-loop', allowAsLoop === 1 ? 'allow-as-loop' : `allow-as-loop ${allowAsLoop}`),
    session.filters !== undefined && filterLines(session, family, policies),
    family === 'evpn' && own('evpn') && evpnOptions(session, option),
  )
}

/**
 * A session with an overlay family keeps next hops there and nowhere else: tunnels end on them. On a
 * plain unicast session unlabelled routes are only covered with `include-unicast-route`, which exists for
 * peers whose address is of the family's version. VPN-instance families do not have the command.
 */
function nextHopLine(session: PrintableSession, family: Family, option: Option): Line | undefined {
  if (!session.nextHopInvariable || session.vrfId !== undefined) return undefined
  const isOverlay = family !== 'ipv4-unicast' && family !== 'ipv6-unicast'
  if (isOverlay) return option('bgp.family.next-hop-invariable', 'next-hop-invariable')
  const hasOverlay = session.families.some((each) => each !== 'ipv4-unicast' && each !== 'ipv6-unicast')
  if (hasOverlay || family !== `ipv${ipVersion(session.remoteAddress.value)}-unicast`) return undefined
  return option('bgp.family.next-hop-invariable', 'next-hop-invariable include-unicast-route')
}

/** What is done with the routes of EVPN itself; the reoriginated ones belong to gateways between two networks. */
function evpnOptions({ evpn }: PrintableSession, option: Option): readonly Line[] {
  const { advertise, advertiseIpv6, encapsulation, importReoriginate, advertiseReoriginated = [] } = evpn
  return lines(
    advertise !== undefined && option('bgp.family.evpn-advertise', `advertise ${advertise}`),
    advertiseIpv6 !== undefined && option('bgp.family.evpn-advertise', `advertise ${advertiseIpv6}`),
    encapsulation !== undefined && option('bgp.family.evpn-encapsulation', `advertise encap-type ${encapsulation}`),
    importReoriginate === true && option('bgp.family.evpn-reoriginate', 'import reoriginate'),
    [...new Set(advertiseReoriginated)].map((routes) =>
      option('bgp.family.evpn-reoriginate', `advertise route-reoriginated evpn ${routes}`),
    ),
  )
}

function clusterId({ bgp }: Process, sessions: readonly PrintableSession[]): Line | undefined {
  if (bgp.clusterId === undefined || !sessions.some(({ reflectClient }) => reflectClient)) return undefined
  return line('bgp.family.cluster-id', `reflector cluster-id ${bgp.clusterId}`, bgp)
}

function routeLines({ bgp, policies }: Process, version: 4 | 6, vrfId: VrfId | undefined): readonly Line[] {
  const networks = bgp.announcements
    .filter((announcement) => announcement.vrfId === vrfId && ipVersion(announcement.prefix) === version)
    .map((announcement) => ({ announcement, ...splitPrefix(announcement.prefix) }))
    .sort((a, b) => compareIp(a.address, b.address) || a.length - b.length)
  const family: Family = version === 4 ? 'ipv4-unicast' : 'ipv6-unicast'
  const imports = new Set(
    bgp.importRoutes
      .filter((each) => each.family === family && each.vrfId === vrfId && hasRoutesOf(each.protocol, version))
      .map(({ protocol, processId, routePolicyId }) => {
        const source = protocol === 'direct' || protocol === 'static' ? protocol : `${protocol} ${processId ?? 1}`
        return `${source}${through(routePolicyId, policies)}`
      }),
  )
  const settings = bgp.familySettings.find((each) => each.family === family && each.vrfId === vrfId)
  return lines(
    networks.map(({ announcement, address, length }) =>
      line(
        'bgp.family.network',
        `network ${address} ${version === 4 ? ipv4Mask(length) : length}${through(announcement.routePolicyId, policies)}`,
        announcement,
      ),
    ),
    [...imports].sort().map((words) => line('bgp.family.import-route', `import-route ${words}`, bgp)),
    settings?.maximumLoadBalancing !== undefined &&
      line('bgp.family.load-balancing', `maximum load-balancing ${settings.maximumLoadBalancing}`, bgp),
    bgp.advertiseEvpn.some((each) => each.family === family && each.vrfId === vrfId) &&
      line('bgp.family.advertise-evpn', 'advertise l2vpn evpn', bgp),
  )
}

/** The words that end a line whose routes have to pass a policy. */
function through(id: RoutePolicyId | undefined, policies: PolicyNames): string {
  const policy = id === undefined ? undefined : policies.get(id)
  return policy === undefined ? '' : ` route-policy ${policy.name}`
}

/** Each version of IP has its own OSPF. */
function hasRoutesOf(protocol: BgpIntent['importRoutes'][number]['protocol'], version: 4 | 6): boolean {
  return protocol !== (version === 4 ? 'ospfv3' : 'ospf')
}

/** Routers write their default into the unicast families; VPN instances do not have the command. */
function synchronization({ bgp }: Process, family: Family): Line | undefined {
  const isOff = bgp.familySettings.some(
    (each) => each.family === family && each.vrfId === undefined && each.withoutSynchronization === true,
  )
  return isOff ? line('bgp.family.synchronization', 'undo synchronization', bgp) : undefined
}
