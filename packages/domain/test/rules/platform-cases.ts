import { canonicalPair, ebgpFabric, joined } from './healthy'
import type { RuleCase } from './rule-case'

const stub = (line: string) => `${joined}\n${line}`

export const platformCases: readonly RuleCase[] = [
  {
    rule: 'platform/unknown-model',
    fails: stub('set device:leaf1 {"model": "CE9999-NOPE"}'),
    at: ['warning device:leaf1'],
    passes: stub('set device:leaf1 {"model": "NE40E-X8"}'),
  },
  {
    rule: 'platform/model-undocumented',
    fails: stub('set device:leaf1 {"model": "CE12804S"}'),
    at: ['warning device:leaf1'],
    passes: stub('set device:leaf1 {"model": "CE6866"}'),
  },
  {
    rule: 'platform/feature-unsupported',
    fails: `
      low CE6885-LL-56F mode low-latency as 65001 lo0 10.0.0.9/32
      other CE6866-48S8CQ-P as 65002 lo0 10.0.0.8/32
      eth-trunk low Eth-Trunk1 25GE1/0/1 25GE1/0/2 routed 10.1.0.0/31
      eth-trunk other Eth-Trunk1 25GE1/0/1 25GE1/0/2 routed 10.1.0.1/31
      link low 25GE1/0/1 -- other 25GE1/0/1
      link low 25GE1/0/2 -- other 25GE1/0/2
      peering low Eth-Trunk1 -- other Eth-Trunk1 families ipv4-unicast,evpn`,
    at: [
      'error interface:low.Eth-Trunk1 device:low layer3ModeSwitch',
      'error peering:low-other device:low evpnAddressFamily',
    ],
    passes: `
      low CE6885-LL-56F mode standard as 65001 lo0 10.0.0.9/32
      other CE6866-48S8CQ-P as 65002 lo0 10.0.0.8/32
      eth-trunk low Eth-Trunk1 25GE1/0/1 25GE1/0/2 routed 10.1.0.0/31
      eth-trunk other Eth-Trunk1 25GE1/0/1 25GE1/0/2 routed 10.1.0.1/31
      link low 25GE1/0/1 -- other 25GE1/0/1
      link low 25GE1/0/2 -- other 25GE1/0/2
      peering low Eth-Trunk1 -- other Eth-Trunk1 families ipv4-unicast,evpn`,
  },
  {
    rule: 'platform/feature-undocumented',
    fails: `${ebgpFabric}
      set device:leaf1 {"model": "CE12804S"}`,
    at: ['info device:leaf1 peering:leaf1-spine1 evpnAddressFamily'],
    also: ['platform/model-undocumented'],
    passesWith: ['platform/unknown-model'],
    // Of a model nobody knows the model itself is reported, not each of its features.
    passes: `${ebgpFabric}
      set device:leaf1 {"model": "CE9999-NOPE"}`,
  },
  {
    rule: 'platform/vpnv4-on-ce',
    fails: stub('underlay ospf all\npeering leaf1 lo0 -- leaf2 lo0 families ipv4-unicast,vpnv4'),
    at: ['error peering:leaf1-leaf2 device:leaf1', 'error peering:leaf1-leaf2 device:leaf2'],
    passes: stub(`
      set device:leaf1 {"role": "pe-router", "model": "NE40E-X8"}
      set device:leaf2 {"role": "pe-router", "model": "NE40E-X8"}
      underlay ospf all
      peering leaf1 lo0 -- leaf2 lo0 families ipv4-unicast,vpnv4`),
  },
  {
    rule: 'platform/default-mode-low-latency',
    fails: 'low CE6885-LL-56F lo0 10.0.0.9/32',
    at: ['info device:low'],
    passes: 'low CE6885-LL-56F mode standard lo0 10.0.0.9/32',
  },
  {
    rule: 'platform/mode-without-modes',
    fails: stub('set device:leaf1 {"forwardingMode": "standard"}'),
    at: ['warning device:leaf1'],
    passes: 'low CE6885-LL-56F mode standard lo0 10.0.0.9/32',
  },
  {
    rule: 'interface/unknown-port',
    fails: stub('interface leaf1 400GE1/0/1\ninterface leaf1 25GE1/0/49\ninterface leaf1 MEth0/0/1'),
    at: ['error interface:leaf1.25GE1-0-49', 'error interface:leaf1.400GE1-0-1', 'error interface:leaf1.MEth0-0-1'],
    passes: stub('interface leaf1 25GE1/0/48\ninterface leaf1 MEth0/0/0\ninterface leaf1 100GE1/0/2:1'),
  },
  {
    rule: 'interface/duplicate',
    fails: stub(
      'interface leaf1 Vlanif10\nport leaf1 25GE1/0/1 access 10\nset interface:leaf1.Vlanif10 {"name": "LoopBack0"}',
    ),
    at: ['error interface:leaf1.Vlanif10 interface:leaf1.LoopBack0'],
    passes: stub('interface leaf1 LoopBack1 10.0.1.1/32'),
  },
  {
    rule: 'interface/split-parent-used',
    fails: stub('interface leaf1 100GE1/0/2\ninterface leaf1 100GE1/0/2:1'),
    at: ['error interface:leaf1.100GE1-0-2 interface:leaf1.100GE1-0-2-1'],
    passes: stub('interface leaf1 100GE1/0/2:1\ninterface leaf1 100GE1/0/2:2'),
  },
  {
    rule: 'interface/layer2-address',
    fails: stub('interface leaf1 25GE1/0/1 10.2.0.1/24 switched'),
    at: ['error interface:leaf1.25GE1-0-1'],
    passes: stub('interface leaf1 25GE1/0/1 10.2.0.1/24 routed'),
  },
  {
    rule: 'interface/member-with-service',
    fails: stub(`
      eth-trunk leaf1 Eth-Trunk5 25GE1/0/1 25GE1/0/2 trunk 10
      set interface:leaf1.25GE1-0-1 {"ipv4": ["10.2.0.1/24"], "mode": "routed"}
      set interface:leaf1.25GE1-0-2 {"switching": {"linkType": "access", "vlan": 10}}`),
    at: ['error interface:leaf1.25GE1-0-1', 'error interface:leaf1.25GE1-0-2'],
    passes: stub('eth-trunk leaf1 Eth-Trunk5 25GE1/0/1 25GE1/0/2 trunk 10'),
  },
  {
    rule: 'interface/layer3-with-switching',
    fails: stub('set interface:leaf1.100GE1-0-1 {"switching": {"linkType": "access", "vlan": 10}}'),
    at: ['error interface:leaf1.100GE1-0-1'],
    passes: stub('port leaf1 25GE1/0/1 access 10'),
  },
  {
    rule: 'interface/loopback-shutdown',
    fails: stub('set interface:leaf1.LoopBack0 {"shutdown": true}'),
    at: ['error interface:leaf1.LoopBack0'],
    passes: stub('interface leaf1 25GE1/0/1 shutdown'),
  },
  {
    rule: 'interface/shutdown-in-use',
    fails: `${canonicalPair}
      set interface:leaf1.100GE1-0-6 {"shutdown": true}
      set interface:leaf1.Eth-Trunk10 {"shutdown": true}`,
    at: ['warning interface:leaf1.100GE1-0-6', 'warning interface:leaf1.Eth-Trunk10'],
    also: ['mlag/dad-unreachable'],
    passes: `${canonicalPair}
      interface leaf1 25GE1/0/9 shutdown`,
  },
  {
    rule: 'interface/mtu-range',
    fails: stub('set interface:leaf1.100GE1-0-1 {"mtu": 9601}\nset interface:leaf2.LoopBack0 {"mtu": 45}'),
    at: ['error interface:leaf1.100GE1-0-1', 'error interface:leaf2.LoopBack0'],
    also: ['interface/field-not-printed', 'link/mtu-differs'],
    passes: stub('set interface:leaf1.100GE1-0-1 {"mtu": 9600}\nset interface:leaf2.100GE1-0-1 {"mtu": 9600}'),
  },
  {
    rule: 'interface/field-not-printed',
    fails: stub('set interface:leaf1.LoopBack0 {"mtu": 1500, "ospf": {"cost": 5, "helloSeconds": 3}}'),
    at: ['warning interface:leaf1.LoopBack0'],
    passes: stub('set interface:leaf1.LoopBack0 {"ospf": {"cost": 5}}'),
  },
  {
    rule: 'bgp/import-not-printed',
    fails: stub('set device:leaf1 {"bgp": {"importRoutes": [{"protocol": "ospf", "family": "ipv6-unicast"}]}}'),
    at: ['warning device:leaf1'],
    also: ['bgp/import-process-missing'],
    passes: stub('set device:leaf1 {"bgp": {"importRoutes": [{"protocol": "direct", "family": "ipv6-unicast"}]}}'),
  },
]
