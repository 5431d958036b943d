'use client'

import type { Badge, FailureMarks } from './flow-types'
import { WirePost } from './node-handles'

type Props = {
  readonly name: string
  readonly kind: string
  readonly selected: boolean
  readonly badge: Badge | undefined
  readonly marks?: FailureMarks
}

/** A thing on a drawing seen as a whole: a spot that tells its kind and its worst finding; the pointer tells the name. */
export function MapCard({ name, kind, selected, badge, marks }: Props) {
  return (
    <div
      className="map-card"
      data-kind={kind}
      data-selected={selected}
      data-worst={badge?.worst}
      data-failed={marks?.failed}
      data-heat={marks?.heat?.level}
      title={name}
    >
      <WirePost />
    </div>
  )
}
