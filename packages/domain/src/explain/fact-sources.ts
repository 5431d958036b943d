import type { DerivationId } from '../config'
import type { ProofFact } from '../reach'

export type FactSource = {
  /** The page behind the fact; `inferred` is what follows from documented facts. */
  readonly source: string
  /** What the lines that say it come from, each standing for all that begin so. */
  readonly lines: readonly (DerivationId | 'interface.' | 'vpn.' | 'dfs.' | 'static.')[]
}

const reference = (page: string) => `CloudEngine V300R023C00 command reference, "${page}"`
const guide = (page: string) => `CloudEngine V300R023C00 configuration guide, "${page}"`

const way: FactSource['lines'] = ['interface.ipv4', 'interface.ipv6', 'interface.shutdown', 'ospf.network', 'static.']

/** Where each kind of fact comes from, and which lines of a configuration say it. */
export const factSources: { readonly [Fact in ProofFact['fact']]: FactSource } = {
  'remote-configured': { source: guide('Configuring a BGP Peer'), lines: ['bgp.peer.as-number'] },
  'vpn-instance': {
    source: reference('ipv4-family vpn-instance'),
    lines: ['vpn.', 'bgp.vpn-view', 'bgp.vpn-family', 'interface.vpn-binding'],
  },
  'administratively-up': { source: reference('peer ignore (BGP view)'), lines: ['bgp.peer.ignore'] },
  'as-number': { source: reference('peer as-number (BGP view)'), lines: ['bgp.process', 'bgp.peer.as-number'] },
  'source-owned': {
    source: reference('peer connect-interface (BGP view) (IPv4)'),
    lines: [
      'bgp.peer.source',
      'bmp.source',
      'bmp.session.source',
      'interface.ipv4',
      'interface.ipv6',
      'interface.unnumbered',
      'interface.vpn-binding',
      'interface.shutdown',
    ],
  },
  'source-expected': {
    source: guide('Configuring a BGP Peer'),
    lines: ['bgp.peer.source', 'bgp.peer.as-number', 'dfs.'],
  },
  'local-address': {
    source: 'inferred: packets to an address end at the device that has it',
    lines: ['interface.ipv4', 'bgp.peer.as-number', 'dfs.', 'nve.source'],
  },
  'forward-path': { source: 'inferred: packets need a route at every hop', lines: way },
  'return-path': { source: 'inferred: packets need a route at every hop', lines: way },
  'hop-budget': {
    source: reference('peer ebgp-max-hop (BGP view) (IPv4)'),
    lines: ['bgp.peer.ebgp-max-hop', 'bgp.peer.valid-ttl-hops'],
  },
  family: {
    source: reference('peer enable (BGP-IPv4 unicast address family view)(IPv4)'),
    lines: ['bgp.family.enable', 'bgp.family.disable', 'dfs.'],
  },
  'open-mode': { source: reference('peer listen-only (BGP view)'), lines: ['bgp.peer.open-mode'] },
  authentication: {
    source: reference('peer keychain (BGP view)'),
    lines: ['bgp.peer.keychain', 'dfs.authentication', 'carried'],
  },
  timers: {
    source: reference('peer timer (BGP view)'),
    lines: ['bgp.peer.timer', 'interface.ospf-timer', 'interface.ospfv3-timer'],
  },
  'router-id': {
    source: reference('router-id'),
    lines: ['bgp.router-id', 'system.router-id', 'ospf.process', 'ospfv3.router-id', 'isis.network-entity'],
  },
  'tracked-interface': {
    source: reference('peer rely-state interface (BGP view)'),
    lines: ['bgp.peer.rely-state', 'interface.shutdown'],
  },
  'model-support': { source: 'the support notes of the command reference, by model', lines: [] },
  'tcp-port': { source: reference('tcp (BMP session view)'), lines: ['bmp.session.port', 'dfs.sync-channel'] },
  reports: {
    source: reference('route-mode (BMP monitor view)'),
    lines: ['bmp.session.monitor', 'bmp.session.route-mode'],
  },
  'fate-sharing': { source: 'inferred: BMP messages need the routes whose loss they report', lines: [] },
  'interface-up': { source: guide('Enabling or Disabling an Interface'), lines: ['interface.shutdown'] },
  subnet: { source: reference('network (OSPF area view)'), lines: ['interface.ipv4', 'interface.unnumbered'] },
  area: { source: reference('area'), lines: ['ospf.area', 'ospf.network', 'ospfv3.area', 'interface.ospfv3'] },
  'network-type': {
    source: reference('ospf network-type'),
    lines: ['interface.ospf-network-type', 'interface.ospfv3-network-type', 'interface.isis-circuit-type'],
  },
  silent: {
    source: reference('silent-interface (OSPF view)'),
    lines: ['ospf.silent-interface', 'ospfv3.silent-interface', 'interface.isis-silent'],
  },
  level: {
    source: reference('is-level'),
    lines: ['isis.level', 'interface.isis-circuit-level', 'isis.network-entity'],
  },
  instance: { source: reference('ospfv3 area'), lines: ['interface.ospfv3'] },
  mtu: { source: reference('ospf mtu-enable'), lines: ['interface.ospf-mtu', 'interface.mtu'] },
  'peer-link': { source: reference('peer-link'), lines: ['interface.peer-link'] },
  master: { source: reference('priority (DFS group view)'), lines: ['dfs.priority'] },
  'split-brain': {
    source: guide('Configuring a DAD Link'),
    lines: ['dfs.dual-active-detection', 'interface.unpaired-reserved'],
  },
  'spanning-tree': { source: reference('stp enable'), lines: ['stp.mode', 'stp.v-stp', 'stp.root'] },
}
