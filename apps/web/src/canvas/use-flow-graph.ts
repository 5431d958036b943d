'use client'

import type { RecordId, SessionStatus } from '@weft/domain'
import { useMemo, useRef } from 'react'
import { summarize, useEditor, useFailurePlayer } from '../editor'
import { badgesOf } from './drawn-as'
import type { FlowGraph } from './flow-types'
import { emptyGraph } from './flow-types'
import { markFailures } from './mark-failures'
import type { Layers } from './mark-selected'
import { markSelected } from './mark-selected'
import { toFlow } from './to-flow'

/** The drawing of the open design, derived anew after every edit and sharing what did not change. */
export function useFlowGraph(layers: Layers): FlowGraph {
  const design = useEditor((state) => state.design)
  const digest = useEditor((state) => state.digest)
  const findings = useEditor((state) => state.openFindings)
  const selection = useEditor((state) => state.selection)
  const drawn = useRef<FlowGraph>(emptyGraph)
  const shown = useRef<FlowGraph>(emptyGraph)

  const network = useEditor((state) => state.fabric)
  const summary = useMemo(() => summarize(findings, (id) => badgesOf(network, id)), [findings, network])
  const graph = useMemo(() => {
    const fabric = { network, layout: design.layout }
    drawn.current = toFlow(fabric, { summary, ...(digest ? { digest } : {}) }, drawn.current)
    return drawn.current
  }, [network, design.layout, summary, digest])
  const { failed, outcome, heat } = useFailurePlayer()
  const troubled = useMemo(
    () => markFailures(graph, { failed, statuses: outcome?.statuses ?? noStatuses, heat }),
    [graph, failed, outcome, heat],
  )
  return useMemo(() => {
    shown.current = markSelected(troubled, { selection, layers, previous: shown.current })
    return shown.current
  }, [troubled, selection, layers])
}

const noStatuses: ReadonlyMap<RecordId, SessionStatus> = new Map()
