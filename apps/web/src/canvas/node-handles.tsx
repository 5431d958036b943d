'use client'

import { Handle, Position } from '@xyflow/react'

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
export function NodeHandles() {
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
        isConnectableStart={false}
        aria-hidden
      />
    </>
  )
}
