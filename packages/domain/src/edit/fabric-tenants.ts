import { ipv4FromNumber, parseIpv4InterfaceAddress, parseMacAddress } from '@weft/net'
import type { BridgeDomainId, Device, VrfId } from '../model'
import { must } from './fabric-draft'
import type { FabricOptions, Home, Plan } from './fabric-plan'

const domainsPerTenant = 2
const firstVlan = 100
const firstTenantSubnet = 0x0ac00000 // 10.192.0.0
const subnetSize = 0x4000
const firstVtep = 0x0a010000 // 10.1.0.0

/** A VLAN for each bridge domain of each tenant: those of one follow each other. */
export function tenantVlans({ evpn = 0 }: FabricOptions): readonly number[] {
  return Array.from({ length: evpn * domainsPerTenant }, (_, index) => firstVlan + index)
}

/** First address of the /18 of a bridge domain, the same on all leaves. */
export function tenantSubnet(vlan: number): number {
  return firstTenantSubnet + (vlan - firstVlan) * subnetSize
}

type Domain = { readonly id: BridgeDomainId; readonly number: number; readonly vrfId: VrfId }

/**
 * Tenants of an EVPN overlay with distributed gateways: a VPN instance with a Layer 3 VNI each, its bridge domains
 * bound to VLANs of the servers, and a tunnel end on every leaf; the two leaves of a pair are one.
 */
export function addTenants(plan: Plan, homes: readonly Home[]): void {
  const domains = addDomains(plan)
  if (domains.length === 0) return
  const vrfIds = [...new Set(domains.map(({ vrfId }) => vrfId))]
  let vtep = firstVtep
  for (const { leaves, pair } of homes) {
    vtep += 1
    for (const [side, leaf] of leaves.entries()) {
      const own = pair === undefined ? undefined : vtep + 1 + side
      addTunnelEnd(plan, leaf, { vtep, own })
      for (const domain of domains) addGateway(plan, leaf, domain)
      addTenantRoutes(plan, leaf, vrfIds)
    }
    if (pair !== undefined) vtep += 2
  }
}

/** Route targets say the AS of the fabric where it has one, and are the same on all leaves anyway. */
const targetAs = 65000

function addDomains({ draft, options }: Plan): readonly Domain[] {
  return tenantVlans(options).map((number, index) => {
    const tenant = Math.floor(index / domainsPerTenant) + 1
    const vrfId: VrfId = `vrf:tenant-${tenant}`
    const vni = 50_000 + tenant
    const target = `${targetAs}:${vni}`
    if (index % domainsPerTenant === 0) {
      const evpn = { evpnImportTargets: [target], evpnExportTargets: [target] }
      draft.add('vrfs', {
        id: vrfId,
        name: `tenant-${tenant}`,
        vni,
        ipv4: { importTargets: [], exportTargets: [], ...evpn },
      })
    }
    const own = `${targetAs}:${number}`
    const { id } = draft.add('bridgeDomains', {
      id: `bridge-domain:${number}`,
      number,
      vni: 10_000 + number,
      boundVlan: number,
      evpn: { importTargets: [own], exportTargets: [own, target] },
    })
    return { id, number, vrfId } as Domain // the record was just put under its id
  })
}

/** The loopback packets of the overlay come from, which the leaves of a pair share; `own` is a leaf's address to its partner. */
function addTunnelEnd({ draft }: Plan, leaf: Device, { vtep, own }: { readonly vtep: number; readonly own?: number }) {
  const host = (address: number) => [must(parseIpv4InterfaceAddress, `${ipv4FromNumber(address)}/32`)]
  const source = draft.addInterface(leaf, 'LoopBack1', { ipv4: host(vtep) })
  if (own !== undefined) draft.addInterface(leaf, 'LoopBack2', { ipv4: host(own) })
  const shared = own === undefined ? undefined : vtep & 0xffff
  draft.addInterface(leaf, 'Nve1', {
    nve: {
      sourceInterfaceId: source.id,
      ...(own === undefined ? {} : { bypass: { source: ipv4FromNumber(own) } }),
    },
    ...(shared === undefined
      ? {}
      : { macAddress: must(parseMacAddress, `00e0-fc00-${shared.toString(16).padStart(4, '0')}`) }),
  })
}

function addGateway({ draft }: Plan, leaf: Device, { number, vrfId }: Domain): void {
  draft.addInterface(leaf, `Vbdif${number}`, {
    ipv4: [must(parseIpv4InterfaceAddress, `${ipv4FromNumber(tenantSubnet(number) + 1)}/18`)],
    vrfId,
    macAddress: must(parseMacAddress, `0000-5e00-01${(number % 256).toString(16).padStart(2, '0')}`),
    anycastGateway: true,
    hostRoutes: ['arp-collect'],
  })
}

/** Subnets of the tenants are announced as routes of EVPN. */
function addTenantRoutes({ draft }: Plan, leaf: Device, vrfIds: readonly VrfId[]): void {
  const device = draft.network.devices[leaf.id] ?? leaf
  draft.add('devices', {
    ...device,
    bgp: {
      ...device.bgp,
      advertiseEvpn: vrfIds.map((vrfId) => ({ vrfId, family: 'ipv4-unicast' })),
      importRoutes: vrfIds.map((vrfId) => ({ protocol: 'direct', family: 'ipv4-unicast', vrfId })),
    },
  })
}
