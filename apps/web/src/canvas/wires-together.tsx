'use client'

import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo } from 'react'
import type { FlowEdge } from './flow-types'
import { useTier } from './tier'
import type { XY } from './wire-line'
import { wirePicture } from './wire-picture'

type Props = { readonly edges: readonly FlowEdge[]; readonly middles: ReadonlyMap<string, XY> }

/** The wires that are only looked at, under everything else. Screen readers find links in the inspector and the search. */
export const WiresTogether = memo(function WiresTogether({ edges, middles }: Props) {
  const tier = useTier()
  const strokes = useMemo(() => wirePicture(edges, middles), [edges, middles])
  if (strokes.length === 0) return null
  return (
    <ViewportPortal>
      <svg className="wires-together" data-tier={tier} aria-hidden>
        {strokes.map(({ key, group, wire, session, status, failed, heat, d }) => (
          <g
            key={key}
            className={group}
            data-session={session}
            data-status={status}
            data-failed={failed}
            data-heat={heat}
          >
            <path d={d} fill="none" className={`wire ${wire}`} />
          </g>
        ))}
      </svg>
    </ViewportPortal>
  )
})
