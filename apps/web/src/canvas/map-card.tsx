'use client'

import type { Badge } from './flow-types'
import { WirePost } from './node-handles'

type Props = {
  readonly name: string
  readonly kind: string
  readonly selected: boolean
  readonly badge: Badge | undefined
}

/** A thing on a drawing seen as a whole: a spot that tells its kind and its worst finding; the pointer tells the name. */
export function MapCard({ name, kind, selected, badge }: Props) {
  return (
    <div className="map-card" data-kind={kind} data-selected={selected} data-worst={badge?.worst} title={name}>
      <WirePost />
    </div>
  )
}
