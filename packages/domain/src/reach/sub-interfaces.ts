import type { Port, Ports } from './ports'

/** VLAN of a frame on a cable; 0: untagged; text: the number of a Layer 3 sub-interface that names no VLAN. */
export type Tag = number | string

export const untagged = 0

/** Which sub-interface of a port takes which frames. */
export type SubInterfaces = {
  readonly byTag: Map<Tag, number>
  /** Takes every frame as it is. */
  all?: number
  /** Takes tagged frames that no other one takes, as they are. */
  rest?: number
}

export function subInterfacesByPort({ list }: Ports): ReadonlyMap<number, SubInterfaces> {
  const found = new Map<number, SubInterfaces>()
  for (const port of list) {
    if (!port.subInterface || port.parent === undefined) continue
    const of: SubInterfaces = found.get(port.parent) ?? { byTag: new Map() }
    found.set(port.parent, of)
    const takes = framesOf(port)
    if (takes === 'all') of.all ??= port.index
    else if (takes === 'rest') of.rest ??= port.index
    else if (!of.byTag.has(takes)) of.byTag.set(takes, port.index)
  }
  return found
}

/** The frames of its port that a sub-interface takes. Two of Layer 3 without a VLAN meet where their numbers are one. */
function framesOf({ intent: { name, encapsulation }, routed }: Port): Tag | 'all' | 'rest' {
  if (encapsulation?.kind === 'dot1q' && encapsulation.vlan !== undefined) return encapsulation.vlan
  if (routed || encapsulation === undefined) return name.slice(name.indexOf('.'))
  switch (encapsulation.kind) {
    case 'untag':
      return untagged
    case 'default':
      return 'all'
    case 'dot1q':
      return 'rest'
  }
}

/** The sub-interface that takes a frame, and the tag the frame keeps; undefined: the port itself takes it. */
export function takerOf(
  subs: SubInterfaces | undefined,
  tag: Tag,
): { readonly port: number; readonly keeps: number } | undefined {
  if (subs === undefined) return undefined
  const exact = subs.byTag.get(tag)
  if (exact !== undefined) return { port: exact, keeps: untagged }
  if (typeof tag === 'string') return undefined
  const other = subs.all ?? (tag === untagged ? undefined : subs.rest)
  return other === undefined ? undefined : { port: other, keeps: tag }
}

/** How a sub-interface sends a frame that keeps a tag; undefined: it does not. A second tag is not followed. */
export function tagFrom(sub: Port, kept: number): Tag | undefined {
  const takes = framesOf(sub)
  if (takes === 'all') return kept
  if (takes === 'rest') return kept === untagged ? undefined : kept
  return kept === untagged ? takes : undefined
}
