'use client'

import { Handle, Position } from '@xyflow/react'
import type { CSSProperties } from 'react'

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
