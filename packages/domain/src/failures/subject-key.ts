import type { Subject } from '../reach'

/** Which session or way is meant, as one text. */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case 'bgp':
      return `bgp ${subject.key}`
    case 'bmp':
      return `bmp ${subject.id}`
    case 'ospf':
    case 'ospfv3':
    case 'isis':
    case 'loopbacks':
    case 'vxlan':
      return `${subject.kind} ${subject.ends.join(' ')}`
    case 'dfs-pairing':
    case 'dual-active-detection':
    case 'sync-channel':
      return `${subject.kind} ${subject.pairId}`
  }
}
