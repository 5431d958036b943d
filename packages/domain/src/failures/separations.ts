import type { FailureProbe } from '../reach'

/** Devices and the cables between them, as routes may follow them. Elements of the probe; devices are nodes. */
export type Backbone = {
  readonly nodes: number
  /** By node: where each cable leads, and the element it is. */
  readonly around: readonly (readonly { readonly to: number; readonly element: number }[])[]
  /** Nodes that are connected have the same number. */
  readonly part: Int32Array
}

export function backboneOf({ elements, backbone }: FailureProbe): Backbone {
  const nodes = elements.filter(({ kind }) => kind === 'device').length
  const around: { readonly to: number; readonly element: number }[][] = Array.from({ length: nodes }, () => [])
  for (const { ends, element } of backbone) {
    around[ends[0]]?.push({ to: ends[1], element })
    around[ends[1]]?.push({ to: ends[0], element })
  }
  const part = new Int32Array(nodes).fill(-1)
  for (let root = 0; root < nodes; root += 1) {
    if (part[root] !== -1) continue
    part[root] = root
    const queue = [root]
    for (const node of queue) {
      for (const { to } of around[node] ?? []) {
        if (part[to] !== -1) continue
        part[to] = root
        queue.push(to)
      }
    }
  }
  return { nodes, around, part }
}

/** Pairs of nodes that have to stay connected, by each of their nodes. */
export type Joined = readonly (readonly { readonly subject: number; readonly other: number }[])[]

/**
 * Tells each element whose failure separates a pair of nodes that is connected without it.
 *
 * One depth-first search (Tarjan): a cable is a bridge when nothing below it leads above it, and a node cuts off each
 * subtree that does not lead above the node. Only pairs with a node on the smaller side are looked at.
 *
 * @param removed an element that has failed already
 */
export function separations(
  { nodes, around }: Backbone,
  joined: Joined,
  {
    removed,
    told,
  }: { readonly removed: number | undefined; readonly told: (element: number, subject: number) => void },
): void {
  const entered = new Int32Array(nodes).fill(-1)
  const left = new Int32Array(nodes)
  const low = new Int32Array(nodes)
  const above = new Int32Array(nodes).fill(-1)
  const over = new Int32Array(nodes).fill(-1)
  const next = new Int32Array(nodes)
  const order: number[] = []
  const stack: number[] = []
  for (let root = 0; root < nodes; root += 1) {
    if (entered[root] !== -1 || root === removed || around[root]?.length === 0) continue
    const start = order.length
    const enter = (node: number): void => {
      entered[node] = order.length
      low[node] = order.length
      order.push(node)
      stack.push(node)
    }
    enter(root)
    while (stack.length > 0) {
      const node = stack[stack.length - 1] ?? root
      const step = around[node]?.[next[node] ?? 0]
      if (step === undefined) {
        stack.pop()
        left[node] = order.length
        const parent = above[node] ?? -1
        if (parent >= 0 && (low[node] ?? 0) < (low[parent] ?? 0)) low[parent] = low[node] ?? 0
        continue
      }
      next[node] = (next[node] ?? 0) + 1
      if (step.element === removed || step.to === removed || step.element === over[node]) continue
      const seen = entered[step.to] ?? -1
      if (seen >= 0) {
        if (seen < (low[node] ?? 0)) low[node] = seen
        continue
      }
      above[step.to] = node
      over[step.to] = step.element
      enter(step.to)
    }
    const whole = [start, order.length] as const
    for (let at = start + 1; at < order.length; at += 1) {
      const child = order[at] ?? root
      const parent = above[child] ?? root
      if ((low[child] ?? 0) < (entered[parent] ?? 0)) continue
      const part = [entered[child] ?? 0, left[child] ?? 0] as const
      const isBridge = (low[child] ?? 0) > (entered[parent] ?? 0)
      const across = (subject: number, other: number): void => {
        if (isBridge) told(over[child] ?? -1, subject)
        if (other !== parent) told(parent, subject)
      }
      crossing({ order, entered, joined }, { whole, part }, across)
    }
  }
}

type Range = readonly [number, number]

/** Pairs with one node in a part of the search order and the other in the rest of the whole. */
function crossing(
  {
    order,
    entered,
    joined,
  }: { readonly order: readonly number[]; readonly entered: Int32Array; readonly joined: Joined },
  { whole, part }: { readonly whole: Range; readonly part: Range },
  told: (subject: number, outer: number) => void,
): void {
  const within = (node: number, [from, to]: Range): boolean => {
    const at = entered[node] ?? -1
    return at >= from && at < to
  }
  const partIsSmaller = 2 * (part[1] - part[0]) <= whole[1] - whole[0]
  const ranges: readonly Range[] = partIsSmaller
    ? [part]
    : [
        [whole[0], part[0]],
        [part[1], whole[1]],
      ]
  for (const [from, to] of ranges) {
    for (let at = from; at < to; at += 1) {
      const node = order[at] ?? 0
      for (const { subject, other } of joined[node] ?? []) {
        if (!within(other, whole) || within(other, part) === partIsSmaller) continue
        told(subject, partIsSmaller ? other : node)
      }
    }
  }
}
