/** One kind of top-level line and its place in a printed configuration. */
export type SectionPlace = {
  readonly section: string
  /** First words of its lines; the longest match decides. */
  readonly begins: readonly string[]
  /** `stat`: counted in printed configurations; `guess`: our judgement, no configuration shows it. */
  readonly certainty: 'stat' | 'guess'
  readonly evidence: string
}

/**
 * Order in which a device prints its sections. Counted as pairwise precedence over 1 002 complete
 * configuration scripts of the CloudEngine V300R023C00 configuration guide; `a:b` in the evidence is
 * how often the item came before and after the other one.
 */
export const sectionOrder: readonly SectionPlace[] = [
  { section: 'sysname', begins: ['sysname'], certainty: 'stat', evidence: 'first in 1 002 of 1 002' },
  {
    section: 'as-notation',
    begins: ['as-notation'],
    certainty: 'guess',
    evidence: 'no complete script prints it; the numbers after it depend on it',
  },
  {
    section: 'router-id',
    begins: ['router id'],
    certainty: 'stat',
    evidence: 'before interfaces 60:0, before bfd 3:0',
  },
  {
    section: 'dfs-group',
    begins: ['dfs-group'],
    certainty: 'stat',
    evidence: 'before vlan batch 32:0, interfaces 36:0; its place next to router id and bfd was never seen',
  },
  { section: 'bfd', begins: ['bfd'], certainty: 'stat', evidence: 'before interfaces 61:0' },
  { section: 'keychain', begins: ['keychain'], certainty: 'stat', evidence: 'before interfaces 5:0' },
  { section: 'vlan-batch', begins: ['vlan batch'], certainty: 'stat', evidence: 'before stp 62:2, interfaces 228:0' },
  { section: 'stp', begins: ['stp'], certainty: 'stat', evidence: 'before interfaces 58:0' },
  { section: 'evpn-overlay', begins: ['evpn-overlay'], certainty: 'stat', evidence: 'before ip vpn-instance 26:0' },
  {
    section: 'vpn-instance',
    begins: ['ip vpn-instance'],
    certainty: 'stat',
    evidence: 'before bridge-domain 26:0, interfaces 34:0',
  },
  {
    section: 'vlan-view',
    begins: ['vlan'],
    certainty: 'stat',
    evidence: 'before interfaces 7:0; after ip vpn-instance and before bridge-domain 2:0',
  },
  {
    section: 'mpls',
    begins: ['mpls'],
    certainty: 'stat',
    evidence: 'routers: after ip vpn-instance, before interfaces 640:0',
  },
  { section: 'bridge-domain', begins: ['bridge-domain'], certainty: 'stat', evidence: 'before interfaces 60:0' },
  { section: 'acl', begins: ['acl'], certainty: 'stat', evidence: 'before interfaces 42:5' },
  { section: 'isis', begins: ['isis'], certainty: 'stat', evidence: 'before interfaces 107:0' },
  { section: 'ospfv3', begins: ['ospfv3'], certainty: 'stat', evidence: 'mixed 35:31; before LoopBack 11:0' },
  {
    section: 'interfaces',
    begins: ['interface'],
    certainty: 'stat',
    evidence: 'Vlanif, Vbdif, Eth-Trunk, MEth, Ethernet, LoopBack, Nve: 100GE before LoopBack 175:0',
  },
  {
    section: 'monitor-link',
    begins: ['monitor-link'],
    certainty: 'stat',
    evidence: 'after interfaces 10:0, before bgp 4:0',
  },
  { section: 'bgp', begins: ['bgp'], certainty: 'stat', evidence: 'after interfaces 181:0' },
  { section: 'bmp', begins: ['bmp'], certainty: 'guess', evidence: 'no complete script contains it' },
  { section: 'ospf', begins: ['ospf'], certainty: 'stat', evidence: 'after bgp 62:3' },
  {
    section: 'ip-prefix',
    begins: ['ip ip-prefix', 'ip ipv6-prefix'],
    certainty: 'stat',
    evidence: 'after bgp 9:0, before route-policy 9:1',
  },
  {
    section: 'as-path-filter',
    begins: ['ip as-path-filter'],
    certainty: 'guess',
    evidence: 'beside ip ip-prefix, which route-policy names in the same way',
  },
  { section: 'route-policy', begins: ['route-policy'], certainty: 'stat', evidence: 'after bgp 18:0, ospf 7:2' },
  {
    section: 'static-routes',
    begins: ['ip route-static', 'ipv6 route-static'],
    certainty: 'stat',
    evidence: 'after ospf 10:0, bgp 6:0',
  },
  { section: 'lldp', begins: ['lldp'], certainty: 'stat', evidence: 'near the end; rests on few scripts' },
  {
    section: 'user-interface',
    begins: ['user-interface'],
    certainty: 'stat',
    evidence: 'last block of complete listings',
  },
]

const rankByBeginning = new Map(
  sectionOrder.flatMap(({ begins }, rank) => begins.map((beginning): [string, number] => [beginning, rank])),
)
const mostWords = Math.max(
  ...sectionOrder.flatMap(({ begins }) => begins.map((beginning) => beginning.split(' ').length)),
)

/**
 * Place of a top-level line: smaller is printed earlier. A line the table does not know comes just
 * before `user-interface`, so that everything it could refer to is already there.
 *
 * @param line a top-level command such as `interface Vlanif10`; a leading `undo` is ignored
 */
export function sectionRank(line: string): number {
  const words = line.replace(/^undo /, '').split(' ')
  for (let count = mostWords; count > 0; count -= 1) {
    const rank = rankByBeginning.get(words.slice(0, count).join(' '))
    if (rank !== undefined) return rank
  }
  return sectionOrder.length - 1.5
}
