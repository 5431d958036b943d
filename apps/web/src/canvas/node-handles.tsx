'use client'

import { Handle, Position, useUpdateNodeInternals } from '@xyflow/react'
import type { CSSProperties, RefObject } from 'react'
import { useEffect } from 'react'
import type { Tier } from './tier'

const sides = [
  ['top', Position.Top],
  ['right', Position.Right],
  ['bottom', Position.Bottom],
  ['left', Position.Left],
] as const

/**
 * Where a person takes hold to draw a link: any side. While a link is being drawn the whole node
 * takes it. `middle` is where wires are tied; nobody sees it.
 */
export function NodeHandles({ width, height }: { readonly width: number; readonly height: number }) {
  // Custom properties are not in the type of styles.
  const size = { '--node-width': `${width}px`, '--node-height': `${height}px` } as CSSProperties
  return (
    <>
      {sides.map(([id, position]) => (
        <Handle key={id} id={id} type="source" position={position} className="side-handle" aria-hidden />
      ))}
      <Handle
        id="middle"
        type="source"
        position={Position.Top}
        className="middle-handle"
        style={size}
        isConnectableStart={false}
        aria-hidden
      />
    </>
  )
}

/** Where wires are tied when nobody can take hold of a side: React Flow finds it by these names, without its handles. */
export function WirePost() {
  return (
    <div className="react-flow__handle source middle-handle" data-handleid="middle" data-handlepos="top" aria-hidden />
  )
}

/** React Flow measures handles when a node appears; those that come with a closer look have to be measured then. */
export function useHandlesOf(tier: Tier, frame: RefObject<HTMLElement | null>) {
  const measure = useUpdateNodeInternals()
  const shown = tier !== 'map'
  useEffect(() => {
    if (!shown) return
    const nodes = frame.current?.querySelectorAll<HTMLElement>('.react-flow__node') ?? []
    measure([...nodes].flatMap(({ dataset: { id } }) => id ?? []))
  }, [shown, frame, measure])
}
