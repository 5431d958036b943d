import type { Network } from '@weft/domain'
import { compile } from '@weft/domain'
import { networkFromText } from '@weft/domain/testing'
import { describe, expect, it } from 'vitest'
import type { Lab } from '../../src'
import { buildLab, frrContainerlab, vrpContainerlab, withoutVpnInstances } from '../../src'

/** Everything a lab can hold in few devices: trunks, VLANs, VPN instances, hosts, every routing protocol. */
const mixed = `
  leaf1 CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32 2001:db8::1/128 router-id 10.0.0.1 announce 10.0.0.1/32
  leaf2 CE6881H-48S6CQ as 65002 lo0 10.0.0.2/32 router-id 10.0.0.2 import direct cluster-id 1.1.1.1
  vrf red rt 100:1
  host srv1 10.102.0.20
  eth-trunk leaf1 Eth-Trunk1 100GE1/0/1 100GE1/0/2 trunk 100,102
  eth-trunk leaf2 Eth-Trunk1 100GE1/0/1 100GE1/0/2 trunk 100,200
  link leaf1 100GE1/0/1 -- leaf2 100GE1/0/1
  link leaf1 100GE1/0/2 -- leaf2 100GE1/0/2
  link leaf1 100GE1/0/3 10.1.0.0/31 -- leaf2 100GE1/0/3 10.1.0.1/31
  link leaf1 100GE1/0/4 10.7.0.1/30 -- leaf2 100GE1/0/4 10.7.0.2/30 vrf red
  vlanif-link leaf1 leaf2 vlan 100 over leaf1:100GE1/0/1 10.9.0.0/30
  interface leaf1 Vlanif102 10.102.0.1/24 macAddress 0000-5e00-0102
  interface leaf2 Vlanif102 10.102.0.2/24
  port leaf1 10GE1/0/5 access 102
  link leaf1 10GE1/0/5 -- srv1 eth0
  static leaf1 192.0.2.0/24 via 10.1.0.1 preference 70
  static leaf2 10.99.0.0/16 null0
  static leaf1 10.8.0.0/16 via 10.7.0.2 vrf red
  underlay ospf all
  peering leaf1 lo0 -- leaf2 lo0 families ipv4-unicast,evpn hops 3 rr right next-hop-local left holdSeconds 30 keepaliveSeconds 10
  peering leaf1 100GE1/0/3 -- leaf2 100GE1/0/3 gtsm 1 rely leaf1 100GE1/0/3 id guarded
  peering leaf1 100GE1/0/4 -- leaf2 100GE1/0/4 vrf red id red`

function labOf(text: string): { readonly network: Network; readonly lab: Lab } {
  const network = networkFromText(text)
  return { network, lab: buildLab(network, compile(network).intent) }
}

describe('a lab', () => {
  it('has the files it had', async () => {
    const { network, lab } = labOf(mixed)
    const files = frrContainerlab('mixed', lab)
    const book = files.map(({ path, text }) => `==> ${path}\n${text}`).join('\n')
    await expect(book).toMatchFileSnapshot('goldens/mixed.frr.txt')
    const losses = lab.losses
      .map(({ feature, records, why }) => `${feature}: ${why.en} [${records.join(' ')}]\n`)
      .join('')
    await expect(losses).toMatchFileSnapshot('goldens/mixed.losses.txt')
    const vrp = vrpContainerlab('mixed', network, { compilation: compile(network), lab })
    await expect(vrp[0]?.text).toMatchFileSnapshot('goldens/mixed.vrp.clab.yml.txt')
    expect(vrp.map(({ path }) => path)).toEqual(['mixed.clab.yml', 'leaf1.cfg', 'leaf2.cfg'])
  })

  it('is the same whatever order the records are in', () => {
    const { network, lab } = labOf(mixed)
    const turned = Object.fromEntries(
      Object.entries(network).map(([name, records]) => [name, Object.fromEntries(Object.entries(records).reverse())]),
    ) as Network
    expect(buildLab(turned, compile(turned).intent)).toEqual(lab)
  })

  it('has a wire for a VLAN only where both ends carry it', () => {
    const { lab } = labOf(mixed)
    const vlans = lab.nodes.flatMap(({ name, interfaces }) => interfaces.map(({ device }) => `${name} ${device}`))
    expect(vlans).toContain('leaf1 Eth-Trunk1 VLAN 100')
    expect(vlans).not.toContain('leaf1 Eth-Trunk1 VLAN 102')
    expect(vlans).not.toContain('leaf2 Eth-Trunk1 VLAN 200')
  })

  it('has names a kernel takes, each once in its node', () => {
    const { lab } = labOf(mixed)
    for (const { interfaces } of lab.nodes) {
      const names = interfaces.map(({ linux }) => linux)
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(name).toMatch(/^[a-z]+\d+$/)
      for (const name of names) expect(name.length).toBeLessThanOrEqual(15)
    }
    for (const { ends } of lab.wires)
      for (const { node, linux } of ends)
        expect(lab.nodes.find(({ name }) => name === node)?.interfaces.map((each) => each.linux)).toContain(linux)
  })

  it('lets no name of a device reach a shell, a path or FRR', () => {
    const { network } = labOf(mixed)
    const hostile = ['$(reboot)', '../../etc/passwd', '; rm -rf /', '`id`', '设备']
    for (const name of hostile) {
      const devices = Object.fromEntries(Object.entries(network.devices).map(([id, each]) => [id, { ...each, name }]))
      const evil: Network = { ...network, devices }
      const lab = buildLab(evil, compile(evil).intent)
      expect(new Set(lab.nodes.map((node) => node.name)).size).toBe(lab.nodes.length)
      for (const node of lab.nodes) {
        expect(node.name).toMatch(/^[a-z0-9][a-z0-9-]*$/)
        for (const word of [...node.before, ...node.after].flat()) expect(word).toMatch(/^[A-Za-z0-9.:/_-]+$/)
        expect(node.frr?.config ?? '').not.toContain(name)
      }
      for (const { path } of frrContainerlab('evil', lab)) expect(path).toMatch(/^[a-z0-9.-]+(\/[a-z0-9.-]+)?$/)
    }
  })

  it('says what it leaves out', () => {
    const features = labOf(mixed).lab.losses.map(({ feature }) => feature)
    expect(new Set(features)).toEqual(
      new Set(['eth-trunk', 'evpn-overlay', 'rely-state', 'vpn-targets', 'ospf-timers']),
    )
  })

  it('can do without VPN instances, and says so', () => {
    const { network } = labOf(mixed)
    const { intent, losses } = withoutVpnInstances(compile(network).intent)
    expect(losses.map(({ records }) => records)).toEqual([['vrf:red']])
    const lab = buildLab(network, intent)
    expect(JSON.stringify(lab.nodes)).not.toMatch(/vrf\d|10\.7\.0\.|10\.8\.0\.0/)
    expect(JSON.stringify(labOf(mixed).lab.nodes)).toMatch(/"vrf1","type","vrf","table","1001"/)
  })
})
