import { parseMacAddress } from '@weft/net'
import type { Subnet } from './fabric-addresses'
import { block, hostIn, isIpv6Fabric, lan, ofGateway, ofInterface, prefixOf } from './fabric-addresses'
import { must } from './fabric-draft'
import type { Home, Plan } from './fabric-plan'
import { pitch } from './fabric-plan'
import { tenantSubnet, tenantVlans } from './fabric-tenants'
import { pseudoRandom } from './pseudo-random'

const firstServerSubnet = 0x0ac00000 // 10.192.0.0

/** Without tenants. */
const serverVlans: readonly number[] = [10, 20, 30]

/** Servers, spread over the homes; each in one of the VLANs of the fabric. */
export function addServers(plan: Plan, homes: readonly Home[]): void {
  const { draft, options } = plan
  const random = pseudoRandom(options.seed)
  const tenants = tenantVlans(options)
  const vlans = tenants.length > 0 ? tenants : serverVlans
  const gateways = new Map<string, Subnet>()
  const served = new Map<number, number>()
  for (let index = 0; index < options.servers; index++) {
    const home = homes[index % homes.length]
    const slot = Math.floor(index / homes.length)
    const vlan = vlans[random(vlans.length)]
    const [leaf] = home?.leaves ?? []
    if (!home || !leaf || vlan === undefined) continue
    const key = `${leaf.id} ${vlan}`
    const isTenant = tenants.length > 0
    const subnet = isTenant
      ? block(options, tenantSubnet(vlan), 18)
      : (gateways.get(key) ?? addServerSubnet(plan, home, vlan))
    gateways.set(key, subnet)
    const place = isTenant ? (served.get(vlan) ?? 0) : slot
    served.set(vlan, place + 1)
    const name = `server-${index + 1}`
    const hostId = `host:${name}` as const
    const port = `25GE1/0/${slot + 1}`
    const homed = home.leaves.map((member) => ({
      member,
      port: draft.addInterface(member, port, { description: name }),
    }))
    for (const { member, port: end } of homed)
      draft.addCable(`${member.name}--${name}`, { interfaceId: end.id }, { hostId })
    const trunks = home.pair
      ? homed.map(({ member, port: end }) => {
          const trunk = draft.addInterface(member, `Eth-Trunk${slot + 1}`, {
            aggregation: 'lacp-static',
            description: name,
          })
          draft.add('interfaces', { ...end, memberOf: trunk.id })
          return trunk.id
        })
      : []
    draft.add('hosts', { id: hostId, name, kind: 'server', addresses: [hostIn(subnet, 10 + place)] })
    const at = plan.draft.design().layout.positions[leaf.id]
    draft.place(
      hostId,
      (at?.x ?? 0) + (home.pair ? pitch.x / 2 : 0) + (slot % 2) * 60,
      (at?.y ?? 0) + 240 + slot * pitch.host,
    )
    if (home.pair) {
      draft.add('attachments', {
        id: `attachment:${name}`,
        pairId: home.pair.id,
        mlagId: slot + 1,
        mode: 'dual-active',
        trunks: [trunks[0], trunks[1]],
        attached: { hostId },
        aggregation: 'lacp-static',
        linkType: 'trunk',
        vlans: [vlan],
        edgePort: true,
      })
    } else {
      for (const { port: end } of homed)
        draft.add('interfaces', { ...end, switching: { linkType: 'access', vlan, edgePort: true } })
    }
  }
}

/** Gateway of a VLAN at one home: a dual-active gateway on a pair, a plain Vlanif on a single leaf. Returns the subnet. */
function addServerSubnet({ draft, next, options }: Plan, home: Home, vlan: number): Subnet {
  const number = next.subnet++
  const subnet = isIpv6Fabric(options) ? lan('fd00:0:1', number) : block(options, firstServerSubnet + number * 256, 24)
  const [leaf] = home.leaves
  if (home.pair) {
    const macAddress = must(parseMacAddress, `0000-5e00-01${vlan.toString(16).padStart(2, '0')}`)
    draft.add('gateways', {
      id: `gateway:${home.pair.name}.${vlan}`,
      pairId: home.pair.id,
      vlan,
      ...ofGateway(subnet, 1),
      macAddress,
    })
  } else draft.addInterface(leaf, `Vlanif${vlan}`, ofInterface(subnet, 1))
  for (const member of home.leaves) {
    const device = draft.network.devices[member.id] ?? member
    const announce = [...(device.bgp?.announce ?? []), { prefix: prefixOf(subnet) }]
    draft.add('devices', { ...device, bgp: { ...device.bgp, announce } })
  }
  return subnet
}
