import { text } from '../model'
import type { Fact } from './facts'
import { fact } from './facts'
import type { Layer2 } from './layer2'
import type { Port } from './ports'

/** A cable over which two VLANs or bridge domains of devices bridge frames to each other. */
export type Bridged = { readonly nodes: readonly [number, number]; readonly ports: readonly [number, number] }

/**
 * `broken`: spanning tree blocks a port of each loop and leaves everything connected; which port is not modelled.
 * `endless`: a loop has a cable on which spanning tree does not run, so that frames go around for ever.
 */
export type Loop = 'broken' | 'endless'

/**
 * Whether cables join VLANs of several devices in a circle. Spanning tree breaks a circle that it runs on all around;
 * it never sees one with a port that takes no part, or through a bridge domain. The cables of an attachment to both
 * members of an M-LAG pair are one: the pair does not send back on one what came in on the other.
 *
 * @source CR "stp enable"; fabric.md section 3
 */
export function loopIn(
  { layer2, list }: { readonly layer2: Layer2; readonly list: readonly Port[] },
  cables: readonly Bridged[],
): Loop | undefined {
  if (cables.length < 2) return undefined
  const runs = ({ nodes, ports }: Bridged): boolean =>
    nodes.every((node) => node < layer2.firstDomainNode) && !ports.some((port) => layer2.withoutStp.has(port))
  const single = oneOfEach(list, cables)
  const parent = new Map<number, number>()
  const rootOf = (node: number): number => {
    let root = node
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next
    if (root !== node) parent.set(node, root)
    return root
  }
  const closes = ({ nodes }: Bridged): boolean => {
    const [a, b] = [rootOf(nodes[0]), rootOf(nodes[1])]
    if (a !== b) parent.set(a, b)
    return a === b
  }
  const broken = single.filter((cable) => runs(cable)).filter(closes).length > 0
  const endless = single.filter((cable) => !runs(cable)).filter(closes).length > 0
  return endless ? 'endless' : broken ? 'broken' : undefined
}

function oneOfEach(list: readonly Port[], cables: readonly Bridged[]): readonly Bridged[] {
  const seen = new Set<string>()
  return cables.filter(({ ports }) => {
    const [attachment] = ports.flatMap((port) => list[port]?.intent.mlagMember?.attachmentId ?? []).sort()
    if (attachment === undefined) return true
    return !seen.has(attachment) && seen.add(attachment)
  })
}

/** What a loop in a segment says about those who meet there. */
export function loopFacts(loop: Loop | undefined): readonly Fact[] {
  switch (loop) {
    case undefined:
      return []
    case 'broken': {
      const says = () =>
        text(
          'Switched links on the way form a loop: spanning tree is taken to block one port of it and to keep the rest connected.',
          '途经的二层链路存在环路：假定生成树阻塞其中一个端口，其余保持连通。',
        )
      return [{ ...fact('spanning-tree', 'yes', [], says), assurance: 'assumed' }]
    }
    case 'endless': {
      const says = () =>
        text(
          'Switched links form a loop without spanning tree: frames go around for ever.',
          '二层链路存在没有生成树的环路：报文无休止循环。',
        )
      return [fact('spanning-tree', 'unknown', [], says)]
    }
  }
}
